"""The chooser of team, location or region in the header."""

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from caseload_planner.gui.icons import icon
from caseload_planner.gui.theme import colours_for
from caseload_planner.gui.viewmodels.scope import EVERYTHING, ScopeChoice, ScopeKind, scope_lines
from caseload_planner.gui.viewmodels.session import Session

INDENT = "      "


class ScopeChooser(QToolButton):
    """A field that opens a tree of regions, locations and teams as a menu."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._choices: dict[QAction, ScopeChoice] = {}
        self.setProperty("role", "field")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(self.toolButtonStyle().ToolButtonTextBesideIcon)
        self.setIcon(icon("people", colours_for(self.palette()).muted, 18))
        self.setToolTip(self.tr("Choose a region, location or team (Alt+T)"))
        self.setShortcut("Alt+T")
        self.setMinimumWidth(210)
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self.setMenu(self._menu)
        self._menu.triggered.connect(self._on_triggered)
        session.organisation_changed.connect(self.rebuild)
        session.scope.choice_changed.connect(self._on_choice)
        self.rebuild()

    def rebuild(self) -> None:
        """Offer the teams of the organisation that is open now."""
        self._menu.clear()
        self._choices = {}
        organisation = self._session.organisation
        self.setEnabled(organisation is not None)
        if organisation is not None:
            for line in scope_lines(organisation):
                action = self._menu.addAction(INDENT * line.depth + (line.name or self._everything()))
                action.setCheckable(True)
                self._group.addAction(action)
                self._choices[action] = line.choice
        self._on_choice()

    def _everything(self) -> str:
        return self.tr("Whole organisation")

    def _on_choice(self) -> None:
        choice = self._session.scope.choice
        organisation = self._session.organisation
        name = choice.key
        if choice == EVERYTHING:
            name = self._everything()
        elif choice.kind is ScopeKind.TEAM and organisation is not None:
            name = organisation.teams[choice.key].name
        self.setText(f" {name}")  # the style leaves no room between icon and words
        self.setAccessibleName(self.tr("Shown: %1").replace("%1", name))
        for action, offered in self._choices.items():
            action.setChecked(offered == choice)

    def _on_triggered(self, action: QAction) -> None:
        self._session.scope.choose(self._choices[action])
