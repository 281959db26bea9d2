"""Replay weeks of history: what was decided and what would have been proposed, on the same figures."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time

from caseload_planner.application.decided_weeks import DecidedWeek, decided_week, last_mondays
from caseload_planner.application.propose_distribution import profile_named
from caseload_planner.application.services import Services
from caseload_planner.distribution.judge import judge, level_values
from caseload_planner.distribution.problem import build_problem
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import LevelValue, ProposalRequest, Status
from caseload_planner.distribution.solve import solve
from caseload_planner.domain.calendar import iso_week
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.domain.run_control import OnProgress, Progress, StopSignal, ignore_progress
from caseload_planner.rules.round import Placement, Plan, plan_of

COMPARED = ("waiting", "families", "over_norm", "intake_spread", "pairs", "near", "evenness", "faces")
"""Levels on which decided and proposed stand beside each other; wishes and changes say nothing about history."""


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """A plan of a week, valued by the judge.

    Attributes
    ----------
    placements, unplaced
        The plan, both sorted by measure.
    levels
        The compared levels, without bounds.
    broken
        Breaches of hard rules, by rule: history may have some, a proposal never has.
    """

    placements: tuple[Placement, ...]
    unplaced: tuple[str, ...]
    levels: tuple[LevelValue, ...]
    broken: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayedWeek:
    """One week, decided and proposed.

    Attributes
    ----------
    asked
        Keys of what was to be distributed: the decided measures and those that waited.
    proposed_status
        How far the proposal is proven; None where nothing was asked.
    seconds
        How long the proposal took.
    """

    week: str
    decided_week: DecidedWeek
    asked: tuple[str, ...]
    decided: PlanFigures
    proposed: PlanFigures
    proposed_status: Status | None
    seconds: float

    @property
    def same(self) -> int:
        """How many measures went to the very same people."""
        return len(set(self.decided.placements) & set(self.proposed.placements))

    @property
    def same_first(self) -> int:
        """How many measures went to the same first contact."""
        return len(_firsts(self.decided) & _firsts(self.proposed))


@dataclass(frozen=True, slots=True)
class PlanTotals:
    """What the plans of all weeks come to together: levels added up, breaches by rule."""

    placed: int
    unplaced: int
    levels: tuple[LevelValue, ...]
    broken: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Replay:
    """The weeks replayed, oldest first; `stopped` where somebody ended it before the last."""

    weeks: tuple[ReplayedWeek, ...]
    stopped: bool

    @property
    def decided(self) -> PlanTotals:
        """Give what was decided, over all weeks."""
        return _totals(week.decided for week in self.weeks)

    @property
    def proposed(self) -> PlanTotals:
        """Give what would have been proposed, over all weeks."""
        return _totals(week.proposed for week in self.weeks)


def replay(
    services: Services,
    request: ProposalRequest,
    weeks: int,
    *,
    stop: StopSignal | None = None,
    on_progress: OnProgress = ignore_progress,
) -> Replay:
    """Replay the last weeks that were over on the date of a request; nothing is written.

    Each week begins from history, not from what was proposed the week before. Where a week's decisions fell on several
    days, the proposal sees the week's cases together, on the last of those days.

    Parameters
    ----------
    request
        Date, teams, profile, seed and limits; limits hold for each week.
    weeks
        How many ISO weeks before that of the date.
    stop
        Asked to stop, the weeks done are given; the week at hand is dropped.

    Raises
    ------
    UnknownKeyError
        A team or profile that does not exist.
    """
    profile = profile_named(services.profiles, request.profile)
    with services.store.read() as unit:
        organisation = unit.snapshot()
    for team in request.teams:
        if team not in organisation.teams:
            known = ", ".join(organisation.teams)
            raise UnknownKeyError(f"there is no team {team}; there are: {known}", kind="team", key=team)
    stop = stop or StopSignal()
    mondays = last_mondays(request.on, weeks)
    done: list[ReplayedWeek] = []
    for number, monday in enumerate(mondays):
        if not stop.requested:
            history = _with_plans_of_then(services, decided_week(organisation, monday, request.teams))
            teller = _WeekTeller(iso_week(monday), number, len(mondays), on_progress)
            week = _replayed(history, request, profile, stop, teller)
        if stop.requested:
            return Replay(tuple(done), stopped=True)
        done.append(week)
    return Replay(tuple(done), stopped=False)


def _with_plans_of_then(services: Services, history: DecidedWeek) -> DecidedWeek:
    """Let those be closed to new cases whose wind-down plans stood when the day of the round began."""
    began = datetime.combine(history.on, time.min, services.clock.now().tzinfo)
    with services.store.read() as unit:
        closed = unit.wind_downs.winding_down(began)
    return replace(history, before=replace(history.before, winding_down=closed))


def _replayed(
    history: DecidedWeek, request: ProposalRequest, profile: Profile, stop: StopSignal, on_progress: OnProgress
) -> ReplayedWeek:
    problem = build_problem(history.before, replace(request, on=history.on, wish_weights=profile.wish_weights))
    round_ = problem.round
    decided = plan_of(round_, [p for p in history.placements if p.measure in round_.asked])
    proposal = solve(problem, profile, stop=stop, on_progress=on_progress) if round_.asked else None
    return ReplayedWeek(
        week=iso_week(history.monday),
        decided_week=history,
        asked=round_.asked,
        decided=_figures(decided),
        proposed=_figures(plan_of(round_, proposal.placements if proposal else ())),
        proposed_status=proposal.status if proposal else None,
        seconds=proposal.seconds if proposal else 0.0,
    )


def _figures(plan: Plan) -> PlanFigures:
    broken = Counter(breach.rule for breach in judge(plan).forbidden)
    return PlanFigures(plan.placements, plan.unplaced, level_values(plan, COMPARED), dict(sorted(broken.items())))


def _firsts(figures: PlanFigures) -> set[tuple[str, str]]:
    return {(placement.measure, placement.first) for placement in figures.placements}


def _totals(plans: Iterable[PlanFigures]) -> PlanTotals:
    chosen = list(plans)
    broken: Counter[str] = Counter()
    values: Counter[str] = Counter()
    for plan in chosen:
        broken.update(plan.broken)
        values.update({level.name: level.value for level in plan.levels})
    scales = {level.name: level.scale for plan in chosen for level in plan.levels}
    return PlanTotals(
        placed=sum(len(plan.placements) for plan in chosen),
        unplaced=sum(len(plan.unplaced) for plan in chosen),
        levels=tuple(LevelValue(name, values[name], None, scales.get(name, 1)) for name in COMPARED),
        broken=dict(sorted(broken.items())),
    )


class _WeekTeller:
    """Tells which week is at hand in front of what the solver tells."""

    def __init__(self, week: str, number: int, of: int, on_progress: OnProgress) -> None:
        self._week, self._number, self._of, self._on_progress = week, number, of, on_progress

    def __call__(self, progress: Progress) -> None:
        step = f"{self._week} {progress.step}"
        self._on_progress(Progress(step, self._number, self._of, progress.figures))
