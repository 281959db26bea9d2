"""How heavy each running measure weighs on a date, and out of what that weight arises."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from caseload_planner.domain.calendar import whole_months
from caseload_planner.domain.measures import Measure
from caseload_planner.domain.norm import REPLACED_FACTORS, Norm
from caseload_planner.domain.points import Hundredths, round_half_up

LIGHT_UP_TO: Hundredths = 10
HEAVY_FROM: Hundredths = 35


class Sharing(StrEnum):
    """Why a measure counts for part of its base weight."""

    NONE = "none"
    SIBLING = "sibling"
    CONCURRENCY = "concurrency"


class Band(StrEnum):
    """How heavy the factors of a measure are together."""

    LIGHT = "light"
    MIDDLE = "middle"
    HEAVY = "heavy"


@dataclass(frozen=True, slots=True)
class Weight:
    """A measure's weight and its parts, in hundredths.

    Attributes
    ----------
    total
        ``round_half_up(base x scale) + factor_sum``.
    base, months
        Base weight of its type in the month (whole months since its start) it is in.
    sharing, scale
        Whether it shares work inside the family, and for which part it counts then.
    factors
        The factors that count, by name, before the cap.
    factor_sum
        Their sum, at most the norm's cap.
    """

    total: Hundredths
    base: Hundredths
    months: int
    sharing: Sharing
    scale: Decimal
    factors: tuple[tuple[str, Hundredths], ...]
    factor_sum: Hundredths

    @property
    def capped(self) -> bool:
        """Whether the factors weigh more together than the cap allows."""
        return sum(points for _, points in self.factors) > self.factor_sum

    @property
    def band(self) -> Band:
        """Give the band of the factor sum: light up to 0.10, heavy from 0.35."""
        if self.factor_sum <= LIGHT_UP_TO:
            return Band.LIGHT
        return Band.HEAVY if self.factor_sum >= HEAVY_FROM else Band.MIDDLE


def counted_factors(names: Iterable[str], norm: Norm) -> tuple[tuple[str, Hundredths], ...]:
    """Give the factors that count with their points, by name; a replaced one drops out."""
    present = set(names)
    present -= {lighter for heavier, lighter in REPLACED_FACTORS.items() if heavier in present}
    return tuple((name, norm.factors[name]) for name in sorted(present))


def factor_sum_of(measure: Measure, norm: Norm) -> Hundredths:
    """Add up the factors of a measure that count, up to the norm's cap."""
    return min(norm.factor_cap, sum(points for _, points in counted_factors(measure.factors, norm)))


def family_weights(family: Iterable[Measure], on: date, norm: Norm) -> dict[str, Weight]:
    """Weigh the running measures of one family by key.

    `family` is in the order of `Organisation.measures_by_family`. A measure whose youth has an earlier running one
    counts for the concurrency factor, else one with an earlier running one of another youth for the sibling factor.
    """
    weights: dict[str, Weight] = {}
    youths: set[str] = set()
    for measure in family:
        if not measure.runs_on(on):
            continue
        if measure.youth in youths:
            sharing, scale = Sharing.CONCURRENCY, norm.concurrency_factor
        elif youths:
            sharing, scale = Sharing.SIBLING, norm.sibling_factor
        else:
            sharing, scale = Sharing.NONE, Decimal(1)
        youths.add(measure.youth)
        months = whole_months(measure.counts_from, on)
        base = norm.base_weight(measure.type, months)
        factors = counted_factors(measure.factors, norm)
        factor_sum = factor_sum_of(measure, norm)
        total = round_half_up(base * scale) + factor_sum
        weights[measure.key] = Weight(total, base, months, sharing, scale, factors, factor_sum)
    return weights


def duo_shares(weight: Hundredths, norm: Norm, *, with_second: bool) -> tuple[Hundredths, Hundredths]:
    """Split a weight over first and second contact; together exactly the weight, alone the first carries all."""
    if not with_second:
        return weight, 0
    first = round_half_up(weight * norm.duo_first_share)
    return first, weight - first
