"""Who else could have a case: the few for whom it costs least, with where the draft would become worse."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from caseload_planner.distribution.explain import first_loss
from caseload_planner.gui.distribution_reason_texts import loss_text
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.models.distribution_candidates import CandidateLine, CandidateRow, Standing
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_candidate_lines import candidate_line
from caseload_planner.gui.viewmodels.distribution_candidate_rows import Asking, people_here
from caseload_planner.gui.viewmodels.distribution_draft import Draft
from caseload_planner.gui.viewmodels.distribution_moves import placed_with, plan_for
from caseload_planner.rules.round import ContactPosition, Placement, plan_of

translate = QCoreApplication.translate
SHOWN = 3


@dataclass(frozen=True, slots=True)
class OtherLine:
    """Somebody who could have the case; `words` says what speaks against it, or that nothing does."""

    worker: str
    name: str
    team: str
    effect: str
    effect_tone: Tone
    words: str
    tone: Tone
    icon: str


def other_lines(
    board: Board, draft: Draft, measure: str, position: ContactPosition, shown: int = SHOWN
) -> tuple[OtherLine, ...]:
    """Give the first few who do not have the case, what costs least first; whom a rule refuses is left out."""
    asking = Asking(board, draft, measure, position)
    open_to = [row for row in people_here(asking) if not row.place and row.standing is not Standing.BLOCKED]
    open_to.sort(key=_by_cost)
    return tuple(_line(asking, candidate_line(asking, row.worker)) for row in open_to[:shown])


def _by_cost(row: CandidateRow) -> tuple[Standing, tuple[int, ...], str]:
    return row.standing, row.cost, row.name


def _line(asking: Asking, line: CandidateLine) -> OtherLine:
    words, tone, icon = line.words, Tone.WARN, "warning"
    if line.standing is Standing.FREE:
        words, tone, icon = _against(asking, line.worker)
    return OtherLine(line.worker, line.name, line.team, line.effect, line.effect_tone, words, tone, icon)


def _against(asking: Asking, worker: str) -> tuple[str, Tone, str]:
    """Say at which goal the draft becomes worse first, nothing else moved along."""
    board, draft, key = asking.board, asking.draft, asking.measure
    placement = None if key is None else placed_with(draft, key, worker, asking.position)
    if placement is None or placement.measure not in draft.placements:
        return _room(asking, worker)
    plan = plan_for(board, draft)
    rest: list[Placement] = [one for one in plan.placements if one.measure != placement.measure]
    loss = first_loss(plan, plan_of(board.round, [*rest, placement]), board.profile)
    if loss is None:
        return translate("Inspector", "Just as good: nothing speaks against it."), Tone.GOOD, "check"
    return loss_text(loss), Tone.MUTED, "info"


def _room(asking: Asking, worker: str) -> tuple[str, Tone, str]:
    """Say whether somebody stays within the norm with a case that nobody has yet."""
    row = asking.board.rows[worker]
    if row.load + asking.added.get(worker, 0) + asking.share_for(worker) <= row.capacity:
        return translate("Inspector", "Stays within the working norm."), Tone.GOOD, "check"
    return translate("Inspector", "Goes above the working norm."), Tone.WARN, "warning"
