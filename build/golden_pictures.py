"""Draws the golden pictures: every page and dialog small, in both languages and the three themes.

Unless otherwise chosen, in the looks that `make test` compares: Dutch light, English dark, Dutch high contrast.
`make golden` renews those in ``tests/golden/pictures`` after a change that is meant; the tests draw them again.
"""

import argparse
import sys
from collections.abc import Sequence
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from distribution_pictures import FULL_WEEK
from make_pictures import DRAWN, PROJECT, drawn, make_look, with_dialogs
from picture_organisations import organisations
from PIL import Image
from PySide6.QtCore import Qt

from caseload_planner.demo.places import DemoSize
from caseload_planner.gui.theme import Theme
from caseload_planner.gui.translations import Language

GOLDEN = PROJECT / "tests" / "golden" / "pictures"
SMALLER = 3
COLOURS = 32
LOOKS = ((Language.DUTCH, Theme.LIGHT), (Language.ENGLISH, Theme.DARK), (Language.DUTCH, Theme.CONTRAST))
"""What `make test` compares: each language and each theme once, and no more than it takes."""
WITHOUT_PLAN = frozenset({"team-d-begin", "team-d-intrekken"})
SLOW = frozenset(name for name in DRAWN if name.startswith("team-d")) - WITHOUT_PLAN
"""Plans of team D: which of several equal ones is found depends on how fast the computer is."""
OF_TODAY = frozenset({"terugzetten"})
"""Backups have the time of this computer."""
NAMES = ("welcome", *(name for name in DRAWN if name not in SLOW | OF_TODAY))


def draw_golden(names: tuple[str, ...], looks: Sequence[tuple[Language, Theme]], target: Path) -> None:
    """Draw pictures at a third of their size into a folder."""
    look = make_look()
    target.mkdir(parents=True, exist_ok=True)
    with organisations(DemoSize.SMALL) as (usual, full):
        for (language, theme), name in product(looks, names):
            path = target / f"{name}-{language}-{theme}.png"
            with drawn(name, look, theme, language, full if name in FULL_WEEK else usual) as window:
                picture = with_dialogs(window)
                wide = picture.width() // SMALLER
                picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation).save(str(path))
            with Image.open(path) as grabbed:
                small = grabbed.convert("RGB").quantize(COLOURS, kmeans=1, dither=Image.Dither.NONE)
            small.save(path, optimize=True)


def main() -> int:
    """Draw what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=NAMES, nargs="*", default=NAMES)
    parser.add_argument("--language", choices=[*Language], nargs="*")
    parser.add_argument("--theme", choices=[*Theme], nargs="*")
    parser.add_argument("--target", type=Path, default=GOLDEN)
    arguments = parser.parse_args()
    looks: Sequence[tuple[Language, Theme]] = LOOKS
    if arguments.language or arguments.theme:
        languages, themes = arguments.language or [*Language], arguments.theme or [*Theme]
        looks = [(Language(language), Theme(theme)) for language, theme in product(languages, themes)]
    draw_golden(tuple(arguments.only), looks, arguments.target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
