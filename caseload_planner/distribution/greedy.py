"""Most urgent first, each where it costs least: what people do by hand. A baseline, a start and a fallback."""

from collections.abc import Sequence

from caseload_planner.distribution.board import Board
from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.distribution.takers import Takers
from caseload_planner.rules.round import Placement
from caseload_planner.rules.waiting import waiting_weight

USUAL_ORDER = ("waiting", "families", "over_norm", "intake_spread", "pairs", "near", "evenness", "faces")


def greedy(problem: DistributionProblem, order: Sequence[str] = USUAL_ORDER) -> dict[str, Placement]:
    """Place measures one by one where they cost least, level by level; what fits nobody is left over.

    Pinned measures go first, then the most urgent, then those that the fewest people may take.
    """
    board = Board(problem, order)
    takers = Takers(board)
    placed: dict[str, Placement] = {}
    for key in sorted(problem.round.asked, key=lambda key: _turn(problem, key)):
        cheapest = takers.cheapest(key)
        if cheapest is not None:
            _, placed[key] = cheapest
            board.put(placed[key])
    return placed


def _turn(problem: DistributionProblem, key: str) -> tuple[bool, int, int, str]:
    choices, round_ = problem.choices[key], problem.round
    scarce = min(len(choices.firsts), len(choices.seconds) or len(choices.firsts))
    return key not in round_.pins, -waiting_weight(round_.measure(key), round_.on), scarce, key
