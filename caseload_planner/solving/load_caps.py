"""How much somebody can get in any answer worth having, and the rows of a model that say it in whole items.

A row of loads alone lets the relaxation give three people half of each of three cases. That two of them do not go
together with her is what a count of items says, and most of the distance between relaxation and answer is there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from caseload_planner.domain.points import Hundredths

Loaded = tuple[str, bool]
"""A worker, and whether only her first contacts count."""

Option = tuple[Any, Hundredths]
"""A 0/1 term and the share that it brings."""


class Piece(NamedTuple):
    """A 0/1 term that brings a share; of one group at most one is chosen."""

    term: Any
    share: Hundredths
    first: bool
    group: int


@dataclass(frozen=True, slots=True)
class LoadCap:
    """The most that a round adds to somebody: of anything, and where it is two items or more."""

    most: Hundredths
    together: Hundredths

    def and_also(self, other: "LoadCap | None") -> "LoadCap":
        """Give the cap that holds where both do."""
        if other is None:
            return self
        return LoadCap(min(self.most, other.most), min(self.together, other.together))


def packing_rows(
    options: Sequence[Sequence[Option]], most: Hundredths, together: Hundredths
) -> Iterator[tuple[list[tuple[Any, int]], int]]:
    """Give rows `sum of factor * term <= limit` that hold for whatever keeps within a cap, and say more than it does.

    Each counts items in units of a size: so many units are in an item, so many at most go together.

    Parameters
    ----------
    options
        Groups of which at most one is chosen.
    most, together
        What all chosen come to at most, and what they come to where they are two or more.
    """
    room = min(most, together)
    small = [[(term, share) for term, share in group if share <= most] for group in options]
    heaviest = [max(share for _, share in group) for group in small if group]
    if room <= 0:
        if len(heaviest) > 1:
            yield [(term, 1) for group in small for term, _ in group], 1
        return
    shares = sorted({share for group in small for _, share in group})
    sizes = {min(share, room) for share in shares if share > 0} | {room // pieces + 1 for pieces in (2, 3, 4)}
    known: set[tuple[int, ...]] = set()
    for size in sorted(sizes, reverse=True):
        factors = {share: min(share, room) // size for share in shares}
        fingerprint = tuple(factors.values())
        # The largest size comes first: of equal rows it has the least limit. A row that forbids nothing is left out.
        if fingerprint not in known and sum(factors[share] for share in heaviest) > room // size:
            known.add(fingerprint)
            yield [(term, factors[share]) for group in small for term, share in group if factors[share]], room // size


def cliques(pieces: Sequence[Piece], together: Hundredths, firsts_together: Hundredths) -> Iterator[tuple[Any, ...]]:
    """Give sets of terms of which at most one is chosen, as no two of them go together.

    Parameters
    ----------
    together, firsts_together
        What two pieces or more come to at most, and what two first contacts or more do.
    """
    ordered = sorted(pieces, key=lambda piece: -piece.share)
    known: set[tuple[int, ...]] = set()
    for seed, piece in enumerate(ordered):
        members = _clique_of(ordered, seed, together, firsts_together)
        if tuple(members) not in known and any(ordered[member].group != piece.group for member in members):
            known.add(tuple(members))
            yield tuple(ordered[member].term for member in members)


def _clique_of(ordered: Sequence[Piece], seed: int, together: Hundredths, firsts_together: Hundredths) -> list[int]:
    """Give a piece and, heaviest first, whatever goes with nothing that is in the clique already."""
    members = [seed]
    least = {True: together + firsts_together + 1, False: together + firsts_together + 1}
    least[ordered[seed].first] = ordered[seed].share
    for number, piece in enumerate(ordered):
        apart = min(least.values()) + piece.share > together
        if not apart and least[True] + piece.share <= firsts_together:
            # Whatever follows is lighter still.
            break
        if not apart and piece.first:
            apart = least[True] + piece.share > firsts_together and least[False] + piece.share > together
        if apart and number != seed:
            members.append(number)
            least[piece.first] = min(least[piece.first], piece.share)
    return sorted(members)
