"""Sets the language of the window: our own texts, Qt's own buttons, and how numbers and dates are written."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from caseload_planner.locations import resources_folder


class Language(StrEnum):
    """The languages of the window."""

    DUTCH = "nl"
    ENGLISH = "en"


_LOCALES = {
    Language.DUTCH: QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands),
    Language.ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class Translations:
    """The translators of the application; `use` may be called again at any time.

    Qt sends every widget a ``LanguageChange``; the main window builds its pages anew on it.
    """

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []

    def use(self, language: Language) -> None:
        """Switch to a language.

        Raises
        ------
        FileNotFoundError
            When the texts of the language are missing: the installation is not complete.
        """
        QLocale.setDefault(_LOCALES[language])
        self.remove()
        self._installed = [self._loaded(language)]
        of_qt = QTranslator()
        if of_qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self._installed.append(of_qt)
        for translator in self._installed:
            QCoreApplication.installTranslator(translator)

    def remove(self) -> None:
        """Take the language off the application again."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []

    def _loaded(self, language: Language) -> QTranslator:
        translator = QTranslator()
        path = resources_folder() / "i18n" / f"caseload_planner_{language}.qm"
        if not translator.load(str(path)):
            raise FileNotFoundError(f"the texts {path.name} are missing: run `make translations`")
        return translator
