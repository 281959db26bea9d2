"""How many people it takes: the fewest hires with which a line holds with a chosen chance, and from when it does."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from caseload_planner.domain.run_control import OnProgress, Progress, StopSignal, ignore_progress
from caseload_planner.staffing.absence import absent_shares
from caseload_planner.staffing.arrays import Bools, Floats
from caseload_planner.staffing.case_flow import CaseFlow
from caseload_planner.staffing.case_weights import SHARE_UNITS
from caseload_planner.staffing.engine import chunks_of
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.outcomes import LINE_OF
from caseload_planner.staffing.random_numbers import Dice
from caseload_planner.staffing.run_plan import RunPlan
from caseload_planner.staffing.scenario import Hire, Onboards, Waiting
from caseload_planner.staffing.workforce import Workforce

MOST_PEOPLE = 400
MOST_FUTURES = 2_000
QUARTER_WEEKS = 13
STEP = "sizing"
_HUNDREDTHS = 100.0


class Pace(StrEnum):
    """When people are hired."""

    AT_ONCE = "at_once"
    PER_QUARTER = "per_quarter"


@dataclass(frozen=True, slots=True, kw_only=True)
class SizingQuestion:
    """What is asked.

    Attributes
    ----------
    series
        Load per contracted fte (funded norm) or per deployable fte (working norm).
    chance
        In which part of the futures the line is to hold.
    last_weeks
        In every one of so many weeks at the end of the run; None: in every week from the first hire on.
    in_weeks
        When the first come.
    place, fte, onboarding
        Where, how much and as what each person is hired.
    """

    series: Series = Series.LOAD_PER_FTE
    chance: float = 0.8
    pace: Pace = Pace.AT_ONCE
    last_weeks: int | None = 26
    in_weeks: int = 0
    place: str = ""
    fte: float = 0.89
    onboarding: Onboards = Onboards.STARTER


@dataclass(frozen=True, slots=True, kw_only=True)
class SizingAnswer:
    """What it takes.

    Attributes
    ----------
    people
        Fewest people at each moment of hiring; None where even the most that was tried is not enough.
    moments
        Weeks in which people come.
    reached
        Chance with that many, and with one less.
    holds_from
        Week from which on the line holds in each week with the chance; None where that is never.
    tried
        People and chance reached, in order of people: never falling.
    """

    question: SizingQuestion
    people: int | None
    moments: tuple[int, ...]
    reached: float
    reached_with_one_less: float | None
    holds_from: int | None
    tried: tuple[tuple[int, float], ...]
    stopped: bool = False

    @property
    def total_fte(self) -> float | None:
        """All fte hired together."""
        return None if self.people is None else self.people * self.question.fte * len(self.moments)


def size_establishment(
    plan: RunPlan,
    question: SizingQuestion,
    *,
    stop: StopSignal | None = None,
    on_progress: OnProgress = ignore_progress,
) -> SizingAnswer:
    """Find the fewest hires, by halving over the same futures; more people never lower the chance.

    The cases are thrown once. The line is to hold without letting anybody wait, so a limit of the scenario is set
    aside.
    """
    stop = stop or StopSignal()
    futures = min(plan.scenario.replications, MOST_FUTURES)
    moments = _moments(question, plan.scenario.weeks)
    loads = _loads(plan, futures)
    tried: dict[int, tuple[float, Floats]] = {}

    def chance(people: int) -> float:
        if people not in tried:
            on_progress(Progress(STEP, len(tried), 12, {"people": float(people)}))
            under = _under(plan, question, people, moments, loads, futures)
            tried[people] = float(_judged(under, question).mean()), np.asarray(under.mean(axis=1))
        return tried[people][0]

    found = _fewest(chance, question.chance, stop)
    people = found if found is not None else max(tried)
    return SizingAnswer(
        question=question,
        people=found,
        moments=moments,
        reached=tried[people][0],
        reached_with_one_less=tried[people - 1][0] if people - 1 in tried else None,
        holds_from=_holds_from(tried[people][1], question.chance),
        tried=tuple((n, tried[n][0]) for n in sorted(tried)),
        stopped=stop.requested,
    )


def _fewest(chance: Callable[[int], float], wanted: float, stop: StopSignal) -> int | None:
    """Double until it is enough, then halve between."""
    if chance(0) >= wanted:
        return 0
    low, high = 0, 1
    while chance(high) < wanted:
        if high >= MOST_PEOPLE or stop.requested:
            return None
        low, high = high, min(MOST_PEOPLE, 2 * high)
    while high - low > 1 and not stop.requested:
        middle = (low + high) // 2
        low, high = (low, middle) if chance(middle) >= wanted else (middle, high)
    return high


def _moments(question: SizingQuestion, weeks: int) -> tuple[int, ...]:
    if question.pace is Pace.AT_ONCE:
        return (question.in_weeks,)
    return tuple(range(question.in_weeks, weeks, QUARTER_WEEKS)) or (question.in_weeks,)


def _loads(plan: RunPlan, futures: int) -> list[Floats]:
    """Throw the cases of all futures, chunk by chunk: points of all asked places together by week and future."""
    scenario = replace(plan.scenario, waiting=Waiting())
    flow = CaseFlow(scenario, plan.snapshot, plan.survivals, plan.teams)
    dice = Dice(scenario.seed)
    loads = [flow.tally(dice, chunk).load[plan.teams].sum(axis=0) for chunk in chunks_of(futures)]
    return [load / (SHARE_UNITS * _HUNDREDTHS) for load in loads]


def _under(
    plan: RunPlan, question: SizingQuestion, people: int, moments: tuple[int, ...], loads: list[Floats], futures: int
) -> Bools:
    """Give by week and future whether the load is at or under the line with so many hires at each moment."""
    hired = tuple(
        Hire(place=question.place, people=people, fte=question.fte, in_weeks=week, onboarding=question.onboarding)
        for week in moments
    )
    scenario = replace(plan.scenario, hires=(*plan.scenario.hires, *(hired if people else ())))
    workforce = Workforce(scenario, plan.snapshot)
    dice = Dice(scenario.seed)
    line = getattr(plan.lines, LINE_OF[question.series])[:, None]
    parts = []
    for chunk, load in zip(chunks_of(futures), loads, strict=True):
        staff = workforce.tally(dice, chunk)
        fte = staff.contract
        if question.series is Series.LOAD_PER_DEPLOYABLE_FTE:
            fte = staff.carrying * (1.0 - absent_shares(scenario, plan.snapshot, dice, chunk))
        parts.append(load <= line * fte[plan.teams].sum(axis=0))
    return np.concatenate(parts, axis=1)


def _judged(under: Bools, question: SizingQuestion) -> Bools:
    weeks = under[-question.last_weeks :] if question.last_weeks is not None else under[question.in_weeks :]
    return np.asarray(weeks.all(axis=0))


def _holds_from(by_week: Floats, chance: float) -> int | None:
    lasting = np.logical_and.accumulate((by_week >= chance)[::-1])[::-1]
    return int(np.argmax(lasting)) if lasting.any() else None
