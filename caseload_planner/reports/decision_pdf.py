"""The besluitenlijst as PDF: A4 landscape, a table a team, what is left over, deviations and loads."""

from xml.sax.saxutils import escape

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Spacer

from caseload_planner.application.decision_rows import Case, Contact, DecisionDocument, PlacedRow
from caseload_planner.reports import document_texts as texts
from caseload_planner.reports.load_bar import LoadBar
from caseload_planner.reports.pdf_sheet import QUIET_CODE, WARNING, Sheet, pdf_of
from caseload_planner.reports.words import (
    LEFT_OVER_REASONS,
    MEASURE_TYPES,
    PROVISIONAL_NORM,
    day_words,
    note_words,
    points_words,
    rule_words,
    share_words,
    why,
)

PLACED_WIDTHS = tuple(width * mm for width in (20, 18, 33, 17, 15, 50, 50, 61))
LEFT_OVER_WIDTHS = tuple(width * mm for width in (20, 18, 33, 17, 15, 20, 52, 89))
OVERRIDE_WIDTHS = tuple(width * mm for width in (24, 60, 65, 115))
MINUTES_WIDTHS = tuple(width * mm for width in (24, 24, 216))
HANDOVER_WIDTHS = tuple(width * mm for width in (22, 22, 20, 54, 54, 22, 22, 24, 24))
LOAD_WIDTHS = tuple(width * mm for width in (60, 22, 20, 20, 22, 20, 27, 73))


def decision_pdf(document: DecisionDocument) -> bytes:
    """Draw the besluitenlijst; one that is not decided, or was withdrawn, says so across every page."""
    sheet = Sheet()
    story = [*_head(document, sheet), *_placed(document, sheet), *_left_over(document, sheet)]
    story += [*_overrides(document, sheet), *_minutes(document, sheet), *_handovers(document, sheet)]
    story += _loads(document, sheet)
    return pdf_of(
        story,
        title=f"{texts.TITLE} {day_words(document.on)}",
        left=document.proposal if document.decision is None else f"{document.proposal} · {document.decision.id}",
        watermark=_watermark(document),
    )


def _watermark(document: DecisionDocument) -> str:
    if document.decision is None:
        return texts.DRAFT
    return texts.WITHDRAWN if document.withdrawn else ""


def _head(document: DecisionDocument, sheet: Sheet) -> list[Flowable]:
    provisional = note_words(PROVISIONAL_NORM, demo=document.demo)
    title = f"{texts.TITLE} {day_words(document.on, weekday=True)}"
    return sheet.head(title, [*texts.head_words(document), provisional])


def _placed(document: DecisionDocument, sheet: Sheet) -> list[Flowable]:
    if not document.teams and not document.left_over:
        return [Spacer(1, 6 * mm), Paragraph(texts.NOTHING, sheet.text)]
    story: list[Flowable] = []
    for part in document.teams:
        title = f"{part.team.name} · {part.team.location}"
        rows = [_placed_cells(row, sheet) for row in part.rows]
        story += sheet.section(title, "", sheet.table(texts.PLACED_COLUMNS, rows, PLACED_WIDTHS, right=(3, 4)))
    return story


def _placed_cells(row: PlacedRow, sheet: Sheet) -> list[Flowable]:
    second = sheet.cell("") if row.second is None else _contact(row.second, sheet)
    return [*_case_cells(row.case, sheet), _contact(row.first, sheet), second, sheet.cell(why(row.reasons))]


def _case_cells(case: Case, sheet: Sheet) -> list[Flowable]:
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


def _contact(contact: Contact, sheet: Sheet) -> Paragraph:
    load = contact.load
    change = f"{share_words(load.before, load.capacity)} → {share_words(load.after, load.capacity)}"
    colour = WARNING if load.after > load.capacity else QUIET_CODE
    nobody_agreed = contact.asked_elsewhere and contact.agreed_with is None
    team = texts.asked_words(contact) or contact.team
    return Paragraph(
        f'{escape(contact.name)}<br/><font size="7.5" color="{colour}">{change}</font>'
        f'<font size="7.5" color="{WARNING if nobody_agreed else QUIET_CODE}"> · {escape(team)}</font>',
        sheet.text,
    )


def _left_over(document: DecisionDocument, sheet: Sheet) -> list[Flowable]:
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


def _overrides(document: DecisionDocument, sheet: Sheet) -> list[Flowable]:
    if not document.overrides:
        return []
    rows = [
        [sheet.cell(text) for text in (row.measure, row.name, rule_words(row.rule), row.reason or texts.NO_REASON_YET)]
        for row in document.overrides
    ]
    return sheet.section(texts.OVERRIDES, "", sheet.table(texts.OVERRIDE_COLUMNS, rows, OVERRIDE_WIDTHS, right=()))


def _minutes(document: DecisionDocument, sheet: Sheet) -> list[Flowable]:
    if not document.minutes:
        return []
    rows = [[sheet.cell(row.measure), sheet.cell(row.family), sheet.lines(row.text)] for row in document.minutes]
    return sheet.section(texts.MINUTES, "", sheet.table(texts.MINUTES_COLUMNS, rows, MINUTES_WIDTHS, right=()))


def _handovers(document: DecisionDocument, sheet: Sheet) -> list[Flowable]:
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
                texts.week_words(row.week),
                texts.overlap_words(row.overlap_weeks),
                texts.CONFIRMED if row.confirmed else texts.PLANNED,
            )
        ]
        for row in document.handovers
    ]
    table = sheet.table(texts.HANDOVER_COLUMNS, rows, HANDOVER_WIDTHS, right=())
    return sheet.section(texts.HANDOVERS, texts.HANDOVERS_NOTE, table)


def _loads(document: DecisionDocument, sheet: Sheet) -> list[Flowable]:
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
