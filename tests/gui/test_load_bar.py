"""Load bars: where their parts end, and what is painted there."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from caseload_planner.application.caseload_rows import caseload_overview
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.gui.models.load_bar import LoadBar, load_bar_of
from caseload_planner.gui.theme import LIGHT
from caseload_planner.gui.views.load_bar import NORM_LINE_AT, paint_load_bar
from tests.builders import NORM, ON, a_worker, an_organisation, busy

WIDTH, HEIGHT = 400, 30
NORM_LINE = round(WIDTH * NORM_LINE_AT)
BAR = LoadBar(fixed=0, current=700, capacity=1400, ceiling=1600)


def painted(bar: LoadBar) -> QImage:
    """Paint a bar on a white picture."""
    picture = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    picture.fill(QColor(LIGHT.surface))
    painter = QPainter(picture)
    paint_load_bar(painter, QRectF(0, 0, WIDTH, HEIGHT), bar, LIGHT)
    painter.end()
    return picture


def colour_at(picture: QImage, share_of_norm: float) -> str:
    """Give the colour in the middle of the bar at a share of the working norm."""
    return picture.pixelColor(round(share_of_norm * NORM_LINE), HEIGHT // 2 + 3).name()


@pytest.fixture(autouse=True)
def with_an_application(qapp):
    """Painting needs an application."""


def test_that_what_she_carries_is_filled_and_the_rest_is_the_track():
    picture = painted(BAR)
    assert colour_at(picture, 0.4) == LIGHT.bar_load
    assert colour_at(picture, 0.6) == LIGHT.bar_track


def test_that_other_duties_come_first_and_look_different():
    picture = painted(LoadBar(fixed=400, current=500, capacity=1000, ceiling=1120))
    assert colour_at(picture, 0.2) == LIGHT.bar_fixed
    assert colour_at(picture, 0.5) == LIGHT.bar_load


def test_that_the_norm_line_stands_at_the_same_place_for_everybody():
    for bar in (BAR, LoadBar(fixed=300, current=100, capacity=500, ceiling=560)):
        edge = [painted(bar).pixelColor(x, HEIGHT // 2).name() for x in range(NORM_LINE - 2, NORM_LINE + 3)]
        assert LIGHT.bar_line in edge


def test_that_what_passes_the_norm_and_the_ceiling_is_shown_past_their_lines():
    picture = painted(replace(BAR, current=1750))
    assert colour_at(picture, 0.9) == LIGHT.bar_load
    assert colour_at(picture, 1.07) == LIGHT.bar_over_norm
    assert colour_at(picture, 1.2) == LIGHT.bar_over_ceiling


def test_that_a_ceiling_below_the_norm_counts_as_the_ceiling():
    picture = painted(LoadBar(fixed=0, current=1300, capacity=1400, ceiling=1000))
    assert colour_at(picture, 0.85) == LIGHT.bar_over_ceiling


def test_that_a_draft_is_hatched_after_what_she_carries():
    picture = painted(replace(BAR, draft=400))
    drawn = {
        picture.pixelColor(x, y).name()
        for x in range(round(0.55 * NORM_LINE), round(0.75 * NORM_LINE))
        for y in range(HEIGHT // 2 - 5, HEIGHT // 2 + 5)
    }
    assert LIGHT.bar_draft in drawn
    assert len(drawn) > 1, "hatched, not filled"
    assert LIGHT.bar_load not in drawn
    assert colour_at(picture, 0.4) == LIGHT.bar_load


def test_that_a_bar_that_runs_off_the_scale_ends_in_an_arrow_head():
    picture = painted(replace(BAR, current=3000))
    corner = picture.pixelColor(WIDTH - 2, HEIGHT // 2 - 6).name()
    assert corner == LIGHT.surface
    assert picture.pixelColor(WIDTH - 4, HEIGHT // 2).name() == LIGHT.bar_over_ceiling


def test_that_the_bar_of_a_worker_adds_up_to_her_contract_at_the_working_norm():
    worker = a_worker("W1", fte="0.89", task_share=Decimal("0.20"))
    measures, assignments = busy("W1", 5)
    overview = caseload_overview(caseload_on(an_organisation([worker], measures, assignments), ON))
    bar = load_bar_of(overview.workers[0], NORM)
    assert bar.norm_line == 1273
    assert (bar.current, bar.capacity) == (500, overview.workers[0].capacity)
