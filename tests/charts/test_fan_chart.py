"""The fan of many futures as a picture, also where there is nothing to draw."""

import math

import pytest

from caseload_planner.charts.chart_dress import ChartStyle
from caseload_planner.charts.fan_chart import Fan, fan_figure
from caseload_planner.charts.picture import register_fonts
from caseload_planner.locations import resources_folder

WEEKS = [f"week {n}" for n in range(30)]


def limits_of(*middle: float) -> tuple[float, float]:
    register_fonts(resources_folder() / "fonts")
    style = ChartStyle(
        background="#ffffff",
        text="#000000",
        muted="#555555",
        grid="#dddddd",
        main="#0b6570",
        other="#9a4b00",
        up="#9a4b00",
        down="#0b6570",
        font_family="Inter Tabular",
        size_inches=(4, 2),
        decimal_comma=True,
    )
    course = [*middle, *[middle[-1]] * (len(WEEKS) - len(middle))]
    return fan_figure(Fan([course] * 7, WEEKS), style).axes[0].get_ylim()


@pytest.mark.parametrize("first", [12.0, math.nan])
def test_that_weeks_without_a_figure_leave_the_scale_to_the_others(first: float) -> None:
    low, high = limits_of(first, 12.0, 14.0)
    assert 0 < low < 12
    assert 14 < high < 20


def test_that_a_chart_without_any_figure_is_empty() -> None:
    low, high = limits_of(math.nan)
    assert low == 0 < high
