"""The besluitenlijst as PDF: A4 landscape, a table a team, what is left over, deviations and loads."""

from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from caseload_planner.application.decision_document import Case, Contact, DecisionDocument, PlacedRow
from caseload_planner.reports import document_texts as texts
from caseload_planner.reports.fonts import typeface
from caseload_planner.reports.load_bar import LoadBar
from caseload_planner.reports.numbered_pages import NumberedPages, PageFrame
from caseload_planner.reports.words import (
    LEFT_OVER_REASONS,
    MEASURE_TYPES,
    day_words,
    points_words,
    rule_words,
    share_words,
    why,
)

INK = HexColor("#1d2733")
QUIET = HexColor("#5b6875")
LINE = HexColor("#d5dbe1")
BAND = HexColor("#eef2f5")
WARNING = "#9a4b00"

MARGIN = 14 * mm
PLACED_WIDTHS = tuple(width * mm for width in (20, 18, 33, 17, 15, 50, 50, 61))
LEFT_OVER_WIDTHS = tuple(width * mm for width in (20, 18, 33, 17, 15, 20, 52, 89))
OVERRIDE_WIDTHS = tuple(width * mm for width in (24, 60, 65, 115))
MINUTES_WIDTHS = tuple(width * mm for width in (24, 24, 216))
HANDOVER_WIDTHS = tuple(width * mm for width in (24, 24, 22, 60, 60, 22, 26, 26))
LOAD_WIDTHS = tuple(width * mm for width in (60, 22, 20, 20, 22, 20, 27, 73))


def decision_pdf(document: DecisionDocument) -> bytes:
    """Draw the besluitenlijst; a round that is not decided has CONCEPT across every page."""
    sheet = _Sheet()
    content = BytesIO()
    template = SimpleDocTemplate(
        content,
        pagesize=landscape(A4),
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN + 6 * mm,
        title=f"{texts.TITLE} {day_words(document.on)}",
        lang="nl-NL",
    )
    frame = PageFrame(
        face=typeface(),
        left=document.proposal if document.decision is None else f"{document.proposal} · {document.decision.id}",
        watermark=_watermark(document),
    )
    story = [*_head(document, sheet), *_placed(document, sheet), *_left_over(document, sheet)]
    story += [*_overrides(document, sheet), *_minutes(document, sheet), *_handovers(document, sheet)]
    story += _loads(document, sheet)
    template.build(story, canvasmaker=NumberedPages.inside(frame))
    return content.getvalue()


class _Sheet:
    """The styles of the document."""

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

    def cell(self, text: str) -> Paragraph:
        """Write plain text, never markup."""
        return Paragraph(escape(text), self.text)

    def lines(self, text: str) -> Paragraph:
        """Write plain text that keeps its own lines."""
        return Paragraph("<br/>".join(map(escape, text.splitlines())), self.text)

    def number(self, text: str) -> Paragraph:
        """Write a figure at the right."""
        return Paragraph(escape(text), self.right)

    def section(self, title: str, note: str, table: Table) -> list[Flowable]:
        """Put a heading above a table, with room for at least a few rows under it."""
        above: list[Flowable] = [CondPageBreak(35 * mm), Paragraph(escape(title), self.heading)]
        if note:
            above += [Paragraph(escape(note), self.quiet), Spacer(1, 2 * mm)]
        return [*above, table]


def _watermark(document: DecisionDocument) -> str:
    if document.decision is None:
        return texts.DRAFT
    return texts.WITHDRAWN if document.withdrawn else ""


def _head(document: DecisionDocument, sheet: _Sheet) -> list[Flowable]:
    title = f"{texts.TITLE} {day_words(document.on, weekday=True)}"
    first, *rest = texts.head_words(document)
    rest.append(f"{texts.PROVISIONAL} {texts.DEMO}" if document.demo else texts.PROVISIONAL)
    head: list[Flowable] = [Paragraph(title, sheet.title), Paragraph(f"<b>{escape(first)}</b>", sheet.text)]
    return [*head, *(Paragraph(escape(line), sheet.quiet) for line in rest)]


def _placed(document: DecisionDocument, sheet: _Sheet) -> list[Flowable]:
    if not document.teams and not document.left_over:
        return [Spacer(1, 6 * mm), Paragraph(texts.NOTHING, sheet.text)]
    story: list[Flowable] = []
    for part in document.teams:
        title = f"{part.team.name} · {part.team.location}"
        rows = [_placed_cells(row, sheet) for row in part.rows]
        story += sheet.section(title, "", sheet.table(texts.PLACED_COLUMNS, rows, PLACED_WIDTHS, right=(3, 4)))
    return story


def _placed_cells(row: PlacedRow, sheet: _Sheet) -> list[Flowable]:
    second = sheet.cell("") if row.second is None else _contact(row.second, sheet)
    return [*_case_cells(row.case, sheet), _contact(row.first, sheet), second, sheet.cell(why(row.reasons))]


def _case_cells(case: Case, sheet: _Sheet) -> list[Flowable]:
    type_ = escape(MEASURE_TYPES[case.type])
    if case.urgent:
        type_ += f' <font color="{WARNING}"><b>{texts.URGENT}</b></font>'
    return [
        sheet.cell(case.measure),
        sheet.cell(case.family),
        Paragraph(type_, sheet.text),
        sheet.number(texts.days_words(case.waiting_days)),
        sheet.number("–" if case.weight is None else points_words(case.weight)),
    ]


def _contact(contact: Contact, sheet: _Sheet) -> Paragraph:
    load = contact.load
    change = f"{share_words(load.before, load.capacity)} → {share_words(load.after, load.capacity)}"
    colour = WARNING if load.after > load.capacity else QUIET.hexval().replace("0x", "#")
    team = texts.asked_words(contact) or contact.team
    return Paragraph(
        f'{escape(contact.name)}<br/><font size="7.5" color="{colour}">{change}</font>'
        f'<font size="7.5" color="{QUIET.hexval().replace("0x", "#")}"> · {escape(team)}</font>',
        sheet.text,
    )


def _left_over(document: DecisionDocument, sheet: _Sheet) -> list[Flowable]:
    if not document.left_over:
        return []
    rows = [
        [
            *_case_cells(row.case, sheet),
            sheet.cell(row.team.key),
            sheet.cell(LEFT_OVER_REASONS[row.reason]),
            sheet.cell("; ".join(rule_words(rule, count) for rule, count in row.kept_away)),
        ]
        for row in document.left_over
    ]
    table = sheet.table(texts.LEFT_OVER_COLUMNS, rows, LEFT_OVER_WIDTHS, right=(3, 4))
    return sheet.section(texts.LEFT_OVER, texts.LEFT_OVER_NOTE, table)


def _overrides(document: DecisionDocument, sheet: _Sheet) -> list[Flowable]:
    if not document.overrides:
        return []
    rows = [
        [sheet.cell(text) for text in (row.measure, row.name, rule_words(row.rule), row.reason or texts.NO_REASON_YET)]
        for row in document.overrides
    ]
    return sheet.section(texts.OVERRIDES, "", sheet.table(texts.OVERRIDE_COLUMNS, rows, OVERRIDE_WIDTHS, right=()))


def _minutes(document: DecisionDocument, sheet: _Sheet) -> list[Flowable]:
    if not document.minutes:
        return []
    rows = [[sheet.cell(row.measure), sheet.cell(row.family), sheet.lines(row.text)] for row in document.minutes]
    return sheet.section(texts.MINUTES, "", sheet.table(texts.MINUTES_COLUMNS, rows, MINUTES_WIDTHS, right=()))


def _handovers(document: DecisionDocument, sheet: _Sheet) -> list[Flowable]:
    if not document.handovers:
        return []
    rows = [
        [
            sheet.cell(text)
            for text in (
                row.measure,
                row.family,
                texts.POSITIONS[row.position.value],
                row.from_name,
                row.to_name,
                row.to_team,
                texts.overlap_words(row.overlap_weeks),
                texts.CONFIRMED if row.confirmed else texts.PLANNED,
            )
        ]
        for row in document.handovers
    ]
    table = sheet.table(texts.HANDOVER_COLUMNS, rows, HANDOVER_WIDTHS, right=())
    return sheet.section(texts.HANDOVERS, texts.HANDOVERS_NOTE, table)


def _loads(document: DecisionDocument, sheet: _Sheet) -> list[Flowable]:
    if not document.loads:
        return []
    rows = []
    for row in document.loads:
        load = row.load
        figures = [points_words(value) for value in (load.before, load.after, load.capacity, load.ceiling)]
        rows.append(
            [
                sheet.cell(row.name),
                sheet.cell(row.team),
                *(sheet.number(text) for text in (*figures, share_words(load.after, load.capacity))),
                LoadBar(load, LOAD_WIDTHS[-1] - 8),
            ]
        )
    table = sheet.table(texts.LOAD_COLUMNS, rows, LOAD_WIDTHS, right=(2, 3, 4, 5, 6))
    return sheet.section(texts.LOADS, texts.BAR_NOTE, table)
