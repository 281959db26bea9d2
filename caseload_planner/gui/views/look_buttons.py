"""The buttons for presentation, language, theme and help, in the header and on the welcome."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from caseload_planner.gui.commands import Command, CommandBook, plain_name
from caseload_planner.gui.icons import icon
from caseload_planner.gui.theme import Space, Theme, colours_for
from caseload_planner.gui.translations import Language
from caseload_planner.gui.viewmodels.window import WindowModel

THEME_ICONS = {Theme.LIGHT: "sun", Theme.DARK: "moon", Theme.CONTRAST: "contrast"}


class LookButtons(QWidget):
    """Hides names, switches between the two languages, chooses one of the three themes, and opens the manual."""

    def __init__(self, window: WindowModel, commands: CommandBook) -> None:
        super().__init__()
        self._window, self._commands = window, commands
        dutch = window.settings.language is Language.DUTCH
        self.present = self._button(commands["present"])
        self.present.setCheckable(True)
        self.language = self._button(commands["language"])
        self.language.setText("NL" if dutch else "EN")
        self.theme = self._make_theme()
        self.help = self._button(commands["manual"])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XXS)
        for button in (self.present, self.language, self.theme, self.help):
            layout.addWidget(button)
        window.presentation_changed.connect(self._on_presentation)
        self._on_presentation()

    def _button(self, command: Command) -> QToolButton:
        colours = colours_for(self.palette())
        button = QToolButton()
        if command.icon and command.key != "language":
            button.setIcon(icon(command.icon, colours.text, checked_colour=colours.accent_text))
        keys = f" ({command.keys[0]})" if command.keys else ""
        button.setToolTip(f"{plain_name(command)}{keys}")
        button.setAccessibleName(plain_name(command))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self._commands.actions[command.key].trigger)
        return button

    def _make_theme(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(THEME_ICONS[self._window.settings.theme], colours_for(self.palette()).text))
        button.setToolTip(self.tr("Light, dark or high contrast"))
        button.setAccessibleName(self.tr("Theme"))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for theme in Theme:
            menu.addAction(self._commands.actions[f"theme {theme}"])
        button.setMenu(menu)
        return button

    def _on_presentation(self) -> None:
        self.present.setChecked(self._window.presenting)
