"""Level `waiting`: what is left over weighs by its days and its danger."""

from datetime import timedelta

import pytest

from caseload_planner.domain.measures import Measure, MeasureType
from tests.builders import ON, a_measure, a_worker
from tests.rules.judging import a_plan, level


def reported(
    days_ago: int, key: str = "M1", type_: MeasureType = MeasureType.SUPERVISION_ORDER, *factors: str
) -> Measure:
    on = ON - timedelta(days=days_ago)
    return a_measure(key, reported_on=on, started_on=on, type=type_, factors=frozenset(factors))


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        (reported(0), 1),
        (reported(1), 2),
        (reported(7), 8),
        (reported(0, "M1", MeasureType.PROVISIONAL_SUPERVISION_ORDER), 5),
        (reported(3, "M1", MeasureType.PROVISIONAL_GUARDIANSHIP), 20),
        (reported(3, "M1", MeasureType.PREVENTIVE, "acute_safety"), 20),
        (reported(3, "M1", MeasureType.GUARDIANSHIP, "closed_placement"), 20),
        (reported(3, "M1", MeasureType.PROVISIONAL_GUARDIANSHIP, "acute_safety", "closed_placement"), 20),
        (reported(3, "M1", MeasureType.INTENSIVE_GUIDANCE, "trafficking", "no_suitable_help"), 4),
    ],
)
def test_that_a_measure_left_over_weighs_its_days_five_times_where_urgent(measure: Measure, value: int) -> None:
    assert level("waiting", a_plan([a_worker("W1")], [measure])) == value


def test_that_days_count_from_the_report_and_not_from_the_start() -> None:
    measure = a_measure("M1", reported_on=ON - timedelta(days=9), started_on=ON - timedelta(days=2))
    assert level("waiting", a_plan([a_worker("W1")], [measure])) == 10


def test_that_only_what_is_left_over_counts_and_adds_up() -> None:
    measures = [reported(0, "M1"), reported(6, "M2"), reported(2, "M3", MeasureType.PROVISIONAL_SUPERVISION_ORDER)]
    workers = [a_worker("W1")]
    assert level("waiting", a_plan(workers, measures)) == 1 + 7 + 15
    assert level("waiting", a_plan(workers, measures, ("M3", "W1"))) == 8
    assert level("waiting", a_plan(workers, measures, ("M1", "W1"), ("M2", "W1"), ("M3", "W1"))) == 0
