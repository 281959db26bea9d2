"""A wind-down plan as a workbook: the handovers, what finds nobody, and everybody week by week."""

from collections.abc import Iterable, Sequence
from datetime import date

from caseload_planner import __version__
from caseload_planner.application.plan_wind_down import WindDownDraft
from caseload_planner.domain.calendar import iso_week
from caseload_planner.reports import wind_down_texts as texts
from caseload_planner.reports.words import DEMO
from caseload_planner.reports.workbook_sheets import DATE_FORMAT, POINTS_FORMAT, Cell, Columns, Sheets, workbook_of

HANDOVERS: Columns = (
    ("Week", 11, ""),
    ("Maandag", 12, DATE_FORMAT),
    ("Maatregel", 14, ""),
    ("Gezin", 14, ""),
    ("Van", 26, ""),
    ("Naar", 26, ""),
    ("Plek", 28, ""),
    ("Weken meelopen", 16, "0"),
)
LEFT: Columns = (("Maatregel", 14, ""), ("Gezin", 14, ""), ("Van", 26, ""), ("Waarom", 70, ""))
CHANGES: Columns = (("Maatregel", 14, ""), ("Van", 26, ""), ("Afgesproken", 36, ""), ("Nu", 36, ""))
RUNNING: Columns = (("Maatregel", 14, ""), ("Gezin", 14, ""), ("Verwacht einde", 16, DATE_FORMAT))


def wind_down_workbook(draft: WindDownDraft, *, demo: bool) -> bytes:
    """Write the plan."""
    title = texts.title_words(draft)
    lines = [title, *texts.head_words(draft), texts.PROVISIONAL, f"Caseload Planner {__version__}"]
    weeks = sorted({row.week for row in draft.plan.leaver_loads})
    by_week: Columns = (("Medewerker", 26, ""), *((iso_week(week), 9, POINTS_FORMAT) for week in weeks))

    def fill(sheets: Sheets) -> None:
        sheets.add(texts.SHEETS["handovers"], HANDOVERS, _handovers(draft))
        sheets.add(texts.SHEETS["left"], LEFT, _left(draft))
        sheets.add(texts.SHEETS["runs_out"], RUNNING, _running_out(draft))
        changes = texts.change_words(draft)
        if changes:
            sheets.add(texts.SHEETS["changes"], CHANGES, changes)
        sheets.add(texts.SHEETS["leavers"], by_week, _leavers(draft, weeks))
        sheets.add(texts.SHEETS["receivers"], by_week, _receivers(draft, weeks))
        sheets.add_lines(texts.SHEETS["about"], [*lines, DEMO] if demo else lines)

    return workbook_of(title, fill)


def _handovers(draft: WindDownDraft) -> Iterable[Sequence[Cell]]:
    organisation = draft.organisation
    for one in sorted((*draft.plan.handovers, *draft.plan.joining), key=lambda one: (one.week, one.measure)):
        yield [
            iso_week(one.week),
            one.week,
            one.measure,
            organisation.measures[one.measure].family,
            organisation.workers[one.giver].name,
            organisation.workers[one.receiver].name,
            texts.place_words(draft, one),
            one.overlap_weeks,
        ]


def _left(draft: WindDownDraft) -> Iterable[Sequence[Cell]]:
    for row in draft.plan.unplaced:
        yield [row.measure, row.family, draft.organisation.workers[row.giver].name, texts.why_words(row)]


def _running_out(draft: WindDownDraft) -> Iterable[Sequence[Cell]]:
    for key in draft.plan.runs_out:
        measure = draft.organisation.measures[key]
        yield [key, measure.family, measure.expected_end]


def _leavers(draft: WindDownDraft, weeks: Sequence[date]) -> Iterable[Sequence[Cell]]:
    loads = {(row.worker, row.week): row.load for row in draft.plan.leaver_loads}
    for one in draft.request.leavers:
        yield [draft.organisation.workers[one.worker].name, *(loads[one.worker, week] / 100 for week in weeks)]


def _receivers(draft: WindDownDraft, weeks: Sequence[date]) -> Iterable[Sequence[Cell]]:
    loads = {(row.worker, row.week): row.load for row in draft.plan.loads}
    for worker in sorted({row.worker for row in draft.plan.loads}):
        yield [draft.organisation.workers[worker].name, *(loads[worker, week] / 100 for week in weeks)]
