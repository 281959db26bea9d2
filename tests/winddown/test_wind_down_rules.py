"""What a plan never does, and what it does instead of saying no."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.errors import RuleRefusalError, UnknownKeyError
from caseload_planner.domain.measures import MeasureType, Wanted
from caseload_planner.domain.organisation import Absence
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.winddown.request import KeptHandover, Leaver, Step
from caseload_planner.winddown.solve import solve_wind_down
from tests.builders import ON, a_worker, holds, running
from tests.winddown.small_teams import (
    a_secondee,
    a_team,
    asked,
    busy_up_to,
    cases,
    planned,
    problem_of,
    reasons,
    to,
    weeks,
)


def test_that_everything_goes_to_who_has_room() -> None:
    plan = planned(a_team([a_secondee("D"), a_worker("ANN"), a_worker("BEA")], cases("D", 3)))
    assert len(plan.handovers) == 3
    assert not plan.unplaced
    assert all(row.load == 0 for row in plan.leaver_loads if row.week >= weeks(12))


def test_that_nothing_is_handed_over_in_the_last_week() -> None:
    plan = planned(a_team([a_secondee("D"), a_worker("ANN")], cases("D", 4)), until=8)
    assert max(one.week for one in plan.handovers) <= weeks(7)


def test_that_a_receiver_takes_one_family_a_week_and_a_secondee_gives_three() -> None:
    people = [a_secondee("D"), *(a_worker(f"W{n}") for n in range(6))]
    plan = planned(a_team(people, cases("D", 9)), until=6)
    taken = [(one.receiver, one.week) for one in plan.handovers]
    assert len(taken) == len(set(taken)) == 9
    assert all(sum(one.week == week for one in plan.handovers) <= 3 for week in {one.week for one in plan.handovers})


def test_that_a_single_receiver_takes_what_the_weeks_allow_and_the_rest_is_named() -> None:
    plan = planned(a_team([a_secondee("D"), a_worker("ANN")], cases("D", 6)), until=5)
    assert len(plan.handovers) == 3
    assert len(plan.unplaced) == 3
    assert all(row.rules for row in plan.unplaced)


def test_that_nobody_comes_above_the_ceiling() -> None:
    organisation = a_team([a_secondee("D"), a_worker("ANN")], cases("D", 3), busy_up_to("ANN", 14))
    plan = planned(organisation)
    assert len(plan.handovers) == 2
    assert reasons(plan) == {"no_room_left"}
    assert all(row.load <= 1600 for row in plan.loads)


def test_that_somebody_above_the_ceiling_already_gets_nothing() -> None:
    organisation = a_team([a_secondee("D"), a_worker("ANN")], cases("D", 1), busy_up_to("ANN", 17))
    assert reasons(planned(organisation)) == {"no_room"}


def test_that_the_new_contact_walks_along_for_two_to_four_weeks() -> None:
    organisation = a_team([a_secondee("D"), a_worker("ANN")], cases("D", 1))
    for overlap in (2, 3, 4):
        (handover,) = planned(organisation, overlap_weeks=overlap).handovers
        assert 2 <= handover.overlap_weeks <= overlap
        assert handover.week - timedelta(weeks=handover.overlap_weeks) >= ON


def test_that_walking_along_weighs_a_quarter_and_the_switch_the_whole_case() -> None:
    plan = planned(a_team([a_secondee("D"), a_worker("ANN")], cases("D", 1)))
    (handover,) = plan.handovers
    loads = {row.week: row.load for row in plan.loads}
    assert loads[handover.week - timedelta(weeks=1)] == 25
    assert loads[handover.week] == 100


def test_that_siblings_move_together() -> None:
    family = [running(f"S{n}", family="F", youth=f"Y{n}") for n in range(3)]
    held = [holds(measure.key, "D") for measure in family]
    plan = planned(a_team([a_secondee("D"), a_worker("ANN"), a_worker("BEA")], (family, held)))
    assert len({(one.receiver, one.week) for one in plan.handovers}) == 1
    assert len(plan.handovers) == 3


def test_that_siblings_over_two_secondees_go_to_one_contact_in_one_week() -> None:
    family = [running(f"S{n}", family="F", youth=f"Y{n}") for n in range(2)]
    held = [holds("S0", "D1"), holds("S1", "D2")]
    people = [a_secondee("D1", ends=weeks(6)), a_secondee("D2"), a_worker("ANN"), a_worker("BEA")]
    plan = planned(a_team(people, (family, held)))
    assert {one.giver for one in plan.handovers} == {"D1", "D2"}
    assert len({(one.receiver, one.week) for one in plan.handovers}) == 1
    assert max(one.week for one in plan.handovers) < weeks(6)


def test_that_the_second_whom_the_family_knows_becomes_first() -> None:
    measure = running("M", duo=Wanted.PREFERRED)
    organisation = a_team(
        [a_secondee("D"), a_worker("ANN"), a_worker("BEA")], ([measure], [holds("M", "D"), holds("M", "ANN", "second")])
    )
    plan = planned(organisation)
    assert to(plan) == {"M": "ANN"}
    assert plan.handovers[0].was_second


def test_that_a_required_duo_gets_another_second_where_its_second_becomes_first() -> None:
    measure = running("M", duo=Wanted.REQUIRED)
    organisation = a_team(
        [a_secondee("D"), a_worker("ANN"), a_worker("BEA")], ([measure], [holds("M", "D"), holds("M", "ANN", "second")])
    )
    plan = planned(organisation)
    assert [one.receiver for one in (*plan.handovers, *plan.joining)] in (["ANN", "BEA"], ["BEA"])


def test_that_only_the_second_changes_where_the_secondee_is_second() -> None:
    measure = running("M", duo=Wanted.REQUIRED)
    organisation = a_team(
        [a_secondee("D"), a_worker("ANN"), a_worker("BEA")], ([measure], [holds("M", "ANN"), holds("M", "D", "second")])
    )
    (handover,) = planned(organisation).handovers
    assert (handover.position, handover.receiver) == (Position.SECOND, "BEA")


def test_that_what_ends_before_the_secondee_leaves_runs_out() -> None:
    ending = running("M", expected_end=weeks(5))
    plan = planned(a_team([a_secondee("D"), a_worker("ANN")], ([ending], [holds("M", "D")])))
    assert plan.runs_out == ("M",)
    assert not plan.handovers


def test_that_an_overdue_end_does_not_count_as_ending() -> None:
    overdue = running("M", expected_end=ON - timedelta(days=30))
    plan = planned(a_team([a_secondee("D"), a_worker("ANN")], ([overdue], [holds("M", "D")])))
    assert to(plan) == {"M": "ANN"}


def test_that_nobody_takes_a_family_in_her_leave() -> None:
    away = Absence(weeks(2), weeks(9), Decimal(1))
    plan = planned(a_team([a_secondee("D"), a_worker("ANN", absences=(away,))], cases("D", 2)))
    assert len(plan.handovers) == 2
    assert all(one.week >= weeks(10) for one in plan.handovers)


def test_that_somebody_who_leaves_soon_takes_no_family_on() -> None:
    plan = planned(a_team([a_secondee("D"), a_worker("ANN", ends_on=weeks(14))], cases("D", 1)))
    assert reasons(plan) == {"nobody_may"}
    assert plan.unplaced[0].rules == ("H9",)


def test_that_a_secondee_never_takes_over_from_another() -> None:
    organisation = a_team([a_secondee("D1"), a_secondee("D2"), a_worker("ANN", team="Z1")], cases("D1", 1))
    plan = planned(organisation, leavers=(Leaver("D1", weeks(12)),))
    assert reasons(plan) == {"nobody_may"}


def test_that_with_nobody_trained_in_sns_left_the_rule_is_named() -> None:
    measure = running("M", sns=Wanted.REQUIRED, duo=Wanted.REQUIRED)
    trained = a_worker("SNS", skills=frozenset({"sns"}))
    secondee = a_secondee("D", skills=frozenset({"sns"}))
    held = [holds("M", "D"), holds("M", "SNS", "second")]
    plan = planned(a_team([secondee, trained, a_worker("ANN")], ([measure], held)))
    assert len(plan.unplaced) == 1
    assert "H5" in plan.unplaced[0].rules


def test_that_a_secondee_who_leaves_next_week_has_no_time_for_a_warm_handover() -> None:
    plan = planned(a_team([a_secondee("D", ends=weeks(1) + timedelta(days=2)), a_worker("ANN")], cases("D", 2)))
    assert reasons(plan) == {"too_late"}
    assert plan.unplaced[0].rules == ("overlap",)


def test_that_an_end_in_the_past_is_refused_in_a_sentence() -> None:
    organisation = a_team([a_secondee("D"), a_worker("ANN")], cases("D", 1))
    with pytest.raises(RuleRefusalError, match="does not come after"):
        problem_of(organisation, until=-1)


def test_that_nobody_to_hand_over_is_refused_in_a_sentence() -> None:
    with pytest.raises(RuleRefusalError, match="nothing to hand over"):
        problem_of(a_team([a_worker("ANN")]))


def test_that_an_unknown_leaver_is_refused() -> None:
    with pytest.raises(UnknownKeyError, match="no worker NOBODY"):
        problem_of(a_team([a_secondee("D")]), leavers=(Leaver("NOBODY", weeks(9)),))


def test_that_any_leaver_hands_over_in_the_same_way() -> None:
    people = [a_worker("LEAVER", ends_on=weeks(12)), a_worker("ANN")]
    plan = planned(a_team(people, cases("LEAVER", 2)), leavers=(Leaver("LEAVER", weeks(12)),))
    assert set(to(plan).values()) == {"ANN"}
    assert {row.worker for row in plan.leaver_loads} == {"LEAVER"}


def test_that_a_long_absence_hands_over_in_the_same_way() -> None:
    ill = a_worker("ILL", absences=(Absence(ON - timedelta(days=60), None, Decimal(1)),))
    plan = planned(a_team([ill, a_worker("ANN")], cases("ILL", 2)), leavers=(Leaver("ILL", weeks(6)),))
    assert len(plan.handovers) == 2


def test_that_a_secondee_stays_under_the_curve_that_was_drawn() -> None:
    steps = (Step("D", weeks(5), 200), Step("D", weeks(8), 100))
    people = [a_secondee("D"), *(a_worker(f"W{n}") for n in range(4))]
    plan = planned(a_team(people, cases("D", 4)), steps=steps)
    loads = {row.week: row.load for row in plan.leaver_loads}
    assert len(plan.handovers) == 4
    assert loads[weeks(5)] <= 200
    assert loads[weeks(8)] <= 100


def test_that_handing_over_is_spread_over_weeks_and_people() -> None:
    people = [a_secondee("D"), *(a_worker(f"W{n}") for n in range(4))]
    plan = planned(a_team(people, cases("D", 4)))
    assert len({one.week for one in plan.handovers}) == 4
    assert len({one.receiver for one in plan.handovers}) == 4


def test_that_expected_new_cases_take_room_before_handovers_do() -> None:
    year_ago = ON - timedelta(weeks=50)
    new = [running(f"N{n}", reported_on=year_ago, started_on=year_ago, team="T1") for n in range(6)]
    organisation = a_team([a_secondee("D"), a_worker("ANN")], cases("D", 3), busy_up_to("ANN", 10), (new, []))
    with_inflow = planned(organisation)
    without = planned(organisation, inflow_share=Decimal(0))
    assert len(without.handovers) == 3
    assert len(with_inflow.handovers) < 3


def test_that_agreed_handovers_stay_when_planning_again() -> None:
    people = [a_secondee("D"), *(a_worker(f"W{n}") for n in range(3))]
    organisation = a_team(people, cases("D", 3))
    kept = (KeptHandover("D-0", "D", "W2", weeks(4), agreed=True), KeptHandover("D-1", "D", "W1", weeks(6)))
    plan = planned(organisation, kept=kept)
    found = {one.measure: (one.receiver, one.week) for one in plan.handovers}
    assert found["D-0"] == ("W2", weeks(4))
    assert found["D-1"] == ("W1", weeks(6))


def test_that_what_was_agreed_needs_no_time_to_be_found_again() -> None:
    organisation = a_team([a_secondee("D"), a_worker("W0")], cases("D", 3), busy_up_to("W0", 14))
    stopped = StopSignal()
    stopped.request()
    for measure in ("D-0", "D-1", "D-2"):
        kept = (KeptHandover(measure, "D", "W0", weeks(6), agreed=True),)
        plan = solve_wind_down(organisation, problem_of(organisation, kept=kept), stop=stopped)
        assert (measure, "W0", weeks(6)) in {(one.measure, one.receiver, one.week) for one in plan.handovers}
        assert plan.unplaced


def test_that_an_agreed_second_stays_also_where_somebody_else_could_then_be_placed() -> None:
    away = Absence(weeks(2), weeks(3) - timedelta(days=1), Decimal(1))
    skilled = a_worker("W0", skills=frozenset({"jr"}), absences=(away,))
    people = [a_secondee("D"), a_secondee("E"), a_worker("OWN"), skilled, a_worker("W1")]
    duo = [running("DUO", duo=Wanted.REQUIRED)], [holds("DUO", "OWN"), holds("DUO", "D", "second")]
    organisation = a_team(people, duo, cases("E", 1, type=MeasureType.PROBATION_MANDATORY))
    kept = KeptHandover("DUO", "D", "W0", weeks(3))
    assert to(planned(organisation, until=4, kept=(kept,))) == {"DUO": "W1", "E-0": "W0"}
    assert to(planned(organisation, until=4, kept=(replace(kept, agreed=True),))) == {"DUO": "W0"}


def test_that_a_kept_handover_moves_where_its_receiver_fell_ill() -> None:
    ill = a_worker("W1", absences=(Absence(ON - timedelta(days=20), None, Decimal(1)),))
    organisation = a_team([a_secondee("D"), ill, a_worker("W2")], cases("D", 1))
    plan = planned(organisation, kept=(KeptHandover("D-0", "D", "W1", weeks(4), agreed=True),))
    assert to(plan) == {"D-0": "W2"}


def test_that_the_same_question_gives_the_same_answer() -> None:
    organisation = a_team([a_secondee("D"), a_worker("ANN"), a_worker("BEA")], cases("D", 5), busy_up_to("ANN", 9))
    first, second = planned(organisation), planned(organisation)
    assert replace(first, seconds=0.0) == replace(second, seconds=0.0)


def test_that_a_request_keeps_its_defaults() -> None:
    request = asked()
    assert (request.per_receiver, request.per_leaver) == (1, 3)
    assert isinstance(request.until, date)
