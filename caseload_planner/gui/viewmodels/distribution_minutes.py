"""Minutes that write themselves: what was settled about a case, in a sentence that the leader may change."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from caseload_planner.gui.distribution_texts import rule_text
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_draft import Draft
from caseload_planner.rules.round import Placement

translate = QCoreApplication.translate


def minutes_of(board: Board, draft: Draft, measure: str) -> str:
    """Give the minutes of a case: what the leader wrote, else what the draft says by itself."""
    return draft.minutes.get(measure) or written_minutes(board, draft, measure)


def all_minutes(board: Board, draft: Draft) -> Mapping[str, str]:
    """Give the minutes of every case that was settled in the meeting or written about, by measure."""
    keys = (key for key in board.queue if key in draft.minutes or key in draft.pinned or key in draft.parked)
    return {key: minutes_of(board, draft, key) for key in keys}


def written_minutes(board: Board, draft: Draft, measure: str) -> str:
    """Say what the draft settles about a case; nothing while nothing is."""
    if measure in draft.parked:
        return translate("Minutes", "Put off: nobody has this case yet.")
    placement = draft.placements.get(measure)
    if placement is None:
        return ""
    parts = [_placed(board, draft, placement)]
    for (key, worker, rule), reason in sorted(draft.reasons.items()):
        if key == measure:
            text = translate("Minutes", "For %1 “%2” is set aside: %3.")
            parts.append(with_values(text, _name(board, worker), rule_text(rule), reason.rstrip(".")))
    return " ".join(parts)


def _placed(board: Board, draft: Draft, placement: Placement) -> str:
    people = _people(board, placement)
    proposed = None if draft.outcome is None else _in_outcome(draft, placement.measure)
    if proposed is None:
        return with_values(translate("Minutes", "To %1."), people)
    if proposed == placement:
        return with_values(translate("Minutes", "To %1, as proposed."), people)
    return with_values(translate("Minutes", "To %1 instead of %2."), people, _people(board, proposed))


def _in_outcome(draft: Draft, measure: str) -> Placement | None:
    placements = () if draft.outcome is None else draft.outcome.placements
    return next((one for one in placements if one.measure == measure), None)


def _people(board: Board, placement: Placement) -> str:
    names = [_name(board, worker) for _, worker in placement.contacts]
    return translate("Minutes", " and ").join(names)


def _name(board: Board, worker: str) -> str:
    person = board.round.caseload.organisation.workers.get(worker)
    return worker if person is None else person.name
