"""Alternatives really differ and are better at something; shortages are told in figures."""

from datetime import timedelta
from decimal import Decimal

from caseload_planner.distribution.alternatives import alternatives
from caseload_planner.distribution.judge import check_proposal, plan_from_proposal
from caseload_planner.distribution.shortage import supply_and_demand, unsafe_regions
from caseload_planner.distribution.solve import solve
from caseload_planner.domain.measures import Method
from caseload_planner.rules.levels import LEVELS
from tests.builders import ON, a_measure, a_worker, an_organisation, busy, holds, the_profile
from tests.distribution.tiny_rounds import problem_of

PROFILE = the_profile()


def test_that_alternatives_are_sound_differ_and_win_somewhere() -> None:
    carried, held = busy("W1", 12)
    near = [a_worker("W1"), a_worker("W2", team="T2")]
    far = [a_worker("W3", team="T3"), a_worker("W4", team="T3")]
    asked = [a_measure(f"N{n}") for n in range(3)]
    problem = problem_of(an_organisation([*near, *far], [*carried, *asked], held))
    best = solve(problem, PROFILE)

    found = alternatives(problem, PROFILE, best, 3)

    assert found
    base = plan_from_proposal(problem.round, best)
    for one in found:
        plan = plan_from_proposal(problem.round, one.proposal)
        assert check_proposal(problem.round, one.proposal) == ()
        assert one.differences
        assert [level.name for level in one.proposal.levels] == [level.name for level in best.levels]
        assert one.better_at
        assert all(LEVELS[name].value(plan) < LEVELS[name].value(base) for name in one.better_at)
    assert len({one.proposal.placements for one in found} | {best.placements}) == len(found) + 1


def test_that_where_only_one_answer_exists_there_is_no_alternative() -> None:
    problem = problem_of(an_organisation([a_worker("W1")], [a_measure("N1")]))

    assert alternatives(problem, PROFILE, solve(problem, PROFILE), 3) == ()


def test_that_supply_is_set_against_demand_by_training() -> None:
    carried, held = busy("W1", 15)
    schotten = a_measure("N2", method=Method.SCHOTTEN)
    organisation = an_organisation([a_worker("W1")], [*carried, a_measure("N1"), schotten], held)

    rows = supply_and_demand(problem_of(organisation).round)

    assert [(r.asks, r.measures, r.demand, r.people, r.supply, r.short) for r in rows] == [
        ("schotten_team", 1, 150, 0, 0, 150),
        ("anybody", 1, 150, 1, 100, 50),
    ]


def test_that_an_unsafe_region_says_how_many_fte_are_short() -> None:
    carried, held = busy("W1", 16)
    organisation = an_organisation([a_worker("W1")], [*carried, a_measure("N1"), a_measure("N2")], held)
    problem = problem_of(organisation)

    (region,) = unsafe_regions(plan_from_proposal(problem.round, solve(problem, PROFILE)))

    assert (region.region, region.waiting, region.points) == ("Noord", ("N1", "N2"), 300)
    assert region.fte == Decimal("0.21")
    assert region.weeks == 14


def test_that_what_somebody_left_waits_since_she_left() -> None:
    gone = a_worker("W1", ends_on=ON - timedelta(days=3))
    organisation = an_organisation([gone], [a_measure("N1", reported_on=ON - timedelta(days=90))], [holds("N1", "W1")])
    problem = problem_of(organisation)

    (region,) = unsafe_regions(plan_from_proposal(problem.round, solve(problem, PROFILE)))

    assert (region.longest_wait_days, region.weeks) == (2, None)
