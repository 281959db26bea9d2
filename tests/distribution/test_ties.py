"""Ties are shown as ties, and a disputed weight is tried."""

from caseload_planner.distribution.judge import plan_from_proposal
from caseload_planner.distribution.robustness import robustness
from caseload_planner.distribution.solve import solve
from caseload_planner.distribution.ties import ties
from caseload_planner.rules.round import Pin
from tests.builders import a_measure, a_worker, an_organisation, busy, the_profile
from tests.distribution.tiny_rounds import problem_of

PROFILE = the_profile()


def test_that_two_equal_workers_are_a_tie_and_a_third_is_not() -> None:
    organisation = an_organisation([a_worker("W1"), a_worker("W2"), a_worker("W3", team="T3")], [a_measure("N1")])
    problem = problem_of(organisation)

    (tie,) = ties(plan_from_proposal(problem.round, solve(problem, PROFILE)), PROFILE)

    assert {tie.has_it, tie.as_good} == {"W1", "W2"}


def test_that_what_the_leader_pinned_is_no_tie() -> None:
    organisation = an_organisation([a_worker("W1"), a_worker("W2")], [a_measure("N1")])
    problem = problem_of(organisation, pins=(Pin("N1", "W1"),))

    assert ties(plan_from_proposal(problem.round, solve(problem, PROFILE)), PROFILE) == ()


def test_that_a_weight_at_the_edge_of_the_ceiling_moves_the_case() -> None:
    carried, held = busy("W1", 12)
    near, far = a_worker("W1", personal_ceiling=1355), a_worker("W2", team="T3")
    organisation = an_organisation([near, far], [*carried, a_measure("N1")], held)
    problem = problem_of(organisation)
    proposal = solve(problem, PROFILE)

    lighter, heavier = robustness(organisation, problem, PROFILE, proposal, "N1")

    assert [placement.first for placement in proposal.placements] == ["W1"]
    assert (lighter.by, lighter.stands) == (-10, True)
    assert (heavier.by, heavier.changed) == (10, ("N1",))
