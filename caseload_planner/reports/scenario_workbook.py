"""The report of a scenario as a workbook: every week and team, the assumptions, and the scenario itself."""

from collections.abc import Iterable, Sequence

from caseload_planner import __version__
from caseload_planner.reports import scenario_texts as texts
from caseload_planner.reports.scenario_report import ScenarioDocument
from caseload_planner.reports.scenario_summary import summary_lines
from caseload_planner.reports.words import DEMO
from caseload_planner.reports.workbook_sheets import Cell, Sheets, workbook_of
from caseload_planner.staffing.outcomes import QUANTILES
from caseload_planner.staffing.scenario_writing import write_scenario

COURSE = (
    ("Week", 12, ""),
    ("Dag", 12, ""),
    ("Team", 12, ""),
    ("Uitkomst", 34, ""),
    ("Gemiddeld", 12, "0.00"),
    *((f"{round(chance * 100)} van 100", 12, "0.00") for chance in QUANTILES),
    ("Norm", 10, "0.00"),
    ("Kans boven norm", 16, "0%"),
)
ASSUMPTIONS = (
    ("Aanname", 44, ""),
    ("Sleutel", 36, ""),
    ("Uitgangspunt", 40, ""),
    ("Dit scenario", 40, ""),
    ("Reden", 60, ""),
)
COMPARED = (
    ("Uitkomst", 34, ""),
    ("Daar", 12, "0.00"),
    ("Hier", 12, "0.00"),
    ("Verschil", 12, "0.00"),
    ("5 van 100", 12, "0.00"),
    ("95 van 100", 12, "0.00"),
)


def scenario_workbook(document: ScenarioDocument) -> bytes:
    """Make the workbook."""
    run = document.run
    about = [
        f"{texts.TITLE}: {run.scenario.name}",
        f"{run.outcome.replications} toekomsten, startgetal {run.outcome.seed}",
        f"Gegevens {run.outcome.digest}, programma {__version__}",
        *texts.frozen_lines(run.frozen, __version__),
        *summary_lines(run.outcome),
        texts.PROVISIONAL,
    ]
    if document.demo:
        about.append(DEMO)

    def fill(sheets: Sheets) -> None:
        sheets.add(texts.SHEETS["course"], COURSE, _course(document))
        sheets.add(texts.SHEETS["assumptions"], ASSUMPTIONS, _assumptions(document))
        if document.comparison is not None:
            sheets.add(texts.SHEETS["compared"], COMPARED, _compared(document))
        sheets.add_lines(texts.SHEETS["scenario"], write_scenario(run.scenario).splitlines())
        sheets.add_lines(texts.SHEETS["about"], about)

    return workbook_of(f"{texts.TITLE} {run.scenario.name}", fill)


def _course(document: ScenarioDocument) -> Iterable[Sequence[Cell]]:
    outcome = document.run.outcome
    for number, place in enumerate(outcome.places):
        for series, summary in outcome.series.items():
            line = outcome.line(series) if series in outcome.above else None
            for week, day in enumerate(outcome.days):
                quantiles = [_finite(float(value)) for value in summary.quantiles[:, number, week]]
                yield [
                    outcome.weeks[week],
                    day,
                    place or "alle",
                    texts.SERIES[series],
                    _finite(float(summary.mean[number, week])),
                    *quantiles,
                    None if line is None else float(line[week]),
                    None if line is None else float(outcome.above[series][number, week]),
                ]


def _finite(value: float) -> float | None:
    return None if value != value else value  # noqa: PLR0124 - not a number: no fte to divide by


def _assumptions(document: ScenarioDocument) -> Iterable[Sequence[Cell]]:
    reasons = document.run.scenario.reasons
    for row in document.differences:
        yield [
            texts.assumption(row.key),
            row.key,
            texts.value_words(row.key, row.base),
            texts.value_words(row.key, row.other),
            texts.reason_of(reasons, row.key),
        ]


def _compared(document: ScenarioDocument) -> Iterable[Sequence[Cell]]:
    comparison = document.comparison
    for row in comparison.results if comparison is not None else ():
        low, middle, high = row.change
        yield [texts.SERIES[row.series], row.base, row.other, middle, low, high]
