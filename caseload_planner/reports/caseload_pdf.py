"""The caseload of a date as PDF: the teams against the funded norm, then the people of each against their own lines."""

from decimal import Decimal

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Spacer

from caseload_planner.application.caseload_rows import CaseloadOverview, TeamRow, WorkerRow
from caseload_planner.distribution.proposal import LoadChange
from caseload_planner.reports import caseload_texts as texts
from caseload_planner.reports.load_bar import LoadBar
from caseload_planner.reports.pdf_sheet import Sheet, pdf_of
from caseload_planner.reports.words import PROVISIONAL_NORM, day_words, note_words, points_words, share_words

TEAM_WIDTHS = tuple(width * mm for width in (60, 45, 35, 22, 26, 28, 24, 24))
WORKER_WIDTHS = tuple(width * mm for width in (48, 12, 18, 14, 18, 19, 19, 18, 17, 18, 30, 33))


def caseload_pdf(overview: CaseloadOverview, *, demo: bool) -> bytes:
    """Draw the caseload of a date."""
    sheet = Sheet()
    day = day_words(overview.on)
    provisional = note_words(PROVISIONAL_NORM, demo=demo)
    story = sheet.head(
        f"{texts.TITLE} op {day_words(overview.on, weekday=True)}", [*texts.head_words(overview), provisional]
    )
    if not overview.workers:
        story += [Spacer(1, 6 * mm), Paragraph(texts.NOBODY, sheet.text)]
    story += _teams(overview, sheet)
    for team in overview.teams:
        members = [row for row in overview.workers if row.team == team.team]
        if members:
            table = sheet.table(
                texts.WORKER_COLUMNS,
                [_worker_cells(row, sheet) for row in members],
                WORKER_WIDTHS,
                right=range(1, 10),
            )
            story += sheet.section(f"{team.name} · {team.location}", "", table)
    story += [Spacer(1, 3 * mm), Paragraph(texts.BAR_NOTE, sheet.quiet)] if overview.workers else []
    return pdf_of(story, title=f"{texts.TITLE} {day}", left=day)


def _teams(overview: CaseloadOverview, sheet: Sheet) -> list[Flowable]:
    if not overview.teams:
        return []
    rows = [_team_cells(row, sheet) for row in overview.teams]
    table = sheet.table(texts.TEAM_COLUMNS, rows, TEAM_WIDTHS, right=range(3, 8))
    return sheet.section(texts.TEAMS, texts.FUNDED_NOTE, table)


def _team_cells(row: TeamRow, sheet: Sheet) -> list[Flowable]:
    figures = (
        _fte(row.contract_fte),
        points_words(row.load),
        points_words(row.funded_capacity),
        texts.per_fte_words(row),
        points_words(row.first_room),
    )
    return [
        *(sheet.cell(text) for text in (row.name, row.location, row.region)),
        *(sheet.number(text) for text in figures),
    ]


def _worker_cells(row: WorkerRow, sheet: Sheet) -> list[Flowable]:
    figures = (
        _fte(row.contract_fte),
        _fte(row.deployable_fte),
        str(row.measures),
        str(row.families),
        *(points_words(value).replace("-", "−") for value in (row.load, row.capacity, row.ceiling, row.room)),
    )
    share = share_words(row.load, row.capacity)
    load = LoadChange(row.worker, row.load, row.load, row.capacity, row.ceiling)
    return [
        sheet.cell(row.name),
        *(sheet.number(text) for text in figures),
        sheet.strong_number(share) if row.over_working_norm else sheet.number(share),
        LoadBar(load, WORKER_WIDTHS[10] - 8),
        sheet.cell(texts.marks_words(row.marks)),
    ]


def _fte(fte: Decimal) -> str:
    return f"{fte:.2f}".replace(".", ",")
