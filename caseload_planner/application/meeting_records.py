"""What is said and settled around a round, as values and as the ports that keep them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Protocol

from caseload_planner.domain.assignment import Position
from caseload_planner.rules.round import Placement


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedOverride:
    """A starred rule set aside for one worker and measure, with its reason."""

    measure: str
    worker: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A worker who says that the figures of one of her cases are wrong, and what was answered.

    Attributes
    ----------
    says
        What is wrong in her words.
    answer, answered_by, answered_at
        None, all three, while nobody answered.
    """

    id: str
    measure: str
    worker: str
    says: str
    recorded_by: str
    recorded_at: datetime
    answer: str | None = None
    answered_by: str | None = None
    answered_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.answered_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """That another team gives a worker to a measure: who said so, for the round of which date.

    Attributes
    ----------
    round_on
        Date of the round that asks for her.
    agreed_with
        Name of the person who agreed for her team.
    agreed_on
        Date on which that was said.
    """

    id: str
    round_on: date
    measure: str
    worker: str
    position: Position
    agreed_with: str
    agreed_on: date
    recorded_by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDraft:
    """A round that a leader is still making, as it is kept between two moments; one for a date and its teams.

    Attributes
    ----------
    on, teams
        Whose draft: the date of the round and the teams it is for, none for all of them.
    revision
        Of the data that she had in front of her.
    proposal
        The stored proposal that filled it last, None before the first.
    pinned
        Measures that she pinned where they stand.
    exclusions
        Pairs (measure, worker) that she does not want.
    minutes
        What was said in the meeting, by measure.
    parked
        Measures put off in the meeting.
    """

    on: date
    teams: tuple[str, ...]
    revision: int
    saved_at: datetime
    profile: str
    proposal: str | None = None
    placements: tuple[Placement, ...] = ()
    pinned: frozenset[str] = frozenset()
    exclusions: frozenset[tuple[str, str]] = frozenset()
    overrides: tuple[RecordedOverride, ...] = ()
    minutes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    parked: frozenset[str] = frozenset()

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it to keep."""
        return not (self.placements or self.exclusions or self.minutes or self.parked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """The recorded decision that takes a decided round back."""

    decision: str
    withdrawn_by: str
    withdrawn_at: datetime
    reason: str


class DisputeReader(Protocol):
    """The disputes that were recorded."""

    def get(self, key: str) -> Dispute:
        """Give a dispute; `UnknownKeyError` where there is none."""
        ...

    def all(self, *, measure: str | None = None, only_open: bool = False) -> Sequence[Dispute]:
        """Give the disputes (of a measure), oldest first."""
        ...


class DisputeStore(DisputeReader, Protocol):
    """Records disputes and their answers."""

    def record(self, dispute: Dispute) -> None:
        """Keep an open dispute; `UnknownKeyError` where its measure or worker does not exist."""
        ...

    def answer(self, key: str, *, answer: str, answered_by: str, answered_at: datetime) -> None:
        """Answer an open dispute; `AlreadySettledError` where somebody did."""
        ...


class AgreementReader(Protocol):
    """What other teams agreed to."""

    def of_round(self, on: date) -> Sequence[Agreement]:
        """Give what holds for the round of a date: the newest for each measure, worker and position."""
        ...


class AgreementStore(AgreementReader, Protocol):
    """Records what other teams agree to."""

    def record(self, agreement: Agreement) -> None:
        """Keep an agreement beside the earlier ones; `UnknownKeyError` where its measure or worker does not exist."""
        ...


class OpenDraftReader(Protocol):
    """The drafts that leaders are making."""

    def find(self, on: date, teams: Collection[str]) -> OpenDraft | None:
        """Give the draft of a date for some teams, in any order; None where there is none."""
        ...

    def all(self) -> Sequence[OpenDraft]:
        """Give every open draft, the last saved first."""
        ...


class OpenDraftStore(OpenDraftReader, Protocol):
    """Keeps open drafts; the newest replaces the one before."""

    def keep(self, draft: OpenDraft) -> None:
        """Keep a draft in the place of the one of its date and teams."""
        ...

    def discard(self, on: date, teams: Collection[str]) -> None:
        """Let go of a draft that was decided or thrown away; nothing happens where there is none."""
        ...
