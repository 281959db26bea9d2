"""The besluitenlijst as a workbook: numbers as numbers, texts as texts and never as formulas."""

from collections.abc import Iterable, Sequence

from caseload_planner import __version__
from caseload_planner.application.decision_rows import Case, Contact, DecisionDocument
from caseload_planner.domain.points import Hundredths
from caseload_planner.reports import document_texts as texts
from caseload_planner.reports.words import (
    DEMO,
    LEFT_OVER_REASONS,
    MEASURE_TYPES,
    PROVISIONAL_NORM,
    day_words,
    rule_words,
    why,
)
from caseload_planner.reports.workbook_sheets import (
    DATE_FORMAT,
    POINTS_FORMAT,
    SHARE_FORMAT,
    Cell,
    Sheets,
    workbook_of,
)

PLACED = (
    ("Team", 10, ""),
    ("Maatregel", 12, ""),
    ("Gezin", 12, ""),
    ("Soort", 28, ""),
    ("Spoed", 8, ""),
    ("Dagen wacht", 12, "0"),
    ("Gewicht", 10, POINTS_FORMAT),
    ("Eerste contactpersoon", 26, ""),
    ("Team eerste", 12, ""),
    ("Eerste vóór", 12, SHARE_FORMAT),
    ("Eerste na", 12, SHARE_FORMAT),
    ("Tweede contactpersoon", 26, ""),
    ("Team tweede", 12, ""),
    ("Tweede vóór", 12, SHARE_FORMAT),
    ("Tweede na", 12, SHARE_FORMAT),
    ("Gevraagd aan ander team", 36, ""),
    ("Waarom", 60, ""),
)
LEFT_OVER = (
    ("Team", 10, ""),
    ("Maatregel", 12, ""),
    ("Gezin", 12, ""),
    ("Soort", 28, ""),
    ("Spoed", 8, ""),
    ("Dagen wacht", 12, "0"),
    ("Gewicht", 10, POINTS_FORMAT),
    ("Reden", 40, ""),
    ("Regels die tegenhouden", 80, ""),
)
OVERRIDES = (("Maatregel", 12, ""), ("Medewerker", 26, ""), ("Regel", 36, ""), ("Reden", 60, ""))
MINUTES = (("Maatregel", 12, ""), ("Gezin", 12, ""), ("Besproken", 90, ""))
HANDOVERS = (
    ("Maatregel", 12, ""),
    ("Gezin", 12, ""),
    ("Plek", 12, ""),
    ("Van", 26, ""),
    ("Naar", 26, ""),
    ("Team", 10, ""),
    ("Week van", 14, DATE_FORMAT),
    ("Weken meelopen", 16, "0"),
    ("Stand", 12, ""),
)
LOADS = (
    ("Medewerker", 26, ""),
    ("Team", 10, ""),
    ("Vóór", 10, POINTS_FORMAT),
    ("Na", 10, POINTS_FORMAT),
    ("Werknorm", 10, POINTS_FORMAT),
    ("Plafond", 10, POINTS_FORMAT),
    ("Na / werknorm", 14, SHARE_FORMAT),
)


def decision_workbook(document: DecisionDocument) -> bytes:
    """Write the besluitenlijst."""
    return workbook_of(f"{texts.TITLE} {day_words(document.on)}", lambda sheets: _fill(sheets, document))


def _fill(sheets: Sheets, document: DecisionDocument) -> None:
    sheets.add(texts.SHEETS["placed"], PLACED, _placed(document))
    sheets.add(texts.SHEETS["left_over"], LEFT_OVER, _left_over(document))
    sheets.add(texts.SHEETS["overrides"], OVERRIDES, _overrides(document))
    if document.minutes:
        sheets.add(texts.SHEETS["minutes"], MINUTES, _minutes(document))
    if document.handovers:
        sheets.add(texts.SHEETS["handovers"], HANDOVERS, _handovers(document))
    sheets.add(texts.SHEETS["loads"], LOADS, _loads(document))
    sheets.add_lines(texts.SHEETS["about"], _about(document))


def _about(document: DecisionDocument) -> list[str]:
    lines = [
        f"{texts.TITLE} {day_words(document.on, weekday=True)}",
        *texts.head_words(document),
        PROVISIONAL_NORM,
        f"Caseload Planner {__version__} · {document.proposal}",
    ]
    return [*lines, DEMO] if document.demo else lines


def _points(hundredths: Hundredths) -> float:
    return hundredths / 100


def _share(load: Hundredths, capacity: Hundredths) -> float | None:
    return load / capacity if capacity else None


def _case_cells(team: str, case: Case) -> list[Cell]:
    return [
        team,
        case.measure,
        case.family,
        MEASURE_TYPES[case.type],
        texts.URGENT if case.urgent else None,
        case.waiting_days,
        None if case.weight is None else _points(case.weight),
    ]


def _contact_cells(contact: Contact | None) -> list[Cell]:
    if contact is None:
        return [None] * 4
    load = contact.load
    return [contact.name, contact.team, _share(load.before, load.capacity), _share(load.after, load.capacity)]


def _placed(document: DecisionDocument) -> Iterable[Sequence[Cell]]:
    for part in document.teams:
        for row in part.rows:
            contacts = [*_contact_cells(row.first), *_contact_cells(row.second)]
            asked = [texts.asked_words(contact) for contact in (row.first, row.second) if contact is not None]
            yield [
                *_case_cells(part.team.key, row.case),
                *contacts,
                "; ".join(filter(None, asked)) or None,
                why(row.reasons),
            ]


def _left_over(document: DecisionDocument) -> Iterable[Sequence[Cell]]:
    for row in document.left_over:
        rules = "; ".join(rule_words(rule, count) for rule, count in row.kept_away)
        yield [*_case_cells(row.team.key, row.case), LEFT_OVER_REASONS[row.reason], rules]


def _overrides(document: DecisionDocument) -> Iterable[Sequence[Cell]]:
    for row in document.overrides:
        yield [row.measure, row.name, rule_words(row.rule), row.reason or texts.NO_REASON_YET]


def _minutes(document: DecisionDocument) -> Iterable[Sequence[Cell]]:
    for row in document.minutes:
        yield [row.measure, row.family, row.text]


def _handovers(document: DecisionDocument) -> Iterable[Sequence[Cell]]:
    for row in document.handovers:
        state = texts.CONFIRMED if row.confirmed else texts.PLANNED
        place = texts.POSITIONS[row.position.value]
        names = [row.from_name, row.to_name, row.to_team]
        yield [row.measure, row.family, place, *names, row.week, row.overlap_weeks, state]


def _loads(document: DecisionDocument) -> Iterable[Sequence[Cell]]:
    for row in document.loads:
        load = row.load
        figures = [_points(value) for value in (load.before, load.after, load.capacity, load.ceiling)]
        yield [row.name, row.team, *figures, _share(load.after, load.capacity)]
