"""``decide``: a proposal's assignments become true from its date."""

from typing import Annotated

import typer

from caseload_planner.application.decide_proposal import decide as decide_proposal
from caseload_planner.application.decision_terms import DecisionTerms
from caseload_planner.application.meeting_records import RecordedOverride
from caseload_planner.cli.answers import JsonValue, answer_json, answer_line
from caseload_planner.cli.failures import WrongUseError
from caseload_planner.cli.opened import opened
from caseload_planner.cli.options import AsJson, Database, ProposalId, one_line, read_override, some_lines
from caseload_planner.domain.assignment import Assignment

Overrides = Annotated[
    list[RecordedOverride] | None,
    typer.Option(
        "--override", metavar="M=W:RULE:reason", parser=read_override, help="Why a starred rule is set aside."
    ),
]


def decide(
    context: typer.Context,
    proposal: ProposalId,
    *,
    by: Annotated[str, typer.Option("--by", metavar="NAME", callback=one_line, help="Who decides.")],
    db: Database = None,
    override: Overrides = None,
    remarks: Annotated[str, typer.Option("--remarks", callback=some_lines, help="Kept with the decision.")] = "",
    as_json: AsJson = False,
) -> None:
    """Decide a proposal."""
    if not by.strip():
        raise WrongUseError("--by is empty; name who decides")
    with opened(context, db) as services:
        result = decide_proposal(
            services,
            proposal,
            DecisionTerms(decided_by=by.strip(), overrides=tuple(override or ()), remarks=remarks.strip()),
        )
    decision = result.decision
    if as_json:
        answer_json(
            {
                "proposal": decision.proposal,
                "decision": decision.id,
                "on": decision.on.isoformat(),
                "already_decided": result.already_decided,
                "begun": [_document(assignment) for assignment in decision.begun],
                "ended": [_document(assignment) for assignment in decision.ended],
            }
        )
    elif result.already_decided:
        answer_line(f"{decision.proposal} was decided already, as {decision.id}; nothing was changed")
    else:
        counts = f"{len(decision.begun)} assignments begin on {decision.on}, {len(decision.ended)} end"
        answer_line(f"{decision.proposal} is decided as {decision.id}: {counts}")
        if result.not_agreed:
            asked = ", ".join(f"{part.measure}={part.worker}" for part in result.not_agreed)
            answer_line(f"of another team, and nobody is recorded who agreed: {asked}")


def _document(assignment: Assignment) -> JsonValue:
    return {
        "measure": assignment.measure,
        "worker": assignment.worker,
        "position": assignment.position.value,
        "from": assignment.from_on.isoformat(),
        "until": None if assignment.until_on is None else assignment.until_on.isoformat(),
    }
