"""Teams against the funded norm: contracted fte with 12.8, and the load of their people."""

from datetime import timedelta
from decimal import Decimal

from caseload_planner.domain.caseload import TeamTotal, caseload_on
from caseload_planner.domain.organisation import Absence, Onboarding, Role
from tests.builders import LONG_AGO, ON, a_worker, an_organisation, busy, holds, running

DAY = timedelta(days=1)


def totals_of(organisation: object) -> dict[str, TeamTotal]:
    return {total.team: total for total in caseload_on(organisation, ON).team_totals()}  # type: ignore[arg-type]


def test_that_a_team_is_funded_for_its_contracted_fte() -> None:
    measures, parts = busy("W1", 3)
    workers = [a_worker("W1", fte="0.89"), a_worker("W2", fte="0.67"), a_worker("W3", team="T2")]
    found = totals_of(an_organisation(workers, [*measures, running("M9")], [*parts, holds("M9", "W2")]))
    # 1.56 fte x 12.80 = 19.968
    assert found["T1"] == TeamTotal("T1", Decimal("1.56"), 400, 1997)
    assert found["T2"] == TeamTotal("T2", Decimal("1.00"), 0, 1280)


def test_that_absence_tasks_and_onboarding_take_nothing_off_the_funded_norm() -> None:
    workers = [
        a_worker("W1", absences=(Absence(LONG_AGO, None, Decimal(1)),)),
        a_worker("W2", task_share=Decimal("0.20")),
        a_worker("W3", started_on=ON, onboarding=Onboarding.STARTER),
    ]
    assert totals_of(an_organisation(workers))["T1"] == TeamTotal("T1", Decimal("3.00"), 0, 3840)


def test_that_a_teams_load_is_that_of_its_workers_wherever_their_families_live() -> None:
    far = running("M1", team="Z1")
    found = totals_of(an_organisation([a_worker("W1")], [far], [holds("M1", "W1")]))
    assert found["T1"].load == 100
    assert found["Z1"].load == 0


def test_that_roles_without_cases_are_left_out() -> None:
    roles = (Role.SUPPORT, Role.BEHAVIOURAL_SCIENTIST, Role.TEAM_LEADER)
    workers = [a_worker(f"S{number}", role=role) for number, role in enumerate(roles)]
    organisation = an_organisation([a_worker("W1"), *workers])
    assert totals_of(organisation)["T1"] == TeamTotal("T1", Decimal("1.00"), 0, 1280)
    assert caseload_on(organisation, ON).carrying_workers == ("W1",)


def test_that_every_team_has_its_line_by_key() -> None:
    found = caseload_on(an_organisation([a_worker("W1")]), ON).team_totals()
    assert [total.team for total in found] == ["T1", "T2", "T3", "Z1"]
    assert [total.funded_capacity for total in found] == [1280, 0, 0, 0]


def test_that_carrying_workers_are_in_service_or_still_hold_something() -> None:
    workers = [
        a_worker("W1"),
        a_worker("W2", ends_on=ON),
        a_worker("W3", ends_on=ON - DAY),
        a_worker("W4", started_on=ON + DAY),
        a_worker("W5", started_on=ON + DAY),
        a_worker("W6", role=Role.ASSISTANT),
    ]
    found = caseload_on(an_organisation(workers, [running("M1")], [holds("M1", "W5")]), ON)
    assert found.carrying_workers == ("W1", "W2", "W5", "W6")


def test_that_a_team_leader_is_left_out_even_where_she_holds_a_case() -> None:
    leader = a_worker("W2", role=Role.TEAM_LEADER)
    found = caseload_on(an_organisation([a_worker("W1"), leader], [running("M1")], [holds("M1", "W2")]), ON)
    assert found.carrying_workers == ("W1",)
    assert found.load("W2") == 100
