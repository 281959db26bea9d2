"""A stored proposal as the document of the contract."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum

from caseload_planner.application.propose_alternatives import StoredAlternative
from caseload_planner.cli.answers import JsonValue, number, points
from caseload_planner.cli.conflict_answer import conflicts_document
from caseload_planner.distribution.proposal import LevelValue, Proposal

POINTS = frozenset({"before", "after", "capacity", "ceiling"})
"""Figures of reasons and breaches that are hundredths of a point."""


def proposals_document(found: Sequence[StoredAlternative]) -> JsonValue:
    """Give what was asked, and the proposals that answer it, the best one first."""
    stored = found[0].stored
    request = stored.request
    return {
        "on": request.on.isoformat(),
        "snapshot": stored.revision,
        "profile": request.profile,
        "seed": request.seed,
        "measures": list(stored.asked),
        "teams": list(request.teams),
        "pins": [
            {"measure": pin.measure, "first": pin.first, "second": pin.second} for pin in sorted(request.pins, key=str)
        ],
        "exclusions": [{"measure": measure, "worker": worker} for measure, worker in sorted(request.exclusions)],
        "helped": list(request.helped),
        "proposals": [
            _proposal_document(one.stored.id, one.stored.proposal)
            | {
                "better_at": list(one.better_at),
                "differences": list(one.differences),
                "conflicts": conflicts_document(one.conflicts),
            }
            for one in found
        ],
    }


def _proposal_document(key: str, proposal: Proposal) -> dict[str, JsonValue]:
    return {
        "id": key,
        "status": proposal.status.value,
        "assignments": [{"measure": p.measure, "first": p.first, "second": p.second} for p in proposal.placements],
        "unassigned": [
            {
                "measure": row.measure,
                "rules": list(row.rules),
                "reason": row.reason,
                "figures": figures_document(row.figures),
            }
            for row in proposal.unplaced
        ],
        "levels": [_level_document(level) for level in proposal.levels],
        "loads": [
            {
                "worker": row.worker,
                "before": points(row.before),
                "after": points(row.after),
                "capacity": points(row.capacity),
                "ceiling": points(row.ceiling),
            }
            for row in proposal.loads
        ],
        "needs_override": [
            {"rule": breach.rule, "measure": breach.measure, "worker": breach.worker, "code": breach.code}
            for breach in proposal.needs_override
        ],
        "seconds": round(proposal.seconds, 3),
    }


def _level_document(level: LevelValue) -> JsonValue:
    if level.scale == 1:
        return {"name": level.name, "value": level.value, "bound": level.bound}
    return {"name": level.name, "value": number(level.reported_value), "bound": number(level.reported_bound)}


def figures_document(figures: Mapping[str, object]) -> dict[str, JsonValue]:
    """Give the figures of a code by name, as JSON values."""
    return {
        name: points(value) if name in POINTS and isinstance(value, int) else _figure(value)
        for name, value in figures.items()
    }


def _figure(value: object) -> JsonValue:
    if isinstance(value, Enum):
        return _figure(value.value)
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else str(value)
