"""A wind-down plan as PDF for the meeting: the sentence, what team D carries, and week by week who hands over what."""

from collections import Counter

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Spacer

from caseload_planner.application.plan_wind_down import WindDownDraft
from caseload_planner.reports import wind_down_texts as texts
from caseload_planner.reports.pdf_sheet import Sheet, pdf_of
from caseload_planner.reports.words import day_words, note_words, points_words

HANDOVER_WIDTHS = tuple(width * mm for width in (52, 27, 27, 50, 50, 38, 22))
LEFT_WIDTHS = tuple(width * mm for width in (34, 34, 60, 138))
CHANGE_WIDTHS = tuple(width * mm for width in (34, 60, 86, 86))
RUNNING_WIDTHS = tuple(width * mm for width in (40, 40, 60))
RECEIVER_WIDTHS = tuple(width * mm for width in (70, 60, 22, 26, 32, 28, 24))
LEAVER_NAME = 46 * mm
LEAVER_FIGURE = 18 * mm
MONTHS_SHOWN = 12


def wind_down_pdf(draft: WindDownDraft, *, demo: bool) -> bytes:
    """Draw the plan."""
    sheet = Sheet()
    note = note_words(texts.PROVISIONAL, demo=demo)
    story = sheet.head(texts.title_words(draft), [*texts.head_words(draft), note])
    story += _leavers(draft, sheet)
    story += _changes(draft, sheet)
    story += _left(draft, sheet)
    story += _handovers(draft, sheet)
    story += _receivers(draft, sheet)
    story += _running_out(draft, sheet)
    return pdf_of(story, title=texts.TITLE, left=day_words(draft.request.on))


def _leavers(draft: WindDownDraft, sheet: Sheet) -> list[Flowable]:
    weeks = sorted({row.week for row in draft.plan.leaver_loads})
    step = max(1, -(-len(weeks) // MONTHS_SHOWN))
    shown = sorted({*weeks[::step], *weeks[-1:]})
    loads = {(row.worker, row.week): row.load for row in draft.plan.leaver_loads}
    rows = []
    for one in draft.request.leavers:
        figures = [sheet.number(points_words(loads[one.worker, week])) for week in shown]
        rows.append([sheet.cell(draft.organisation.workers[one.worker].name), *figures])
    columns = ("Medewerker", *(f"wk {week.isocalendar().week}" for week in shown))
    widths = (LEAVER_NAME, *(LEAVER_FIGURE for _ in shown))
    table = sheet.table(columns, rows, widths, right=range(1, len(columns)))
    return sheet.section(texts.LEAVERS, "", table) if rows else [Spacer(1, 2 * mm)]


def _handovers(draft: WindDownDraft, sheet: Sheet) -> list[Flowable]:
    organisation = draft.organisation
    rows = [
        [
            sheet.cell(f"week {one.week.isocalendar().week} · {day_words(one.week)}"),
            sheet.cell(one.measure),
            sheet.cell(organisation.measures[one.measure].family),
            sheet.cell(organisation.workers[one.giver].name),
            sheet.cell(organisation.workers[one.receiver].name),
            sheet.cell(texts.place_words(draft, one)),
            sheet.number(f"{one.overlap_weeks} weken"),
        ]
        for one in sorted((*draft.plan.handovers, *draft.plan.joining), key=lambda one: (one.week, one.measure))
    ]
    if not rows:
        return []
    table = sheet.table(texts.HANDOVER_COLUMNS, rows, HANDOVER_WIDTHS, right=(6,))
    return sheet.section(texts.HANDOVERS, texts.HANDOVERS_NOTE, table)


def _left(draft: WindDownDraft, sheet: Sheet) -> list[Flowable]:
    organisation = draft.organisation
    rows = [
        [
            sheet.cell(row.measure),
            sheet.cell(row.family),
            sheet.cell(organisation.workers[row.giver].name),
            sheet.cell(texts.why_words(row)),
        ]
        for row in draft.plan.unplaced
    ]
    return sheet.section(texts.LEFT_OVER, "", sheet.table(texts.LEFT_COLUMNS, rows, LEFT_WIDTHS, ())) if rows else []


def _changes(draft: WindDownDraft, sheet: Sheet) -> list[Flowable]:
    rows = [[sheet.cell(text) for text in cells] for cells in texts.change_words(draft)]
    table = sheet.table(texts.CHANGE_COLUMNS, rows, CHANGE_WIDTHS, ())
    return sheet.section(texts.CHANGES, texts.CHANGES_NOTE, table) if rows else []


def _running_out(draft: WindDownDraft, sheet: Sheet) -> list[Flowable]:
    measures, rows = draft.organisation.measures, []
    for key in draft.plan.runs_out:
        end = measures[key].expected_end
        cells = (key, measures[key].family, "naar soort" if end is None else day_words(end))
        rows.append([sheet.cell(text) for text in cells])
    return (
        sheet.section(texts.RUNS_OUT, "", sheet.table(texts.RUNNING_COLUMNS, rows, RUNNING_WIDTHS, ())) if rows else []
    )


def _receivers(draft: WindDownDraft, sheet: Sheet) -> list[Flowable]:
    organisation = draft.organisation
    taken = Counter(one.receiver for one in (*draft.plan.handovers, *draft.plan.joining))
    rows: list[list[Paragraph]] = []
    for worker in sorted(taken, key=lambda key: organisation.workers[key].name):
        weeks = [row for row in draft.plan.loads if row.worker == worker]
        above = sum(row.load > row.working for row in weeks)
        figures = (str(taken[worker]), points_words(weeks[0].load), points_words(weeks[-1].load))
        rows.append(
            [
                sheet.cell(organisation.workers[worker].name),
                sheet.cell(organisation.team_of(worker).name),
                *(sheet.number(text) for text in (*figures, points_words(weeks[-1].working))),
                sheet.strong_number(str(above)) if above else sheet.number("0"),
            ]
        )
    if not rows:
        return []
    table = sheet.table(texts.RECEIVER_COLUMNS, rows, RECEIVER_WIDTHS, right=range(2, 7))
    return sheet.section(texts.RECEIVERS, texts.RECEIVERS_NOTE, table)
