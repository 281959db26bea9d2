"""The solver against something that cannot be wrong: every answer, another solver, and a known one."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import LinearConstraint, milp

from caseload_planner.distribution import local_search
from caseload_planner.distribution.greedy import greedy
from caseload_planner.distribution.judge import check_proposal, judge, plan_from_proposal
from caseload_planner.distribution.profile import Profile, ProfileLevel
from caseload_planner.distribution.proposal import Status
from caseload_planner.distribution.solve import solve
from caseload_planner.rules.near import FIRST_TIMES, steps_away
from caseload_planner.rules.round import plan_of
from caseload_planner.solving import statement
from tests.builders import a_measure, a_worker, an_organisation, busy, the_profile
from tests.distribution.tiny_rounds import STRICT, Size, every_sound_plan, problem_of, random_organisation, values


@pytest.mark.parametrize("seed", range(40))
def test_that_no_answer_at_all_is_better(seed: int) -> None:
    organisation = random_organisation(random.Random(seed), Size(workers=4, measures=3))
    problem = problem_of(organisation)

    proposal = solve(problem, STRICT)

    best = min(values(plan) for plan in every_sound_plan(problem))
    assert tuple(level.value for level in proposal.levels) == best
    assert tuple(level.bound for level in proposal.levels) == best
    assert proposal.status is Status.OPTIMAL


@pytest.mark.parametrize("seed", range(40, 60))
def test_that_looking_first_at_a_few_people_never_costs_the_best_answer(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statement, "WORTH_A_KERNEL", 0)
    monkeypatch.setattr(statement, "LIKED", 1)
    monkeypatch.setattr(local_search, "TURNS_A_MEASURE", 0)
    problem = problem_of(random_organisation(random.Random(seed), Size(workers=4, measures=3)))

    proposal = solve(problem, STRICT)

    best = min(values(plan) for plan in every_sound_plan(problem))
    assert tuple(level.value for level in proposal.levels) == best
    assert tuple(level.bound for level in proposal.levels) == best


@given(st.integers(0, 10**9))
def test_that_the_judge_agrees_and_greedy_is_never_better(seed: int) -> None:
    organisation = random_organisation(random.Random(seed), Size(workers=7, measures=6))
    problem = problem_of(organisation)

    proposal = solve(problem, STRICT)

    plan = plan_from_proposal(problem.round, proposal)
    assert judge(plan).clean
    assert check_proposal(problem.round, proposal) == ()
    baseline = plan_of(problem.round, greedy(problem).values())
    assert judge(baseline).clean
    assert values(plan) <= values(baseline)


@given(st.integers(0, 10**9))
@settings(max_examples=25)
def test_that_a_round_with_a_known_answer_leaves_nothing_over(seed: int) -> None:
    dice = random.Random(seed)
    workers, measures, assignments = [], [], []
    for number in range(dice.randint(2, 6)):
        worker = a_worker(f"W{number}", team=dice.choice(("T1", "T2", "T3")))
        carried, held = busy(worker.key, dice.randint(10, 14))
        workers.append(worker)
        measures += carried
        assignments += held
        # Under a ceiling of 16.00 who carries n has room for (16 - n) / 1.50 new ones; no more are asked.
        measures += [a_measure(f"N{number}{n}", team="T1") for n in range((1600 - 100 * len(carried)) // 150)]
    problem = problem_of(an_organisation(workers, measures, assignments))

    proposal = solve(problem, the_profile())

    assert proposal.unplaced == ()
    assert judge(plan_from_proposal(problem.round, proposal)).clean


@pytest.mark.parametrize("seed", range(6))
def test_that_another_solver_finds_the_same_least_distance(seed: int) -> None:
    dice = random.Random(seed)
    teams = ("T1", "T2", "T3")
    workers, measures, assignments = [], [], []
    for number in range(9):
        worker = a_worker(f"W{number}", team=dice.choice(teams))
        carried, held = busy(worker.key, dice.randint(12, 14))
        workers.append(worker)
        measures += carried
        assignments += held
    measures += [a_measure(f"N{number}", team=dice.choice(teams)) for number in range(7)]
    problem = problem_of(an_organisation(workers, measures, assignments))
    profile = Profile("waiting and near", (ProfileLevel("waiting"), ProfileLevel("near")))

    proposal = solve(problem, profile)

    round_, asked, people = problem.round, problem.round.asked, problem.round.candidates
    cost = np.array([FIRST_TIMES * steps_away(round_, m, w) for m in asked for w in people], dtype=float)
    each_once = np.kron(np.eye(len(asked)), np.ones(len(people)))
    share = np.array([round_.shares(m, duo=False)[0] for m in asked])
    loads = np.kron(share, np.eye(len(people)))
    room = np.array([round_.capacity(w).ceiling - round_.load_before(w) for w in people])
    answer = milp(
        cost,
        integrality=np.ones(len(cost)),
        bounds=(0, 1),
        constraints=[LinearConstraint(each_once, 1, 1), LinearConstraint(loads, -np.inf, room)],
    )
    assert answer.success
    assert [level.value for level in proposal.levels] == [0, round(answer.fun)]
