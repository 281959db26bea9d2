"""The forecast as a picture: lines where the figures are, drawn on any thread."""

import threading
from datetime import date, timedelta
from pathlib import Path

import pytest

from caseload_planner.charts.forecast_chart import ChartColours, ForecastLabels, forecast_figure
from caseload_planner.charts.picture import draw, register_fonts
from caseload_planner.domain.forecast import WeekAhead
from caseload_planner.locations import resources_folder

COLOURS = ChartColours(
    background="#ffffff", text="#000000", muted="#555555", line="#dddddd", load="#3a8f97", over="#c77a06"
)
WEEKS = tuple(
    WeekAhead(date(2026, 11, 23) + timedelta(weeks=n), load=1600 - 20 * n, working=1430, ceiling=1600)
    for n in range(26)
)


def figure(weeks=WEEKS, *, comma=True):
    """Make the figure of a forecast."""
    labels = ForecastLabels("her cases", "norm", "ceiling", tuple(f"week {n}" for n in range(len(weeks))), comma)
    register_fonts(Path(resources_folder() / "fonts"))
    return forecast_figure(weeks, labels, COLOURS, size_inches=(4, 1.8), font_family="Inter Tabular")


def test_that_load_norm_and_ceiling_are_drawn_in_points_to_the_end_of_the_last_week():
    load, working, ceiling = figure().axes[0].lines
    assert list(load.get_ydata())[:2] == [16.0, 15.8]
    assert set(working.get_ydata()) == {14.3}
    assert set(ceiling.get_ydata()) == {16.0}
    assert max(load.get_xdata()) == len(WEEKS)


def test_that_the_scale_begins_at_nothing_and_leaves_room_above_the_highest():
    low, high = figure().axes[0].get_ylim()
    assert low == 0
    assert high > 16


def test_that_the_lines_are_named_where_they_end():
    said = {text.get_text() for text in figure().axes[0].texts}
    assert said == {"her cases", "norm", "ceiling"}


@pytest.mark.parametrize(("comma", "sign"), [(True, ","), (False, ".")])
def test_that_numbers_on_the_scale_use_the_decimal_sign_of_the_language(comma, sign):
    low = tuple(WeekAhead(week.on, load=40, working=90, ceiling=100) for week in WEEKS)
    said = [tick.get_text() for tick in figure(low, comma=comma).axes[0].get_yticklabels()]
    assert any(sign in text for text in said)


def test_that_somebody_without_hours_still_has_a_picture():
    nothing = tuple(WeekAhead(week.on, load=0, working=0, ceiling=0) for week in WEEKS)
    picture = draw(figure(nothing), dots_per_inch=96)
    assert (picture.width, len(picture.rgba)) == (384, 4 * picture.width * picture.height)


def test_that_a_sharper_screen_gets_more_pixels_of_the_same_picture():
    assert draw(figure(), dots_per_inch=192).width == 2 * draw(figure(), dots_per_inch=96).width


def test_that_drawing_works_beside_the_windows_thread():
    made = []
    worker = threading.Thread(target=lambda: made.append(draw(figure(), dots_per_inch=96)))
    worker.start()
    worker.join()
    assert made[0].rgba == draw(figure(), dots_per_inch=96).rgba
