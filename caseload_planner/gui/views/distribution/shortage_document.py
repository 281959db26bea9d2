"""The page "niet veilig te verdelen" as a PDF: for the leaders of the region, on one sheet where it fits."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from caseload_planner.files.replacing import write_whole
from caseload_planner.gui.theme import FONT_FAMILY, LIGHT
from caseload_planner.gui.viewmodels.distribution_shortage import RegionLine, SupplyLine

MARGIN_MM = 18.0
DOTS_PER_INCH = 300


@dataclass(frozen=True, slots=True)
class ShortagePage:
    """Words around the regions: title, what it is, and the heads of the columns."""

    title: str
    explained: str
    heads: tuple[str, ...]


def save_shortage(page: ShortagePage, regions: Iterable[RegionLine], path: Path) -> None:
    """Write the page whole; `TargetUnwritableError` where nothing can be written there."""
    made = QBuffer()
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(made)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(page.title)
    document = QTextDocument()
    document.setHtml(page_html(page, regions))
    document.print_(writer)
    write_whole(path, bytes(made.data().data()))


def page_html(page: ShortagePage, regions: Iterable[RegionLine]) -> str:
    """Give the page as HTML that Qt's text documents understand."""
    parts = [
        f"<body style='font-family: {FONT_FAMILY}; font-size: 10pt; color: {LIGHT.text}'>",
        f"<h1 style='font-size: 16pt'>{escape(page.title)}</h1><p>{escape(page.explained)}</p>",
    ]
    for region in regions:
        parts.append(f"<h2 style='font-size: 13pt'>{escape(region.region)}</h2>")
        lines = (region.waiting, region.broken, region.needed, region.weeks)
        parts += [f"<p>{escape(words)}</p>" for words in lines]
        parts.append(_table(page.heads, region.supply))
    return "".join((*parts, "</body>"))


def _table(heads: tuple[str, ...], lines: Iterable[SupplyLine]) -> str:
    cells = "".join(f"<th align='{_side(place)}'>{escape(head)}</th>" for place, head in enumerate(heads))
    rows = [f"<tr>{cells}</tr>"]
    for line in lines:
        texts = (line.asks, line.asked, line.people, line.room, line.short or "–")
        cells = "".join(f"<td align='{_side(place)}'>{escape(text)}</td>" for place, text in enumerate(texts))
        rows.append(f"<tr>{cells}</tr>")
    return f"<table width='100%' cellpadding='4' border='0.5' cellspacing='0'>{''.join(rows)}</table>"


def _side(place: int) -> str:
    return "right" if place else "left"
