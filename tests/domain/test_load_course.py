"""The course of everybody's load says on each day what the caseload of that day says."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.load_course import load_course
from caseload_planner.domain.organisation import Organisation
from tests.builders import ON, a_worker, an_organisation, busy
from tests.domain.histories import NEAR, WORKERS, histories

DAY = timedelta(days=1)


@given(histories(), st.lists(NEAR, min_size=1, max_size=12, unique=True).map(sorted))
def test_that_each_day_has_the_figures_of_the_caseload_of_that_day(
    organisation: Organisation, days: list[date]
) -> None:
    course = load_course(organisation, days)
    for position, day in enumerate(days):
        expected = caseload_on(organisation, day)
        assert {worker: course.get(worker, (0,) * len(days))[position] for worker in WORKERS} == {
            worker: expected.load(worker) for worker in WORKERS
        }


@given(histories())
def test_that_who_holds_nothing_on_any_day_is_absent(organisation: Organisation) -> None:
    days = [ON + DAY * number for number in range(3)]
    held = {worker for day in days for worker in caseload_on(organisation, day).carried}
    assert set(load_course(organisation, days)) == held


def test_that_one_day_is_enough() -> None:
    measures, parts = busy("W1", 3)
    assert load_course(an_organisation([a_worker("W1")], measures, parts), [ON]) == {"W1": (300,)}
