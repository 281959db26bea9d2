"""How an assumption is declared once: its meaning, unit and limits serve the reader, the template and the window."""

from collections.abc import Callable
from dataclasses import Field, dataclass, field
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What stands behind a key of a scenario file."""

    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole"
    DATE = "date"
    CHOICE = "choice"
    NUMBERS = "numbers"
    TEXTS = "texts"
    BY_TYPE = "by_type"
    BY_PLACE = "by_place"
    DURATIONS = "durations"
    TABLE = "table"
    TABLES = "tables"
    REASONS = "reasons"


@dataclass(frozen=True, slots=True)
class Declared:
    """What is declared of an assumption.

    Attributes
    ----------
    about
        One English sentence for the template: meaning, unit, source.
    low, high
        Limits of the number, or of each number, both included.
    length
        How many numbers there are, where that is fixed.
    choices
        The words allowed.
    row
        The dataclass of a table or of each table of a list.
    optional
        Whether it may be left empty.
    """

    kind: Kind
    about: str
    low: float = 0.0
    high: float = 1e6
    length: int | None = None
    choices: tuple[str, ...] = ()
    row: type[Any] | None = None
    optional: bool = False


_KEY = "declared"


def assumption(declared: Declared, *, default: Any = None, factory: Callable[[], Any] | None = None) -> Any:
    """Make a dataclass field that carries its declaration."""
    if factory is not None:
        return field(default_factory=factory, metadata={_KEY: declared})
    return field(default=default, metadata={_KEY: declared})


def declared_of(one: "Field[Any]") -> Declared:
    """Give the declaration of a field."""
    declared = one.metadata[_KEY]
    if not isinstance(declared, Declared):
        raise TypeError(f"{one.name} is not declared as an assumption")
    return declared


def number(about: str, default: float | None, low: float = 0.0, high: float = 1e6) -> Any:
    """Declare a number; one without a default may be left empty."""
    return assumption(Declared(Kind.NUMBER, about, low, high, optional=default is None), default=default)


def fraction(about: str, default: float) -> Any:
    """Declare a part of one, or a chance."""
    return number(about, default, 0.0, 1.0)


def whole(about: str, default: int | None, low: int = 0, high: int = 1_000_000) -> Any:
    """Declare a whole number; one without a default may be left empty."""
    return assumption(Declared(Kind.WHOLE, about, low, high, optional=default is None), default=default)


def text(about: str, default: str = "") -> Any:
    """Declare words."""
    return assumption(Declared(Kind.TEXT, about), default=default)


def day(about: str) -> Any:
    """Declare a date that may be left empty."""
    return assumption(Declared(Kind.DATE, about, optional=True))


def choice(about: str, default: Any, words: type[StrEnum]) -> Any:
    """Declare one of some words."""
    return assumption(Declared(Kind.CHOICE, about, choices=tuple(words), row=words), default=default)


def span(about: str, default: tuple[float, float, float], high: float = 1e6) -> Any:
    """Declare a range: low, likely and high."""
    return assumption(Declared(Kind.NUMBERS, about, 0.0, high, 3), default=default)


def by_place(about: str, low: float = 0.0, high: float = 1.0) -> Any:
    """Declare numbers by team, location or region; who is not named has the general number."""
    return assumption(Declared(Kind.BY_PLACE, about, low, high), factory=dict)


def part(about: str, row: type[Any]) -> Any:
    """Declare a table of assumptions that belong together."""
    return assumption(Declared(Kind.TABLE, about, row=row), factory=row)


def rows(about: str, row: type[Any], default: tuple[Any, ...] = ()) -> Any:
    """Declare a list of tables."""
    return assumption(Declared(Kind.TABLES, about, row=row), default=default)
