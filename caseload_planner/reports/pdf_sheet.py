"""The look of the PDF documents: A4 landscape, one set of styles, tables whose head returns on every page."""

from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from caseload_planner.reports.fonts import typeface
from caseload_planner.reports.numbered_pages import NumberedPages, PageFrame

INK = HexColor("#1d2733")
QUIET = HexColor("#5b6875")
QUIET_CODE = "#5b6875"
LINE = HexColor("#d5dbe1")
BAND = HexColor("#eef2f5")
WARNING = "#9a4b00"
MARGIN = 14 * mm


def pdf_of(story: Sequence[Flowable], *, title: str, left: str, watermark: str = "") -> bytes:
    """Lay out a document.

    Parameters
    ----------
    title
        Its title in the properties of the file.
    left
        What stands in the footer beside the program.
    watermark
        A word across every page.
    """
    content = BytesIO()
    template = SimpleDocTemplate(
        content,
        pagesize=landscape(A4),
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN + 6 * mm,
        title=title,
        lang="nl-NL",
    )
    frame = PageFrame(face=typeface(), left=left, watermark=watermark)
    template.build(list(story), canvasmaker=NumberedPages.inside(frame))
    return content.getvalue()


class Sheet:
    """The styles of a document, and the parts that are laid out in them."""

    def __init__(self) -> None:
        face = typeface()
        self.text = ParagraphStyle("text", fontName=face.regular, fontSize=8.5, leading=11, textColor=INK)
        self.right = ParagraphStyle("right", parent=self.text, alignment=2)
        self.quiet = ParagraphStyle("quiet", parent=self.text, textColor=QUIET)
        self.title = ParagraphStyle("title", parent=self.text, fontName=face.bold, fontSize=17, leading=22)
        self.heading = ParagraphStyle(
            "heading", parent=self.text, fontName=face.bold, fontSize=11, leading=14, spaceBefore=12, spaceAfter=4
        )
        self.column = ParagraphStyle("column", parent=self.text, fontName=face.bold, fontSize=7.5, textColor=QUIET)
        self.column_right = ParagraphStyle("column_right", parent=self.column, alignment=2)

    def table(
        self, columns: Sequence[str], rows: Sequence[Sequence[Flowable]], widths: Sequence[float], right: Sequence[int]
    ) -> Table:
        """Lay out a table whose head returns on every page."""
        head = [Paragraph(name, self.column_right if n in right else self.column) for n, name in enumerate(columns)]
        style = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("BACKGROUND", (0, 0), (-1, 0), BAND),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
        ]
        return Table([head, *rows], colWidths=list(widths), repeatRows=1, style=style, hAlign="LEFT")

    def head(self, title: str, lines: Sequence[str]) -> list[Flowable]:
        """Put a title above lines, the first of them in strong type."""
        first, *rest = lines
        head: list[Flowable] = [Paragraph(escape(title), self.title), Paragraph(f"<b>{escape(first)}</b>", self.text)]
        return [*head, *(Paragraph(escape(line), self.quiet) for line in rest)]

    def cell(self, text: str) -> Paragraph:
        """Write plain text, never markup."""
        return Paragraph(escape(text), self.text)

    def lines(self, text: str) -> Paragraph:
        """Write plain text that keeps its own lines."""
        return Paragraph("<br/>".join(map(escape, text.splitlines())), self.text)

    def number(self, text: str) -> Paragraph:
        """Write a figure at the right."""
        return Paragraph(escape(text), self.right)

    def strong_number(self, text: str) -> Paragraph:
        """Write a figure at the right that asks attention."""
        return Paragraph(f'<font color="{WARNING}"><b>{escape(text)}</b></font>', self.right)

    def section(self, title: str, note: str, table: Table) -> list[Flowable]:
        """Put a heading above a table, with room for at least a few rows under it."""
        above: list[Flowable] = [CondPageBreak(35 * mm), Paragraph(escape(title), self.heading)]
        if note:
            above += [Paragraph(escape(note), self.quiet), Spacer(1, 2 * mm)]
        return [*above, table]
