"""The line of tiles above the table."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.tiles import Tile, TileKey
from caseload_planner.gui.views.labels import label, set_tone

ACTIVE_TILES = frozenset({TileKey.OVER_NORM, TileKey.ROOM, TileKey.UNASSIGNED})
"""Tiles that do something when they are clicked."""


class TileCard(QFrame):
    """One figure with its label and its note."""

    clicked = Signal(str)

    def __init__(self, key: TileKey) -> None:
        super().__init__()
        self._key = key
        self.setProperty("role", "tile")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        layout.setSpacing(0)
        self._label, self._figure, self._note = label("", "small"), label("", "figure"), label("", "small")
        for part in (self._label, self._figure, self._note):
            layout.addWidget(part)
        if key in ACTIVE_TILES:
            self.setProperty("active", "yes")
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_tile(self, tile: Tile) -> None:
        """Show a figure."""
        self._label.setText(tile.label)
        self._figure.setText(tile.figure)
        self._note.setText(tile.note)
        set_tone(self._figure, tile.tone)
        self.setToolTip(tile.explained)
        self.setAccessibleName(f"{tile.label}: {tile.figure}, {tile.note}")

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
    """The tiles beside each other, all as wide."""

    clicked = Signal(str)
    """With the key of a tile."""

    def __init__(self) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        self.cards = {key: TileCard(key) for key in TileKey}
        for card in self.cards.values():
            card.clicked.connect(self.clicked)
            layout.addWidget(card, 1)

    def set_tiles(self, tiles: tuple[Tile, ...]) -> None:
        """Show other figures."""
        for tile in tiles:
            self.cards[tile.key].show_tile(tile)
