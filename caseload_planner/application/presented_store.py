"""A store that shows everybody under a pseudonym: what reads through it cannot come upon a name.

Writing goes to the real store; nothing that is written holds a name of the snapshot.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from caseload_planner.application.ports import Decision, ReadUnit, Store, WriteUnit
from caseload_planner.application.pseudonyms import presented, presented_decision
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
            yield _PresentedUnit(unit)  # type: ignore[misc]  # all else is the unit's own

    @contextmanager
    def write(self) -> Iterator[WriteUnit]:
        """Open a transaction of the real store."""
        with self._store.write() as unit:
            yield unit

    def __getattr__(self, name: str) -> object:
        """Give what else the store has."""
        return getattr(self._store, name)


class _PresentedUnit:
    """A read unit whose people have pseudonyms."""

    def __init__(self, unit: ReadUnit) -> None:
        self._unit = unit

    def __getattr__(self, name: str) -> object:
        return getattr(self._unit, name)

    def snapshot(self) -> Organisation:
        """Read the whole organisation under pseudonyms."""
        return presented(self._unit.snapshot())

    def decision(self, key: str) -> Decision:
        """Give a decision without names."""
        return presented_decision(self._unit.decision(key), self._unit.snapshot())

    def decisions(self) -> Sequence[Decision]:
        """Give the decisions without names."""
        organisation = self._unit.snapshot()
        return tuple(presented_decision(decision, organisation) for decision in self._unit.decisions())
