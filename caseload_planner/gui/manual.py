"""The chapters of the manual: Markdown in ``resources/help``, one folder a language, the same file names in each.

``contents.toml`` gives their order, and which chapter belongs to which page of the window; a chapter that it does not
name comes last. The first line of a chapter is its title.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from caseload_planner.gui.translations import Language
from caseload_planner.locations import resources_folder

FIRST_CHAPTER = "start"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its key (the name of its file without ending), its title and its Markdown."""

    key: str
    title: str
    text: str


def help_folder(language: Language) -> Path:
    """Give the folder of a language; pictures in a chapter are named relative to it."""
    return resources_folder() / "help" / language.value


@cache
def chapters_in(language: Language) -> tuple[Chapter, ...]:
    """Read the chapters in the order of the contents."""
    order = _contents().chapters
    files = {path.stem: path for path in help_folder(language).glob("*.md")}
    keys = [*(key for key in order if key in files), *sorted(set(files) - set(order))]
    return tuple(_read(files[key]) for key in keys)


def chapter_of_page(page: str) -> str:
    """Give the key of the chapter about a page of the window; the first chapter where there is none."""
    key = _contents().pages.get(page, page)
    return key if (help_folder(Language.DUTCH) / f"{key}.md").is_file() else FIRST_CHAPTER


@dataclass(frozen=True, slots=True)
class _Contents:
    chapters: tuple[str, ...]
    pages: Mapping[str, str]


@cache
def _contents() -> _Contents:
    read = tomllib.loads((resources_folder() / "help" / "contents.toml").read_text(encoding="utf-8"))
    return _Contents(tuple(read["chapters"]), read["pages"])


def _read(path: Path) -> Chapter:
    text = path.read_text(encoding="utf-8")
    return Chapter(path.stem, text.partition("\n")[0].lstrip("# ").strip(), text)
