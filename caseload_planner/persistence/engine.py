"""How the database is spoken to: the driver, its settings, and transactions that begin when we say so."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

WAIT_SECONDS = 5.0
"""How long a write waits for another writer before it says that the file is locked."""

WRITES = "caseload_planner_writes"
"""Execution option of a connection whose transaction is going to write."""

SETTINGS = (
    # Else the cipher layer writes to standard error when a file is not a database.
    "PRAGMA cipher_log_level = NONE",
    "PRAGMA journal_mode = WAL",
    # In WAL mode anything less loses acknowledged commits at a power cut.
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    # What is deleted must not be readable in free pages.
    "PRAGMA secure_delete = ON",
    # A memory map turns an I/O error into a crash.
    "PRAGMA mmap_size = 0",
    # Notices a damaged page when it is read, not when it is used.
    "PRAGMA cell_size_check = ON",
    "PRAGMA trusted_schema = OFF",
)


def connect(path: Path, *, key: bytes | None = None, wait_seconds: float = WAIT_SECONDS) -> Any:
    """Open a raw connection to an existing file, with every setting of ours.

    Parameters
    ----------
    path
        The database file. It is never created here, so that a lost file is noticed.
    key
        The place for the key of an encrypted file; files are plain for now.
    wait_seconds
        How long to wait for a lock.

    Returns
    -------
    A DB-API connection of sqlcipher3 (which publishes no types) in which nothing begins by itself.
    """
    if key is not None:
        raise NotImplementedError("database files are plain for now")
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=wait_seconds,
        isolation_level=None,
        # The pool hands a connection to one thread at a time.
        check_same_thread=False,
    )
    try:
        for setting in SETTINGS:
            connection.execute(setting).close()
    except BaseException:
        connection.close()
        raise
    return connection


def engine_on(path: Path, *, wait_seconds: float = WAIT_SECONDS) -> Engine:
    """Make the engine for a database file: explicit transactions, a small pool."""
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, wait_seconds=wait_seconds),
        poolclass=QueuePool,
        pool_size=2,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Begin in words: who writes takes the write lock at once, so that what it reads stays true until it commits."""
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
