"""An export of another system into an `ImportSource`, by a mapping."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from caseload_planner.application.import_problems import Problem, ProblemCode
from caseload_planner.application.import_source import ImportSource
from caseload_planner.domain.errors import SourceUnreadableError
from caseload_planner.exchange.csv_reading import UNPRINTABLE, refuse_unprintable
from caseload_planner.exchange.foreign_tables import ForeignExport, ForeignTable
from caseload_planner.exchange.layout import COLUMNS, LIST_SEPARATOR, OPTIONAL_COLUMNS
from caseload_planner.exchange.mapped_cells import alike, alike_key, translator
from caseload_planner.exchange.mapping import (
    LIST_COLUMNS,
    MAY_BE_EMPTY,
    ColumnMapping,
    Elsewhere,
    ExportMapping,
    PartMapping,
    Texts,
)
from caseload_planner.exchange.raw_table import RawTable
from caseload_planner.exchange.reading import source_of_tables


def read_mapped(path: Path, mapping: ExportMapping) -> ImportSource:
    """Read what is at `path`; what is wrong with it is told by the rows, columns and values of the export itself.

    Raises
    ------
    SourceUnreadableError
        Nothing that the mapping names is there, or it cannot be read at all.
    """
    wanted = {part.source for part in mapping.parts} | {
        column.elsewhere.source for part in mapping.parts for column in part.columns.values() if column.elsewhere
    }
    try:
        export = ForeignExport(path, sorted(wanted))
        read = [found for part in mapping.parts if (found := _Part(part, export).read()) is not None]
    except OSError as error:
        raise SourceUnreadableError(f"{path.name} cannot be read: {error.strerror}", why="not_allowed") from error
    if not read:
        names = ", ".join(sorted(wanted))
        raise SourceUnreadableError(f"{path.name} has none of {names}, which the mapping names", why="no_known_files")
    used = {alike(name) for name in wanted} | {alike(f"{name}.csv") for name in wanted}
    ignored = tuple(sorted(name for name in export.names if alike(name) not in used))
    source = source_of_tables([one.table for one in read], None, ignored)
    source = replace(
        source,
        absent_columns={one.table.file: one.absent for one in read},
        their_columns={one.table.file: one.theirs for one in read},
    )
    return replace(source, problems=source.in_order(problem for one in read for problem in one.problems))


@dataclass(slots=True)
class _Read:
    """A part that was read.

    Attributes
    ----------
    theirs
        By target column the column of the export.
    cells
        By row and target column what stands in the export.
    absent
        Target columns that the mapping says nothing of.
    """

    table: RawTable
    theirs: Mapping[str, str]
    absent: frozenset[str]
    cells: dict[int, Mapping[str, str]] = field(default_factory=dict)

    @property
    def problems(self) -> Iterator[Problem]:
        """Give what is wrong by the columns and values of the export."""
        for problem in self.table.problems:
            value = self.cells.get(problem.row, {}).get(problem.column, problem.value)
            yield replace(problem, column=self.theirs.get(problem.column, problem.column), value=value)


class _Part:
    """Reads one part."""

    def __init__(self, part: PartMapping, export: ForeignExport) -> None:
        self._part, self._export = part, export

    def read(self) -> _Read | None:
        """Give the part; None where its file or sheet is not there."""
        part = self._part
        foreign = self._export.table(part.source, part, self._own_columns())
        if foreign is None:
            return None
        table = RawTable(part.part, foreign.label)
        known = (*COLUMNS[part.part], *OPTIONAL_COLUMNS.get(part.part, ()))
        names = [name for name in known if name in part.columns or name in COLUMNS[part.part]]
        theirs = {name: _their_column(name, column) for name, column in part.columns.items() if column.column}
        absent = frozenset(known) - part.columns.keys()
        read = _Read(table, theirs, absent & MAY_BE_EMPTY.get(part.part, frozenset()))
        for fault in foreign.faults:
            table.refuse(fault.row, foreign.label, fault.value, fault.code, **fault.figures)
        rows = None if foreign.faults else self._rows(foreign, table)
        if rows is not None:
            table.take_header(names)
            self._take(read, rows, names, pointed=foreign.pointed)
        return read

    def _own_columns(self) -> list[str]:
        """Give the columns that the rows themselves must have."""
        part = self._part
        columns = part.columns.values()
        own = [column.column for column in columns if column.column and column.elsewhere is None]
        own += [column.elsewhere.match or column.elsewhere.key for column in columns if column.elsewhere]
        return [*own, *part.only, *part.skip]

    def _rows(self, foreign: ForeignTable, table: RawTable) -> "list[tuple[int, dict[str, str]]] | None":
        """Give the rows that count by the columns that the mapping names; None where one of those is missing."""
        return _rows_of(foreign, self._own_columns(), self._part.only, self._part.skip, table)

    def _take(
        self, read: _Read, rows: Sequence[tuple[int, dict[str, str]]], names: Sequence[str], *, pointed: bool
    ) -> None:
        columns = self._part.columns
        translate = {name: translator(name, column, self._part, pointed=pointed) for name, column in columns.items()}
        elsewhere = {
            name: self._elsewhere(column, column.elsewhere, read.table, many=name in LIST_COLUMNS)
            for name, column in columns.items()
            if column.elsewhere is not None
        }
        seen: set[tuple[str, ...]] = set()
        for row, cells in rows:
            texts = {name: _text(column, cells, elsewhere.get(name)) for name, column in columns.items()}
            given = [translate[name](texts[name]) if name in texts else "" for name in names]
            unprintable = next((at for at, text in enumerate(given) if UNPRINTABLE.search(text)), None)
            if unprintable is not None:
                refuse_unprintable(read.table, row, names[unprintable], given[unprintable])
                read.table.reject_key(given)
                continue
            # Exports join tables, and then say the same more than once.
            if tuple(given) not in seen:
                seen.add(tuple(given))
                read.table.take_row(row, given)
                read.cells[row] = texts

    def _elsewhere(self, column: ColumnMapping, place: Elsewhere, table: RawTable, *, many: bool) -> "_Lookup":
        names = [place.key, column.column, *place.only, *place.skip]
        foreign = self._export.table(place.source, self._part, names)
        found: dict[str, dict[str, None]] = {}
        there = RawTable(table.file, table.label)
        if foreign is None:
            found_names = ", ".join(self._export.names)
            table.refuse(1, place.source, "", ProblemCode.MAPPED_BUT_MISSING, found=found_names)
        else:
            for fault in foreign.faults:
                there.refuse(fault.row, "", fault.value, fault.code, **fault.figures)
            rows = () if foreign.faults else _rows_of(foreign, names, place.only, place.skip, there) or ()
            for row, cells in rows:
                key, value = cells[alike(place.key)], cells[alike(column.column)]
                if not key and value:
                    there.refuse(row, place.key, "", ProblemCode.MISSING_VALUE, expected=place.key)
                found.setdefault(alike_key(key), {})[value] = None
            for problem in there.problems:
                column_there = f"{foreign.label}: {problem.column}".removesuffix(": ")
                table.problems.append(replace(problem, column=column_there))
        between = column.separator if many else LIST_SEPARATOR
        values = {key: between.join(some) for key, some in found.items()}
        return _Lookup(alike(place.match or place.key), values, kept_where_unknown=not many)


def _their_column(name: str, column: ColumnMapping) -> str:
    """Give the column in which the user sees what is wrong: what stands elsewhere is found by one of the row itself."""
    if column.elsewhere is None or name in LIST_COLUMNS:
        return column.column
    return column.elsewhere.match or column.elsewhere.key


@dataclass(frozen=True, slots=True)
class _Lookup:
    """What stands elsewhere by the value of one of our own columns.

    Attributes
    ----------
    kept_where_unknown
        Whether a value that is not there stays as it is, and is judged so.
    """

    match: str
    values: Mapping[str, str]
    kept_where_unknown: bool


def _text(column: ColumnMapping, cells: Mapping[str, str], lookup: _Lookup | None) -> str:
    if column.value is not None:
        return column.value
    if lookup is not None:
        own = cells[lookup.match]
        return lookup.values.get(alike_key(own), own if lookup.kept_where_unknown else "")
    return cells[alike(column.column)]


def _rows_of(
    foreign: ForeignTable, names: Collection[str], only: Texts, skip: Texts, table: RawTable
) -> "list[tuple[int, dict[str, str]]] | None":
    """Give row number and cells by column of the rows that count; None where a column is missing, which is noted."""
    if not foreign.rows:
        table.refuse(1, foreign.label, "", ProblemCode.FILE_EMPTY, expected=", ".join(dict.fromkeys(names)))
        return None
    at = foreign.header_at(list(names))
    header_row, header = foreign.rows[at]
    places = {alike(name): place for place, name in enumerate(header)}
    twice = [name for name in dict.fromkeys(names) if [*map(alike, header)].count(alike(name)) > 1]
    for name in twice:
        table.refuse(header_row, name, name, ProblemCode.DUPLICATE_COLUMN)
    missing = [name for name in dict.fromkeys(names) if alike(name) not in places]
    for name in missing:
        there = ", ".join(cell.strip() for cell in header if cell.strip())
        table.refuse(header_row, name, "", ProblemCode.MAPPED_BUT_MISSING, found=there)
    if missing or twice:
        return None
    below = [(row, cells) for row, cells in foreign.rows[at + 1 :] if any(cells)]
    for row, cells in below:
        surplus = next((text for text in cells[len(header) :] if text.strip()), None)
        if surplus is not None:
            figures = {"found": len(cells), "expected": len(header)}
            table.refuse(row, f"#{len(header) + 1}", surplus, ProblemCode.WRONG_CELL_COUNT, **figures)
    rows = ((row, _by_column(cells, places, names)) for row, cells in below)
    return [(row, cells) for row, cells in rows if _counts(cells, only, skip) and any(cells.values())]


def _by_column(cells: Sequence[str], places: Mapping[str, int], names: Collection[str]) -> dict[str, str]:
    """Give cells by column; a row that ends early has nothing in the others."""
    wanted = {alike(name) for name in names}
    return {name: cells[places[name]].strip() if places[name] < len(cells) else "" for name in wanted}


def _counts(cells: Mapping[str, str], only: Texts, skip: Texts) -> bool:
    def is_one_of(column: str, texts: Sequence[str]) -> bool:
        return alike(cells[alike(column)]) in {alike(text) for text in texts}

    return all(is_one_of(*one) for one in only.items()) and not any(is_one_of(*one) for one in skip.items())
