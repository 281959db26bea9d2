"""The planned handovers above the cases: each that still can be is confirmed with the round unless it is unticked."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.distribution_handovers import DistributionHandovers
from caseload_planner.gui.views.labels import frame, label

MOST_HEIGHT = 132
"""Device-independent pixels; more handovers than go in there scroll."""
LEAST_WIDTH = 140
BESIDE_WORDS = 44
"""What the tick, the space beside it and a scroll bar take."""


class HandoverSection(QFrame):
    """Shown only where there are any; where one no longer holds a button asks for another plan."""

    plan_again_asked = Signal(str)
    """With the key of the plan that no longer holds."""

    def __init__(self, handovers: DistributionHandovers) -> None:
        super().__init__()
        self._handovers = handovers
        self.heading = label("", "strong")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.S, Space.XS, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self.heading)
        layout.addWidget(self._scroll)
        self.again = QPushButton(self.tr("Plan again"))
        self.again.setProperty("role", "small")
        self.again.setAutoDefault(False)
        self.again.setToolTip(
            self.tr("Opens Team D and makes the plan again. What was agreed for the next four weeks stays.")
        )
        self.again.clicked.connect(self._on_again)
        self.fallen = label("", "small", Tone.WARN)
        below = QHBoxLayout()
        below.addWidget(self.fallen, 1)
        below.addWidget(self.again)
        layout.addLayout(below)
        layout.addWidget(frame("rule"))
        # A moment later: a box is not taken away while it is being ticked.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        handovers.changed.connect(self._later.start)
        self.refresh()

    def refresh(self) -> None:
        """List the handovers of now."""
        lines = self._handovers.lines()
        self.setVisible(bool(lines))
        self.heading.setText(with_values(self.tr("Planned handovers (%1)"), formatting.count(len(lines))))
        fallen = sum(not line.possible for line in lines)
        self.fallen.setText(with_values(self.tr("No longer possible: %1"), formatting.count(fallen)))
        for shown in (self.fallen, self.again):
            shown.setVisible(fallen > 0)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in lines:
            box = QCheckBox(self._folded(line.words))
            box.setAccessibleName(line.words)
            box.setChecked(line.confirmed)
            box.setEnabled(line.possible)
            box.setToolTip(f"{line.words}\n{line.explained}")
            box.toggled.connect(partial(self._on_toggled, line.handover))
            column.addWidget(box)
        column.addStretch(1)
        self._scroll.setWidget(body)
        self._scroll.setFixedHeight(min(body.sizeHint().height(), MOST_HEIGHT))

    def _folded(self, words: str) -> str:
        """Break words where the pane ends: a box does not do that by itself, and would have to be scrolled aside."""
        metrics, wide = self.fontMetrics(), max(LEAST_WIDTH, self._scroll.viewport().width() - BESIDE_WORDS)
        lines = [""]
        for word in words.split():
            longer = f"{lines[-1]} {word}".lstrip()
            if metrics.horizontalAdvance(longer) > wide and lines[-1]:
                lines.append(word)
            else:
                lines[-1] = longer
        return "\n".join(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew where the pane got another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._later.start()

    def _on_again(self) -> None:
        self.plan_again_asked.emit(self._handovers.to_plan_again)

    def _on_toggled(self, handover: object, _on: bool) -> None:  # noqa: FBT001 (a slot)
        for line in self._handovers.lines():
            if line.handover == handover:
                self._handovers.toggle(line.handover)
