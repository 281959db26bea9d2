"""Values in the places of texts."""

from caseload_planner.gui.filling import with_values


def test_that_places_are_filled_in_whatever_order_a_language_wants() -> None:
    assert with_values("%2 van %1, %2", "tien", "drie") == "drie van tien, drie"


def test_that_a_place_in_what_somebody_wrote_is_hers() -> None:
    assert with_values("%1 (%2)", "50%2 erbij", "Anna") == "50%2 erbij (Anna)"


def test_that_a_percent_sign_and_a_place_without_a_value_stay() -> None:
    assert with_values("%1 % van %2", "80") == "80 % van %2"
