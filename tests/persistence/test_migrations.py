"""The steps lead to the tables that the program uses, whole or not at all."""

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, event

from caseload_planner.persistence import schema, tables
from caseload_planner.persistence.engine import WRITES, engine_on
from caseload_planner.persistence.store import SqliteStore

STRUCTURE = (
    "SELECT * FROM pragma_table_xinfo(?)",
    "SELECT name, [unique], origin, partial FROM pragma_index_list(?) ORDER BY 1",
    'SELECT "from", "table", "to" FROM pragma_foreign_key_list(?) ORDER BY 1, 2, 3',
    "SELECT strict FROM pragma_table_list(?)",
)


def _structure(connection: Connection) -> dict[str, tuple[tuple[object, ...], ...]]:
    """Give the columns, keys and indexes of each table as the database itself tells them."""
    names = [
        name
        for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        if name != "alembic_version"
    ]
    found: dict[str, tuple[tuple[object, ...], ...]] = {}
    for name in names:
        rows = [tuple(row) for query in STRUCTURE for row in connection.exec_driver_sql(query, (name,))]
        found[name] = tuple(rows)
    return found


def test_that_the_steps_lead_to_the_tables_in_use(store: SqliteStore) -> None:
    whole = create_engine("sqlite://")
    tables.metadata.create_all(whole)
    with store._engine.connect() as migrated, whole.connect() as made:
        assert _structure(migrated) == _structure(made)
        context = MigrationContext.configure(migrated, opts={"compare_type": True})
        assert compare_metadata(context, tables.metadata) == []
    whole.dispose()


def test_that_the_last_step_is_the_version_in_the_header() -> None:
    folder = Path(schema.__file__).parent / "migrations"
    assert ScriptDirectory(str(folder)).get_heads() == [f"{schema.SCHEMA_VERSION:04d}"]


def test_that_a_step_that_fails_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "planner.sqlite"
    path.touch()
    engine = engine_on(path)

    def fail(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if "CREATE TABLE decisions" in statement:
            raise ZeroDivisionError

    event.listen(engine, "before_cursor_execute", fail)
    with engine.connect() as connection:
        connection.execution_options(**{WRITES: True})
        with pytest.raises(ZeroDivisionError), connection.begin():
            schema.upgrade(connection)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one() == 0
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == 0
    engine.dispose()


def test_that_the_steps_run_from_a_folder_with_a_per_cent_sign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = Path(schema.__file__).parent
    copied = tmp_path / "100%(here)s" / "schema.py"
    shutil.copytree(source / "migrations", copied.parent / "migrations")
    monkeypatch.setattr(schema, "__file__", str(copied))
    path = tmp_path / "planner.sqlite"
    path.touch()
    engine = engine_on(path)
    with engine.connect() as connection, connection.begin():
        schema.upgrade(connection)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == schema.SCHEMA_VERSION
    engine.dispose()
