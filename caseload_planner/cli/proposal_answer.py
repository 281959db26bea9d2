"""A stored proposal as tables for people."""

from caseload_planner.application.ports import StoredProposal
from caseload_planner.application.services import Services
from caseload_planner.cli.answers import answer_line, answer_table
from caseload_planner.distribution.proposal import LoadChange, Proposal
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.points import to_points

REASONS_SHOWN = 3


def answer_proposal(services: Services, stored: StoredProposal) -> None:
    """Write placements, what is left over, and how good it is."""
    with services.store.read() as unit:
        organisation = unit.snapshot()
    proposal = stored.proposal
    if proposal.placements:
        _answer_placements(stored, organisation)
    if proposal.unplaced:
        rows = [(row.measure, " ".join(row.rules), words(row.reason)) for row in proposal.unplaced]
        answer_table("Left over", ("measure", "rules", "why"), rows)
    rows = [
        (level.name, str(level.reported_value), "-" if level.bound is None else str(level.reported_bound))
        for level in proposal.levels
    ]
    answer_table("Levels, in order", ("level", "value", "proven bound"), rows, right=("value", "proven bound"))
    for breach in proposal.needs_override:
        override = f"--override {breach.measure}={breach.worker}:{breach.rule}:reason"
        cause = "help from another region" if breach.measure in stored.request.helped else "a pin"
        answer_line(f"{breach.rule} is broken by {cause}; decide it with {override}")
    placed, left = len(proposal.placements), len(proposal.unplaced)
    answer_line(f"proposal {stored.id}: {placed} placed, {left} left over, {proposal.status}, {proposal.seconds:.1f} s")


def _answer_placements(stored: StoredProposal, organisation: Organisation) -> None:
    proposal = stored.proposal
    loads = {row.worker: row for row in proposal.loads}
    rows = [
        (
            placement.measure,
            words(organisation.measures[placement.measure].type.value),
            _contact(placement.first, loads, organisation),
            "" if placement.second is None else _contact(placement.second, loads, organisation),
            _why(proposal, placement.measure),
        )
        for placement in proposal.placements
    ]
    answer_table(f"Proposal for {stored.request.on}", ("measure", "type", "first", "second", "why"), rows)


def _contact(worker: str, loads: dict[str, LoadChange], organisation: Organisation) -> str:
    load = loads[worker]
    return f"{worker} {organisation.workers[worker].name} ({to_points(load.before)} > {to_points(load.after)})"


def _why(proposal: Proposal, measure: str) -> str:
    return ", ".join(words(reason.code) for reason in proposal.reasons.get(measure, ())[:REASONS_SHOWN])


def words(code: str) -> str:
    """Read a code aloud."""
    return code.replace("_", " ")
