"""What a region is short of: supply against demand by the training that measures ask, and when it would fit."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from caseload_planner.distribution.weeks_until_room import asks_of, weeks_until_room
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.points import Hundredths
from caseload_planner.domain.waiting_time import days_waiting
from caseload_planner.rules.hard_rules import person_may
from caseload_planner.rules.round import Plan, Round


@dataclass(frozen=True, slots=True)
class SupplyAndDemand:
    """What is asked of a group of first contacts in a region, and what they have room for under their ceilings.

    Attributes
    ----------
    asks
        The training asked: ``jr``, ``pmg``, ``schotten_team``, ``sns``, or `ANYBODY`.
    measures, demand
        How many measures ask it, and their first-contact points in hundredths.
    people, supply
        How many may be first contact of one of them by every rule but the ceiling, and their room in hundredths.
    """

    region: str
    asks: str
    measures: int
    demand: Hundredths
    people: int
    supply: Hundredths

    @property
    def short(self) -> Hundredths:
        """Hundredths that are missing, 0 where there is room."""
        return max(0, self.demand - self.supply)


@dataclass(frozen=True, slots=True)
class UnsafeRegion:
    """The figures for "niet veilig te verdelen" of a region.

    Attributes
    ----------
    waiting
        Measures left over, longest waiting first.
    longest_wait_days
        Days that the first of them has had no first contact: since its report, or since the last one was gone.
    points
        Hundredths that are left over.
    fte
        Deployable fte that would carry them at the working norm, two decimals.
    weeks
        Weeks until the region has room for them, at the ends and inflow expected (`weeks_until_room`); None where it
        has not within 26 weeks.
    """

    region: str
    waiting: tuple[str, ...]
    longest_wait_days: int
    points: Hundredths
    fte: Decimal
    weeks: int | None


def supply_and_demand(round_: Round) -> tuple[SupplyAndDemand, ...]:
    """Set supply against demand for every region and training that the round asks, most short first."""
    groups: dict[tuple[str, str], list[str]] = {}
    for key in round_.asked:
        region = round_.caseload.organisation.region_of_measure(key)
        groups.setdefault((region, asks_of(round_, key)), []).append(key)
    rows = [_row(round_, region, asks, keys) for (region, asks), keys in sorted(groups.items())]
    return tuple(sorted(rows, key=lambda row: (-row.short, row.region, row.asks)))


def unsafe_regions(plan: Plan) -> tuple[UnsafeRegion, ...]:
    """Give the figures of every region in which measures are left over, by region."""
    return tuple(_unsafe(plan))


def _row(round_: Round, region: str, asks: str, keys: list[str]) -> SupplyAndDemand:
    people = {worker for key in keys for worker in round_.candidates if person_may(round_, key, worker, Position.FIRST)}
    supply = sum(max(0, round_.capacity(worker).ceiling - round_.load_before(worker)) for worker in people)
    demand = sum(round_.shares(key, duo=round_.measure(key).asks_duo)[0] for key in keys)
    return SupplyAndDemand(region, asks, len(keys), demand, len(people), supply)


def _unsafe(plan: Plan) -> Iterator[UnsafeRegion]:
    round_ = plan.round
    by_region: dict[str, list[str]] = {}
    for key in plan.unplaced:
        by_region.setdefault(round_.caseload.organisation.region_of_measure(key), []).append(key)
    for region, keys in sorted(by_region.items()):
        days = {key: days_waiting(round_.caseload.organisation, key, round_.on) for key in keys}
        waiting = sorted(keys, key=lambda key: (-days[key], key))
        points = sum(round_.caseload.weights[key].total for key in keys)
        yield UnsafeRegion(
            region=region,
            waiting=tuple(waiting),
            longest_wait_days=days[waiting[0]],
            points=points,
            fte=(Decimal(points) / round_.caseload.norm.working).quantize(Decimal("0.01")),
            weeks=weeks_until_room(plan, region, keys),
        )
