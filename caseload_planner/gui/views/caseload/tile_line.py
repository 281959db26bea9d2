"""The line of tiles above the table."""

from collections.abc import Callable, Collection, Sequence
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.tiles import Tile, TileKey
from caseload_planner.gui.views.labels import ElidedLabel, label, set_tone

EDGES = 3
"""What the edges of a tile take, in device-independent pixels."""


class TileRoom(Enum):
    """How much a tile shows, from everything to the least."""

    ALL = "all"
    NO_NOTE = "no_note"
    SHORT = "short"


class TileCard(QFrame):
    """One figure with its label and its note; where there is little room a shorter label, and the note as tooltip."""

    clicked = Signal(str)

    def __init__(self, key: TileKey) -> None:
        super().__init__()
        self._key = key
        self._tile: Tile | None = None
        self._room = TileRoom.ALL
        self.setProperty("role", "tile")
        self.setProperty("active", "yes")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        layout.setSpacing(0)
        self._label, self._figure, self._note = ElidedLabel("small"), label("", "figure"), ElidedLabel("small")
        for part in (self._label, self._figure, self._note):
            layout.addWidget(part)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_tile(self, tile: Tile) -> None:
        """Show a figure."""
        self._tile = tile
        self._note.setText(tile.note)
        set_tone(self._figure, tile.tone)
        self.setAccessibleName(f"{tile.label}: {tile.figure}, {tile.note}")
        self.setAccessibleDescription(tile.explained)
        self._show_words()

    def width_for(self, room: TileRoom) -> int:
        """Give what it takes to show so much, in device-independent pixels."""
        if self._tile is None:
            return 0
        tile, small = self._tile, self._label.fontMetrics()
        words = {
            TileRoom.ALL: (tile.label, tile.note),
            TileRoom.NO_NOTE: (tile.label,),
            TileRoom.SHORT: (tile.short_label,),
        }[room]
        wide = max(small.horizontalAdvance(text) for text in words)
        figure = self._figure.fontMetrics().horizontalAdvance(self._figure_in(room))
        return max(wide, figure) + 2 * Space.S + EDGES

    def _figure_in(self, room: TileRoom) -> str:
        if self._tile is None:
            return ""
        return self._tile.short_figure or self._tile.figure if room is TileRoom.SHORT else self._tile.figure

    def set_room(self, room: TileRoom) -> None:
        """Show less, or everything."""
        if room is not self._room:
            self._room = room
            self._show_words()

    def _show_words(self) -> None:
        if self._tile is None:
            return
        self._label.setText(self._tile.short_label if self._room is TileRoom.SHORT else self._tile.label)
        self._figure.setText(self._figure_in(self._room))
        self._note.setVisible(self._room is TileRoom.ALL)
        about = "" if self._room is TileRoom.ALL else f"{self._tile.label}: {self._tile.note}"
        self.setToolTip("\n".join(part for part in (about, self._tile.explained) if part))

    def set_on(self, *, on: bool) -> None:
        """Show whether the table is narrowed to what it speaks of."""
        wanted = "yes" if on else "no"
        if self.property("on") != wanted:
            self.setProperty("on", wanted)
            self.style().unpolish(self)
            self.style().polish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Click."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit(self._key.value)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Click with space or Enter."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.clicked.emit(self._key.value)
            return
        super().keyPressEvent(event)


class TileLine(QWidget):
    """The tiles beside each other: all as wide where that does, else each as wide as it needs."""

    clicked = Signal(str)
    """With the key of a tile."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.S)
        self.cards = {key: TileCard(key) for key in TileKey}
        for card in self.cards.values():
            card.clicked.connect(self.clicked)
            self._row.addWidget(card, 1)

    def set_tiles(self, tiles: tuple[Tile, ...]) -> None:
        """Show other figures; a tile that is not among them goes."""
        given = {tile.key: tile for tile in tiles}
        for key, card in self.cards.items():
            card.setVisible(key in given)
            if key in given:
                card.show_tile(given[key])
        self._make_room()

    def mark(self, on: Collection[TileKey]) -> None:
        """Show which tiles the table follows."""
        for key, card in self.cards.items():
            card.set_on(on=key in on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words where they find no room."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        seen = [card for card in self.cards.values() if not card.isHidden()]
        if not seen:
            return
        room, needs = self._fitted([card.width_for for card in seen], self.width() - Space.S * (len(seen) - 1))
        for card, need in zip(seen, needs, strict=True):
            self._row.setStretchFactor(card, need)
            card.set_room(room)

    @staticmethod
    def _fitted(width_for: Sequence[Callable[[TileRoom], int]], width: int) -> tuple[TileRoom, list[int]]:
        """Give how much every tile shows, and the shares of the width: a note is worth more than tiles of one width."""
        for room in TileRoom:
            needs = [wanted(room) for wanted in width_for]
            if max(needs) * len(needs) <= width:
                return room, [1] * len(needs)
            if sum(needs) <= width:
                spare = (width - sum(needs)) // len(needs)
                return room, [need + spare for need in needs]
        return TileRoom.SHORT, [1] * len(width_for)
