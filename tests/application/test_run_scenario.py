"""What a run starts from is named by its digest: the same digest, the same figures."""

from dataclasses import replace
from datetime import timedelta

import pytest

from caseload_planner.application.run_scenario import prepared_plan
from caseload_planner.application.team_d_course import SecondeeCourse, TeamDCourse
from caseload_planner.domain.norm import NormSet
from caseload_planner.domain.organisation import Organisation
from caseload_planner.staffing.run_plan import ScenarioRefusedError
from caseload_planner.staffing.scenario import Hire, NormStep, Scenario, TeamD, TeamDPlan
from tests.builders import ON, a_worker
from tests.staffing.towns import a_busy_town, plain_scenario

SECONDEE = SecondeeCourse(a_worker("D"), ON + timedelta(weeks=10), (ON + timedelta(weeks=4), ON + timedelta(weeks=8)))
COURSE = TeamDCourse((SECONDEE,))
FOLLOWING = plain_scenario(team_d=TeamD(plan=TeamDPlan.PLAN))


def digest_of(organisation: Organisation, scenario: Scenario, course: TeamDCourse | None = None) -> str:
    return prepared_plan(organisation, scenario, ON, course).snapshot.digest


def test_that_another_norm_is_other_data() -> None:
    town = a_busy_town()
    norm = town.norms.norms[0]
    stricter = replace(town, norms=NormSet((replace(norm, funded=norm.funded - 10),), town.norms.policy))
    assert digest_of(a_busy_town(), plain_scenario()) == digest_of(town, plain_scenario())
    assert digest_of(stricter, plain_scenario()) != digest_of(town, plain_scenario())


def test_that_another_plan_for_team_d_is_other_data_only_where_it_is_followed() -> None:
    town, later = a_busy_town(), TeamDCourse((replace(SECONDEE, switches=(SECONDEE.switches[0],) * 2),))
    assert digest_of(town, FOLLOWING, COURSE) != digest_of(town, FOLLOWING, later)
    stays = plain_scenario(team_d=TeamD(plan=TeamDPlan.STAYS))
    assert digest_of(town, stays, COURSE) == digest_of(town, stays, later)


@pytest.mark.parametrize(
    "past",
    [
        {"team_d": TeamD(plan=TeamDPlan.NIL, nil_on=ON - timedelta(days=1))},
        {"hires": (Hire(on=ON - timedelta(days=1)),)},
        {"norm_steps": (NormStep(on=ON - timedelta(days=1), funded=12.0),)},
    ],
)
def test_that_a_date_before_the_day_on_which_it_is_run_is_refused_by_name(past: dict[str, object]) -> None:
    scenario = plain_scenario(start=None, **past)
    with pytest.raises(ScenarioRefusedError, match="is before the start of the scenario, 2026-11-23"):
        prepared_plan(a_busy_town(), scenario, ON)
    prepared_plan(a_busy_town(), scenario, ON - timedelta(days=1))
