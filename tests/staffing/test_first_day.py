"""A run starts from what is really there: the caseload of that day, to the hundredth."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import numpy as np
import pytest

from caseload_planner.domain.caseload import Caseload, caseload_on
from caseload_planner.domain.measures import MeasureType
from caseload_planner.domain.norm import Norm, Phase
from caseload_planner.domain.organisation import Absence, Onboarding, Organisation
from caseload_planner.staffing.durations import Duration, DurationFamily
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.outcomes import Outcome
from caseload_planner.staffing.scenario import AbsenceShare, Hire, Scenario, TeamD, TeamDPlan, Turnover, Waiting
from caseload_planner.staffing.snapshot_building import snapshot_of
from tests.builders import NORM, ON, a_worker, an_organisation
from tests.staffing.towns import (
    NOTHING_FOLLOWS,
    OTS,
    a_busy_town,
    a_town,
    aged,
    inflow_of,
    outcome_of,
    plain_scenario,
)

ENDLESS = {type_.value: Duration(DurationFamily.EXPONENTIAL, mean_weeks=50_000.0) for type_ in MeasureType}


def first_day(outcome: Outcome, series: Series) -> np.ndarray:
    return outcome.series[series].mean[:, 0]


def by_team(caseload: Caseload) -> dict[str, tuple[float, float]]:
    return {total.team: (float(total.contract_fte), total.load / 100) for total in caseload.team_totals()}


def test_that_load_and_fte_of_each_team_are_those_of_its_caseload() -> None:
    town = a_busy_town()
    caseload = caseload_on(town, ON)
    outcome = outcome_of(town, Scenario(start=ON, weeks=3, replications=5))
    for place, team in enumerate(outcome.places[1:], 1):
        fte, load = by_team(caseload)[team]
        unheld = sum(caseload.weights[key].total for key in caseload.to_distribute if town.measures[key].team == team)
        assert first_day(outcome, Series.CONTRACT_FTE)[place] == pytest.approx(fte)
        # Duos over two teams are split to the cent here and to the hundredth there.
        assert first_day(outcome, Series.LOAD)[place] == pytest.approx(load + unheld / 100, abs=0.2)
    whole = sum(weight.total for weight in caseload.weights.values()) / 100
    assert first_day(outcome, Series.LOAD)[0] == pytest.approx(whole, abs=1e-9)
    deployable = sum(float(caseload.capacities[key].deployable_fte) for key in caseload.carrying_workers)
    assert first_day(outcome, Series.DEPLOYABLE_FTE)[0] == pytest.approx(deployable)


def a_norm_from(week: int, **facts: object) -> Norm:
    """Give a version that holds from the Wednesday before a week is looked at, lighter and otherwise cut."""
    weights = {
        type_: tuple(Phase(phase.from_month + (phase.from_month > 0), phase.weight * 2 // 3) for phase in phases)
        for type_, phases in NORM.weights.items()
    }
    changed = replace(
        NORM,
        valid_from=ON + timedelta(weeks=week, days=-5),
        weights=weights,
        factors={name: points + 7 for name, points in NORM.factors.items()},
        sibling_factor=Decimal("0.6"),
        concurrency_factor=Decimal("0.35"),
        duo_first_share=Decimal("0.7"),
    )
    return replace(changed, **facts)  # type: ignore[arg-type]


def a_town_without_chance() -> Organisation:
    """Give a busy town whose measures all end on known days."""
    town = a_busy_town()
    ends = {
        key: replace(
            m, closed_on=ON + timedelta(days=30 + 7 * (n % 9)), factors=frozenset({"out_of_home"} if n % 3 else ())
        )
        for n, (key, m) in enumerate(town.measures.items())
    }
    return replace(town, measures=ends)


@pytest.mark.parametrize(
    "later",
    [
        pytest.param((), id="one norm"),
        pytest.param((a_norm_from(4),), id="another norm"),
        pytest.param((a_norm_from(4), replace(NORM, valid_from=ON + timedelta(weeks=9))), id="there and back"),
        pytest.param((a_norm_from(-3),), id="another norm before the first day"),
    ],
)
def test_that_weights_follow_phases_and_family_as_the_norm_of_each_day_does(later: tuple[Norm, ...]) -> None:
    town = a_town_without_chance()
    fixed = replace(town, norms=replace(town.norms, norms=(*town.norms.norms, *later)))
    scenario = plain_scenario(weeks=20, replications=3, durations=ENDLESS)
    outcome = outcome_of(fixed, scenario)
    for week in range(20):
        caseload = caseload_on(fixed, ON + timedelta(weeks=week))
        whole = sum(weight.total for weight in caseload.weights.values()) / 100
        assert outcome.series[Series.LOAD].mean[0, week] == pytest.approx(whole, abs=1e-9)
        assert outcome.series[Series.RUNNING_MEASURES].mean[0, week] == len(caseload.weights)


def test_that_duos_over_two_teams_are_cut_as_the_norm_of_each_day_cuts_them() -> None:
    town = a_town_without_chance()
    fixed = replace(town, norms=replace(town.norms, norms=(*town.norms.norms, a_norm_from(3))))
    outcome = outcome_of(fixed, plain_scenario(weeks=5, replications=2, durations=ENDLESS))
    for week in range(5):
        caseload = caseload_on(fixed, ON + timedelta(weeks=week))
        for place, team in enumerate(outcome.places[1:], 1):
            _, load = by_team(caseload)[team]
            # Halves of a hundredth are rounded there for each duo and not here.
            assert outcome.series[Series.LOAD].mean[place, week] == pytest.approx(load, abs=0.2)


def test_that_new_cases_weigh_what_the_norm_of_their_week_says() -> None:
    heavier = {
        type_: tuple(Phase(p.from_month, p.weight * 3) for p in phases) for type_, phases in NORM.weights.items()
    }
    later = replace(NORM, valid_from=ON + timedelta(weeks=10), weights=heavier)
    town = a_town(people=3)
    changed = replace(town, norms=replace(town.norms, norms=(*town.norms.norms, later)))
    scenario = plain_scenario(weeks=20, replications=200, inflow=inflow_of(OTS, 5.0))
    before, after = (outcome_of(one, scenario).series[Series.LOAD].mean[0] for one in (town, changed))
    assert after[:10].tolist() == before[:10].tolist()
    assert after[10:].tolist() == pytest.approx((3 * before[10:]).tolist())


def test_that_cases_wait_by_what_they_weigh_under_the_norm_of_their_week() -> None:
    lighter = {
        type_: tuple(Phase(p.from_month, p.weight // 2) for p in phases) for type_, phases in NORM.weights.items()
    }
    later = replace(NORM, valid_from=ON + timedelta(weeks=10), weights=lighter)
    town = a_town(people=3)
    changed = replace(town, norms=replace(town.norms, norms=(*town.norms.norms, later)))
    scenario = plain_scenario(weeks=20, replications=100, inflow=inflow_of(OTS, 5.0), waiting=Waiting(limit=14.0))
    half = replace(scenario, waiting=Waiting(limit=7.0))
    full = outcome_of(town, scenario).series[Series.WAITING].mean[0]
    halved = outcome_of(replace(town, norms=replace(town.norms, norms=(replace(NORM, weights=lighter),))), half)
    assert outcome_of(changed, scenario).series[Series.WAITING].mean[0, :10].tolist() == full[:10].tolist()
    # Half the weight under half the limit is the same number of cases.
    assert halved.series[Series.WAITING].mean[0].tolist() == pytest.approx(full.tolist())


def test_that_a_version_that_only_moves_the_lines_weighs_nothing_anew() -> None:
    town = a_town_without_chance()
    lines = replace(NORM, valid_from=ON + timedelta(weeks=3), funded=1200)
    moved = replace(town, norms=replace(town.norms, norms=(*town.norms.norms, lines)))
    assert len(snapshot_of(moved, ON, 9).weighings) == 1


def test_that_a_case_that_ends_before_a_norm_may_have_a_factor_which_that_norm_drops() -> None:
    known = a_town_without_chance()
    dropped = {name: points for name, points in NORM.factors.items() if name != "out_of_home"}
    later = a_norm_from(16, factors=dropped)
    town = replace(known, norms=replace(known.norms, norms=(*known.norms.norms, later)))
    assert outcome_of(town, plain_scenario(weeks=20, replications=2)).series[Series.LOAD].mean[0, -1] == 0


def test_that_contracts_onboarding_and_last_days_are_followed_week_by_week() -> None:
    people = [
        a_worker("NEW", onboarding=Onboarding.STARTER, started_on=ON - timedelta(weeks=3), task_share=Decimal("0.2")),
        a_worker("LEAVES", ends_on=ON + timedelta(days=30)),
        a_worker("COMES", started_on=ON + timedelta(days=20)),
    ]
    town: Organisation = an_organisation(people)
    scenario = plain_scenario(weeks=30, replications=3, absence=AbsenceShare(share=0.0, deviation=0.0))
    still = replace(scenario.turnover, replaced_share=0.0)
    outcome = outcome_of(town, replace(scenario, turnover=still))
    for week in range(30):
        caseload = caseload_on(town, ON + timedelta(weeks=week))
        contract = sum(float(c.contract_fte) for c in caseload.capacities.values())
        deployable = sum(float(c.deployable_fte) for c in caseload.capacities.values())
        assert outcome.series[Series.CONTRACT_FTE].mean[0, week] == pytest.approx(contract)
        assert outcome.series[Series.DEPLOYABLE_FTE].mean[0, week] == pytest.approx(deployable)


def test_that_absence_begins_with_who_is_absent_now() -> None:
    people = [a_worker("ILL", absences=(Absence(ON - timedelta(days=60), None, Decimal("0.5")),)), a_worker("WELL")]
    outcome = outcome_of(an_organisation(people), plain_scenario(weeks=5, replications=50))
    assert first_day(outcome, Series.DEPLOYABLE_FTE)[0] == pytest.approx(1.5)


def test_that_team_d_falls_to_nil_on_the_week_asked() -> None:
    scenario = plain_scenario(weeks=40, replications=3, team_d=TeamD(plan=TeamDPlan.NIL, nil_in_weeks=26))
    fte = outcome_of(a_busy_town(), scenario).series[Series.TEAM_D_FTE].mean[0]
    assert fte[0] == pytest.approx(2.0)
    assert fte[25] > 0
    assert np.all(fte[26:] == 0)
    assert np.all(np.diff(fte) <= 0)


def test_that_team_d_stays_or_leaves_on_its_own_last_days() -> None:
    stays = plain_scenario(weeks=40, replications=3, team_d=TeamD(plan=TeamDPlan.STAYS))
    assert outcome_of(a_busy_town(), stays).series[Series.TEAM_D_FTE].mean[0, -1] == pytest.approx(2.0)
    dates = outcome_of(a_busy_town(), plain_scenario(weeks=40, replications=3))
    fte = dates.series[Series.TEAM_D_FTE].mean[0]
    assert fte[[19, 20, 21, 30, 31]].tolist() == [2.0, 2.0, 1.0, 1.0, 0.0]


def test_that_a_measure_past_its_familys_longest_age_still_ends_one_day() -> None:
    scenario = plain_scenario(weeks=52, transitions=NOTHING_FOLLOWS)
    town = a_town(aged([2000] * 50, MeasureType.PROVISIONAL_SUPERVISION_ORDER))
    running = outcome_of(town, scenario).series[Series.RUNNING_MEASURES].mean[0]
    assert running[0] == 50
    assert running[1] > 40
    assert running[-1] < 1


@pytest.mark.parametrize("replications", [20, 4_250])
def test_that_cases_with_nobody_to_carry_them_are_above_every_line(replications: int) -> None:
    leaver = a_worker("LE", ends_on=ON + timedelta(weeks=2))
    town = an_organisation([leaver], aged([100] * 5))
    still = plain_scenario(weeks=5, replications=replications, turnover=Turnover(per_year=0.0, replaced_share=0.0))
    outcome = outcome_of(town, still)
    for series in (Series.LOAD_PER_FTE, Series.LOAD_PER_DEPLOYABLE_FTE):
        assert outcome.above[series][0].tolist() == [0.0, 0.0, 0.0, 1.0, 1.0]
        assert outcome.first_week_under(series, 0.8) is None


def test_that_hires_of_an_organisation_without_teams_are_nobody() -> None:
    empty = replace(an_organisation([]), teams={})
    outcome = outcome_of(empty, plain_scenario(weeks=3, replications=2, hires=(Hire(people=2),)))
    assert outcome.series[Series.CONTRACT_FTE].mean[0].tolist() == [0.0, 0.0, 0.0]
