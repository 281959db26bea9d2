"""Team D in a scenario follows the plans that stand, each secondee by her own fte."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from caseload_planner.application.changes import OrganisationChanges
from caseload_planner.application.plan_records import PlannedHandover, PlanState, StoredWindDown
from caseload_planner.application.services import Services
from caseload_planner.application.team_d_course import TeamDCourse, accepted_course
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.organisation import Employment
from tests.application.stored_files import stored
from tests.builders import ON, a_worker, an_organisation, holds, running
from tests.winddown.kept_plans import a_kept_plan

WEEK = timedelta(weeks=1)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """Two of team D, of one fte and of a third of that, and one of the own staff who can leave or take over."""
    seconded = Employment.SECONDED
    people = [
        a_worker("BIG", fte="0.90", employment=seconded),
        a_worker("SMALL", fte="0.30", employment=seconded),
        a_worker("OWN"),
        a_worker("ANN"),
    ]
    measures = [running(key) for key in ("B1", "B2", "S1", "O1")]
    held = [holds("B1", "BIG"), holds("B2", "BIG"), holds("S1", "SMALL"), holds("O1", "OWN")]
    with stored(an_organisation(people, measures, held), tmp_path / "town.sqlite") as opened:
        yield opened


def accept(
    services: Services,
    key: str,
    until: date,
    *moves: tuple[str, str, int],
    runs_out: tuple[str, ...] = (),
    left_over: tuple[tuple[str, str], ...] = (),
) -> None:
    """Keep an accepted plan: measures that go from somebody to Ann after so many weeks."""
    now, leavers = services.clock.now(), tuple(sorted({giver for _, giver, _ in moves}))
    document = a_kept_plan(ON, until, leavers, runs_out=runs_out, left_over=left_over)
    plan = StoredWindDown(id=key, made_by="L", made_at=now, on=ON, until=until, revision=1, document=document)
    rows = [
        PlannedHandover(
            plan=key,
            measure=measure,
            from_worker=giver,
            to_worker="ANN",
            position=Position.FIRST,
            week=ON + weeks * WEEK,
            overlap_weeks=0,
        )
        for measure, giver, weeks in moves
    ]
    with services.store.write() as unit:
        unit.wind_downs.record(plan, rows)
        unit.wind_downs.settle(key, PlanState.ACCEPTED, settled_by="L", settled_at=now)
        unit.commit()


def course_of(services: Services) -> TeamDCourse | None:
    with services.store.read() as unit:
        return accepted_course(unit)


def shares(services: Services, weeks: int) -> list[float]:
    course = course_of(services)
    assert course is not None
    return [round(share, 6) for share in course.shares(ON, weeks).tolist()]


def test_that_a_plan_for_one_leaves_the_others_of_team_d_whole(services: Services) -> None:
    accept(services, "W-1", ON + 4 * WEEK, ("S1", "SMALL", 2))
    assert shares(services, 5) == [1, 1, 0.75, 0.75, 0.75]


def test_that_two_plans_that_stand_are_followed_together(services: Services) -> None:
    accept(services, "W-1", ON + 6 * WEEK, ("B1", "BIG", 1), ("B2", "BIG", 3))
    accept(services, "W-2", ON + 4 * WEEK, ("S1", "SMALL", 2))
    assert shares(services, 5) == [1, 0.625, 0.375, 0, 0]


def test_that_a_plan_for_somebody_of_the_own_staff_is_no_course_of_team_d(services: Services) -> None:
    accept(services, "W-1", ON + 4 * WEEK, ("O1", "OWN", 2))
    assert course_of(services) is None


def test_that_a_newer_plan_for_the_own_staff_leaves_the_course_of_team_d(services: Services) -> None:
    accept(services, "W-1", ON + 4 * WEEK, ("B1", "BIG", 1), ("S1", "SMALL", 1))
    before = shares(services, 5)
    accept(services, "W-2", ON + 9 * WEEK, ("O1", "OWN", 2))
    assert shares(services, 5) == before


def test_that_there_is_no_course_without_a_plan(services: Services) -> None:
    assert course_of(services) is None


def test_that_before_anybody_is_in_service_there_is_no_team_d(services: Services) -> None:
    accept(services, "W-1", ON + 4 * WEEK, ("B1", "BIG", 1), ("B2", "BIG", 2), ("S1", "SMALL", 2))
    course = course_of(services)
    assert course is not None
    assert course.shares(ON - 4000 * WEEK, 2).tolist() == [0, 0]


def test_that_what_finds_nobody_keeps_its_share_until_the_last_day(services: Services) -> None:
    accept(services, "W-1", ON + 4 * WEEK, ("B1", "BIG", 2), left_over=(("B2", "BIG"),))
    assert shares(services, 5) == [1, 1, 0.625, 0.625, 0.25]


def test_that_what_runs_out_keeps_its_share_until_it_does_or_she_goes(services: Services) -> None:
    with services.store.write() as unit:
        measure = replace(unit.snapshot().measures["B2"], expected_end=ON + 3 * WEEK)
        unit.apply(OrganisationChanges(measures=(measure,)))
        unit.commit()
    accept(services, "W-1", ON + 6 * WEEK, ("B1", "BIG", 2), runs_out=("B2",))
    assert shares(services, 5) == [1, 1, 0.625, 0.25, 0.25]
