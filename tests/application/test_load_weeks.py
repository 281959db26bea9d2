"""The sparkline beside a name: weeks back as they were, weeks ahead as the forecast says."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.application.load_weeks import load_weeks
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.forecast import forecast
from caseload_planner.domain.organisation import Organisation
from tests.builders import ON, a_worker, an_organisation, busy, holds, running
from tests.domain.histories import WORKERS, histories

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


def test_that_the_days_are_thirteen_mondays_back_the_date_and_eight_ahead() -> None:
    wednesday = ON + 2 * DAY
    found = load_weeks(an_organisation([a_worker("W1")]), wednesday)
    assert found.days == (
        *(ON - WEEK * back for back in range(13, 0, -1)),
        wednesday,
        *(ON + WEEK * n for n in range(1, 9)),
    )
    assert found.days[found.now] == wednesday
    assert found.of("W1") == (0,) * 22


@given(histories(), st.integers(-20, 20))
def test_that_weeks_back_are_caseloads_and_weeks_ahead_the_forecast(organisation: Organisation, shift: int) -> None:
    on = ON + shift * DAY
    found = load_weeks(organisation, on)
    for position in range(found.now + 1):
        then = caseload_on(organisation, found.days[position])
        assert [found.of(worker)[position] for worker in WORKERS] == [then.load(worker) for worker in WORKERS]
    for worker in WORKERS:
        ahead = forecast(organisation, worker, on, 9)
        assert [week.on for week in ahead] == list(found.days[found.now :])
        assert [week.load for week in ahead] == list(found.of(worker)[found.now :])


def test_that_a_case_that_came_and_one_that_ends_show_in_their_weeks() -> None:
    measures, parts = busy("W1", 1)
    measures.append(running("NEW", expected_end=ON + WEEK))
    parts.append(holds("NEW", "W1", since=ON - 2 * WEEK))
    organisation = an_organisation([a_worker("W1")], measures, parts)
    assert load_weeks(organisation, ON, back=3, ahead=3).of("W1") == (100, 200, 200, 200, 200, 100, 100)
