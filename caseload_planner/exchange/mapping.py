"""A mapping: how the export of another system is read as interchange files. Written in TOML, read strictly.

A part says from which file or sheet rows come and which part of the interchange they become; under it, for each column
that is to be filled, the column of the export, and how its values are translated. `resources/mappings` has examples.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from caseload_planner.application.import_source import SourceFile
from caseload_planner.domain.errors import SourceUnreadableError
from caseload_planner.exchange.layout import COLUMNS, OPTIONAL_COLUMNS

MOST_BYTES = 1_000_000
MOST_TOLD = 5
"""Faults of a mapping that are told at once."""
DATE_COLUMNS = frozenset(
    {"from", "until", "started_on", "ends_on", "skj_until", "reported_on", "expected_end", "closed_on"}
    | {"first_contact_on", "plan_on"}
)
DATES = [sorted([d, m, y]) for d in ("d", "dd") for m in ("m", "mm") for y in ("yy", "yyyy")]
"""The parts of a date, however they stand."""
NUMBER_COLUMNS = frozenset({"fte", "share", "task_share", "personal_ceiling", "hours_per_week"})
LIST_COLUMNS = frozenset({"skills", "wishes", "factors"})
MAY_BE_EMPTY: Mapping[SourceFile, frozenset[str]] = {
    SourceFile.WORKERS: frozenset({"ends_on", "skj_until", "skills", "task_share", "personal_ceiling", "onboarding"})
    | {"wishes"},
    SourceFile.MEASURES: frozenset({"started_on", "expected_end", "closed_on", "factors", "duo", "sns", "method"})
    | {"first_contact_on", "plan_on"},
}
"""Columns that a mapping may leave out; what is known of them then stays."""


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


Texts = dict[str, list[str]]


class Elsewhere(_Strict):
    """Another sheet or file of the export in which values stand by key.

    Attributes
    ----------
    source
        The sheet or file.
    key, match
        Its column that says whose a row is, and the column of our own rows that has the same; the same name where left
        out.
    only, skip
        By column the texts of rows that count, and of rows that do not.
    """

    source: str
    key: str
    match: str = ""
    only: Texts = Field(default_factory=dict)
    skip: Texts = Field(default_factory=dict)


class ColumnMapping(_Strict):
    """How one column is filled.

    Attributes
    ----------
    column
        Column of the export.
    value
        The same text for each row instead.
    values
        Translations of texts. A text that is not among them stays as it is, and is judged so.
    separator
        Between the items of a list.
    prefix, digits
        What a key begins with, and how many figures a number has in it, with zeros before it.
    divide_by, decimals
        A number is divided by this, and rounded half up to so many decimals.
    elsewhere
        Where the column stands, if not in the rows themselves; of several rows there the values make a list.
    """

    column: str = ""
    value: str | None = None
    values: dict[str, str] = Field(default_factory=dict)
    separator: Annotated[str, StringConstraints(strip_whitespace=False, min_length=1)] = ","
    prefix: str = ""
    digits: Annotated[int, Field(ge=0, le=30)] = 0
    divide_by: Annotated[float, Field(ge=0.001, le=1_000_000, allow_inf_nan=False)] = 1
    decimals: Annotated[int | None, Field(ge=0, le=6)] = None
    elsewhere: Elsewhere | None = None

    @model_validator(mode="after")
    def _one_way(self) -> "ColumnMapping":
        if bool(self.column) == (self.value is not None):
            raise ValueError("name a column of the export, or give a value for every row")
        return self


def _column_or_more(given: object) -> object:
    return {"column": given} if isinstance(given, str) else given


class PartMapping(_Strict):
    """How one part of the interchange is filled.

    Attributes
    ----------
    part
        The part, such as ``measures``.
    source
        File or sheet of the export.
    date
        How dates are written, such as ``dd-mm-yyyy``; ISO dates and dates of a workbook are read as well.
    decimal, thousands
        What stands before decimals, and between thousands.
    open_dates, empty
        Dates that mean that there is no end, and texts that mean that there is nothing.
    encoding, separator
        Of a CSV file; found out where left out.
    only, skip
        By column the texts of rows that count, and of rows that do not.
    """

    part: SourceFile
    source: str
    date: str = "dd-mm-yyyy"
    decimal: Literal[",", "."] = ","
    thousands: Literal["", ".", ",", " "] = "."
    open_dates: list[str] = Field(default_factory=lambda: ["9999-12-31"])
    empty: list[str] = Field(default_factory=list)
    encoding: Literal["", "utf-8", "windows-1252", "utf-16"] = ""
    separator: Literal["", ";", ",", "\t", "|"] = ""
    only: Texts = Field(default_factory=dict)
    skip: Texts = Field(default_factory=dict)
    columns: dict[str, Annotated[ColumnMapping, BeforeValidator(_column_or_more)]]

    @model_validator(mode="after")
    def _judged(self) -> "PartMapping":
        if self.part is SourceFile.NORM:
            raise ValueError("the norm is not read by a mapping; import norm.toml")
        if sorted(re.findall(r"d+|m+|y+|[^\W_\d]", self.date.lower())) not in DATES:
            raise ValueError(f"{self.date} is no way to write a date; write it with d, m and y, such as dd-mm-yyyy")
        if self.decimal == self.thousands:
            raise ValueError("decimals and thousands cannot have the same sign")
        known = (*COLUMNS[self.part], *OPTIONAL_COLUMNS.get(self.part, ()))
        for name in self.columns:
            if name not in known:
                raise ValueError(f"{self.part.value} has no column {name}; it has {', '.join(known)}")
        missing = [n for n in known if n not in self.columns and n not in MAY_BE_EMPTY.get(self.part, frozenset())]
        if missing:
            raise ValueError(f"{self.part.value} needs {', '.join(missing)} as well")
        return self


class ExportMapping(_Strict):
    """A whole mapping; parts that have the same source are each read from it."""

    name: str
    parts: list[PartMapping] = Field(min_length=1)

    @model_validator(mode="after")
    def _each_part_once(self) -> "ExportMapping":
        parts = [part.part for part in self.parts]
        twice = sorted({part.value for part in parts if parts.count(part) > 1})
        if twice:
            raise ValueError(f"{', '.join(twice)} stands there twice")
        return self


def read_mapping(path: Path) -> ExportMapping:
    """Read a mapping.

    Raises
    ------
    SourceUnreadableError
        ``figures["why"]`` is ``mapping``; the message says what is wrong and where.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise _unreadable(path, "it is larger than 1 MB; is this the right file?")
        given = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _unreadable(path, "it is not text in UTF-8; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        at = f"{path.name}:{line[1]}" if line else ""
        raise _unreadable(path, f"it is not TOML: {error}", at) from error
    except FileNotFoundError as error:
        raise SourceUnreadableError(f"there is no mapping {path}", why="no_mapping", path=str(path)) from error
    except (OSError, RecursionError) as error:
        raise _unreadable(path, getattr(error, "strerror", "") or "it cannot be read") from error
    return mapping_from(given, path)


def mapping_from(given: Mapping[str, Any], path: Path) -> ExportMapping:
    """Make a mapping of what stands in a file."""
    try:
        return ExportMapping.model_validate(given)
    except ValidationError as invalid:
        errors = [(_place(error["loc"]), str(error["msg"])) for error in invalid.errors(include_url=False)[:MOST_TOLD]]
        told = ((place, wrong.removeprefix("Value error, ")) for place, wrong in errors)
        words = "; ".join(f"{place}: {wrong}" if place else wrong for place, wrong in told)
        raise _unreadable(path, words, ", ".join(dict.fromkeys(place for place, _ in errors if place))) from invalid


def _place(location: Sequence[str | int]) -> str:
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in location)


def _unreadable(path: Path, wrong: str, at: str = "") -> SourceUnreadableError:
    return SourceUnreadableError(
        f"the mapping {path.name} cannot be used: {wrong}", why="mapping", path=str(path), key=at or path.name
    )
