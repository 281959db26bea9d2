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
_FREE = frozenset({"says", "answer", "reason", "remarks", "minutes"})
"""Fields in which somebody wrote what she liked, also names of children and reporters, which nobody can list."""
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

    What somebody wrote before may hold names of people who are no workers, which nothing can tell from other words. So
    it is covered as a whole while `covering`; what is written while presentation is on was seen by all and stays.

    Attributes
    ----------
    covering
        Whether texts of before are covered.
    cover
        The words that stand in their place, with a number.
    """

    def __init__(self, cover: str = "text hidden") -> None:
        self.covering, self.cover = True, cover
        self._covered: dict[str, str] = {}
        self._written_here: set[str] = set()
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

    def written(self, text: str) -> str:
        """Give what somebody wrote as it may be shown: under a cover, or without the names of workers."""
        if not self.covering or not text.strip() or text in self._written_here:
            return self.without_names(text)
        known = next((cover for cover, real in self._covered.items() if real == text), None)
        cover = known or f"[{self.cover} {len(self._covered) + 1}]"
        self._covered[cover] = text
        return cover

    def with_names(self, text: str) -> str:
        """Put the names back in a text, also where a pseudonym was typed, and what was covered."""
        real = _PSEUDONYM.sub(lambda found: self._named(found.group()), text)
        for cover, covered in self._covered.items():
            real = real.replace(cover, covered)
        return real

    def taken(self, text: str) -> str:
        """Give what is written now with the names in it; it stays in sight as long as presentation is on."""
        real = self.with_names(text)
        if real not in self._covered.values():
            self._written_here.add(real)
        return real

    def _named(self, shown: str) -> str:
        return self._workers.get(shown) or self._others.get(shown, shown)

    def record(self, value: object) -> object:
        """Give a record (a frozen value, or several) without names."""
        return _changed(value, self.shown, self.without_names, self.written)

    def restored(self, value: object) -> object:
        """Give a record with the names that `record` hid."""
        return _changed(value, self._named, self.with_names, self.taken)

    def restored_field(self, name: str, value: object) -> object:
        """Give a value that goes into a field of a record with the names that were hidden."""
        if isinstance(value, str) and name.endswith(_WHO):
            return self._named(value)
        return self.taken(value) if isinstance(value, str) and name in _FREE else self.restored(value)


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


_Change = Callable[[str], str]


def _changed(value: object, name: _Change, text: _Change, free: _Change) -> object:
    """Change a record: `name` for who did something, `free` for what somebody wrote, `text` for every other text."""
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _changed_field(value, one.name, name, text, free) for one in fields(value)})
    if isinstance(value, frozenset):
        return frozenset(_changed(one, name, text, free) for one in value)
    if isinstance(value, tuple | list):
        return tuple(_changed(one, name, text, free) for one in value)
    if isinstance(value, Mapping):
        return {key: _changed(one, name, text, free) for key, one in value.items()}
    return text(value) if type(value) is str and " " in value else value


def _changed_field(record: object, field: str, name: _Change, text: _Change, free: _Change) -> object:
    value = getattr(record, field)
    if field in _FREE and isinstance(value, Mapping):
        return {key: free(one) for key, one in value.items()}
    if isinstance(value, str) and (field in _FREE or field.endswith(_WHO)):
        return free(value) if field in _FREE else name(value)
    return _changed(value, name, text, free)


@lru_cache(maxsize=8192)
def _digest(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


def _written(place: int) -> str:
    number, tree = divmod(place, len(_TREES))
    return f"{_TREES[tree]} {number + 10}"
