"""The line at the bottom: file, demo mark, backup, draft, what can be undone, and messages that go by themselves."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QToolButton, QUndoView, QVBoxLayout

from caseload_planner.gui.icons import icon
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.task_runner import TaskRunner
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.status import StatusModel
from caseload_planner.gui.views.labels import ElidedLabel, icon_label, label

MESSAGE_FOR_MS = 6_000
BUSY_WIDTH = 90
HISTORY_SIZE = (380, 320)


class StatusLine(QFrame):
    """Shows a `StatusModel`, and that work is under way."""

    def __init__(self, status: StatusModel, runner: TaskRunner) -> None:
        super().__init__()
        self._status, self._runner = status, runner
        self.setProperty("role", "status")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.XS, Space.L, Space.XS)
        layout.setSpacing(Space.S)
        self._icon = icon_label("file", 16, Tone.MUTED)
        self._file = ElidedLabel("small")
        self._demo = ElidedLabel("chip", Tone.ACCENT)
        self._demo.setText(self.tr("demo: invented people"))
        self._backup = ElidedLabel("small")
        self._draft = ElidedLabel("chip", Tone.WARN)
        self._presenting = ElidedLabel("chip", Tone.ACCENT)
        self._presenting.setText(self.tr("presentation: names are hidden"))
        self._undo = self._make_undo()
        self._message = ElidedLabel("small")
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedWidth(BUSY_WIDTH)
        self._busy.setAccessibleName(self.tr("Working"))
        for part in (self._icon, self._file, self._demo, self._presenting, self._backup, self._draft, self._undo):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self._message)
        layout.addWidget(self._busy)
        self._timer = QTimer(self, singleShot=True, interval=MESSAGE_FOR_MS)
        self._timer.timeout.connect(self._message.clear)
        status.changed.connect(self._on_changed)
        status.said.connect(self._on_said)
        runner.busy_changed.connect(self._on_busy)
        self._on_changed()
        self._on_busy()

    def _make_undo(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "step")
        button.setIcon(icon("history", colours_for(self.palette()).muted, 16))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolTip(self.tr("Every step of this draft; click one to go back to it (Ctrl+H)"))
        button.clicked.connect(self.open_history)
        return button

    def _on_changed(self) -> None:
        status = self._status
        self._icon.setVisible(bool(status.file))
        self._file.setText(status.file)
        self._file.setToolTip(status.place)
        self._demo.setVisible(status.demo)
        self._presenting.setVisible(status.presenting)
        self._backup.setText(self.tr("backup: %1").replace("%1", status.backup) if status.backup else "")
        self._backup.setVisible(bool(status.backup))
        self._draft.setText(status.draft)
        self._draft.setVisible(bool(status.draft))
        undo = self.tr("Undo: %1").replace("%1", status.undo) if status.undo else self.tr("Steps")
        metrics = self._undo.fontMetrics()
        self._undo.setText(metrics.elidedText(undo, Qt.TextElideMode.ElideRight, HISTORY_SIZE[0]))
        self._undo.setAccessibleName(undo)
        history = status.history
        self._undo.setVisible(bool(status.undo) or (history is not None and history.canRedo()))

    def open_history(self) -> None:
        """Show the steps of the draft above the line; choosing one goes back or ahead to it."""
        history = self._status.history
        if history is None or history.activeStack() is None:
            self._status.say(self.tr("There are no steps to undo."))
            return
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setProperty("role", "popup")
        popup.resize(*HISTORY_SIZE)
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        layout.addWidget(label(self.tr("Steps of this draft"), "heading"))
        steps = QUndoView(history, popup)
        steps.setEmptyLabel(self.tr("Beginning of the draft"))
        steps.setAccessibleName(self.tr("Steps of this draft"))
        layout.addWidget(steps, 1)
        layout.addWidget(
            label(self.tr("Choose a step: everything after it is undone, and can be done again."), "small", wrap=True)
        )
        popup.move(self._undo.mapToGlobal(QPoint(0, -HISTORY_SIZE[1] - Space.XS)))
        popup.show()
        steps.setFocus()

    def _on_said(self, words: str) -> None:
        self._message.setText(words)
        self._timer.start()

    def _on_busy(self) -> None:
        self._busy.setVisible(self._runner.busy)
