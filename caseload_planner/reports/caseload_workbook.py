"""The caseload of a date as a workbook."""

from collections.abc import Iterable, Sequence

from caseload_planner import __version__
from caseload_planner.application.caseload_rows import CaseloadOverview
from caseload_planner.reports import caseload_texts as texts
from caseload_planner.reports.words import DEMO, PROVISIONAL_NORM, day_words
from caseload_planner.reports.workbook_sheets import (
    DATE_FORMAT,
    POINTS_FORMAT,
    SHARE_FORMAT,
    Cell,
    Sheets,
    workbook_of,
)

WORKERS = (
    ("Medewerker", 26, ""),
    ("Sleutel", 12, ""),
    ("Team", 10, ""),
    ("Fte", 8, POINTS_FORMAT),
    ("Inzetbaar", 10, POINTS_FORMAT),
    ("Zaken", 8, "0"),
    ("Gezinnen", 10, "0"),
    ("Caseload", 10, POINTS_FORMAT),
    ("Werknorm", 10, POINTS_FORMAT),
    ("Plafond", 10, POINTS_FORMAT),
    ("Ruimte", 10, POINTS_FORMAT),
    ("Van norm", 10, SHARE_FORMAT),
    ("SNS-zaken", 10, "0"),
    ("Duo's", 8, "0"),
    ("Laatste nieuwe zaak", 18, DATE_FORMAT),
    ("Bijzonder", 40, ""),
)
TEAMS = (
    ("Team", 10, ""),
    ("Naam", 26, ""),
    ("Locatie", 20, ""),
    ("Regio", 16, ""),
    ("Fte", 8, POINTS_FORMAT),
    ("Caseload", 10, POINTS_FORMAT),
    ("Gefinancierd", 14, POINTS_FORMAT),
    ("Per fte", 10, POINTS_FORMAT),
    ("Ruimte", 10, POINTS_FORMAT),
)


def caseload_workbook(overview: CaseloadOverview, *, demo: bool) -> bytes:
    """Write the caseload of a date."""
    title = f"{texts.TITLE} op {day_words(overview.on, weekday=True)}"
    lines = [
        title,
        *texts.head_words(overview),
        texts.FUNDED_NOTE,
        PROVISIONAL_NORM,
        f"Caseload Planner {__version__}",
    ]
    if demo:
        lines.append(DEMO)

    def fill(sheets: Sheets) -> None:
        sheets.add(texts.SHEETS["workers"], WORKERS, _workers(overview))
        sheets.add(texts.SHEETS["teams"], TEAMS, _teams(overview))
        sheets.add_lines(texts.SHEETS["about"], lines)

    return workbook_of(title, fill)


def _workers(overview: CaseloadOverview) -> Iterable[Sequence[Cell]]:
    for row in overview.workers:
        yield [
            row.name,
            row.worker,
            row.team,
            float(row.contract_fte),
            float(row.deployable_fte),
            row.measures,
            row.families,
            *(points / 100 for points in (row.load, row.capacity, row.ceiling, row.room)),
            row.load / row.capacity if row.capacity else None,
            row.sns_measures,
            row.duos,
            row.last_intake_on,
            texts.marks_words(row.marks) or None,
        ]


def _teams(overview: CaseloadOverview) -> Iterable[Sequence[Cell]]:
    for row in overview.teams:
        yield [
            row.team,
            row.name,
            row.location,
            row.region,
            float(row.contract_fte),
            row.load / 100,
            row.funded_capacity / 100,
            None if row.load_per_fte is None else float(row.load_per_fte),
            row.first_room / 100,
        ]
