"""The live score says the same of a draft as its plan, and holds it against the proposal."""

from dataclasses import replace

from caseload_planner.distribution.proposal import LevelValue
from caseload_planner.domain.assignment import Position
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.viewmodels.distribution_draft import EMPTY, Ending, Outcome, with_placement, without_placement
from caseload_planner.gui.viewmodels.distribution_figures import figures_of
from caseload_planner.gui.viewmodels.distribution_score import FIGURES, score_lines
from caseload_planner.rules.round import Placement, plan_of


def placed_one(board):
    key = next(key for key in board.queue if board.takers[key] and not board.round.measure(key).asks_duo)
    worker = next(w for w in board.people_for(key) if not board.breaches(key, w, Position.FIRST))
    return with_placement(EMPTY, Placement(key, worker), pin=False)


def proposed(draft):
    outcome = Outcome(
        proposal="P1",
        profile="balanced",
        ending=Ending.PROVEN,
        seconds=1.0,
        levels=(LevelValue("waiting", 0, 0),),
        placements=tuple(draft.placements.values()),
    )
    return replace(draft, outcome=outcome)


def test_that_nothing_placed_waits_whole_and_burdens_nobody(board):
    (figures,) = figures_of([plan_of(board.round, ())])
    assert figures.waiting == len(board.queue)
    assert (figures.over_norm, figures.gap, figures.new_faces, figures.broken_duos) == (0, 0, 0, 0)


def test_that_a_known_family_that_goes_to_somebody_else_is_a_new_face(board):
    key = board.queue[0]
    face, other, *_ = board.people_for(key)
    round_ = replace(board.round)
    vars(round_)["known_firsts"] = {**board.round.known_firsts, round_.measure(key).family: face}
    known, new = figures_of([plan_of(round_, [Placement(key, one)]) for one in (face, other)])
    assert (known.new_faces, new.new_faces) == (0, 1)


def test_that_a_known_second_who_drops_out_is_a_broken_duo(board):
    key = board.queue[0]
    first, second, *_ = board.people_for(key)
    round_ = replace(board.round)
    vars(round_)["known_seconds"] = {**board.round.known_seconds, key: second}
    kept, broken = figures_of(
        [plan_of(round_, [one]) for one in (Placement(key, first, second), Placement(key, first))]
    )
    assert (kept.broken_duos, broken.broken_duos) == (0, 1)


def test_that_the_score_of_a_changed_draft_tells_how_far_it_is_from_the_proposal(board, qapp):
    draft = proposed(placed_one(board))
    assert all(not line.difference for line in score_lines(board, draft))
    (key,) = draft.placements
    waiting = score_lines(board, without_placement(draft, key))[FIGURES.index("waiting")]
    assert (waiting.difference, waiting.tone) == ("+1", Tone.WARN)
    assert str(len(board.queue)) in waiting.figure


def test_that_a_move_that_is_only_looked_at_is_held_against_the_draft(board, qapp):
    draft = placed_one(board)
    waiting = score_lines(board, EMPTY, draft)[FIGURES.index("waiting")]
    assert waiting.tone is Tone.GOOD
