"""The formulation one writes first: a Boolean for each pair of people, and products and maxima of loads."""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from ortools.sat.python import cp_model

from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.distribution.profile import Profile
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.capacity import intake_limit
from caseload_planner.domain.points import Hundredths, part
from caseload_planner.rules.ceiling import room_in_round
from caseload_planner.rules.intake_spread import intake_over
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import ContactPosition, Placement
from tests.benchmarks.peers.attempt import TOO_LARGE, Attempt
from tests.benchmarks.peers.level_by_level import Placements, solve_level_by_level

MOST_PAIRS = 500_000
"""Above it the model takes minutes and gigabytes to write down."""
SEARCH_WORKERS = 8
"""What the solver itself advises, also on fewer cores; so its parts are solved one at a time."""

Term = Any
"""CP-SAT's expressions satisfy the rules' `Term` but are not spelled as such."""


def solve_naively(problem: DistributionProblem, profile: Profile) -> Attempt:
    """Solve with the naive formulation; refused where there are too many pairs to write down."""
    if sum(len(c.leads) * len(c.seconds) for c in problem.choices.values()) > MOST_PAIRS:
        return Attempt(status=TOO_LARGE, seconds=0.0)
    return solve_level_by_level(problem, profile, NaiveRuleModel, parts_at_once=1)


class NaiveRuleModel:
    """Implements `RuleModel` on CP-SAT without care for size or strength."""

    def __init__(self, part: DistributionProblem) -> None:
        self._part, self._model = part, cp_model.CpModel()
        self._options: dict[str, dict[Placement, Term]] = {}
        self._by_contact: dict[tuple[str, str, str], list[Term]] = {}
        self._shares: dict[str, list[Term]] = {}
        self._first_shares: dict[str, list[Term]] = {}
        for key in part.round.asked:
            self._add_measure(key)
        self._added = {worker: self._sum(worker, shares) for worker, shares in sorted(self._shares.items())}
        self._first_added = {worker: self._sum(worker, shares) for worker, shares in self._first_shares.items()}

    def _add_measure(self, key: str) -> None:
        choices = self._part.choices[key]
        options = [Placement(key, worker) for worker in choices.alone]
        options += [Placement(key, a, b) for a in choices.leads for b in choices.seconds if a != b]
        self._options[key] = {option: self._model.new_bool_var("") for option in options}
        self._model.add_at_most_one(self._options[key].values())
        for option, variable in self._options[key].items():
            shares = self._part.round.shares(key, duo=option.second is not None)
            self._index(option, variable)
            for (position, worker), share in zip(option.contacts, shares, strict=False):
                self._shares.setdefault(worker, []).append(variable * share)
                if position is Position.FIRST:
                    self._first_shares.setdefault(worker, []).append(variable * share)

    def _sum(self, worker: str, shares: Sequence[Term]) -> Term:
        total = self._model.new_int_var(0, room_in_round(self._part.round, worker), "")
        self._model.add(total == sum(shares))
        return total

    def _index(self, option: Placement, variable: Term) -> None:
        """Keep the variable where terms look for it."""
        key = option.measure
        names = [("placed", ""), ("first", option.first)]
        if option.second is not None:
            names += [("duo", ""), ("lead", option.first), ("second", option.second)]
        for name, worker in names:
            self._by_contact.setdefault((key, name, worker), []).append(variable)

    def _any_of(self, key: str, name: str, worker: str = "") -> Term:
        terms = self._by_contact.get((key, name, worker))
        return sum(terms) if terms else 0

    def candidates(self, measure: str, position: ContactPosition) -> Sequence[str]:
        """Give who may take a position on a measure, sorted."""
        choices = self._part.choices[measure]
        return choices.seconds if position is Position.SECOND else choices.firsts

    def first(self, measure: str, worker: str) -> Term:
        """Whether a worker becomes first contact."""
        return self._any_of(measure, "first", worker)

    def second(self, measure: str, worker: str) -> Term:
        """Whether a worker becomes second contact."""
        return self._any_of(measure, "second", worker)

    def first_in_duo(self, measure: str, worker: str) -> Term:
        """Whether a worker becomes first contact of a duo."""
        return self._any_of(measure, "lead", worker)

    def placed(self, measure: str) -> Term:
        """Whether a measure is placed."""
        return self._any_of(measure, "placed")

    def duo(self, measure: str) -> Term:
        """Whether a measure is placed with a second."""
        return self._any_of(measure, "duo")

    def added(self, worker: str) -> Term:
        """Hundredths added to a worker's load."""
        return self._added.get(worker, 0)

    def first_added(self, worker: str) -> Term:
        """Hundredths that new first contacts add."""
        return self._first_added.get(worker, 0)

    def workers_in_play(self) -> Sequence[str]:
        """Give the workers who can get something, sorted."""
        return sorted(self._added)

    def require_at_most(self, term: Term, limit: int) -> None:
        """Demand that a term is at most a limit."""
        if isinstance(term, int):
            assert term <= limit, "a constant stands above its limit"
            return
        self._model.add(term <= limit)

    def at_least_any(self, terms: Iterable[Term]) -> Term:
        """Give the largest of 0/1 terms."""
        either = self._model.new_bool_var("")
        self._model.add_max_equality(either, [0, *terms])
        return either

    def at_most_any(self, terms: Iterable[Term]) -> Term:
        """Give the largest of 0/1 terms."""
        return self.at_least_any(terms)

    def at_most_all(self, terms: Iterable[Term]) -> Term:
        """Give the smallest of 0/1 terms."""
        both = self._model.new_bool_var("")
        self._model.add_min_equality(both, list(terms))
        return both

    def at_least_all(self, terms: Sequence[Term]) -> Term:
        """Give the smallest of 0/1 terms."""
        return self.at_most_all(terms)

    def excess(self, term: Term, enough: int, most: int) -> Term:
        """Give the larger of 0 and what goes beyond a number."""
        return self._above(term - enough, max(0, most - enough))

    def convex_of_added(self, worker: str, function: Callable[[Hundredths], int]) -> Term:
        """Refuse: squares are written out in `post_level`."""
        raise NotImplementedError("the naive formulation writes functions of loads out by itself")

    def convex_of_first_added(self, worker: str, function: Callable[[Hundredths], int]) -> Term:
        """Refuse: maxima are written out in `post_level`."""
        raise NotImplementedError("the naive formulation writes functions of loads out by itself")

    def post_level(self, level: str) -> Term:
        """Write functions of loads out as products and maxima; let the other levels post themselves."""
        by_hand: dict[str, Callable[[str], Term]] = {
            "over_norm": self._over_norm,
            "evenness": self._evenness,
            "intake_spread": self._intake,
        }
        if level not in by_hand:
            return LEVELS[level].post(self._part.round, self)
        return sum(by_hand[level](worker) for worker in self.workers_in_play())

    def _over_norm(self, worker: str) -> Term:
        capacity, before = self._part.round.capacity(worker).working, self._part.round.load_before(worker)
        if capacity <= 0:
            return 0
        room = room_in_round(self._part.round, worker)
        above = self._above(self._added[worker] + before - capacity, max(0, before + room - capacity))
        return self._part_of_square(above, max(0, before + room - capacity), capacity) - part(
            max(0, before - capacity) ** 2, capacity
        )

    def _evenness(self, worker: str) -> Term:
        capacity, before = self._part.round.capacity(worker).working, self._part.round.load_before(worker)
        if capacity <= 0:
            return 0
        room = room_in_round(self._part.round, worker)
        return self._part_of_square(self._added[worker] + before, before + room, capacity) - part(before**2, capacity)

    def _intake(self, worker: str) -> Term:
        round_ = self._part.round
        if worker not in self._first_added:
            return 0
        limit = intake_limit(round_.capacity(worker), round_.caseload.policy)
        taken = round_.taken_this_week.get(worker, 0)
        most = max(0, taken + room_in_round(round_, worker) - limit)
        return self._above(self._first_added[worker] + taken - limit, most) - intake_over(limit, taken)

    def _above(self, term: Term, most: int) -> Term:
        above = self._model.new_int_var(0, most, "")
        self._model.add_max_equality(above, [0, term])
        return above

    def _part_of_square(self, term: Term, most: int, capacity: Hundredths) -> Term:
        """Give ``round_half_up(100 x term squared / capacity)``."""
        squared = self._model.new_int_var(0, most**2, "")
        self._model.add_multiplication_equality(squared, [term, term])
        rounded = self._model.new_int_var(0, part(most**2, capacity), "")
        self._model.add_division_equality(rounded, squared * 200 + capacity, 2 * capacity)
        return rounded

    def minimise(
        self, term: Term, start: Placements, *, relative_gap: float, seconds: float
    ) -> tuple[dict[str, Placement] | None, int]:
        """Minimise a term with the solver as it comes, from a hint of the choices."""
        self._model.clear_hints()  # type: ignore[no-untyped-call]
        chosen = set(start.values())
        for options in self._options.values():
            for option, variable in options.items():
                self._model.add_hint(variable, option in chosen)
        self._model.minimize(term)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = SEARCH_WORKERS
        solver.parameters.presolve_inclusion_work_limit = 0  # the release can call wrong answers optimal without it
        solver.parameters.relative_gap_limit = relative_gap
        solver.parameters.max_time_in_seconds = max(0.1, seconds)
        status = solver.solve(self._model)
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            return None, 0
        found = [o for options in self._options.values() for o, variable in options.items() if solver.value(variable)]
        return {option.measure: option for option in found}, math.ceil(solver.best_objective_bound - 1e-6)
