"""The figure of a key, whatever Shift makes of it: with Shift a 2 gives an at sign, a quote or a dead accent."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

FIGURES = frozenset("123456789")
_SHIFTED = {
    # As on keyboards of the United States, plain and international, which are those of Dutch offices.
    Qt.Key.Key_Exclam: 1,
    Qt.Key.Key_At: 2,
    Qt.Key.Key_NumberSign: 3,
    Qt.Key.Key_Dollar: 4,
    Qt.Key.Key_Percent: 5,
    Qt.Key.Key_AsciiCircum: 6,
    Qt.Key.Key_Dead_Circumflex: 6,
    Qt.Key.Key_Ampersand: 7,
    Qt.Key.Key_Asterisk: 8,
    Qt.Key.Key_ParenLeft: 9,
}
_CODE_BEFORE_1 = {"xcb": 9, "wayland": 9, "windows": 1}
"""By platform the scan code of the key before that of the 1, above the letters; others do not tell it reliably."""


def figure_of(event: QKeyEvent) -> int | None:
    """Give the figure from 1 to 9 of a key press, with Shift or without; None where it is another key."""
    if event.text() in FIGURES:
        return int(event.text())
    if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return None
    before = _CODE_BEFORE_1.get(QGuiApplication.platformName())
    code = event.nativeScanCode()
    if before is not None and code:
        return code - before if 1 <= code - before <= len(FIGURES) else None
    return _SHIFTED.get(Qt.Key(event.key()))
