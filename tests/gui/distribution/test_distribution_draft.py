"""A draft is a frozen value: every change is another draft, and every step can be taken back."""

from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.gui.viewmodels.distribution_draft import (
    EMPTY,
    Draft,
    with_exclusion_toggled,
    with_pin_toggled,
    with_placement,
    with_reasons,
    within,
    without_pins,
    without_placement,
    without_second,
)
from caseload_planner.gui.viewmodels.distribution_drafts import Drafts
from caseload_planner.gui.viewmodels.distribution_steps import StepKind, StepName
from caseload_planner.rules.round import Pin, Placement
from tests.gui.window_doors import MONDAY

MEASURES, WORKERS = ("M1", "M2", "M3"), ("W1", "W2", "W3")
PLACED = with_placement(EMPTY, Placement("M1", "W1", "W2"), pin=False)

measures, workers = st.sampled_from(MEASURES), st.sampled_from(WORKERS)
changes = st.one_of(
    st.tuples(st.just("place"), measures, workers),
    st.tuples(st.just("take_off"), measures, workers),
    st.tuples(st.just("pin"), measures, workers),
    st.tuples(st.just("exclude"), measures, workers),
    st.tuples(st.just("let_go"), measures, workers),
)


def changed(draft: Draft, kind: str, measure: str, worker: str) -> Draft:
    match kind:
        case "place":
            return with_placement(draft, Placement(measure, worker), pin=True)
        case "take_off":
            return without_placement(draft, measure)
        case "pin":
            return with_pin_toggled(draft, measure)
        case "exclude":
            return with_exclusion_toggled(draft, measure, worker)
        case _:
            return without_pins(draft)


@given(st.lists(changes, max_size=12))
def test_that_pins_and_exclusions_always_fit_what_is_placed(steps):
    draft = EMPTY
    for step in steps:
        draft = changed(draft, *step)
        assert draft.pinned <= draft.placements.keys()
        placed = {(key, worker) for key, row in draft.placements.items() for _, worker in row.contacts}
        assert not placed & draft.exclusions


@given(st.lists(changes, max_size=10))
def test_that_undoing_every_step_leads_back_and_redoing_leads_forth(steps):
    drafts = Drafts()
    drafts.look_at((MONDAY, ()))
    for number, step in enumerate(steps):
        drafts.step(StepName(StepKind.PIN, (str(number),)), changed(drafts.current, *step))
    end = drafts.current
    stack = drafts.group.activeStack()
    while stack.canUndo():
        stack.undo()
    assert drafts.current == EMPTY
    while stack.canRedo():
        stack.redo()
    assert drafts.current == end


def test_that_a_pin_holds_both_contacts():
    assert with_pin_toggled(PLACED, "M1").pins == (Pin("M1", "W1", "W2"),)


def test_that_excluding_the_first_contact_takes_the_case_off():
    assert "M1" not in with_exclusion_toggled(PLACED, "M1", "W1").placements


def test_that_excluding_the_second_contact_leaves_the_first():
    assert with_exclusion_toggled(PLACED, "M1", "W2").placements["M1"] == Placement("M1", "W1")


def test_that_placing_somebody_lifts_her_exclusion():
    excluded = with_exclusion_toggled(EMPTY, "M1", "W1")
    assert with_placement(excluded, Placement("M1", "W1"), pin=True).exclusions == frozenset()


def test_that_taking_the_second_off_keeps_the_pin():
    pinned = with_pin_toggled(PLACED, "M1")
    assert without_second(pinned, "M1").pins == (Pin("M1", "W1", None),)


def test_that_letting_go_of_everything_keeps_what_a_reason_holds():
    pinned = with_pin_toggled(PLACED, "M1")
    assert without_pins(pinned, {"M1"}).pinned == {"M1"}
    assert without_pins(pinned).pinned == frozenset()


def test_that_cases_that_are_gone_leave_the_draft_with_all_that_hangs_on_them():
    both = with_placement(with_pin_toggled(PLACED, "M1"), Placement("M2", "W3"), pin=True)
    kept = within(with_reasons(both, {("M1", "W1", "H8"): "because"}), ["M2"])
    assert dict(kept.placements) == {"M2": Placement("M2", "W3")}
    assert kept.pinned == {"M2"}
    assert kept.reasons == {}


def test_that_a_draft_whose_cases_are_all_there_stays_the_same_value():
    assert within(PLACED, MEASURES) is PLACED
