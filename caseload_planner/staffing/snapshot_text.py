"""A snapshot as text and back, exactly: arrays as NumPy writes them, and the rest as JSON beside them.

So a run can be made again years later, on the data of then. Nobody's name or key is in a snapshot, nor in its text.
"""

import base64
import binascii
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import numpy.typing as npt

from caseload_planner.domain.measures import MeasureType
from caseload_planner.domain.norm import Norm, NormSet, Phase, Policy
from caseload_planner.staffing.durations import Survival
from caseload_planner.staffing.snapshot import Arrivals, People, Place, RunningCases, StaffingSnapshot

FORMAT = 1
_LISTS = frozenset({"factor_points"})
_NEIGHBOURS = frozenset({"earlier_same_youth", "earlier_in_family"})
_FACTS = "facts"
_PARTS: Mapping[str, type[Any]] = {"cases": RunningCases, "people": People, "arrivals": Arrivals}

Array = npt.NDArray[Any]


class UnreadableSnapshotError(ValueError):
    """A text that is no snapshot of this format."""


def snapshot_text(snapshot: StaffingSnapshot) -> str:
    """Write a snapshot as text, without spaces or line ends."""
    arrays: dict[str, Array] = {"support_fte": snapshot.support_fte}
    facts: dict[str, Any] = {
        "format": FORMAT,
        "on": snapshot.on.isoformat(),
        "weeks": snapshot.weeks,
        "revision": snapshot.revision,
        "digest": snapshot.digest,
        "places": [[place.key, place.name, place.location, place.region] for place in snapshot.places],
        "norms": [_norm_facts(norm) for norm in snapshot.norms.norms],
        "policy": {one.name: getattr(snapshot.norms.policy, one.name) for one in fields(Policy)},
        "tails": [None if curve is None else curve.tail_days for curve in snapshot.own_curves],
    }
    if snapshot.plan_weeks is not None:
        arrays["plan_weeks"] = snapshot.plan_weeks
    arrays |= {f"curve.{n}": curve.table for n, curve in enumerate(snapshot.own_curves) if curve is not None}
    for part, kind in _PARTS.items():
        for one in fields(kind):
            name, value = f"{part}.{one.name}", getattr(getattr(snapshot, part), one.name)
            if one.name in _NEIGHBOURS:
                facts[name] = [[row, *others] for row, others in value.items()]
            elif one.name in _LISTS:
                arrays |= {f"{name}.{n}": entry for n, entry in enumerate(value)}
            else:
                arrays[name] = value
    arrays[_FACTS] = np.frombuffer(json.dumps(facts, allow_nan=False).encode(), dtype=np.uint8)
    file = io.BytesIO()
    np.savez_compressed(file, allow_pickle=False, **arrays)
    return base64.b64encode(file.getvalue()).decode("ascii")


def read_snapshot_text(text: str) -> StaffingSnapshot:
    """Read what `snapshot_text` wrote.

    Raises
    ------
    UnreadableSnapshotError
        It is something else, or damaged.
    """
    try:
        content = base64.b64decode(text, validate=True)
        with np.load(io.BytesIO(content), allow_pickle=False) as kept:
            arrays: dict[str, Array] = {name: kept[name] for name in kept.files}
        facts = json.loads(arrays[_FACTS].tobytes())
        return _snapshot_of(arrays, facts)
    except (binascii.Error, zipfile.BadZipFile, OSError, KeyError, ValueError, TypeError, EOFError) as error:
        raise UnreadableSnapshotError("this is no snapshot that this program can read") from error


def _snapshot_of(arrays: Mapping[str, Array], facts: Mapping[str, Any]) -> StaffingSnapshot:
    if facts["format"] != FORMAT:
        raise UnreadableSnapshotError(f"a snapshot of format {facts['format']}")
    parts = {part: kind(**_fields_of(part, kind, arrays, facts)) for part, kind in _PARTS.items()}
    curves = tuple(
        None if tail is None else Survival(arrays[f"curve.{n}"], tail) for n, tail in enumerate(facts["tails"])
    )
    return StaffingSnapshot(
        on=date.fromisoformat(facts["on"]),
        weeks=facts["weeks"],
        revision=facts["revision"],
        digest=facts["digest"],
        places=tuple(Place(*place) for place in facts["places"]),
        norms=NormSet(tuple(map(_norm_of, facts["norms"])), Policy(**facts["policy"])),
        support_fte=arrays["support_fte"],
        own_curves=curves,
        plan_weeks=arrays.get("plan_weeks"),
        **parts,
    )


def _fields_of(part: str, kind: type[Any], arrays: Mapping[str, Array], facts: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in fields(kind):
        name = f"{part}.{one.name}"
        if one.name in _NEIGHBOURS:
            found[one.name] = {row: tuple(others) for row, *others in facts[name]}
        elif one.name in _LISTS:
            found[one.name] = tuple(arrays[f"{name}.{n}"] for n in range(len(MeasureType)))
        else:
            found[one.name] = arrays[name]
    return found


def _norm_facts(norm: Norm) -> dict[str, Any]:
    return {
        "valid_from": norm.valid_from.isoformat(),
        "lines": [norm.funded, norm.working, norm.ceiling, norm.factor_cap],
        "shares": [str(norm.duo_first_share), str(norm.sibling_factor), str(norm.concurrency_factor)],
        "weights": {
            type_.value: [[phase.from_month, phase.weight] for phase in phases]
            for type_, phases in norm.weights.items()
        },
        "factors": dict(norm.factors),
    }


def _norm_of(facts: Mapping[str, Any]) -> Norm:
    funded, working, ceiling, factor_cap = facts["lines"]
    first_share, sibling, concurrency = map(Decimal, facts["shares"])
    return Norm(
        valid_from=date.fromisoformat(facts["valid_from"]),
        funded=funded,
        working=working,
        ceiling=ceiling,
        duo_first_share=first_share,
        sibling_factor=sibling,
        concurrency_factor=concurrency,
        factor_cap=factor_cap,
        weights={
            MeasureType(type_): tuple(Phase(month, weight) for month, weight in phases)
            for type_, phases in facts["weights"].items()
        },
        factors=facts["factors"],
    )
