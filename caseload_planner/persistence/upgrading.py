"""Bringing a database of an older version to this one: a proven copy first, then all steps or none."""

from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Engine

from caseload_planner.persistence.backup import back_up
from caseload_planner.persistence.database_errors import errors_in_words, unusable
from caseload_planner.persistence.engine import WRITES
from caseload_planner.persistence.schema import SCHEMA_VERSION, upgrade


def upgrade_with_backup(engine: Engine, path: Path) -> Path | None:
    """Copy a database to a backup beside it and bring it to this version, in one transaction; give the backup.

    None is given where another window was faster.

    Nobody writes between the copy and the change. Where any step fails, or the program is killed, the database stays
    as it was; the copy stays too, one for all attempts on the same data.

    Raises
    ------
    DatabaseUnusableError
        The copy or the change cannot be written, or another program made the file newer than we know.
    """
    with errors_in_words(path), engine.connect() as connection:
        connection.execution_options(**{WRITES: True})
        with connection.begin():
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            if version > SCHEMA_VERSION:
                raise unusable("newer", path, schema_version=version, known_version=SCHEMA_VERSION)
            if version == SCHEMA_VERSION:
                return None
            backup = back_up(path, schema_version=version, made_on=_today())
            upgrade(connection)
    return backup


def _today() -> date:
    """Give the civil date here: the day that the user reads in the name."""
    return datetime.now().astimezone().date()
