"""Rows that are kept for ever: which held at a revision, and how a change ends one and adds another."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, insert, select, update

OWN_COLUMNS = frozenset({"id", "from_revision", "until_revision"})

Key = tuple[Any, ...]


def value_columns(table: Table) -> list[str]:
    """Give the names of the columns that hold the value, in order."""
    return [column.name for column in table.columns if column.name not in OWN_COLUMNS]


def held_at(table: Table, revision: int | None) -> ColumnElement[bool]:
    """Give the condition for rows that held at a revision; None for the current ones."""
    if revision is None:
        return table.c.until_revision.is_(None)
    until = table.c.until_revision
    return (table.c.from_revision <= revision) & (until.is_(None) | (until > revision))


def rows_at(table: Table, revision: int | None, *, order_by: Sequence[str]) -> Select[Any]:
    """Select the values that held at a revision, in order."""
    columns = [table.c[name] for name in value_columns(table)]
    return select(*columns).where(held_at(table, revision)).order_by(*(table.c[name] for name in order_by))


class Difference:
    """What has to end and what has to be added to make the current rows of a table as they are wanted."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.ended: list[int] = []
        self.added: list[Mapping[str, Any]] = []

    def __bool__(self) -> bool:
        return bool(self.ended or self.added)

    def write(self, connection: Connection, revision: int) -> None:
        """End and add rows at a revision."""
        if self.ended:
            ending = update(self.table).where(self.table.c.id == bindparam("row_id")).values(until_revision=revision)
            connection.execute(ending, [{"row_id": row_id} for row_id in self.ended])
        if self.added:
            connection.execute(insert(self.table), [{**row, "from_revision": revision} for row in self.added])


def difference_by_key(
    connection: Connection,
    table: Table,
    key: Sequence[str],
    wanted: Iterable[Mapping[str, Any]],
    withdrawn: Collection[Key] = (),
) -> Difference:
    """Compare rows with the current ones of the same key; `withdrawn` keys end, other current rows stay as they are."""
    difference = Difference(table)
    columns = value_columns(table)
    current = _current_by(connection, table, key)
    by_key = {tuple(row[name] for name in key): row for row in wanted}
    for row_key, row in by_key.items():
        values = tuple(row[name] for name in columns)
        held = current.get(row_key, [])
        if [have for _, have in held] == [values]:
            continue
        difference.ended += [row_id for row_id, _ in held]
        difference.added.append(row)
    for row_key in set(withdrawn) - by_key.keys():
        difference.ended += [row_id for row_id, _ in current.get(row_key, [])]
    return difference


def difference_of_lists(
    connection: Connection,
    table: Table,
    owner: str | None,
    wanted: Mapping[Any, Iterable[Mapping[str, Any]]],
) -> Difference:
    """Compare complete lists with the current ones, per value of the column `owner` (None: the whole table under None).

    Equal rows stay, also where a list holds the same row twice; owners that are not in `wanted` stay as they are.
    """
    difference = Difference(table)
    columns = value_columns(table)
    current = _current_by(connection, table, () if owner is None else (owner,))
    for name, rows in wanted.items():
        left: dict[Key, list[int]] = defaultdict(list)
        for row_id, values in current.get(() if owner is None else (name,), []):
            left[values].append(row_id)
        for row in rows:
            same = left.get(tuple(row[column] for column in columns))
            if same:
                same.pop()
            else:
                difference.added.append(row)
        difference.ended += [row_id for ids in left.values() for row_id in ids]
    return difference


def _current_by(connection: Connection, table: Table, key: Sequence[str]) -> dict[Key, list[tuple[int, Key]]]:
    columns = value_columns(table)
    places = [columns.index(name) for name in key]
    found: dict[Key, list[tuple[int, Key]]] = defaultdict(list)
    query = select(table.c.id, *(table.c[name] for name in columns)).where(held_at(table, None))
    for row_id, *values in connection.execute(query):
        found[tuple(values[place] for place in places)].append((row_id, tuple(values)))
    return found
