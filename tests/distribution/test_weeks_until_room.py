"""How long a region stays too full: ends, leave and inflow, week by week."""

from dataclasses import replace
from datetime import timedelta

import pytest

from caseload_planner.distribution.weeks_until_room import weeks_until_room
from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.measures import Measure, Method
from caseload_planner.domain.organisation import Contract, Worker
from caseload_planner.rules.round import Placement, plan_of
from tests.builders import LONG_AGO, ON, a_measure, a_worker, an_organisation, busy, holds
from tests.distribution.tiny_rounds import problem_of

FAR_END = ON + timedelta(days=2000)


def weeks(
    workers: list[Worker],
    measures: list[Measure],
    held: list[Assignment],
    *placements: Placement,
    left: tuple[str, ...] = ("N1",),
) -> int | None:
    problem = problem_of(an_organisation(workers, measures, held))
    return weeks_until_room(plan_of(problem.round, placements), "Noord", left)


def full(*, ending: int = 0, in_weeks: int = 0) -> tuple[list[Measure], list[Assignment]]:
    """Fill W1 to her ceiling with cases that go on, some of which are known to end."""
    carried, held = busy("W1", 16)
    ends = [ON + timedelta(weeks=in_weeks, days=-1)] * ending + [FAR_END] * (16 - ending)
    return [replace(case, expected_end=end) for case, end in zip(carried, ends, strict=True)], list(held)


@pytest.mark.parametrize("week", [1, 5, 26])
def test_that_there_is_room_when_enough_has_ended(week: int) -> None:
    carried, held = full(ending=2, in_weeks=week)
    assert weeks([a_worker("W1")], [*carried, a_measure("N1")], held) == week


def test_that_one_end_is_not_enough_for_a_heavier_case() -> None:
    carried, held = full(ending=1, in_weeks=3)
    # After three months it weighs 1.08 and still does not fit in 1.00.
    assert weeks([a_worker("W1")], [*carried, a_measure("N1")], held) is None


def test_that_measures_without_a_known_end_end_at_the_rate_of_their_type() -> None:
    carried, held = busy("W1", 16)
    # 16 x (1 - exp(-k / 87)) is 1.50 for the first time after nine weeks.
    assert weeks([a_worker("W1")], [*carried, a_measure("N1")], list(held)) == 9


def test_that_what_comes_in_takes_the_room_first() -> None:
    # Two came in the week before the last one: as much is expected in the next.
    lately = [a_measure(f"I{n}", reported_on=ON - timedelta(days=8 + n), started_on=ON) for n in range(2)]
    taken = [holds(case.key, "W9", since=ON) for case in lately]
    workers = [a_worker("W1"), a_worker("W9", team="Z1")]
    for ending, week in ((2, None), (5, 2)):
        carried, held = full(ending=ending, in_weeks=2)
        assert weeks(workers, [*carried, *lately, a_measure("N1")], [*held, *taken]) == week


def test_that_the_plan_of_now_takes_room_too() -> None:
    carried, held = full(ending=2, in_weeks=2)
    measures = [*carried, a_measure("N1"), a_measure("N2")]

    alone = weeks([a_worker("W1")], measures, held)
    beside = weeks([a_worker("W1")], measures, held, Placement("N2", "W1"))

    # From three months on N1 weighs 1.08, and as much is left beside the part of N2 that is expected to run still.
    assert (alone, beside) == (2, 14)


def test_that_nobody_who_may_take_it_means_no_end() -> None:
    assert weeks([a_worker("W1")], [a_measure("N1", method=Method.SCHOTTEN)], []) is None
    assert weeks([a_worker("W9", team="Z1")], [a_measure("N1")], []) is None


def test_that_who_starts_later_brings_room() -> None:
    starts = ON + timedelta(weeks=6)
    newcomer = a_worker("W2", started_on=starts, contracts=(Contract(starts, None, a_worker("W").contracts[0].fte),))
    carried, held = full()
    assert starts > LONG_AGO
    assert weeks([a_worker("W1"), newcomer], [*carried, a_measure("N1")], held) == 6
