"""A town small enough to follow with a pencil: every figure of the run is written out."""

from datetime import timedelta

import pytest

from caseload_planner.domain.measures import MeasureType
from caseload_planner.domain.organisation import Employment
from caseload_planner.staffing.durations import Duration, DurationFamily
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.outcomes import Outcome
from caseload_planner.staffing.scenario import AbsenceShare, Hire, Onboards, TeamD, TeamDPlan, Turnover, Waiting
from tests.builders import ON, a_measure, a_worker, an_organisation, holds
from tests.staffing.towns import VOTS, outcome_of, plain_scenario

ENDLESS = {type_.value: Duration(DurationFamily.EXPONENTIAL, mean_weeks=50_000.0) for type_ in MeasureType}
STILL = Turnover(per_year=0.0, replaced_share=0.0)


def measure(key: str, days: int, **facts: object) -> object:
    since = ON - timedelta(days=days)
    return a_measure(key, reported_on=since, started_on=since, **facts)


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    """One worker of 1.0 fte with two OTS of over a year and one VOTS; a starter of 0.5 fte comes in week 2."""
    town = an_organisation(
        [a_worker("W1", fte="1.0")],
        [measure("A", 400), measure("B", 400, closed_on=ON + timedelta(days=27)), measure("C", 10, type=VOTS)],
        [holds(key, "W1") for key in "ABC"],
    )
    scenario = plain_scenario(
        weeks=60,
        replications=2,
        durations=ENDLESS,
        turnover=STILL,
        absence=AbsenceShare(share=0.0, deviation=0.0),
        hires=(Hire(people=1, fte=0.5, in_weeks=2, onboarding=Onboards.STARTER),),
    )
    return outcome_of(town, scenario)


@pytest.mark.parametrize(
    ("week", "load", "contract", "deployable"),
    [
        # Two OTS of 1.00 and a VOTS of 1.50 are 3.50.
        (0, 3.50, 1.0, 1.0),
        # The starter has a contract from week 2 on, and carries nothing in her first four weeks.
        (2, 3.50, 1.5, 1.0),
        # B runs up to and including day 27; it is not there on day 28, in week 4.
        (3, 3.50, 1.5, 1.0),
        (4, 2.50, 1.5, 1.0),
        # From her fifth week on 25 % of 0.5 fte: 1.0 + 0.125.
        (6, 2.50, 1.5, 1.125),
        # From her ninth 50 %: 1.0 + 0.25. From her fourteenth 75 %: 1.0 + 0.375.
        (10, 2.50, 1.5, 1.25),
        (15, 2.50, 1.5, 1.375),
        # From her 27th 90 %: 1.0 + 0.45. After a year the whole of it.
        (28, 2.50, 1.5, 1.45),
        (54, 2.50, 1.5, 1.5),
    ],
)
def test_that_load_and_fte_are_those_of_the_pencil(
    outcome: Outcome, week: int, load: float, contract: float, deployable: float
) -> None:
    def at(series: Series) -> float:
        return float(outcome.series[series].mean[0, week])

    assert at(Series.LOAD) == pytest.approx(load)
    assert at(Series.CONTRACT_FTE) == pytest.approx(contract)
    assert at(Series.DEPLOYABLE_FTE) == pytest.approx(deployable)
    assert at(Series.LOAD_PER_FTE) == pytest.approx(load / contract)
    assert at(Series.LOAD_PER_DEPLOYABLE_FTE) == pytest.approx(load / deployable)


def test_that_team_d_falls_by_the_same_part_each_week() -> None:
    """0.8 fte to nil in 8 weeks: 0.1 fte a week."""
    seconded = a_worker("D1", fte="0.8", employment=Employment.SECONDED)
    scenario = plain_scenario(weeks=10, replications=2, team_d=TeamD(plan=TeamDPlan.NIL, nil_in_weeks=8))
    fte = outcome_of(an_organisation([seconded]), scenario).series[Series.TEAM_D_FTE].mean[0]
    assert fte.tolist() == pytest.approx([0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.0, 0.0])


def test_that_what_is_carried_already_is_never_put_down_for_a_limit() -> None:
    """1.0 fte with a limit of 2.0 has room for 2.00 of the 3.50 points; all of it was there before, so nobody waits."""
    town = an_organisation(
        [a_worker("W1", fte="1.0")], [measure("A", 400), measure("B", 400), measure("C", 10, type=VOTS)]
    )
    scenario = plain_scenario(weeks=5, replications=2, durations=ENDLESS, turnover=STILL, waiting=Waiting(limit=2.0))
    found = outcome_of(town, scenario)
    assert found.series[Series.WAITING].mean[0].tolist() == [0.0] * 5
    assert found.series[Series.LOAD].mean[0].tolist() == pytest.approx([3.5] * 5)
