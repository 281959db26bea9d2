"""``replay``: the last weeks of history, what was decided beside what would have been proposed."""

from typing import Annotated

import typer

from caseload_planner.application.replay_weeks import PlanFigures, PlanTotals, Replay, ReplayedWeek
from caseload_planner.application.replay_weeks import replay as replay_weeks
from caseload_planner.application.services import Services
from caseload_planner.cli.answers import JsonValue, answer_json, answer_line, answer_table, number
from caseload_planner.cli.failures import WrongUseError
from caseload_planner.cli.interruption import stopping_on_interrupt
from caseload_planner.cli.opened import opened
from caseload_planner.cli.options import AsJson, Database, OnDate, Teams
from caseload_planner.cli.progress import progress_on_terminal
from caseload_planner.cli.propose_command import DEFAULT_SECONDS, Deterministic, Seconds
from caseload_planner.distribution.proposal import LevelValue, ProposalRequest
from caseload_planner.domain.run_control import StopSignal

MOST_WEEKS = 260
IN_WEEKS_TABLE = ("waiting", "over_norm", "evenness", "faces")
"""Levels that have a column a week; all stand in the totals."""


def replay(
    context: typer.Context,
    *,
    on: OnDate,
    weeks: Annotated[
        int, typer.Option("--weeks", min=1, max=MOST_WEEKS, help="How many weeks before that of the date.")
    ],
    db: Database = None,
    team: Teams = None,
    profile: Annotated[str, typer.Option("--profile", help="Order of the wishes.")] = "balanced",
    time_limit: Seconds = DEFAULT_SECONDS,
    deterministic_limit: Deterministic = None,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Of the search.")] = 0,
    as_json: AsJson = False,
) -> None:
    """Replay the last weeks: what was decided, what would have been proposed. Limits hold for each week."""
    request = ProposalRequest(
        on=on,
        teams=tuple(team or ()),
        profile=profile,
        seed=seed,
        time_limit_seconds=time_limit,
        deterministic_limit=deterministic_limit,
    )
    with opened(context, db) as services:
        if profile not in services.profiles:
            raise WrongUseError(f"there is no profile {profile}; there are: {', '.join(services.profiles)}")
        done = _replayed(services, request, weeks)
    if as_json:
        answer_json(replay_document(request, done))
    else:
        _answer(done, weeks)


def _replayed(services: Services, request: ProposalRequest, weeks: int) -> Replay:
    stop = StopSignal()
    with stopping_on_interrupt(stop), progress_on_terminal("replaying") as on_progress:
        return replay_weeks(services, request, weeks, stop=stop, on_progress=on_progress)


def replay_document(request: ProposalRequest, done: Replay) -> JsonValue:
    """Give the weeks, oldest first, and what they come to together."""
    return {
        "on": request.on.isoformat(),
        "profile": request.profile,
        "seed": request.seed,
        "teams": list(request.teams),
        "stopped": done.stopped,
        "weeks": [_week_document(week) for week in done.weeks],
        "totals": {
            "measures": sum(len(week.asked) for week in done.weeks),
            "same": sum(week.same for week in done.weeks),
            "same_first": sum(week.same_first for week in done.weeks),
            "seconds": round(sum(week.seconds for week in done.weeks), 3),
            "decided": _totals_document(done.decided),
            "proposed": _totals_document(done.proposed),
        },
    }


def _week_document(week: ReplayedWeek) -> JsonValue:
    status = None if week.proposed_status is None else week.proposed_status.value
    return {
        "week": week.week,
        "on": week.decided_week.on.isoformat(),
        "measures": list(week.asked),
        "ended": list(week.decided_week.ended),
        "same": week.same,
        "same_first": week.same_first,
        "decided": _plan_document(week.decided),
        "proposed": {"status": status, **_plan_document(week.proposed)},
        "seconds": round(week.seconds, 3),
    }


def _plan_document(plan: PlanFigures) -> dict[str, JsonValue]:
    return {
        "assignments": [{"measure": p.measure, "first": p.first, "second": p.second} for p in plan.placements],
        "unassigned": list(plan.unplaced),
        "levels": _levels_document(plan.levels),
        "broken": dict(plan.broken),
    }


def _totals_document(totals: PlanTotals) -> JsonValue:
    return {
        "placed": totals.placed,
        "unassigned": totals.unplaced,
        "levels": _levels_document(totals.levels),
        "broken": dict(totals.broken),
    }


def _levels_document(levels: tuple[LevelValue, ...]) -> list[JsonValue]:
    return [{"name": level.name, "value": _value(level)} for level in levels]


def _value(level: LevelValue) -> JsonValue:
    return level.value if level.scale == 1 else number(level.reported_value)


def _answer(done: Replay, weeks: int) -> None:
    figures = ("cases", "same", "same first", "broken", *(name.replace("_", " ") for name in IN_WEEKS_TABLE))
    rows = [_week_row(week) for week in done.weeks]
    answer_table("Weeks: decided > proposed", ("week", "on", *figures), rows, right=figures)
    decided, proposed = done.decided, done.proposed
    totals = [
        ("cases placed", str(decided.placed), str(proposed.placed)),
        ("cases left over", str(decided.unplaced), str(proposed.unplaced)),
        ("rules broken", _broken(decided), _broken(proposed)),
    ]
    totals += [
        (was.name.replace("_", " "), str(was.reported_value), str(would.reported_value))
        for was, would in zip(decided.levels, proposed.levels, strict=True)
    ]
    answer_table("Together", ("", "decided", "proposed"), totals, right=("decided", "proposed"))
    if done.stopped:
        answer_line(f"stopped after {len(done.weeks)} of {weeks} weeks")


def _week_row(week: ReplayedWeek) -> tuple[str, ...]:
    was = {level.name: level for level in week.decided.levels}
    would = {level.name: level for level in week.proposed.levels}
    return (
        week.week,
        week.decided_week.on.isoformat(),
        str(len(week.asked)),
        str(week.same),
        str(week.same_first),
        str(sum(week.decided.broken.values())),
        *(f"{was[name].reported_value} > {would[name].reported_value}" for name in IN_WEEKS_TABLE),
    )


def _broken(totals: PlanTotals) -> str:
    return ", ".join(f"{rule} {count}x" for rule, count in totals.broken.items()) or "none"
