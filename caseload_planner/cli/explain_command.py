"""``explain``: why a proposal is as it is, and why somebody else did not get a measure."""

from collections.abc import Iterable
from typing import Annotated

import typer

from caseload_planner.application.explain_proposal import Explanation
from caseload_planner.application.explain_proposal import explain as explain_proposal
from caseload_planner.cli.answers import JsonValue, answer_json, answer_line, answer_table
from caseload_planner.cli.conflict_answer import answer_conflicts, conflicts_document
from caseload_planner.cli.failures import WrongUseError
from caseload_planner.cli.interruption import stopping_on_interrupt
from caseload_planner.cli.opened import opened
from caseload_planner.cli.options import AsJson, Database, ProposalId
from caseload_planner.cli.proposal_answer import words
from caseload_planner.cli.proposal_document import figures_document
from caseload_planner.cli.shortage_answer import answer_shortage, shortage_document
from caseload_planner.cli.steadiness_answer import answer_steadiness, steadiness_document
from caseload_planner.distribution.explain import WhyNot
from caseload_planner.distribution.proposal import Reason, Unplaced
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.round import Placement


def explain(
    context: typer.Context,
    proposal: ProposalId,
    *,
    db: Database = None,
    measure: Annotated[
        str | None, typer.Option("--measure", metavar="MEASURE", help="Only this one, and why not somebody else.")
    ] = None,
    worker: Annotated[
        str | None, typer.Option("--worker", metavar="WORKER", help="With --measure: exactly why not she.")
    ] = None,
    weights: Annotated[
        bool, typer.Option("--weights", help="Whether another weight of any measure would change it: two solves each.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Explain a stored proposal."""
    if worker is not None and measure is None:
        raise WrongUseError("--worker goes with --measure: say which measure she would get")
    stop = StopSignal()
    with opened(context, db) as services, stopping_on_interrupt(stop):
        explanation = explain_proposal(services, proposal, measure, worker, weights=weights, stop=stop)
    placements = [p for p in explanation.stored.proposal.placements if measure in {None, p.measure}]
    unplaced = [row for row in explanation.stored.proposal.unplaced if measure in {None, row.measure}]
    if as_json:
        answer_json(_document(explanation, placements, unplaced))
    else:
        _answer(explanation, placements, unplaced)


def _document(
    explanation: Explanation, placements: Iterable[Placement], unplaced: Iterable[Unplaced]
) -> dict[str, JsonValue]:
    stored = explanation.stored
    return {
        "proposal": stored.id,
        "on": stored.request.on.isoformat(),
        "measures": [
            {
                "measure": placement.measure,
                "first": placement.first,
                "second": placement.second,
                "reasons": [_reason_document(reason) for reason in stored.proposal.reasons.get(placement.measure, ())],
            }
            for placement in placements
        ],
        "unassigned": [
            {
                "measure": row.measure,
                "rules": list(row.rules),
                "reason": row.reason,
                "figures": figures_document(row.figures),
            }
            for row in unplaced
        ],
        "why_not": [_other_document(other) for other in explanation.others],
        **shortage_document(explanation),
        **steadiness_document(explanation),
        "conflicts": conflicts_document(explanation.conflicts),
    }


def _reason_document(reason: Reason) -> JsonValue:
    return {"code": reason.code, "worker": reason.worker, "figures": figures_document(reason.figures)}


def _other_document(other: WhyNot) -> JsonValue:
    loss = other.loss
    return {
        "worker": other.worker,
        "position": other.position.value,
        "rules": [
            {"rule": breach.rule, "code": breach.code, "figures": figures_document(breach.figures)}
            for breach in other.breaches
        ],
        "worse": None if loss is None else {"level": loss.level, "by": loss.by / loss.scale},
    }


def _answer(explanation: Explanation, placements: Iterable[Placement], unplaced: Iterable[Unplaced]) -> None:
    reasons = explanation.stored.proposal.reasons
    for placement in placements:
        contacts = placement.first + ("" if placement.second is None else f" with {placement.second}")
        rows = [
            (words(reason.code), reason.worker or "", _figures(figures_document(reason.figures)))
            for reason in reasons.get(placement.measure, ())
        ]
        answer_table(f"{placement.measure} to {contacts}", ("why", "who", "figures"), rows)
    for row in unplaced:
        figures = _figures(figures_document(row.figures))
        answer_line(f"{row.measure} is left over: {words(row.reason)}; rules {' '.join(row.rules)}; {figures}")
    if explanation.others:
        others = [(other.position.value, other.worker, _why_not(other)) for other in explanation.others]
        answer_table("Why not somebody else", ("position", "who", "because"), others)
    answer_conflicts(explanation.conflicts)
    answer_shortage(explanation)
    answer_steadiness(explanation)


def _why_not(other: WhyNot) -> str:
    if other.loss is not None:
        return f"{words(other.loss.level)} becomes worse by {other.loss.by / other.loss.scale:g} at most"
    if not other.breaches:
        return "nothing: she would be as good"
    return ", ".join(f"{breach.rule} {words(breach.code)}" for breach in other.breaches)


def _figures(figures: dict[str, JsonValue]) -> str:
    return ", ".join(f"{words(name)} {value}" for name, value in figures.items() if value is not None)
