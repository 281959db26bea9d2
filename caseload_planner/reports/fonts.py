"""The typeface of documents: the one that comes with the program, or that of reportlab where it is missing."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from caseload_planner.locations import resources_folder

OURS = ("InterTabular-Regular.ttf", "InterTabular-SemiBold.ttf")
THEIRS = ("Vera.ttf", "VeraBd.ttf")


@dataclass(frozen=True, slots=True)
class Typeface:
    """Names under which reportlab knows the two weights."""

    regular: str
    bold: str


@cache
def typeface() -> Typeface:
    """Register the fonts once; they are embedded, so that a document looks the same everywhere."""
    folder = resources_folder() / "fonts"
    try:
        return _registered("CaseloadPlanner", (folder / OURS[0], folder / OURS[1]))
    except (OSError, TTFError):
        return _registered("CaseloadPlannerSpare", (Path(THEIRS[0]), Path(THEIRS[1])))


def _registered(name: str, files: tuple[Path, Path]) -> Typeface:
    face = Typeface(name, f"{name}-Bold")
    for font, file in zip((face.regular, face.bold), files, strict=True):
        pdfmetrics.registerFont(TTFont(font, str(file)))
    pdfmetrics.registerFontFamily(
        face.regular, normal=face.regular, bold=face.bold, italic=face.regular, boldItalic=face.bold
    )
    return face
