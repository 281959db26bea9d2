"""Families that cannot all move to the people that an answer over patterns names.

Patterns look at one receiver at a time. A family moves in one week, to its first and its second contact at once, and
each of them has so many turns a week: what fits each receiver need not fit them all. What clashes once need not be
named again.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.solving.stopping import stoppable
from caseload_planner.winddown.board import Board, Chosen, People
from caseload_planner.winddown.options import Numbers, Options
from caseload_planner.winddown.search import FOUND, Limits, level_solver
from caseload_planner.winddown.when import WeekModel

QUESTION = Limits(math.inf, deterministic_limit=0.5)
"""For one question, far more than it takes; what is not known by then is no clash."""
MOST_WORK = 1.0
"""Units of the solver's own time for one answer; where so many clash that it takes longer it is left at those."""
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

    No family is in two clashes.
    """

    plan: dict[int, Chosen] | None
    clashes: list[Clash]


def weeks_or_clashes(board: Board, people: Mapping[int, People], badly_timed: int | None, stop: StopSignal) -> Found:
    """Find weeks in which families move to these people, some weeks that will do, or say which cannot all move.

    No more than so many are badly timed; None where that does not matter.
    """
    ways = {number: [way] for number, way in people.items()}
    plan = _PlanModel(board, ways, badly_timed).plan(stop)
    if plan is not None:
        return Found(plan, [])
    effort = _Effort(stop)
    model, asked, found = _ClashModel(board, ways, badly_timed), sorted(people), list[Clash]()
    while len(found) < MOST_CLASHES and not effort.over:
        numbers = model.clash(asked, effort)
        if not numbers:
            break
        found.append(_widened(board, {number: people[number] for number in numbers}, badly_timed, effort))
        asked = [number for number in asked if number not in numbers]
    return Found(None, found)


class _Effort:
    """What has been asked about one answer."""

    def __init__(self, stop: StopSignal) -> None:
        self.stop, self.work = stop, 0.0

    @property
    def over(self) -> bool:
        """Whether nothing more is asked."""
        return self.stop.requested or self.work >= MOST_WORK


def _widened(board: Board, people: Mapping[int, People], badly_timed: int | None, effort: _Effort) -> Clash:
    """Add to people who clash others who do so as well, as they have no other weeks than those."""
    firsts = {number: frozenset({one.first}) for number, one in people.items()}
    seconds = {number: frozenset() if one.second is None else frozenset({one.second}) for number, one in people.items()}
    for number, one in people.items():
        sets = board.options[number]
        group = int(sets.firsts.second_set[np.flatnonzero(sets.firsts.choice == one.first)[0]])
        alike = np.flatnonzero(sets.firsts.second_set == group)
        for choices, others in (
            (firsts, _with_no_other_weeks(board, number, sets.firsts, alike, one.first, badly_timed)),
            (seconds, _seconds_with_no_other_weeks(board, number, group, one.second, badly_timed)),
        ):
            for other in others:
                before = choices[number]
                choices[number] = before | {other}
                ways = {n: [People(f, s) for f in firsts[n] for s in seconds[n] or (None,)] for n in people}
                if effort.over or not _ClashModel(board, ways, badly_timed).clash(sorted(people), effort):
                    choices[number] = before
    return Clash(firsts, seconds)


def _seconds_with_no_other_weeks(
    board: Board, number: int, group: int, choice: int | None, badly_timed: int | None
) -> list[int]:
    if choice is None:
        return []
    options = board.options[number].seconds[group]
    return _with_no_other_weeks(board, number, options, np.arange(len(options)), choice, badly_timed)


def _with_no_other_weeks(
    board: Board, number: int, options: Options, rows: Numbers, choice: int, badly_timed: int | None
) -> list[int]:
    """Give other choices that are only possible in weeks in which one is that has few."""
    if badly_timed == 0:
        good = board.problem.families[number].badly_timed[options.week[rows]] == 0
        rows = rows[good & (options.early[rows] == 0)]
    weeks: dict[int, set[int]] = {}
    for row in rows:
        weeks.setdefault(int(options.choice[row]), set()).add(int(options.week[row]))
    mine = weeks.get(choice, set())
    return [other for other, some in weeks.items() if other != choice and some <= mine] if len(mine) <= FEW else []


class _NamedModel(WeekModel):
    """Weeks for people who are named."""

    def __init__(self, board: Board, ways: Mapping[int, Sequence[People]], badly_timed: int | None) -> None:
        super().__init__(board, ways)
        if badly_timed is not None:
            self.model.add(self.badly_timed() <= badly_timed)


class _PlanModel(_NamedModel):
    """All of them move, and the others stay."""

    def plan(self, stop: StopSignal) -> dict[int, Chosen] | None:
        """Give how; None where they cannot or that is not known."""
        for rest in self.rest.values():
            self.model.add(rest == 0)
        self.model.minimize(self.badly_timed())
        solver = level_solver(QUESTION)
        with stoppable(solver, stop):
            status = solver.solve(self.model)
        if status not in FOUND:
            return None
        return {number: one for number, rows in self.rows.items() for one, var in rows if solver.value(var)}


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
