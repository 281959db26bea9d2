"""Bringing a database of an older version to this one: a proven copy first, then all steps or none."""

from datetime import date
from pathlib import Path

from sqlalchemy import Engine

from caseload_planner.persistence.backup import back_up
from caseload_planner.persistence.database_errors import errors_in_words, unusable
from caseload_planner.persistence.engine import WRITES
from caseload_planner.persistence.schema import SCHEMA_VERSION, upgrade


def upgrade_with_backup(engine: Engine, path: Path) -> None:
    """Copy a database to a backup beside it and bring it to this version, in one transaction.

    Nobody writes between the copy and the change. Where any step fails, or the program is killed, the database stays
    as it was; the copy stays too.

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
                # Another window was faster.
                return
            back_up(path, schema_version=version, made_on=date.today())  # noqa: DTZ011 - the day that its user reads
            upgrade(connection)
