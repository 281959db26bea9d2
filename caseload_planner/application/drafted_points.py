"""What the open draft of a round adds to everybody's load, as points: for the bars on the Caseload page."""

from collections.abc import Mapping

from caseload_planner.application.meeting_records import OpenDraft
from caseload_planner.domain.caseload import Caseload
from caseload_planner.domain.points import Hundredths


def drafted_points(draft: OpenDraft | None, caseload: Caseload) -> Mapping[str, Hundredths]:
    """Give the points that the placements of a draft add, by worker; absent where they add nothing.

    Placements of measures that have a first contact by now, or as of a later day, are passed over: the round went on
    without them.
    """
    added: dict[str, int] = {}
    waiting = frozenset(caseload.to_ask)
    for placement in () if draft is None else draft.placements:
        if placement.measure in waiting:
            first, second = caseload.shares(placement.measure, with_second=placement.second is not None)
            added[placement.first] = added.get(placement.first, 0) + first
            if placement.second is not None:
                added[placement.second] = added.get(placement.second, 0) + second
    return added
