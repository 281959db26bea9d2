"""Every move is judged by the rules before it lands."""

from dataclasses import replace

import pytest

from caseload_planner.domain.assignment import Position
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.models.distribution_candidates import Standing
from caseload_planner.gui.viewmodels.distribution_board import starred
from caseload_planner.gui.viewmodels.distribution_candidate_lines import candidate_line
from caseload_planner.gui.viewmodels.distribution_candidate_rows import Asking, people_here
from caseload_planner.gui.viewmodels.distribution_case_lines import case_lines, initials_of, waiting_chip
from caseload_planner.gui.viewmodels.distribution_draft import EMPTY, with_placement, without_placement
from caseload_planner.gui.viewmodels.distribution_moves import (
    Verdict,
    held_by_reason,
    judge_move,
    landed,
    placed_with,
    plan_for,
    points_added,
    tidied,
    to_finish,
)
from caseload_planner.rules.round import Placement
from caseload_planner.rules.waiting import waiting_weight


def moves(board, verdict, position=Position.FIRST):
    found = (
        judge_move(board, EMPTY, measure, worker, position)
        for measure in board.queue
        for worker in board.people_for(measure)
    )
    return [move for move in found if move.verdict is verdict]


def test_that_the_list_says_the_same_of_everybody_as_the_judge_of_moves(board):
    verdicts = {
        Standing.FREE: Verdict.FREE,
        Standing.ASKS_REASON: Verdict.ASKS_REASON,
        Standing.BLOCKED: Verdict.REFUSED,
    }
    for measure in board.queue:
        asking = Asking(board, EMPTY, measure, Position.FIRST)
        for row in people_here(asking):
            line = candidate_line(asking, row.worker)
            verdict = judge_move(board, EMPTY, measure, row.worker, Position.FIRST).verdict
            assert verdict is verdicts[row.standing], (measure, row.worker, line.words)
            assert line.standing is row.standing


def test_that_a_refusal_names_only_rules_that_nobody_may_set_aside(board):
    for move in moves(board, Verdict.REFUSED):
        assert move.refusals
        assert not any(starred(breach) for breach in move.refusals)


def test_that_a_move_with_a_reason_is_pinned_and_recorded(board):
    move = moves(board, Verdict.ASKS_REASON)[0]
    draft = landed(board, EMPTY, move, "Kent het gezin")
    assert draft.placements[move.placement.measure] == move.placement
    assert held_by_reason(draft) == {move.placement.measure} <= draft.pinned
    assert {row.rule for row in draft.overrides} == {breach.rule for breach in move.asking}


def test_that_a_reason_goes_with_the_rule_that_it_was_for(board):
    move = moves(board, Verdict.ASKS_REASON)[0]
    draft = landed(board, EMPTY, move, "Kent het gezin")
    freed = replace(without_placement(draft, move.placement.measure), reasons=draft.reasons)
    assert tidied(board, freed).overrides == ()


def test_that_a_second_needs_a_first(board):
    measure = next(key for key in board.queue if board.round.measure(key).may_have_second)
    worker = board.people_for(measure)[0]
    assert judge_move(board, EMPTY, measure, worker, Position.SECOND).no_first


def test_that_two_contacts_asked_in_each_others_place_change_places():
    draft = with_placement(EMPTY, Placement("M1", "W1", "W2"), pin=False)
    assert placed_with(draft, "M1", "W2", Position.FIRST) == Placement("M1", "W2", "W1")
    assert placed_with(draft, "M1", "W1", Position.SECOND) == Placement("M1", "W2", "W1")


def test_that_a_case_that_asks_a_duo_counts_the_firsts_own_part_until_the_second_is_chosen(board):
    measure = next(key for key in board.queue if board.round.measure(key).asks_duo)
    worker = board.people_for(measure)[0]
    draft = with_placement(EMPTY, Placement(measure, worker), pin=True)
    assert points_added(board.round, draft) == {worker: board.round.shares(measure, duo=True)[0]}
    assert to_finish(board, draft) == (measure,)


def test_that_points_added_are_those_of_the_plan_where_nothing_is_unfinished(board):
    placements = []
    for measure in board.queue:
        firsts = [w for w in board.people_for(measure) if not board.breaches(measure, w, Position.FIRST)]
        if firsts and not board.round.measure(measure).asks_duo:
            placements.append(Placement(measure, firsts[0]))
    draft = EMPTY
    for placement in placements:
        draft = with_placement(draft, placement, pin=False)
    assert dict(points_added(board.round, draft)) == dict(plan_for(board, draft).added)


def test_that_the_queue_puts_what_fits_nobody_first_and_then_the_most_urgent(board):
    weights = [
        (board.takers[key] > 0, -waiting_weight(board.round.measure(key), board.round.on)) for key in board.queue
    ]
    assert weights == sorted(weights)


def test_that_every_case_has_a_line_that_says_all_that_it_shows(board):
    for line in case_lines(board, EMPTY):
        assert line.measure in line.spoken
        assert line.waiting.text in line.spoken or line.waiting.explained in line.spoken
        assert line.weight in line.spoken


@pytest.mark.parametrize(
    ("days", "tone", "icon"),
    [
        (0, Tone.MUTED, ""),
        (4, Tone.MUTED, ""),
        (5, Tone.WARN, "clock"),
        (7, Tone.WARN, "clock"),
        (8, Tone.DANGER, "warning"),
    ],
)
def test_that_waiting_is_told_by_word_tone_and_icon(days, tone, icon):
    chip = waiting_chip(days)
    assert (chip.tone, chip.icon) == (tone, icon)
    assert chip.text


def test_that_initials_are_two_letters():
    assert initials_of("Anna de Vries") == "AV"
    assert initials_of("J. Bakker") == "JB"
    assert initials_of("Mo") == "M"


def test_that_a_case_that_fits_nobody_beside_the_draft_rises_to_the_top(board):
    other, key = board.queue[0], board.queue[-1]
    draft = with_placement(EMPTY, Placement(other, board.people_for(other)[0]), pin=False)
    draft = replace(draft, exclusions=frozenset((key, worker) for worker in board.people_for(key)))
    first = case_lines(board, draft)[0]
    assert (first.measure, first.fits_nobody) == (key, True)
    assert first.note.tone is Tone.DANGER


def test_that_pins_of_the_leader_of_a_reason_and_of_the_plan_are_told_apart(board, look):
    key = next(key for key in board.queue if board.takers[key] and not board.round.measure(key).asks_duo)
    worker = next(w for w in board.people_for(key) if not board.breaches(key, w, Position.FIRST))
    only_one = replace(board, takers={**board.takers, key: 1})
    drafts = [with_placement(EMPTY, Placement(key, worker), pin=pin) for pin in (False, True)]
    plan, hers = (next(one for one in case_lines(only_one, draft) if one.measure == key) for draft in drafts)
    assert (plan.pinned, hers.pinned) == (False, True)
    assert "geen keus" in plan.pin_words
    assert hers.pin_words == "Je hebt de zaak hier vastgezet."
    move = moves(board, Verdict.ASKS_REASON)[0]
    held = landed(board, EMPTY, move, "Kent het gezin")
    line = next(one for one in case_lines(board, held) if one.measure == move.placement.measure)
    assert "van een regel af" in line.pin_words
