"""What a command answers on standard output: one JSON document, or tables for people."""

import errno
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TextIO

from caseload_planner.domain.points import Hundredths

JsonValue = str | int | float | bool | None | Sequence["JsonValue"] | Mapping[str, "JsonValue"]

WIDTH_WITHOUT_TERMINAL = 140


def _out() -> TextIO:
    """Give where answers go; `OSError` as of a full one where it was closed before the program began."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, "standard output is closed")
    return sys.stdout


def answer_json(document: JsonValue) -> None:
    """Write one document, in ASCII: the same bytes whatever the encoding of the terminal."""
    _out().write(json.dumps(document, allow_nan=False, indent=1) + "\n")


def points(hundredths: Hundredths) -> float:
    """Give points as a JSON number with at most two decimals."""
    return hundredths / 100


def number(value: Decimal | None) -> float | None:
    """Give an exact number as the nearest JSON number."""
    return None if value is None else float(value)


def answer_line(text: str) -> None:
    """Write one line."""
    _out().write(f"{text}\n")


def answer_table(title: str, header: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[str] = ()) -> None:
    """Write a table, as wide as the terminal.

    Parameters
    ----------
    right
        Names of columns of numbers, aligned at the right.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table

    # A few narrow columns would break their title over as many lines.
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, min_width=len(title))
    for name in header:
        table.add_column(name, justify="right" if name in right else "left", no_wrap=name in right)
    for row in rows:
        table.add_row(*row)
    width = None if _out().isatty() else WIDTH_WITHOUT_TERMINAL
    # Keys and names are text, never markup.
    Console(file=_out(), width=width, markup=False, highlight=False, emoji=False).print(table)
