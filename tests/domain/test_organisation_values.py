"""The organisation answers simple questions about its parts."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from caseload_planner.domain.organisation import Employment, Role
from tests.builders import ON, a_measure, a_worker, an_organisation, holds, running

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("role", "carries"),
    [
        (Role.YOUTH_PROTECTION, True),
        (Role.YOUTH_PROBATION, True),
        (Role.JUNIOR, True),
        (Role.CAREER_CHANGER, True),
        (Role.ASSISTANT, True),
        (Role.SUPPORT, False),
        (Role.BEHAVIOURAL_SCIENTIST, False),
        (Role.TEAM_LEADER, False),
    ],
)
def test_that_five_roles_carry_cases(role: Role, carries: bool) -> None:
    assert a_worker("W1", role=role).carries is carries


def test_that_only_secondees_are_team_d() -> None:
    assert [a_worker("W1", employment=employment).seconded for employment in Employment] == [False, False, True]


def test_that_service_runs_from_the_first_through_the_last_day() -> None:
    worker = a_worker("W1", started_on=ON, ends_on=ON + 9 * DAY)
    assert [worker.in_service(day) for day in (ON - DAY, ON, ON + 9 * DAY, ON + 10 * DAY)] == [False, True, True, False]
    assert a_worker("W2").in_service(date(2040, 1, 1))


def test_that_a_family_is_in_the_order_in_which_it_shares_work() -> None:
    measures = [
        running("M3", family="F", started_on=date(2022, 1, 3)),
        running("M1", family="F", started_on=date(2023, 1, 3)),
        running("M2", family="F", started_on=date(2022, 1, 3)),
        running("M4", family="F", started_on=None, reported_on=date(2021, 5, 3)),
        running("M5", family="G"),
    ]
    by_family = an_organisation([], measures).measures_by_family
    assert [measure.key for measure in by_family["F"]] == ["M4", "M2", "M3", "M1"]
    assert [measure.key for measure in by_family["G"]] == ["M5"]


def test_that_every_measure_has_its_assignments_even_if_none() -> None:
    organisation = an_organisation([a_worker("W1")], [running("M1"), a_measure("M2")], [holds("M1", "W1")])
    assert organisation.assignments_of["M1"] == (holds("M1", "W1"),)
    assert organisation.assignments_of["M2"] == ()


def test_that_regions_are_those_of_the_teams() -> None:
    organisation = an_organisation([a_worker("W1", team="Z1")], [a_measure("M1", team="T3")])
    assert organisation.team_of("W1").location == "Heerlen"
    assert organisation.region_of_worker("W1") == "Zuid"
    assert organisation.region_of_measure("M1") == "Noord"


def test_that_a_revision_does_not_make_another_organisation() -> None:
    assert an_organisation([a_worker("W1")], revision=1) == an_organisation([a_worker("W1")], revision=2)
    assert an_organisation([a_worker("W1", fte="0.89")]) != an_organisation([a_worker("W1", fte=str(Decimal("0.9")))])
