"""What a wind-down plan has otherwise than another one, or than was agreed when it was made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from caseload_planner.application.plan_records import HandoverState
from caseload_planner.application.plan_wind_down import WindDownDraft, planned_handovers


@dataclass(frozen=True, slots=True, order=True)
class Move:
    """To whom a place goes on which Monday."""

    receiver: str
    week: date


@dataclass(frozen=True, slots=True)
class HandoverChange:
    """A place of a measure that goes to somebody else or in another week; None where it is not handed over."""

    measure: str
    giver: str
    before: Move | None
    now: Move | None


@dataclass(frozen=True, slots=True)
class PlanChanges:
    """What is otherwise, sorted by measure, and how many handovers are as they were."""

    changed: tuple[HandoverChange, ...]
    same: int


Moves = Mapping[tuple[str, str], Move]


def changes_between(before: WindDownDraft, now: WindDownDraft) -> PlanChanges:
    """Hold two plans beside each other.

    What a round has confirmed of the one before stands, and is no change where the other has nothing of it any more.
    """
    after = moves_of(now)
    moves = {key: move for key, move in moves_of(before).items() if key in after or key not in confirmed_of(before)}
    return _changes(moves, after)


def confirmed_of(draft: WindDownDraft) -> frozenset[tuple[str, str]]:
    """Give what of a plan a round has confirmed, by measure and giver."""
    confirmed = (one for one in draft.handovers if one.state is HandoverState.CONFIRMED)
    return frozenset((one.measure, one.from_worker) for one in confirmed)


def changes_since_agreed(draft: WindDownDraft) -> PlanChanges | None:
    """Say what a plan has otherwise than was agreed when it was made; None where nothing was."""
    kept = draft.request.kept
    if not kept:
        return None
    return _changes({(one.measure, one.giver): Move(one.receiver, one.week) for one in kept}, moves_of(draft))


def moves_of(draft: WindDownDraft) -> Moves:
    """Give where every place of a measure goes, by measure and giver as a file keeps them."""
    kept = planned_handovers(draft.id, draft.plan)
    return {(one.measure, one.from_worker): Move(one.to_worker, one.week) for one in kept}


def _changes(before: Moves, now: Moves) -> PlanChanges:
    keys: Iterable[tuple[str, str]] = sorted({*before, *now})
    pairs = [(key, before.get(key), now.get(key)) for key in keys]
    changed = tuple(HandoverChange(*key, old, new) for key, old, new in pairs if old != new)
    return PlanChanges(changed, len(pairs) - len(changed))
