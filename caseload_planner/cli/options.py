"""Options that several commands share, and how their values are read."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from caseload_planner.application.meeting_records import RecordedOverride
from caseload_planner.rules.round import Pin

MOST_PROPOSALS = 5
MOST_SECONDS = 86_400
"""A day; also of the solver's own unit, which is about a second."""
MOST_OF_A_NAME, MOST_OF_WORDS = 200, 2_000
_NOT_IN_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""Control characters, and those that turn the direction of what stands around them."""
_NOT_IN_A_LINE = re.compile(f"[\t\n\r]|{_NOT_IN_TEXT.pattern}")
_CIVIL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
"""Python reads weeks and days of a year as well."""
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years that files may speak of as well; a date outside them is a slip of the hand."""


def read_date(text: str) -> date:
    """Read a civil date."""
    try:
        day = date.fromisoformat(text) if _CIVIL_DATE.fullmatch(text) else _no_date(text)
    except ValueError:
        return _no_date(text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise typer.BadParameter(f"{text} is not a date from {FIRST_YEAR} up to {LAST_YEAR}")
    return day


def _no_date(text: str) -> date:
    raise typer.BadParameter(f"{text} is not a date; write year-month-day, such as 2026-11-23")


def read_pin(text: str) -> Pin:
    """Read ``MEASURE=FIRST`` or ``MEASURE=FIRST+SECOND``."""
    measure, _, workers = text.partition("=")
    first, plus, second = workers.partition("+")
    if not measure or not first or (plus and not second):
        raise typer.BadParameter(f"{text} is not a pin; write MEASURE=FIRST or MEASURE=FIRST+SECOND")
    return Pin(measure, first, second or None)


class Exclusion(NamedTuple):
    """A measure that is not to go to a worker."""

    measure: str
    worker: str


def read_exclusion(text: str) -> Exclusion:
    """Read ``MEASURE=WORKER``."""
    measure, _, worker = text.partition("=")
    if not measure or not worker:
        raise typer.BadParameter(f"{text} is not an exclusion; write MEASURE=WORKER")
    return Exclusion(measure, worker)


def database_path(path: Path | None) -> Path | None:
    """Refuse a path that names nothing."""
    if path is not None and path == Path():
        raise typer.BadParameter("it is empty; name a file, such as organisation.sqlite")
    return path


def read_override(text: str) -> RecordedOverride:
    """Read ``MEASURE=WORKER:RULE:reason``."""
    measure, _, rest = text.partition("=")
    worker, _, rest = rest.partition(":")
    rule, _, reason = rest.partition(":")
    if not (measure and worker and rule and reason.strip()):
        raise typer.BadParameter(
            f"{text} is not an override; write MEASURE=WORKER:RULE:reason, such as M1=W2:H8:reason"
        )
    return RecordedOverride(measure=measure, worker=worker, rule=rule, reason=some_lines(reason.strip()))


def positive(value: float | None) -> float | None:
    """Refuse a limit of nothing, and one that no machine can count down."""
    if value is not None and not 0 < value <= MOST_SECONDS:
        raise typer.BadParameter(f"{value} is not a limit; write a number above 0 and at most {MOST_SECONDS}")
    return value


def one_line(text: str) -> str:
    """Refuse a name that is more than a line."""
    return _plain(text, _NOT_IN_A_LINE, MOST_OF_A_NAME, "one line")


def some_lines(text: str) -> str:
    """Refuse words that are more than a page, or that cannot be printed."""
    return _plain(text, _NOT_IN_TEXT, MOST_OF_WORDS, "plain text")


def _plain(text: str, unwanted: re.Pattern[str], most: int, wanted: str) -> str:
    found = unwanted.search(text)
    if found is not None:
        raise typer.BadParameter(f"it holds an unprintable character (U+{ord(found.group()):04X}); write {wanted}")
    if len(text) > most:
        raise typer.BadParameter(f"it is {len(text)} characters long; write at most {most}")
    return text


def positive_count(value: int) -> int:
    """Refuse fewer than one, and more than anybody can compare."""
    if not 1 <= value <= MOST_PROPOSALS:
        raise typer.BadParameter(f"{value} proposals cannot be asked; write a number from 1 to {MOST_PROPOSALS}")
    return value


Database = Annotated[
    Path | None,
    # Whether it can be read is told by who opens it, in words of its own.
    typer.Option(
        "--db",
        metavar="PATH",
        callback=database_path,
        readable=False,
        help="The database; your own where none is named.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on standard output, nothing else there.")]
OnDate = Annotated[
    date, typer.Option("--on", metavar="DATE", parser=read_date, help="The date asked for, as year-month-day.")
]
OptionalDate = Annotated[
    date | None, typer.Option("--on", metavar="DATE", parser=read_date, help="A date, as year-month-day.")
]
Teams = Annotated[
    list[str] | None, typer.Option("--team", metavar="TEAM", help="Only this team; may be given more than once.")
]
ProposalId = Annotated[str, typer.Argument(metavar="PROPOSAL", help="Id of a stored proposal.")]
