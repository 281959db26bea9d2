"""The line above the table: search, order, filter, grouping, columns, what to do with it, and how many are shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from caseload_planner.gui.icons import icon
from caseload_planner.gui.models.worker_columns import Column, column_name
from caseload_planner.gui.models.worker_table import WorkerTableModel
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.views.caseload.table_menus import ColumnMenu, FacetMenu, KeepMenu
from caseload_planner.gui.views.labels import label

SEARCH_WIDTHS = (120, 260)
ICON_SIZE = 18
FILTER_WIDTH = 210
"""The widest that the words of a filter may make its button, in device-independent pixels."""


class SearchField(QLineEdit):
    """A search field from which arrow down and Enter go on to the table."""

    went_on = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, empty the field with Escape, or type."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.went_on.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class CaseloadToolbar(QWidget):
    """Shows and changes how a `WorkerTableModel` is seen; words give way to icons where there is little room."""

    def __init__(self, table: WorkerTableModel) -> None:
        super().__init__()
        self._table = table
        self.facets, self.shown_columns, self.keep = FacetMenu(table), ColumnMenu(), KeepMenu()
        self.search, self.sorting = self._make_search(), self._make_sorting()
        self.filter = self._button("filter", self.tr("Filter"))
        self.clear = self._button("close", "")
        self.grouped = self._button("group", self.tr("By team"))
        self.columns = self._button("columns", self.tr("Columns"))
        self.export = self._button("export", self.tr("Copy or save"))
        self.count = label("", "muted")
        self._sort_label = label(self.tr("Sort by"), "muted")
        self._words = (self.grouped, self.columns, self.export)
        self._prepare_buttons()
        self._lay_out()
        table.shown_changed.connect(self.show_facets)
        self.show_facets()

    def _make_search(self) -> SearchField:
        search = SearchField()
        search.setPlaceholderText(self.tr("Search (Ctrl+F)"))
        search.setToolTip(self.tr("Search name, team, role or mark"))
        search.setAccessibleName(self.tr("Search name, team, role or mark"))
        search.setClearButtonEnabled(True)
        search.setMinimumWidth(SEARCH_WIDTHS[0])
        search.setMaximumWidth(SEARCH_WIDTHS[1])
        search.addAction(icon("search", colours_for(self.palette()).muted), QLineEdit.ActionPosition.LeadingPosition)
        search.setText(self._table.filter_text)
        return search

    def _make_sorting(self) -> QComboBox:
        sorting = QComboBox()
        sorting.setAccessibleName(self.tr("Sort by"))
        sorting.setToolTip(self.tr("Sort by"))
        for column in Column:
            sorting.addItem(column_name(column), int(column))
        return sorting

    def _button(self, name: str, text: str) -> QToolButton:
        colours = colours_for(self.palette())
        button = QToolButton()
        button.setProperty("role", "toggle")
        button.setCheckable(True)
        button.setText(f" {text}" if text else "")  # the style leaves no room between icon and words
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.setIcon(icon(name, colours.muted, ICON_SIZE, checked_colour=colours.accent_text))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _prepare_buttons(self) -> None:
        for button, menu in ((self.filter, self.facets), (self.columns, self.shown_columns), (self.export, self.keep)):
            button.setProperty("menu", "yes")
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.clear.setCheckable(False)
        _show_words(self.clear, words=False)
        self.clear.setToolTip(self.tr("Show everybody"))
        self.clear.setAccessibleName(self.tr("Show everybody"))
        self.grouped.setToolTip(self.tr("Group by team, with totals against the funded norm"))
        self.grouped.setChecked(self._table.grouped)
        self.columns.setToolTip(self.tr("Choose which columns you see"))
        self.export.setToolTip(self.tr("Copy what you see (Ctrl+C), or save it for Excel"))

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self.search, 4)
        layout.addWidget(self._sort_label)
        for widget in (self.sorting, self.filter, self.clear, self.grouped, self.columns, self.export):
            layout.addWidget(widget)
        layout.addStretch(3)
        layout.addWidget(self.count)
        # The words would keep the window wide: what finds no room is left out in `resizeEvent` instead.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_facets(self) -> None:
        """Say on the filter's button what the table is narrowed to."""
        words = self.facets.in_words()
        self.filter.setChecked(bool(words))
        self.clear.setVisible(bool(words))
        text = self.filter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, FILTER_WIDTH)
        filter_words = self.tr("Filter")
        self.filter.setText(f" {text or filter_words}")
        self.filter.setToolTip(words or self.tr("See only some of the workers"))
        self.filter.setAccessibleName(f"{filter_words}: {words}" if words else filter_words)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what finds no room."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Leave out words first, then the count, then the order, which the headings have as well."""
        steps = (self._words_on, self._words_off, self._count_off, self._sorting_off)
        for step in steps:
            step()
            if self._needed() <= self.width():
                return

    def _words_on(self) -> None:
        for button in self._words:
            _show_words(button, words=True)
        for widget in (self._sort_label, self.count, self.sorting):
            widget.show()

    def _words_off(self) -> None:
        for button in self._words:
            _show_words(button, words=False)
        self._sort_label.hide()

    def _count_off(self) -> None:
        self.count.hide()

    def _sorting_off(self) -> None:
        self.sorting.hide()

    def _needed(self) -> int:
        others = (self._sort_label, self.sorting, self.filter, self.clear, *self._words, self.count)
        seen = [widget for widget in others if not widget.isHidden()]
        return SEARCH_WIDTHS[0] + sum(widget.sizeHint().width() + Space.S for widget in seen) + Space.S


def _show_words(button: QToolButton, *, words: bool) -> None:
    """Show a button with its words, or as an icon only; the words stay as its accessible name."""
    styles = Qt.ToolButtonStyle
    wanted = styles.ToolButtonTextBesideIcon if words else styles.ToolButtonIconOnly
    if button.toolButtonStyle() != wanted:
        button.setToolButtonStyle(wanted)
        button.setProperty("bare", "no" if words else "yes")
        button.style().unpolish(button)
        button.style().polish(button)
