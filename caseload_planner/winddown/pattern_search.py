"""A level over patterns, with what is known of patterns kept from level to level."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.winddown.board import Board, Choice, Chosen, People
from caseload_planner.winddown.levels import TIMING
from caseload_planner.winddown.options import NOBODY_NEW
from caseload_planner.winddown.pattern_level import PatternLevel
from caseload_planner.winddown.pattern_rows import ChosenPatterns, LevelRows
from caseload_planner.winddown.patterns import ReceiverPatterns
from caseload_planner.winddown.search import Limits
from caseload_planner.winddown.takings import Taking, takings_of

Key = tuple[int, bool, int, int | None, int]
"""A taking by what it is, whatever the list: family, whether first, group, choice, whether early."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A proven bound of a level; the value of the best answer over the patterns, and who takes what in one found."""

    bound: int
    value: int
    people: dict[int, People] | None


class PatternSearch:
    """Patterns of all receivers, kept from level to level."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._pool: dict[tuple[int, frozenset[Key]], None] = {}
        self._lists: dict[bool, tuple[list[Taking], list[ReceiverPatterns]]] = {}

    def settle(
        self,
        level: str,
        kept: Mapping[str, int],
        choices: Sequence[Choice],
        value: int,
        limits: Limits,
        stop: StopSignal,
    ) -> Answer:
        """Minimise a level with the earlier ones kept, from a plan that keeps them and comes to `value`."""
        takings, receivers = self._listed(at_a_good_moment=kept.get(TIMING) == 0)
        now = self._patterns_of(choices)
        self._pool |= dict.fromkeys(now)
        search = PatternLevel(LevelRows(self._board, takings, level, kept), receivers, limits, stop)
        search.begin(LevelRows(self._board, takings, level, kept))
        places = {_key(taking): place for place, taking in enumerate(takings)}
        for worker, keys in self._pool:
            if all(key in places for key in keys):
                search.add(worker, tuple(sorted(places[key] for key in keys)))
        search.hint = [
            (worker, tuple(sorted(places[key] for key in keys)))
            for worker, keys in now
            if all(key in places for key in keys)
        ]
        bound, chosen = search.settle(value)
        self._pool = {}
        for worker, pattern in sorted(search.promising()):
            self._pool[worker, frozenset(_key(takings[place]) for place in pattern)] = None
        return Answer(bound, search.reached, None if chosen is None else _people(takings, chosen))

    def _listed(self, *, at_a_good_moment: bool) -> tuple[list[Taking], list[ReceiverPatterns]]:
        if at_a_good_moment not in self._lists:
            takings = takings_of(self._board, at_a_good_moment=at_a_good_moment)
            by_worker: dict[int, list[int]] = {}
            for place, taking in enumerate(takings):
                if taking.worker != NOBODY_NEW:
                    by_worker.setdefault(taking.worker, []).append(place)
            receivers = [
                ReceiverPatterns(self._board, worker, takings, places) for worker, places in sorted(by_worker.items())
            ]
            self._lists[at_a_good_moment] = takings, receivers
        return self._lists[at_a_good_moment]

    def _patterns_of(self, choices: Sequence[Choice]) -> list[tuple[int, frozenset[Key]]]:
        """Give what each receiver has in a plan."""
        found: dict[int, set[Key]] = {}
        for number, choice in enumerate(choices):
            for worker, key in self._keys(number, choice):
                if worker != NOBODY_NEW:
                    found.setdefault(worker, set()).add(key)
        return [(worker, frozenset(keys)) for worker, keys in sorted(found.items())]

    def _keys(self, number: int, choice: Choice) -> list[tuple[int, Key]]:
        board = self._board
        if choice is None:
            if board.problem.families[number].may_run_out:
                return []
            return [(worker, (number, False, NOBODY_NEW, None, 0)) for worker, _ in board.left_alone[number]]
        return _keys_of_chosen(board, number, choice)


def _key(taking: Taking) -> Key:
    return (taking.family, taking.first, taking.group, taking.choice, taking.early)


def _keys_of_chosen(board: Board, number: int, choice: Chosen) -> list[tuple[int, Key]]:
    group = int(board.options[number].firsts.second_set[choice.first])
    found: list[tuple[int, Key]] = []
    for options, row in board.rows(number, choice):
        key = (number, not found, group, int(options.choice[row]), int(options.early[row]))
        found.append((int(options.worker[row]), key))
    return found


def _people(takings: Sequence[Taking], chosen: ChosenPatterns) -> dict[int, People]:
    patterns, nobody = chosen
    firsts: dict[int, int] = {}
    seconds: dict[int, int] = {}
    for place in (*nobody, *(place for _, pattern in patterns for place in pattern)):
        taking = takings[place]
        if taking.choice is not None:
            (firsts if taking.first else seconds)[taking.family] = taking.choice
    return {number: People(first, seconds.get(number)) for number, first in sorted(firsts.items())}
