"""Wind-down plans and staffing scenarios, as values and as the ports that keep them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.organisation import WindingDown


class PlanState(StrEnum):
    """How far a wind-down plan is."""

    DRAFT = "draft"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


class HandoverState(StrEnum):
    """How far a planned handover is."""

    PLANNED = "planned"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredWindDown:
    """A wind-down plan as it is kept.

    Attributes
    ----------
    on, until
        First day of the plan, and the day on which it is to be at nil.
    revision
        Of the data that it was made on.
    document
        The whole plan as JSON text; only its maker reads it.
    settled_by, settled_at
        Who accepted or withdrew it last, None for a draft.
    """

    id: str
    made_by: str
    made_at: datetime
    on: date
    until: date
    revision: int
    document: str
    state: PlanState = PlanState.DRAFT
    settled_by: str | None = None
    settled_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedHandover:
    """A measure that goes from one worker to another in a week of a plan.

    Attributes
    ----------
    from_worker
        Who hands over. Of a second who joins beside a new first contact it is that one, whether or not she was second
        herself: so each place of a measure has a row of its own.
    position
        The place that changes hands.
    week
        The Monday of the ISO week of the switch.
    overlap_weeks
        Whole weeks before the switch in which the receiver comes along.
    decision
        The decision that confirmed it, None while planned.
    """

    plan: str
    measure: str
    from_worker: str
    to_worker: str
    position: Position
    week: date
    overlap_weeks: int
    state: HandoverState = HandoverState.PLANNED
    decision: str | None = None

    @property
    def starts_on(self) -> date:
        """The Monday on which the receiver begins to come along."""
        return self.week - timedelta(weeks=self.overlap_weeks)


class ScenarioState(StrEnum):
    """Whether a scenario may change: the base, a draft, or one kept as it is."""

    BASE = "base"
    DRAFT = "draft"
    FROZEN = "frozen"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredScenario:
    """A staffing scenario as it is kept; `text` is its TOML document."""

    id: str
    name: str
    state: ScenarioState
    text: str
    made_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioResult:
    """What a run of a scenario gave, with all that is needed to make it again.

    Attributes
    ----------
    scenario_text
        The TOML document that was run, as the scenario may have changed since.
    snapshot_digest
        Digest of the data that it started from.
    document
        The outcomes as JSON text; only their maker reads them.
    """

    id: str
    scenario: str
    scenario_text: str
    seed: int
    replications: int
    program_version: str
    snapshot_digest: str
    document: str
    made_at: datetime


class WindDownReader(Protocol):
    """The wind-down plans."""

    def get(self, key: str) -> StoredWindDown:
        """Give a plan; `UnknownKeyError` where there is none."""
        ...

    def all(self, state: PlanState | None = None) -> Sequence[StoredWindDown]:
        """Give the plans (in a state), newest first."""
        ...

    def handovers(self, plan: str) -> Sequence[PlannedHandover]:
        """Give the handovers of a plan, by week, measure and position."""
        ...

    def accepted_handovers(
        self, *, from_week: date | None = None, to_week: date | None = None
    ) -> Sequence[PlannedHandover]:
        """Give the handovers of accepted plans that were not withdrawn, with their switch in those weeks (inclusive).

        Weeks are Mondays; those that a decision confirmed are among them.
        """
        ...

    def confirmed_by(self, decision: str) -> Sequence[PlannedHandover]:
        """Give the handovers that a decision confirmed, also those of plans that were withdrawn since."""
        ...

    def winding_down(self, at: datetime) -> Mapping[str, WindingDown]:
        """Give who wound down at a moment by plans that were accepted then, by worker; a snapshot has those of now."""
        ...


class WindDownStore(WindDownReader, Protocol):
    """Keeps wind-down plans."""

    def record(self, plan: StoredWindDown, handovers: Iterable[PlannedHandover]) -> None:
        """Keep a draft plan with its handovers; `UnknownKeyError` where a measure or worker does not exist."""
        ...

    def settle(self, key: str, state: PlanState, *, settled_by: str, settled_at: datetime) -> None:
        """Accept a draft, or withdraw a draft or an accepted plan with its handovers that are not confirmed.

        Raises
        ------
        AlreadySettledError
            The plan is in another state than that.
        """
        ...

    def settle_handover(
        self, plan: str, measure: str, from_worker: str, state: HandoverState, *, decision: str | None = None
    ) -> None:
        """Confirm a planned handover by a decision, or withdraw it; `AlreadySettledError` where it is not planned."""
        ...


class ScenarioReader(Protocol):
    """The scenarios and what their runs gave."""

    def get(self, key: str) -> StoredScenario:
        """Give a scenario; `UnknownKeyError` where there is none."""
        ...

    def all(self) -> Sequence[StoredScenario]:
        """Give the scenarios: the base first, then by the time they were made."""
        ...

    def results(self, scenario: str) -> Sequence[ScenarioResult]:
        """Give what the runs of a scenario gave, newest first."""
        ...


class ScenarioStore(ScenarioReader, Protocol):
    """Keeps scenarios and results."""

    def keep(self, scenario: StoredScenario) -> None:
        """Keep a new scenario or the change of one.

        Raises
        ------
        AlreadySettledError
            It was frozen before.
        NameTakenError
            Another scenario has its name.
        """
        ...

    def remove(self, key: str) -> None:
        """Remove a draft and its results; `AlreadySettledError` where it is the base or frozen."""
        ...

    def keep_result(self, result: ScenarioResult) -> None:
        """Keep what a run gave; `UnknownKeyError` where there is no such scenario."""
        ...
