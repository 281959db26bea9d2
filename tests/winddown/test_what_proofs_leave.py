"""What a proven level leaves out for later levels, and who cannot all move: against every plan."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.winddown.board import Board, Choice, Cost, People
from caseload_planner.winddown.clashes import Clash, weeks_or_clashes
from caseload_planner.winddown.levels import FACES, LEVELS, NEAR, OVERLOAD, SPREAD, TIMING, UNPLACED
from caseload_planner.winddown.pattern_sieve import Line, Sieve, sieved
from caseload_planner.winddown.problem import WindDownProblem
from caseload_planner.winddown.solve import Best, restore
from caseload_planner.winddown.takings import Key, takings_of
from tests.builders import a_worker, holds, running
from tests.winddown.small_teams import a_secondee, a_team, busy_up_to, cases, problem_of
from tests.winddown.test_better_plans import a_level, chosen, people
from tests.winddown.test_patterns import patterns_on, small_problems
from tests.winddown.test_wind_down_exactly import UNTIL, every_total

SLOW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
BEFORE_THE_LAST = (UNPLACED, OVERLOAD, FACES, TIMING, NEAR)


def sieves_of(board: Board, best: Cost, name: str) -> list[Sieve]:
    """Prove a level and give what the proofs leave; its own value is what comes after it is kept."""
    level = a_level(board, name, best)
    level.answers.reached = best[LEVELS.index(name)]
    return level.sieves


@given(problem=small_problems(), names=st.lists(st.sampled_from(BEFORE_THE_LAST), min_size=1, max_size=2, unique=True))
@SLOW
def test_that_no_plan_is_left_out_that_keeps_what_is_proven(problem: WindDownProblem, names: list[str]) -> None:
    board = Board(problem)
    totals = every_total(board)
    best = min(totals.values())
    sieves = [sieve for name in names for sieve in sieves_of(board, best, name)]
    kept = dict(zip(LEVELS, best, strict=True))
    last = max(LEVELS.index(name) for name in names)
    every = takings_of(board, at_a_good_moment=False)
    left, moving = sieved(every, sieves, kept)
    through = {(taking.worker, taking.key) for taking in left}
    for plan in plans_that_keep(totals, best[: last + 1]):
        restore(board, Best(chosen(plan), ()))
        for worker, places in patterns_on(board):
            assert {(worker, every[place].key) for place in places} <= through
        assert all(plan[number] is not None for number in moving)


def plans_that_keep(totals: dict[tuple[Choice, ...], Cost], most: Cost) -> list[tuple[Choice, ...]]:
    return [plan for plan, total in totals.items() if all(a <= b for a, b in zip(total, most, strict=False))]


def test_that_only_what_costs_more_than_is_left_is_left_out() -> None:
    far = a_worker("BEA", team="T3")
    board = Board(problem_of(a_team([a_secondee("D"), a_worker("ANN"), far], cases("D", 2)), UNTIL))
    every = takings_of(board, at_a_good_moment=False)
    by_family = sorted((taking.family, taking.worker, taking.key) for taking in every)
    of_ann, of_bea = ([key for _, worker, key in by_family if worker == who] for who in (0, 1))
    # Of ANN the first family costs 2 and the second brings 3; BEA costs 5 for each.
    lines = {
        0: Line(1.0, dict(zip(of_ann, (2.0, -3.0), strict=True)), -2.0),
        1: Line(0.0, dict.fromkeys(of_bea, 5.0), 0.0),
    }
    sieve = Sieve(NEAR, 10.0, lines, {}, [-4.0, 4.0])

    def left(most: int) -> set[tuple[int, Key]]:
        return {(taking.worker, taking.key) for taking in sieved(every, [sieve], {NEAR: most})[0]}

    ann, bea = {(0, key) for key in of_ann}, {(1, key) for key in of_bea}
    assert left(11) == {(0, of_ann[1])}
    assert left(12) == {(0, of_ann[1])}
    assert left(14) == ann
    assert left(15) == ann | bea
    assert sieve.must_stay({NEAR: 13}) == {0}
    assert sieve.must_stay({NEAR: 14}) == set()
    assert sieve.must_move({NEAR: 13}) == {1}
    assert sieved(every, [sieve], {NEAR: 14})[1] == set()


@given(problem=small_problems(), data=st.data())
@SLOW
def test_that_people_find_weeks_or_some_of_them_never_do(problem: WindDownProblem, data: st.DataObject) -> None:
    board = Board(problem)
    plans = [people(board, plan) for plan in every_total(board)]
    # Somebody for each family, out of whatever plan: most such mixtures are no plan themselves.
    every = {n: sorted({plan[n] for plan in plans if n in plan}, key=repr) for n in range(len(board.choices))}
    ways = {number: data.draw(st.sampled_from(some)) for number, some in every.items() if some}
    found = weeks_or_clashes(board, ways, {}, StopSignal())
    assert (found.plan is not None) == (ways in plans)
    if found.plan is not None:
        restore(board, Best(found.plan, ()))
        assert people(board, tuple(board.choices)) == ways
    for clash in found.clashes:
        assert all(ways[number].first in firsts for number, firsts in clash.firsts.items())
        assert not [plan for plan in plans if has(plan, clash)]


def has(plan: dict[int, People], clash: Clash) -> bool:
    """Whether a plan moves all families of a clash to people that it names."""
    return all(
        number in plan and plan[number].first in clash.firsts[number] and second_is_in(plan[number], clash, number)
        for number in clash.firsts
    )


def second_is_in(one: People, clash: Clash, number: int) -> bool:
    return one.second in clash.seconds[number] if clash.seconds[number] else one.second is None


@given(problem=small_problems(), data=st.data())
@SLOW
def test_that_weeks_are_as_even_as_they_can_be(problem: WindDownProblem, data: st.DataObject) -> None:
    board, spread = Board(problem), LEVELS.index(SPREAD)
    totals = every_total(board)
    who = people(board, list(totals)[data.draw(st.integers(0, len(totals) - 1))])
    moving = ((plan, total) for plan, total in totals.items() if chosen(plan).keys() == who.keys())
    alike = [total for plan, total in moving if people(board, plan) == who]
    found = weeks_or_clashes(board, who, {}, StopSignal(), even=True)
    assert found.plan is not None
    total = totals[tuple(found.plan.get(number) for number in range(len(problem.families)))]
    assert found.come_to[SPREAD] == total[spread]
    least_bad = min(total[LEVELS.index(TIMING)] for total in alike)
    assert total[spread] == min(total[spread] for total in alike if total[LEVELS.index(TIMING)] == least_bad)


def test_that_who_has_no_room_beside_families_that_stay_may_have_it_where_they_move() -> None:
    beside = [running(f"DUO-{number}") for number in range(4)]
    held = [holds(one.key, who, position) for one in beside for who, position in (("D", "second"), ("ANN", "first"))]
    who = [a_secondee("D"), a_worker("ANN"), a_worker("BEA")]
    board = Board(problem_of(a_team(who, (beside, held), cases("D", 1), busy_up_to("ANN", 12)), UNTIL))
    number = [family.key for family in board.problem.families].index("F-D-0")
    firsts = board.options[number].firsts
    ann = next(
        int(firsts.choice[row]) for row in range(len(firsts)) if board.problem.receivers[firsts.worker[row]] == "ANN"
    )
    found = weeks_or_clashes(board, {number: People(ann, None)}, {}, StopSignal())
    assert found.plan is None
    assert found.clashes == []
