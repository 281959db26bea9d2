"""Databases as earlier versions of the program left them, one a schema, and what is in a database row by row."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "databases"
SCHEMAS = (1,)

Rows = dict[str, list[tuple[object, ...]]]


def put_old_database(folder: Path, schema: int) -> Path:
    """Put the database of a schema in a folder."""
    path = folder / "planner.sqlite"
    path.write_bytes(gzip.decompress((FOLDER / f"schema-{schema}.sqlite.gz").read_bytes()))
    return path


def schema_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as plain:
        return int(plain.execute("PRAGMA user_version").fetchone()[0])


def rows_of(path: Path) -> Rows:
    """Give the rows of every table, as the standard library reads them."""
    with closing(sqlite3.connect(path)) as plain:
        names = [name for (name,) in plain.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            name: sorted(plain.execute(f'SELECT * FROM "{name}"'), key=repr)  # noqa: S608 - names of the file itself
            for name in names
            if name != "alembic_version"
        }


def old_rows_in(path: Path, old: Rows) -> Rows:
    """Give the rows of the tables that an old database had, to compare with those."""
    now = rows_of(path)
    return {name: now[name] for name in old}
