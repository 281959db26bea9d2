"""The rows of a comparison in words: first the assumptions that differ, then the results that differ."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from caseload_planner.application.compare_scenarios import Comparison, ResultDifference
from caseload_planner.gui import formatting
from caseload_planner.gui.establishment_texts import assumption_text, series_text
from caseload_planner.gui.viewmodels.establishment_sentences import written
from caseload_planner.gui.viewmodels.establishment_values import value_text
from caseload_planner.staffing.futures import Series

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
