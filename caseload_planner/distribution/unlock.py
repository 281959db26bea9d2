"""The smallest recorded change that would place a measure that is left over, or place it with somebody in particular.

A change is: a starred rule set aside for one person (above the ceiling with the amount, from another region as help),
an exclusion lifted, or a duo or SNS asked as preferred instead of required. Each answer was tried: the round was
solved again with it, the measure was placed and nothing else was left over for it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from caseload_planner.distribution.judge import plan_from_proposal
from caseload_planner.distribution.problem import DistributionProblem, build_problem
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import Proposal
from caseload_planner.distribution.solve import solve
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.errors import RuleRefusalError
from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.points import Hundredths
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.hard_rules import OVERRIDABLE, judge_pair
from caseload_planner.rules.round import ContactPosition, Pin, Plan

TRIED_AT_MOST = 6
"""Candidates that are solved again, cheapest first."""
SECONDS_TO_TRY = 2.0


class ChangeKind(StrEnum):
    """What would be changed."""

    OVERRIDE = "override"
    LIFT_EXCLUSION = "lift_exclusion"
    DUO_PREFERRED = "duo_preferred"
    SNS_PREFERRED = "sns_preferred"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: for an override the rule and the person; above the ceiling also by how many hundredths."""

    kind: ChangeKind
    measure: str
    worker: str | None = None
    rule: str | None = None
    amount: Hundredths = 0


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
    found: dict[tuple[Change, ...], Unlock] = {}
    tries = [*_asking_less(organisation, problem, measure, worker), *_ranked_pins(problem, plan, measure, worker)]
    for changed, changes in tries:
        if stop.requested:
            break
        answer = _try(changed, profile, plan, measure, worker, changes, stop)
        if answer is not None and (answer.changes not in found or answer.price < found[answer.changes].price):
            found[answer.changes] = answer
    return tuple(sorted(found.values(), key=lambda unlock: unlock.price))


_Attempt = tuple[DistributionProblem, tuple[Change, ...]]


def _try(
    changed: DistributionProblem,
    profile: Profile,
    before: Plan,
    measure: str,
    worker: str | None,
    changes: tuple[Change, ...],
    stop: StopSignal,
) -> Unlock | None:
    """Solve with a change; an unlock where the measure is placed and nothing else is left over instead."""
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
    return Unlock((*changes, *overrides), placement.first, placement.second, levels)


def _amount(plan: Plan, rule: str, worker: str | None) -> Hundredths:
    if rule != "H8" or worker is None:
        return 0
    return plan.load_after(worker) - plan.round.capacity(worker).ceiling


def _asking_less(
    organisation: Organisation, problem: DistributionProblem, key: str, worker: str | None
) -> Iterator[_Attempt]:
    """Ask a duo or SNS as preferred, and lift the exclusions of the measure one by one."""
    measure = problem.round.measure(key)
    request = replace(problem.request, measures=problem.round.asked, time_limit_seconds=SECONDS_TO_TRY)
    pins = (*request.pins, Pin(key, worker)) if worker is not None and key not in problem.round.pins else request.pins
    less = []
    if measure.duo is Wanted.REQUIRED:
        less.append((ChangeKind.DUO_PREFERRED, replace(measure, duo=Wanted.PREFERRED)))
    if measure.sns is Wanted.REQUIRED:
        less.append((ChangeKind.SNS_PREFERRED, replace(measure, sns=Wanted.PREFERRED)))
    for kind, softer in less:
        changed = replace(organisation, measures={**organisation.measures, key: softer})
        yield from _attempt(changed, replace(request, pins=pins), (Change(kind, key),))
    for excluded in sorted(pair for pair in problem.round.exclusions if pair[0] == key and worker in {None, pair[1]}):
        exclusions = tuple(pair for pair in request.exclusions if pair != excluded)
        change = Change(ChangeKind.LIFT_EXCLUSION, key, excluded[1])
        yield from _attempt(organisation, replace(request, pins=pins, exclusions=exclusions), (change,))


def _attempt(organisation: Organisation, request: object, changes: tuple[Change, ...]) -> Iterator[_Attempt]:
    try:
        yield build_problem(organisation, request), changes  # type: ignore[arg-type]
    except RuleRefusalError:
        return


def _ranked_pins(problem: DistributionProblem, plan: Plan, key: str, worker: str | None) -> Iterator[_Attempt]:
    """Pin the people whom only starred rules keep away, fewest rules and least above the ceiling first."""
    if key in problem.round.pins:
        return
    organisation = problem.round.caseload.organisation
    everybody = problem.round.caseload.carrying_workers
    firsts = [w for w in everybody if worker in {None, w}]
    case = problem.round.measure(key)
    pins = []
    if not case.asks_duo:
        alone = sorted(_priced(plan, key, firsts, Position.FIRST, duo=False))
        pins = [Pin(key, first) for *_, first in alone[:TRIED_AT_MOST]]
    if case.may_have_second:
        leads = sorted(_priced(plan, key, firsts, Position.FIRST, duo=True))[:TRIED_AT_MOST]
        seconds = sorted(_priced(plan, key, everybody, Position.SECOND, duo=True))[:TRIED_AT_MOST]
        pairs = sorted(
            (rules + more, amount + extra, first, second)
            for rules, amount, first in leads
            for more, extra, second in seconds
            if first != second
        )
        pins += [Pin(key, first, second) for *_, first, second in pairs[:TRIED_AT_MOST]]
    for pin in pins:
        request = replace(
            problem.request,
            measures=problem.round.asked,
            pins=(*problem.request.pins, pin),
            time_limit_seconds=SECONDS_TO_TRY,
        )
        yield from _attempt(organisation, request, ())


def _priced(
    plan: Plan, key: str, workers: Sequence[str], position: ContactPosition, *, duo: bool
) -> Iterator[tuple[int, int, str]]:
    """Price people by the rules to set aside and the hundredths above the ceiling, as the plan stands."""
    round_ = plan.round
    share = round_.shares(key, duo=duo)[0 if position is Position.FIRST else 1]
    for worker in workers:
        rules = {breach.rule for breach in judge_pair(round_, key, worker, position)}
        over = max(0, round_.load_before(worker) + share - round_.capacity(worker).ceiling)
        if over:
            rules.add("H8")
        if rules <= OVERRIDABLE:
            yield len(rules), over, worker
