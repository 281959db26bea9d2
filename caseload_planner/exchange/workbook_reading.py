"""Workbooks, which may come from anywhere: sized first, then read by a child process that is capped and timed.

A workbook is a zip archive and can unpack to anything. The archive's own figures are checked before it is opened; since
those can lie, the cells are read in a process with a memory limit (where the system has one) and a deadline.
"""

import multiprocessing
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from caseload_planner.application.import_source import SourceFile
from caseload_planner.domain.errors import SourceUnreadableError
from caseload_planner.exchange.csv_reading import UNPRINTABLE, refuse_unprintable
from caseload_planner.exchange.layout import MAX_FILE_BYTES, MAX_ROWS
from caseload_planner.exchange.raw_table import RawTable
from caseload_planner.exchange.workbook_cells import Answer, Sheets, answer, serve

_MEGABYTE = 1024**2


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookLimits:
    """How much of a workbook is read at most.

    Attributes
    ----------
    unpacked_bytes, ratio
        Of all parts together, and of any part of more than a megabyte to its packed size.
    memory_bytes, seconds
        Of the process that reads the cells.
    isolated
        Whether to read in a process of its own; only a test of cells has a reason not to.
    """

    file_bytes: int = MAX_FILE_BYTES
    unpacked_bytes: int = 512 * _MEGABYTE
    ratio: int = 200
    rows: int = MAX_ROWS
    memory_bytes: int = 2048 * _MEGABYTE
    seconds: float = 60.0
    isolated: bool = True


DEFAULT_LIMITS = WorkbookLimits()


def read_workbook_tables(path: Path, limits: WorkbookLimits = DEFAULT_LIMITS) -> tuple[list[RawTable], tuple[str, ...]]:
    """Read the sheets named like an interchange file, and name the other sheets.

    Raises
    ------
    SourceUnreadableError
        The file is no workbook, is larger than allowed, or could not be read within the limits.
    """
    wanted = tuple(file.value for file in SourceFile)
    sheets = read_sheets(path, wanted, limits)
    tables = [_table(SourceFile(name), rows) for name, rows in sheets.items() if name in wanted]
    return tables, tuple(name for name in sheets if name not in wanted)


def read_sheets(path: Path, wanted: tuple[str, ...], limits: WorkbookLimits = DEFAULT_LIMITS) -> Sheets:
    """Read some sheets as text; the others come back without rows. Raises as `read_workbook_tables` does."""
    _check_archive(path, limits)
    read = _answer_of_child(path, wanted, limits) if limits.isolated else answer(path, wanted, limits.rows)
    return _sheets_in(read, path, limits)


def _unreadable(why: str, message: str, **figures: object) -> SourceUnreadableError:
    return SourceUnreadableError(message, why=why, **figures)


def _check_archive(path: Path, limits: WorkbookLimits) -> None:
    size = path.stat().st_size
    if size > limits.file_bytes:
        limit = limits.file_bytes // _MEGABYTE
        raise _unreadable(
            "too_large", f"{path.name} is larger than {limit} MB; give a smaller workbook", limit_mb=limit
        )
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        message = f"{path.name} is not a workbook (.xlsx) that can be read; save it again as .xlsx"
        raise _unreadable("not_a_workbook", message) from error
    unpacked = sum(part.file_size for part in parts)
    swollen = any(p.file_size > _MEGABYTE and p.file_size > limits.ratio * max(1, p.compress_size) for p in parts)
    if unpacked > limits.unpacked_bytes or swollen:
        limit = limits.unpacked_bytes // _MEGABYTE
        message = f"{path.name} unpacks to more than is safe ({unpacked // _MEGABYTE} MB); give a smaller workbook"
        raise _unreadable("unpacks_too_large", message, limit_mb=limit)


def _answer_of_child(path: Path, wanted: tuple[str, ...], limits: WorkbookLimits) -> Answer:
    """Read in a spawned process: forking a program with a window and threads is not safe."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    arguments = (sender, str(path), wanted, limits.rows, limits.memory_bytes)
    child = context.Process(target=serve, args=arguments, daemon=True, name="read-workbook")
    child.start()
    sender.close()
    try:
        if not receiver.poll(limits.seconds):
            raise _unreadable("deadline", f"{path.name} could not be read within {limits.seconds:.0f} seconds")
        return cast("Answer", receiver.recv())
    except EOFError:
        # The child died without an answer: it met its memory limit.
        return ("memory", "")
    finally:
        receiver.close()
        child.kill()
        child.join()
        child.close()


def _sheets_in(read: Answer, path: Path, limits: WorkbookLimits) -> Sheets:
    kind, content = read
    if not isinstance(content, str):
        return content
    if kind == "rows":
        message = f"sheet {content} of {path.name} has more than {limits.rows} rows; split the source"
        raise _unreadable("too_many_rows", message, limit=limits.rows)
    if kind == "memory":
        raise _unreadable("memory", f"{path.name} needs more memory than is safe; give a smaller workbook")
    message = f"{path.name} is damaged, protected or not a workbook; save it again as .xlsx without a password"
    raise _unreadable("not_a_workbook", message)


def _table(file: SourceFile, rows: Sequence[list[str]]) -> RawTable:
    table = RawTable(file, file.value)
    header = rows[0] if rows else []
    width = max((position + 1 for position, name in enumerate(header) if name), default=0)
    table.take_header(header[:width])
    if not table.readable:
        return table
    for row, cells in enumerate(rows[1:], start=2):
        used = len(cells)
        while used > width and not cells[used - 1]:
            used -= 1
        if not any(cells):
            continue
        if _printable(table, row, cells):
            table.take_row(row, cells[:used])
    return table


def _printable(table: RawTable, row: int, cells: list[str]) -> bool:
    for position, cell in enumerate(cells):
        if UNPRINTABLE.search(cell):
            column = table.header[position] if position < len(table.header) else f"#{position + 1}"
            refuse_unprintable(table, row, column, cell)
            table.reject_key(cells)
            return False
    return True
