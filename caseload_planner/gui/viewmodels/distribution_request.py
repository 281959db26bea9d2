"""A draft as a request for a proposal."""

from dataclasses import replace

from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_draft import Draft


def request_of(board: Board, draft: Draft) -> ProposalRequest:
    """Give the question that a draft stands for: its round, pins and exclusions."""
    return ProposalRequest(  # parked measures are asked as well: a decision lists them as waiting
        on=board.round.on,
        teams=board.teams,
        profile=board.profile.name,
        pins=draft.pins,
        exclusions=tuple(sorted(draft.exclusions)),
        helped=draft.helped,
    )


def request_without_parked(board: Board, draft: Draft) -> ProposalRequest | None:
    """Give the question for a proposal, which leaves parked measures alone; None where nothing else is asked."""
    request = request_of(board, draft)
    if not draft.parked:
        return request
    asked = tuple(key for key in board.round.asked if key not in draft.parked)
    return replace(request, measures=asked) if asked else None
