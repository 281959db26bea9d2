"""The smallest recorded change that would place a measure that is left over, or place it with somebody in particular.

A change is: a starred rule set aside for one person (above the ceiling with the amount, from another region as help),
an exclusion lifted, or a duo or SNS asked as preferred instead of required. Each answer was tried: the round was
solved again with it, the measure was placed and nothing else was left over for it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from caseload_planner.distribution.asking_less import Asked, Change, ChangeKind, ways_to_ask
from caseload_planner.distribution.judge import plan_from_proposal
from caseload_planner.distribution.problem import DistributionProblem, build_problem, open_round
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import Proposal
from caseload_planner.distribution.solve import solve
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.errors import RuleRefusalError
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.points import Hundredths
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.hard_rules import OVERRIDABLE, judge_pair
from caseload_planner.rules.region import help_is_asked
from caseload_planner.rules.round import ContactPosition, Pin, Plan, Round

TRIED_AT_MOST = 15
"""Ways that are solved again, cheapest first."""
PINNED_AT_MOST = 6
"""People, and pairs of people, among whom those ways are sought."""
SECONDS_TO_TRY = 2.0


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
        return len(self.changes), sum(change.amount for change in self.changes), tuple(v for _, v in self.levels)


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
    request = replace(problem.request, measures=problem.round.asked, time_limit_seconds=SECONDS_TO_TRY)
    ways = [
        way
        for asked in ways_to_ask(organisation, request, measure, worker)
        for way in _ways(asked, measure, worker, pinned=measure in problem.round.pins)
    ]
    found: dict[tuple[Change, ...], Unlock] = {}
    for way in sorted(ways, key=lambda way: way.price)[:TRIED_AT_MOST]:
        if stop.requested:
            break
        answer = _try(way, profile, plan, measure, worker, stop)
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
    way: _Way, profile: Profile, before: Plan, measure: str, worker: str | None, stop: StopSignal
) -> Unlock | None:
    """Solve with a change; an unlock where the measure is placed and nothing else is left over instead."""
    pins = way.asked.request.pins if way.pin is None else (*way.asked.request.pins, way.pin)
    try:
        changed = build_problem(way.asked.organisation, replace(way.asked.request, pins=pins))
    except RuleRefusalError:
        return None
    proposal = solve(changed, profile, stop=stop)
    plan = plan_from_proposal(changed.round, proposal)
    placement = plan.by_measure.get(measure)
    if placement is None or not set(plan.unplaced) <= set(before.unplaced):
        return None
    if worker is not None and placement.first != worker:
        return None
    overrides = tuple(
        Change(ChangeKind.OVERRIDE, measure, breach.worker, breach.rule, _amount(plan, breach.rule, breach.worker))
        for breach in proposal.needs_override
        if breach.measure == measure
    )
    levels = tuple((level.name, level.value) for level in proposal.levels)
    return Unlock((*way.asked.changes, *overrides), placement.first, placement.second, levels)


def _amount(plan: Plan, rule: str, worker: str | None) -> Hundredths:
    if rule != "H8" or worker is None:
        return 0
    return plan.load_after(worker) - plan.round.capacity(worker).ceiling


def _ways(asked: Asked, key: str, worker: str | None, *, pinned: bool) -> Iterator[_Way]:
    """Give a round asked in another way by itself, and with each pin of people whom only starred rules keep away."""
    changes = len(asked.changes)
    if changes:
        alone = None if pinned or worker is None else Pin(key, worker)
        yield _Way((changes, 0, ""), asked, alone)
    if not pinned:
        round_ = open_round(asked.organisation, asked.request)
        for rules, amount, pin in _pins(round_, key, worker):
            yield _Way((changes + rules, amount, str(pin)), asked, pin)


def _pins(round_: Round, key: str, worker: str | None) -> Iterator[tuple[int, Hundredths, Pin]]:
    """Pin the people whom only starred rules keep away, fewest rules and least above the ceiling first."""
    everybody = round_.caseload.carrying_workers
    firsts = [w for w in everybody if worker in {None, w}]
    case = round_.measure(key)
    if not case.asks_duo:
        for rules, amount, first in sorted(_priced(round_, key, firsts, Position.FIRST, duo=False))[:PINNED_AT_MOST]:
            yield rules, amount, Pin(key, first)
    if case.may_have_second:
        leads = sorted(_priced(round_, key, firsts, Position.FIRST, duo=True))[:PINNED_AT_MOST]
        seconds = sorted(_priced(round_, key, everybody, Position.SECOND, duo=True))[:PINNED_AT_MOST]
        pairs = sorted(
            (rules + more, amount + extra, first, second)
            for rules, amount, first in leads
            for more, extra, second in seconds
            if first != second
        )
        for rules, amount, first, second in pairs[:PINNED_AT_MOST]:
            yield rules, amount, Pin(key, first, second)


def _priced(
    round_: Round, key: str, workers: Sequence[str], position: ContactPosition, *, duo: bool
) -> Iterator[tuple[int, int, str]]:
    """Price people by the rules to set aside and the hundredths above the ceiling, as loads stand before the round."""
    share = round_.shares(key, duo=duo)[0 if position is Position.FIRST else 1]
    for worker in workers:
        breaches = judge_pair(round_, key, worker, position)
        rules = {breach.rule for breach in breaches if not help_is_asked(round_, breach)}
        over = max(0, round_.load_before(worker) + share - round_.capacity(worker).ceiling)
        if over:
            rules.add("H8")
        if rules <= OVERRIDABLE:
            yield len(rules), over, worker
