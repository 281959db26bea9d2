"""What a wind-down is asked for: who hands over, until when, and what was agreed about it."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from caseload_planner.domain.points import Hundredths

PER_RECEIVER = 1
PER_LEAVER = 3
SHORTEST_OVERLAP = 2
LONGEST_OVERLAP = 4
OVERLAP = 3
"""Weeks in which the new contact walks along, where there is time for it."""


@dataclass(frozen=True, slots=True, order=True)
class Leaver:
    """Somebody who hands over everything that she carries, and the day on which she carries nothing any more."""

    worker: str
    ends_on: date


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """The most that a leaver still carries from a day on, in hundredths, until the next step begins."""

    worker: str
    from_on: date
    most: Hundredths


@dataclass(frozen=True, slots=True, order=True)
class KeptHandover:
    """A handover of an earlier plan that should stay as it is; one that is `agreed` stays wherever rules allow it.

    `week` is the Monday on which the contact changes.
    """

    measure: str
    giver: str
    receiver: str
    week: date
    agreed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WindDownRequest:
    """What is asked of the planner; the same request on the same data is the same problem.

    Attributes
    ----------
    until
        The last day of the plan: on it nobody of `leavers` carries anything.
    leavers
        Who hands over, sorted; empty means everybody of team D. Nobody's end is later than `until`.
    steps
        The falling curve under which each leaver stays; where a leaver has none only her end counts.
    per_receiver, per_leaver
        The most families that one person takes, or gives, in a week.
    overlap_weeks
        Weeks in which the new contact walks along; fewer, but never under two, where there is no time for it.
    new_cases_until
        The last day on which team D takes new cases; None means that it takes none any more.
    inflow_share
        New cases to expect, as a share of those of the year before.
    kept
        Handovers of an earlier plan.
    """

    on: date
    until: date
    leavers: tuple[Leaver, ...] = ()
    steps: tuple[Step, ...] = ()
    per_receiver: int = PER_RECEIVER
    per_leaver: int = PER_LEAVER
    overlap_weeks: int = OVERLAP
    new_cases_until: date | None = None
    inflow_share: Decimal = Decimal(1)
    kept: tuple[KeptHandover, ...] = ()
    excluded_receivers: tuple[str, ...] = ()
    seed: int = 0
    time_limit_seconds: float = 60.0
    deterministic_limit: float | None = None

    @property
    def closed_from(self) -> date:
        """The first day on which leavers take nothing new, once the plan is accepted."""
        return self.on if self.new_cases_until is None else max(self.on, self.new_cases_until + timedelta(days=1))
