"""Pseudonyms for presentation: trees and shrubs with a number in the place of people's names.

`presented` gives the same organisation with everybody's name replaced, so that whatever is made of it (tables, drawers,
tooltips, charts, documents, search) holds no name by construction. A pseudonym follows from the key of a worker alone,
so that it stays the same from week to week. It keeps names off a beamer; it is no protection of a file.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
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
_WORD = re.compile(r"[\w-]+")
_PSEUDONYM = re.compile(rf"\b(?:{'|'.join(_TREES)}) \d{{2,}}\b")
_LONGEST = 7
"""Words of the longest name that is looked for."""


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


class NameBook:
    """Which pseudonym stands for whom while presentation is on, to hide names and to find them again.

    Names are those of the workers of the organisation that was learned last, and of who did something (decided, agreed,
    answered), which the book learns when it is asked to show one. In a text a worker's whole name is hidden however it
    is written, and her first name or surname alone where it has its capital.
    """

    def __init__(self) -> None:
        self._whole: Mapping[str, str] = {}
        self._parts: Mapping[str, str] = {}
        self._workers: Mapping[str, str] = {}
        self._others: dict[str, str] = {}
        self._learned: Organisation | None = None

    def learn(self, organisation: Organisation) -> None:
        """Know the workers of an organisation, with their real names, and no earlier ones."""
        if organisation is self._learned:
            return
        self._learned = organisation
        names = pseudonyms(tuple(organisation.workers))
        people = [worker for worker in organisation.workers.values() if worker.name.strip()]
        self._workers = {names[worker.key]: worker.name for worker in people}
        self._whole = {_key(worker.name).casefold(): names[worker.key] for worker in people}
        owners: dict[str, set[str]] = {}
        for worker in people:
            for part in _parts_of(worker.name):
                owners.setdefault(part, set()).add(names[worker.key])
        # A first name that several people have stands for nobody in particular.
        self._parts = {part: min(of) if len(of) == 1 else pseudonym_of(part) for part, of in owners.items()}

    def shown(self, name: str) -> str:
        """Give the pseudonym of a name that stands by itself, such as who decided; a pseudonym stays what it is."""
        known = self._whole.get(_key(name).casefold())
        if known is not None or not name.strip() or name in self._workers or name in self._others:
            return known or name
        place = _digest(name) % (len(_TREES) * _NUMBERS)
        while _written(place) in self._workers or self._others.get(_written(place), name) != name:
            place += 1
        self._others[_written(place)] = name
        return _written(place)

    def without_names(self, text: str) -> str:
        """Hide the names in a text."""
        words, parts, at = list(_WORD.finditer(text)), [], 0
        first = 0
        while first < len(words):
            known, last = self._known(words, first)
            if known:
                parts += [text[at : words[first].start()], known]
                at = words[last].end()
            first = last + 1
        return "".join([*parts, text[at:]])

    def _known(self, words: list[re.Match[str]], first: int) -> tuple[str, int]:
        """Give the pseudonym of the longest name that begins at a word, and its last word; none, and that word."""
        for last in range(min(first + _LONGEST, len(words)) - 1, first - 1, -1):
            key = " ".join(word.group() for word in words[first : last + 1])
            if self._named(key) != key:  # a pseudonym already: there are people called Berk
                return key, last
            known = self._whole.get(key.casefold()) or self._parts.get(key)
            if known:
                return known, last
        return "", first

    def with_names(self, text: str) -> str:
        """Put the names back in a text, also where a pseudonym was typed."""
        return _PSEUDONYM.sub(lambda found: self._named(found.group()), text)

    def _named(self, shown: str) -> str:
        return self._workers.get(shown) or self._others.get(shown, shown)

    def record(self, value: object) -> object:
        """Give a record (a frozen value, or several) without names."""
        return _changed(value, self.shown, self.without_names)

    def restored(self, value: object) -> object:
        """Give a record with the names that `record` hid."""
        return _changed(value, self._named, self.with_names)

    def restored_field(self, name: str, value: object) -> object:
        """Give a value that goes into a field of a record with the names that were hidden."""
        return self._named(value) if isinstance(value, str) and name.endswith(_WHO) else self.restored(value)


def _key(name: str) -> str:
    return " ".join(_WORD.findall(name))


def _parts_of(name: str) -> Iterator[str]:
    """Give how somebody may be called beside her whole name: "Anne", "Wit", "de Wit" and "De Wit"."""
    words = _key(name).split()
    if len(words) < 2:
        return
    yield words[0]
    yield words[-1]
    surname = " ".join(words[1:])
    yield surname
    yield surname[0].upper() + surname[1:]


def _changed(value: object, name: Callable[[str], str], text: Callable[[str], str]) -> object:
    """Change a record field by field: `name` for who did something, `text` for everything that was written."""
    if is_dataclass(value) and not isinstance(value, type):
        held = {one.name: getattr(value, one.name) for one in fields(value)}
        return replace(
            value,
            **{
                key: name(one) if isinstance(one, str) and key.endswith(_WHO) else _changed(one, name, text)
                for key, one in held.items()
            },
        )
    if isinstance(value, frozenset):
        return frozenset(_changed(one, name, text) for one in value)
    if isinstance(value, tuple | list):
        return tuple(_changed(one, name, text) for one in value)
    if isinstance(value, Mapping):
        return {key: _changed(one, name, text) for key, one in value.items()}
    return text(value) if type(value) is str and " " in value else value


@lru_cache(maxsize=8192)
def _digest(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


def _written(place: int) -> str:
    number, tree = divmod(place, len(_TREES))
    return f"{_TREES[tree]} {number + 10}"
