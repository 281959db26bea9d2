"""The cells of a workbook as text. Runs in a process of its own, so it imports next to nothing of the program."""

import datetime as dt
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Sheets = dict[str, list[list[str]]]
Answer = tuple[str, Sheets | str]


def cell_text(value: object) -> str:
    """Write a cell as the same text that a CSV cell would have.

    Whole numbers lose their ``.0`` and dates become ISO dates; what has no such text (a time of day, a huge number)
    keeps one that no grammar of ours accepts.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime):
        at_midnight = value.time() == dt.time()
        return value.date().isoformat() if at_midnight else value.isoformat(sep=" ")
    return str(value)


def read_sheets(path: Path, wanted: Iterable[str], max_rows: int) -> Sheets:
    """Read the wanted sheets that the workbook has; other sheets come back without rows.

    Raises
    ------
    OverflowError
        A sheet has more rows than `max_rows`; the message is its name.
    """
    from python_calamine import CalamineWorkbook

    wanted = frozenset(wanted)
    sheets: Sheets = {}
    with CalamineWorkbook.from_path(path) as workbook:
        for name in workbook.sheet_names:
            sheets[name] = []
            if name not in wanted:
                continue
            sheet = workbook.get_sheet_by_name(name)
            last_cell = sheet.end  # counts from 0, and the header is row 0
            if last_cell is not None and last_cell[0] > max_rows:
                raise OverflowError(name)
            rows = sheet.to_python(skip_empty_area=False)
            sheets[name] = [[cell_text(value) for value in row] for row in rows]
    return sheets


def answer(path: Path, wanted: Iterable[str], max_rows: int) -> Answer:
    """Read a workbook and say how that went.

    Returns
    -------
    ``("sheets", rows by sheet)``, ``("rows", sheet that has too many)``, ``("memory", "")`` or ``("broken", error)``.
    """
    try:
        return ("sheets", read_sheets(path, wanted, max_rows))
    except OverflowError as error:
        return ("rows", str(error))
    except MemoryError:
        return ("memory", "")
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - a panic of the parser on a damaged workbook is no Exception
        return ("broken", type(error).__name__)


def serve(pipe: "Connection", path: str, wanted: tuple[str, ...], max_rows: int, memory_bytes: int) -> None:
    """Read a workbook in a child process and send the answer."""
    _limit_memory(memory_bytes)
    # The parser writes its panics to the error stream, where they say nothing to a user.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    pipe.send(answer(Path(path), wanted, max_rows))
    pipe.close()


def _limit_memory(memory_bytes: int) -> None:
    """Cap the address space where the system can; elsewhere the deadline and the size caps remain."""
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = memory_bytes if hard == resource.RLIM_INFINITY else min(memory_bytes, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
