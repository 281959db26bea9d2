"""How it stands now, proposals and the draft in columns; below, what the chosen one does otherwise."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.distribution_alternatives import DistributionAlternatives
from caseload_planner.gui.viewmodels.distribution_comparison import (
    ColumnKind,
    ComparedCell,
    ComparedColumn,
    Comparison,
)
from caseload_planner.gui.views.dialog_size import fit_above
from caseload_planner.gui.views.labels import frame, icon_label, label, primary_button

SIZE = (980, 640)
ICON = 14


class CompareDialog(QDialog):
    """Opens with what is known; a search for other good distributions begins when asked and ends with it."""

    def __init__(self, alternatives: DistributionAlternatives, parent: QWidget) -> None:
        super().__init__(parent)
        self._alternatives = alternatives
        self._chosen = 1
        self.setWindowTitle(self.tr("Compare"))
        fit_above(self, SIZE, parent)
        self.words, self.progress = label("", "muted"), QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setFixedWidth(160)
        self.progress.setTextVisible(False)
        self.stop = QPushButton(self.tr("Stop and show what was found"))
        self.search = QPushButton(self.tr("Look for other good distributions"))
        self.all_goals = QCheckBox(self.tr("Every goal"))
        for push in (self.stop, self.search):
            push.setAutoDefault(False)
        self.notice = label("", "notice", Tone.WARN, wrap=True)
        self.notice.hide()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.take_over = primary_button("")
        self._columns = QButtonGroup(self)
        self._lay_out()
        self.stop.clicked.connect(alternatives.cancel)
        self.search.clicked.connect(alternatives.start)
        self.all_goals.toggled.connect(self._on_goals)
        self.take_over.clicked.connect(self._on_take_over)
        self._columns.idClicked.connect(self._on_column)
        # A moment later: a button of what is shown is not taken away while it is being pressed.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        alternatives.changed.connect(self._later.start)
        alternatives.refused.connect(self._on_refused)
        self.finished.connect(alternatives.drop)
        self._shown: Comparison | None = None
        self.refresh()
        self.close_button.setFocus()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        head = QHBoxLayout()
        for widget in (self.progress, self.words):
            head.addWidget(widget)
        head.addStretch(1)
        for button in (self.all_goals, self.search, self.stop):
            head.addWidget(button)
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.notice)
        buttons = QDialogButtonBox()
        buttons.addButton(self.take_over, QDialogButtonBox.ButtonRole.ActionRole)
        self.close_button = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    # following --------------------------------------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Say how the search stands, or show what was found beside the draft of now."""
        searching = self._alternatives.running
        self.progress.setVisible(searching)
        self.stop.setVisible(searching)
        self.search.setVisible(not searching)
        comparison = self._alternatives.comparison()
        others = 0 if comparison is None else len(comparison.columns) - 2
        self.words.setText(self._alternatives.words if searching else self._found_words(others))
        if comparison != self._shown or comparison is None:
            self._shown = comparison
            self._show(comparison)

    def _show(self, comparison: Comparison | None) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.M)
        chosen = None
        if comparison is not None:
            last = len(comparison.columns) - 2
            self._chosen = min(self._chosen, last) if last > 0 else 1
            chosen = comparison.columns[self._chosen] if last > 0 else None
            column.addLayout(self._table(comparison))
            if chosen is not None:
                column.addWidget(frame("rule"))
                self._add_differences(column, chosen)
        column.addStretch(1)
        self._scroll.setWidget(body)
        self.take_over.setVisible(chosen is not None)
        self.take_over.setEnabled(chosen is not None and bool(chosen.differences))
        if chosen is not None:
            self.take_over.setText(with_values(self.tr("Take over %1 as a whole"), chosen.title))

    def _found_words(self, others: int) -> str:
        if not others and self._alternatives.found is not None:
            return self.tr("There is no other good distribution that really differs.")
        if not others:
            return self.tr("Nothing differs from your draft yet.")
        return self.tr("Arrow down is better than mine, up is worse.")

    def _table(self, comparison: Comparison) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(0, 2)
        for place, one in enumerate(comparison.columns):
            grid.setColumnStretch(place + 1, 3)
            grid.addWidget(self._head(place, one), 0, place + 1)
            grid.addWidget(label(one.better_at, "small", wrap=True), 1, place + 1)
        rows = (*comparison.rows, *(comparison.goals if self.all_goals.isChecked() else ()))
        for row, line in enumerate(rows, start=2):
            grid.addWidget(label(line.title), row, 0)
            for place, cell in enumerate(line.cells):
                grid.addLayout(_cell(cell), row, place + 1)
        return grid

    def _head(self, place: int, column: ComparedColumn) -> QWidget:
        if column.kind is not ColumnKind.OTHER:
            return label(column.title, "strong")
        button = QToolButton()
        button.setText(column.title)
        button.setCheckable(True)
        button.setChecked(place == self._chosen)
        button.setProperty("role", "toggle")
        button.setMinimumWidth(90)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._columns.addButton(button, place)
        return button

    def _add_differences(self, column: QVBoxLayout, chosen: ComparedColumn) -> None:
        if not chosen.differences:
            column.addWidget(label(with_values(self.tr("%1 is the same as yours."), chosen.title), "muted"))
            return
        column.addWidget(label(with_values(self.tr("What %1 does otherwise than mine"), chosen.title), "strong"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        for place, stretch in enumerate((2, 3, 0, 3, 0)):
            grid.setColumnStretch(place, stretch)
        for row, one in enumerate(chosen.differences):
            push = QPushButton(self.tr("Take this over"))
            push.setProperty("role", "small")
            push.setAutoDefault(False)
            push.setAccessibleName(f"{push.text()} {one.title}: {one.then}")
            push.clicked.connect(partial(self._alternatives.take_over_one, chosen, one))
            cells = (label(one.title), label(one.now, "muted", wrap=True), label("→"), label(one.then, wrap=True), push)
            for place, widget in enumerate(cells):
                grid.addWidget(widget, row, place)
        column.addLayout(grid)

    # doing ------------------------------------------------------------------------------------------------------------

    @Slot(int)
    def _on_column(self, place: int) -> None:
        self._chosen, self._shown = place, None
        self.notice.hide()
        self._later.start()

    @Slot()
    def _on_goals(self) -> None:
        self._shown = None
        self._later.start()

    @Slot()
    def _on_take_over(self) -> None:
        if self._shown is not None:
            self.notice.hide()
            self._alternatives.take_over(self._shown.columns[self._chosen])
            self.accept()

    @Slot(str)
    def _on_refused(self, words: str) -> None:
        self.notice.setText(words)
        self.notice.show()


def _cell(cell: ComparedCell) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.XS)
    row.addWidget(label(cell.text, "fact", cell.tone))
    if cell.icon:
        row.addWidget(icon_label(cell.icon, ICON, cell.tone))
    row.addStretch(1)
    return row
