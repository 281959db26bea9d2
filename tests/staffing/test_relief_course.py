"""Relief in a scenario is that of the page Ondersteuners, once everybody has learnt to hand over."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from caseload_planner.application.support_effect import support_answer
from caseload_planner.domain.organisation import Organisation, Role, Supporter
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.scenario import AbsenceShare, Scenario, Turnover
from caseload_planner.staffing.support_assumptions import SupportAssumptions, SupportTask
from tests.builders import ON, a_worker
from tests.staffing.towns import a_busy_town, outcome_of, plain_scenario

TASK = SupportTask(
    name="filing",
    per_measure_month=(1.0, 1.0, 1.0),
    minutes=(26.0, 26.0, 26.0),
    movable=(0.5, 0.5, 0.5),
    adopted=(0.8, 0.8, 0.8),
    learning_weeks=10.0,
)
"""26 minutes a month x 0.5 x 0.8 is 10.4 minutes a month, and x 12 / 52 is 2.4 minutes or 0.04 hours a week."""


def still(**support: object) -> Scenario:
    assumed = SupportAssumptions(**support)
    scenario = plain_scenario(weeks=15, replications=3, support=assumed, absence=AbsenceShare(share=0.0, deviation=0.0))
    return replace(scenario, turnover=Turnover(per_year=0.0, replaced_share=0.0))


def relief(town: Organisation, scenario: Scenario) -> np.ndarray:
    return outcome_of(town, scenario).series[Series.RELIEF_FTE].mean


@pytest.mark.parametrize("fte", [0.0, 0.4, 1.7, 6.0])
def test_that_the_first_week_after_learning_has_the_relief_of_the_support_page(fte: float) -> None:
    town = a_busy_town()
    scenario = still(fte=fte, tasks=tuple(replace(task, learning_weeks=0.0) for task in SupportAssumptions().tasks))
    answer = support_answer(town, ON, [fte], scenario)
    found = relief(town, scenario)
    assert found[0, 0] == pytest.approx(answer.asked[0].relief_fte[1])
    assert found[1:, 0].tolist() == pytest.approx([team.relief_fte[1] for team in answer.asked[0].teams])


def test_that_relief_grows_while_a_task_is_learnt() -> None:
    town = a_busy_town()
    scenario = still(fte=50.0, tasks=(TASK,), freed_share=(1.0, 1.0, 1.0), largest_share=1.0)
    found = relief(town, scenario)[0]
    running = outcome_of(town, scenario).series[Series.RUNNING_MEASURES].mean[0]
    for week in range(15):
        hours = running[week] * 0.04 * min(1.0, week / 10)
        assert found[week] == pytest.approx(hours / 36.0)


def test_that_what_was_freed_before_stays_freed_while_more_is_learnt() -> None:
    town = with_support(a_busy_town(), Decimal("7.2"))
    now, more = relief(town, still(tasks=(TASK,)))[0], relief(town, still(fte=50.0, tasks=(TASK,)))[0]
    assert now[0] > 0
    assert more[0] == pytest.approx(now[0])
    assert np.all(more >= now - 1e-12)
    assert more[-1] > now[-1]


def test_that_less_support_frees_less_from_the_first_day() -> None:
    town = with_support(a_busy_town(), Decimal("7.2"))
    assert relief(town, still(fte=0.0))[0].tolist() == [0.0] * 15


def with_support(town: Organisation, hours: Decimal) -> Organisation:
    helper = a_worker("SU", role=Role.SUPPORT, skj_until=None)
    return replace(town, workers={**town.workers, helper.key: helper}, supporters=(Supporter(helper.key, "T1", hours),))
