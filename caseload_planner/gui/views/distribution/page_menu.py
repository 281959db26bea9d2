"""The menu at the end of the toolbar: what is done less often, with what is missing where it cannot be done now."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from caseload_planner.gui.commands import Command, keys_text
from caseload_planner.gui.icons import icon
from caseload_planner.gui.theme import colours_for

IN_MENU = ("unsafe", "help", "no_help", "compare", "meeting", "release")
"""Keys of the page's commands, in the order of the menu."""


class PageMenu(QToolButton):
    """Opens the menu; each line knows when it opens whether it can be done."""

    def __init__(self, commands: tuple[Command, ...]) -> None:
        super().__init__()
        self.setIcon(icon("more", colours_for(self.palette()).text))
        self.setAccessibleName(self.tr("More of the distribution"))
        self.setToolTip(self.accessibleName())
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self.refresh)
        self.setMenu(self._menu)
        by_key = {command.key.partition(".")[2]: command for command in commands}
        self._lines = tuple((by_key[key], self._add(by_key[key])) for key in IN_MENU)

    def _add(self, command: Command) -> QAction:
        keys = f"\t{keys_text(command.keys)}" if command.keys else ""
        action = self._menu.addAction(f"{command.name}{keys}")
        action.triggered.connect(command.run)
        return action

    def refresh(self) -> None:
        """Say what can be done now."""
        for command, action in self._lines:
            missing = command.missing()
            action.setEnabled(not missing)
            action.setToolTip(missing or command.name)
