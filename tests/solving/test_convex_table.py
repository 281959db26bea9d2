"""Reachable sums, lower hulls and convex tables."""

import itertools
from functools import partial

from hypothesis import assume, given
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from caseload_planner.rules.evenness import evenness_added
from caseload_planner.rules.over_norm import over_norm_added
from caseload_planner.solving.convex_table import ConvexTable, lower_hull, reachable_sums

SHARES = st.lists(st.lists(st.integers(0, 200), min_size=1, max_size=3), max_size=4)


@given(SHARES, st.integers(0, 400))
def test_that_every_choice_of_at_most_one_a_group_is_reached_and_no_other(groups: list[list[int]], room: int) -> None:
    chosen = itertools.product(*([0, *group] for group in groups))
    assert reachable_sums(groups, room) == sorted({sum(some) for some in chosen if sum(some) <= room})


@given(st.dictionaries(st.integers(0, 300), st.integers(0, 10_000), min_size=1, max_size=25))
def test_that_a_lower_hull_is_convex_and_under_all_points(function: dict[int, int]) -> None:
    points = sorted(function.items())
    hull = lower_hull(points)

    assert hull[0] == points[0]
    assert hull[-1] == points[-1]
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in itertools.pairwise(hull)]
    assert all(left < right for left, right in itertools.pairwise(slopes))
    for (start, low), (end, high) in itertools.pairwise(hull):
        inside = [point for point in points if start <= point[0] <= end]
        assert all((y - low) * (end - start) >= (high - low) * (x - start) for x, y in inside)


@given(st.integers(300, 1600), st.integers(0, 1700), SHARES, st.data())
def test_that_a_refined_table_is_exactly_the_function(
    capacity: int, before: int, groups: list[list[int]], data: st.DataObject
) -> None:
    groups = [[share for share in group if share > 0] for group in groups]
    function = partial(data.draw(st.sampled_from([evenness_added, over_norm_added])), capacity, before)
    room = sum(max(group, default=0) for group in groups)
    assume(any(groups))
    model = cp_model.CpModel()
    options = [[(model.new_bool_var(""), share) for share in group] for group in groups]
    for group in options:
        model.add_at_most_one(variable for variable, _ in group)
    total = model.new_int_var(0, room, "")
    model.add(total == sum(variable * share for group in options for variable, share in group))
    table = ConvexTable(model, total, options, room, function)
    load = data.draw(st.sampled_from(reachable_sums(groups, room)))

    table.refine(load)
    model.add(total == load)
    model.minimize(table.value)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1

    assert solver.solve(model) == cp_model.OPTIMAL
    assert solver.value(table.value) == function(load)
    assert not table.refine(load)
