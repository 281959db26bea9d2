"""Hands that click, type, drag and undo at random, seeded; and what has to hold whatever they do.

`WildHands(window, seed).do(300)` makes 300 moves on whatever is in front: the window, a dialog, a menu, a popup.
Dialogs of files are always left; a menu that stops the hands is chosen from or left by a timer.
"""

import random
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from caseload_planner.gui.viewmodels.distribution_board import starred
from caseload_planner.gui.viewmodels.distribution_moves import broken_rules
from caseload_planner.gui.views.main_window import MainWindow
from tests.gui.distribution.distribution_steps import drag

_Key, _Mod = Qt.Key, Qt.KeyboardModifier
KEYS = (
    *((key, _Mod.NoModifier) for key in (
        _Key.Key_Tab, _Key.Key_Tab, _Key.Key_Up, _Key.Key_Down, _Key.Key_Down, _Key.Key_Left, _Key.Key_Right,
        _Key.Key_Return, _Key.Key_Space, _Key.Key_Escape, _Key.Key_Home, _Key.Key_End, _Key.Key_PageDown,
        _Key.Key_Delete, _Key.Key_F5, _Key.Key_P, _Key.Key_U, _Key.Key_X, _Key.Key_1, _Key.Key_2, _Key.Key_5,
    )),
    *((key, _Mod.ControlModifier) for key in (
        _Key.Key_Z, _Key.Key_Z, _Key.Key_Z, _Key.Key_K, _Key.Key_F, _Key.Key_H, _Key.Key_C, _Key.Key_A,
        _Key.Key_Return,
    )),
    *((key, _Mod.AltModifier) for key in (_Key.Key_1, _Key.Key_2, _Key.Key_3, _Key.Key_Left, _Key.Key_Right)),
    (_Key.Key_Z, _Mod.ControlModifier | _Mod.ShiftModifier),
    (_Key.Key_P, _Mod.ControlModifier | _Mod.ShiftModifier),
    (_Key.Key_Tab, _Mod.ShiftModifier),
    (_Key.Key_F1, _Mod.NoModifier),
)  # fmt: skip
WORDS = ("jas", "12", "W00", "é", "%1", "<b>x</b>", "'; drop", "  ", "heerlen", "SNS", "-1", "\u202e")
UNBLOCK_EVERY_MS = 25


class WildHands(QObject):
    """Random moves on a window.

    Attributes
    ----------
    moves
        What was done, to tell when something broke.
    """

    def __init__(self, window: MainWindow, seed: int) -> None:
        super().__init__(window)
        self._window, self._chance = window, random.Random(seed)
        self.moves: list[str] = []
        self._timer = QTimer(self, interval=UNBLOCK_EVERY_MS)
        self._timer.timeout.connect(self._unblock)
        self._timer.start()

    def do(self, moves: int, until: Callable[[], bool] = lambda: False) -> None:
        """Make some moves, or fewer where it is over before."""
        kinds = [self._click] * 8 + [self._key] * 8 + [self._type, self._drag, self._wheel, self._resize, self._double]
        for _ in range(moves):
            if until():
                break
            kind = self._chance.choice(kinds)
            front = self._front()
            kind(front)
            QCoreApplication.processEvents()
            # What was thrown away goes now, as in a loop of its own; a test without one would keep it.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if not self._window.isVisible():
                self._window.show()  # the hands found the way out
        self._leave_everything()

    def _front(self) -> QWidget:
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if isinstance(front, QFileDialog):
            front.reject()
            front = None
        return front or self._window

    def _some(self, front: QWidget) -> QWidget:
        seen = [w for w in front.findChildren(QWidget) if w.isVisible() and w.isEnabled() and w.width() > 2]
        focusable = [w for w in seen if w.focusPolicy() is not Qt.FocusPolicy.NoFocus]
        widget = self._chance.choice(focusable or seen or [front])
        return widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget

    def _point(self, widget: QWidget) -> QPoint:
        return QPoint(self._chance.randrange(max(1, widget.width())), self._chance.randrange(max(1, widget.height())))

    def _note(self, move: str, widget: QWidget) -> None:
        self.moves.append(f"{move} {type(widget).__name__} {widget.accessibleName() or widget.objectName()}")

    def _click(self, front: QWidget) -> None:
        widget = self._some(front)
        self._note("click", widget)
        button = Qt.MouseButton.RightButton if self._chance.random() < 0.05 else Qt.MouseButton.LeftButton
        QTest.mouseClick(widget, button, _Mod.NoModifier, self._point(widget))

    def _double(self, front: QWidget) -> None:
        widget = self._some(front)
        self._note("double click", widget)
        QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, _Mod.NoModifier, self._point(widget))

    def _key(self, front: QWidget) -> None:
        key, modifiers = self._chance.choice(KEYS)
        widget = front.focusWidget() or front
        self._note(f"key {key.name} {modifiers.name}", widget)
        QTest.keyClick(widget, key, modifiers)

    def _type(self, front: QWidget) -> None:
        widget = front.focusWidget()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            self._note("type", widget)
            for letter in self._chance.choice(WORDS):  # QTest only knows the letters of one keyboard
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(widget, QKeyEvent(kind, 0, _Mod.NoModifier, letter))

    def _wheel(self, front: QWidget) -> None:
        views = [view for view in front.findChildren(QAbstractItemView) if view.isVisible()]
        if views:
            bar = self._chance.choice(views).verticalScrollBar()
            bar.setValue(self._chance.randint(bar.minimum(), bar.maximum()))

    def _resize(self, front: QWidget) -> None:
        if front is self._window and self._chance.random() < 0.1:
            self._window.resize(self._chance.randint(860, 1600), self._chance.randint(440, 900))

    def _drag(self, front: QWidget) -> None:
        page = self._window.pages.get("distribution")
        if front is not self._window or page is None or page is not self._window.page or page.model.board is None:
            return
        queue, people = page.model.board.queue, page.model.people
        if queue and people.rowCount():
            self._note("drag", page)
            worker = people.line(self._chance.randrange(people.rowCount())).worker
            drag(page, self._chance.choice(queue), worker, shift=self._chance.random() < 0.3)

    def _unblock(self) -> None:
        """Choose from a menu that holds the hands, or leave it; leave dialogs of files."""
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if isinstance(popup, QMenu):
            actions = [action for action in popup.actions() if action.isEnabled() and not action.isSeparator()]
            popup.close()
            if actions and self._chance.random() < 0.5:
                chosen = self._chance.choice(actions)
                if chosen.objectName() not in {"quit", "demo"}:
                    self._note(f"menu {chosen.text()}", popup)
                    # Not in this slot: a timer rests while its slot runs, and what opens now may have to be left.
                    QTimer.singleShot(0, chosen, chosen.trigger)
        if isinstance(modal, QFileDialog):
            modal.reject()

    def _leave_everything(self) -> None:
        for _ in range(20):
            front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if front is None:
                break
            front.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def broken_invariants(window: MainWindow) -> list[str]:
    """Name what should hold and does not: of the draft, its steps, and the file."""
    found = []
    page = window.pages.get("distribution")
    model = None if page is None else page.model
    if model is not None and model.board is not None:
        board, draft = model.board, model.draft
        asked = set(board.round.asked)
        if not set(draft.placements) <= asked:
            found.append("a placement of a case that is not asked")
        found += [
            f"{breach.rule} {breach.code} is broken without a reason"
            for breach in broken_rules(board, draft)
            if not starred(breach) or (breach.measure or "", breach.worker or "", breach.rule) not in draft.reasons
        ]
        group = model.drafts.group
        if group.activeStack() is not None:
            at = group.activeStack().index()
            group.activeStack().setIndex(0)
            group.activeStack().setIndex(at)
            if model.draft != draft:
                found.append("undoing and redoing every step gives another draft")
    services = window.window_model.session.file
    if services is not None:
        trail = services.store.verify_audit()
        if trail.first_bad is not None:
            found.append(f"the audit trail breaks at {trail.first_bad}")
    return found
