"""Level `faces`: a known second is not passed over, and partners know each other."""

from datetime import date, timedelta

import pytest

from caseload_planner.domain.measures import Wanted
from tests.builders import ON, a_measure, a_worker, holds, running
from tests.rules.judging import a_plan, level

WORKERS = [a_worker("W1"), a_worker("W2"), a_worker("W3"), a_worker("W4")]
NEW = a_measure("M1", duo=Wanted.PREFERRED)
SIBLING = a_measure("M1", family="F", youth="b", duo=Wanted.PREFERRED)
FAMILY = running("R1", family="F", youth="a")
HELD = [holds("R1", "W1"), holds("R1", "W2", "second")]


def test_that_one_contact_has_no_partner() -> None:
    assert level("faces", a_plan(WORKERS, [NEW], ("M1", "W1"))) == 0


def test_that_a_duo_that_shares_no_running_measure_counts_one() -> None:
    assert level("faces", a_plan(WORKERS, [NEW], ("M1", "W1", "W2"))) == 1


@pytest.mark.parametrize("contacts", [("W1", "W2"), ("W2", "W1")])
def test_that_partners_of_a_running_measure_know_each_other_whoever_is_first(contacts: tuple[str, str]) -> None:
    assert level("faces", a_plan(WORKERS, [FAMILY, NEW], ("M1", *contacts), held=HELD)) == 0


def test_that_a_measure_shared_before_makes_no_partners() -> None:
    closed = running("R1", closed_on=ON - timedelta(days=1))
    assert level("faces", a_plan(WORKERS, [closed, NEW], ("M1", "W1", "W2"), held=HELD)) == 1


def test_that_a_handover_makes_no_partners() -> None:
    held = [holds("R1", "W1"), holds("R1", "W2", "incoming")]
    assert level("faces", a_plan(WORKERS, [FAMILY, NEW], ("M1", "W1", "W2"), held=held)) == 1


def test_that_a_duo_new_to_each_other_twice_counts_twice() -> None:
    measures = [NEW, a_measure("M2", duo=Wanted.PREFERRED)]
    assert level("faces", a_plan(WORKERS, measures, ("M1", "W1", "W2"), ("M2", "W2", "W1"))) == 2


@pytest.mark.parametrize(
    ("contacts", "value"),
    [
        (("W1", "W2"), 0),
        (("W1", "W3"), 2 + 1),
        (("W3", "W2"), 1),
        (("W2", "W1"), 0),
        (("W2", "W3"), 1),
        (("W1",), 0),
        (("W3",), 0),
    ],
    ids=str,
)
def test_that_a_known_second_passed_over_counts_two_where_there_is_a_second(
    contacts: tuple[str, ...], value: int
) -> None:
    assert level("faces", a_plan(WORKERS, [FAMILY, SIBLING], ("M1", *contacts), held=HELD)) == value


def test_that_a_second_who_has_left_is_not_passed_over() -> None:
    workers = [a_worker("W1"), a_worker("W2", ends_on=ON - timedelta(days=1)), a_worker("W3")]
    assert level("faces", a_plan(workers, [FAMILY, SIBLING], ("M1", "W1", "W3"), held=HELD)) == 1


def test_that_the_second_of_the_measure_itself_is_known_first_of_all() -> None:
    own = running("M1", family="F", youth="b", duo=Wanted.REQUIRED, started_on=date(2024, 1, 8))
    held = [*HELD, holds("M1", "W4", "second")]
    assert level("faces", a_plan(WORKERS, [FAMILY, own], ("M1", "W1", "W4"), held=held)) == 1
    assert level("faces", a_plan(WORKERS, [FAMILY, own], ("M1", "W1", "W2"), held=held)) == 2


def test_that_a_measure_left_over_shows_no_face() -> None:
    assert level("faces", a_plan(WORKERS, [FAMILY, SIBLING], held=HELD)) == 0
