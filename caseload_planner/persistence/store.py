"""The store of the program in one SQLite file."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from caseload_planner.domain.norm import NormSet
from caseload_planner.persistence.audit import AuditVerdict, Witness, verify_trail
from caseload_planner.persistence.database_errors import errors_in_words, unusable
from caseload_planner.persistence.engine import WRITES
from caseload_planner.persistence.organisation_reading import latest_revision
from caseload_planner.persistence.starting_norm import NEUTRAL_NORMS
from caseload_planner.persistence.unit_of_work import SnapshotMemory, SqliteReadUnit, SqliteWriteUnit


class SqliteStore:
    """The database behind the program; `opening` makes one.

    Units may be opened from any thread, each used by one. What the disk or another program does wrong is told as
    `DatabaseUnusableError`.

    Parameters
    ----------
    starting_norms
        The norms that hold until one is written. Without them an empty database answers with a neutral stand-in, and
        refuses measures until it has a norm.

    Attributes
    ----------
    backup_made
        The copy that opening made of an older file before it brought it to this version; None where it was not older.
    """

    def __init__(
        self, engine: Engine, path: Path, *, starting_norms: NormSet | None = None, witness: Witness | None = None
    ) -> None:
        self._engine = engine
        self._path = path
        self._starting_norms = starting_norms or NEUTRAL_NORMS
        self._witness = witness or Witness()
        self._memory = SnapshotMemory()
        self._closed = False
        self.backup_made: Path | None = None

    @property
    def path(self) -> Path:
        """Where the database is."""
        return self._path

    @contextmanager
    def read(self) -> Iterator[SqliteReadUnit]:
        """Open a consistent view."""
        with self._open(), self._engine.connect() as connection, connection.begin():
            # The view is that of the first thing read, so read something now.
            latest_revision(connection)
            yield SqliteReadUnit(connection, self._memory, self._starting_norms)

    @contextmanager
    def write(self) -> Iterator[SqliteWriteUnit]:
        """Open a transaction that rolls back unless committed; waits a while for another writer."""
        with self._open(), self._engine.connect() as connection:
            connection.execution_options(**{WRITES: True})
            connection.begin()
            # Closing the connection rolls back what was not committed.
            yield SqliteWriteUnit(connection, self._memory, self._starting_norms, self._witness)

    def verify_audit(self) -> AuditVerdict:
        """Walk along the audit trail and name the first row that is wrong."""
        with self._open(), self._engine.connect() as connection:
            return verify_trail(connection)

    def gather(self) -> None:
        """Bring everything that was written into the one database file, or say why there is no room for it.

        Closing does so as well and cannot say it: what is written stays in the log then, beside a file without it.
        """
        # A connection of the driver's own: what the log holds cannot be brought over within a transaction.
        with self._open(), closing(self._engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").close()

    def close(self) -> None:
        """Let go of the file; the last one to do so leaves everything in the one database file."""
        self._closed = True
        self._engine.dispose()

    @contextmanager
    def _open(self) -> Iterator[None]:
        """Say in words what goes wrong; once closed the file may be another by now, so nothing opens it again."""
        if self._closed:
            raise unusable("closed", self._path)
        with errors_in_words(self._path):
            yield

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
