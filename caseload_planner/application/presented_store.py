"""A store that shows everybody under a pseudonym: what reads through it cannot come upon a name.

Writing goes to the real store; nothing that is written holds a name of the snapshot. Open drafts are read as they are,
as they are written back: what a leader noted in one stays hers.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import cast

from caseload_planner.application.ports import ReadUnit, Store, WriteUnit
from caseload_planner.application.pseudonyms import Presenter, presented
from caseload_planner.domain.organisation import Organisation


class PresentedStore:
    """Stands before a store while presentation is on.

    Parameters
    ----------
    store
        The real one.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @contextmanager
    def read(self) -> Iterator[ReadUnit]:
        """Open a consistent view without names."""
        with self._store.read() as unit:
            yield cast("ReadUnit", _PresentedUnit(unit))

    @contextmanager
    def write(self) -> Iterator[WriteUnit]:
        """Open a transaction of the real store."""
        with self._store.write() as unit:
            yield unit

    def __getattr__(self, name: str) -> object:
        """Give what else the store has."""
        return getattr(self._store, name)


class _Presented:
    """Gives every answer of something that reads without the names in it."""

    def __init__(self, reader: object, presenter: Presenter) -> None:
        self._reader, self._presenter = reader, presenter

    def __getattr__(self, name: str) -> Callable[..., object]:
        asked: Callable[..., object] = getattr(self._reader, name)
        presenter = self._presenter

        def answer(*arguments: object, **named: object) -> object:
            return presenter.record(asked(*arguments, **named))

        return answer


class _PresentedUnit:
    """A read unit whose people have pseudonyms; what holds no names is the unit's own."""

    _WITH_NAMES = frozenset({"decision", "decisions"})
    _READERS = frozenset({"disputes", "agreements"})

    def __init__(self, unit: ReadUnit) -> None:
        self._unit = unit

    def __getattr__(self, name: str) -> object:
        if name in self._WITH_NAMES:
            return getattr(_Presented(self._unit, self._presenter), name)
        found = getattr(self._unit, name)
        return _Presented(found, self._presenter) if name in self._READERS else found

    @cached_property
    def _presenter(self) -> Presenter:
        return Presenter(self._unit.snapshot())

    def snapshot(self) -> Organisation:
        """Read the whole organisation under pseudonyms."""
        return presented(self._unit.snapshot())
