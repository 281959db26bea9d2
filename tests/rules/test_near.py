"""Level `near`: own team, then own location, then further; a first contact weighs more than a second."""

import pytest

from caseload_planner.domain.measures import Wanted
from tests.builders import a_measure, a_worker
from tests.rules.judging import a_plan, level

# Teams T1 and T2 are in Venlo, T3 in Roermond, Z1 in another region.
WORKERS = [a_worker("A", team="T1"), a_worker("B", team="T2"), a_worker("C", team="T3"), a_worker("D", team="Z1")]
WORKERS += [a_worker("E", team="T1")]


@pytest.mark.parametrize(("first", "value"), [("A", 0), ("B", 3), ("C", 6), ("D", 6)])
def test_that_a_first_contact_counts_three_times_her_steps(first: str, value: int) -> None:
    assert level("near", a_plan(WORKERS, [a_measure("M1", team="T1")], ("M1", first))) == value


@pytest.mark.parametrize(("second", "value"), [("E", 0), ("B", 2), ("C", 4), ("D", 4)])
def test_that_a_second_contact_counts_two_times_her_steps(second: str, value: int) -> None:
    measure = a_measure("M1", team="T1", duo=Wanted.PREFERRED)
    assert level("near", a_plan(WORKERS, [measure], ("M1", "A", second))) == value


def test_that_placements_add_up_and_what_is_left_over_is_nowhere() -> None:
    measures = [a_measure("M1", team="T1", duo=Wanted.PREFERRED), a_measure("M2", team="T3"), a_measure("M3")]
    assert level("near", a_plan(WORKERS, measures, ("M1", "B", "C"), ("M2", "A"))) == 3 + 4 + 6
