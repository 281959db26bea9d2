"""A store that shows everybody under a pseudonym: what reads through it cannot come upon a name.

What is written goes to the real store, with the names put back: who decides while the beamer is on, or writes a remark
about "Wilg 34", is found in the file by name. Open drafts are read as they are, as they go on being worked in; whoever
shows what a leader noted in one hides the names in it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import cast

from caseload_planner.application.ports import ReadUnit, Store, WriteUnit
from caseload_planner.application.pseudonyms import NameBook, presented
from caseload_planner.domain.organisation import Organisation

_WITH_NAMES = frozenset({"decision", "decisions"})
_READERS = frozenset({"disputes", "agreements"})
_WRITES = frozenset({"record_decision", "record_withdrawal"})
_WRITERS = frozenset({"disputes", "agreements", "open_drafts", "wind_downs"})


class PresentedStore:
    """Stands before a store while presentation is on.

    Parameters
    ----------
    store
        The real one.
    book
        Learns the names that are hidden, and puts them back.
    """

    def __init__(self, store: Store, book: NameBook) -> None:
        self._store, self._book = store, book

    @contextmanager
    def read(self) -> Iterator[ReadUnit]:
        """Open a consistent view without names."""
        with self._store.read() as unit:
            yield cast("ReadUnit", _PresentedUnit(unit, self._book))

    @contextmanager
    def write(self) -> Iterator[WriteUnit]:
        """Open a transaction of the real store, into which nobody comes under a pseudonym."""
        with self._store.write() as unit:
            yield cast("WriteUnit", _RestoringUnit(unit, self._book))

    def gather(self) -> None:
        """Bring everything that was written into one file."""
        self._store.gather()

    def __getattr__(self, name: str) -> object:
        """Give what else the store has."""
        return getattr(self._store, name)


class _Presented:
    """Gives every answer of something that reads without the names in it."""

    def __init__(self, reader: object, book: NameBook) -> None:
        self._reader, self._book = reader, book

    def __getattr__(self, name: str) -> Callable[..., object]:
        asked: Callable[..., object] = getattr(self._reader, name)
        book = self._book

        def answer(*arguments: object, **named: object) -> object:
            return book.record(asked(*arguments, **named))

        return answer


class _Restoring:
    """Hands everything to something that writes with the names put back."""

    def __init__(self, writer: object, book: NameBook) -> None:
        self._writer, self._book = writer, book

    def __getattr__(self, name: str) -> Callable[..., object]:
        asked: Callable[..., object] = getattr(self._writer, name)
        book = self._book

        def write(*arguments: object, **named: object) -> object:
            restored = {key: book.restored_field(key, value) for key, value in named.items()}
            return asked(*(book.restored(one) for one in arguments), **restored)

        return write


class _PresentedUnit:
    """A read unit whose people have pseudonyms; what holds no names is the unit's own."""

    def __init__(self, unit: ReadUnit, book: NameBook) -> None:
        self._unit, self._book = unit, book

    def __getattr__(self, name: str) -> object:
        if name in _WITH_NAMES:
            return getattr(_Presented(self._unit, self._learned()), name)
        found = getattr(self._unit, name)
        return _Presented(found, self._learned()) if name in _READERS else found

    def _learned(self) -> NameBook:
        self._book.learn(self._unit.snapshot())
        return self._book

    def snapshot(self) -> Organisation:
        """Read the whole organisation under pseudonyms."""
        organisation = self._unit.snapshot()
        self._book.learn(organisation)
        return presented(organisation)


class _RestoringUnit:
    """A transaction of the real store; what may hold a name is written with the real one."""

    def __init__(self, unit: WriteUnit, book: NameBook) -> None:
        self._unit, self._book = unit, book

    def __getattr__(self, name: str) -> object:
        if name in _WRITES:
            return getattr(_Restoring(self._unit, self._book), name)
        found = getattr(self._unit, name)
        return _Restoring(found, self._book) if name in _WRITERS else found
