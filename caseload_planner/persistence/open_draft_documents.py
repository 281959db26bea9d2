"""An open draft as one JSON document, read back to an equal value."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from caseload_planner.application.meeting_records import OpenDraft, RecordedOverride
from caseload_planner.persistence.column_values import day_of
from caseload_planner.rules.round import Placement

FORMAT = 1
"""Version of the document; a reader refuses what it does not know."""


def draft_text(draft: OpenDraft) -> str:
    """Write what a draft holds beside its columns."""
    content = {
        "format": FORMAT,
        "profile": draft.profile,
        "proposal": draft.proposal,
        "placements": [[p.measure, p.first, p.second] for p in draft.placements],
        "pinned": sorted(draft.pinned),
        "exclusions": sorted(map(list, draft.exclusions)),
        "overrides": [[o.measure, o.worker, o.rule, o.reason] for o in draft.overrides],
        "minutes": dict(sorted(draft.minutes.items())),
        "parked": sorted(draft.parked),
    }
    return json.dumps(content, separators=(",", ":"))


def draft_of(row: Mapping[Any, Any]) -> OpenDraft:
    """Read a row of the table; `ValueError` for a format that this version does not know."""
    content = json.loads(row["document"])
    if content.get("format") != FORMAT:
        raise ValueError(f"draft format {content.get('format')!r} is unknown; this version reads {FORMAT}")
    return OpenDraft(
        on=day_of(row["on_date"]),
        teams=tuple(json.loads(row["teams"])),
        revision=row["revision"],
        saved_at=datetime.fromisoformat(row["saved_at"]),
        profile=content["profile"],
        proposal=content["proposal"],
        placements=tuple(Placement(*placement) for placement in content["placements"]),
        pinned=frozenset(content["pinned"]),
        exclusions=frozenset((measure, worker) for measure, worker in content["exclusions"]),
        overrides=tuple(
            RecordedOverride(measure=measure, worker=worker, rule=rule, reason=reason)
            for measure, worker, rule, reason in content["overrides"]
        ),
        minutes=content["minutes"],
        parked=frozenset(content["parked"]),
    )
