"""What a point costs in words: asked for where nobody filled it in, and nothing where nothing is brought."""

import pytest

from caseload_planner.gui.viewmodels.support_sentences import price_words
from caseload_planner.staffing.support_price import Option, Price


@pytest.mark.parametrize(
    ("cost", "per_point", "asked"), [(None, None, True), (60_000.0, None, False), (60_000.0, (5e3, 6e3, 7e3), False)]
)
def test_that_only_a_cost_that_nobody_filled_in_is_asked_for(qtbot, cost, per_point, asked):
    price = Price(Option.SUPPORT, (0.0, 0.0, 0.0), 1.0, 1.0, cost, per_point)
    _, written, of_a_point = price_words(price)
    assert (written == "fill in") is asked
    assert ("60" in written) is not asked
    assert (of_a_point == "\N{EN DASH}") is (per_point is None)
