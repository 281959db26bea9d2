"""Measures (maatregelen), families and what a round should know of them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class MeasureType(StrEnum):
    """The kinds of measure; the Dutch words are in the glossary."""

    SUPERVISION_ORDER = "supervision_order"
    PROVISIONAL_SUPERVISION_ORDER = "provisional_supervision_order"
    GUARDIANSHIP = "guardianship"
    PROVISIONAL_GUARDIANSHIP = "provisional_guardianship"
    PROBATION_MANDATORY = "probation_mandatory"
    PROBATION_VOLUNTARY = "probation_voluntary"
    INTENSIVE_GUIDANCE = "intensive_guidance"
    BEHAVIOUR_ORDER = "behaviour_order"
    PREVENTIVE = "preventive"
    PMG_KANSRIJK = "pmg_kansrijk"
    PMG_STRAATKRACHT = "pmg_straatkracht"
    AFTERCARE = "aftercare"


PROBATION_TYPES = frozenset(
    {
        MeasureType.PROBATION_MANDATORY,
        MeasureType.PROBATION_VOLUNTARY,
        MeasureType.INTENSIVE_GUIDANCE,
        MeasureType.BEHAVIOUR_ORDER,
    }
)
PMG_TYPES = frozenset({MeasureType.PMG_KANSRIJK, MeasureType.PMG_STRAATKRACHT})
PROVISIONAL_TYPES = frozenset({MeasureType.PROVISIONAL_SUPERVISION_ORDER, MeasureType.PROVISIONAL_GUARDIANSHIP})
URGENT_FACTORS = frozenset({"acute_safety", "closed_placement"})


class Wanted(StrEnum):
    """How much a duo or SNS training is wanted for a measure."""

    NONE = "none"
    PREFERRED = "preferred"
    REQUIRED = "required"


class Method(StrEnum):
    """A way of working that asks for training."""

    NONE = ""
    SCHOTTEN = "schotten"
    SAFEPATH = "safepath"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure for one youth, as reported.

    It runs from `reported_on` until `closed_on`, the last day it holds. `team` answers for its area.
    """

    key: str
    family: str
    youth: str
    type: MeasureType
    reported_on: date
    started_on: date | None = None
    expected_end: date | None = None
    closed_on: date | None = None
    team: str
    factors: frozenset[str] = frozenset()
    duo: Wanted = Wanted.NONE
    sns: Wanted = Wanted.NONE
    method: Method = Method.NONE
    first_contact_on: date | None = None
    plan_on: date | None = None

    @property
    def counts_from(self) -> date:
        """Start of its phases: when it started, or was reported where that is unknown."""
        return self.started_on or self.reported_on

    @property
    def asks_duo(self) -> bool:
        """Whether it must have two contacts: a required duo, or SNS required (H2)."""
        return Wanted.REQUIRED in (self.duo, self.sns)

    @property
    def may_have_second(self) -> bool:
        """Whether a second contact is possible at all (H2); with `duo` none only an SNS-trained pair."""
        return self.duo is not Wanted.NONE or self.sns is not Wanted.NONE

    @property
    def urgent(self) -> bool:
        """Whether waiting weighs five times: a provisional order, acute safety, closed placement."""
        return self.type in PROVISIONAL_TYPES or bool(URGENT_FACTORS & self.factors)

    def runs_on(self, on: date) -> bool:
        """Whether it runs on the date."""
        return self.reported_on <= on and (self.closed_on is None or self.closed_on >= on)

    def overdue_on(self, on: date) -> bool:
        """Whether its expected end has come and it still runs: shown, never counted as ending."""
        return self.expected_end is not None and self.expected_end <= on and self.runs_on(on)
