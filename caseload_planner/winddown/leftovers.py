"""Why nobody takes a family over: the rules that bind it, in the order in which they take people away."""

from collections import Counter
from collections.abc import Iterator

import numpy as np

from caseload_planner.winddown.board import Board
from caseload_planner.winddown.plan import UnplacedMeasure
from caseload_planner.winddown.problem import Family

TOO_LATE = "too_late"
NOBODY_MAY = "nobody_may"
NO_ROOM = "no_room"
NO_ROOM_LEFT = "no_room_left"


def explain_unplaced(board: Board, unplaced: tuple[str, ...]) -> tuple[UnplacedMeasure, ...]:
    """Explain every measure that is left over, by measure."""
    rows = [row for number, family in enumerate(board.problem.families) for row in _of_family(board, number, family)]
    return tuple(sorted((row for row in rows if row.measure in unplaced), key=lambda row: row.measure))


def _of_family(board: Board, number: int, family: Family) -> Iterator[UnplacedMeasure]:
    reason, rules = _reason(board, number, family)
    figures = {"siblings": len(family.members), "needs": _needs(family), "most_room": _most_room(board, family)}
    for member in family.members:
        yield UnplacedMeasure(member.measure, family.key, member.givers[0], rules, reason, figures)


def _reason(board: Board, number: int, family: Family) -> tuple[str, tuple[str, ...]]:
    if not family.weeks:
        return TOO_LATE, ("overlap",)
    if not family.firsts:
        return NOBODY_MAY, _binding_rules(family)
    fitting = len(board.options[number].firsts)
    return (NO_ROOM_LEFT if fitting else NO_ROOM), ("H8",)


def _binding_rules(family: Family) -> tuple[str, ...]:
    """Give the rules that keep most people away, most first."""
    return tuple(rule for rule, _ in Counter(family.kept_away).most_common()) or ("H2",)


def _needs(family: Family) -> int:
    """Give what the family weighs in its heaviest planned week, in hundredths."""
    return max((int(choice.loads.max()) for choice in family.firsts), default=0)


def _most_room(board: Board, family: Family) -> int:
    """Give the most room under the ceiling that anybody who may take it has left in the last weeks, in hundredths."""
    keys = {choice.worker for choice in family.firsts if choice.worker is not None}
    places = [board.places[key] for key in sorted(keys)]
    if not places or not family.weeks:
        return 0
    left = (board.most - board.base - board.added)[places, family.weeks[-1] :]
    return int(np.max(left.min(axis=1)))
