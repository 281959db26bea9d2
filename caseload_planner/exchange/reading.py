"""A folder, a workbook or a single file into an `ImportSource`."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from caseload_planner.application.import_problems import ProblemCode
from caseload_planner.application.import_source import ImportSource, Line, SourceFile
from caseload_planner.domain.errors import SourceUnreadableError
from caseload_planner.exchange import row_models as models
from caseload_planner.exchange.csv_reading import read_csv_table
from caseload_planner.exchange.layout import MAX_FILE_BYTES, OPTIONAL_MEASURE_COLUMNS
from caseload_planner.exchange.norm_building import build_norms
from caseload_planner.exchange.norm_entries import NormEntries, entries_of_sheet
from caseload_planner.exchange.norm_reading import entries_of_toml
from caseload_planner.exchange.raw_table import RawTable
from caseload_planner.exchange.workbook_reading import DEFAULT_LIMITS, WorkbookLimits, read_workbook_tables

Value = TypeVar("Value")
Row = TypeVar("Row", bound=models.RowModel)

WORKBOOK_SUFFIX = ".xlsx"
_BY_FILE_NAME = {file.file_name: file for file in SourceFile}


def read_source(path: Path, limits: WorkbookLimits = DEFAULT_LIMITS) -> ImportSource:
    """Read what is at `path`: a folder of interchange files, a workbook, or one file named like an interchange file.

    Raises
    ------
    SourceUnreadableError
        There is nothing to read at all; ``figures["why"]`` is ``missing``, ``no_known_files``, ``unknown_kind``,
        ``not_a_file``, ``not_allowed``, ``not_a_workbook``, ``too_large``, ``unpacks_too_large``, ``too_many_rows``,
        ``memory`` or ``deadline``.
    """
    try:
        if not path.exists():
            raise SourceUnreadableError(f"there is no file or folder {path.name}", why="missing")
        if path.is_dir():
            return _read_folder(path)
        if path.suffix.lower() == WORKBOOK_SUFFIX:
            return _read_workbook(path, limits)
        if path.name in _BY_FILE_NAME:
            return _read_files({_BY_FILE_NAME[path.name]: path}, ())
    except OSError as error:
        raise SourceUnreadableError(f"{path.name} cannot be read: {error.strerror}", why="not_allowed") from error
    names = ", ".join(_BY_FILE_NAME)
    message = f"{path.name} is not a folder, a workbook (.xlsx) or a file with one of these names: {names}"
    raise SourceUnreadableError(message, why="unknown_kind")


def _read_folder(folder: Path) -> ImportSource:
    # A link to nothing is there too: who made it meant a file, so it is not taken for one that was left out.
    found = {file: folder / name for name, file in _BY_FILE_NAME.items() if os.path.lexists(folder / name)}
    if not found:
        names = ", ".join(_BY_FILE_NAME)
        raise SourceUnreadableError(f"{folder.name} holds none of the files {names}", why="no_known_files")
    data_like = {entry.name for entry in folder.iterdir() if entry.suffix.lower() in (".csv", ".toml", ".xlsx")}
    return _read_files(found, tuple(sorted(data_like - _BY_FILE_NAME.keys())))


def _read_files(paths: dict[SourceFile, Path], ignored: tuple[str, ...]) -> ImportSource:
    tables: list[RawTable] = []
    norm: NormEntries | None = None
    for file, path in paths.items():
        data = bytes_of(path)
        if file is SourceFile.NORM:
            norm = entries_of_toml(data, file.file_name)
        else:
            tables.append(read_csv_table(file, data, file.file_name))
    return source_of_tables(tables, norm, ignored)


def bytes_of(path: Path) -> bytes:
    """Read a regular file up to one byte over the cap, so that the caller sees that it is too large."""
    if not path.is_file():
        message = f"{path.name} is not a file, or a link to nothing; put the file in its place or take it away"
        raise SourceUnreadableError(message, why="not_a_file")
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise SourceUnreadableError(f"{path.name} cannot be read: {error.strerror}", why="not_allowed") from error


def _read_workbook(path: Path, limits: WorkbookLimits) -> ImportSource:
    tables, ignored = read_workbook_tables(path, limits)
    if not tables:
        names = ", ".join(file.value for file in SourceFile)
        raise SourceUnreadableError(f"{path.name} has none of the sheets {names}", why="no_known_files")
    norms = [table for table in tables if table.file is SourceFile.NORM]
    norm = entries_of_sheet(norms[0]) if norms else None
    return source_of_tables([table for table in tables if table.file is not SourceFile.NORM], norm, ignored)


def source_of_tables(
    tables: Iterable[RawTable], norm: NormEntries | None, ignored: tuple[str, ...] = ()
) -> ImportSource:
    """Make a source out of tables, whatever they were read from."""
    by_file = {table.file: table for table in tables}
    lines = _Lines(by_file)
    norms, policy = build_norms(norm) if norm else ((), None)
    labels = {table.file: table.label for table in by_file.values()}
    if norm:
        labels[SourceFile.NORM] = norm.label
    measures = by_file.get(SourceFile.MEASURES)
    source = ImportSource(
        given=frozenset(labels),
        labels=labels,
        teams=lines.of(SourceFile.TEAMS, models.TeamRow, models.TeamRow.value),
        workers=lines.of(SourceFile.WORKERS, models.WorkerRow, models.WorkerRow.value),
        contracts=lines.of(SourceFile.CONTRACTS, models.ContractRow, models.ContractRow.value),
        absences=lines.of(SourceFile.ABSENCES, models.AbsenceRow, models.AbsenceRow.value),
        measures=lines.of(SourceFile.MEASURES, models.MeasureRow, models.MeasureRow.value),
        assignments=lines.of(SourceFile.ASSIGNMENTS, models.AssignmentRow, models.AssignmentRow.value),
        conflicts=lines.of(SourceFile.CONFLICTS, models.ConflictRow, models.ConflictRow.value),
        supporters=lines.of(SourceFile.SUPPORTERS, models.SupporterRow, models.SupporterRow.value),
        norms=norms,
        policy=policy,
        unreadable=frozenset(file for file, table in by_file.items() if not table.readable),
        absent_columns={
            SourceFile.MEASURES: frozenset(OPTIONAL_MEASURE_COLUMNS) - frozenset(measures.header if measures else ())
        },
        ignored=ignored,
    )
    problems = [*(norm.problems if norm else ()), *(found for table in by_file.values() for found in table.problems)]
    rejected = {file: frozenset(table.rejected_keys) for file, table in by_file.items()}
    return replace(source, problems=source.in_order(problems), rejected_keys=rejected)


class _Lines:
    """Turns the rows of tables into lines; what is wrong is added to the table's problems."""

    def __init__(self, tables: Mapping[SourceFile, RawTable]) -> None:
        self._tables = tables

    def of(self, file: SourceFile, model: type[Row], value: Callable[[Row], Value]) -> tuple[Line[Value], ...]:
        """Give the good rows of a file; none where the source does not have it."""
        table = self._tables.get(file)
        if table is None:
            return ()
        return tuple(Line(row, value(valid)) for row, valid in _validated(table, model))


def _validated(table: RawTable, model: type[Row]) -> list[tuple[int, Row]]:
    """Check every row and give the good ones; the others become problems of the table."""
    good: list[tuple[int, Row]] = []
    for row, cells in table.rows:
        texts = dict(zip(table.header, cells, strict=True))
        try:
            good.append((row, model.model_validate(texts)))
        except ValidationError as invalid:
            table.reject_key(cells)
            for error in invalid.errors(include_url=False):
                context = {name: text for name, text in error.get("ctx", {}).items() if name != "code"}
                column = str(error["loc"][0])
                table.refuse(row, column, texts.get(column, ""), ProblemCode(error["type"]), **context)
    return good
