"""The version of the schema, and the one way in which a database gets there."""

from pathlib import Path

from sqlalchemy import Connection

from caseload_planner.persistence import tables

APPLICATION_ID = 0x43534C44
"""``CSLD`` in the header of the file says that it is ours."""

SCHEMA_VERSION = 2
"""Number of the last step in `migrations`; stands in the file's header as its user version."""


def upgrade(connection: Connection) -> None:
    """Bring a database (or an empty file) to this version, inside the running transaction.

    Alembic is imported here because only a new or an older file needs it.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    # A per cent sign in the path would be taken for a placeholder.
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    config.attributes["target_metadata"] = tables.metadata
    command.upgrade(config, f"{SCHEMA_VERSION:04d}")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
