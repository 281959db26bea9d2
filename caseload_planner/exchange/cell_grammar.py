"""What may stand in a cell, strictly, and what it means: keys, texts, codes, dates, numbers and lists.

Each parser takes the text of a cell and gives the value, or raises `PydanticCustomError` with a `ProblemCode` as its
type, so that row models can be made out of them. Numbers follow a grammar of their own because `float` and `Decimal`
also take ``NaN``, ``inf``, ``1e5``, ``1_000`` and full-width digits.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import NoReturn, TypeVar

from pydantic_core import PydanticCustomError

from caseload_planner.application.import_problems import ProblemCode
from caseload_planner.domain.points import Hundredths
from caseload_planner.exchange.layout import LIST_SEPARATOR

LONGEST_KEY = 64
LONGEST_TEXT = 200
LONGEST_LIST = 1000
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")

Code = TypeVar("Code", bound=StrEnum)


def refuse(code: ProblemCode, **figures: object) -> NoReturn:
    """Say no to a cell, with the figures that the words of the code ask for."""
    raise PydanticCustomError(code.value, "{code}", {"code": code.value} | {k: str(v) for k, v in figures.items()})


def parse_text(text: str, longest: int = LONGEST_TEXT) -> str:
    """Take a text that must be there, without spaces around it."""
    if not text:
        refuse(ProblemCode.MISSING_VALUE, expected="a text")
    if len(text) > longest:
        refuse(ProblemCode.TEXT_TOO_LONG, limit=longest)
    if text != text.strip():
        refuse(ProblemCode.SURROUNDING_SPACES)
    return text


def parse_key(text: str) -> str:
    """Take a key."""
    if not text:
        refuse(ProblemCode.MISSING_VALUE, expected="a key")
    return parse_text(text, LONGEST_KEY)


def parse_list(text: str) -> frozenset[str]:
    """Take a list of names separated by ``;``, empty for none; a name that is there twice counts once."""
    if not text:
        return frozenset()
    if len(text) > LONGEST_LIST:
        refuse(ProblemCode.TEXT_TOO_LONG, limit=LONGEST_LIST)
    items = text.split(LIST_SEPARATOR)
    if not all(items):
        refuse(ProblemCode.EMPTY_LIST_ITEM)
    return frozenset(parse_key(item) for item in items)


def code_parser(codes: type[Code], empty: Code | None = None) -> Callable[[str], Code]:
    """Make a parser of one of the codes; an empty cell means `empty`, where that is given."""
    by_text = {code.value: code for code in codes}
    if empty is not None:
        by_text[""] = empty
    expected = ", ".join(code.value for code in codes if code.value)

    def parse(text: str) -> Code:
        code = by_text.get(text)
        if code is None:
            if not text:
                refuse(ProblemCode.MISSING_VALUE, expected=expected)
            refuse(ProblemCode.UNKNOWN_CODE, expected=expected)
        return code

    return parse


@lru_cache(maxsize=32768)
def _iso_date(text: str) -> date | None:
    """Give a date of the calendar, or None."""
    if not _DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def parse_date(text: str) -> date:
    """Take an ISO date that must be there."""
    if not text:
        refuse(ProblemCode.MISSING_VALUE, expected="a date")
    day = _iso_date(text)
    if day is None:
        refuse(ProblemCode.NOT_A_DATE)
    if not EARLIEST <= day <= LATEST:
        refuse(ProblemCode.DATE_OUT_OF_RANGE, lowest=EARLIEST, highest=LATEST)
    return day


def parse_date_or_none(text: str) -> date | None:
    """Take an ISO date; an empty cell is None."""
    return parse_date(text) if text else None


def parse_decimal(text: str, lowest: Decimal, highest: Decimal, decimals: int) -> Decimal:
    """Take a number between two bounds (both included) with at most so many decimals that are not 0."""
    if not text:
        refuse(ProblemCode.MISSING_VALUE, expected="a number")
    if not _NUMBER.fullmatch(text):
        refuse(ProblemCode.NOT_A_NUMBER)
    if text.startswith("-"):
        refuse(ProblemCode.NEGATIVE_NUMBER)
    number = Decimal(text)
    if not lowest <= number <= highest:
        refuse(ProblemCode.OUT_OF_RANGE, lowest=lowest, highest=highest)
    rounded = number.quantize(Decimal(1).scaleb(-decimals))
    if rounded != number:
        refuse(ProblemCode.TOO_MANY_DECIMALS, decimals=decimals)
    return rounded.normalize() + 0 if rounded else Decimal(0)


def decimal_parser(highest: str, decimals: int, lowest: str = "0") -> Callable[[str], Decimal]:
    """Make a parser of a number between two bounds."""
    low, high = Decimal(lowest), Decimal(highest)
    return lambda text: parse_decimal(text, low, high, decimals)


def parse_points(text: str, highest: str = "100") -> Hundredths:
    """Take a number of points with at most two decimals as hundredths."""
    return int(parse_decimal(text, Decimal(0), Decimal(highest), 2) * 100)


def parse_whole(text: str, lowest: int, highest: int) -> int:
    """Take a whole number between two bounds."""
    if _NUMBER.fullmatch(text) and "." in text:
        refuse(ProblemCode.NOT_A_WHOLE_NUMBER)
    return int(parse_decimal(text, Decimal(lowest), Decimal(highest), 0))
