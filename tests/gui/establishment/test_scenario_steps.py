"""Steps of a scenario are taken back one by one, the newest first."""

from dataclasses import replace

from caseload_planner.gui.viewmodels.establishment_steps import ScenarioSteps
from caseload_planner.staffing.scenario import Scenario

FIRST, SECOND, THIRD = (replace(Scenario(), weeks=weeks) for weeks in (10, 20, 30))


def test_that_steps_are_taken_back_and_done_again_in_order() -> None:
    steps = ScenarioSteps()
    steps.note("S", FIRST)
    steps.note("S", SECOND)
    assert steps.undo("S", THIRD) == SECOND
    assert steps.undo("S", SECOND) == FIRST
    assert steps.undo("S", FIRST) is None
    assert steps.redo("S", FIRST) == SECOND
    assert steps.redo("S", SECOND) == THIRD
    assert steps.redo("S", THIRD) is None


def test_that_a_slider_that_goes_on_moving_is_one_step_until_it_rests() -> None:
    steps = ScenarioSteps()
    steps.note("S", FIRST, "absence.share")
    steps.note("S", SECOND, "absence.share")
    assert steps.undo("S", THIRD) == FIRST
    steps.note("S", FIRST, "absence.share")
    steps.rest("S")
    steps.note("S", SECOND, "absence.share")
    assert steps.undo("S", THIRD) == SECOND


def test_that_a_new_step_forgets_what_was_taken_back() -> None:
    steps = ScenarioSteps()
    steps.note("S", FIRST)
    steps.undo("S", SECOND)
    steps.note("S", FIRST)
    assert not steps.may_redo("S")


def test_that_each_scenario_has_steps_of_its_own() -> None:
    steps = ScenarioSteps()
    steps.note("S", FIRST)
    assert steps.may_undo("S")
    assert not steps.may_undo("T")
    steps.forget("S")
    assert not steps.may_undo("S")


def test_that_a_draft_that_was_just_removed_comes_back_before_other_steps() -> None:
    steps = ScenarioSteps()
    steps.note("S-BASE", FIRST)
    steps.note_removed(THIRD)
    assert steps.put_back("S-BASE") == THIRD
    assert steps.put_back("S-BASE") is None
    assert steps.undo("S-BASE", SECOND) == FIRST


def test_that_an_elder_removal_waits_for_the_steps_after_it() -> None:
    steps = ScenarioSteps()
    steps.note_removed(THIRD)
    steps.note("S-BASE", FIRST)
    assert steps.put_back("S-BASE") is None
    steps.undo("S-BASE", SECOND)
    assert steps.put_back("S-BASE") == THIRD
