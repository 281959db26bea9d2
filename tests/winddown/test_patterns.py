"""Patterns of a receiver against every set that she could take, and the bounds of a level against every plan."""

import math
import time
from itertools import combinations, product

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
from caseload_planner.winddown.pattern_proof import ProofLimits
from caseload_planner.winddown.pattern_search import PatternSearch
from caseload_planner.winddown.patterns import ReceiverPatterns, find_weeks
from caseload_planner.winddown.problem import WindDownProblem
from caseload_planner.winddown.search import Limits
from caseload_planner.winddown.solve import Best, restore
from caseload_planner.winddown.takings import Taking, takings_of
from tests.builders import a_worker
from tests.winddown.small_teams import SEARCH_WORK, a_secondee, a_team, busy_up_to, cases, problem_of
from tests.winddown.test_wind_down_exactly import UNTIL, every_choice, fits, organisations

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
    plans = product(*(every_choice(board, number) for number in range(len(problem.families))))
    totals = {plan: total for plan in plans if (total := fits(board, plan)) is not None}
    best = min(totals, key=lambda plan: totals[plan])
    kept: dict[str, int] = {}
    search = PatternSearch(board)
    for level, value in zip(LEVELS, totals[best], strict=True):
        if level in BY_PATTERNS:
            restore(board, Best({n: choice for n, choice in enumerate(best) if choice is not None}, ()))
            limits = Limits(time.monotonic() + 60, deterministic_limit=SEARCH_WORK)
            assert search.settle(level, kept, board.choices, value, limits, StopSignal()).bound <= value
        kept[level] = value


@pytest.mark.parametrize("number", range(5))
def test_that_a_plan_made_by_hand_is_among_the_patterns(number: int) -> None:
    board = Board(problem_of(organisations()[number], UNTIL))
    most_room_first(board)
    takings = {worker: receiver for receiver, _ in receivers_of(board) for worker in [receiver.worker]}
    for worker, pattern in patterns_on(board):
        assert takings[worker].fits(pattern)


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
    answer = PatternSearch(board).settle(
        UNPLACED,
        {},
        board.choices,
        sum(board.to_place),
        Limits(time.monotonic() + 60, deterministic_limit=SEARCH_WORK),
        StopSignal(),
    )
    assert answer.plan is not None
    assert answer.bound == sum(board.to_place) - sum(board.to_place[number] for number in answer.plan)


def test_that_a_stop_is_heard_while_people_are_chosen() -> None:
    board = Board(problem_of(organisations()[0], UNTIL))
    stop = StopSignal()
    stop.request()
    limits = Limits(time.monotonic() + 60)
    every = sum(board.to_place)
    answer = PatternSearch(board).settle(UNPLACED, {}, board.choices, every, limits, stop)
    assert answer.plan is None
    assert answer.bound <= every
