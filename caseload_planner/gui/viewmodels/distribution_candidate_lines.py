"""Makes the lines of the list of people out of the board and the draft, in the language of now."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from caseload_planner.application.caseload_rows import WorkerRow
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.points import Hundredths
from caseload_planner.gui import formatting
from caseload_planner.gui.distribution_reason_texts import change_text, share_text
from caseload_planner.gui.distribution_texts import breach_text, excluded_text, no_first_text, with_values
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.models.distribution_candidates import CandidateLine, Standing
from caseload_planner.gui.models.load_bar import load_bar_of
from caseload_planner.gui.viewmodels.distribution_board import Board, starred
from caseload_planner.gui.viewmodels.distribution_draft import Draft
from caseload_planner.gui.viewmodels.distribution_moves import placed_with, points_added
from caseload_planner.rules.evenness import evenness_added
from caseload_planner.rules.families import known_face
from caseload_planner.rules.near import steps_away
from caseload_planner.rules.over_norm import over_norm_added
from caseload_planner.rules.round import ContactPosition, Placement

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Question:
    """For which case and place people are looked at; `measure` None means for none."""

    measure: str | None
    position: ContactPosition


def candidate_lines(board: Board, draft: Draft, question: Question) -> tuple[CandidateLine, ...]:
    """Make a line for everybody who carries cases."""
    added = points_added(board.round, draft)
    if question.measure is not None:
        board.remember(question.measure, question.position)
    return tuple(_candidate_line(board, draft, question, row, added) for row in board.rows.values())


@dataclass(frozen=True, slots=True)
class _Effect:
    """What a case would do to somebody: her load with it, and whether something stands in the way."""

    before: Hundredths
    after: Hundredths
    standing: Standing
    words: str
    icon: str
    place: str


def _candidate_line(
    board: Board, draft: Draft, question: Question, row: WorkerRow, added: Mapping[str, Hundredths]
) -> CandidateLine:
    effect = _effect(board, draft, question, row, added)
    draft_points = added.get(row.worker, 0)
    room = min(row.capacity, row.ceiling) - row.load - draft_points
    team = board.round.caseload.organisation.teams[row.team]
    changed = question.measure is not None and effect.standing is not Standing.BLOCKED and not effect.place
    text = share_text(effect.before, row.capacity)
    if changed:
        text = change_text(effect.before, effect.after, row.capacity)
    words = effect.words or with_values(translate("Candidates", "room %1"), formatting.signed_points(room))
    return CandidateLine(
        worker=row.worker,
        name=row.name,
        team=team.name,
        bar=load_bar_of(row, board.round.caseload.norm, draft_points),
        effect=text,
        effect_tone=_tone(effect, row, changed=changed),
        words=words,
        words_icon=effect.icon,
        standing=effect.standing,
        place=effect.place,
        home=_at_home(board, question, row.worker),
        room=room if question.position is Position.SECOND or row.first_room or row.room <= 0 else 0,
        cost=_cost(board, question, row, effect),
        explained=_explained(row, team.name, draft_points),
        search=" ".join((row.name, row.worker, team.name)).casefold(),
        spoken=", ".join((row.name, team.name, text, words)),
    )


def _at_home(board: Board, question: Question, worker: str) -> bool:
    """Whether she works in the region of the case, or of the round where no case is chosen."""
    if question.measure is None:
        return worker in board.round.candidates or not board.round.asked
    organisation = board.round.caseload.organisation
    return organisation.region_of_worker(worker) == organisation.region_of_measure(question.measure)


def _explained(row: WorkerRow, team: str, draft_points: Hundredths) -> str:
    explained = with_values(
        translate("Candidates", "%1 of %2 points now, %3 in this draft, ceiling %4"),
        formatting.points(row.load),
        formatting.points(row.capacity),
        formatting.signed_points(draft_points),
        formatting.points(row.ceiling),
    )
    return f"{row.name} · {team}\n{explained}"


def _effect(board: Board, draft: Draft, question: Question, row: WorkerRow, added: Mapping[str, Hundredths]) -> _Effect:
    now, key = row.load + added.get(row.worker, 0), question.measure
    if key is None:
        return _Effect(now, now, Standing.FREE, "", "", "")
    place = _place_of(draft.placements.get(key), row.worker)
    if place:
        first = place == Position.FIRST.value
        words = translate("Candidates", "first contact") if first else translate("Candidates", "second contact")
        return _Effect(now, now, Standing.FREE, words, "check", place)
    after = now + _share(board, draft, key, row.worker, question.position)
    standing, words = _obstacle(board, draft, key, row, question.position, after)
    icon = {Standing.FREE: "", Standing.ASKS_REASON: "warning", Standing.BLOCKED: "blocked"}[standing]
    return _Effect(now, after, standing, words, icon, "")


def _obstacle(
    board: Board, draft: Draft, key: str, row: WorkerRow, position: ContactPosition, after: Hundredths
) -> tuple[Standing, str]:
    """Say what stands between somebody and a case; the rule that nobody may set aside goes before others."""
    if (key, row.worker) in draft.exclusions:
        return Standing.BLOCKED, excluded_text()
    if position is Position.SECOND and key not in draft.placements:
        return Standing.BLOCKED, no_first_text()
    breaches = [breach for breach in board.breaches(key, row.worker, position) if breach.rule != "H8"]
    refused = next((breach for breach in breaches if not starred(breach)), None)
    if refused is not None:
        return Standing.BLOCKED, breach_text(refused)
    if breaches:
        return Standing.ASKS_REASON, breach_text(breaches[0])
    if after > row.ceiling:
        above = translate("Candidates", "Above ceiling: %1 of %2")
        return Standing.ASKS_REASON, with_values(above, formatting.points(after), formatting.points(row.ceiling))
    return Standing.FREE, ""


def _place_of(placement: Placement | None, worker: str) -> str:
    if placement is None:
        return ""
    return next((position.value for position, key in placement.contacts if key == worker), "")


def _share(board: Board, draft: Draft, key: str, worker: str, position: ContactPosition) -> Hundredths:
    placed = placed_with(draft, key, worker, position)
    measure = board.round.measure(key)
    duo = measure.asks_duo or position is Position.SECOND or (placed is not None and placed.second is not None)
    first, second = board.round.shares(key, duo=duo)
    return first if position is Position.FIRST else second


def _tone(effect: _Effect, row: WorkerRow, *, changed: bool) -> Tone:
    load = effect.after if changed else effect.before
    if effect.standing is Standing.BLOCKED:
        return Tone.MUTED
    if load > row.ceiling:
        return Tone.DANGER
    return Tone.WARN if load > row.capacity else Tone.PLAIN


def _cost(board: Board, question: Question, row: WorkerRow, effect: _Effect) -> tuple[int, ...]:
    """Give what a case costs with somebody, in the order of the goals: face, norm, distance, evenness."""
    if question.measure is None or row.capacity <= 0:
        return (1, 0, 0, effect.before)
    face = known_face(board.round, question.measure)
    passed_over = int(question.position is Position.FIRST and face not in {None, row.worker})
    share = effect.after - effect.before
    return (
        passed_over,
        over_norm_added(row.capacity, effect.before, share),
        steps_away(board.round, question.measure, row.worker),
        evenness_added(row.capacity, effect.before, share),
    )
