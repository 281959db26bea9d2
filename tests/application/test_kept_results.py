"""A frozen scenario has the data of then beside it: its figures come again, or it says that they do not."""

import json
from dataclasses import replace
from datetime import date

import pytest

from caseload_planner.application.compare_scenarios import compare_runs
from caseload_planner.application.explain_difference import explain_difference
from caseload_planner.application.kept_results import KeptDataDamagedError, KeptResult, kept_document, run_frozen
from caseload_planner.application.run_scenario import ScenarioRun, prepared_plan
from caseload_planner.domain.organisation import Organisation
from caseload_planner.staffing.engine import run_scenario
from caseload_planner.staffing.run_plan import RunPlan
from caseload_planner.staffing.scenario import AbsenceShare, Hire, Scenario
from tests.builders import ON, a_worker
from tests.staffing.towns import a_busy_town

SCENARIO = Scenario(name="Then", start=ON, weeks=20, replications=40)
FROZEN_ON = date(2026, 11, 24)


def run_on(organisation: Organisation, scenario: Scenario = SCENARIO) -> ScenarioRun:
    plan = prepared_plan(organisation, scenario, ON)
    return ScenarioRun(plan.scenario, plan, run_scenario(plan))


def later_town() -> Organisation:
    town = a_busy_town()
    return replace(town, workers={**town.workers, "W99": a_worker("W99", team="T1")})


def kept_of(run: ScenarioRun) -> KeptResult:
    return KeptResult(FROZEN_ON, "0.1.0", run.outcome.digest, kept_document(run))


def test_that_the_figures_of_then_come_again_whatever_the_data_of_now() -> None:
    then = run_on(a_busy_town())
    again = run_frozen(SCENARIO, kept_of(then))
    assert again.frozen is not None
    assert again.frozen.same_figures
    assert again.outcome.digest == then.outcome.digest
    assert compare_runs(then, again).results == tuple(
        replace(row, other=row.base, change=(0.0, 0.0, 0.0), above_other=row.above_base)
        for row in compare_runs(then, again).results
    )


def test_that_another_name_is_no_other_figure() -> None:
    kept = kept_of(run_on(a_busy_town()))
    again = run_frozen(replace(SCENARIO, name="Now"), kept)
    assert again.frozen is not None
    assert again.frozen.same_figures


def test_that_a_program_that_counts_otherwise_says_so() -> None:
    kept = kept_of(run_on(a_busy_town()))
    document = json.loads(kept.document)
    document["outcome"]["series"]["load"]["mean"][3] += 0.01
    again = run_frozen(SCENARIO, replace(kept, document=json.dumps(document)))
    assert again.frozen is not None
    assert not again.frozen.same_figures


@pytest.mark.parametrize("document", ["{}", "[]", '{"outcome": {}, "snapshot": "x"}', "no json"])
def test_that_damaged_data_are_refused_with_what_to_do(document: str) -> None:
    with pytest.raises(KeptDataDamagedError, match="copy the scenario"):
        run_frozen(SCENARIO, KeptResult(FROZEN_ON, "0.1.0", "d", document))


def test_that_a_comparison_says_where_the_data_are_not_the_same() -> None:
    now = run_on(later_town())
    frozen = run_frozen(SCENARIO, kept_of(run_on(a_busy_town())))
    assert compare_runs(now, run_on(later_town(), replace(SCENARIO, absence=AbsenceShare(share=0.01)))).same_futures
    assert not compare_runs(frozen, now).same_futures
    assert not compare_runs(now, run_on(later_town(), replace(SCENARIO, seed=2))).same_futures


def on_now(scenario: Scenario) -> RunPlan:
    return prepared_plan(later_town(), scenario, ON)


def test_that_what_the_data_moved_is_the_first_step_and_all_steps_add_up() -> None:
    frozen = run_frozen(SCENARIO, kept_of(run_on(a_busy_town())))
    now = run_on(later_town(), replace(SCENARIO, absence=AbsenceShare(share=0.01), hires=(Hire(people=3),)))
    found = explain_difference(frozen, now, on_now)
    assert found is not None
    assert [step.driver for step in found.steps] == ["data", "hires", "absence"]
    assert found.base == pytest.approx(frozen.outcome.series[found.series].mean[0, -1])
    assert found.other == pytest.approx(now.outcome.series[found.series].mean[0, -1])
    assert found.base + sum(step.change for step in found.steps) == pytest.approx(found.other, abs=1e-12)


def test_that_other_dice_or_places_are_a_step_and_not_an_assumption() -> None:
    base = run_on(later_town())
    other = run_on(later_town(), replace(SCENARIO, places=("T1",), weeks=12, absence=AbsenceShare(share=0.01)))
    found = explain_difference(base, other, on_now)
    assert found is not None
    assert [step.driver for step in found.steps] == ["data", "absence"]
    assert found.base + sum(step.change for step in found.steps) == pytest.approx(found.other, abs=1e-12)


def test_that_an_other_that_is_frozen_is_explained_on_its_own_data() -> None:
    then = run_on(a_busy_town(), replace(SCENARIO, absence=AbsenceShare(share=0.01)))
    frozen = run_frozen(then.scenario, kept_of(then))
    found = explain_difference(run_on(later_town()), frozen, on_now)
    assert found is not None
    assert found.other == pytest.approx(frozen.outcome.series[found.series].mean[0, -1])
    assert found.base + sum(step.change for step in found.steps) == pytest.approx(found.other, abs=1e-12)
