"""How good the draft is, goal by goal in the order of the profile, and how that stands to the proposal."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from caseload_planner.distribution.judge import level_values
from caseload_planner.distribution.proposal import LevelValue
from caseload_planner.gui import formatting
from caseload_planner.gui.distribution_reason_texts import level_explained, level_figure, level_title, level_words
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_draft import Draft
from caseload_planner.gui.viewmodels.distribution_moves import plan_for
from caseload_planner.rules.round import Placement

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class LevelLine:
    """A goal of the distribution with its figure, and how it stands to the proposal."""

    title: str
    figure: str
    difference: str
    tone: Tone
    icon: str
    explained: str


def level_lines(board: Board, draft: Draft) -> tuple[LevelLine, ...]:
    """Say how good the draft is, goal by goal in their order, and how that stands to the proposal."""
    outcome, values = draft.outcome, dict(board.level_values(draft.placements))
    known = {level.name: level for level in outcome.levels} if outcome else {}
    names = [level.name for level in board.profile.levels]
    if outcome is not None and outcome.kept and "changes" in values:
        values["changes"] = _changes(board, draft, outcome.kept)
    else:
        names = [name for name in names if name != "changes"]
    proven_now = draft.untouched and outcome is not None and outcome.profile == board.profile.name
    lines = [
        _level_line(level, known.get(level.name), untouched=proven_now) for level in map(values.__getitem__, names)
    ]
    left = len(board.queue) - len(draft.placements)
    if left and names[0] == "waiting":
        text = with_values(translate("Inspector", "%1 left over"), formatting.count(left))
        lines[0] = replace(lines[0], figure=text)
    return tuple(lines)


def _changes(board: Board, draft: Draft, kept: tuple[Placement, ...]) -> LevelValue:
    """Give how far the draft is from what the last proposal was to change as little as possible."""
    round_ = replace(board.round, kept={placement.measure: placement for placement in kept})
    (changes,) = level_values(replace(plan_for(board, draft), round=round_), ["changes"])
    return changes


def _level_line(level: LevelValue, proposed: LevelValue | None, *, untouched: bool) -> LevelLine:
    figure = level_words(level.name, level.value, level.scale)
    difference, tone, icon = "", Tone.PLAIN, ""
    if proposed is not None and level.value != proposed.value:
        by = level.value - proposed.value
        sign = "+" if by > 0 else formatting.MINUS
        difference = f"{sign}{level_figure(abs(by), level.scale)}"
        tone, icon = (Tone.WARN, "chevron_up") if by > 0 else (Tone.GOOD, "chevron_down")
    elif proposed is not None and proposed.proven and untouched:
        icon, tone = "check", Tone.GOOD
    explained = level_explained(level.name)
    if icon == "check":
        proven = translate("Inspector", "Proven: it cannot be better.")
        explained = f"{explained} {proven}"
    return LevelLine(level_title(level.name), figure, difference, tone, icon, explained)
