"""A case that stands on no page now, because it is over or still has to begin: what is known of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from caseload_planner.domain.organisation import Organisation
from caseload_planner.gui import formatting
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.texts import measure_type_text, position_text
from caseload_planner.gui.theme import Space
from caseload_planner.gui.views.labels import label

WIDTH = 480


class CaseSheet(QDialog):
    """Type, team, dates and everybody who had it."""

    def __init__(self, organisation: Organisation, measure: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._organisation, self._measure = organisation, organisation.measures[measure]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Case %1").replace("%1", measure))
        self.setMinimumWidth(WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(label(self.tr("Case %1").replace("%1", measure), "title"))
        layout.addWidget(label(self.tr("On the date of reference this case does not run."), "chip", Tone.WARN))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(Space.L)
        for row, (name, value) in enumerate(self._facts()):
            grid.addWidget(label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(value, wrap=True), row, 1)
        layout.addLayout(grid)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _facts(self) -> tuple[tuple[str, str], ...]:
        measure = self._measure
        dated = (
            (self.tr("Reported"), measure.reported_on),
            (self.tr("Started"), measure.started_on),
            (self.tr("Expected end"), measure.expected_end),
            (self.tr("Closed"), measure.closed_on),
        )
        return (
            (self.tr("Type"), measure_type_text(measure.type)),
            (self.tr("Family"), measure.family),
            (self.tr("Team"), self._organisation.teams[measure.team].name),
            *((name, formatting.day(on)) for name, on in dated if on is not None),
            *self._contacts(),
        )

    def _contacts(self) -> tuple[tuple[str, str], ...]:
        rows = []
        for part in self._organisation.assignments_of[self._measure.key]:
            name = self._organisation.workers[part.worker].name
            since = formatting.day(part.from_on)
            until = self.tr("now") if part.until_on is None else formatting.day(part.until_on)
            rows.append((position_text(part.position).capitalize(), f"{name}, {since} – {until}"))
        return tuple(rows)
