"""Placements that could as well be otherwise: shown as ties, so that nobody reads a preference into them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from caseload_planner.distribution.judge import judge
from caseload_planner.distribution.profile import Profile
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.points import Hundredths
from caseload_planner.rules.evenness import evenness_added
from caseload_planner.rules.hard_rules import judge_pair
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.near import steps_away
from caseload_planner.rules.region import help_is_asked
from caseload_planner.rules.round import ContactPosition, Placement, Plan, plan_of

POSITIONS: tuple[ContactPosition, ...] = (Position.FIRST, Position.SECOND)
SWAPS_UP_TO = 40


@dataclass(frozen=True, slots=True)
class Tie:
    """Somebody who could have a position of a measure at no cost on any level, the rest of the plan as it is.

    `swapped_with` is the measure of which she has the same position now and that goes to `has_it` instead; None where
    nothing else changes.
    """

    measure: str
    position: ContactPosition
    has_it: str
    as_good: str
    swapped_with: str | None = None


def ties(
    plan: Plan, profile: Profile, measures: Collection[str] | None = None, *, swaps_up_to: int = SWAPS_UP_TO
) -> tuple[Tie, ...]:
    """Find every tie of a plan, by measure, position and worker; pinned measures are nobody's choice and have none.

    Somebody who could take a measure over, or swap it, is told without the swap.

    Parameters
    ----------
    measures
        Only the ties of these; of all when left out.
    swaps_up_to
        In plans with more placements swaps are looked for only of the measures asked by name: in a very full week
        there are thousands, and nobody reads them.
    """
    compared = _Compared(plan, profile)
    free = [placement for placement in plan.placements if placement.measure not in plan.round.pins]
    found: dict[tuple[str, int, str], Tie] = {}
    for placement in free:
        if measures is None or placement.measure in measures:
            partners = free if measures is not None or len(free) <= swaps_up_to else []
            swapped = (tie for other in partners for tie in _swaps(compared, placement, other))
            for tie in (*_others(compared, placement), *swapped):
                found.setdefault((tie.measure, POSITIONS.index(tie.position), tie.as_good), tie)
    return tuple(tie for _, tie in sorted(found.items()))


class _Compared:
    """A plan beside which others are held: the cheap questions first, as most fail there."""

    def __init__(self, plan: Plan, profile: Profile) -> None:
        self.plan = plan
        self._levels = [LEVELS[level.name] for level in profile.levels]
        self._values = [rule.value(plan) for rule in self._levels]
        self._names = {level.name for level in profile.levels}

    def may(self, measure: str, worker: str, position: ContactPosition) -> bool:
        """Whether no rule of persons keeps her away; loads are judged with the whole plan."""
        round_ = self.plan.round
        breaches = judge_pair(round_, measure, worker, position)
        return all(breach.rule == "H8" or help_is_asked(round_, breach) for breach in breaches)

    def no_further(self, steps: Mapping[str, str], instead: Mapping[str, str]) -> bool:
        """Whether contacts by measure are together no further away than those that they replace."""
        if "near" not in self._names:
            return True
        now, then = (sum(steps_away(self.plan.round, m, w) for m, w in some.items()) for some in (steps, instead))
        return then <= now

    def no_less_even(self, gives: str, takes: str, points: Hundredths) -> bool:
        """Whether handing points over makes the loads no less even."""
        if "evenness" not in self._names or not points:
            return True
        return self._evenness(takes, 0, points) <= self._evenness(gives, -points, points)

    def as_good(self, *changed: Placement) -> bool:
        """Whether the plan with other placements holds every rule and is worse on no level."""
        keys = {placement.measure for placement in changed}
        rest = [placement for placement in self.plan.placements if placement.measure not in keys]
        other = plan_of(self.plan.round, [*rest, *changed])
        pairs = zip(self._levels, self._values, strict=True)
        return not judge(other).forbidden and all(rule.value(other) <= value for rule, value in pairs)

    def _evenness(self, worker: str, from_now: Hundredths, points: Hundredths) -> int:
        capacity = self.plan.round.capacity(worker).working
        return evenness_added(capacity, self.plan.load_after(worker) + from_now, points) if capacity > 0 else 0


def _others(compared: _Compared, placement: Placement) -> Iterator[Tie]:
    plan, key = compared.plan, placement.measure
    shares = plan.round.shares(key, duo=placement.second is not None)
    for (position, has_it), share in zip(placement.contacts, shares, strict=False):
        for worker in plan.round.candidates:
            if (
                worker not in {placement.first, placement.second}
                and compared.no_further({key: has_it}, {key: worker})
                and compared.no_less_even(has_it, worker, share)
                and compared.may(key, worker, position)
                and compared.as_good(_with(placement, position, worker))
            ):
                yield Tie(key, position, has_it, worker)


def _swaps(compared: _Compared, one: Placement, other: Placement) -> Iterator[Tie]:
    """Give the positions in which two measures could exchange their contacts."""
    for position in POSITIONS:
        mine, hers = dict(one.contacts).get(position), dict(other.contacts).get(position)
        if mine is None or hers is None or hers in {one.first, one.second} or mine in {other.first, other.second}:
            continue
        now, then = {one.measure: mine, other.measure: hers}, {one.measure: hers, other.measure: mine}
        if (
            compared.no_further(now, then)
            and compared.may(one.measure, hers, position)
            and compared.may(other.measure, mine, position)
            and compared.as_good(_with(one, position, hers), _with(other, position, mine))
        ):
            yield Tie(one.measure, position, mine, hers, other.measure)


def _with(placement: Placement, position: ContactPosition, worker: str) -> Placement:
    if position is Position.FIRST:
        return replace(placement, first=worker)
    return replace(placement, second=worker)
