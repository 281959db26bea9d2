"""Patterns of a receiver against every set that she could take, and the bounds of a level against every plan."""

import math
import time
from itertools import combinations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.winddown.board import Board
from caseload_planner.winddown.greedy import most_room_first
from caseload_planner.winddown.levels import FACES, LEVELS, NEAR, OVERLOAD, SPREAD, TIMING, UNPLACED
from caseload_planner.winddown.options import NOBODY_NEW
from caseload_planner.winddown.pattern_guide import PatternGuide
from caseload_planner.winddown.pattern_known import KnownPatterns
from caseload_planner.winddown.pattern_look import Effort, Look, Pattern, Priced, Prices
from caseload_planner.winddown.pattern_master import PatternMaster
from caseload_planner.winddown.pattern_proof import ProofLimits
from caseload_planner.winddown.pattern_rows import A_STEP, LevelRows
from caseload_planner.winddown.pattern_search import Asked, PatternSearch
from caseload_planner.winddown.patterns import ReceiverPatterns, find_weeks
from caseload_planner.winddown.problem import WindDownProblem
from caseload_planner.winddown.search import Limits
from caseload_planner.winddown.solve import Best, restore
from caseload_planner.winddown.takings import Taking, takings_of
from tests.builders import a_worker
from tests.winddown.small_teams import SEARCH_WORK, a_secondee, a_team, busy_up_to, cases, problem_of
from tests.winddown.test_wind_down_exactly import UNTIL, every_total, organisations

THOROUGH = Effort(keep=50, slack=0.0, width=10_000)
BY_PATTERNS = (UNPLACED, OVERLOAD, FACES, TIMING, NEAR, SPREAD)


@st.composite
def small_problems(draw: st.DrawFn) -> WindDownProblem:
    """Draw a wind-down of a few cases between a few people, some with little room and some further away."""
    people = [a_secondee("D")]
    groups = [cases("D", draw(st.integers(1, 4)))]
    for number in range(draw(st.integers(1, 3))):
        key = f"W{number}"
        people.append(a_worker(key, team=draw(st.sampled_from(["T1", "T2", "T3"]))))
        groups.append(busy_up_to(key, draw(st.integers(8, 17))))
    return problem_of(a_team(people, *groups), UNTIL)


def receivers_of(board: Board) -> list[tuple[ReceiverPatterns, list[Taking]]]:
    takings = takings_of(board, at_a_good_moment=False)
    workers = sorted({taking.worker for taking in takings} - {NOBODY_NEW})
    return [
        (ReceiverPatterns(board, w, takings, [p for p, t in enumerate(takings) if t.worker == w]), takings)
        for w in workers
    ]


def every_pattern(receiver: ReceiverPatterns, takings: list[Taking]) -> list[Pattern]:
    places = [int(place) for place in receiver.places]
    sets = (some for size in range(len(places) + 1) for some in combinations(places, size))
    one_a_family = (s for s in sets if len({takings[p].family for p in s}) == len(s))
    return [some for some in one_a_family if receiver.fits(some)]


@given(problem=small_problems(), data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_that_no_pattern_is_cheaper_than_a_look_says(problem: WindDownProblem, data: st.DataObject) -> None:
    for receiver, takings in receivers_of(Board(problem)):
        count = len(receiver.places)
        gains = np.array(data.draw(st.lists(st.floats(-3, 9), min_size=count, max_size=count)))
        prices = Prices(data.draw(st.floats(0, 4)), data.draw(st.sampled_from([0.0, 1.0])))
        at = {int(place): row for row, place in enumerate(receiver.places)}

        def cost(pattern: Pattern, at: dict[int, int] = at, gains: object = gains, prices: Prices = prices) -> float:
            worth = prices.overload * receiver.overload(pattern) + prices.square * len(pattern) ** 2  # noqa: B023
            return worth - sum(float(gains[at[p]]) for p in pattern)  # type: ignore[index]

        priced = receiver.cheapest(gains, prices, THOROUGH)
        cheapest = min(cost(pattern) for pattern in every_pattern(receiver, takings))
        assert priced.least <= cheapest + 1e-9
        narrow = receiver.cheapest(gains, prices, Effort(keep=1, slack=0.5, width=1))
        assert narrow.least <= cheapest + 1e-9
        for value, pattern in priced.patterns:
            assert value == pytest.approx(cost(pattern))
        guides = PatternGuide(receiver)
        guide = guides.at(gains, prices)
        for pattern in every_pattern(receiver, takings):
            points = receiver.overload(pattern)
            for line in (guide, guides.at(gains, prices, (points, points)), guides.at(gains, prices, (0.0, points))):
                assert line.constant + sum(float(line.reduced[at[p]]) for p in pattern) <= cost(pattern) + 1e-9
        assert Look(receiver, gains, prices, THOROUGH, guide).run().least <= cheapest + 1e-9 if any(gains > 0) else True
        nothing_known = Priced((), -1_000.0)
        proven = receiver.proven(gains, prices, nothing_known, ProofLimits(math.inf, StopSignal()))
        assert proven.least <= cheapest + 1e-9
        assert proven.least >= cheapest - 0.01
        assert min([0.0, *(value for value, _ in proven.patterns)]) == pytest.approx(cheapest)
        known = KnownPatterns(receiver.places)
        for pattern in every_pattern(receiver, takings):
            known.add(pattern, receiver.overload(pattern), len(pattern))
        best = known.cheapest(gains, prices)
        assert (0.0 if best is None else best[0]) == pytest.approx(cheapest)
        assert best is None or cost(best[1]) == pytest.approx(cheapest)


@given(problem=small_problems())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_that_no_bound_over_patterns_is_above_the_best_plan(problem: WindDownProblem) -> None:
    board = Board(problem)
    totals = every_total(board)
    best = min(totals, key=lambda plan: totals[plan])
    kept: dict[str, int] = {}
    search = PatternSearch(board)
    for level, value in zip(LEVELS, totals[best], strict=True):
        if level in BY_PATTERNS:
            restore(board, Best({n: choice for n, choice in enumerate(best) if choice is not None}, ()))
            limits = Limits(time.monotonic() + 60, deterministic_limit=SEARCH_WORK)
            # What a look at fewer plans learns must not find its way into what is proven of all.
            search.look(Asked(level, {**kept, TIMING: 0}, limits, StopSignal()), board.choices, value)
            assert search.settle(Asked(level, kept, limits, StopSignal()), board.choices, value).bound <= value
        kept[level] = value


@given(problem=small_problems())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_that_an_answer_over_patterns_comes_to_what_it_says(problem: WindDownProblem) -> None:
    board = Board(problem)
    totals = every_total(board)
    best = min(totals.values())
    for good in (True, False):
        search, kept = PatternSearch(board), {TIMING: 0} if good else dict[str, int]()
        for place, level in enumerate(LEVELS):
            if level in BY_PATTERNS and (level != TIMING or not good):
                limits = Limits(time.monotonic() + 60, deterministic_limit=SEARCH_WORK)
                asked = Asked(level, dict(kept), limits, StopSignal())
                ask = search.look if good else search.settle
                answer = ask(asked, [None] * len(problem.families), best[place] + 2)
                if answer.plan is not None:
                    total = totals[tuple(answer.plan.get(number) for number in range(len(problem.families)))]
                    assert total[place] == answer.value < best[place] + 2
                    assert all(total[LEVELS.index(name)] <= most for name, most in asked.kept.items())
            kept[level] = min(kept.get(level, best[place]), best[place])


@pytest.mark.parametrize("number", range(5))
def test_that_a_plan_made_by_hand_is_among_the_patterns(number: int) -> None:
    board = Board(problem_of(organisations()[number], UNTIL))
    most_room_first(board)
    takings = {worker: receiver for receiver, _ in receivers_of(board) for worker in [receiver.worker]}
    for worker, pattern in patterns_on(board):
        assert takings[worker].fits(pattern)


@given(problem=small_problems())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_that_steps_on_the_side_never_hide_a_better_plan(problem: WindDownProblem) -> None:
    board = Board(problem)
    most = max(total[LEVELS.index(NEAR)] for total in every_total(board).values())
    takings = takings_of(board, at_a_good_moment=False)
    bare, level = PatternMaster(), LevelRows(board, takings, FACES, {}).master
    for master in (bare, level):
        handle = master.add_variable(1.0, {})
        master.add_row(("all",), 1.0, 1.0)
        master.put(("all",), handle, 1.0)
    on_the_side = bare.bound({("all",): 1.0}, []) - level.bound(dict.fromkeys(level.sides, 0.0) | {("all",): 1.0}, [])
    assert A_STEP * most - 1e-9 <= on_the_side < 0.5


def patterns_on(board: Board) -> list[tuple[int, Pattern]]:
    """Give what lies on a board by receiver, as places among all takings."""
    takings = takings_of(board, at_a_good_moment=False)
    held: dict[int, list[int]] = {}
    for place, taking in enumerate(takings):
        choice = board.choices[taking.family]
        if choice is None or taking.choice is None:
            continue
        rows = board.rows(taking.family, choice)
        options, row = rows[0] if taking.first else rows[-1]
        same_position = taking.first or (len(rows) == 2 and taking.group == int(rows[0][0].second_set[rows[0][1]]))
        same_position = same_position and int(options.early[row]) == taking.early
        if same_position and int(options.choice[row]) == taking.choice and taking.worker != NOBODY_NEW:
            held.setdefault(taking.worker, []).append(place)
    return [(worker, tuple(places)) for worker, places in sorted(held.items())]


def test_that_two_families_of_one_week_are_no_pattern() -> None:
    def taking(family: int) -> Taking:
        none = np.zeros(4, dtype=np.int64)
        return Taking(family, True, NOBODY_NEW, 0, 0, none, none, 0, 0, 0, 0, ((2, none),))

    room = np.full(4, 100, dtype=np.int64)
    assert find_weeks([taking(0)], room, 1)
    assert not find_weeks([taking(0), taking(1)], room, 1)
    assert find_weeks([taking(0), taking(1)], room, 2)


def test_that_a_proof_over_patterns_needs_no_better_plan() -> None:
    organisation: Organisation = organisations()[0]
    board = Board(problem_of(organisation, UNTIL))
    limits = Limits(time.monotonic() + 60, deterministic_limit=SEARCH_WORK)
    answer = PatternSearch(board).settle(Asked(UNPLACED, {}, limits, StopSignal()), board.choices, sum(board.to_place))
    assert answer.plan is not None
    assert answer.bound == sum(board.to_place) - sum(board.to_place[number] for number in answer.plan)


def test_that_a_stop_is_heard_while_people_are_chosen() -> None:
    board = Board(problem_of(organisations()[0], UNTIL))
    stop = StopSignal()
    stop.request()
    limits = Limits(time.monotonic() + 60)
    every = sum(board.to_place)
    answer = PatternSearch(board).settle(Asked(UNPLACED, {}, limits, stop), board.choices, every)
    assert answer.plan is None
    assert answer.bound <= every
