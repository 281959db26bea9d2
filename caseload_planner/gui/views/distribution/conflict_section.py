"""Choices of the leader that cannot stand together, each with the button that takes it back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.models.distribution_sentences import Sentence
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.distribution_conflicts import ChoiceLine, ConflictLine, DistributionConflicts
from caseload_planner.gui.views.distribution.inspector_parts import sentence_row, small_button
from caseload_planner.gui.views.labels import frame, label


class ConflictSection(QWidget):
    """The conflicts of one measure, or all of them; empty where there are none."""

    def __init__(self, conflicts: DistributionConflicts, measure: str | None = None) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, Space.XS, 0, 0)
        self._column.setSpacing(Space.S)
        lines = conflicts.lines(measure)
        if conflicts.looking:
            words = self.tr("Looking which of your choices do not go together…")
            self._column.addWidget(label(words, "muted", wrap=True))
        for place, line in enumerate(lines):
            if place:
                self._column.addWidget(frame("rule"))
            self._add(line)
        self.setVisible(conflicts.looking or bool(lines))

    def _add(self, line: ConflictLine) -> None:
        self._column.addWidget(label(self.tr("These choices of yours do not go together"), "strong", wrap=True))
        for choice in line.choices:
            self._add_choice(choice)
        if line.because:
            words = with_values(self.tr("Because: %1."), line.because)
            self._column.addLayout(sentence_row(Sentence(words, Tone.MUTED, "info")))

    def _add_choice(self, choice: ChoiceLine) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(label(choice.words, wrap=True), 1)
        button = small_button(choice.action, choice.take_back)
        button.setAccessibleName(f"{choice.action}: {choice.words}")
        button.setToolTip(choice.words)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)
