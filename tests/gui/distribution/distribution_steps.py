"""Steps that several journeys over the Verdeling page take."""

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseload_planner.gui.models.distribution_candidates import CandidateLine, Standing
from caseload_planner.gui.models.distribution_cases import MEASURE_MIME
from caseload_planner.gui.views.distribution.decide_dialog import DecideDialog
from caseload_planner.gui.views.distribution.page import DistributionPage


def propose(qtbot: QtBot, page: DistributionPage) -> None:
    """Press F5 and wait for the proposal."""
    with qtbot.waitSignal(page.model.search.found, timeout=30_000):
        qtbot.keyClick(page.intake.list, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: bool(page.model.draft.placements))


def lines(page: DistributionPage, standing: Standing) -> list[CandidateLine]:
    """Give the people of a standing who have no place on the case that is looked at."""
    people = page.model.people
    every = [people.line(row) for row in range(people.rowCount())]
    return [line for line in every if line.standing is standing and not line.place]


def case_with(page: DistributionPage, standing: Standing) -> CandidateLine:
    """Look at the first case that has somebody of a standing, and give her line."""
    for row in range(page.model.cases.rowCount()):
        page.intake.list.setCurrentIndex(page.model.cases.index(row))
        found = lines(page, standing)
        if found:
            return found[0]
    raise AssertionError(f"no case has somebody who is {standing.name}")


def row_centre(page: DistributionPage, worker: str) -> QPoint:
    """Scroll to the row of a worker and give its middle."""
    table = page.people.table
    index = page.model.people.index(page.model.people.row_of(worker), 1)
    table.scrollTo(index)
    return table.visualRect(index).center()


def drag(page: DistributionPage, measure: str, worker: str, *, shift: bool = False, drop: bool = True) -> None:
    """Drag a case above the row of a worker, and drop it there."""
    data = QMimeData()
    data.setData(MEASURE_MIME, measure.encode())
    at, viewport = row_centre(page, worker), page.people.table.viewport()
    keys = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(viewport, QDragEnterEvent(at, move, data, left, keys))
    QApplication.sendEvent(viewport, QDragMoveEvent(at, move, data, left, keys))
    if drop:
        QApplication.sendEvent(viewport, QDropEvent(at.toPointF(), move, data, left, keys))


def open_dialog(qtbot: QtBot, kind: type[QDialog]) -> QDialog:
    """Wait for a dialog of a kind to be shown."""

    def shown() -> list[QDialog]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()), timeout=10_000)
    return shown()[0]


def words_of(widget: QWidget) -> str:
    """Give every label that can be read in a widget."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def bring_to_front(qtbot: QtBot, page: DistributionPage) -> None:
    """Give the window the keyboard and stand on the cases: no window manager does so here after a dialog."""
    with qtbot.waitActive(page.window()):
        page.window().activateWindow()
    page.intake.list.setFocus()


def fill_in(qtbot: QtBot, dialog: DecideDialog, name: str) -> None:
    """Fill in who decides, and the same name for every team that is asked."""
    dialog.name.clear()
    qtbot.keyClicks(dialog.name, name)
    for field in () if dialog.asked is None else dialog.asked.names.values():
        field.setText(name)


def decide(qtbot: QtBot, page: DistributionPage, name: str = "Anna de Vries") -> None:
    """Decide the draft with Ctrl+Enter."""
    bring_to_front(qtbot, page)
    qtbot.keyClick(page.intake.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog = open_dialog(qtbot, DecideDialog)
    fill_in(qtbot, dialog, name)
    with qtbot.waitSignal(page.model.deciding.decided, timeout=20_000):
        qtbot.mouseClick(dialog.decide, Qt.MouseButton.LeftButton)
