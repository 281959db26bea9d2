"""Puts language, theme and typeface on the application."""

from PySide6.QtWidgets import QApplication, QStyleFactory

from caseload_planner.gui.settings import Settings
from caseload_planner.gui.theme import colours_of, font_of, load_fonts, palette_of, style_sheet_of
from caseload_planner.gui.translations import Translations


class Look:
    """The look of an application; one each."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._translations = Translations()
        load_fonts()
        application.setStyle(QStyleFactory.create("Fusion"))
        application.setFont(font_of())

    def apply(self, settings: Settings) -> None:
        """Take the language and theme of the settings; whoever shows windows builds them anew."""
        self._translations.use(settings.language)
        colours = colours_of(settings.theme)
        self._application.setPalette(palette_of(colours))
        self._application.setStyleSheet(style_sheet_of(colours))

    def take_off(self) -> None:
        """Take the language off again; for whoever has an application longer than a look."""
        self._translations.remove()
