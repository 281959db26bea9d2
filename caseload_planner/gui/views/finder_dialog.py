"""Ctrl+K: one field that finds people, cases, teams, pages and commands, by keyboard only."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from caseload_planner.gui.icons import icon, pixmap
from caseload_planner.gui.theme import ROW_HEIGHT, Space, TypeSize, Weight, colours_for, font_of
from caseload_planner.gui.viewmodels.finder import Finder, Found
from caseload_planner.gui.views.labels import label

AnyIndex = QModelIndex | QPersistentModelIndex
FOUND_ROLE = Qt.ItemDataRole.UserRole + 70
SIZE = (600, 440)
FROM_TOP = 64
ICON = 18
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class FoundModel(QAbstractListModel):
    """What was found, as a list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[Found, ...] = ()

    def set_found(self, found: tuple[Found, ...]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def at(self, row: int) -> Found:
        """Give a line."""
        return self._found[row]

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Count the lines."""
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a line, its name, or both as words for a screen reader."""
        found = self._found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return found.name
        if role == FOUND_ROLE:
            return found
        return f"{found.name}, {found.detail}" if role == Qt.ItemDataRole.AccessibleTextRole else None


class FoundDelegate(QStyledItemDelegate):
    """Paints an icon, the name, and muted at the right what it is."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one line."""
        found: Found = index.data(FOUND_ROLE)
        colours = colours_for(option.palette)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(option.rect, QColor(colours.selection if chosen else colours.surface))
        box = QRectF(option.rect).adjusted(Space.M, 0, -Space.M, 0)
        front = colours.muted if found.missing else colours.text
        mark = pixmap(found.icon or "play", colours.accent_text if chosen else colours.muted, ICON)
        painter.drawPixmap(QPointF(box.left(), box.center().y() - ICON / 2), mark)
        box.setLeft(box.left() + ICON + Space.M)
        middle = Qt.AlignmentFlag.AlignVCenter
        font = font_of(TypeSize.BODY, Weight.MEDIUM)
        painter.setFont(font)
        painter.setPen(QColor(front))
        metrics = QFontMetricsF(font)
        name = metrics.elidedText(found.name, Qt.TextElideMode.ElideRight, box.width() * 0.6)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, name)
        small = font_of(TypeSize.SMALL)
        painter.setFont(small)
        painter.setPen(QColor(colours.muted))
        rest = box.width() - metrics.horizontalAdvance(name) - Space.L
        detail = QFontMetricsF(small).elidedText(found.detail, Qt.TextElideMode.ElideRight, rest)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, detail)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Give the height of a row."""
        return QSize(0, ROW_HEIGHT)


class FinderDialog(QDialog):
    """Type, choose with the arrows, Enter.

    Parameters
    ----------
    finder
        Finds in what there is now.
    go
        Shows or does what was chosen; called when the dialog is gone.
    """

    def __init__(self, finder: Finder, go: Callable[[Found], None], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._finder, self._go = finder, go
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Search or do"))
        self.setProperty("role", "finder")
        self.resize(min(SIZE[0], parent.width() - 2 * Space.L), min(SIZE[1], parent.height() - 2 * FROM_TOP))
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Name, case number, team, page or command"))
        self.field.setAccessibleName(self.tr("Search or do"))
        self.field.addAction(
            icon("search", colours_for(self.palette()).muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self.model = FoundModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(FoundDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Found"))
        self.none = label(self.tr("Nothing fits. Try a part of the name, or the number alone."), "muted", wrap=True)
        self.hint = label(self.tr("Arrows choose · Enter opens · Esc closes"), "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.M)
        layout.setSpacing(Space.S)
        for widget in (self.field, self.list, self.none, self.hint):
            layout.addWidget(widget, 1 if widget is self.list else 0)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._on_text)
        self.list.clicked.connect(self._on_clicked)
        self._on_text("")
        self.move(
            parent.mapToGlobal(parent.rect().topLeft()).x() + (parent.width() - self.width()) // 2,
            parent.mapToGlobal(parent.rect().topLeft()).y() + FROM_TOP,
        )

    @property
    def chosen(self) -> Found | None:
        """The line that Enter takes."""
        index = self.list.currentIndex()
        return self.model.at(index.row()) if index.isValid() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows and Enter in the field move and take the line below."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _STEPS:
                self._step(_STEPS[key])
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.take()
                return True
        return super().eventFilter(watched, event)

    def take(self) -> None:
        """Close, and go to the chosen line; what cannot be done now stays with its reason."""
        found = self.chosen
        if found is None or found.missing:
            return
        go = self._go
        self.accept()
        go(found)

    def _step(self, by: int) -> None:
        rows = self.model.rowCount()
        if rows:
            row = self.list.currentIndex().row() + by
            row = row % rows if abs(by) == 1 else min(max(row, 0), rows - 1)
            self.list.setCurrentIndex(self.model.index(row, 0))

    def _on_text(self, text: str) -> None:
        self.model.set_found(self._finder.find(text))
        rows = self.model.rowCount()
        self.list.setVisible(rows > 0)
        self.none.setVisible(rows == 0)
        if rows:
            self.list.setCurrentIndex(self.model.index(0, 0))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self.take()
