"""Plans to begin with: what people do by hand, and what was agreed before."""

import numpy as np

from caseload_planner.winddown.board import Board, Chosen
from caseload_planner.winddown.options import NOBODY_NEW


def as_agreed(board: Board) -> None:
    """Lay down an earlier plan, first what was agreed, then hand over the rest as people do by hand."""
    kept = board.kept
    agreed_first = sorted(
        (number for number, family in enumerate(kept) if family.count),
        key=lambda number: (not any(one.agreed for one, _ in (*kept[number].firsts, *kept[number].seconds)), number),
    )
    for number in agreed_first:
        staying = board.take_up(number)
        found = board.best(number)
        board.put(number, staying if found is None else found[1])
    most_room_first(board)


def most_room_first(board: Board) -> None:
    """Hand families over one by one, the heaviest first, to whoever has most room, as late as can be.

    What fits nobody stays, and what has somebody already keeps her.
    """
    for number in _heaviest_first(board):
        if board.problem.families[number].may_run_out or board.choices[number] is not None:
            continue
        board.take_up(number)
        board.put(number, _roomiest(board, number))


def _heaviest_first(board: Board) -> list[int]:
    weights = [sum(int(loads[0]) for loads in family.given.values()) for family in board.problem.families]
    return sorted(range(len(weights)), key=lambda number: (-weights[number], number))


def _roomiest(board: Board, number: int) -> Chosen | None:
    options = board.options[number]
    room = (board.working - board.base - board.added).min(axis=1)
    for first in _by_room(options.firsts.worker, options.firsts.week, room):
        group = int(options.firsts.second_set[first])
        if group == NOBODY_NEW:
            tries = [Chosen(first, None)]
        else:
            seconds = options.seconds[group]
            same = seconds.week == options.firsts.week[first]
            tries = [
                Chosen(first, second)
                for second in _by_room(seconds.worker, seconds.week, room)
                if same[second]
                and board.may_pair(number, int(options.firsts.worker[first]), int(seconds.worker[second]))
            ]
        for chosen in tries:
            if board.cost_of(number, chosen) is not None:
                return chosen
    return None


def _by_room(worker: "np.typing.NDArray[np.int64]", week: "np.typing.NDArray[np.int64]", room: object) -> list[int]:
    rooms = np.where(worker == NOBODY_NEW, 0, np.asarray(room)[np.maximum(worker, 0)])
    return [int(row) for row in np.lexsort((-week, worker, -rooms))]
