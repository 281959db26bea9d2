"""The rows of a comparison in words: first the assumptions that differ, then the results that differ."""

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from caseload_planner.application.compare_scenarios import Comparison, ResultDifference, is_share
from caseload_planner.gui import formatting
from caseload_planner.gui.establishment_texts import assumption_text, plan_text, series_text
from caseload_planner.gui.viewmodels.establishment_sentences import written
from caseload_planner.staffing.durations import Duration
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.scenario import Hire, NormStep, TeamDPlan, Vacancy

translate = QCoreApplication.translate
Row = tuple[str, str, str, str]
DECIMALS: Mapping[Series, int] = {Series.RUNNING_MEASURES: 0, Series.WAITING: 0}


def input_rows(comparison: Comparison) -> list[Row]:
    """Give the assumptions that differ: name, in the other scenario, in this one."""
    return [
        (assumption_text(row.key), value_text(row.key, row.base), value_text(row.key, row.other), "")
        for row in comparison.inputs
    ]


def result_rows(comparison: Comparison) -> list[Row]:
    """Give the results that differ: name, there, here, and the difference with its range."""
    return [_result_row(row) for row in comparison.results if row.differs]


def _result_row(row: ResultDifference) -> Row:
    decimals = DECIMALS.get(row.series, 2)
    low, middle, high = row.change
    words = signed(middle, decimals)
    if abs(high - low) > 10**-decimals / 2:
        between = translate("Comparison", "%1 (%2 to %3)")
        words = between.replace("%1", words).replace("%2", signed(low, decimals)).replace("%3", signed(high, decimals))
    base, other = written(row.base, decimals), written(row.other, decimals)
    if row.above_base is not None and row.above_other is not None:
        chance = translate("Comparison", "%1, above the norm in %2 of 100")
        base = chance.replace("%1", base).replace("%2", formatting.count(round(100 * row.above_base)))
        other = chance.replace("%1", other).replace("%2", formatting.count(round(100 * row.above_other)))
    return series_text(row.series.value), base, other, words


def signed(value: float, decimals: int) -> str:
    """Write a difference with its sign."""
    text = formatting.number(value, decimals)
    return f"+{text}" if round(value, decimals) > 0 else text


def value_text(key: str, value: object) -> str:
    """Write the value of an assumption."""
    if value is None:
        return translate("Comparison", "as it is now")
    if isinstance(value, TeamDPlan):
        return plan_text(value.value)
    if isinstance(value, tuple):
        return _list_text(value)
    if isinstance(value, Duration):
        return duration_text(value)
    if isinstance(value, float):
        return _number_text(key, value)
    if isinstance(value, int):
        return formatting.count(value)
    return formatting.day(value) if isinstance(value, date) else str(value)


def _number_text(key: str, value: float) -> str:
    if is_share(key):
        return f"{formatting.number(value * 100, 1)}{formatting.NARROW_SPACE}%"
    return formatting.number(value, 2)


def _list_text(values: Iterable[object]) -> str:
    texts = []
    for value in values:
        if isinstance(value, Hire):
            words = translate("Comparison", "%1 people of %2 fte")
            texts.append(
                words.replace("%1", formatting.count(value.people)).replace("%2", formatting.number(value.fte))
            )
        elif isinstance(value, Vacancy):
            words = translate("Comparison", "%1 fte in %2")
            texts.append(words.replace("%1", formatting.number(value.fte)).replace("%2", value.place))
        elif isinstance(value, NormStep):
            texts.append("" if value.funded is None else formatting.number(value.funded))
        elif isinstance(value, float):
            texts.append(formatting.number(value, 2))
        else:
            texts.append(str(value))
    return ", ".join(texts) or translate("Comparison", "none")


def duration_text(duration: Duration) -> str:
    """Write a duration in a few words."""
    if duration.mean_weeks is None:
        return duration.family.value.replace("_", " ")
    words = translate("Comparison", "%1 weeks on average")
    return words.replace("%1", formatting.number(duration.mean_weeks, 0))
