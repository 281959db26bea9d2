"""The besluitenlijst as a value: what a round decided (or would decide), with names, weights and reasons as codes."""

from dataclasses import dataclass
from datetime import date, datetime

from caseload_planner.application.meeting_rows import HandoverRow, MinutesRow
from caseload_planner.application.ports import Decision
from caseload_planner.distribution.proposal import LoadChange, Reason, Status
from caseload_planner.domain.measures import MeasureType
from caseload_planner.domain.norm import Norm
from caseload_planner.domain.organisation import Team
from caseload_planner.domain.points import Hundredths


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A measure of the round.

    Attributes
    ----------
    waiting_days
        Calendar days without a first contact up to the date of the round.
    weight
        Hundredths on that date; None where it no longer runs then.
    """

    measure: str
    family: str
    type: MeasureType
    urgent: bool
    waiting_days: int
    weight: Hundredths | None


@dataclass(frozen=True, slots=True)
class Contact:
    """Who got a position, with her load before and after the whole round.

    Attributes
    ----------
    asked_elsewhere
        Whether she begins for another team than her own, which therefore must agree.
    agreed_with
        Who agreed for her team; None where nobody is recorded.
    """

    worker: str
    name: str
    team: str
    load: LoadChange
    asked_elsewhere: bool
    agreed_with: str | None = None


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A measure with its contacts and why they have it, most telling reason first."""

    case: Case
    first: Contact
    second: Contact | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class TeamPart:
    """The placed measures for which one team answers, by key."""

    team: Team
    rows: tuple[PlacedRow, ...]


@dataclass(frozen=True, slots=True)
class LeftOverRow:
    """A measure without a place: the rules that keep people from it, most first, and how many each keeps away."""

    case: Case
    team: Team
    reason: str
    kept_away: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class OverrideRow:
    """A starred rule that is set aside; `reason` is None while nobody has recorded one."""

    measure: str
    worker: str
    name: str
    rule: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class LoadRow:
    """Somebody who got something, against her lines."""

    name: str
    team: str
    load: LoadChange


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionDocument:
    """Everything that the besluitenlijst shows; `decision` is None while the round is a draft."""

    proposal: str
    on: date
    made_at: datetime
    status: Status
    profile: str
    norm: Norm
    decision: Decision | None
    demo: bool
    teams: tuple[TeamPart, ...]
    left_over: tuple[LeftOverRow, ...]
    overrides: tuple[OverrideRow, ...]
    loads: tuple[LoadRow, ...]
    minutes: tuple[MinutesRow, ...] = ()
    handovers: tuple[HandoverRow, ...] = ()

    @property
    def withdrawn(self) -> bool:
        """Whether the round was decided and taken back."""
        return self.decision is not None and self.decision.withdrawal is not None

    @property
    def placed(self) -> int:
        """How many measures have a place."""
        return sum(len(part.rows) for part in self.teams)
