"""Whatever a leader does with judged moves, what she ends with can be decided."""

from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.distribution.problem import build_problem
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.distribution.solve import proposal_of_plan
from caseload_planner.domain.assignment import Position
from caseload_planner.gui.viewmodels.distribution_draft import (
    EMPTY,
    Draft,
    with_exclusion_toggled,
    with_pin_toggled,
    without_pins,
    without_placement,
    without_second,
)
from caseload_planner.gui.viewmodels.distribution_moves import (
    Verdict,
    held_by_reason,
    judge_move,
    landed,
    tidied,
    to_finish,
)
from caseload_planner.rules.round import plan_of

steps = st.lists(
    st.tuples(
        st.sampled_from(["give", "give", "give", "second", "take_off", "second_off", "pin", "exclude", "let_go"]),
        st.integers(0, 9),
        st.integers(0, 40),
    ),
    max_size=25,
)


def changed(board, draft: Draft, kind: str, measure: str, worker: str) -> Draft:
    if kind in {"give", "second"}:
        position = Position.FIRST if kind == "give" else Position.SECOND
        move = judge_move(board, draft, measure, worker, position)
        return draft if move.verdict is Verdict.REFUSED else landed(board, draft, move, "a reason")
    if kind == "pin":
        return draft if measure in held_by_reason(draft) else tidied(board, with_pin_toggled(draft, measure))
    if kind == "exclude":
        return tidied(board, with_exclusion_toggled(draft, measure, worker))
    if kind == "let_go":
        return tidied(board, without_pins(draft, held_by_reason(draft)))
    off = without_placement if kind == "take_off" else without_second
    return tidied(board, off(draft, measure))


@given(steps)
def test_that_every_draft_can_be_decided_once_its_seconds_are_chosen(board, steps):
    draft = EMPTY
    people = sorted(board.rows)
    for kind, measure, worker in steps:
        key = board.queue[measure % len(board.queue)]
        draft = changed(board, draft, kind, key, people[worker % len(people)])
    for key in to_finish(board, draft):
        draft = tidied(board, without_placement(draft, key))
    request = ProposalRequest(on=board.round.on, pins=draft.pins, exclusions=tuple(sorted(draft.exclusions)))
    problem = build_problem(board.round.caseload.organisation, request)
    proposal = proposal_of_plan(plan_of(problem.round, draft.placements.values()), board.profile)
    asked = {(breach.measure, breach.worker, breach.rule) for breach in proposal.needs_override}
    given_ = {(row.measure, row.worker, row.rule) for row in draft.overrides}
    assert asked == given_
