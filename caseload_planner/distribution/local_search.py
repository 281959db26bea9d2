"""Take a few placements up and put them down again where they cost least, as long as that helps.

Finds in a moment what proves long; the solver then starts from it. Counts turns, not seconds, so that it repeats.
"""

import random
from collections.abc import Iterable, Mapping, Sequence

from caseload_planner.distribution.board import Board, Cost
from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.round import Placement

TURNS_A_MEASURE = 6
MOST_TURNS = 400
MOST_AT_ONCE = 3


def improve(
    problem: DistributionProblem,
    start: Mapping[str, Placement],
    order: Sequence[str],
    seed: int,
    stop: StopSignal,
) -> dict[str, Placement]:
    """Give placements that are at least as good as `start`, level by level in `order`."""
    board = Board(problem, order)
    now = dict(start)
    for placement in now.values():
        board.put(placement)
    keys = sorted(problem.round.asked)
    dice = random.Random(seed)  # noqa: S311 - choices of a search, no secrets
    turns = [[key] for key in keys * 2]
    most = min(MOST_AT_ONCE, len(keys))
    more = min(MOST_TURNS, TURNS_A_MEASURE * len(keys))
    turns += [dice.sample(keys, dice.randint(1, most)) for _ in range(more)]
    for chosen in turns:
        if stop.requested:
            break
        _replace(board, now, chosen)
    return now


def _replace(board: Board, now: dict[str, Placement], keys: Sequence[str]) -> None:
    """Take measures up and put them down again one by one; undo it where that is worse."""
    old = {key: now[key] for key in keys if key in now}
    before = _total(_take_up(board, key, old.get(key)) for key in reversed(keys))
    new: dict[str, Placement] = {}
    costs: list[Cost] = []
    for key in keys:
        cheapest = board.cheapest(key)
        if cheapest is None:
            costs.append(board.waiting_cost(key))
            continue
        cost, new[key] = cheapest
        costs.append(cost)
        board.put(new[key])
    if _total(costs) < before:
        for key in keys:
            now.pop(key, None)
        now.update(new)
        return
    for placement in new.values():
        board.take_up(placement)
    for placement in old.values():
        board.put(placement)


def _take_up(board: Board, key: str, placement: Placement | None) -> Cost:
    if placement is None:
        return board.waiting_cost(key)
    board.take_up(placement)
    return board.cost(placement)


def _total(costs: Iterable[Cost]) -> Cost:
    return tuple(map(sum, zip(*costs, strict=True)))
