"""What somebody gets at most: no answer worth having lies above a cap, and rows of whole items forbid none below."""

import itertools
import random

from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from caseload_planner.domain.points import part
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.solving.convex_table import ConvexTable
from caseload_planner.solving.load_caps import LoadCap, Piece, cliques, packing_rows
from caseload_planner.solving.relaxation import relax

SHARES = st.lists(st.integers(20, 200), min_size=1, max_size=6)


@given(SHARES, st.integers(0, 400), st.integers(0, 400))
def test_that_whatever_keeps_within_a_cap_keeps_the_rows(shares: list[int], most: int, together: int) -> None:
    options = [[(number, share)] for number, share in enumerate(shares)]
    rows = list(packing_rows(options, most, together))
    for chosen in itertools.product((0, 1), repeat=len(shares)):
        load = sum(share * x for share, x in zip(shares, chosen, strict=True))
        if load <= most and (sum(chosen) < 2 or load <= together):
            assert all(sum(chosen[term] * factor for term, factor in terms) <= limit for terms, limit in rows)


def test_that_two_who_do_not_go_together_exclude_each_other() -> None:
    options = [[("a", 100)], [("b", 90)], [("c", 40)]]

    rows = list(packing_rows(options, 300, 150))

    assert ([("a", 1), ("b", 1)], 1) in rows


@given(SHARES, st.integers(0, 400), st.integers(0, 400), st.integers(0, 10**9))
def test_that_of_a_clique_no_two_go_together(shares: list[int], together: int, firsts: int, seed: int) -> None:
    dice = random.Random(seed)
    pieces = [Piece(number, share, dice.random() < 0.5, number) for number, share in enumerate(shares)]
    for members in cliques(pieces, together, firsts):
        for a, b in itertools.combinations([pieces[member] for member in members], 2):
            assert a.share + b.share > (min(together, firsts) if a.first and b.first else together)


def test_that_a_light_case_excludes_those_that_are_too_heavy_beside_it() -> None:
    pieces = [Piece("a", 100, first=True, group=0), Piece("b", 90, first=True, group=1)]
    pieces += [Piece("c", 60, first=False, group=2), Piece("d", 20, first=False, group=3)]

    assert set(cliques(pieces, together=155, firsts_together=150)) == {("a", "b"), ("a", "c")}


def test_that_nothing_goes_together_where_there_is_no_room_for_two() -> None:
    assert list(packing_rows([[("a", 100)], [("b", 90)]], 300, 0)) == [([("a", 1), ("b", 1)], 1)]


def test_that_of_two_caps_the_tighter_figures_hold() -> None:
    assert LoadCap(200, 100).and_also(LoadCap(150, 120)) == LoadCap(150, 100)
    assert LoadCap(200, 100).and_also(None) == LoadCap(200, 100)


@given(st.integers(0, 10**9))
@settings(max_examples=60)
def test_that_no_answer_close_to_the_bound_lies_above_a_cap(seed: int) -> None:
    dice = random.Random(seed)
    people, shares = range(dice.randint(2, 3)), [dice.choice((40, 60, 75, 110, 150)) for _ in range(dice.randint(2, 4))]
    before = [dice.choice((0, 300, 900, 1200)) for _ in people]
    costs = [[dice.randint(0, 30) for _ in shares] for _ in people]

    def added(person: int, load: int) -> int:
        return part(max(0, before[person] + load - 900) ** 2, 900) - part(max(0, before[person] - 900) ** 2, 900)

    model = cp_model.CpModel()
    chosen = [[model.new_bool_var("") for _ in shares] for _ in people]
    tables = []
    for item in range(len(shares)):
        model.add_exactly_one(chosen[person][item] for person in people)
    for person in people:
        total = model.new_int_var(0, sum(shares), "")
        model.add(total == sum(x * share for x, share in zip(chosen[person], shares, strict=True)))
        options = [[(x, share)] for x, share in zip(chosen[person], shares, strict=True)]
        tables.append(ConvexTable(model, total, options, sum(shares), lambda load, person=person: added(person, load)))
    term = sum(table.value for table in tables)
    term += sum(chosen[p][i] * costs[p][i] for p in people for i in range(len(shares)))
    relaxed = relax(model, term, StopSignal())
    assert relaxed is not None

    slack = dice.choice((0, 1, 20, 500))
    caps = [table.most_within(relaxed, slack) for table in tables]

    for answer in itertools.product(people, repeat=len(shares)):
        own = [[share for who, share in zip(answer, shares, strict=True) if who == person] for person in people]
        value = sum(added(person, sum(own[person])) for person in people)
        value += sum(costs[who][item] for item, who in enumerate(answer))
        if value <= relaxed.bound + slack:
            for person in people:
                most, together = caps[person]
                assert sum(own[person]) <= most
                assert len(own[person]) < 2 or sum(own[person]) <= together
