"""Colours that can be read by everybody, in every theme."""

import re
from itertools import product

import pytest
from PySide6.QtGui import QColor, QFontInfo

from caseload_planner.gui.theme import Theme, colours_for, colours_of, font_of, palette_of, style_sheet_of
from caseload_planner.locations import resources_folder

GROUNDS = ("window", "surface", "sunken")
AA_TEXT, AA_GRAPHICS = 4.5, 3.0


def luminance(colour: str) -> float:
    """Give the relative luminance of WCAG 2."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast of WCAG 2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


TEXT_PAIRS = [
    *product(("text", "muted"), (*GROUNDS, "selection")),
    *product(("good", "warn", "danger", "accent_text"), ("window", "surface", "selection")),
    ("on_accent", "accent"),
    ("accent_text", "accent_soft"),
    ("good", "good_soft"),
    ("warn", "warn_soft"),
    ("danger", "danger_soft"),
]
GRAPHIC_PAIRS = [
    ("accent", "surface"),
    ("line_strong", "surface"),
    ("bar_load", "surface"),
    ("bar_over_norm", "surface"),
    ("bar_over_ceiling", "surface"),
    ("bar_line", "surface"),
    ("bar_line", "bar_track"),
    ("bar_draft", "accent_soft"),
]


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize(("front", "ground"), TEXT_PAIRS)
def test_that_every_text_stands_out_from_its_ground(theme, front, ground):
    colours = colours_of(theme)
    assert contrast(getattr(colours, front), getattr(colours, ground)) >= AA_TEXT


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize(("front", "ground"), GRAPHIC_PAIRS)
def test_that_every_sign_stands_out_from_its_ground(theme, front, ground):
    colours = colours_of(theme)
    assert contrast(getattr(colours, front), getattr(colours, ground)) >= AA_GRAPHICS


@pytest.mark.parametrize("theme", Theme)
def test_that_painters_find_the_colours_of_a_palette(theme):
    assert colours_for(palette_of(colours_of(theme))) is colours_of(theme)


@pytest.mark.parametrize("theme", Theme)
def test_that_the_style_sheet_is_filled_and_its_pictures_are_there(theme):
    sheet = style_sheet_of(colours_of(theme))
    assert "$" not in sheet
    pictures = re.findall(r"url\((.*?)\)", sheet)
    assert pictures
    assert all((resources_folder() / "icons" / picture.rpartition("/")[2]).is_file() for picture in pictures)


def pairs_of_style_sheet() -> list[tuple[str, str]]:
    """Give every text colour of the style sheet that stands on a ground of the same rule; what is off need not pass."""
    sheet = (resources_folder() / "styles" / "window.qss").read_text(encoding="utf-8")
    pairs = []
    for selector, rule in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        front, ground = re.search(r"(?<![-\w])color: \$(\w+)", rule), re.search(r"background: \$(\w+)", rule)
        if front and ground and ":disabled" not in selector:
            pairs.append((front.group(1), ground.group(1)))
    return sorted(set(pairs))


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize(("front", "ground"), pairs_of_style_sheet())
def test_that_every_rule_of_the_style_sheet_can_be_read(theme, front, ground):
    colours = colours_of(theme)
    assert contrast(getattr(colours, front), getattr(colours, ground)) >= AA_TEXT


def test_that_no_colour_is_named_outside_the_theme():
    package = resources_folder().parent / "caseload_planner" / "gui"
    named = {
        path.name
        for path in package.rglob("*.py")
        if path.name != "theme.py" and re.search(r"[\"']#[0-9a-fA-F]{6}[\"']", path.read_text(encoding="utf-8"))
    }
    assert named == set()


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("direction", ["up", "down"])
def test_that_the_arrows_of_the_style_sheet_have_the_colour_of_muted_text(theme, direction):
    drawing = (resources_folder() / "icons" / f"arrow_{direction}_{theme}.svg").read_text(encoding="utf-8")
    assert colours_of(theme).muted in drawing


def test_that_the_bundled_typeface_is_used_and_its_figures_have_one_width(look, qapp):
    font = font_of()
    assert QFontInfo(font).family() == font.family()
    from PySide6.QtGui import QFontMetricsF

    metrics = QFontMetricsF(font)
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1
