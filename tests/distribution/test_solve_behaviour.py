"""What a leader sees of the solver: partial answers, cancel, repeats, progress, pins and exclusions."""

import random
import threading
from dataclasses import replace

import pytest

from caseload_planner.distribution.judge import judge, plan_from_proposal
from caseload_planner.distribution.problem import build_problem
from caseload_planner.distribution.proposal import ProposalRequest, Status
from caseload_planner.distribution.solve import proposal_of_plan, solve
from caseload_planner.domain.errors import RuleRefusalError, UnknownKeyError
from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.run_control import Progress, StopSignal
from caseload_planner.rules.round import Pin, Placement, plan_of
from tests.builders import ON, a_measure, a_worker, an_organisation, busy, the_profile
from tests.distribution.tiny_rounds import Size, problem_of, random_organisation

PROFILE = the_profile()


def test_that_an_over_full_week_gives_a_partial_answer_with_the_binding_rules() -> None:
    carried, held = busy("W1", 15)
    full, held_too = busy("W2", 16)
    asked = [a_measure("N1"), a_measure("N2", factors=frozenset({"acute_safety"}))]
    organisation = an_organisation([a_worker("W1"), a_worker("W2")], [*carried, *full, *asked], [*held, *held_too])
    spare = replace(organisation, workers=organisation.workers | {"W3": a_worker("W3", fte="0.11")})

    proposal = solve(problem_of(spare), PROFILE)

    assert [placement.measure for placement in proposal.placements] == ["N2"]
    assert [(row.measure, row.rules, row.reason) for row in proposal.unplaced] == [("N1", ("H8",), "no_first")]
    assert proposal.unplaced[0].figures["blocked_by_H8"] == 3
    assert proposal.status is Status.OPTIMAL


def test_that_nobody_at_all_still_gives_an_answer() -> None:
    proposal = solve(problem_of(an_organisation([], [a_measure("N1")])), PROFILE)

    assert [row.measure for row in proposal.unplaced] == ["N1"]
    assert proposal.unplaced[0].reason == "no_first"


def test_that_nothing_to_distribute_is_an_empty_proposal() -> None:
    proposal = solve(problem_of(an_organisation([a_worker("W1")])), PROFILE)

    assert (proposal.placements, proposal.unplaced, proposal.status) == ((), (), Status.OPTIMAL)


@pytest.mark.parametrize("seed", range(5))
def test_that_an_equal_seed_gives_an_equal_answer(seed: int) -> None:
    organisation = random_organisation(random.Random(seed), Size(workers=8, measures=7))
    first, second = (solve(problem_of(organisation, seed=seed), PROFILE) for _ in range(2))

    assert replace(first, seconds=0) == replace(second, seconds=0)


def test_that_a_stop_before_the_start_still_gives_a_sound_answer() -> None:
    problem = problem_of(random_organisation(random.Random(3), Size(workers=8, measures=7)))
    stop = StopSignal()
    stop.request()

    proposal = solve(problem, PROFILE, stop=stop)

    assert judge(plan_from_proposal(problem.round, proposal)).clean
    assert len(proposal.placements) + len(proposal.unplaced) == len(problem.round.asked)


def test_that_a_stop_half_way_keeps_the_best_so_far() -> None:
    problem = problem_of(random_organisation(random.Random(11), Size(workers=8, measures=7)))
    stop, heard = StopSignal(), threading.Event()

    def stop_at_once(_: Progress) -> None:
        heard.set()
        stop.request()

    proposal = solve(problem, PROFILE, stop=stop, on_progress=stop_at_once)

    assert heard.is_set()
    assert judge(plan_from_proposal(problem.round, proposal)).clean


def test_that_progress_never_goes_back_and_names_levels() -> None:
    told: list[Progress] = []
    solve(
        problem_of(random_organisation(random.Random(5), Size(workers=8, measures=7))), PROFILE, on_progress=told.append
    )

    assert told
    assert {progress.step for progress in told} <= {level.name for level in PROFILE.levels}
    assert [progress.part for progress in told] == sorted(progress.part for progress in told)
    assert all(progress.part < progress.of for progress in told)


def test_that_a_pin_holds_though_another_has_more_room() -> None:
    carried, held = busy("W1", 13)
    organisation = an_organisation([a_worker("W1"), a_worker("W2")], [*carried, a_measure("N1")], held)

    proposal = solve(problem_of(organisation, pins=(Pin("N1", "W1"),)), PROFILE)

    assert proposal.placements == (Placement("N1", "W1"),)
    assert proposal.needs_override == ()


def test_that_a_pin_above_the_ceiling_asks_a_reason_and_nothing_else_is_laid_on_top() -> None:
    carried, held = busy("W1", 15)
    organisation = an_organisation([a_worker("W1")], [*carried, a_measure("N1"), a_measure("N2")], held)

    proposal = solve(problem_of(organisation, pins=(Pin("N1", "W1"),)), PROFILE)

    assert proposal.placements == (Placement("N1", "W1"),)
    assert [(b.rule, b.measure, b.worker) for b in proposal.needs_override] == [("H8", "N1", "W1")]
    assert [row.measure for row in proposal.unplaced] == ["N2"]


def test_that_a_pin_across_regions_joins_them_and_asks_a_reason() -> None:
    organisation = an_organisation(
        [a_worker("W1"), a_worker("W9", team="Z1")], [a_measure("N1"), a_measure("N2", team="Z1")]
    )

    proposal = solve(problem_of(organisation, pins=(Pin("N1", "W9"),)), PROFILE)

    assert proposal.placements == (Placement("N1", "W9"), Placement("N2", "W9"))
    assert [(b.rule, b.measure) for b in proposal.needs_override] == [("H10", "N1")]


@pytest.mark.parametrize(
    ("pin", "rule"),
    [
        (Pin("N1", "W2"), "H3"),
        (Pin("N1", "W1", "W1"), "H2"),
        (Pin("N1", "W1", "W3"), "H2"),
        (Pin("R", "W1"), "H13"),
    ],
)
def test_that_a_pin_against_an_unstarred_rule_is_refused_by_name(pin: Pin, rule: str) -> None:
    carried, held = busy("W1", 1)
    running = replace(carried[0], key="R")
    organisation = an_organisation(
        [a_worker("W1"), a_worker("W2", skj_until=None), a_worker("W3")],
        [running, a_measure("N1")],
        [replace(held[0], measure="R")],
    )

    with pytest.raises(RuleRefusalError, match=rule) as refused:
        problem_of(organisation, pins=(pin,))
    assert refused.value.figures["rule"] == rule


def test_that_an_excluded_pair_is_not_made() -> None:
    carried, held = busy("W1", 13)
    organisation = an_organisation([a_worker("W1"), a_worker("W2")], [*carried, a_measure("N1")], held)

    proposal = solve(problem_of(organisation, exclusions=(("N1", "W2"),)), PROFILE)

    assert proposal.placements == (Placement("N1", "W1"),)


def test_that_a_pinned_second_stands_beside_whoever_is_first() -> None:
    measure = a_measure("N1", duo=Wanted.PREFERRED)
    organisation = an_organisation([a_worker("W1"), a_worker("W2"), a_worker("W3", team="T3")], [measure])

    proposal = solve(problem_of(organisation, pins=(Pin("N1", "W1", "W3"),)), PROFILE)

    assert proposal.placements == (Placement("N1", "W1", "W3"),)


@pytest.mark.parametrize(
    "facts",
    [{"teams": ("T9",)}, {"measures": ("N9",)}, {"pins": (Pin("N1", "W9"),)}, {"exclusions": (("N1", "W9"),)}],
)
def test_that_an_unknown_key_is_named(facts: dict[str, object]) -> None:
    organisation = an_organisation([a_worker("W1")], [a_measure("N1")])

    with pytest.raises(UnknownKeyError, match="9"):
        build_problem(organisation, replace(ProposalRequest(on=ON), **facts))  # type: ignore[arg-type]


def test_that_a_plan_drawn_by_hand_is_refused_where_it_breaks_a_rule() -> None:
    organisation = an_organisation([a_worker("W1", skj_until=None), a_worker("W2")], [a_measure("N1")])
    problem = problem_of(organisation)

    with pytest.raises(RuleRefusalError, match="H3"):
        proposal_of_plan(plan_of(problem.round, [Placement("N1", "W1")]), PROFILE)
    drawn = proposal_of_plan(plan_of(problem.round, [Placement("N1", "W2")]), PROFILE)
    assert drawn.status is Status.FEASIBLE
    assert all(level.bound is None for level in drawn.levels)


def test_that_proposing_again_keeps_what_it_can() -> None:
    workers = [a_worker(f"W{n}") for n in range(1, 5)]
    organisation = an_organisation(workers, [a_measure("N1"), a_measure("N2"), a_measure("N3")])
    before = (Placement("N1", "W4"), Placement("N2", "W2"), Placement("N3", "W3"))

    proposal = solve(problem_of(organisation, kept=before), PROFILE)
    with_one_gone = solve(problem_of(organisation, kept=before, exclusions=(("N2", "W2"),)), PROFILE)

    assert proposal.placements == before
    assert with_one_gone.placements == (before[0], Placement("N2", "W1"), before[2])
    assert [level.value for level in with_one_gone.levels if level.name == "changes"] == [1]


def test_that_a_pinned_duo_that_may_not_be_is_refused() -> None:
    measure = a_measure("N1", sns=Wanted.PREFERRED)
    trained = a_worker("W2", skills=frozenset({"sns"}))

    with pytest.raises(RuleRefusalError, match="H2"):
        problem_of(an_organisation([a_worker("W1"), trained], [measure]), pins=(Pin("N1", "W1", "W2"),))
