"""The earliest day on which leavers can be at nil: without more overload, and within the ceilings."""

import time
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_UP, Decimal

import numpy as np

from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.points import Hundredths
from caseload_planner.domain.run_control import OnProgress, Progress, StopSignal, ignore_progress
from caseload_planner.winddown.board import Board
from caseload_planner.winddown.building import build_wind_down, leavers_of
from caseload_planner.winddown.horizon import Horizon
from caseload_planner.winddown.leftovers import explain_unplaced
from caseload_planner.winddown.levels import UNPLACED
from caseload_planner.winddown.outcome import fates_of
from caseload_planner.winddown.problem import Weeks, WindDownProblem
from caseload_planner.winddown.request import SHORTEST_OVERLAP, WindDownRequest
from caseload_planner.winddown.solve import Best, best_of, first_plan, restore

SECONDS_A_WEEK, SECONDS_FOR_THE_LAST = 6.0, 20.0
"""How long one end date is looked at, at most; the last one has longer, as it says how much is missing."""
FIRST_SHARE = 0.2
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class NilVerdict:
    """What holds under one limit.

    Attributes
    ----------
    earliest
        The first day with nothing left; None where there is none up to the last day looked at.
    in_the_way, rules
        Measures that find nobody a week earlier, or at all, and the rules that bind them.
    cases_missing, points_missing, fte_missing
        What finds nobody on the last day, and the fte that would carry it at the working norm; nothing where it can.
    proven
        Whether a week earlier was shown to be impossible, and not only not found.
    """

    earliest: date | None
    in_the_way: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    cases_missing: int = 0
    points_missing: Hundredths = 0
    fte_missing: Decimal = Decimal(0)
    proven: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NilAnswer:
    """When it can be nil without anybody further above her working norm, and within the ceilings."""

    on: date
    latest: date
    within_norm: NilVerdict
    within_ceilings: NilVerdict


@dataclass(frozen=True, slots=True)
class _Try:
    """What one end date came to: what is left over with what binds it, in points, and whether fewer is impossible."""

    ends_on: date
    left: tuple[str, ...]
    rules: tuple[str, ...]
    points: Hundredths
    proven: bool


def earliest_nil(
    organisation: Organisation,
    request: WindDownRequest,
    *,
    stop: StopSignal | None = None,
    on_progress: OnProgress = ignore_progress,
) -> NilAnswer:
    """Look for the earliest end under each limit, by halving the weeks up to `request.until`.

    Later is taken to be easier; the week before the one found is always looked at by itself.
    """
    stop = stop or StopSignal()
    leavers = leavers_of(organisation, request)
    latest = min(request.until, max(leaver.ends_on for leaver in leavers) + timedelta(days=1))
    asked = replace(request, leavers=leavers, until=max(latest, request.on + timedelta(days=1)))
    searches = [_Search(organisation, asked, stop, strict=strict) for strict in (True, False)]
    verdicts = []
    for number, search in enumerate(searches):
        on_progress(Progress("within_norm" if number == 0 else "within_ceilings", number, len(searches)))
        verdicts.append(search.run(organisation))
    return NilAnswer(on=request.on, latest=asked.until, within_norm=verdicts[0], within_ceilings=verdicts[1])


class _Search:
    def __init__(self, organisation: Organisation, request: WindDownRequest, stop: StopSignal, *, strict: bool) -> None:
        self._organisation, self._request, self._stop, self._strict = organisation, request, stop, strict
        horizon = Horizon(request.on, request.until)
        first = horizon.first_start + SHORTEST_OVERLAP + 1
        self._days = [*horizon.mondays[first : horizon.planned], request.until]
        self._tries: dict[int, _Try] = {}

    def run(self, organisation: Organisation) -> NilVerdict:
        last = len(self._days) - 1
        if self._at(last).left:
            return self._impossible(organisation, self._at(last))
        low, high = -1, last
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if not self._at(middle).left else (middle, high)
        before = self._at(high - 1) if high > 0 else None
        return NilVerdict(
            earliest=self._days[high],
            in_the_way=() if before is None else before.left,
            rules=() if before is None else before.rules,
            proven=before is None or before.proven,
        )

    def _impossible(self, organisation: Organisation, found: _Try) -> NilVerdict:
        working = organisation.norms.on(self._request.until).working
        fte = (Decimal(found.points) / working).quantize(HUNDREDTH, ROUND_UP)
        return NilVerdict(
            earliest=None,
            in_the_way=found.left,
            rules=found.rules,
            cases_missing=len(found.left),
            points_missing=found.points,
            fte_missing=fte,
            proven=found.proven,
        )

    def _at(self, number: int) -> _Try:
        if number not in self._tries:
            self._tries[number] = self._look(self._days[number])
        return self._tries[number]

    def _look(self, day: date) -> _Try:
        leavers = tuple(replace(leaver, ends_on=min(leaver.ends_on, day)) for leaver in self._request.leavers)
        problem = build_wind_down(self._organisation, replace(self._request, leavers=leavers, until=day))
        if self._strict:
            problem = within_norm(problem)
        board, bound = fewest_left(
            problem, SECONDS_FOR_THE_LAST if day == self._days[-1] else SECONDS_A_WEEK, self._stop
        )
        _, left = fates_of(board)
        rows = explain_unplaced(board, left)
        rules = tuple(sorted({rule for row in rows for rule in row.rules}))
        return _Try(day, left, rules, _points(problem, left), bound > 0)


def within_norm(problem: WindDownProblem) -> WindDownProblem:
    """Give the problem in which nobody may come above her working norm, or above what doing nothing would bring her."""
    most = {
        key: np.minimum(weeks, np.maximum(problem.working[key], _without_handovers(problem, key)))
        for key, weeks in problem.most.items()
    }
    return replace(problem, most=most)


def _without_handovers(problem: WindDownProblem, receiver: str) -> Weeks:
    weeks = range(len(problem.most[receiver]))
    return np.array([problem.ahead.without_handovers(receiver, week) for week in weeks], dtype=np.int64)


def fewest_left(problem: WindDownProblem, seconds: float, stop: StopSignal) -> tuple[Board, int]:
    """Leave over as few measures as can be; give the board with them and a proven bound of how few."""
    deadline = time.monotonic() + seconds
    board = first_plan(problem, problem.request.seed, stop, time.monotonic() + FIRST_SHARE * seconds)
    best = best_of(board)
    if best.total[0] == 0 or not problem.families or stop.requested:
        return board, 0
    # CP-SAT pulls pandas and takes over a second to import: only who solves pays for it.
    from caseload_planner.winddown.pattern_search import Asked, PatternSearch
    from caseload_planner.winddown.search import Limits

    restore(board, best)
    limits = Limits(deadline, problem.request.deterministic_limit, problem.request.seed)
    answer = PatternSearch(board).settle(Asked(UNPLACED, {}, limits, stop), board.choices, best.total[0])
    if answer.plan is not None:
        restore(board, Best(answer.plan, ()))
    return board, answer.bound


def _points(problem: WindDownProblem, left: tuple[str, ...]) -> Hundredths:
    """Give what is left over weighs on the last day, in the positions that are given up."""
    week, total = problem.horizon.week_of(problem.request.until), 0
    for leaver in problem.leavers:
        rows = problem.ahead.staying[week].carried.get(leaver.worker, ())
        total += sum(row.share for row in rows if row.measure in left)
    return total
