"""The page "niet veilig te verdelen": what waits in a region, what it would take, and supply against demand."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from caseload_planner.domain.errors import TargetUnwritableError
from caseload_planner.gui import formatting
from caseload_planner.gui.models.chips import Chip, Tone
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel
from caseload_planner.gui.viewmodels.distribution_shortage import RegionLine, SupplyLine
from caseload_planner.gui.views.dialog_size import fit_above
from caseload_planner.gui.views.distribution.conflict_section import ConflictSection
from caseload_planner.gui.views.distribution.shortage_document import ShortagePage, save_shortage
from caseload_planner.gui.views.failure_dialog import show_error
from caseload_planner.gui.views.labels import chip_row, frame, label

SIZE = (720, 480)


class ShortageDialog(QDialog):
    """Follows the figures; they are worked out while it opens."""

    def __init__(self, model: DistributionPageModel, on: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._shortage, self._on = model, model.shortage, on
        self.setWindowTitle(self.tr("Not safe to distribute"))
        fit_above(self, SIZE, parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(label(self.tr("Not safe to distribute"), "heading"))
        self._explained = self.tr(
            "A GI keeps no waiting list. These cases of %1 do not fit under the ceilings and rules: who takes them, "
            "and with what limit, is for the leaders of the region together."
        )
        self._explained = self._explained.replace("%1", formatting.day(on))
        layout.addWidget(label(self._explained, "muted", wrap=True))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        layout.addWidget(self._scroll, 1)
        buttons = QDialogButtonBox()
        self.help = self._make_help(buttons)
        self.save = buttons.addButton(self.tr("Save as PDF…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.save.clicked.connect(self._on_save)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        for changed in (self._shortage.changed, self._model.conflicts.changed):
            changed.connect(self.refresh)
        self.refresh()
        (self.help if self.help.isEnabled() else close).setFocus()

    def _make_help(self, buttons: QDialogButtonBox) -> QPushButton:
        button = buttons.addButton(self.tr("Ask other regions for help"), QDialogButtonBox.ButtonRole.ActionRole)
        button.setEnabled(self._model.proposing.may_ask_help)
        words = self.tr("Proposes people of other regions for these cases only. Each of them asks a reason.")
        nobody = self.tr("Other regions were asked already, or there is only one region.")
        button.setToolTip(words if button.isEnabled() else nobody)
        button.clicked.connect(self._on_help)
        return button

    @Slot()
    def _on_help(self) -> None:
        """Close, and let the search begin: it is watched on the page."""
        self.accept()
        self._model.proposing.ask_help()

    def refresh(self) -> None:
        """Say every region anew."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.M)
        self.save.setEnabled(bool(self._shortage.regions))
        if self._shortage.regions is None:
            column.addWidget(label(self.tr("Working it out…"), "muted"))
        column.addWidget(ConflictSection(self._model.conflicts))
        for region in self._shortage.regions or ():
            column.addWidget(self._card(region))
        column.addStretch(1)
        self._scroll.setWidget(body)

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Asked"),
            self.tr("Demand as first"),
            self.tr("Who may"),
            self.tr("Room"),
            self.tr("Short"),
        )

    @Slot()
    def _on_save(self) -> None:
        """Save the page for the leaders of the region."""
        name = f"{self.windowTitle()} {self._on.isoformat()}.pdf".replace(" ", "-").lower()
        chosen, _ = QFileDialog.getSaveFileName(self, self.save.text(), name, self.tr("PDF (*.pdf)"))
        if chosen:
            page = ShortagePage(self.windowTitle(), self._explained, self._heads())
            path = Path(chosen)
            try:
                save_shortage(page, self._shortage.regions or (), path if path.suffix else path.with_suffix(".pdf"))
            except TargetUnwritableError as error:
                show_error(self, error)

    def _card(self, region: RegionLine) -> QFrame:
        card = frame("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(label(region.region, "strong"))
        column.addWidget(label(region.waiting, wrap=True))
        for words in (region.broken, region.needed, region.weeks):
            column.addWidget(label(words, wrap=True))
        column.addWidget(frame("rule"))
        column.addLayout(self._table(region.supply))
        return card

    def _table(self, lines: tuple[SupplyLine, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(0, 1)
        heads = self._heads()
        for place, head in enumerate(heads):
            grid.addWidget(_cell(head, place, "small"), 0, place)
        for row, line in enumerate(lines, start=1):
            for place, text in enumerate((line.asks, line.asked, line.people, line.room)):
                grid.addWidget(_cell(text, place), row, place)
            if line.short:
                chip = chip_row((Chip(line.short, Tone.DANGER),))
                grid.addWidget(chip, row, len(heads) - 1, Qt.AlignmentFlag.AlignRight)
            else:
                grid.addWidget(_cell(self.tr("room enough"), 1, "small"), row, len(heads) - 1)
        return grid


def _cell(text: str, place: int, role: str = "") -> QWidget:
    made = label(text, role)
    if place:
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
