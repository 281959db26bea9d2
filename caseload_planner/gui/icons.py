"""The program's own icons: SVG drawings in one colour, recoloured from the theme.

The files in ``resources/icons`` draw with ``currentColor`` on a grid of 24 x 24. `icon("caseload", colours.text)` gives
a QIcon that is sharp on every screen; `pixmap` is for painters. Both cache by name, colour and size.
"""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from caseload_planner.locations import resources_folder

DEFAULT_SIZE = 20
_SCALES = (1.0, 1.25, 1.5, 2.0, 3.0)


@cache
def _drawing(name: str) -> str:
    return (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, scale: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))
    picture = QPixmap(round(size * scale), round(size * scale))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


def pixmap(name: str, colour: str, size: int = DEFAULT_SIZE, scale: float | None = None) -> QPixmap:
    """Give an icon as a pixmap.

    Parameters
    ----------
    name
        File name in ``resources/icons`` without its ending.
    colour
        A colour of the theme.
    size, scale
        Device-independent pixels, and the device pixel ratio (that of the application where none is given).
    """
    application = QGuiApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    return _drawn(name, colour, size, scale or ratio)


@lru_cache(maxsize=512)
def icon(name: str, colour: str, size: int = DEFAULT_SIZE, *, checked_colour: str | None = None) -> QIcon:
    """Give an icon for buttons and menus; with `checked_colour` another colour while the button is on."""
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(_drawn(name, colour, size, scale))
        if checked_colour is not None:
            made.addPixmap(_drawn(name, checked_colour, size, scale), QIcon.Mode.Normal, QIcon.State.On)
    return made
