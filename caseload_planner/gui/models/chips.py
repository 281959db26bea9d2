"""Chips: an icon and a word or two beside something, with a tone that says how much attention it asks."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt

CHIPS_ROLE = int(Qt.ItemDataRole.UserRole) + 41
"""Item role under which a model gives a tuple of `Chip`."""
TONE_ROLE = int(Qt.ItemDataRole.UserRole) + 42
"""Item role under which a model gives a `Tone` for the text of a cell."""
STRONG_ROLE = int(Qt.ItemDataRole.UserRole) + 43
"""Item role that is true for cells in strong type."""
TOTAL_ROLE = int(Qt.ItemDataRole.UserRole) + 44
"""Item role that is true for the cells of a row of totals."""
SORT_ROLE = int(Qt.ItemDataRole.UserRole)
"""Item role under which a model gives the raw value that it sorts by."""


class Tone(StrEnum):
    """How much attention something asks; never said by colour alone."""

    PLAIN = "plain"
    MUTED = "muted"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Chip:
    """A small label; `icon` names a drawing or is empty, `explained` is its tooltip."""

    text: str
    tone: Tone = Tone.PLAIN
    icon: str = ""
    explained: str = ""
