"""H4: youth probation asks for `jr` and PmG for `pmg`, of the first contact."""

import pytest

from caseload_planner.domain.measures import MeasureType, Wanted
from caseload_planner.domain.organisation import Role
from tests.builders import a_measure, a_worker
from tests.rules.judging import a_plan, broken, the_breach

ASKED = {
    MeasureType.PROBATION_MANDATORY: "jr",
    MeasureType.PROBATION_VOLUNTARY: "jr",
    MeasureType.INTENSIVE_GUIDANCE: "jr",
    MeasureType.BEHAVIOUR_ORDER: "jr",
    MeasureType.PMG_KANSRIJK: "pmg",
    MeasureType.PMG_STRAATKRACHT: "pmg",
}


@pytest.mark.parametrize(("type_", "skill"), ASKED.items())
def test_that_a_first_contact_without_the_skill_is_named_with_it(type_: MeasureType, skill: str) -> None:
    others = frozenset({"jr", "pmg", "sns", "schotten", "schotten_team"} - {skill})
    worker = a_worker("W1", skills=others, role=Role.YOUTH_PROBATION)
    breach = the_breach(a_plan([worker], [a_measure("M1", type=type_)], ("M1", "W1")))
    assert (breach.rule, breach.code, breach.worker, breach.figures["skill"]) == ("H4", "skill_missing", "W1", skill)


@pytest.mark.parametrize(("type_", "skill"), ASKED.items())
def test_that_the_skill_is_enough_in_any_role(type_: MeasureType, skill: str) -> None:
    worker = a_worker("W1", skills=frozenset({skill}))
    assert broken(a_plan([worker], [a_measure("M1", type=type_)], ("M1", "W1"))) == []


@pytest.mark.parametrize("type_", sorted(set(MeasureType) - set(ASKED)))
def test_that_other_types_ask_no_skill(type_: MeasureType) -> None:
    assert broken(a_plan([a_worker("W1")], [a_measure("M1", type=type_)], ("M1", "W1"))) == []


def test_that_a_second_contact_needs_no_skill() -> None:
    measure = a_measure("M1", type=MeasureType.PROBATION_MANDATORY, duo=Wanted.REQUIRED)
    workers = [a_worker("W1", skills=frozenset({"jr"})), a_worker("W2")]
    assert broken(a_plan(workers, [measure], ("M1", "W1", "W2"))) == []
