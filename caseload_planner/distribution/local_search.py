"""Take a few placements up and put them down again where they cost least, as long as that helps.

Finds in a moment what proves long; the solver then starts from it. Counts turns, not seconds, so that it repeats.
"""

import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from caseload_planner.distribution.board import Board
from caseload_planner.distribution.placement_costs import Cost
from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.distribution.takers import Takers
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.families import new_families
from caseload_planner.rules.round import Placement

TURNS_A_MEASURE = 40
MOST_TURNS = 6000
MOST_AT_ONCE = 3
MOST_TAKEN_UP = 6
FIRSTS_TRIED = 8
"""So many first contacts are tried for siblings who come together."""
WANTED = 4
"""So many of the people who cost least in each position may be asked to make room."""


def improve(
    problem: DistributionProblem,
    start: Mapping[str, Placement],
    order: Sequence[str],
    seed: int,
    stop: StopSignal,
    until: float | None = None,
    effort: float = 1.0,
) -> dict[str, Placement]:
    """Give placements that are at least as good as `start`, once; see `LocalSearch.improve`."""
    return LocalSearch(problem, order, seed).improve(start, stop, until, effort)


class LocalSearch:
    """Looks for better placements of a problem, as often as it is asked; what does not change is worked out once.

    Parameters
    ----------
    order
        Names of levels, most important first.
    """

    def __init__(self, problem: DistributionProblem, order: Sequence[str], seed: int) -> None:
        self._problem, self._seed = problem, seed
        self._board = Board(problem, order)
        self._takers = Takers(self._board)

    def improve(
        self, start: Mapping[str, Placement], stop: StopSignal, until: float | None = None, effort: float = 1.0
    ) -> dict[str, Placement]:
        """Give placements that are at least as good as `start`, level by level.

        Parameters
        ----------
        until
            When to end at the latest, on the monotonic clock; without it the search repeats.
        effort
            The share of its turns to take.
        """
        search = _Search(self._problem, self._board, self._takers, start, self._seed)
        for turn in search.turns(effort):
            if stop.requested or (until is not None and time.monotonic() > until):
                break
            search.take(turn)
        for placement in search.now.values():
            self._board.take_up(placement)
        return search.now


@dataclass(frozen=True, slots=True)
class _Turn:
    """Measures to take up; the first ones are siblings that come down together where `together` says so."""

    keys: tuple[str, ...]
    together: int = 0


class _Search:
    def __init__(
        self, problem: DistributionProblem, board: Board, takers: Takers, start: Mapping[str, Placement], seed: int
    ) -> None:
        self.now = dict(start)
        self._keys = sorted(problem.round.asked)
        self._board, self._takers = board, takers
        for placement in self.now.values():
            self._board.put(placement)
        groups = [tuple(keys) for keys in new_families(problem.round).values() if len(keys) > 1]
        self._siblings = {key: group for group in groups for key in group}
        self._groups = groups
        self._dice = random.Random(seed)  # noqa: S311 - choices of a search, no secrets

    def turns(self, effort: float) -> Iterator[_Turn]:
        """Give each family and each measure, and then a few at random or who stand in each other's way."""
        yield from (_Turn(group, len(group)) for group in self._groups)
        yield from (_Turn((key,)) for key in self._keys * 2)
        for number in range(round(effort * min(MOST_TURNS, TURNS_A_MEASURE * len(self._keys)))):
            yield self._some_at_random() if number % 2 else self._some_in_the_way()

    def _some_at_random(self) -> _Turn:
        most = min(MOST_AT_ONCE, len(self._keys))
        return _Turn(tuple(self._dice.sample(self._keys, self._dice.randint(1, most))))

    def _some_in_the_way(self) -> _Turn:
        """Take a measure, with its siblings now and then, and whatever those hold who would suit it."""
        key = self._dice.choice(self._keys)
        own = self._siblings.get(key, (key,)) if self._dice.random() < 0.7 else (key,)
        wanted = self._takers.likely(key, WANTED)
        people = set(self._dice.sample(wanted, min(len(wanted), 2)))
        others = [k for k, placed in self.now.items() if k not in own and people & {placed.first, placed.second}]
        self._dice.shuffle(others)
        return _Turn((*own, *others[: max(0, MOST_TAKEN_UP - len(own))]), len(own) if len(own) > 1 else 0)

    def take(self, turn: _Turn) -> None:
        """Take measures up and put them down again; undo it where that is worse."""
        old = {key: self.now[key] for key in turn.keys if key in self.now}
        before = sum(self._take_up(key, old.get(key)) for key in reversed(turn.keys))
        together, rest = turn.keys[: turn.together], turn.keys[turn.together :]
        cost, new = self._put_together(together) if together else (0, {})
        for key in rest:
            cost += self._put_cheapest(key, new)
        if cost < before:
            for key in turn.keys:
                self.now.pop(key, None)
            self.now.update(new)
            return
        for placement in new.values():
            self._board.take_up(placement)
        for placement in old.values():
            self._board.put(placement)

    def _put_together(self, keys: Sequence[str]) -> tuple[Cost, dict[str, Placement]]:
        """Put siblings down with one first contact, of a few who cost little; one by one where that is cheaper."""
        tries: list[str | None] = [*self._takers.firsts_of_all(keys)[:FIRSTS_TRIED], None]
        found: list[tuple[Cost, dict[str, Placement]]] = []
        for first in tries:
            new: dict[str, Placement] = {}
            cost = sum(self._put_cheapest(key, new, first) for key in keys)
            found.append((cost, new))
            for placement in new.values():
                self._board.take_up(placement)
        cost, new = min(found, key=lambda one: one[0])
        for placement in new.values():
            self._board.put(placement)
        return cost, new

    def _put_cheapest(self, key: str, new: dict[str, Placement], first: str | None = None) -> Cost:
        cheapest = self._takers.cheapest(key, first)
        if cheapest is None:
            return self._board.waiting_cost(key)
        cost, new[key] = cheapest
        self._board.put(new[key])
        return cost

    def _take_up(self, key: str, placement: Placement | None) -> Cost:
        if placement is None:
            return self._board.waiting_cost(key)
        self._board.take_up(placement)
        return self._board.cost(placement)
