"""The last look before a round is decided."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Chip, Tone
from caseload_planner.gui.remembered_names import RememberedNames
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.distribution_deciding import DecisionWords
from caseload_planner.gui.viewmodels.distribution_summary import DecideSummary
from caseload_planner.gui.views.distribution.asked_section import AskedSection
from caseload_planner.gui.views.distribution.reasons_section import ReasonsSection
from caseload_planner.gui.views.labels import chip_row, label

WIDTH = 520
LISTED = 12
REMARKS_HEIGHT = 64


class DecideDialog(QDialog):
    """Summary, remarks, and who decides; the button says what is missing.

    Parameters
    ----------
    summary
        What is decided.
    date_words
        The date of the round in words.
    remembered
        Know who decided and who agreed the last time.
    """

    confirmed = Signal(object)
    """With the DecisionWords."""

    def __init__(self, summary: DecideSummary, date_words: str, remembered: RememberedNames, parent: QWidget) -> None:
        super().__init__(parent)
        self._blocked, decided_by = summary.blocked, remembered.decided_by
        self.setWindowTitle(self.tr("Decide the distribution"))
        self.setMinimumWidth(WIDTH)
        self.asked = AskedSection(summary.asked_teams, remembered) if summary.asked_teams else None
        self.reasons = ReasonsSection(summary.wanted_reasons) if summary.wanted_reasons else None
        self.name, self.remarks = QLineEdit(decided_by), QPlainTextEdit()
        self._inside = QWidget()
        self._fill(QVBoxLayout(self._inside), summary, date_words)
        self.missing = label("", "notice", Tone.WARN, wrap=True)
        self._lay_out()
        self.name.textChanged.connect(self._on_name)
        self._on_name()
        self._first_to_fill(decided_by).setFocus()
        self._take_size(parent)

    # building ---------------------------------------------------------------------------------------------------------

    def _fill(self, column: QVBoxLayout, summary: DecideSummary, date_words: str) -> None:
        """Put what is read and filled in under each other."""
        column.setContentsMargins(Space.XL, Space.L, Space.XL, 0)
        column.setSpacing(Space.M)
        self._add_summary(column, summary, date_words)
        # Who decides goes before who was asked: that may be a long list.
        column.addLayout(self._line(self.tr("Decided by"), self.name))
        for section in (self.asked, self.reasons):
            if section is not None:
                column.addWidget(section)
                section.changed.connect(self._on_name)
        self.remarks.setTabChangesFocus(True)
        self.remarks.setFixedHeight(REMARKS_HEIGHT)
        column.addLayout(self._line(self.tr("Remarks"), self.remarks))
        column.addStretch(1)

    @staticmethod
    def _line(name: str, field: QWidget) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(Space.S)
        form.addRow(name, field)
        return form

    def _lay_out(self) -> None:
        """Let that scroll above the buttons, which are always in sight with what is missing."""
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inside)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.decide = buttons.addButton(self.tr("Decide"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.decide.setProperty("role", "primary")
        self.decide.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._foot = foot = QVBoxLayout()
        foot.setContentsMargins(Space.XL, Space.M, Space.XL, Space.L)
        foot.setSpacing(Space.M)
        foot.addWidget(self.missing)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(foot)

    def _take_size(self, parent: QWidget) -> None:
        """Be as high as what is in it, and no higher than the window that it stands above."""
        # Wrapped lines have no height of their own until they have a width.
        inside, foot = self._inside.heightForWidth(WIDTH), self._foot.totalHeightForWidth(WIDTH)
        self.resize(WIDTH, min(inside + foot + Space.M, parent.window().height() - 2 * Space.XL))

    def _add_summary(self, layout: QVBoxLayout, summary: DecideSummary, date_words: str) -> None:
        layout.addWidget(label(self._heading(summary, date_words), "heading", wrap=True))
        parts = (
            (self.tr("Left over"), summary.left_over, Tone.DANGER),
            (self.tr("Above the working norm afterwards"), summary.over_norm, Tone.WARN),
            (self.tr("Rules set aside"), summary.overrides, Tone.WARN),
            (self.tr("Parked"), summary.parked, Tone.MUTED),
            (self.tr("Handovers confirmed"), summary.handovers, Tone.ACCENT),
        )
        for title, lines, tone in parts:
            if lines:
                layout.addWidget(chip_row((Chip(f"{title} ({len(lines)})", tone),)))
                layout.addWidget(
                    label(
                        self._listed(lines, "\n" if lines in (summary.overrides, summary.handovers) else " · "),
                        wrap=True,
                    )
                )
        if not any(lines for _, lines, _ in parts):
            layout.addWidget(label(self.tr("Nothing is left over and nobody goes above the norm."), "muted"))

    def _heading(self, summary: DecideSummary, date_words: str) -> str:
        if not summary.asked:
            return with_values(self.tr("Planned handovers, from %1"), date_words)
        counts = (formatting.count(summary.placed), formatting.count(summary.asked))
        return with_values(self.tr("%1 of %2 cases placed, from %3"), *counts, date_words)

    def _first_to_fill(self, decided_by: str) -> QWidget:
        """Begin at the first that is missing; where nothing is, Enter decides."""
        fields = [self.name]
        fields += [] if self.asked is None else self.asked.names.values()
        fields += [] if self.reasons is None else self.reasons.fields.values()
        empty = next((field for field in fields if not field.text().strip()), None)
        if empty is not None:
            return empty
        return self.decide if decided_by and not self._blocked else self.name

    def _listed(self, lines: tuple[str, ...], between: str) -> str:
        shown = list(lines[:LISTED])
        if len(lines) > LISTED:
            shown.append(with_values(self.tr("and %1 more"), formatting.count(len(lines) - LISTED)))
        return between.join(shown)

    def _on_name(self) -> None:
        words = self._blocked
        if not words and not self.name.text().strip():
            words = self.tr("Fill in who decides.")
        if not words and self.asked is not None and self.asked.missing:
            words = with_values(self.tr("Fill in who of %1 agreed."), self.asked.missing)
        if not words and self.reasons is not None and self.reasons.missing:
            words = with_values(self.tr("Fill in why the rule may be set aside for %1."), self.reasons.missing)
        self.missing.setText(words)
        self.missing.setVisible(bool(words))
        self.decide.setEnabled(not words)

    def accept(self) -> None:
        """Hand over the decision."""
        if self.decide.isEnabled():
            super().accept()
            self.confirmed.emit(
                DecisionWords(
                    decided_by=self.name.text().strip(),
                    remarks=self.remarks.toPlainText().strip(),
                    given_words=() if self.asked is None else self.asked.given_words(),
                    reasons={} if self.reasons is None else self.reasons.reasons(),
                )
            )
