"""Calibration: figures of our own history with their intervals, and too little of it said."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from caseload_planner.application.ready_scenarios import ready_keys, ready_scenario
from caseload_planner.application.team_d_course import SecondeeCourse, TeamDCourse
from caseload_planner.domain.measures import MeasureType
from caseload_planner.domain.organisation import Absence
from caseload_planner.staffing.calibration import calibrate
from caseload_planner.staffing.run_plan import plan_run
from caseload_planner.staffing.scenario import Scenario, TeamDPlan
from caseload_planner.staffing.snapshot_building import snapshot_of
from tests.builders import ON, a_measure, a_worker, an_organisation
from tests.staffing.towns import a_busy_town


def weekly(count: int, type_: MeasureType) -> list:
    days = [ON - timedelta(days=3 + 7 * n) for n in range(count)]
    return [
        a_measure(f"{type_.value[:2]}{n}", type=type_, reported_on=day, started_on=day) for n, day in enumerate(days)
    ]


def test_that_inflow_is_that_of_the_last_year_with_its_interval() -> None:
    town = an_organisation([a_worker("W")], weekly(80, MeasureType.SUPERVISION_ORDER))
    finding = calibrate(town, ON).findings["inflow.per_week.supervision_order"]
    assert finding.value == pytest.approx(1.0)
    assert finding.events == 52
    assert finding.low < 1 < finding.high
    assert finding.enough
    nothing = calibrate(town, ON).findings["inflow.per_week.guardianship"]
    assert (nothing.value, nothing.enough) == (0.0, False)


def test_that_turnover_counts_leavers_by_years_of_service() -> None:
    stays = [a_worker(f"S{n}") for n in range(10)]
    leaves = [a_worker(f"L{n}", ends_on=ON - timedelta(weeks=52)) for n in range(10)]
    finding = calibrate(an_organisation([*stays, *leaves]), ON).findings["turnover.per_year"]
    # Ten for two years and ten for one: 30 years, 10 leavers.
    assert finding.value == pytest.approx(10 / (30 * 364 / 365.25), rel=0.01)
    assert finding.low < finding.value < finding.high


def test_that_absence_counts_hours_and_spells_that_ended() -> None:
    spell = Absence(ON - timedelta(weeks=52), ON - timedelta(weeks=26, days=1), Decimal("0.5"))
    people = [a_worker(f"W{n}", absences=(spell,) if n < 10 else ()) for n in range(20)]
    findings = calibrate(an_organisation(people), ON).findings
    # Half of the people, half of their hours, half of the year.
    assert findings["absence.share"].value == pytest.approx(0.125, abs=0.006)
    assert findings["absence.long_part"].value == pytest.approx(1.0)
    assert findings["absence.share"].enough
    now = [a_worker("W", absences=(Absence(ON - timedelta(days=60), None, Decimal(1)),))]
    assert not calibrate(an_organisation(now), ON).findings["absence.share"].enough


def test_that_what_follows_is_counted_within_a_month() -> None:
    day = ON - timedelta(days=200)
    measures = []
    for n in range(20):
        first = a_measure(
            f"V{n}", type=MeasureType.PROVISIONAL_SUPERVISION_ORDER, reported_on=day, started_on=day,
            closed_on=day + timedelta(days=80),
        )  # fmt: skip
        measures.append(first)
        if n < 15:
            start = day + timedelta(days=81)
            measures.append(replace(first, key=f"O{n}", type=MeasureType.SUPERVISION_ORDER, reported_on=start,
                                    started_on=start, closed_on=None))  # fmt: skip
    finding = calibrate(an_organisation([a_worker("W")], measures), ON).findings[
        "transitions.provisional_to_supervision"
    ]
    assert finding.value == pytest.approx(0.75)
    assert finding.enough


@pytest.mark.parametrize("key", ready_keys())
def test_that_every_ready_scenario_runs_on_any_organisation(key: str) -> None:
    town = a_busy_town()
    scenario = ready_scenario(key, Scenario(), town)
    assert scenario != Scenario()
    assert plan_run(scenario, snapshot_of(town, ON, scenario.weeks)).teams.size == 4


def test_that_team_d_follows_its_accepted_plan() -> None:
    her, week = a_worker("D"), timedelta(weeks=1)
    course = TeamDCourse((SecondeeCourse(her, ON + 8 * week, tuple(ON + n * week for n in (2, 2, 4, 6))),))
    assert course.shares(ON, 10).tolist() == [1, 1, 0.5, 0.5, 0.25, 0.25, 0, 0, 0, 0]
    assert TeamDCourse((SecondeeCourse(her, ON + 3 * week),)).shares(ON, 5).tolist() == [1, 1, 1, 0, 0]
    assert Scenario().team_d.plan is TeamDPlan.PLAN
