"""The menu of the window: everything in the book of commands, by group, and the files opened before."""

from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from caseload_planner.gui.commands import CommandBook, CommandGroup
from caseload_planner.gui.viewmodels.window import WindowModel

IN_MENU = (CommandGroup.FILE, CommandGroup.VIEW, CommandGroup.HELP)
"""Pages have the rail."""


class MainMenu(QMenu):
    """Shows the commands of now, and what is missing for those that are off."""

    def __init__(self, window: WindowModel, commands: CommandBook, parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self._commands = window, commands
        self.setToolTipsVisible(True)
        self._recent = QMenu(self.tr("Opened &before"), self)
        self._recent.setToolTipsVisible(True)
        self._recent.triggered.connect(self._on_recent)
        for group in IN_MENU:
            if group is not IN_MENU[0]:
                self.addSeparator()
            for command in commands.commands:
                if command.group is group and not command.key.startswith("theme "):
                    self.addAction(commands.actions[command.key])
                    if command.key == "open":
                        self.addMenu(self._recent)
        self.aboutToShow.connect(self._on_about_to_show)

    def _on_about_to_show(self) -> None:
        self._commands.refresh()
        self._recent.clear()
        for path in self._window.settings.recent_files:
            action = QAction(path.name.replace("&", "&&"), self._recent)
            action.setToolTip(str(path))
            action.setData(str(path))
            self._recent.addAction(action)
        self._recent.setEnabled(not self._recent.isEmpty())

    def _on_recent(self, action: QAction) -> None:
        self._window.open_file(Path(str(action.data())))
