"""The line at the bottom: file, demo mark, draft, what can be undone, and messages that go by themselves."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.task_runner import TaskRunner
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.status import StatusModel
from caseload_planner.gui.views.labels import icon_label, label

MESSAGE_FOR_MS = 6_000


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
        self._file, self._demo = label("", "small"), label(self.tr("demo: invented people"), "chip", Tone.ACCENT)
        self._draft, self._undo = label("", "chip", Tone.WARN), label("", "small")
        self._message = label("", "small")
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedWidth(90)
        self._busy.setAccessibleName(self.tr("Working"))
        for part in (self._icon, self._file, self._demo, self._draft, self._undo):
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

    def _on_changed(self) -> None:
        self._icon.setVisible(bool(self._status.file))
        self._file.setText(self._status.file)
        self._demo.setVisible(self._status.demo)
        self._draft.setText(self._status.draft)
        self._draft.setVisible(bool(self._status.draft))
        undo = self.tr("Undo: %1").replace("%1", self._status.undo) if self._status.undo else ""
        self._undo.setText(undo)

    def _on_said(self, words: str) -> None:
        self._message.setText(words)
        self._timer.start()

    def _on_busy(self) -> None:
        self._busy.setVisible(self._runner.busy)
