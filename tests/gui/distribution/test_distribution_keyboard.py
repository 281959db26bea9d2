"""The Verdeling page by keyboard: Tab goes through it as one reads, and everything that takes the keys has a name."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from caseload_planner.domain.assignment import Position
from caseload_planner.gui.models.distribution_candidates import Standing
from tests.gui.distribution.distribution_steps import bring_to_front, case_with, drag, lines, propose

MOST = 60


def walked(qtbot, page) -> list[QWidget]:
    """Give what Tab goes to from the cases on, until it is there again."""
    bring_to_front(qtbot, page)
    found = []
    for _ in range(MOST):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        found.append(QApplication.focusWidget())
        if found[-1] is page.intake.list:
            return found
    raise AssertionError("Tab does not come back to the cases")


def left_of(page, widget: QWidget) -> int:
    return widget.mapTo(page, QPoint(0, 0)).x()


def test_that_tab_goes_from_the_cases_over_the_people_to_the_explanation_and_round(qtbot, page):
    propose(qtbot, page)
    found = [one for one in walked(qtbot, page) if page.isAncestorOf(one)]
    panes = (page.intake, page.people, page.inspector)
    order = [next((n for n, pane in enumerate(panes) if pane.isAncestorOf(one)), None) for one in found]
    inside = [number for number in order[:-1] if number is not None]
    assert {1, 2} <= set(inside)
    assert inside == sorted(inside)


def test_that_everything_that_takes_the_keys_says_what_it_is(qtbot, page):
    propose(qtbot, page)
    for widget in walked(qtbot, page):
        spoken = QAccessible.queryAccessibleInterface(widget)
        named = spoken is not None and spoken.text(QAccessible.Text.Name)
        assert named or (isinstance(widget, QAbstractItemView) and widget.accessibleName()), widget


SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


def press(widget: QWidget, key: Qt.Key, keys: Qt.KeyboardModifier, text: str, *, held: bool = False) -> None:
    QCoreApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, keys, text, held))


def test_that_shift_with_a_figure_makes_somebody_second_as_keyboards_really_send_it(qtbot, page):
    for row in range(page.model.cases.rowCount()):
        page.intake.list.setCurrentIndex(page.model.cases.index(row))
        if page.model.board.round.measure(page.model.measure).may_have_second and lines(page, Standing.FREE):
            break
    press(page.intake.list, Qt.Key.Key_1, NONE, "1")
    key = page.model.measure
    assert page.model.draft.placements[key].second is None
    page.model.look_as(Position.SECOND)
    wanted = page.model.people.numbered(2).worker
    press(page.intake.list, Qt.Key.Key_At, SHIFT, "@")
    assert page.model.draft.placements[key].second == wanted


@pytest.mark.parametrize(("key", "text"), [(Qt.Key.Key_Return, "\r"), (Qt.Key.Key_1, "1"), (Qt.Key.Key_Space, " ")])
def test_that_a_key_that_is_held_gives_nothing_away(page, key, text):
    before = page.model.draft
    for widget in (page.intake.list, page.people.table, page.people.finder):
        widget.setFocus()
        for _ in range(3):
            press(
                widget,
                key,
                NONE,
                text if widget is not page.people.finder or key == Qt.Key.Key_Return else "",
                held=True,
            )
    assert page.model.draft == before
    assert page.model.preview is None


def test_that_a_key_that_can_do_nothing_says_what_it_needs(qtbot, page):
    bring_to_front(qtbot, page)
    for key, words in ((Qt.Key.Key_P, "bij iemand staat"), (Qt.Key.Key_U, "bij iemand staat")):
        qtbot.keyClick(page.intake.list, key)
        assert words in page.window().status_line._message.text()


def test_that_whoever_drags_during_a_search_hears_that_it_does_not_land(qtbot, page):
    free = case_with(page, Standing.FREE)
    key = page.model.measure
    with qtbot.waitSignal(page.model.search.found, timeout=30_000):
        qtbot.keyClick(page.intake.list, Qt.Key.Key_F5)
        assert page.model.search.running
        drag(page, key, free.worker, drop=False)
        assert "wordt een voorstel gezocht" in page.people.notice.text()
        drag(page, key, free.worker)
        assert page.people.notice.isVisible()
        assert not page.model.draft.placements
