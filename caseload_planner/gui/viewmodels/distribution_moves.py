"""What a change of the draft does: loads that follow, and which rules it would break.

Plain arithmetic, under a millisecond, so that a drag knows before it lands.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.points import Hundredths
from caseload_planner.gui.viewmodels.distribution_board import Board, starred
from caseload_planner.gui.viewmodels.distribution_draft import (
    Draft,
    OverrideKey,
    with_placement,
    with_reasons,
)
from caseload_planner.rules.round import Breach, ContactPosition, Placement, Plan, Round


class Verdict(StrEnum):
    """What a move asks."""

    FREE = "free"
    ASKS_REASON = "asks_reason"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A placement that the leader has in mind, judged.

    Attributes
    ----------
    refusals
        Broken rules that nobody may set aside.
    asking
        Broken starred rules without a reason yet; other cases may be among them, as load adds up.
    no_first
        Whether a second was asked where nobody is first.
    moves_others
        Whether other cases have to move along, so that a proposal follows the move.
    """

    placement: Placement
    worker: str
    position: ContactPosition
    refusals: tuple[Breach, ...] = ()
    asking: tuple[Breach, ...] = ()
    no_first: bool = False
    moves_others: bool = False

    @property
    def verdict(self) -> Verdict:
        """Whether it may land, asks a reason first, or is refused."""
        if self.refusals or self.no_first:
            return Verdict.REFUSED
        return Verdict.ASKS_REASON if self.asking else Verdict.FREE


def plan_for(board: Board, draft: Draft) -> Plan:
    """Give the plan that a draft stands for."""
    plan, _ = board.plan_of(draft.placements)
    return plan


def points_added(round_: Round, draft: Draft) -> Mapping[str, Hundredths]:
    """Give what the draft adds, by worker; a first whose required second is still to come carries her own part."""
    added: dict[str, Hundredths] = {}
    for placement in draft.placements.values():
        measure = round_.measure(placement.measure)
        shares = round_.shares(placement.measure, duo=placement.second is not None or measure.asks_duo)
        for (_, worker), share in zip(placement.contacts, shares, strict=False):
            added[worker] = added.get(worker, 0) + share
    return added


def second_to_come(board: Board, placement: Placement) -> bool:
    """Whether a placed measure still needs its second contact (H2): a task to do, not a broken rule yet."""
    return placement.second is None and board.round.measure(placement.measure).asks_duo


def placed_with(draft: Draft, measure: str, worker: str, position: ContactPosition) -> Placement | None:
    """Give the placement of a measure with one contact changed; None for a second where nobody is first.

    Two who are asked in each other's place change places.
    """
    now = draft.placements.get(measure)
    if now is None:
        return Placement(measure, worker) if position is Position.FIRST else None
    if position is Position.FIRST:
        return Placement(measure, worker, now.first if now.second == worker else now.second)
    if now.first == worker:
        return Placement(measure, now.second, worker) if now.second else None
    return replace(now, second=worker)


def judge_move(board: Board, draft: Draft, measure: str, worker: str, position: ContactPosition) -> Move:
    """Judge a worker for a position on a measure within the draft."""
    placement = placed_with(draft, measure, worker, position)
    if placement is None:
        return Move(placement=Placement(measure, worker), worker=worker, position=position, no_first=True)
    after = with_placement(draft, placement, pin=True)
    before = set(map(_key, broken_rules(board, draft)))
    found = broken_rules(board, after)
    mine = [b for b in found if b.measure == measure or _key(b) not in before]
    return Move(
        placement=placement,
        worker=worker,
        position=position,
        refusals=tuple(breach for breach in mine if not starred(breach)),
        asking=tuple(breach for breach in mine if starred(breach) and _key(breach) not in draft.reasons),
    )


def broken_rules(board: Board, draft: Draft) -> tuple[Breach, ...]:
    """Give every rule that a draft breaks, save seconds still to come."""
    round_ = board.round
    added = points_added(round_, draft)

    def real(breach: Breach) -> bool:
        if breach.rule == "H2" and breach.code == "second_missing":
            return False
        if breach.rule == "H8" and breach.worker is not None:
            load = round_.load_before(breach.worker) + added.get(breach.worker, 0)
            return load > round_.capacity(breach.worker).ceiling
        return True

    _, breaches = board.plan_of(draft.placements)
    return tuple(breach for breach in breaches if real(breach))


def landed(board: Board, draft: Draft, move: Move, reason: str = "") -> Draft:
    """Give the draft with a move made and pinned, and the reason recorded for the rules that it sets aside.

    Every case whose reason depends on it is pinned too: only the leader's own choice may set a rule aside.
    """
    after = with_placement(draft, move.placement, pin=True)
    given = {_key(breach): reason for breach in move.asking}
    return tidied(board, with_reasons(after, {**draft.reasons, **given}))


def tidied(board: Board, draft: Draft) -> Draft:
    """Drop reasons for rules that are no longer broken, and pin the cases whose rule is set aside."""
    broken = {_key(breach) for breach in broken_rules(board, draft) if starred(breach)}
    kept = {key: reason for key, reason in draft.reasons.items() if key in broken}
    aside = {measure for measure, _, _ in kept if measure in draft.placements}
    return replace(with_reasons(draft, kept), pinned=draft.pinned | aside)


def without_reason(board: Board, draft: Draft) -> tuple[Breach, ...]:
    """Give the starred rules that a draft breaks and that nobody gave a reason for yet: help of another region."""
    return tuple(b for b in broken_rules(board, draft) if starred(b) and _key(b) not in draft.reasons)


def held_by_reason(draft: Draft) -> frozenset[str]:
    """Give the measures that stay pinned as a rule was set aside for them."""
    return frozenset(measure for measure, _, _ in draft.reasons)


def to_finish(board: Board, draft: Draft) -> tuple[str, ...]:
    """Give the placed measures that cannot be decided yet as their second contact is still to come."""
    return tuple(key for key, placement in sorted(draft.placements.items()) if second_to_come(board, placement))


def _key(breach: Breach) -> OverrideKey:
    return (breach.measure or "", breach.worker or "", breach.rule)
