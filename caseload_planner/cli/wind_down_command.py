"""``wind-down``: how team D, or whoever leaves, hands everything over until a date."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, NamedTuple

import typer

from caseload_planner.application.named_leavers import refuse_leavers
from caseload_planner.application.nil_date import when_nil
from caseload_planner.application.plan_wind_down import WindDownDraft, keeping_plan, plan_wind_down
from caseload_planner.application.services import Services
from caseload_planner.cli.answers import answer_json, answer_line
from caseload_planner.cli.failures import WrongUseError
from caseload_planner.cli.interruption import stopping_on_interrupt
from caseload_planner.cli.opened import opened
from caseload_planner.cli.options import AsJson, Database, OnDate, positive, read_date
from caseload_planner.cli.progress import progress_on_terminal
from caseload_planner.cli.wind_down_answer import answer_nil, answer_wind_down
from caseload_planner.cli.wind_down_document import nil_document, wind_down_document
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.winddown.earliest import NilAnswer
from caseload_planner.winddown.request import (
    LONGEST_OVERLAP,
    OVERLAP,
    PER_LEAVER,
    PER_RECEIVER,
    SHORTEST_OVERLAP,
    Leaver,
    WindDownRequest,
)

DEFAULT_SECONDS = 60.0
HALF_A_YEAR = timedelta(weeks=26)
MOST_A_WEEK = 99
LONGEST = timedelta(days=5 * 366)
"""Of a plan week by week: further on nothing of it would be true, and it takes longer than anybody waits."""


class AskedLeaver(NamedTuple):
    """Somebody who hands over, and until when where that was said."""

    worker: str
    ends_on: date | None


def read_leaver(text: str) -> AskedLeaver:
    """Read ``WORKER`` or ``WORKER=DATE``."""
    worker, equals, day = text.partition("=")
    if not worker or (equals and not day):
        raise typer.BadParameter(f"{text} names no leaver; write WORKER, or WORKER=2026-11-23 with her last day")
    return AskedLeaver(worker, read_date(day) if day else None)


Until = Annotated[
    date | None,
    typer.Option(
        "--until", metavar="DATE", parser=read_date, help="On this day nobody of them carries; within five years."
    ),
]
Leavers = Annotated[
    list[AskedLeaver] | None,
    typer.Option(
        "--leaver",
        metavar="W[=DATE]",
        parser=read_leaver,
        help="Who hands over: anybody who leaves or is away for long, by her own last day where one is given, "
        "else by --until. May be given more than once; without it all of team D.",
    ),
]
CutOff = Annotated[
    date | None,
    typer.Option("--new-cases-until", metavar="DATE", parser=read_date, help="Last day on which team D takes any."),
]
Overlap = Annotated[
    int,
    typer.Option(
        "--overlap", min=SHORTEST_OVERLAP, max=LONGEST_OVERLAP, help="Weeks in which the new contact walks along."
    ),
]
PerReceiver = Annotated[
    int, typer.Option("--per-receiver", min=1, max=MOST_A_WEEK, help="Families she takes in a week.")
]
PerLeaver = Annotated[int, typer.Option("--per-leaver", min=1, max=MOST_A_WEEK, help="Families she gives in a week.")]
Inflow = Annotated[
    float, typer.Option("--inflow", min=0, max=5, help="New cases to expect, as a share of the year before.")
]
Kept = Annotated[str | None, typer.Option("--keep", metavar="PLAN", help="Change little of this plan.")]
WhenNil = Annotated[bool, typer.Option("--when-nil", help="Find the earliest date instead of a plan.")]
Seconds = Annotated[
    float, typer.Option("--time-limit", metavar="SECONDS", callback=positive, help="How long to look at most.")
]


def wind_down(
    context: typer.Context,
    *,
    on: OnDate,
    until: Until = None,
    db: Database = None,
    leaver: Leavers = None,
    new_cases_until: CutOff = None,
    overlap: Overlap = OVERLAP,
    per_receiver: PerReceiver = PER_RECEIVER,
    per_leaver: PerLeaver = PER_LEAVER,
    inflow: Inflow = 1.0,
    keep: Kept = None,
    nil: WhenNil = False,
    time_limit: Seconds = DEFAULT_SECONDS,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Of the search.")] = 0,
    as_json: AsJson = False,
) -> None:
    """Plan how everything of team D is handed over or runs out until a date."""
    last = until or on + HALF_A_YEAR
    if last - on > LONGEST:
        raise WrongUseError(f"--until {last} is more than five years after {on}; name an earlier day")
    request = WindDownRequest(
        on=on,
        until=last,
        leavers=tuple(sorted(Leaver(worker, day or last) for worker, day in leaver or ())),
        per_receiver=per_receiver,
        per_leaver=per_leaver,
        overlap_weeks=overlap,
        new_cases_until=new_cases_until,
        inflow_share=Decimal(str(inflow)),
        seed=seed,
        time_limit_seconds=time_limit,
    )
    with opened(context, db) as services:
        refuse_leavers(services, request)
        if keep is not None:
            request = keeping_plan(services, request, keep, on)
        found = _when_nil(services, request) if nil else _planned(services, request)
    _answer(found, as_json=as_json)


def _when_nil(services: Services, request: WindDownRequest) -> NilAnswer:
    stop = StopSignal()
    with stopping_on_interrupt(stop), progress_on_terminal("planning") as on_progress:
        return when_nil(services, request, stop=stop, on_progress=on_progress)


def _planned(services: Services, request: WindDownRequest) -> WindDownDraft:
    stop = StopSignal()
    with stopping_on_interrupt(stop), progress_on_terminal("planning") as on_progress:
        return plan_wind_down(services, request, stop=stop, on_progress=on_progress)


def _answer(found: NilAnswer | WindDownDraft, *, as_json: bool) -> None:
    if isinstance(found, WindDownDraft):
        _answer_plan(found, as_json=as_json)
    elif as_json:
        answer_json(nil_document(found))
    else:
        answer_nil(found)


def _answer_plan(draft: WindDownDraft, *, as_json: bool) -> None:
    if as_json:
        answer_json(wind_down_document(draft))
    else:
        answer_wind_down(draft)
        answer_line(f"plan {draft.id}: {len(draft.plan.handovers)} handed over, {len(draft.plan.unplaced)} left over")
