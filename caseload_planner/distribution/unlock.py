"""The smallest recorded change that would place a measure that is left over, or place it with somebody in particular.

A change is: a starred rule set aside for one person (above the ceiling with the amount, from another region as help),
an exclusion lifted, or a duo or SNS asked as preferred instead of required. Each answer was tried: the round was
solved again with it, the measure was placed and nothing else was left over for it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from caseload_planner.distribution.asking_less import Asked, Change, ChangeKind, ways_to_ask
from caseload_planner.distribution.judge import judge, level_values, plan_from_proposal
from caseload_planner.distribution.last_look import place_what_still_fits
from caseload_planner.distribution.problem import DistributionProblem, build_problem, open_round
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import Proposal, Status
from caseload_planner.distribution.solve import solve
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.errors import RuleRefusalError
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.points import Hundredths
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.hard_rules import OVERRIDABLE, judge_pair
from caseload_planner.rules.region import help_is_asked
from caseload_planner.rules.round import Breach, ContactPosition, Pin, Placement, Plan, Round, plan_of

TRIED_AT_MOST = 15
"""Ways that are solved again, cheapest first."""
PINNED_AT_MOST = 6
"""People, and pairs of people, among whom those ways are sought."""
SECONDS_TO_TRY = 2.0
SOLVED_UP_TO = 25
"""Measures up to which a round is solved again for each way. In larger ones that are not proven another search would
leave over something else by chance; there a case comes on top of the plan, and nothing moves."""


@dataclass(frozen=True, slots=True)
class Unlock:
    """Changes that together place a measure, with who would then have it.

    Ordered by how many changes there are, then by the amount above ceilings, then by the plan's levels.
    """

    changes: tuple[Change, ...]
    first: str
    second: str | None
    levels: tuple[tuple[str, int], ...]

    @property
    def price(self) -> tuple[int, Hundredths, tuple[int, ...]]:
        """How dear it is; lower is cheaper."""
        above = {(change.worker, change.rule): change.amount for change in self.changes}
        return len(self.changes), sum(above.values()), tuple(v for _, v in self.levels)


def unlocks(
    organisation: Organisation,
    problem: DistributionProblem,
    profile: Profile,
    proposal: Proposal,
    measure: str,
    *,
    worker: str | None = None,
    stop: StopSignal | None = None,
) -> tuple[Unlock, ...]:
    """Find the cheapest changes that place a measure of the round, cheapest first.

    Parameters
    ----------
    proposal
        The judged answer of the problem as it is.
    worker
        Somebody in particular as first contact; anybody when left out.
    """
    stop = stop or StopSignal()
    plan = plan_from_proposal(problem.round, proposal)
    exactly = proposal.status is Status.OPTIMAL or len(problem.round.asked) <= SOLVED_UP_TO
    request = replace(problem.request, measures=problem.round.asked, time_limit_seconds=SECONDS_TO_TRY)
    ways = [
        way
        for asked in ways_to_ask(organisation, request, measure, worker)
        for way in _ways(asked, measure, worker, None if exactly else plan, pinned=measure in problem.round.pins)
    ]
    found: dict[tuple[Change, ...], Unlock] = {}
    for way in sorted(ways, key=lambda way: way.price)[:TRIED_AT_MOST]:
        if stop.requested:
            break
        answer = _try(way, profile, plan, measure, worker, stop, exactly=exactly)
        if answer is not None and (answer.changes not in found or answer.price < found[answer.changes].price):
            found[answer.changes] = answer
    return tuple(sorted(found.values(), key=lambda unlock: unlock.price))


@dataclass(frozen=True, slots=True)
class _Way:
    """Something to try: a round asked in some way, with a pin or without, and what it costs as far as one can see."""

    price: tuple[int, Hundredths, str]
    asked: Asked
    pin: Pin | None


def _try(
    way: _Way, profile: Profile, before: Plan, measure: str, worker: str | None, stop: StopSignal, *, exactly: bool
) -> Unlock | None:
    """Answer with a change; an unlock where the measure is placed and nothing else is left over instead."""
    pins = way.asked.request.pins
    if way.pin is not None:
        pins += (way.pin,) if exactly else (way.pin, *_pins_beside(before, way.pin))
    try:
        changed = build_problem(way.asked.organisation, replace(way.asked.request, pins=pins))
    except RuleRefusalError:
        return None
    if exactly:
        plan = plan_from_proposal(changed.round, solve(changed, profile, stop=stop))
    else:
        plan = _on_top(changed, before, way.pin, [level.name for level in profile.levels])
    placement, judgement = plan.by_measure.get(measure), judge(plan)
    if judgement.forbidden or placement is None or not set(plan.unplaced) <= set(before.unplaced):
        return None
    if worker is not None and placement.first != worker:
        return None
    overrides = tuple(
        Change(ChangeKind.OVERRIDE, key, breach.worker, breach.rule, _amount(plan, breach.rule, breach.worker))
        for breach in sorted(judgement.needs_override, key=lambda breach: breach.measure != measure)
        if (key := breach.measure) == measure or (key is not None and _is_new(breach, before, exactly=exactly))
    )
    levels = tuple((value.name, value.value) for value in level_values(plan, [level.name for level in profile.levels]))
    return Unlock((*way.asked.changes, *overrides), placement.first, placement.second, levels)


def _on_top(changed: DistributionProblem, before: Plan, pin: Pin | None, order: Sequence[str]) -> Plan:
    """Give the plan with a pinned placement on top of it, or with what fits now that less is asked."""
    placed = dict(before.by_measure)
    if pin is not None:
        placed[pin.measure] = Placement(pin.measure, pin.first, pin.second)
        return plan_of(changed.round, placed.values())
    return plan_of(changed.round, place_what_still_fits(changed, placed, order).values())


def _pins_beside(plan: Plan, pin: Pin) -> tuple[Pin, ...]:
    """Pin what a plan gives the people of a pin, so that it may stand above a ceiling with a reason as well."""
    people = {pin.first, pin.second} - {None}
    return tuple(
        Pin(placement.measure, placement.first, placement.second)
        for placement in plan.placements
        if placement.measure not in plan.round.pins and {placement.first, placement.second} & people
    )


def _is_new(breach: Breach, before: Plan, *, exactly: bool) -> bool:
    """Whether a rule is set aside on another measure because of the change; solved again, others move instead."""
    return not exactly and breach not in judge(before).needs_override


def _amount(plan: Plan, rule: str, worker: str | None) -> Hundredths:
    if rule != "H8" or worker is None:
        return 0
    return plan.load_after(worker) - plan.round.capacity(worker).ceiling


def _ways(asked: Asked, key: str, worker: str | None, on_top_of: Plan | None, *, pinned: bool) -> Iterator[_Way]:
    """Give a round asked in another way by itself, and with each pin of people whom only starred rules keep away."""
    changes = len(asked.changes)
    if changes:
        alone = None if pinned or worker is None else Pin(key, worker)
        yield _Way((changes, 0, ""), asked, alone)
    if not pinned:
        round_ = open_round(asked.organisation, asked.request)
        for rules, amount, pin in _pins(_Pricing(round_, key, on_top_of), worker):
            yield _Way((changes + rules, amount, str(pin)), asked, pin)


class _Pricing:
    """What it would take to give somebody a position, as far as one can see without another answer.

    Loads are those before the round, as others can move along; or those after a plan on which a case comes on top.
    """

    def __init__(self, round_: Round, key: str, on_top_of: Plan | None) -> None:
        self.round, self.key = round_, key
        self._loads = {} if on_top_of is None else on_top_of.added
        placements = () if on_top_of is None else on_top_of.placements
        self._held = Counter(worker for placement in placements for _, worker in placement.contacts)

    def cheapest(
        self, workers: Sequence[str], position: ContactPosition, *, duo: bool
    ) -> list[tuple[int, Hundredths, str]]:
        """Give the people whom only starred rules keep away: rules to set aside, hundredths above the ceiling, key."""
        share = self.round.shares(self.key, duo=duo)[0 if position is Position.FIRST else 1]
        return sorted(price for worker in workers for price in self._price(worker, position, share))[:PINNED_AT_MOST]

    def _price(
        self, worker: str, position: ContactPosition, share: Hundredths
    ) -> Iterator[tuple[int, Hundredths, str]]:
        breaches = judge_pair(self.round, self.key, worker, position)
        rules = {breach.rule for breach in breaches if not help_is_asked(self.round, breach)} - {"H8"}
        load = self.round.load_before(worker) + self._loads.get(worker, 0)
        over = max(0, load + share - self.round.capacity(worker).ceiling)
        if rules <= OVERRIDABLE:
            # Above the ceiling each of her new cases asks its own reason.
            yield len(rules) + (1 + self._held[worker] if over else 0), over, worker


def _pins(pricing: _Pricing, worker: str | None) -> Iterator[tuple[int, Hundredths, Pin]]:
    """Pin the people whom only starred rules keep away, fewest rules and least above the ceiling first."""
    round_, key = pricing.round, pricing.key
    everybody = round_.caseload.carrying_workers
    firsts = [w for w in everybody if worker in {None, w}]
    case = round_.measure(key)
    if not case.asks_duo:
        for rules, amount, first in pricing.cheapest(firsts, Position.FIRST, duo=False):
            yield rules, amount, Pin(key, first)
    if case.may_have_second:
        leads = pricing.cheapest(firsts, Position.FIRST, duo=True)
        seconds = pricing.cheapest(everybody, Position.SECOND, duo=True)
        pairs = sorted(
            (rules + more, amount + extra, first, second)
            for rules, amount, first in leads
            for more, extra, second in seconds
            if first != second
        )
        for rules, amount, first, second in pairs[:PINNED_AT_MOST]:
            yield rules, amount, Pin(key, first, second)
