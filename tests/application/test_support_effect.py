"""What support brings beside what there is already."""

from decimal import Decimal

import pytest

from caseload_planner.application.support_effect import SupportAnswer, support_answer
from caseload_planner.domain.organisation import Role, Supporter
from caseload_planner.staffing.scenario import Scenario
from caseload_planner.staffing.support_price import Option
from tests.builders import ON, a_worker, an_organisation, running


def answer_with(support_hours: str) -> SupportAnswer:
    """Give the answer for a team of ten with so many hours of support a week."""
    people = [a_worker(f"W{n}") for n in range(10)]
    organisation = an_organisation(
        [*people, a_worker("HELP", role=Role.SUPPORT)],
        [running(f"M{n:03d}") for n in range(150)],
        supporters=(Supporter("HELP", "T1", Decimal(support_hours)),) if support_hours != "0" else (),
    )
    return support_answer(organisation, ON, (), Scenario())


def points_of_one_more(answer: SupportAnswer) -> tuple[float, float, float]:
    return next(price.points for price in answer.prices if price.option is Option.SUPPORT)


def test_that_one_more_fte_is_one_beside_those_that_there_are() -> None:
    first, beside_four = points_of_one_more(answer_with("0")), points_of_one_more(answer_with("144"))
    assert first[1] > 4
    assert beside_four == pytest.approx((0.0, 0.0, 0.0), abs=0.01) or beside_four[1] < first[1] / 10


@pytest.mark.parametrize("hours", ["0", "18", "36", "72", "144"])
def test_that_the_range_of_one_more_goes_from_low_to_high(hours: str) -> None:
    low, likely, high = points_of_one_more(answer_with(hours))
    assert 0 <= low <= likely <= high
