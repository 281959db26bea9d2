"""Who is asked of other teams, and the field for who of each team agreed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Chip, Tone
from caseload_planner.gui.remembered_names import RememberedNames
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.distribution_agreements import AskedTeam, GivenWord
from caseload_planner.gui.views.distribution.fields_to_fill import first_empty, same_for_all
from caseload_planner.gui.views.labels import chip_row, label


class AskedSection(QWidget):
    """A line for each team; the names that agreed the last time stand ready."""

    changed = Signal()

    def __init__(self, teams: tuple[AskedTeam, ...], remembered: RememberedNames) -> None:
        super().__init__()
        self._teams, self._remembered = teams, remembered
        self.names: dict[str, QLineEdit] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        heading = with_values(self.tr("Asked of other teams (%1)"), formatting.count(len(teams)))
        layout.addWidget(chip_row((Chip(heading, Tone.WARN, "people"),)))
        layout.addWidget(label(self.tr("Write down who of each team agreed."), "small"))
        grid = QGridLayout()
        self._fill(grid)
        layout.addLayout(grid)

    def _fill(self, grid: QGridLayout) -> None:
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 1)
        for row, team in enumerate(self._teams):
            what = label(with_values(self.tr("%1 (%2)"), team.name, formatting.count(len(team.words))))
            what.setToolTip("\n".join(team.words))
            name = QLineEdit(team.agreed_with or self._remembered.agreed_name(team.team))
            name.setAccessibleName(with_values(self.tr("Who of %1 agreed"), team.name))
            name.setToolTip("\n".join(team.words))
            name.textChanged.connect(self.changed)
            self.names[team.team] = name
            grid.addWidget(what, row, 0)
            grid.addWidget(name, row, 1)
            if row == 0 and len(self._teams) > 1:
                grid.addWidget(same_for_all(self.names), row, 2)

    @property
    def missing(self) -> str:
        """Name the first team of which nobody is written down; empty where none is missing."""
        empty = first_empty(self.names)
        return next((team.name for team in self._teams if team.team == empty), "")

    def given_words(self) -> tuple[GivenWord, ...]:
        """Give what each team agreed to that was not recorded yet, and remember the names."""
        words = []
        for team in self._teams:
            name = self.names[team.team].text().strip()
            self._remembered.remember_agreed(team.team, name)
            parts = team.missing if name == team.agreed_with else (*team.missing, *team.agreed)
            if parts:
                words.append(GivenWord(name, parts))
        return tuple(words)
