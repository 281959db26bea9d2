"""A cell of an export as the text that an interchange file would have; what cannot be read stays as it is."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from caseload_planner.exchange.layout import LIST_SEPARATOR
from caseload_planner.exchange.mapping import (
    DATE_COLUMNS,
    LIST_COLUMNS,
    NUMBER_COLUMNS,
    ColumnMapping,
    PartMapping,
)

EXCEL_DAY_ZERO = date(1899, 12, 30)
FIRST_SERIAL, LAST_SERIAL = 10_000, 110_000
"""From 1927 to 2201: numbers that are days where a date should stand."""
DECIMALS: Mapping[str, int] = {"fte": 2, "share": 4, "task_share": 4, "personal_ceiling": 2, "hours_per_week": 2}
_TIME = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?$")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_LETTERS = {"d": r"(?P<day>\d{1,2})", "m": r"(?P<month>\d{1,2})", "y": r"(?P<year>\d{4})"}
_SHORT_YEAR = r"(?P<year>\d{2})"
FIRST_SHORT_YEAR = 1970
"""``70`` is this year, and ``69`` the one 99 years on."""

Translate = Callable[[str], str]


def alike(text: str) -> str:
    """Give a text as it is compared: without spaces around it, and whatever its capitals."""
    return " ".join(text.split()).casefold()


def alike_key(text: str) -> str:
    """Give a key as it is compared: numbers lose zeros on their way through a spreadsheet."""
    compared = alike(text)
    return compared.lstrip("0") or "0" if compared.isascii() and compared.isdigit() else compared


def translator(name: str, column: ColumnMapping, part: PartMapping, *, pointed: bool = False) -> Translate:
    """Give what turns the cells of an export into those of a target column.

    Parameters
    ----------
    pointed
        Whether numbers may have come as such, with a decimal point: in a workbook.
    """
    values = {alike(theirs): ours for theirs, ours in column.values.items()}
    empty = {alike(text) for text in part.empty}

    def one(text: str) -> str:
        kept = " ".join(text.split())
        if alike(kept) in values:
            return values[alike(kept)]
        if alike(kept) in empty:
            return ""
        if name in DATE_COLUMNS:
            return _date(kept, part)
        if name in NUMBER_COLUMNS:
            return _number(kept, column, part, DECIMALS[name], pointed=pointed)
        return _key(kept, column)

    if name not in LIST_COLUMNS:
        return one
    return lambda text: LIST_SEPARATOR.join(
        dict.fromkeys(item for item in map(one, text.split(column.separator)) if item)
    )


def _key(text: str, column: ColumnMapping) -> str:
    if not text:
        return ""
    if column.prefix and text.startswith(column.prefix):
        return text
    if column.digits and text.isascii() and text.isdigit():
        text = text.lstrip("0").rjust(column.digits, "0")
    return column.prefix + text


def _date(text: str, part: PartMapping) -> str:
    """Give an ISO date; empty where it means that there is no end."""
    day = _TIME.sub("", text)
    found = _day(day, part)
    if found is None:
        return text
    ends = (_day(one, part) or one for one in part.open_dates)
    return "" if found in ends else found


def _day(text: str, part: PartMapping) -> str | None:
    match = _ISO.fullmatch(text) or date_pattern(part.date).fullmatch(text)
    if match is None:
        serial = int(text) if re.fullmatch(r"[1-9]\d{4,5}", text, re.ASCII) else 0
        known = FIRST_SERIAL <= serial <= LAST_SERIAL
        return (EXCEL_DAY_ZERO + timedelta(days=serial)).isoformat() if known else None
    try:
        return date(_year(match["year"]), int(match["month"]), int(match["day"])).isoformat()
    except (ValueError, IndexError):
        return None


def _year(written: str) -> int:
    if len(written) == len("2026"):
        return int(written)
    return FIRST_SHORT_YEAR + (int(written) - FIRST_SHORT_YEAR) % 100


@lru_cache(maxsize=32)
def date_pattern(written: str) -> re.Pattern[str]:
    """Make ``dd-mm-yyyy`` a pattern."""
    runs = re.findall(r"d+|m+|y+|.", written.lower())
    parts = (_SHORT_YEAR if run == "yy" else _LETTERS.get(run[0], re.escape(run)) for run in runs)
    return re.compile("".join(parts), re.ASCII)


def _number(text: str, column: ColumnMapping, part: PartMapping, decimals: int, *, pointed: bool) -> str:
    """Give a number with a decimal point; a per cent sign divides by a hundred."""
    plain = text.removesuffix("%").rstrip()
    number = _plain(plain, part, pointed=pointed)
    if number is None:
        return text
    # What says by itself that it is a share of a hundred is not divided once more.
    number /= 100 if plain != text else Decimal(str(column.divide_by))
    places = decimals if column.decimals is None else column.decimals
    try:
        rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    except InvalidOperation:
        return text
    return format(rounded.normalize() + 0, "f")


def _plain(text: str, part: PartMapping, *, pointed: bool) -> Decimal | None:
    number = Decimal(text) if re.fullmatch(r"-?\d+\.\d+", text, re.ASCII) else None
    if pointed and number is not None:
        return number
    decimal, thousands = re.escape(part.decimal), re.escape(part.thousands)
    grouped = rf"[1-9]\d{{0,2}}({thousands}\d{{3}})+" if part.thousands else r"(?!)"
    if re.fullmatch(rf"-?({grouped}|\d+)({decimal}\d+)?", text, re.ASCII):
        return Decimal((text.replace(part.thousands, "") if part.thousands else text).replace(part.decimal, "."))
    return number
