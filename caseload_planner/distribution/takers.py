"""The cheapest way to place a measure on a board as it is now, without asking everybody.

Costs of loads only grow while more is put down. So each measure's takers stand in order of what they cost on an empty
board, and a search ends where that is above what was found. Only siblings make somebody cheaper; they are asked apart.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from caseload_planner.distribution.board import Board
from caseload_planner.distribution.placement_costs import Cost
from caseload_planner.domain.points import Hundredths
from caseload_planner.rules.round import Placement

BESIDE = 3
"""So many of the cheapest seconds are tried beside each first, of all and of the SNS-trained."""

Option = tuple[Cost, str, str]
"""A cost with first and second ("" for none): the least is the cheapest, by name among equals."""


@dataclass(frozen=True, slots=True)
class _Taker:
    """Somebody who may take a position: `floor` is the least that it ever costs, `fixed` the part without loads."""

    floor: Cost
    worker: str
    fixed: Cost


@dataclass(frozen=True, slots=True)
class _MeasureTakers:
    alone: Sequence[_Taker]
    leads: Sequence[_Taker]
    seconds: Sequence[_Taker]
    trained: Sequence[_Taker]
    by_second: dict[str, _Taker]


class Takers:
    """Who may take what, and who does so at the least cost.

    Parameters
    ----------
    board
        Asked for what lies on it at the moment of each question.
    """

    def __init__(self, board: Board) -> None:
        self._board = board
        self._takers: dict[str, _MeasureTakers] = {}
        self._partners: dict[str, list[str]] = {}
        for a, b in sorted(board.round.partners):
            self._partners.setdefault(a, []).append(b)
            self._partners.setdefault(b, []).append(a)

    def options(self, key: str) -> Iterator[tuple[Cost, Placement]]:
        """Give the placements that fit a measure now, with their costs; of each duo only the cheapest seconds."""
        takers = self._of(key)
        whole, lead_share, _ = self._board.shares[key]
        for cost, worker in self._firsts(key, takers.alone, whole):
            yield cost, Placement(key, worker)
        beside = self._seconds_in_view(key, takers)
        for cost, worker in self._firsts(key, takers.leads, lead_share):
            for duo_cost, first, second in self._duos_of(key, cost, worker, beside, takers):
                yield duo_cost, Placement(key, first, second)

    def cheapest(self, key: str, first: str | None = None) -> tuple[Cost, Placement] | None:
        """Give the cheapest placement that fits a measure now, by name among equals; None where none fits.

        Parameters
        ----------
        first
            The only first contact to look at.
        """
        takers = self._of(key)
        alone, leads = takers.alone, takers.leads
        if first is not None:
            alone = [taker for taker in alone if taker.worker == first]
            leads = [taker for taker in leads if taker.worker == first]
        best = self._cheapest_duo(key, leads, takers, self._cheapest_alone(key, alone))
        return None if best is None else (best[0], Placement(key, best[1], best[2] or None))

    def firsts_of_all(self, keys: Sequence[str]) -> list[str]:
        """Give who may now be first contact of all of some measures, cheapest first; seconds are not looked at."""
        board = self._board
        common = set.intersection(*(set(board.choices[key].firsts) for key in keys))
        duos = [bool(board.choices[key].leads) for key in keys]
        share = sum(board.shares[key][int(duo)] for key, duo in zip(keys, duos, strict=True))
        ranked = []
        for worker in common:
            if board.fits(worker, share):
                fixed = sum(board.costs.first(key, worker, duo=duo) for key, duo in zip(keys, duos, strict=True))
                ranked.append((fixed + board.load_cost(worker, share, first=True), worker))
        return [worker for _, worker in sorted(ranked)]

    def likely(self, key: str, count: int) -> list[str]:
        """Give a few people who cost little for a measure on an empty board, in any position."""
        takers = self._of(key)
        return [taker.worker for some in (takers.alone, takers.leads, takers.seconds) for taker in some[:count]]

    def _cheapest_alone(self, key: str, alone: Sequence[_Taker]) -> Option | None:
        best: Option | None = None

        def to_beat() -> Option | None:
            return best

        for cost, worker in self._firsts(key, alone, self._board.shares[key][0], to_beat):
            option = (cost, worker, "")
            best = option if best is None or option < best else best
        return best

    def _cheapest_duo(
        self, key: str, leads: Sequence[_Taker], takers: _MeasureTakers, best: Option | None
    ) -> Option | None:
        if not leads:
            return best
        beside = self._seconds_in_view(key, takers)
        if not beside:
            return best
        least = beside[0][0]

        def to_beat() -> Option | None:
            return None if best is None else (best[0] - least, best[1], best[2])

        for cost, worker in self._firsts(key, leads, self._board.shares[key][1], to_beat):
            if best is not None and cost + least > best[0]:
                continue
            for option in self._duos_of(key, cost, worker, beside, takers):
                best = option if best is None or option < best else best
        return best

    def _firsts(
        self,
        key: str,
        takers: Iterable[_Taker],
        share: Hundredths,
        to_beat: Callable[[], Option | None] = lambda: None,
    ) -> Iterator[tuple[Cost, str]]:
        """Give firsts with their cost, those whom siblings have before the others, as long as they may be cheapest."""
        board = self._board
        siblings = board.siblings_firsts(key)
        new_face = board.costs.unit("families") if siblings else 0
        if siblings:
            takers = list(takers)
            for taker in takers:
                if taker.worker in siblings and board.fits(taker.worker, share):
                    yield taker.fixed + board.load_cost(taker.worker, share, first=True), taker.worker
        for taker in takers:
            best = to_beat()
            if best is not None and taker.floor + new_face > best[0]:
                return
            if taker.worker not in siblings and board.fits(taker.worker, share):
                yield taker.fixed + new_face + board.load_cost(taker.worker, share, first=True), taker.worker

    def _seconds_in_view(self, key: str, takers: _MeasureTakers) -> list[tuple[Cost, str]]:
        """Give the cheapest seconds now, of all and of the SNS-trained, and the one whom the family knows."""
        found = {worker: cost for some in (takers.seconds, takers.trained) for cost, worker in self._least(key, some)}
        known = takers.by_second.get(self._board.costs.known_seconds[key] or "")
        if known is not None and self._board.fits(known.worker, self._board.shares[key][2]):
            found[known.worker] = self._second_cost(key, known)
        return sorted((cost, worker) for worker, cost in found.items())

    def _least(self, key: str, seconds: Sequence[_Taker]) -> list[tuple[Cost, str]]:
        share, least = self._board.shares[key][2], list[tuple[Cost, str]]()
        for taker in seconds:
            if len(least) == BESIDE and taker.floor > least[-1][0]:
                break
            if self._board.fits(taker.worker, share):
                least = sorted([*least, (self._second_cost(key, taker), taker.worker)])[:BESIDE]
        return least

    def _duos_of(
        self, key: str, cost: Cost, first: str, beside: Sequence[tuple[Cost, str]], takers: _MeasureTakers
    ) -> Iterator[Option]:
        """Give duos of a first with the seconds in view and with partners of hers; with anybody where none may."""
        board, share = self._board, self._board.shares[key][2]
        partners = [takers.by_second[worker] for worker in self._partners.get(first, ()) if worker in takers.by_second]
        more = [(self._second_cost(key, taker), taker.worker) for taker in partners if board.fits(taker.worker, share)]
        some = [pair for pair in {*beside, *more} if board.may_stand_beside(key, first, pair[1])]
        if not some:
            fitting = (taker for taker in takers.seconds if board.fits(taker.worker, share))
            allowed = (taker for taker in fitting if board.may_stand_beside(key, first, taker.worker))
            some = [(self._second_cost(key, taker), taker.worker) for taker in allowed][:1]
        for second_cost, second in sorted(some):
            yield cost + second_cost + board.costs.together(key, first, second), first, second

    def _second_cost(self, key: str, taker: _Taker) -> Cost:
        return taker.fixed + self._board.load_cost(taker.worker, self._board.shares[key][2], first=False)

    def _of(self, key: str) -> _MeasureTakers:
        if key not in self._takers:
            choices, costs = self._board.choices[key], self._board.costs
            whole, lead_share, second_share = self._board.shares[key]
            alone = [(worker, costs.first(key, worker, duo=False)) for worker in choices.alone]
            leads = [(worker, costs.first(key, worker, duo=True)) for worker in choices.leads]
            seconds = self._sorted(
                ((worker, costs.second(key, worker)) for worker in choices.seconds), second_share, first=False
            )
            self._takers[key] = _MeasureTakers(
                alone=self._sorted(alone, whole, first=True),
                leads=self._sorted(leads, lead_share, first=True),
                seconds=seconds,
                trained=[taker for taker in seconds if taker.worker in costs.sns],
                by_second={taker.worker: taker for taker in seconds},
            )
        return self._takers[key]

    def _sorted(self, rows: Iterable[tuple[str, Cost]], share: Hundredths, *, first: bool) -> list[_Taker]:
        floors = ((fixed + self._board.floor_cost(worker, share, first=first), worker, fixed) for worker, fixed in rows)
        return [_Taker(floor, worker, fixed) for floor, worker, fixed in sorted(floors)]
