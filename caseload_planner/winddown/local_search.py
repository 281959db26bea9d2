"""Take a few families up and put them down where they cost least, as long as that helps.

Counts turns, not seconds, so that it repeats; a deadline only cuts it off.
"""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.winddown.board import Board, Choice, Cost
from caseload_planner.winddown.levels import LEVELS

TURNS_A_FAMILY = 40
MOST_AT_ONCE = 4
RESTING_TURNS = 0.4


@dataclass(frozen=True, slots=True)
class Aim:
    """How plans are compared: levels in order, where of a settled one only what goes above its allowance counts."""

    allowed: tuple[int, ...] = ()

    def key(self, total: Cost) -> Cost:
        """Give what to make least."""
        above = tuple(max(0, value - most) for value, most in zip(total, self.allowed, strict=False))
        return (*above, *total[len(self.allowed) :], *total[: len(self.allowed)])


def improve(
    board: Board,
    seed: int,
    stop: StopSignal,
    *,
    aim: Aim | None = None,
    deadline: float | None = None,
    turns_a_family: int = TURNS_A_FAMILY,
) -> None:
    """Make the plan on a board better; it never becomes worse."""
    count = len(board.choices)
    if count == 0:
        return
    dice = random.Random(seed)  # noqa: S311 - choices of a search, no secrets
    total, aim = total_cost(board), aim or Aim()
    turns = [[number] for number in range(count)]
    for turn in range(len(turns) + turns_a_family * count):
        if stop.requested or (deadline is not None and time.monotonic() > deadline):
            return
        total = _replace(board, turns[turn] if turn < count else _some(board, dice), total, aim)


def total_cost(board: Board) -> Cost:
    """Give what the plan on a board comes to, level by level."""
    count = len(board.choices)
    choices = list(board.choices)
    for number in range(count):
        board.take_up(number)
    total: Cost = (0,) * len(LEVELS)
    for number in range(count):
        cost = board.cost_regardless(number, choices[number])
        board.put(number, choices[number])
        total = _plus(total, cost)
    return total


def _some(board: Board, dice: random.Random) -> list[int]:
    """Pick a few families, often one that nobody takes over yet among them."""
    count = len(board.choices)
    size = min(count, dice.randint(1, MOST_AT_ONCE))
    resting = [n for n, choice in enumerate(board.choices) if choice is None and board.to_place[n]]
    chosen = [dice.choice(resting)] if resting and dice.random() < RESTING_TURNS else []
    while len(chosen) < size:
        number = dice.randrange(count)
        if number not in chosen:
            chosen.append(number)
    dice.shuffle(chosen)
    return chosen


def _replace(board: Board, numbers: Sequence[int], total: Cost, aim: Aim) -> Cost:
    """Take families up and put them down again one by one; undo it where that is worse. Give the new total."""
    old: dict[int, Choice] = {}
    left = total
    for number in reversed(numbers):
        old[number] = board.take_up(number)
        left = _minus(left, board.cost_regardless(number, old[number]))
    after, complete = left, True
    for number in numbers:
        cost = _put_cheapest(board, number)
        complete = complete and cost is not None
        after = _plus(after, cost or (0,) * len(LEVELS))
    if complete and aim.key(after) < aim.key(total):
        return after
    for number in reversed(numbers):
        board.take_up(number)
    for number in numbers:
        board.put(number, old[number])
    return total


def _put_cheapest(board: Board, number: int) -> Cost | None:
    staying, handed = board.cost_of(number, None), board.best(number)
    if handed is not None and (staying is None or handed[0] < staying):
        board.put(number, handed[1])
        return handed[0]
    board.put(number, None)
    return staying


def _plus(a: Cost, b: Cost) -> Cost:
    return tuple(x + y for x, y in zip(a, b, strict=True))


def _minus(a: Cost, b: Cost) -> Cost:
    return tuple(x - y for x, y in zip(a, b, strict=True))
