"""A level over patterns, with what is known of patterns kept from level to level."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.winddown.board import Board, Choice, Chosen, People
from caseload_planner.winddown.levels import TIMING
from caseload_planner.winddown.options import NOBODY_NEW
from caseload_planner.winddown.pattern_level import PatternLevel
from caseload_planner.winddown.pattern_rows import LevelRows
from caseload_planner.winddown.pattern_sieve import Sieve, by_worker, sieved
from caseload_planner.winddown.patterns import ReceiverPatterns
from caseload_planner.winddown.search import Limits
from caseload_planner.winddown.takings import Key, Taking, takings_of

SIEVES = 4
"""So many proofs of a level, the best ones, are asked what they leave: prices differ, and so does that."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A proven bound of a level; the value of the best answer over patterns, and that as a plan; who takes what.

    The first of the people are those of the best answer that finds weeks; then come those of one that may be better
    and does not quite.
    """

    bound: int
    value: int
    plan: dict[int, Chosen] | None
    people: list[dict[int, People]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of patterns: a level, the most that others may come to, and how long it may take."""

    level: str
    kept: Mapping[str, int]
    limits: Limits
    stop: StopSignal


class PatternSearch:
    """Patterns of all receivers, kept from level to level."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._pool: dict[tuple[int, frozenset[Key]], None] = {}
        self._takings: dict[bool, list[Taking]] = {}
        self._sieves: list[Sieve] = []

    def settle(self, asked: Asked, choices: Sequence[Choice], value: int) -> Answer:
        """Minimise a level with the earlier ones kept, from a plan that keeps them and comes to `value`."""
        search = self._begun(asked, choices)
        bound = search.settle(value)
        self._pool = dict.fromkeys(_promising(search))
        best_first = sorted(search.sieves, key=lambda sieve: -sieve.bound)
        self._sieves = [one for one in self._sieves if one.level != asked.level] + best_first[:SIEVES]
        return _answer(search, bound)

    def look(self, asked: Asked, choices: Sequence[Choice], value: int) -> Answer:
        """Look for such a plan without proving anything: what is kept may be more than what a bound has to hold for."""
        search = self._begun(asked, choices)
        search.look(value)
        self._pool |= dict.fromkeys(_promising(search))
        return _answer(search, 0)

    def _begun(self, asked: Asked, choices: Sequence[Choice]) -> PatternLevel:
        """Give the search of a level with the patterns that are known."""
        takings, moving = self._sieved(asked.kept)
        now = self._patterns_of(choices)
        self._pool |= dict.fromkeys(now)
        rows, rough = (LevelRows(self._board, takings, asked.level, asked.kept, moving) for _ in range(2))
        search = PatternLevel(rows, self._receivers(takings), asked.limits, asked.stop)
        search.begin(rough)
        places = {taking.key: place for place, taking in enumerate(takings)}
        known = {
            (worker, keys): tuple(sorted(places[key] for key in keys))
            for worker, keys in self._pool
            if all(key in places for key in keys)
        }
        for (worker, _), pattern in known.items():
            search.add(worker, pattern)
        search.answers.hint = [(one[0], known[one]) for one in now if one in known]
        return search

    def _sieved(self, kept: Mapping[str, int]) -> tuple[list[Taking], set[int]]:
        """Give the takings that the levels before leave, and the families that move in every plan."""
        good = kept.get(TIMING) == 0
        if good not in self._takings:
            self._takings[good] = takings_of(self._board, at_a_good_moment=good)
        return sieved(self._takings[good], [sieve for sieve in self._sieves if sieve.level in kept], kept)

    def _receivers(self, takings: Sequence[Taking]) -> list[ReceiverPatterns]:
        return [
            ReceiverPatterns(self._board, worker, takings, places)
            for worker, places in by_worker(takings).items()
            if worker != NOBODY_NEW
        ]

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
            return [(worker, (number, False, NOBODY_NEW, None, 0, 0)) for worker, _ in board.left_alone[number]]
        return _keys_of_chosen(board, number, choice)


def _keys_of_chosen(board: Board, number: int, choice: Chosen) -> list[tuple[int, Key]]:
    group = int(board.options[number].firsts.second_set[choice.first])
    found: list[tuple[int, Key]] = []
    for options, row in board.rows(number, choice):
        alike = int(options.choice[row]), int(options.early[row]), int(options.changes[row])
        key = (number, not found, group, *alike)
        found.append((int(options.worker[row]), key))
    return found


def _promising(search: PatternLevel) -> list[tuple[int, frozenset[Key]]]:
    takings = search.rows.takings
    return [(w, frozenset(takings[place].key for place in pattern)) for w, pattern in sorted(search.promising())]


def _answer(search: PatternLevel, bound: int) -> Answer:
    return Answer(bound, search.answers.reached, search.answers.plan, search.answers.people)
