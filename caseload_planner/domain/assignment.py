"""Who carries what, in which position, from when until when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Position(StrEnum):
    """The place of a worker in a measure."""

    FIRST = "first"
    SECOND = "second"
    INCOMING = "incoming"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A worker's part in a measure; `until_on` is the last day it holds, None while open."""

    measure: str
    worker: str
    position: Position
    from_on: date
    until_on: date | None = None

    def holds_on(self, on: date) -> bool:
        """Whether it is written down as holding on the date (her service may have ended before)."""
        return self.from_on <= on and (self.until_on is None or self.until_on >= on)


@dataclass(frozen=True, slots=True)
class Holders:
    """Who holds a measure on a date, by key."""

    first: str | None = None
    second: str | None = None
    incoming: str | None = None

    def position_of(self, worker: str) -> Position | None:
        """Give the position of `worker`, or None where she has none."""
        for position in Position:
            if getattr(self, position.value) == worker:
                return position
        return None


NOBODY = Holders()
