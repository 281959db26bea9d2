"""A request and its proposal as one JSON document, read back to equal values.

Figures may hold text, whole numbers, floats, booleans, nothing, exact decimals, dates, moments, lists, tuples, sets
and mappings of those. What JSON lacks stands under a ``$`` name, e.g. ``{"$decimal": "1.20"}``. Members of text
enumerations come back as their text, which equals them.
"""

import json
import math
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from caseload_planner.distribution.proposal import (
    LevelValue,
    LoadChange,
    Proposal,
    ProposalRequest,
    Reason,
    Status,
    Unplaced,
)
from caseload_planner.domain.assignment import Position
from caseload_planner.rules.round import Breach, ContactPosition, Pin, Placement

FORMAT = 1
"""Version of the document; a reader refuses what it does not know."""

_CONTACT_POSITIONS: Mapping[str, ContactPosition] = {"first": Position.FIRST, "second": Position.SECOND}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalDocument:
    """What a stored proposal holds beside its columns."""

    asked: tuple[str, ...]
    request: ProposalRequest
    proposal: Proposal


def document_text(document: ProposalDocument) -> str:
    """Write the document; `TypeError` for a figure of a kind that cannot be kept."""
    content = {
        "format": FORMAT,
        "asked": list(document.asked),
        "request": _request_json(document.request),
        "proposal": _proposal_json(document.proposal),
    }
    return json.dumps(content, allow_nan=False, separators=(",", ":"))


def document_of(text: str) -> ProposalDocument:
    """Read a document; `ValueError` for a format that this version does not know."""
    content = json.loads(text)
    if content.get("format") != FORMAT:
        raise ValueError(f"proposal format {content.get('format')!r} is unknown; this version reads {FORMAT}")
    return ProposalDocument(
        asked=tuple(content["asked"]),
        request=_request_of(content["request"]),
        proposal=_proposal_of(content["proposal"]),
    )


def _request_json(request: ProposalRequest) -> dict[str, Any]:
    return {
        "on": request.on.isoformat(),
        "teams": list(request.teams),
        "measures": list(request.measures),
        "profile": request.profile,
        "pins": [[pin.measure, pin.first, pin.second] for pin in request.pins],
        "exclusions": [list(pair) for pair in request.exclusions],
        "wish_weights": [list(pair) for pair in request.wish_weights],
        "kept": [[placement.measure, placement.first, placement.second] for placement in request.kept],
        "helped": list(request.helped),
        "seed": request.seed,
        "time_limit_seconds": _value_json(request.time_limit_seconds),
        "deterministic_limit": _value_json(request.deterministic_limit),
    }


def _request_of(content: Mapping[str, Any]) -> ProposalRequest:
    return ProposalRequest(
        on=date.fromisoformat(content["on"]),
        teams=tuple(content["teams"]),
        measures=tuple(content["measures"]),
        profile=content["profile"],
        pins=tuple(Pin(*pin) for pin in content["pins"]),
        exclusions=tuple((measure, worker) for measure, worker in content["exclusions"]),
        wish_weights=tuple((name, weight) for name, weight in content.get("wish_weights", ())),
        kept=tuple(Placement(*placement) for placement in content.get("kept", ())),
        helped=tuple(content.get("helped", ())),
        seed=content["seed"],
        time_limit_seconds=_value_of(content["time_limit_seconds"]),
        deterministic_limit=_value_of(content["deterministic_limit"]),
    )


def _proposal_json(proposal: Proposal) -> dict[str, Any]:
    return {
        "status": proposal.status.value,
        "placements": [[p.measure, p.first, p.second] for p in proposal.placements],
        "unplaced": [[u.measure, list(u.rules), u.reason, _figures_json(u.figures)] for u in proposal.unplaced],
        "levels": [[v.name, v.value, v.bound, v.scale] for v in proposal.levels],
        "loads": [[c.worker, c.before, c.after, c.capacity, c.ceiling] for c in proposal.loads],
        "needs_override": [_breach_json(breach) for breach in proposal.needs_override],
        "reasons": {
            measure: [[reason.code, reason.worker, _figures_json(reason.figures)] for reason in reasons]
            for measure, reasons in proposal.reasons.items()
        },
        "seconds": _value_json(proposal.seconds),
    }


def _proposal_of(content: Mapping[str, Any]) -> Proposal:
    return Proposal(
        status=Status(content["status"]),
        placements=tuple(Placement(*placement) for placement in content["placements"]),
        unplaced=tuple(
            Unplaced(measure, tuple(rules), reason, _figures_of(figures))
            for measure, rules, reason, figures in content["unplaced"]
        ),
        levels=tuple(LevelValue(*level) for level in content["levels"]),
        loads=tuple(LoadChange(*load) for load in content["loads"]),
        needs_override=tuple(_breach_of(breach) for breach in content["needs_override"]),
        reasons={
            measure: tuple(Reason(code, worker, _figures_of(figures)) for code, worker, figures in reasons)
            for measure, reasons in content["reasons"].items()
        },
        seconds=_value_of(content["seconds"]),
    )


def _breach_json(breach: Breach) -> dict[str, Any]:
    return {
        "rule": breach.rule,
        "code": breach.code,
        "measure": breach.measure,
        "worker": breach.worker,
        "position": None if breach.position is None else breach.position.value,
        "figures": _figures_json(breach.figures),
    }


def _breach_of(content: Mapping[str, Any]) -> Breach:
    position = content["position"]
    return Breach(
        rule=content["rule"],
        code=content["code"],
        measure=content["measure"],
        worker=content["worker"],
        position=None if position is None else _CONTACT_POSITIONS[position],
        figures=_figures_of(content["figures"]),
    )


def _figures_json(figures: Mapping[str, object]) -> dict[str, Any]:
    return {name: _value_json(value) for name, value in figures.items()}


def _figures_of(content: Mapping[str, Any]) -> dict[str, object]:
    return {name: _value_of(value) for name, value in content.items()}


def _value_json(value: object) -> Any:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    if isinstance(value, list):
        return [_value_json(part) for part in value]
    for kind, tag, write in _WRITERS:
        if isinstance(value, kind):
            return {tag: write(value)}
    raise TypeError(f"a figure of type {type(value).__name__} cannot be kept in a proposal")


_WRITERS: tuple[tuple[type, str, Callable[[Any], object]], ...] = (
    (float, "$float", repr),
    (Decimal, "$decimal", str),
    # A moment is a date as well, so it comes first.
    (datetime, "$moment", datetime.isoformat),
    (date, "$date", date.isoformat),
    (tuple, "$tuple", lambda parts: [_value_json(part) for part in parts]),
    (AbstractSet, "$set", lambda parts: sorted((_value_json(part) for part in parts), key=json.dumps)),
    (Mapping, "$mapping", lambda pairs: [[_value_json(name), _value_json(part)] for name, part in pairs.items()]),
)
_READERS: Mapping[str, Callable[[Any], object]] = {
    "$float": float,
    "$decimal": Decimal,
    "$moment": datetime.fromisoformat,
    "$date": date.fromisoformat,
    "$tuple": lambda parts: tuple(_value_of(part) for part in parts),
    "$set": lambda parts: frozenset(_value_of(part) for part in parts),
    "$mapping": lambda pairs: {_value_of(name): _value_of(part) for name, part in pairs},
}


def _value_of(content: Any) -> Any:
    if isinstance(content, list):
        return [_value_of(part) for part in content]
    if isinstance(content, dict):
        ((tag, part),) = content.items()
        return _READERS[tag](part)
    return content
