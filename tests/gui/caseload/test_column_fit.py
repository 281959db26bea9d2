"""Which columns find room."""

from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.gui.models.worker_columns import Column
from caseload_planner.gui.views.caseload.column_fit import GIVES_WAY, LEAST_WIDTHS, fitted_widths

EVERYTHING = frozenset(Column)
STAYS = {Column.NAME, Column.LOAD, Column.ROOM}
ROOMS = st.integers(0, 3000)
CHOICES = st.frozensets(st.sampled_from(Column)).map(lambda chosen: chosen | {Column.NAME})


@given(ROOMS, CHOICES)
def test_that_what_is_left_out_by_hand_never_comes_back(room, wanted):
    assert fitted_widths(room, wanted, LEAST_WIDTHS, {}).keys() <= wanted


@given(ROOMS, CHOICES)
def test_that_the_width_is_used_whole_and_never_passed_where_columns_can_give_way(room, wanted):
    shown = fitted_widths(room, wanted, LEAST_WIDTHS, {})
    least = sum(LEAST_WIDTHS[column] for column in shown)
    assert sum(shown.values()) == max(room, least)
    if least > room:
        assert not shown.keys() & set(GIVES_WAY)


@given(ROOMS, CHOICES)
def test_that_no_column_is_narrower_than_it_may_be(room, wanted):
    shown = fitted_widths(room, wanted, LEAST_WIDTHS, {})
    assert all(width >= LEAST_WIDTHS[column] for column, width in shown.items())


@given(st.integers(0, 3000), st.integers(0, 500))
def test_that_more_room_never_takes_a_column_away(room, more):
    narrow = fitted_widths(room, EVERYTHING, LEAST_WIDTHS, {})
    assert narrow.keys() <= fitted_widths(room + more, EVERYTHING, LEAST_WIDTHS, {}).keys()


def test_that_name_points_and_room_stay_on_the_narrowest_window():
    assert fitted_widths(300, EVERYTHING, LEAST_WIDTHS, {}).keys() == STAYS


def test_that_a_width_given_by_hand_is_kept():
    assert fitted_widths(2000, EVERYTHING, LEAST_WIDTHS, {Column.BAR: 222})[Column.BAR] == 222
