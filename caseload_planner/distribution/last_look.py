"""A last look at what is left over: a search that ran out of time may have left what somebody has room for."""

from collections.abc import Mapping, Sequence

from caseload_planner.distribution.board import Board
from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.distribution.takers import Takers
from caseload_planner.rules.round import Placement
from caseload_planner.rules.waiting import waiting_weight


def place_what_still_fits(
    problem: DistributionProblem, placements: Mapping[str, Placement], order: Sequence[str]
) -> dict[str, Placement]:
    """Put every measure that is left over and fits somebody where it costs least, most urgent first; move nothing.

    A proven answer leaves nothing that fits, so this never touches one. Bounds stay true: they were proven for answers
    in which at least as much waits.
    """
    left = [key for key in problem.round.asked if key not in placements]
    if not left:
        return dict(placements)
    board, placed = Board(problem, order), dict(placements)
    takers = Takers(board)
    for placement in placed.values():
        board.put(placement)
    for key in sorted(left, key=lambda key: (-waiting_weight(problem.round.measure(key), problem.round.on), key)):
        cheapest = takers.cheapest(key)
        if cheapest is not None:
            _, placed[key] = cheapest
            board.put(placed[key])
    return placed
