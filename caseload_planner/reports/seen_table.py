"""A table as somebody sees it: headings, rows and what kind of value stands where; and as text for the clipboard."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from html import escape

Value = str | float | None


class ValueKind(Enum):
    """How the figures of a column are written."""

    TEXT = "text"
    COUNT = "count"
    DECIMALS = "decimals"
    SHARE = "share"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenTable:
    """What is seen, in the order in which it is seen.

    Attributes
    ----------
    title
        What it is, of which date, and what it was narrowed to.
    headings, kinds
        One a column.
    rows
        Values by row; a figure as a number, everything else as text, None for nothing.
    totals
        Places of rows that are totals.
    decimal_comma
        Whether figures are written with a comma, as the reader is used to.
    """

    title: str
    headings: tuple[str, ...]
    kinds: tuple[ValueKind, ...]
    rows: tuple[tuple[Value, ...], ...]
    totals: frozenset[int] = frozenset()
    decimal_comma: bool = True


def written_rows(table: SeenTable) -> Iterator[tuple[str, ...]]:
    """Give every row as text, the headings first."""
    yield table.headings
    for row in table.rows:
        yield tuple(
            written(value, kind, decimal_comma=table.decimal_comma)
            for value, kind in zip(row, table.kinds, strict=True)
        )


def written(value: Value, kind: ValueKind, *, decimal_comma: bool) -> str:
    """Write a value as a reader does, with a plain minus so that a spreadsheet knows it for a number."""
    if value is None or isinstance(value, str):
        return value or ""
    if kind is ValueKind.SHARE:
        return f"{100 * value:.0f}%"
    text = f"{value:.2f}" if kind is ValueKind.DECIMALS else f"{value:g}"
    return text.replace(".", ",") if decimal_comma else text


def as_tab_text(table: SeenTable) -> str:
    """Write it with tabs, as spreadsheets paste it; a tab or a line break inside a cell becomes a space."""
    return "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in written_rows(table))


def as_html(table: SeenTable) -> str:
    """Write it as HTML, as mail and documents paste it."""
    heading, *rows = written_rows(table)
    lines = [f"<caption>{escape(table.title)}</caption>", _html_row(heading, "th", ("left",) * len(heading))]
    sides = tuple("left" if kind is ValueKind.TEXT else "right" for kind in table.kinds)
    lines += [_html_row(row, "th" if place in table.totals else "td", sides) for place, row in enumerate(rows)]
    return f"<table>{''.join(lines)}</table>"


def _html_row(cells: tuple[str, ...], tag: str, sides: tuple[str, ...]) -> str:
    inner = (f'<{tag} align="{side}">{escape(cell)}</{tag}>' for cell, side in zip(cells, sides, strict=True))
    return f"<tr>{''.join(inner)}</tr>"
