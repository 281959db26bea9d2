"""Why, and why not."""

from caseload_planner.distribution.explain import why_not
from caseload_planner.distribution.solve import solve
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.measures import MeasureType, Wanted
from caseload_planner.domain.organisation import Organisation
from caseload_planner.rules.round import Placement, Plan, plan_of
from tests.builders import a_measure, a_worker, an_organisation, busy, holds, running, the_profile
from tests.distribution.tiny_rounds import problem_of

PROFILE = the_profile()


def plan_for(organisation: Organisation, *placements: Placement) -> Plan:
    return plan_of(problem_of(organisation).round, placements)


def test_that_a_known_face_is_the_first_reason() -> None:
    old = running("R1", family="F1")
    new = a_measure("N1", family="F1", youth="F1-2")
    proposal = solve(
        problem_of(an_organisation([a_worker("W1"), a_worker("W2")], [old, new], [holds("R1", "W1")])), PROFILE
    )

    assert [reason.code for reason in proposal.reasons["N1"]][:2] == ["known_face", "within_norm"]


def test_that_the_only_one_who_may_is_said_to_be() -> None:
    new = a_measure("N1", type=MeasureType.PROBATION_VOLUNTARY)
    workers = [a_worker("W1", skills=frozenset({"jr"})), a_worker("W2")]
    proposal = solve(problem_of(an_organisation(workers, [new])), PROFILE)

    codes = [reason.code for reason in proposal.reasons["N1"]]
    assert codes[0] == "only_one_who_may"
    assert "has_skill" in codes


def test_that_room_is_told_with_load_before_and_after() -> None:
    carried, held = busy("W1", 12)
    proposal = solve(problem_of(an_organisation([a_worker("W1")], [*carried, a_measure("N1")], held)), PROFILE)

    room = next(reason for reason in proposal.reasons["N1"] if reason.code == "within_norm")
    assert (room.figures["before"], room.figures["after"], room.figures["capacity"]) == (1200, 1350, 1430)


def test_that_why_not_names_the_rules_that_block() -> None:
    organisation = an_organisation([a_worker("W1"), a_worker("W2", team="Z1", skj_until=None)], [a_measure("N1")])
    answer = why_not(plan_for(organisation, Placement("N1", "W1")), PROFILE, "N1", "W2", Position.FIRST)

    assert [breach.rule for breach in answer.breaches] == ["H3", "H10"]
    assert answer.loss is None


def test_that_why_not_names_the_level_that_loses_and_by_how_much() -> None:
    organisation = an_organisation([a_worker("W1"), a_worker("W2", team="T3")], [a_measure("N1")])
    answer = why_not(plan_for(organisation, Placement("N1", "W1")), PROFILE, "N1", "W2", Position.FIRST)

    assert answer.breaches == ()
    assert answer.loss is not None
    assert (answer.loss.level, answer.loss.by) == ("near", 6)


def test_that_a_tie_is_said_to_be_as_good() -> None:
    organisation = an_organisation([a_worker("W1"), a_worker("W2")], [a_measure("N1")])
    answer = why_not(plan_for(organisation, Placement("N1", "W1")), PROFILE, "N1", "W2", Position.FIRST)

    assert answer.just_as_good


def test_that_why_not_sees_what_the_rest_of_the_plan_lays_on_her() -> None:
    carried, held = busy("W2", 14)
    organisation = an_organisation([a_worker("W1"), a_worker("W2")], [*carried, a_measure("N1"), a_measure("N2")], held)
    plan = plan_for(organisation, Placement("N1", "W1"), Placement("N2", "W2"))

    answer = why_not(plan, PROFILE, "N1", "W2", Position.FIRST)

    assert [(breach.rule, breach.figures["after"]) for breach in answer.breaches] == [("H8", 1700)]


def test_that_nobody_is_second_where_nobody_is_first() -> None:
    organisation = an_organisation([a_worker("W1")], [a_measure("N1", duo=Wanted.PREFERRED)])

    assert why_not(plan_for(organisation), PROFILE, "N1", "W1", Position.SECOND).loss is None
