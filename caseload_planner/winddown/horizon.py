"""The weeks of a plan: Mondays, and the day of each week on which loads are looked at."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from caseload_planner.domain.calendar import monday_of, weeks_from

AFTER_WEEKS = 4
"""Weeks looked at after the last day, so that what lands at the end is felt as well."""


@dataclass(frozen=True)
class Horizon:
    """Weeks numbered from that of `on`, up to some weeks after that of `until`."""

    on: date
    until: date

    @cached_property
    def mondays(self) -> tuple[date, ...]:
        """The Monday of each week."""
        return tuple(weeks_from(self.on, self.week_of(self.until) + 1 + AFTER_WEEKS))

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The day of each week on which loads are worked out: its Monday, and `on` itself in the first week."""
        return tuple(max(self.on, monday) for monday in self.mondays)

    @property
    def planned(self) -> int:
        """The number of weeks up to and including that of `until`."""
        return self.week_of(self.until) + 1

    @property
    def first_start(self) -> int:
        """The first week in which somebody can begin to walk along: the first Monday that is not past."""
        return 0 if self.on == monday_of(self.on) else 1

    def week_of(self, day: date) -> int:
        """Give the number of the week that holds a day."""
        return (monday_of(day) - monday_of(self.on)).days // 7

    def last_switch(self, ends_on: date) -> int:
        """Give the last week in which somebody can hand over: not in her last week."""
        return self.week_of(ends_on) - 1

    def ends_in(self, week: int) -> date:
        """Give the Sunday of a week."""
        return self.mondays[week] + timedelta(days=6)
