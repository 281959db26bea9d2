"""Before there is a plan: what it will say, what to press, and what is carried by who would hand over."""

from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.models.text_table import TextTableModel
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.team_d_begin import begin_headings
from caseload_planner.gui.viewmodels.team_d_page import TeamDPageModel
from caseload_planner.gui.views.labels import frame, icon_label, label
from caseload_planner.gui.views.team_d.plan_view import text_table

FIGURES = frozenset({2, 3})
"""Columns with figures."""
WIDEST = 920
ICON = 32


class BeginView(QWidget):
    """Follows the page's viewmodel while there is no plan."""

    def __init__(self, model: TeamDPageModel) -> None:
        super().__init__()
        self._model = model
        self.heading = label("", "heading", wrap=True)
        self.words = label("", "muted", wrap=True)
        self.together = label("", "strong", wrap=True)
        self.rows = TextTableModel(self)
        self.table = text_table(self.rows, self.tr("What who would hand over carries now"))
        self._lay_out()

    def _lay_out(self) -> None:
        card = frame("card")
        card.setMaximumWidth(WIDEST)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        inside.setSpacing(Space.S)
        head, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(Space.XS)
        words.addWidget(self.heading)
        words.addWidget(self.words)
        head.setSpacing(Space.M)
        head.addWidget(icon_label("team_d", ICON, Tone.MUTED))
        head.addLayout(words, 1)
        inside.addLayout(head)
        inside.addWidget(self.together)
        inside.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(card, 20)
        row.addStretch(1)

    def refresh(self) -> None:
        """Show what there is now."""
        model, begin = self._model, self._model.begin
        self.heading.setText(model.planning.words if model.running else self.tr("No plan yet"))
        self.words.setText(model.missing or self._what_it_says())
        self.together.setText("" if begin is None else begin.together)
        rows = () if begin is None else begin.rows
        for widget in (self.together, self.table):
            widget.setVisible(bool(rows))
        self.rows.set_rows(begin_headings(), rows, FIGURES)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def _what_it_says(self) -> str:
        return self.tr(
            "A plan says which family goes to whom in which week, what runs out by itself, and whether anybody comes "
            "above the norm. Choose the last day above and press Make a plan (F5)."
        )
