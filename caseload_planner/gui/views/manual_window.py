"""The manual in a window of its own, so that it can stand beside the work."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QResizeEvent, QShortcut, QTextDocument
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from caseload_planner.gui.fuzzy import folded
from caseload_planner.gui.manual import Chapter, chapter_of_page, chapters_in, help_folder
from caseload_planner.gui.theme import LIGHT, Space, TypeSize, colours_for, font_of
from caseload_planner.gui.translations import Language

SIZE = (1000, 680)
CONTENTS_WIDTH = 220
PICTURE_WIDTH = 700
"""Pictures are shown so wide at most, in device-independent pixels."""


class ManualWindow(QWidget):
    """Contents and a search field at the left, the chapter at the right."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.language = language
        self._chapters = chapters_in(language)
        self.setWindowTitle(" – ".join((self.tr("Manual"), "Caseload Planner")))
        screen = parent.screen().availableSize()
        self.resize(min(SIZE[0], screen.width()), min(SIZE[1], screen.height()))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the manual"))
        self.search.setAccessibleName(self.tr("Search the manual"))
        self.search.setClearButtonEnabled(True)
        self.contents = QListWidget()
        self.contents.setAccessibleName(self.tr("Chapters"))
        self.text = _Chapter()
        self.text.setAccessibleName(self.tr("Manual"))
        self._lay_out()
        self.search.textChanged.connect(self._on_search)
        self.contents.currentItemChanged.connect(self._on_chosen)
        self.text.anchorClicked.connect(self._on_link)
        for keys, slot in (("Esc", self.close), ("Ctrl+F", self.search.setFocus)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        self._on_search("")
        self.contents.setFocus()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(Space.M, Space.M, Space.S, Space.M)
        column.addWidget(self.search)
        column.addWidget(self.contents, 1)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.addWidget(left)
        panes.addWidget(self.text)
        panes.setSizes([CONTENTS_WIDTH, SIZE[0] - CONTENTS_WIDTH])
        panes.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panes)

    def show_chapter(self, key: str) -> None:
        """Show a chapter."""
        self.search.clear()
        for row in range(self.contents.count()):
            if self.contents.item(row).data(Qt.ItemDataRole.UserRole) == key:
                self.contents.setCurrentRow(row)

    @property
    def chapter(self) -> Chapter | None:
        """The chapter that is shown."""
        item = self.contents.currentItem()
        key = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        return next((chapter for chapter in self._chapters if chapter.key == key), None)

    def _on_search(self, words: str) -> None:
        wanted = folded(words).split()
        self.contents.clear()
        for chapter in self._chapters:
            if all(word in folded(chapter.text) for word in wanted):
                item = QListWidgetItem(chapter.title)
                item.setData(Qt.ItemDataRole.UserRole, chapter.key)
                self.contents.addItem(item)
        if self.contents.count():
            self.contents.setCurrentRow(0)
        if wanted:
            self.text.find(wanted[0])

    def _on_chosen(self) -> None:
        chapter = self.chapter
        if chapter is not None:
            self.text.show_markdown(chapter.text, self.language)

    def _on_link(self, link: QUrl) -> None:
        if link.isRelative() and link.path().endswith(".md"):
            self.show_chapter(link.path().removesuffix(".md"))
        elif link.scheme() in {"http", "https"}:
            QDesktopServices.openUrl(link)


class _Chapter(QTextBrowser):
    """Shows Markdown with its pictures no wider than can be read."""

    def __init__(self) -> None:
        super().__init__()
        self._text, self._folder = "", ""
        self.setOpenLinks(False)
        self.setProperty("role", "manual")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_markdown(self, text: str, language: Language) -> None:
        """Show a chapter from its beginning."""
        self._text, self._folder = text, f"{help_folder(language)}/"
        self._draw()
        self.moveCursor(self.textCursor().MoveOperation.Start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give pictures the width that there is."""
        super().resizeEvent(event)
        place = self.verticalScrollBar().value()
        self._draw()
        self.verticalScrollBar().setValue(place)

    def _draw(self) -> None:
        colours = colours_for(self.palette())
        document = QTextDocument(self)
        document.setBaseUrl(QUrl.fromLocalFile(self._folder))
        document.setDefaultFont(font_of(TypeSize.READING))
        document.setDocumentMargin(Space.XL)
        document.setMarkdown(self._text if colours is LIGHT else self._text.replace("-light.png)", "-dark.png)"))
        wide = min(PICTURE_WIDTH, self.viewport().width() - 2 * Space.XL)
        html = document.toHtml().replace("<img ", f'<img width="{wide}" ')
        document.setDefaultStyleSheet(f"a {{ color: {colours.accent_text}; }}")
        document.setHtml(html)
        self.setDocument(document)


def show_manual(language: Language, page: str, parent: QWidget) -> ManualWindow:
    """Open the manual at the chapter about a page; the same window when it is open already."""
    manual = next((one for one in parent.findChildren(ManualWindow) if one.language is language), None)
    if manual is None:
        manual = ManualWindow(language, parent)
    manual.show_chapter(chapter_of_page(page))
    manual.show()
    manual.raise_()
    manual.activateWindow()
    return manual
