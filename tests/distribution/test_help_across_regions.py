"""Help across regions: only for what a region cannot place, and told as a rule to set aside."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from caseload_planner.distribution.explain import why_not
from caseload_planner.distribution.explain_exactly import why_not_exactly
from caseload_planner.distribution.help_across_regions import solve_with_help
from caseload_planner.distribution.judge import check_proposal, plan_from_proposal
from caseload_planner.distribution.problem import build_problem
from caseload_planner.distribution.solve import solve
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Placement
from tests.builders import ON, a_measure, a_worker, an_organisation, busy
from tests.distribution.tiny_rounds import STRICT, Size, every_sound_plan, problem_of, random_organisation, values


def a_full_region() -> Organisation:
    """Make a region of one with room for one more, and another region with room for all."""
    carried, held = busy("W1", 14)
    return an_organisation(
        [a_worker("W1"), a_worker("W9", team="Z1")],
        [*carried, a_measure("N1", reported_on=ON - timedelta(days=1)), a_measure("N2"), a_measure("N3", team="Z1")],
        held,
    )


def test_that_others_help_with_what_a_region_cannot_place_and_with_nothing_else() -> None:
    organisation = a_full_region()
    alone = problem_of(organisation)

    problem, proposal = solve_with_help(organisation, alone, STRICT)

    assert [row.measure for row in solve(alone, STRICT).unplaced] == list(problem.request.helped) == ["N2"]
    assert proposal.placements == (Placement("N1", "W1"), Placement("N2", "W9"), Placement("N3", "W9"))
    assert [(b.rule, b.measure, b.worker) for b in proposal.needs_override] == [("H10", "N2", "W9")]
    assert [reason.code for reason in proposal.reasons["N2"]][-1] == "other_region"
    assert check_proposal(problem.round, proposal) == ()


def test_that_nobody_is_asked_where_nothing_is_left_over() -> None:
    organisation = an_organisation([a_worker("W1"), a_worker("W9", team="Z1")], [a_measure("N1")])
    problem = problem_of(organisation)

    answered, proposal = solve_with_help(organisation, problem, STRICT)

    assert answered.request.helped == ()
    assert proposal.needs_override == ()


def test_that_a_stop_keeps_the_answer_without_help() -> None:
    organisation, stop = a_full_region(), StopSignal()
    stop.request()

    problem, proposal = solve_with_help(organisation, problem_of(organisation), STRICT, stop=stop)

    assert problem.request.helped == ()
    assert [row.measure for row in proposal.unplaced] == ["N2"]


def test_that_help_is_for_a_measure_that_is_known() -> None:
    with pytest.raises(UnknownKeyError, match="N9"):
        problem_of(a_full_region(), helped=("N9",))


def test_that_a_proposal_of_before_help_was_asked_is_another_problem() -> None:
    organisation = a_full_region()

    assert problem_of(organisation).digest != problem_of(organisation, helped=("N2",)).digest


def test_that_who_could_help_is_compared_by_what_it_costs_and_not_by_her_region() -> None:
    carried, held = busy("W1", 15)
    organisation = an_organisation(
        [a_worker("W1"), a_worker("W8", team="Z1"), a_worker("W9", team="Z1", fte="0.5")],
        [*carried, a_measure("N1")],
        held,
    )
    problem, proposal = solve_with_help(organisation, problem_of(organisation), STRICT)

    near = why_not(plan_from_proposal(problem.round, proposal), STRICT, "N1", "W9", Position.FIRST)
    exact = why_not_exactly(problem, STRICT, proposal, "N1", "W9", Position.FIRST)

    assert proposal.placements == (Placement("N1", "W8"),)
    assert near.breaches == exact.breaches == ()
    assert near.loss is not None
    assert near.loss == exact.loss


@pytest.mark.parametrize("seed", range(40))
def test_that_no_plan_with_the_same_help_is_better(seed: int) -> None:
    organisation = random_organisation(random.Random(seed), Size(workers=4, measures=2))
    alone = problem_of(organisation)

    problem, proposal = solve_with_help(organisation, alone, STRICT)

    plan = plan_from_proposal(problem.round, proposal)
    assert values(plan) == min(values(one) for one in every_sound_plan(problem))
    assert len(plan.unplaced) <= len(solve(alone, STRICT).unplaced)
    regions = {
        measure: {organisation.region_of_worker(worker) for _, worker in placement.contacts}
        for measure, placement in plan.by_measure.items()
        if measure not in problem.request.helped
    }
    assert all(homes == {organisation.region_of_measure(measure)} for measure, homes in regions.items())


def test_that_a_request_with_help_is_answered_the_same_when_asked_again() -> None:
    organisation = a_full_region()
    problem, proposal = solve_with_help(organisation, problem_of(organisation), STRICT)

    again = solve(build_problem(organisation, problem.request), STRICT)

    assert replace(again, seconds=0) == replace(proposal, seconds=0)
    assert {level.name for level in again.levels} == set(LEVELS)
