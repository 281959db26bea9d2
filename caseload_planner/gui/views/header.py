"""The header: which teams, which date, which norm; search, presentation, language, theme, help and the menu.

It says as much as there is room for: `STAGES` go from the widest to the narrowest, and the first that fits is taken.
"""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from caseload_planner.gui.commands import CommandBook, keys_text
from caseload_planner.gui.icons import icon
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.window import WindowModel
from caseload_planner.gui.views.date_bar import DateBar
from caseload_planner.gui.views.look_buttons import LookButtons
from caseload_planner.gui.views.norm_card import Detail, NormButton
from caseload_planner.gui.views.scope_chooser import ScopeChooser

SEARCH_WIDTH = 220


@dataclass(frozen=True, slots=True)
class Stage:
    """What the header shows: how much of the norm, whether search is a field, whether the week stands by the date."""

    norm: Detail
    field: bool
    week: bool
    chooser: int


STAGES = (
    Stage(Detail.SENTENCE, field=True, week=True, chooser=210),
    Stage(Detail.FIGURES, field=True, week=True, chooser=210),
    Stage(Detail.FIGURES, field=False, week=True, chooser=180),
    Stage(Detail.FIGURES, field=False, week=False, chooser=150),
    Stage(Detail.WORD, field=False, week=False, chooser=120),
)


class Header(QFrame):
    """State of the whole window; the page below follows it."""

    def __init__(self, window: WindowModel, commands: CommandBook, menu: QMenu) -> None:
        super().__init__()
        self._window, self._commands = window, commands
        self._stage: Stage | None = None
        self._least = 0
        self.setProperty("role", "header")
        self.scope, self.date = ScopeChooser(window.session), DateBar(window.session)
        self.norm = NormButton(window.session)
        self.search = self._make_search()
        self.look = LookButtons(window, commands)
        self.menu = self._make_menu(menu)
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.S, Space.M, Space.S)
        layout.setSpacing(Space.S)
        self._add(self.scope, self.date, self.norm)
        layout.addStretch(1)
        self._add(self.search, self.look, self.menu)
        window.session.caseload_changed.connect(self.refresh)
        window.session.opened.connect(self.refresh)
        window.session.scope.date_changed.connect(self.refresh)
        self.refresh()

    def _add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._row.addWidget(widget)

    def _make_search(self) -> QToolButton:
        button = QToolButton()
        command = self._commands["find"]
        button.setIcon(icon("search", colours_for(self.palette()).muted, 18))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        words = self.tr("Search people, cases and commands (%1)").replace("%1", keys_text(command.keys))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(self._commands.actions["find"].trigger)
        return button

    def _make_menu(self, menu: QMenu) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("more", colours_for(self.palette()).text))
        button.setToolTip(self.tr("Files and more (F10)"))
        button.setAccessibleName(self.tr("Files and more"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setShortcut("F10")
        button.setMenu(menu)
        return button

    def refresh(self) -> None:
        """Say which norm holds, and find the stage that fits what is said now."""
        self.norm.refresh()
        self.date.refresh()
        self._stage = None
        self._take(STAGES[-1])
        self._least = self._row.minimumSize().width()
        self._fit()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for now."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for the narrowest stage only."""
        return QSize(self._least, super().minimumSizeHint().height())

    def _fit(self) -> None:
        for stage in STAGES:
            self._take(stage)
            if self._row.minimumSize().width() <= self.width():
                return

    def _take(self, stage: Stage) -> None:
        if stage == self._stage:
            return
        self._stage = stage
        self.norm.set_detail(stage.norm)
        self.date.set_brief(brief=not stage.week)
        self.scope.setMinimumWidth(stage.chooser)
        self.search.setProperty("role", "search" if stage.field else "")
        self.search.style().unpolish(self.search)
        self.search.style().polish(self.search)
        keys = keys_text(self._commands["find"].keys)
        words = self.tr("Search or do")
        self.search.setText(f" {words}   {keys}" if stage.field else "")
        self.search.setMinimumWidth(SEARCH_WIDTH if stage.field else 0)
        self._row.invalidate()
