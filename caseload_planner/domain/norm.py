"""The caseload norm: dated weights, factors and lines, and the policy values beside them."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from caseload_planner.domain.measures import MeasureType
from caseload_planner.domain.points import Hundredths

TAKEOVER_FACTOR = "takeover"
REPLACED_FACTORS = {"divorce_schotten": "complex_divorce"}
"""A factor by the lighter one that it replaces on the same measure."""
_WEIGHING = ("weights", "factors", "factor_cap", "sibling_factor", "concurrency_factor", "duo_first_share")


@dataclass(frozen=True, slots=True)
class Phase:
    """A base weight from a month of the measure on."""

    from_month: int
    weight: Hundredths


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """One version of the norm, in force from `valid_from`; points are hundredths, factors and shares decimals."""

    valid_from: date
    funded: Hundredths
    working: Hundredths
    ceiling: Hundredths
    duo_first_share: Decimal
    sibling_factor: Decimal
    concurrency_factor: Decimal
    factor_cap: Hundredths
    weights: Mapping[MeasureType, tuple[Phase, ...]]
    factors: Mapping[str, Hundredths]

    def base_weight(self, type_: MeasureType, months: int) -> Hundredths:
        """Give the weight of a type so many whole months after its start; before the start the first phase."""
        phases = self.weights[type_]
        reached = [phase for phase in phases if phase.from_month <= months]
        return (reached[-1] if reached else phases[0]).weight

    def phase_months(self, type_: MeasureType) -> tuple[int, ...]:
        """Give the months in which the weight of a type can change."""
        return tuple(phase.from_month for phase in self.weights[type_])

    def weighs_as(self, other: "Norm") -> bool:
        """Say whether another version gives every measure and every part of a duo the same weight."""
        return self is other or all(getattr(self, name) == getattr(other, name) for name in _WEIGHING)

    @property
    def takeover(self) -> Hundredths:
        """What an incoming contact carries during a warm handover."""
        return self.factors.get(TAKEOVER_FACTOR, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Agreed days and limits of domain.md, not part of a norm version."""

    long_absence_days: int = 42
    open_absence_days: int = 14
    short_return_days: int = 7
    leaving_days: int = 91
    starter_days: int = 182
    intake_per_fte: Hundredths = 160


@dataclass(frozen=True, slots=True)
class NormSet:
    """All versions of the norm by date, oldest first, and the policy."""

    norms: tuple[Norm, ...]
    policy: Policy = field(default_factory=Policy)

    def __post_init__(self) -> None:
        dates = [norm.valid_from for norm in self.norms]
        if not dates or dates != sorted(set(dates)):
            raise ValueError("a norm set has at least one norm, ordered by date, one a date")

    def on(self, on: date) -> Norm:
        """Give the norm in force on a date; before the first norm the first holds."""
        position = bisect_right([norm.valid_from for norm in self.norms], on)
        return self.norms[max(0, position - 1)]
