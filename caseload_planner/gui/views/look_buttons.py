"""The buttons for language and theme, in the header and on the welcome."""

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from caseload_planner.gui.icons import icon
from caseload_planner.gui.theme import Theme, colours_for
from caseload_planner.gui.translations import Language
from caseload_planner.gui.viewmodels.window import WindowModel


class LookButtons(QWidget):
    """Switches between the two languages and the two themes."""

    def __init__(self, window: WindowModel) -> None:
        super().__init__()
        self._window = window
        dutch = window.settings.language is Language.DUTCH
        self.language = self._button(self.tr("Switch to English") if dutch else self.tr("Switch to Dutch"))
        self.language.setText("NL" if dutch else "EN")
        dark = window.settings.theme is Theme.DARK
        self.theme = self._button(self.tr("Light theme") if dark else self.tr("Dark theme"))
        self.theme.setIcon(icon("sun" if dark else "moon", colours_for(self.palette()).text))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.language)
        layout.addWidget(self.theme)
        self.language.clicked.connect(self._on_language)
        self.theme.clicked.connect(self._on_theme)

    @staticmethod
    def _button(words: str) -> QToolButton:
        button = QToolButton()
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _on_language(self) -> None:
        dutch = self._window.settings.language is Language.DUTCH
        self._window.use_language(Language.ENGLISH if dutch else Language.DUTCH)

    def _on_theme(self) -> None:
        dark = self._window.settings.theme is Theme.DARK
        self._window.use_theme(Theme.LIGHT if dark else Theme.DARK)
