"""``propose``: the best distribution of a date's measures, stored as a draft."""

from collections.abc import Iterable
from typing import Annotated

import typer

from caseload_planner.application.propose_alternatives import StoredAlternative, propose_alternatives
from caseload_planner.application.propose_distribution import keeping
from caseload_planner.application.services import Services
from caseload_planner.cli.answers import answer_json, answer_line
from caseload_planner.cli.conflict_answer import answer_conflicts
from caseload_planner.cli.failures import WrongUseError
from caseload_planner.cli.interruption import stopping_on_interrupt
from caseload_planner.cli.opened import opened
from caseload_planner.cli.options import (
    AsJson,
    Database,
    Exclusion,
    OnDate,
    Teams,
    positive,
    positive_count,
    read_exclusion,
    read_pin,
)
from caseload_planner.cli.progress import progress_on_terminal
from caseload_planner.cli.proposal_answer import answer_proposal
from caseload_planner.cli.proposal_document import proposals_document
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.round import Pin

DEFAULT_SECONDS = 20.0

Measures = Annotated[
    list[str] | None, typer.Option("--measure", metavar="MEASURE", help="Only this measure; more than once.")
]
Pins = Annotated[
    list[Pin] | None,
    typer.Option("--pin", metavar="M=W[+W2]", parser=read_pin, help="This measure to this worker, with this second."),
]
Exclusions = Annotated[
    list[Exclusion] | None,
    typer.Option("--exclude", metavar="M=W", parser=read_exclusion, help="This measure not to this worker."),
]
Seconds = Annotated[
    float, typer.Option("--time-limit", metavar="SECONDS", callback=positive, help="How long to look at most.")
]
Deterministic = Annotated[
    float | None,
    typer.Option("--deterministic-limit", callback=positive, help="A limit on work instead, which repeats exactly."),
]
ProfileName = Annotated[str, typer.Option("--profile", help="Order of the wishes.")]
Alternatives = Annotated[
    int, typer.Option("--alternatives", help="How many proposals, the best one first.", callback=positive_count)
]
HelpAcrossRegions = Annotated[
    bool, typer.Option("--help-across-regions", help="Ask people of other regions for what a region cannot place.")
]
Kept = Annotated[str | None, typer.Option("--keep", metavar="PROPOSAL", help="Change little of it.")]


def propose(
    context: typer.Context,
    *,
    on: OnDate,
    db: Database = None,
    team: Teams = None,
    measure: Measures = None,
    profile: ProfileName = "balanced",
    pin: Pins = None,
    exclude: Exclusions = None,
    alternatives: Alternatives = 1,
    time_limit: Seconds = DEFAULT_SECONDS,
    deterministic_limit: Deterministic = None,
    help_across_regions: HelpAcrossRegions = False,
    keep: Kept = None,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Of the search.")] = 0,
    as_json: AsJson = False,
) -> None:
    """Propose a distribution."""
    request = ProposalRequest(
        on=on,
        teams=tuple(team or ()),
        measures=tuple(measure or ()),
        profile=profile,
        pins=tuple(pin or ()),
        exclusions=tuple(exclude or ()),
        seed=seed,
        time_limit_seconds=time_limit,
        deterministic_limit=deterministic_limit,
    )
    with opened(context, db) as services:
        _refuse_unknown_profile(services, profile)
        if keep is not None:
            request = keeping(services, request, keep)
        found = _proposed(services, request, alternatives, help_across_regions=help_across_regions)
        if as_json:
            answer_json(proposals_document(found))
        else:
            _answer(services, found)


def _refuse_unknown_profile(services: Services, name: str) -> None:
    if name not in services.profiles:
        raise WrongUseError(f"there is no profile {name}; there are: {', '.join(services.profiles)}")


def _proposed(
    services: Services, request: ProposalRequest, count: int, *, help_across_regions: bool
) -> tuple[StoredAlternative, ...]:
    stop = StopSignal()
    with stopping_on_interrupt(stop), progress_on_terminal("proposing") as on_progress:
        return propose_alternatives(
            services, request, count, help_across_regions=help_across_regions, stop=stop, on_progress=on_progress
        )


def _answer(services: Services, found: Iterable[StoredAlternative]) -> None:
    for one in found:
        answer_proposal(services, one.stored)
        answer_conflicts(one.conflicts)
        if one.better_at:
            answer_line(f"better at {', '.join(one.better_at)}; differs for {', '.join(one.differences)}")
