"""The cheapest change that places what is left over: it really does, and none is cheaper."""

import itertools
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from caseload_planner.distribution.asking_less import ChangeKind
from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.distribution.solve import proposal_of_plan, solve
from caseload_planner.distribution.unlock import SOLVED_UP_TO, unlocks
from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Organisation
from caseload_planner.rules.hard_rules import OVERRIDABLE, judge_plan
from caseload_planner.rules.round import Placement, Plan, plan_of
from tests.builders import ON, a_measure, a_worker, an_organisation, busy
from tests.distribution.tiny_rounds import STRICT, Size, problem_of, random_organisation


@pytest.mark.parametrize("seed", range(60))
def test_that_no_change_is_cheaper(seed: int) -> None:
    organisation = _only_overrides(random_organisation(random.Random(seed), Size(workers=3, measures=2)))
    problem = problem_of(organisation)
    proposal = solve(problem, STRICT)
    for left in proposal.unplaced:
        dearer = min(_prices(problem, left.measure, {row.measure for row in proposal.unplaced}), default=None)
        found = unlocks(organisation, problem, STRICT, proposal, left.measure)
        assert (found[0].price[:2] if found else None) == dearer


@pytest.mark.parametrize("seed", range(60))
def test_that_no_change_is_cheaper_where_less_may_be_asked_too(seed: int) -> None:
    dice = random.Random(seed)
    organisation = random_organisation(dice, Size(workers=3, measures=2))
    asked = problem_of(organisation).round.asked
    excluded = ((dice.choice(asked), dice.choice(sorted(organisation.workers))),)
    problem = problem_of(organisation, exclusions=excluded)
    proposal = solve(problem, STRICT)
    over = {row.measure for row in proposal.unplaced}
    for left in proposal.unplaced:
        found = unlocks(organisation, problem, STRICT, proposal, left.measure)
        prices = _prices_with_less(organisation, problem, left.measure, over)
        assert (found[0].price[:2] if found else None) == min(prices, default=None)


def test_that_room_above_the_ceiling_is_told_with_its_amount() -> None:
    carried, held = busy("W1", 15)
    fuller, held_too = busy("W2", 16)
    organisation = an_organisation(
        [a_worker("W1"), a_worker("W2")], [*carried, *fuller, a_measure("N1")], [*held, *held_too]
    )
    problem = problem_of(organisation)

    first, *others = unlocks(organisation, problem, STRICT, solve(problem, STRICT), "N1")

    assert [(c.kind, c.rule, c.worker, c.amount) for c in first.changes] == [(ChangeKind.OVERRIDE, "H8", "W1", 50)]
    assert [unlock.changes[0].amount for unlock in others] == [150]


def test_that_help_from_another_region_is_an_answer() -> None:
    organisation = an_organisation([a_worker("W9", team="Z1")], [a_measure("N1")])
    problem = problem_of(organisation)

    (only,) = unlocks(organisation, problem, STRICT, solve(problem, STRICT), "N1")

    assert [(change.rule, change.worker) for change in only.changes] == [("H10", "W9")]


def test_that_a_duo_may_be_asked_as_preferred() -> None:
    organisation = an_organisation([a_worker("W1")], [a_measure("N1", duo=Wanted.REQUIRED)])
    problem = problem_of(organisation)

    (only,) = unlocks(organisation, problem, STRICT, solve(problem, STRICT), "N1")

    assert [change.kind for change in only.changes] == [ChangeKind.DUO_PREFERRED]
    assert (only.first, only.second) == ("W1", None)


def test_that_an_exclusion_may_be_lifted() -> None:
    organisation = an_organisation([a_worker("W1")], [a_measure("N1")])
    problem = problem_of(organisation, exclusions=(("N1", "W1"),))

    (only,) = unlocks(organisation, problem, STRICT, solve(problem, STRICT), "N1")

    assert [(change.kind, change.worker) for change in only.changes] == [(ChangeKind.LIFT_EXCLUSION, "W1")]


def test_that_nothing_unlocks_what_only_unstarred_rules_forbid() -> None:
    leaver = a_worker("W1", ends_on=ON + timedelta(days=30))
    organisation = an_organisation([leaver, a_worker("W2", skj_until=None)], [a_measure("N1")])
    problem = problem_of(organisation)

    assert unlocks(organisation, problem, STRICT, solve(problem, STRICT), "N1") == ()


def test_that_in_a_large_week_a_case_comes_on_top_of_the_plan_and_nothing_moves() -> None:
    carried, held = busy("W2", 16)
    asked = [a_measure(f"N{n:02}") for n in range(SOLVED_UP_TO + 5)]
    organisation = an_organisation([a_worker("W1"), a_worker("W2")], [*carried, *asked], held)
    problem = problem_of(organisation)
    drawn = [Placement(f"N{n:02}", "W1") for n in range(10)]
    proposal = proposal_of_plan(plan_of(problem.round, drawn), STRICT)

    cheapest, dearer = unlocks(organisation, problem, STRICT, proposal, "N20")

    assert [(c.rule, c.worker, c.measure, c.amount) for c in cheapest.changes] == [("H8", "W2", "N20", 150)]
    # Above her ceiling each of her new cases asks its own reason; the amount is counted once.
    assert [(c.rule, c.worker, c.amount) for c in dearer.changes] == [("H8", "W1", 50)] * 11
    assert dearer.changes[0].measure == "N20"
    assert dearer.price[:2] == (11, 50)


def _only_overrides(organisation: Organisation) -> Organisation:
    """Make duo and SNS no more than preferred, so that overrides are the only changes."""
    soft = {Wanted.REQUIRED: Wanted.PREFERRED}
    measures = {
        key: replace(measure, duo=soft.get(measure.duo, measure.duo), sns=soft.get(measure.sns, measure.sns))
        for key, measure in organisation.measures.items()
    }
    return replace(organisation, measures=measures)


def _prices_with_less(
    organisation: Organisation, problem: DistributionProblem, key: str, left: set[str]
) -> Iterator[tuple[int, int]]:
    """Price the plans as asked, with a duo or SNS preferred, an exclusion lifted, and with two of those together."""
    measure, exclusions = organisation.measures[key], problem.request.exclusions
    required = [name for name in ("duo", "sns") if getattr(measure, name) is Wanted.REQUIRED]
    possible = [*required, *(["exclusion"] if any(pair[0] == key for pair in exclusions) else [])]
    for chosen in itertools.chain.from_iterable(itertools.combinations(possible, n) for n in range(3)):
        softer = replace(measure, **{name: Wanted.PREFERRED for name in chosen if name in required})
        changed = replace(organisation, measures={**organisation.measures, key: softer})
        other = problem_of(changed, exclusions=() if "exclusion" in chosen else exclusions)
        for count, amount in _prices(other, key, left):
            yield count + len(chosen), amount


def _prices(problem: DistributionProblem, measure: str, left: set[str]) -> Iterator[tuple[int, int]]:
    """Price every plan that places the measure, leaves nothing more over and breaks starred rules for it alone."""
    for plan in _plans(problem):
        broken = judge_plan(plan)
        if measure not in plan.by_measure or not set(plan.unplaced) <= left:
            continue
        if any(breach.measure != measure or breach.rule not in OVERRIDABLE for breach in broken):
            continue
        over = [breach for breach in broken if breach.rule == "H8"]
        amount = sum(plan.load_after(b.worker) - plan.round.capacity(b.worker).ceiling for b in over if b.worker)
        yield len({(breach.rule, breach.worker) for breach in broken}), amount


def _plans(problem: DistributionProblem) -> Iterator[Plan]:
    people = problem.round.caseload.carrying_workers
    options: list[list[Placement | None]] = []
    for key in problem.round.asked:
        seconds = [None, *people]
        options.append([None, *(Placement(key, first, second) for first in people for second in seconds)])
    for chosen in itertools.product(*options):
        yield plan_of(problem.round, [placement for placement in chosen if placement is not None])
