"""What a draft still says of a board: data may have changed since it was made, in this window or by somebody else."""

from collections.abc import Iterable

from caseload_planner.domain.assignment import NOBODY
from caseload_planner.gui.viewmodels.distribution_board import Board, starred
from caseload_planner.gui.viewmodels.distribution_draft import Draft, within, without_placement
from caseload_planner.gui.viewmodels.distribution_moves import broken_rules, tidied
from caseload_planner.rules.round import Placement


def fitting(board: Board, draft: Draft) -> Draft:
    """Give a draft without cases that its round does not ask; the very same one where all of it fits."""
    kept = within(draft, board.round.asked)
    return draft if kept is draft else tidied(board, kept)


def still_possible(board: Board, draft: Draft) -> Draft:
    """Give what holds of a kept draft on the data of now: without cases that are gone and people who may not."""
    kept = within(draft, board.round.asked)
    placed = kept.placements.values()
    kept = _without(kept, (p.measure for p in placed if any(worker not in board.rows for _, worker in p.contacts)))
    kept = _without(kept, (b.measure for b in broken_rules(board, kept) if b.measure is not None and not starred(b)))
    return tidied(board, kept)


def taken_out(board: Board, draft: Draft) -> tuple[str, ...]:
    """Give the drafted measures that are not to be distributed any more and did not go as they were drafted."""
    asked = set(board.round.asked)
    return tuple(
        key for key, placement in sorted(draft.placements.items()) if key not in asked and not _went(board, placement)
    )


def _went(board: Board, placement: Placement) -> bool:
    """Whether the first contact of a placement holds its measure by now: it was decided."""
    return board.round.caseload.holders.get(placement.measure, NOBODY).first == placement.first


def _without(draft: Draft, measures: Iterable[str]) -> Draft:
    for measure in tuple(measures):
        draft = without_placement(draft, measure)
    return draft
