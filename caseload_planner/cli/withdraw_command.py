"""``withdraw``: a decided round is taken back, on record."""

from typing import Annotated

import typer

from caseload_planner.application.withdraw_round import withdraw_round
from caseload_planner.cli.answers import answer_json, answer_line
from caseload_planner.cli.failures import WrongUseError
from caseload_planner.cli.opened import opened
from caseload_planner.cli.options import AsJson, Database, one_line, some_lines


def withdraw(
    context: typer.Context,
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="Id of a decided round.")],
    *,
    by: Annotated[str, typer.Option("--by", metavar="NAME", callback=one_line, help="Who withdraws it.")],
    reason: Annotated[str, typer.Option("--reason", callback=some_lines, help="Why; kept with the decision.")],
    db: Database = None,
    as_json: AsJson = False,
) -> None:
    """Take a decided round back: what it began is undone, what it ended runs on, all of it stays on record."""
    for option, text in (("--by", by), ("--reason", reason)):
        if not text.strip():
            raise WrongUseError(f"{option} is empty; write who withdraws the round, and why")
    with opened(context, db) as services:
        withdrawn = withdraw_round(services, decision, withdrawn_by=by, reason=reason).decision
    if as_json:
        answer_json(
            {
                "decision": withdrawn.id,
                "proposal": withdrawn.proposal,
                "withdrawn": len(withdrawn.begun),
                "restored": len(withdrawn.ended),
            }
        )
    else:
        counts = f"{len(withdrawn.begun)} assignments are undone, {len(withdrawn.ended)} stand as before"
        answer_line(f"{withdrawn.id} is withdrawn: {counts}; propose again for {withdrawn.on}")
