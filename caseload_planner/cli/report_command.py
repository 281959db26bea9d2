"""``report``: a document to print, keep or send."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from caseload_planner.application.decision_document import latest_proposal
from caseload_planner.application.plan_wind_down import latest_wind_down, wind_down_draft
from caseload_planner.application.services import Services
from caseload_planner.cli.answers import answer_line
from caseload_planner.cli.failures import WrongUseError
from caseload_planner.cli.opened import opened
from caseload_planner.cli.options import Database, OptionalDate, Teams
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.reports.caseload_list import write_caseload
from caseload_planner.reports.decision_list import write_decision_list
from caseload_planner.reports.document_kind import SUFFIXES
from caseload_planner.reports.scenario_report import report_scenario
from caseload_planner.reports.wind_down_list import write_wind_down


class ReportKind(StrEnum):
    """The documents that there are."""

    VERDELING = "verdeling"
    CASELOAD = "caseload"
    SCENARIO = "scenario"
    WINDDOWN = "winddown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked of a document, beside its kind."""

    target: Path
    proposal: str | None
    on: date | None
    teams: tuple[str, ...]
    scenario: str | None = None


def report(
    context: typer.Context,
    kind: Annotated[
        ReportKind,
        typer.Argument(
            metavar="KIND",
            help="verdeling: the besluitenlijst of a round. caseload: everybody's caseload on a date. "
            "scenario: what a formatie scenario comes to. winddown: the plan for team D.",
        ),
    ],
    target: Annotated[
        Path, typer.Argument(metavar="TARGET", readable=False, help="A file that ends in .pdf or .xlsx.")
    ],
    *,
    db: Database = None,
    proposal: Annotated[
        str | None, typer.Option("--proposal", metavar="PROPOSAL", help="verdeling: the newest decided one otherwise.")
    ] = None,
    on: OptionalDate = None,
    team: Teams = None,
    scenario: Annotated[
        str | None,
        typer.Option("--scenario", metavar="NAME", help="scenario: the newest frozen one, else the base, otherwise."),
    ] = None,
) -> None:
    """Write a document: a round (the newest decided one, else the newest draft), the caseload (of today), a scenario,
    or the plan for team D.
    """  # noqa: D205 - the command line shows it as one sentence
    if target.suffix.lower() not in SUFFIXES:
        raise WrongUseError(f"{target.name} must end in .pdf or .xlsx")
    asked = Asked(target=target, proposal=proposal, on=on, teams=tuple(team or ()), scenario=scenario)
    write = _WRITERS[kind]
    with opened(context, db) as services:
        said = write(services, asked)
    answer_line(f"wrote {target.name}: {said}")


def _write_round(services: Services, asked: Asked) -> str:
    if asked.proposal is not None and asked.on is not None:
        raise WrongUseError("--proposal and --on do not go together; a proposal has its own date")
    if asked.teams:
        raise WrongUseError("--team does not go with verdeling; a round has its own teams")
    chosen = asked.proposal or latest_proposal(services, asked.on)
    write_decision_list(services, chosen, asked.target)
    return f"the besluitenlijst of {chosen}"


def _write_caseload(services: Services, asked: Asked) -> str:
    if asked.proposal is not None:
        raise WrongUseError("--proposal does not go with caseload; name a date with --on")
    on = asked.on or services.clock.today()
    people = write_caseload(services, on, asked.teams, asked.target)
    return f"the caseload of {people} people on {on}"


def _write_scenario(services: Services, asked: Asked) -> str:
    if asked.proposal is not None or asked.on is not None or asked.teams:
        raise WrongUseError(
            "--proposal, --on and --team do not go with scenario; name one of the shelf with --scenario"
        )
    name = report_scenario(services, asked.scenario, asked.target)
    return f"the scenario {name}"


def _write_wind_down(services: Services, asked: Asked) -> str:
    if asked.on is not None or asked.teams:
        raise WrongUseError("--on and --team do not go with winddown; name a plan with --proposal, or none")
    key = asked.proposal or latest_wind_down(services)
    if key is None:
        raise UnknownKeyError("there is no wind-down plan yet; make one with wind-down", kind="plan", key="")
    write_wind_down(services, wind_down_draft(services, key), asked.target)
    return f"the wind-down plan {key}"


_WRITERS: Mapping[ReportKind, Callable[[Services, Asked], str]] = {
    ReportKind.VERDELING: _write_round,
    ReportKind.CASELOAD: _write_caseload,
    ReportKind.SCENARIO: _write_scenario,
    ReportKind.WINDDOWN: _write_wind_down,
}
