"""Pseudonyms for presentation: trees and shrubs with a number in the place of people's names.

`presented` gives the same organisation with everybody's name replaced, so that whatever is made of it (tables, drawers,
tooltips, charts, documents, search) holds no name by construction. A pseudonym follows from the key of a worker alone,
so that it stays the same from week to week. It keeps names off a beamer; it is no protection of a file.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache

from caseload_planner.domain.organisation import Organisation

_TREES = (
    "Abeel", "Acacia", "Berk", "Beuk", "Braam", "Brem", "Bosbes", "Ceder", "Cipres", "Den", "Dopheide", "Eik",
    "Esdoorn", "Gagel", "Haagbeuk", "Hazelaar", "Hulst", "Iep", "Jeneverbes", "Kastanje", "Klimop", "Kornoelje",
    "Kweepeer", "Lariks", "Liguster", "Lijsterbes", "Meidoorn", "Mispel", "Moerbei", "Olijf", "Plataan", "Populier",
    "Sering", "Sleedoorn", "Spar", "Sporkehout", "Taxus", "Vijg", "Vlier", "Vuurdoorn", "Wilg", "Zilverspar",
    "Zomereik",
)  # fmt: skip
_WHO = ("_by", "_with")
"""Fields that end so hold the name of who did something."""
_NUMBERS = 89
"""Two figures, from 10: what a room can read and say aloud."""


def pseudonyms(keys: tuple[str, ...]) -> Mapping[str, str]:
    """Give every key a pseudonym that nobody else of them has; most stay what they are when people come and go.

    Parameters
    ----------
    keys
        Keys of workers, at most about 3,800; beyond that numbers grow to three figures.
    """
    given: dict[str, str] = {}
    taken: set[int] = set()
    places = len(_TREES) * _NUMBERS
    while places < 2 * len(keys):
        places *= 10
    for key in sorted(keys):
        place = _digest(key) % places
        while place in taken:
            place = (place + 1) % places
        taken.add(place)
        given[key] = _written(place)
    return given


def pseudonym_of(name: str) -> str:
    """Give a pseudonym for a name that stands by itself, such as who decided."""
    return _written(_digest(name) % (len(_TREES) * _NUMBERS)) if name.strip() else name


def presented(organisation: Organisation) -> Organisation:
    """Give an organisation with every worker's name replaced; keys, figures and dates are the same."""
    names = pseudonyms(tuple(organisation.workers))
    workers = {key: replace(worker, name=names[key]) for key, worker in organisation.workers.items()}
    return replace(organisation, workers=workers)


class Presenter:
    """Takes names out of what was recorded: of who did it, and whole names of workers in what somebody wrote.

    Parameters
    ----------
    organisation
        The one with real names: those are looked for.
    """

    def __init__(self, organisation: Organisation) -> None:
        names = pseudonyms(tuple(organisation.workers))
        people = organisation.workers.values()
        self._called = {worker.name.casefold(): names[worker.key] for worker in people if worker.name.strip()}
        longest_first = sorted(self._called, key=len, reverse=True)
        self._names = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)

    def without_names(self, text: str) -> str:
        """Replace the whole names of workers in a text; a first name alone stays as it is written."""
        if not self._called:
            return text
        return self._names.sub(lambda found: self._called[found.group().casefold()], text)

    def record(self, value: object) -> object:
        """Give a record (a frozen value, or several) without names."""
        if is_dataclass(value) and not isinstance(value, type):
            return replace(
                value, **{one.name: self._field(one.name, getattr(value, one.name)) for one in fields(value)}
            )
        if isinstance(value, tuple | list):
            return tuple(self.record(one) for one in value)
        if isinstance(value, Mapping):
            return {key: self.record(one) for key, one in value.items()}
        return self.without_names(value) if type(value) is str and " " in value else value

    def _field(self, name: str, value: object) -> object:
        if isinstance(value, str) and name.endswith(_WHO):
            return pseudonym_of(value)
        return self.record(value)


@lru_cache(maxsize=8192)
def _digest(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


def _written(place: int) -> str:
    number, tree = divmod(place, len(_TREES))
    return f"{_TREES[tree]} {number + 10}"
