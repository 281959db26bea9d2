"""Level `pairs`: preferred duos and SNS pairs that were not made."""

import pytest

from caseload_planner.domain.measures import Wanted
from tests.builders import a_measure, a_worker
from tests.rules.judging import a_plan, level

TRAINED = frozenset({"sns"})
WORKERS = [a_worker("S1", skills=TRAINED), a_worker("S2", skills=TRAINED), a_worker("W1"), a_worker("W2")]
NONE, PREFERRED, REQUIRED = Wanted.NONE, Wanted.PREFERRED, Wanted.REQUIRED


@pytest.mark.parametrize(
    ("duo", "sns", "contacts", "value"),
    [
        (NONE, NONE, ("W1",), 0),
        (PREFERRED, NONE, ("W1",), 1),
        (PREFERRED, NONE, ("W1", "W2"), 0),
        (REQUIRED, NONE, ("W1", "W2"), 0),
        (NONE, PREFERRED, ("W1",), 2),
        (NONE, PREFERRED, ("S1",), 2),
        (NONE, PREFERRED, ("S1", "S2"), 0),
        (PREFERRED, PREFERRED, ("W1",), 3),
        (PREFERRED, PREFERRED, ("S1",), 3),
        (PREFERRED, PREFERRED, ("S1", "W1"), 2),
        (PREFERRED, PREFERRED, ("W1", "S1"), 2),
        (PREFERRED, PREFERRED, ("S1", "S2"), 0),
        (REQUIRED, PREFERRED, ("W1", "S1"), 2),
        (REQUIRED, PREFERRED, ("S2", "S1"), 0),
        (NONE, REQUIRED, ("S1", "S2"), 0),
        (PREFERRED, REQUIRED, ("S1", "S2"), 0),
    ],
)
def test_that_a_preferred_pair_not_made_counts(duo: Wanted, sns: Wanted, contacts: tuple[str, ...], value: int) -> None:
    plan = a_plan(WORKERS, [a_measure("M1", duo=duo, sns=sns)], ("M1", *contacts))
    assert level("pairs", plan) == value


def test_that_a_measure_left_over_asks_nobody() -> None:
    assert level("pairs", a_plan(WORKERS, [a_measure("M1", duo=PREFERRED, sns=PREFERRED)])) == 0


def test_that_measures_add_up() -> None:
    measures = [a_measure("M1", duo=PREFERRED), a_measure("M2", sns=PREFERRED), a_measure("M3", sns=PREFERRED)]
    plan = a_plan(WORKERS, measures, ("M1", "W1"), ("M2", "S1", "S2"), ("M3", "S1"))
    assert level("pairs", plan) == 3
