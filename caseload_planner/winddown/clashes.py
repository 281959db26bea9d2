"""Families that cannot all move to the people that an answer over patterns names.

Patterns look at one receiver at a time. A family moves in one week, to its first and its second contact at once, and
each of them has so many turns a week: what fits each receiver need not fit them all. What clashes once need not be
named again.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from ortools.sat.python import cp_model

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.solving.stopping import stoppable
from caseload_planner.winddown.board import Board, Chosen, People
from caseload_planner.winddown.levels import CHANGES, SPREAD, TIMING
from caseload_planner.winddown.options import NOBODY_NEW, Numbers, Options
from caseload_planner.winddown.search import FOUND, Limits, level_solver
from caseload_planner.winddown.when import A_BAD_MOMENT, WeekModel

QUESTION = Limits(math.inf, deterministic_limit=0.5)
"""For one question, far more than it takes; what is not known by then is no clash."""
MOST_WORK = 1.0
"""Units of the solver's own time for one answer; where so many clash that it takes longer it is left at those."""
MUCH = 1_000
"""A change weighs more than any number of bad moments: its level comes first."""
MOST_CLASHES = 4
"""So many are looked for in one answer."""
FEW = 3
"""Weeks; who has so few at the most clashes by them, and so does whoever else has only them."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Families that cannot all move to any of these people: by family its first choices, and its second ones."""

    firsts: dict[int, frozenset[int]]
    seconds: dict[int, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Found:
    """Weeks for people: how each family moves, or None; and then who cannot all move, as far as that is known.

    No family is in two clashes. `come_to` is what changes and timing come to in the plan, and spread where it was asked
    to be even.
    """

    plan: dict[int, Chosen] | None
    clashes: list[Clash]
    come_to: Mapping[str, int] = field(default_factory=dict)


def weeks_or_clashes(
    board: Board, people: Mapping[int, People], most: Mapping[str, int], stop: StopSignal, *, even: bool = False
) -> Found:
    """Find weeks in which families move to these people, with little changed and few badly timed, or who cannot all.

    `most` says of changes and of timing what they may come to at the most, where it matters. Where moves are to be even
    over the weeks that counts after them.
    """
    ways = {number: [way] for number, way in people.items()}
    found = _PlanModel(board, ways, most).found(stop, even=even)
    if found is not None:
        return found
    effort = _Effort(stop)
    model, asked, clashes = _ClashModel(board, ways, most), sorted(people), list[Clash]()
    while len(clashes) < MOST_CLASHES and not effort.over:
        numbers = model.clash(asked, effort)
        if not numbers:
            break
        clashes.append(_widened(board, {number: people[number] for number in numbers}, most, effort))
        asked = [number for number in asked if number not in numbers]
    return Found(None, clashes)


class _Effort:
    """What has been asked about one answer."""

    def __init__(self, stop: StopSignal) -> None:
        self.stop, self.work = stop, 0.0

    @property
    def over(self) -> bool:
        """Whether nothing more is asked."""
        return self.stop.requested or self.work >= MOST_WORK


def _widened(board: Board, people: Mapping[int, People], most: Mapping[str, int], effort: _Effort) -> Clash:
    """Add to people who clash others who do so as well, as they have no other weeks than those."""
    firsts = {number: frozenset({one.first}) for number, one in people.items()}
    seconds = {number: frozenset() if one.second is None else frozenset({one.second}) for number, one in people.items()}
    for number, one in people.items():
        sets = board.options[number]
        group = int(sets.firsts.second_set[np.flatnonzero(sets.firsts.choice == one.first)[0]])
        alike = np.flatnonzero(sets.firsts.second_set == group)
        for choices, others in (
            (firsts, _with_no_other_weeks(board, number, sets.firsts, alike, one.first, most)),
            (seconds, _seconds_with_no_other_weeks(board, number, group, one.second, most)),
        ):
            for other in others:
                before = choices[number]
                choices[number] = before | {other}
                ways = {n: [People(f, s) for f in firsts[n] for s in seconds[n] or (None,)] for n in people}
                if effort.over or not _ClashModel(board, ways, most).clash(sorted(people), effort):
                    choices[number] = before
    return Clash(firsts, seconds)


def _seconds_with_no_other_weeks(
    board: Board, number: int, group: int, choice: int | None, most: Mapping[str, int]
) -> list[int]:
    if choice is None:
        return []
    options = board.options[number].seconds[group]
    return _with_no_other_weeks(board, number, options, np.arange(len(options)), choice, most)


def _with_no_other_weeks(
    board: Board, number: int, options: Options, rows: Numbers, choice: int, most: Mapping[str, int]
) -> list[int]:
    """Give other choices that are only possible in weeks in which one is that has few."""
    if most.get(TIMING) == 0:
        good = board.problem.families[number].badly_timed[options.week[rows]] == 0
        rows = rows[good & (options.early[rows] == 0)]
    weeks: dict[int, set[int]] = {}
    for row in rows:
        weeks.setdefault(int(options.choice[row]), set()).add(int(options.week[row]))
    mine = weeks.get(choice, set())
    return [other for other, some in weeks.items() if other != choice and some <= mine] if len(mine) <= FEW else []


class _NamedModel(WeekModel):
    """Weeks for people who are named; `staying` positions of the plan to keep differ as families stay."""

    def __init__(
        self, board: Board, ways: Mapping[int, Sequence[People]], most: Mapping[str, int], staying: int = 0
    ) -> None:
        super().__init__(board, ways)
        if TIMING in most:
            self.model.add(self.badly_timed() <= most[TIMING])
        if CHANGES in most:
            self.model.add(self.changes() + staying <= most[CHANGES])


class _PlanModel(_NamedModel):
    """All of them move, and the others stay."""

    def __init__(self, board: Board, ways: Mapping[int, Sequence[People]], most: Mapping[str, int]) -> None:
        self._staying = sum(kept.count for number, kept in enumerate(board.kept) if number not in ways)
        super().__init__(board, ways, most, self._staying)

    def found(self, stop: StopSignal, *, even: bool) -> Found | None:
        """Give how; None where they cannot or that is not known."""
        for rest in self.rest.values():
            self.model.add(rest == 0)
        badly = MUCH * self.changes() + self.badly_timed()
        self.model.minimize(A_BAD_MOMENT * badly + self.squares() if even else badly)
        solver = level_solver(QUESTION)
        with stoppable(solver, stop):
            status = solver.solve(self.model)
        if status not in FOUND:
            return None
        plan = {number: one for number, rows in self.rows.items() for one, var in rows if solver.value(var)}
        come_to = {CHANGES: solver.value(self.changes()) + self._staying, TIMING: solver.value(self.badly_timed())}
        return Found(plan, [], {**come_to, SPREAD: _spread(self.board, plan)} if even else come_to)


def _spread(board: Board, plan: Mapping[int, Chosen]) -> int:
    """Give the squares of the families that each receiver takes and of those that move in each week, added up."""
    rows = [(options, row) for number, chosen in plan.items() for options, row in board.rows(number, chosen)]
    taken = Counter(int(options.worker[row]) for options, row in rows if options.worker[row] != NOBODY_NEW)
    moved = Counter(board.week_of(number, chosen) for number, chosen in plan.items())
    return sum(count**2 for some in (taken, moved) for count in some.values())


class _ClashModel(_NamedModel):
    """Some of them move; of the others nothing is said, neither that they stay nor to whom they go."""

    def _stays(self, number: int) -> int:  # noqa: ARG002 - whatever the family
        return 0

    def clash(self, asked: list[int], effort: _Effort) -> list[int]:
        """Give some of these families that cannot all move, as few as can be; [] where all can or that is not known."""
        left = self._too_many(asked, effort)
        for number in list(left):
            fewer = [other for other in left if other != number]
            if len(left) > 1 and number in left and not effort.over and (still := self._too_many(fewer, effort)):
                left = still
        return left

    def _too_many(self, asked: list[int], effort: _Effort) -> list[int]:
        """Give those of them that a proof needs that they cannot all move; [] where there is none."""
        solver = level_solver(QUESTION)
        moves = {self.rest[number].Not().index: number for number in asked}
        self.model.clear_assumptions()
        self.model.add_assumptions([self.rest[number].Not() for number in asked])
        with stoppable(solver, effort.stop):
            status = solver.solve(self.model)
        effort.work += solver.response_proto.deterministic_time
        if status != cp_model.INFEASIBLE:
            return []
        return sorted(moves[literal] for literal in solver.sufficient_assumptions_for_infeasibility())
