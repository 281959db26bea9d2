"""A disputed weight is tried: what is told is what the best answer under the other weight is."""

import random
from dataclasses import replace
from datetime import date
from itertools import islice

import pytest

from caseload_planner.distribution.judge import judge, plan_from_proposal
from caseload_planner.distribution.problem import build_problem
from caseload_planner.distribution.robustness import DISPUTED, STEP, robustness
from caseload_planner.distribution.solve import solve
from caseload_planner.domain.measures import MeasureType
from caseload_planner.domain.norm import NormSet
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Placement, plan_of
from tests.builders import NORM, a_measure, a_worker, an_organisation, busy, the_profile
from tests.distribution.tiny_rounds import STRICT, Size, every_sound_plan, problem_of, random_organisation, values

PROFILE = the_profile()


def at_the_edge() -> Organisation:
    carried, held = busy("W1", 12)
    near, far = a_worker("W1", personal_ceiling=1355), a_worker("W2", team="T3")
    return an_organisation([near, far], [*carried, a_measure("N1")], held)


def test_that_a_weight_at_the_edge_of_the_ceiling_moves_the_case() -> None:
    organisation = at_the_edge()
    problem = problem_of(organisation)
    proposal = solve(problem, PROFILE)

    lighter, heavier = robustness(organisation, problem, PROFILE, proposal, "N1")

    assert proposal.placements == (Placement("N1", "W1"),)
    assert (lighter.by, lighter.stands, lighter.because, lighter.proven) == (-10, True, None, True)
    assert (heavier.by, heavier.changed, heavier.because, heavier.proven) == (10, ("N1",), "H8", True)
    assert [(move.before, move.after) for move in heavier.moves] == [(Placement("N1", "W1"), Placement("N1", "W2"))]


def test_that_the_weight_of_a_running_case_can_be_disputed_too() -> None:
    organisation = at_the_edge()
    problem = problem_of(organisation)
    held = next(key for key in organisation.measures if key != "N1")

    _, heavier = robustness(organisation, problem, PROFILE, solve(problem, PROFILE), held)

    assert (heavier.measure, heavier.changed) == (held, ("N1",))


def test_that_a_case_left_over_can_become_light_enough() -> None:
    carried, held = busy("W1", 12)
    organisation = an_organisation([a_worker("W1", personal_ceiling=1345)], [*carried, a_measure("N1")], held)
    problem = problem_of(organisation)

    lighter, heavier = robustness(organisation, problem, PROFILE, solve(problem, PROFILE), "N1")

    assert [(move.before, move.after) for move in lighter.moves] == [(None, Placement("N1", "W1"))]
    assert lighter.because == "waiting"
    assert heavier.stands


def test_that_a_step_above_the_cap_is_left_out() -> None:
    organisation = an_organisation(
        [a_worker("W1")], [a_measure("N1", factors=frozenset({"divorce_schotten", "closed_placement"}))]
    )
    problem = problem_of(organisation)

    assert [one.by for one in robustness(organisation, problem, PROFILE, solve(problem, PROFILE), "N1")] == [-10]


def test_that_a_stop_ends_the_trying() -> None:
    organisation, stop = at_the_edge(), StopSignal()
    problem = problem_of(organisation)
    proposal = solve(problem, PROFILE)
    stop.request()

    assert robustness(organisation, problem, PROFILE, proposal, "N1", stop=stop) == ()


@pytest.mark.parametrize("seed", range(40))
def test_that_what_is_told_is_what_every_answer_shows(seed: int) -> None:
    organisation = random_organisation(random.Random(seed), Size(workers=4, measures=2))
    problem = problem_of(organisation)
    proposal = solve(problem, STRICT)
    before = plan_from_proposal(problem.round, proposal)
    for measure in islice(problem.round.asked, 2):
        for told in robustness(organisation, problem, STRICT, proposal, measure):
            other = build_problem(_disputed(organisation, measure, told.by), problem.request)
            old = plan_of(other.round, before.placements)
            best = min(values(plan) for plan in every_sound_plan(other))
            differing = [trio for trio in zip(LEVELS, values(old), best, strict=True) if trio[1] != trio[2]]
            if not judge(old).clean:
                assert told.because in {breach.rule for breach in judge(old).forbidden}
            elif told.stands:
                # Nearer than what counts as proven is as good; behind that later levels say nothing any more.
                assert all(_as_good(*trio) for trio in differing[:1])
            else:
                assert told.because in {name for name, value, least in differing if value > least}


def _as_good(level: str, value: int, best: int) -> bool:
    scale = LEVELS[level].scale
    return value <= best + (0 if scale == 1 else max(scale, abs(best)) // 200)


def _disputed(organisation: Organisation, measure: str, by: int) -> Organisation:
    """Give the measure a factor that the norm weighs with the difference."""
    assert abs(by) == STEP
    case = organisation.measures[measure]
    norm = replace(NORM, factors={**NORM.factors, DISPUTED: by})
    return replace(
        organisation,
        measures={**organisation.measures, measure: replace(case, factors=case.factors | {DISPUTED})},
        norms=NormSet((norm,), organisation.norms.policy),
    )


def test_that_a_weight_is_never_tried_at_nothing_or_less() -> None:
    sibling = a_measure("N0", youth="Y", family="F", reported_on=date(2026, 11, 2))
    feather = a_measure("N1", youth="Y", family="F", type=MeasureType.AFTERCARE)
    organisation = an_organisation([a_worker("W1")], [sibling, feather])
    problem = problem_of(organisation)
    assert problem.round.caseload.weights["N1"].total == 8

    tried = robustness(organisation, problem, PROFILE, solve(problem, PROFILE), "N1")

    assert [one.by for one in tried] == [STEP]
