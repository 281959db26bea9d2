"""Relief by support workers: an example by hand, and what holds for any figures."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseload_planner.domain.organisation import Onboarding
from caseload_planner.staffing.registration import registered_by, stream_of, wilson_interval
from caseload_planner.staffing.scenario import AbsenceShare, Scenario, Turnover
from caseload_planner.staffing.support import (
    ReliefLimit,
    SupportedTeam,
    marginal_curve,
    movable_hours,
    saturation_fte,
    spread_support,
    support_effect,
    team_relief,
)
from caseload_planner.staffing.support_assumptions import HIGH, LIKELY, LOW, SupportAssumptions, SupportTask
from caseload_planner.staffing.support_price import Option, prices, productive_share

NORM = 14.3
ONE_TASK = SupportAssumptions(
    freed_share=(0.2, 0.5, 0.6),
    largest_share=0.1,
    productive_share=0.8,
    tasks=(
        SupportTask(
            name="planning",
            per_measure_month=(2.0, 4.0, 5.0),
            minutes=(10.0, 15.0, 20.0),
            movable=(0.5, 0.65, 0.8),
            adopted=(0.4, 0.6, 0.8),
            learning_weeks=10.0,
        ),
    ),
)
TEAM = SupportedTeam("T1", measures=150.0, deployable_fte=10.0)


def test_that_the_example_by_hand_comes_out() -> None:
    # 150 measures x 4 a month x 12/52 a week x 15/60 hour = 34.615 hours a week; 0.65 can move, 0.6 of that does:
    # 34.615 x 0.65 x 0.6 = 13.5 hours = 0.375 fte.
    assert movable_hours(ONE_TASK, 150.0, LIKELY) == pytest.approx(13.5)
    # 0.5 fte of support: own hours 0.5 x 0.8 = 0.4; tasks 0.375; freed share 0.5 x 0.5 = 0.25; team 0.1 x 10 = 1.0.
    assert team_relief(ONE_TASK, TEAM, 0.5) == (pytest.approx(0.25), ReliefLimit.FREED_SHARE)
    # 1 fte: own hours 0.8; tasks 0.375; freed share 0.5; team 1.0: the tasks are done.
    assert team_relief(ONE_TASK, TEAM, 1.0) == (pytest.approx(0.375), ReliefLimit.TASKS)
    # Low: 150 x 2 x 12/52 x 10/60 x 0.5 x 0.4 = 2.308 hours = 0.0641 fte. High: 150 x 5 x 12/52 x 20/60 x 0.64 =
    # 36.923 hours = 1.0256 fte, but 1 fte frees at most 0.6.
    effect = support_effect(ONE_TASK, [TEAM], {"T1": 1.0}, NORM)
    assert effect.relief_fte == pytest.approx((2.3077 / 36, 0.375, 0.6), abs=1e-5)
    # 0.375 fte x 14.3 points = 5.3625 points of relief.
    assert effect.relief_points[LIKELY] == pytest.approx(5.3625)
    # Saturation: 0.375 fte at 0.5 per fte is 0.75, which takes 8 tenths.
    assert saturation_fte(ONE_TASK, [TEAM]) == pytest.approx(0.8)
    assert effect.next_tenth_points == 0.0


def test_that_handing_over_is_learnt_evenly() -> None:
    assert movable_hours(ONE_TASK, 150.0, LIKELY, week=5.0) == pytest.approx(13.5 / 2)
    assert movable_hours(ONE_TASK, 150.0, LIKELY, week=0.0) == 0.0


def test_that_nobody_is_freed_of_more_than_a_tenth() -> None:
    small = SupportedTeam("T1", measures=150.0, deployable_fte=2.0)
    assert team_relief(ONE_TASK, small, 1.0) == (pytest.approx(0.2), ReliefLimit.LARGEST_SHARE)


supports = st.builds(
    SupportAssumptions,
    freed_share=st.lists(st.floats(0, 1), min_size=3, max_size=3).map(lambda v: tuple(sorted(v))),
    largest_share=st.floats(0, 0.3),
    productive_share=st.floats(0.1, 1.0),
)
teams_of_all_sizes = st.lists(st.tuples(st.floats(0, 400), st.floats(0, 40)), min_size=1, max_size=4).map(
    lambda rows: [SupportedTeam(f"T{n}", measures, fte) for n, (measures, fte) in enumerate(rows)]
)


@settings(max_examples=60, deadline=None)
@given(supports, teams_of_all_sizes, st.floats(0, 8).map(lambda fte: round(fte, 1)))
def test_that_relief_rises_ever_slower_and_never_passes_its_limits(
    support: SupportAssumptions, teams: list[SupportedTeam], fte: float
) -> None:
    curve = marginal_curve(support, teams, fte + 1, NORM)
    likely = [points[LIKELY] for _, points in curve]
    gains = [after - before for before, after in pairwise(likely)]
    assert all(gain >= -1e-9 for gain in gains)
    assert all(later <= earlier + 1e-9 for earlier, later in pairwise(gains))
    effect = support_effect(support, teams, spread_support(support, teams, fte), NORM)
    assert effect.fte == pytest.approx(fte)
    assert effect.relief_fte[LOW] <= effect.relief_fte[LIKELY] + 1e-12
    assert effect.relief_fte[LIKELY] <= effect.relief_fte[HIGH] + 1e-12
    assert effect.relief_fte[LIKELY] <= support.freed_share[LIKELY] * fte + 1e-9
    assert effect.relief_fte[LIKELY] <= support.largest_share * sum(team.deployable_fte for team in teams) + 1e-9


@settings(max_examples=30, deadline=None)
@given(supports, teams_of_all_sizes)
def test_that_above_saturation_another_tenth_frees_nothing(
    support: SupportAssumptions, teams: list[SupportedTeam]
) -> None:
    most = saturation_fte(support, teams)
    if most is None or most > 30:
        return
    effect = support_effect(support, teams, spread_support(support, teams, most), NORM)
    assert effect.next_tenth_points == pytest.approx(0.0, abs=1e-6)


def test_that_a_newcomer_counts_from_her_first_day_and_as_she_is_onboarded() -> None:
    # 104 weeks, 12 empty. A starter: 4 x 0 + 4 x 0.25 + 5 x 0.5 + 13 x 0.75 + 26 x 0.9 + 40 x 1 = 76.65 weeks.
    assert productive_share(Onboarding.STARTER, 12.0) == pytest.approx(76.65 / 104)
    # Experienced: 4 x 0.5 + 4 x 0.75 + 84 x 1 = 89.
    assert productive_share(Onboarding.EXPERIENCED, 12.0) == pytest.approx(89 / 104)


def test_that_a_price_is_only_made_of_the_users_own_figures() -> None:
    empty = prices(Scenario(), (2.0, 5.0, 9.0), NORM)
    assert [price.per_point for price in empty] == [None, None, None]
    filled = Scenario(
        support=SupportAssumptions(support_cost=60_000.0, caseworker_cost=80_000.0, tasks=()),
        turnover=Turnover(vacancy_weeks=12.0, starter_share=1.0),
        absence=AbsenceShare(share=0.1, long_part=0.5),
    )
    support, caseworker, secondee = prices(filled, (2.0, 5.0, 10.0), NORM)
    assert support.option is Option.SUPPORT
    assert support.per_point == pytest.approx((6_000.0, 12_000.0, 30_000.0))
    # 80,000 for 92 of 104 weeks; 14.3 points x 76.65 / 104 x 0.95.
    points = 14.3 * 76.65 / 104 * 0.95
    assert caseworker.per_point == pytest.approx((80_000 * 92 / 104 / points,) * 3)
    assert secondee.per_point is None


def test_that_the_stream_of_assistants_is_that_of_the_factsheet() -> None:
    stream = stream_of(37, 0.8, 17 / 37, 53)
    assert registered_by(17 / 37, 365.25 / 7) == pytest.approx(17 / 37)
    assert stream[52].registered == pytest.approx(17, abs=0.1)
    low, high = wilson_interval(17, 37)
    assert (low, high) == pytest.approx((0.310, 0.616), abs=0.001)
    assert stream[52].interval[0] < 17 < stream[52].interval[1]
    assert stream[4].carrying_fte == 0
    assert 0 < stream[52].carrying_fte < 17 * 0.8
