"""Fields with numbers inside a page that scrolls."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseload_planner.gui.views.number_field import LevelSlider, NumberField

Field = NumberField | LevelSlider


@pytest.fixture(params=[NumberField, LevelSlider])
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Field]:
    make: Callable[[], Field] = request.param
    page, field, other = QWidget(), make(), NumberField()
    column = QVBoxLayout(page)
    column.addWidget(other)
    column.addWidget(field)
    field.setRange(0, 10)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    other.setFocus()
    yield field
    page.close()


def scroll_over(field: Field) -> bool:
    turn = QWheelEvent(
        QPointF(5, 5),
        field.mapToGlobal(QPointF(5, 5)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, turn)
    return turn.isAccepted()


def test_that_scrolling_past_a_field_leaves_its_number_and_scrolls_the_page(field: Field) -> None:
    assert not scroll_over(field)
    assert field.value() == 0


def test_that_a_chosen_field_follows_the_wheel(field: Field, qtbot: QtBot) -> None:
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)

    scroll_over(field)

    assert field.value() > 0
