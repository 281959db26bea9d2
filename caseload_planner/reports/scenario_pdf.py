"""The report of a scenario as PDF: what was assumed, what comes of it, for which teams, and beside another."""

from io import BytesIO
from xml.sax.saxutils import escape

from matplotlib.figure import Figure
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Image, Paragraph, Spacer, Table

from caseload_planner import __version__
from caseload_planner.charts.chart_dress import ChartStyle
from caseload_planner.charts.fan_chart import Fan, fan_figure
from caseload_planner.charts.picture import register_fonts
from caseload_planner.locations import resources_folder
from caseload_planner.reports import scenario_texts as texts
from caseload_planner.reports.pdf_sheet import Sheet, pdf_of
from caseload_planner.reports.scenario_report import ScenarioDocument
from caseload_planner.reports.scenario_summary import summary_lines
from caseload_planner.reports.words import day_words, note_words
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.outcomes import LINE_OF, QUANTILES

COURSE_EVERY_WEEKS = 13
COURSE_WIDTHS = tuple(width * mm for width in (30, 39, 39, 39, 39, 39, 39))
TEAM_WIDTHS = tuple(width * mm for width in (60, 34, 34, 34, 34, 34, 34))
ASSUMPTION_WIDTHS = tuple(width * mm for width in (70, 55, 55, 84))
COMPARED_WIDTHS = tuple(width * mm for width in (80, 40, 40, 40, 64))
CHART_INCHES = (5.1, 2.0)
CHART_DOTS_PER_INCH = 160
_MIDDLE, _LOW, _HIGH = QUANTILES.index(0.5), QUANTILES.index(0.05), QUANTILES.index(0.95)
_WHOLE = frozenset({Series.RUNNING_MEASURES, Series.WAITING})


def scenario_pdf(document: ScenarioDocument) -> bytes:
    """Draw the report."""
    sheet, outcome, scenario = Sheet(), document.run.outcome, document.run.scenario
    lines = [scenario.description] if scenario.description else []
    lines += [
        f"Van {day_words(outcome.days[0])} tot {day_words(outcome.days[-1])}: {outcome.replications} toekomsten",
        f"Startgetal {outcome.seed} · gegevens {outcome.digest} · programma {__version__}",
        *texts.frozen_lines(document.run.frozen, __version__),
        note_words(texts.PROVISIONAL, demo=document.demo),
    ]
    name = texts.scenario_name(scenario.name)
    story = sheet.head(f"{texts.TITLE}: {name}", lines)
    story += [Spacer(1, 2 * mm), *(Paragraph(line, sheet.text) for line in summary_lines(outcome))]
    story += [Spacer(1, 2 * mm), *_charts(document, sheet), *_assumptions(document, sheet)]
    story += [*_course(document, sheet), *_teams(document, sheet), *_compared(document, sheet)]
    return pdf_of(story, title=f"{texts.TITLE} {name}", left=f"{name} · {outcome.digest}")


def _charts(document: ScenarioDocument, sheet: Sheet) -> list[Flowable]:
    pictures = [
        [_chart(document, Series.LOAD_PER_FTE), _chart(document, Series.LOAD_PER_DEPLOYABLE_FTE)],
        [_chart(document, Series.RUNNING_MEASURES), _chart(document, Series.DEPLOYABLE_FTE)],
    ]
    names = [
        [Paragraph(f"<b>{texts.SERIES[series]}</b>", sheet.text) for series in pair]
        for pair in (
            (Series.LOAD_PER_FTE, Series.LOAD_PER_DEPLOYABLE_FTE),
            (Series.RUNNING_MEASURES, Series.DEPLOYABLE_FTE),
        )
    ]
    rows = [names[0], pictures[0], names[1], pictures[1]]
    legend = texts.BANDS
    if document.beside is not None:
        legend += " " + texts.DASHED.format(name=texts.scenario_name(document.beside.scenario.name))
    return [Table(rows, hAlign="LEFT"), Paragraph(escape(legend), sheet.quiet)]


def _chart(document: ScenarioDocument, series: Series) -> Image:
    outcome, beside = document.run.outcome, document.beside
    other = None
    if beside is not None and len(beside.outcome.weeks) == len(outcome.weeks):
        other = beside.outcome.series[series].quantiles[_MIDDLE, 0].tolist()
    fan = Fan(
        low_to_high=outcome.series[series].quantiles[:, 0].tolist(),
        week_words=[f"{day.month}-{day.year}" for day in outcome.days],
        line=outcome.line(series).tolist() if series in LINE_OF else None,
        line_name="norm" if series in LINE_OF else "",
        other_middle=other,
    )
    content = BytesIO()
    figure: Figure = fan_figure(fan, _style())
    figure.savefig(content, format="png", dpi=CHART_DOTS_PER_INCH, metadata={"Software": None})
    content.seek(0)
    return Image(content, width=CHART_INCHES[0] * 25.4 * mm, height=CHART_INCHES[1] * 25.4 * mm)


def _style() -> ChartStyle:
    register_fonts(resources_folder() / "fonts")
    return ChartStyle(
        background="#ffffff",
        text="#1d2733",
        muted="#5b6875",
        grid="#d5dbe1",
        main="#0b6570",
        other="#9a4b00",
        up="#9a4b00",
        down="#0b6570",
        font_family="Inter Tabular",
        size_inches=CHART_INCHES,
        decimal_comma=True,
    )


def _assumptions(document: ScenarioDocument, sheet: Sheet) -> list[Flowable]:
    if not document.differences:
        return [Spacer(1, 3 * mm), Paragraph(texts.NO_DIFFERENCE, sheet.text)]
    reasons = document.run.scenario.reasons
    rows = [
        [
            sheet.cell(texts.assumption(row.key)),
            sheet.cell(texts.value_words(row.key, row.base)),
            sheet.cell(texts.value_words(row.key, row.other)),
            sheet.cell(texts.reason_of(reasons, row.key)),
        ]
        for row in document.differences
    ]
    table = sheet.table(texts.ASSUMPTION_COLUMNS, rows, ASSUMPTION_WIDTHS, right=())
    return sheet.section(texts.ASSUMPTIONS, "", table)


def _course(document: ScenarioDocument, sheet: Sheet) -> list[Flowable]:
    outcome = document.run.outcome
    last = len(outcome.weeks) - 1
    rows = []
    for week in sorted({*range(0, last + 1, COURSE_EVERY_WEEKS), last}):
        cells: list[Flowable] = [sheet.cell(texts.week_words(outcome.days[week]))]
        for series in texts.COURSE_SERIES:
            quantiles = outcome.series[series].quantiles[:, 0, week]
            decimals = 0 if series in _WHOLE else 2
            middle, low, high = (float(quantiles[n]) for n in (_MIDDLE, _LOW, _HIGH))
            over = series in outcome.above and outcome.above[series][0, week] > 0.5
            words = texts.spread(middle, low, high, decimals)
            cells.append(sheet.strong_number(words) if over else sheet.number(words))
        rows.append(cells)
    columns = ("Week", *(texts.SERIES[series] for series in texts.COURSE_SERIES))
    return sheet.section(texts.COURSE, texts.COURSE_NOTE, sheet.table(columns, rows, COURSE_WIDTHS, right=range(1, 7)))


def _teams(document: ScenarioDocument, sheet: Sheet) -> list[Flowable]:
    outcome = document.run.outcome
    names = {place.key: place.name for place in document.run.plan.snapshot.places}
    rows = []
    for number, place in enumerate(outcome.places):
        if number == 0:
            continue
        funded, working = Series.LOAD_PER_FTE, Series.LOAD_PER_DEPLOYABLE_FTE
        figures = (
            texts.figure(float(outcome.series[Series.CONTRACT_FTE].quantiles[_MIDDLE, number, -1])),
            texts.figure(float(outcome.series[funded].quantiles[_MIDDLE, number, -1])),
            texts.chance(float(outcome.above[funded][number, -1])),
            texts.figure(float(outcome.series[Series.DEPLOYABLE_FTE].quantiles[_MIDDLE, number, -1])),
            texts.figure(float(outcome.series[working].quantiles[_MIDDLE, number, -1])),
            texts.chance(float(outcome.above[working][number, -1])),
        )
        rows.append([sheet.cell(names[place]), *(sheet.number(text) for text in figures)])
    return sheet.section(texts.TEAMS, "", sheet.table(texts.TEAM_COLUMNS, rows, TEAM_WIDTHS, right=range(1, 7)))


def _compared(document: ScenarioDocument, sheet: Sheet) -> list[Flowable]:
    comparison, beside = document.comparison, document.beside
    if comparison is None or beside is None:
        return []
    rows = []
    for row in comparison.results:
        decimals = 0 if row.series in _WHOLE else 2
        low, middle, high = (texts.figure(value, decimals) for value in row.change)
        figures = (texts.figure(row.base, decimals), texts.figure(row.other, decimals), middle, f"{low} en {high}")
        rows.append([sheet.cell(texts.SERIES[row.series]), *(sheet.number(text) for text in figures)])
    note = texts.COMPARED_NOTE if comparison.same_futures else texts.COMPARED_OTHER_DATA
    table = sheet.table(texts.COMPARED_COLUMNS, rows, COMPARED_WIDTHS, right=range(1, 5))
    return sheet.section(texts.COMPARED.format(name=texts.scenario_name(beside.scenario.name)), note, table)
