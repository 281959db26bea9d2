"""Design tokens: spacing, type sizes and colours of the light, the dark and the high-contrast theme.

Nothing else in the program names a colour. Painted cells ask `colours_for(option.palette)`, so that they follow the
palette of the window that they are in and there is no global "current theme".

API: `Theme`, `Colours`, `LIGHT`, `DARK`, `CONTRAST`, `Space`, `TypeSize`, `colours_of`, `colours_for`, `theme_for`,
`palette_of`, `font_of`, `style_sheet_of`, `load_fonts`.
"""

from dataclasses import asdict, dataclass
from enum import IntEnum, StrEnum
from functools import lru_cache
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from caseload_planner.locations import resources_folder

FONT_FAMILY = "Inter Tabular"
"""The bundled typeface; its figures all have one width."""


class Theme(StrEnum):
    """The looks that a user can choose."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Space(IntEnum):
    """Distances in device-independent pixels."""

    XXS = 2
    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24


class TypeSize(IntEnum):
    """Type sizes in points."""

    SMALL = 9
    BODY = 10
    READING = 11
    HEADING = 12
    TITLE = 15
    FIGURE = 19


class Weight:
    """The three weights of the bundled typeface."""

    REGULAR = QFont.Weight.Normal
    MEDIUM = QFont.Weight.Medium
    STRONG = QFont.Weight.DemiBold


ROW_HEIGHT = 36
"""Height of a table row in device-independent pixels: room to point at, fourteen rows on a small laptop."""

RADIUS = 6
"""Radius of the corners of cards and buttons."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour of a theme, as ``#rrggbb``.

    Attributes
    ----------
    window, surface, sunken
        Behind everything, of cards and tables, and of what lies deeper (headers, tracks).
    line, line_strong
        Hairlines, and edges that have to be seen (fields).
    text, muted
        Text, and text that stands back; both AA on window, surface and sunken.
    accent, on_accent, accent_soft, accent_text
        The one accent: filled, on it, as a tint, and as text on a tint.
    selection
        Behind a selected row.
    bar_track, bar_fixed, bar_load, bar_over_norm, bar_over_ceiling, bar_draft, bar_line
        The parts of a load bar.
    good, good_soft, warn, warn_soft, danger, danger_soft
        Text and tint of the three tones.
    """

    window: str
    surface: str
    sunken: str
    line: str
    line_strong: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    accent_text: str
    selection: str
    bar_track: str
    bar_fixed: str
    bar_load: str
    bar_over_norm: str
    bar_over_ceiling: str
    bar_draft: str
    bar_line: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str


LIGHT = Colours(
    window="#f5f7f8",
    surface="#ffffff",
    sunken="#edf1f3",
    line="#dfe5e8",
    line_strong="#84919a",
    text="#18222a",
    muted="#54626b",
    accent="#0b6570",
    on_accent="#ffffff",
    accent_soft="#e0f0f1",
    accent_text="#0a5660",
    selection="#e0f0f1",
    bar_track="#e8edef",
    bar_fixed="#b9c4ca",
    bar_load="#3a8f97",
    bar_over_norm="#c77a06",
    bar_over_ceiling="#c23b2c",
    bar_draft="#0b6570",
    bar_line="#18222a",
    good="#1c6a3a",
    good_soft="#e4f3e9",
    warn="#855000",
    warn_soft="#fdf1d9",
    danger="#a2261a",
    danger_soft="#fcebe8",
)

DARK = Colours(
    window="#14191d",
    surface="#1c2328",
    sunken="#232c32",
    line="#313c43",
    line_strong="#7b8890",
    text="#e9eef0",
    muted="#a9b5bc",
    accent="#5fc4c6",
    on_accent="#06282b",
    accent_soft="#173b3f",
    accent_text="#8adadb",
    selection="#173b3f",
    bar_track="#2a343b",
    bar_fixed="#566570",
    bar_load="#3f9ea3",
    bar_over_norm="#e0a234",
    bar_over_ceiling="#f0796a",
    bar_draft="#8adadb",
    bar_line="#e9eef0",
    good="#83d69e",
    good_soft="#17351f",
    warn="#f1c268",
    warn_soft="#3a2f16",
    danger="#ff9d91",
    danger_soft="#43211d",
)


CONTRAST = Colours(
    window="#000000",
    surface="#000000",
    sunken="#1c1c1c",
    line="#8f8f8f",
    line_strong="#ffffff",
    text="#ffffff",
    muted="#e4e4e4",
    accent="#ffd60a",
    on_accent="#000000",
    accent_soft="#332b00",
    accent_text="#ffe45c",
    selection="#003a70",
    bar_track="#262626",
    bar_fixed="#a6a6a6",
    bar_load="#4fc3f7",
    bar_over_norm="#ffb000",
    bar_over_ceiling="#ff6b5e",
    bar_draft="#ffe45c",
    bar_line="#ffffff",
    good="#6dffa5",
    good_soft="#003317",
    warn="#ffcc57",
    warn_soft="#3d2b00",
    danger="#ffa79d",
    danger_soft="#4d0f08",
)

_COLOURS = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.CONTRAST: CONTRAST}
_BY_WINDOW = {colours.window: theme for theme, colours in _COLOURS.items()}


def colours_of(theme: Theme) -> Colours:
    """Give the colours of a theme."""
    return _COLOURS[theme]


def theme_for(palette: QPalette) -> Theme:
    """Give the theme that a palette made by `palette_of` belongs to; another counts by its lightness."""
    window = palette.color(QPalette.ColorRole.Window)
    return _BY_WINDOW.get(window.name(), Theme.DARK if window.lightness() < 128 else Theme.LIGHT)


def colours_for(palette: QPalette) -> Colours:
    """Give the colours that belong to a palette made by `palette_of`, for painted cells."""
    return _COLOURS[theme_for(palette)]


def palette_of(colours: Colours) -> QPalette:
    """Make the palette of a theme."""
    role, palette = QPalette.ColorRole, QPalette()
    for name, value in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.sunken,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.danger,
        role.ToolTipBase: colours.text,
        role.ToolTipText: colours.surface,
        role.Highlight: colours.selection,
        role.HighlightedText: colours.text,
        role.Link: colours.accent_text,
        role.LinkVisited: colours.accent_text,
        role.Accent: colours.accent,
        role.Light: colours.surface,
        role.Midlight: colours.sunken,
        role.Mid: colours.line,
        role.Dark: colours.line_strong,
        role.Shadow: colours.line_strong,
    }.items():
        palette.setColor(name, QColor(value))
    for name in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.line_strong))
    return palette


def font_of(size: TypeSize = TypeSize.BODY, weight: QFont.Weight = Weight.REGULAR) -> QFont:
    """Give the bundled typeface in a size and a weight."""
    font = QFont(FONT_FAMILY, int(size))
    font.setWeight(weight)
    return font


def style_sheet_of(colours: Colours) -> str:
    """Fill the style sheet of the window with the tokens."""
    tokens = asdict(colours) | {f"space_{space.name.lower()}": f"{int(space)}px" for space in Space}
    tokens |= {f"size_{size.name.lower()}": f"{int(size)}pt" for size in TypeSize}
    tokens |= {"radius": f"{RADIUS}px", "icons": (resources_folder() / "icons").as_posix()}
    tokens["mode"] = next(theme.value for theme, known in _COLOURS.items() if known is colours)
    return _style_template().substitute(tokens)


@lru_cache(maxsize=1)
def _style_template() -> Template:
    return Template((resources_folder() / "styles" / "window.qss").read_text(encoding="utf-8"))


def load_fonts() -> None:
    """Register the bundled typeface; needs the application object.

    Raises
    ------
    FileNotFoundError
        When a font file is missing or damaged: the installation is not complete.
    """
    for path in sorted((resources_folder() / "fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(f"the font {path.name} cannot be read: install the program again")
