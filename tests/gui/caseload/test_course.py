"""The course of a load: what the sparkline shows, paints and says."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from caseload_planner.domain.caseload import caseload_on
from caseload_planner.gui.models.course import Course
from caseload_planner.gui.models.worker_words import course_in_words
from caseload_planner.gui.theme import LIGHT
from caseload_planner.gui.viewmodels.worker_courses import courses_of
from caseload_planner.gui.views.caseload.course_delegate import paint_course
from tests.builders import NORM, ON, a_worker, an_organisation, busy, holds, running

WIDTH, HEIGHT = 220, 30
LOADS = st.lists(st.integers(0, 3000), min_size=22, max_size=22).map(tuple)


def painted(course: Course) -> QImage:
    """Paint a sparkline on a white picture."""
    picture = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    picture.fill(QColor(LIGHT.surface))
    painter = QPainter(picture)
    paint_course(painter, QRectF(0, 0, WIDTH, HEIGHT), course, LIGHT)
    painter.end()
    return picture


def seen(picture: QImage, colour: str) -> int:
    """Count the pixels of a colour."""
    return sum(picture.pixelColor(x, y).name() == colour for x in range(WIDTH) for y in range(HEIGHT))


@pytest.fixture(autouse=True)
def in_dutch(look):
    """Painting needs an application, and words a language."""


def test_that_the_course_holds_the_same_figures_as_the_caseload_of_each_day():
    measures, assignments = busy("W1", 5)
    gone = running("M9", closed_on=ON - timedelta(weeks=2, days=1))
    organisation = an_organisation([a_worker("W1")], [*measures, gone], [*assignments, holds("M9", "W1")])
    course = courses_of(caseload_on(organisation, ON))["W1"]
    assert (len(course.loads), course.now) == (22, 13)
    assert course.loads[0] == caseload_on(organisation, ON - timedelta(weeks=13)).load("W1") == 600
    assert course.loads[course.now] == 500
    assert set(course.norms) == {NORM.working}


def test_that_somebody_without_cases_has_a_course_of_nought():
    course = courses_of(caseload_on(an_organisation([a_worker("W1")]), ON))["W1"]
    assert set(course.loads) == {0}


def test_that_the_words_say_where_she_came_from_and_where_she_goes():
    course = Course(loads=(*(900,) * 13, 1000, *(800,) * 8), norms=(1430,) * 22, now=13)
    assert course_in_words(course) == "9,00 punten 13 weken terug, nu 10,00, over 8 weken 8,00 zonder nieuwe zaken"


def test_that_somebody_above_the_norm_is_painted_as_such():
    under = painted(Course(loads=(900,) * 22, norms=(1430,) * 22, now=13))
    over = painted(Course(loads=(1500,) * 22, norms=(1430,) * 22, now=13))
    assert seen(under, LIGHT.bar_load)
    assert not seen(under, LIGHT.bar_over_norm)
    assert seen(over, LIGHT.bar_over_norm)
    assert not seen(over, LIGHT.bar_load)


@given(LOADS, LOADS)
def test_that_every_point_lies_between_bottom_and_top(loads, norms):
    course = Course(loads=loads, norms=norms, now=13)
    assert course.bottom < course.top
    assert all(course.bottom <= value <= course.top for value in (*loads, *norms))


@given(st.integers(1, 3000))
def test_that_a_small_change_does_not_fill_the_picture(load):
    course = Course(loads=(load, load, load), norms=(load, load, load), now=1)
    assert course.top - course.bottom >= course.top * 30 // 100
