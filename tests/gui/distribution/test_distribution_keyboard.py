"""The Verdeling page by keyboard: Tab goes through it as one reads, and everything that takes the keys has a name."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from tests.gui.distribution.distribution_steps import bring_to_front, propose

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
