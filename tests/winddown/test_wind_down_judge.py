"""The judge sees what a broken plan breaks."""

from dataclasses import replace
from datetime import timedelta

from caseload_planner.domain.organisation import Organisation
from caseload_planner.winddown.judge import judge_wind_down, weeks_after
from caseload_planner.winddown.plan import Handover, WindDownPlan
from caseload_planner.winddown.problem import WindDownProblem
from tests.builders import a_worker, holds, running
from tests.winddown.small_teams import a_secondee, a_team, busy_up_to, cases, planned, problem_of, weeks


def codes(organisation: Organisation, problem: WindDownProblem, moved: list[Handover], plan: WindDownPlan) -> set[str]:
    after = weeks_after(organisation, problem, moved)
    left = [row.measure for row in plan.unplaced]
    return {fault.code for fault in judge_wind_down(problem, after, moved, plan.runs_out, left)}


def the_plan() -> tuple[Organisation, WindDownProblem, WindDownPlan]:
    organisation = a_team(
        [a_secondee("D"), a_secondee("E"), a_worker("ANN"), a_worker("BEA"), a_worker("FULL")],
        cases("D", 2),
        busy_up_to("FULL", 16),
    )
    return organisation, problem_of(organisation), planned(organisation)


def test_that_a_good_plan_has_no_faults() -> None:
    organisation, problem, plan = the_plan()
    assert codes(organisation, problem, list(plan.handovers), plan) == set()


def test_that_a_measure_that_is_forgotten_is_seen() -> None:
    organisation, problem, plan = the_plan()
    assert codes(organisation, problem, list(plan.handovers[1:]), plan) == {"not_exactly_once", "carries_on_last_day"}


def test_that_somebody_above_the_ceiling_is_seen() -> None:
    organisation, problem, plan = the_plan()
    moved = [replace(plan.handovers[0], receiver="FULL"), *plan.handovers[1:]]
    assert codes(organisation, problem, moved, plan) == {"above_ceiling"}


def test_that_a_secondee_who_receives_is_seen() -> None:
    organisation, problem, plan = the_plan()
    moved = [replace(plan.handovers[0], receiver="E"), *plan.handovers[1:]]
    assert "receiver_leaves" in codes(organisation, problem, moved, plan)


def test_that_two_families_to_one_person_in_a_week_are_seen() -> None:
    organisation, problem, plan = the_plan()
    first, second = plan.handovers
    moved = [first, replace(second, receiver=first.receiver, week=first.week, overlap_weeks=first.overlap_weeks)]
    assert codes(organisation, problem, moved, plan) == {"takes_too_many"}


def test_that_a_handover_in_the_last_week_is_seen() -> None:
    organisation, problem, plan = the_plan()
    moved = [replace(plan.handovers[0], week=weeks(12)), *plan.handovers[1:]]
    assert "in_last_week" in codes(organisation, problem, moved, plan)


def test_that_too_short_an_overlap_is_seen() -> None:
    organisation, problem, plan = the_plan()
    moved = [replace(plan.handovers[0], overlap_weeks=1), *plan.handovers[1:]]
    assert codes(organisation, problem, moved, plan) == {"no_warm_overlap"}


def test_that_siblings_who_are_parted_are_seen() -> None:
    family = [running(f"S{n}", family="F", youth=f"Y{n}") for n in range(2)]
    held = [holds(measure.key, "D") for measure in family]
    organisation = a_team([a_secondee("D"), a_worker("ANN"), a_worker("BEA")], (family, held))
    problem, plan = problem_of(organisation), planned(organisation)
    other = "BEA" if plan.handovers[0].receiver == "ANN" else "ANN"
    moved = [replace(plan.handovers[0], receiver=other), *plan.handovers[1:]]
    assert "siblings_apart" in codes(organisation, problem, moved, plan)


def test_that_the_weeks_of_the_plan_are_those_of_the_assignments() -> None:
    organisation, problem, plan = the_plan()
    after = weeks_after(organisation, problem, list(plan.handovers))
    for row in plan.loads:
        week = problem.horizon.week_of(row.week)
        assert row.load == after.load(row.worker, week)
    first = plan.handovers[0]
    before = problem.horizon.week_of(first.week - timedelta(weeks=1))
    assert after.load(first.receiver, before) >= 25
