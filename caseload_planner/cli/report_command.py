"""``report``: a document to print, keep or send."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from caseload_planner.application.decision_document import latest_proposal
from caseload_planner.cli.answers import answer_line
from caseload_planner.cli.failures import WrongUseError
from caseload_planner.cli.opened import opened
from caseload_planner.cli.options import Database, OptionalDate
from caseload_planner.reports.decision_list import SUFFIXES, write_decision_list


class ReportKind(StrEnum):
    """The documents that there are."""

    VERDELING = "verdeling"


def report(
    context: typer.Context,
    kind: Annotated[ReportKind, typer.Argument(metavar="KIND", help="verdeling: the besluitenlijst of a round.")],
    target: Annotated[Path, typer.Argument(metavar="TARGET", help="A file that ends in .pdf or .xlsx.")],
    *,
    db: Database = None,
    proposal: Annotated[
        str | None, typer.Option("--proposal", metavar="PROPOSAL", help="The newest decided one otherwise.")
    ] = None,
    on: OptionalDate = None,
) -> None:
    """Write a document: the newest decided round, else the newest draft."""
    del kind
    if target.suffix.lower() not in SUFFIXES:
        raise WrongUseError(f"{target.name} must end in .pdf or .xlsx")
    if proposal is not None and on is not None:
        raise WrongUseError("--proposal and --on do not go together; a proposal has its own date")
    with opened(context, db) as services:
        chosen = proposal or latest_proposal(services, on)
        write_decision_list(services, chosen, target)
    answer_line(f"wrote {target.name}: the besluitenlijst of {chosen}")
