"""How single values stand in a column: dates as ISO text, exact decimals as text, lists as JSON text."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache


def day_text(day: date | None) -> str | None:
    """Write a civil date as ``2026-11-23``."""
    return None if day is None else day.isoformat()


@lru_cache(maxsize=20_000)
def day_of(text: str) -> date:
    """Read a civil date; an organisation has few different ones, so they are remembered."""
    return date.fromisoformat(text)


def day_or_none(text: str | None) -> date | None:
    """Read a civil date that may be unknown."""
    return None if text is None else day_of(text)


def moment_text(moment: datetime) -> str:
    """Write a moment in UTC; `ValueError` for one that does not know its time zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment is kept in UTC, so it must know its time zone")
    return moment.astimezone(UTC).isoformat()


def decimal_text(value: Decimal) -> str:
    """Write an exact decimal without exponent or trailing zeros, so that equal values are equal text."""
    if not value.is_finite():
        raise ValueError(f"{value} cannot be kept: a finite number is asked")
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"", "-", "-0"} else text


@lru_cache(maxsize=5_000)
def decimal_of(text: str) -> Decimal:
    """Read an exact decimal."""
    return Decimal(text)


def codes_text(codes: Iterable[str]) -> str:
    """Write a set of codes as a sorted JSON list."""
    return json.dumps(sorted(codes))


@lru_cache(maxsize=5_000)
def codes_of(text: str) -> frozenset[str]:
    """Read a set of codes; most measures share theirs with many others."""
    return frozenset(json.loads(text))
