"""What each tab of the inspector says; every function fills a column for the case that is looked at."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from caseload_planner.application.draft_questions import AskedAbout, Sought
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.models.distribution_sentences import Section, Sentence
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.distribution_answers import is_left_over, may_have_ties
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_firmness import steadiness_sentences, tie_sentences
from caseload_planner.gui.viewmodels.distribution_inspector import why_not_section, why_section
from caseload_planner.gui.viewmodels.distribution_levels import level_lines
from caseload_planner.gui.viewmodels.distribution_moves import Verdict, judge_move
from caseload_planner.gui.viewmodels.distribution_others import OtherLine, other_lines
from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel
from caseload_planner.gui.views.distribution.conflict_section import ConflictSection
from caseload_planner.gui.views.distribution.inspector_parts import (
    add_section,
    button_row,
    key_button,
    level_grid,
    sentence_row,
    small_button,
)
from caseload_planner.gui.views.distribution.unlock_section import UnlockSection
from caseload_planner.gui.views.labels import frame, label

translate = QCoreApplication.translate


def fill_why(column: QVBoxLayout, model: DistributionPageModel, board: Board, key: str) -> None:
    """Say why the case stands where it stands; what would help where it is left over; how good the draft is."""
    draft = model.draft
    add_section(column, why_section(board, draft, key))
    if model.conflicts.looking or model.conflicts.lines(key):
        column.addWidget(ConflictSection(model.conflicts, key))
    if is_left_over(board, draft, key):
        column.addWidget(UnlockSection(model, board, key))
    _add_firmness(column, model, key)
    if draft.placements:
        column.addWidget(frame("rule"))
        column.addWidget(label(translate("InspectorPane", "How this distribution stands"), "strong"))
        lines = level_lines(board, draft)
        column.addLayout(level_grid(lines))
        if lines and all(line.icon == "check" for line in lines):
            words = translate("InspectorPane", "Each goal is proven as good as it can be, in this order.")
            column.addWidget(label(words, "small", wrap=True))


def _add_firmness(column: QVBoxLayout, model: DistributionPageModel, key: str) -> None:
    """Say who would be as good, and what another weight of the case would change, once that is known."""
    answers, draft = model.answers, model.draft
    if not may_have_ties(draft, key):
        return
    ties = answers.ties_of(key)
    if ties is None:
        if answers.looking_for(AskedAbout(key, sought=Sought.TIES)):
            words = translate("InspectorPane", "Looking who would be as good…")
            column.addWidget(label(words, "small", wrap=True))
        return
    for sentence in tie_sentences(ties):
        column.addLayout(sentence_row(sentence))
    rows = answers.steadiness_of(key)
    if rows is not None:
        for sentence in steadiness_sentences(rows, model.name_of):
            column.addLayout(sentence_row(sentence))
    elif answers.looking_for(AskedAbout(key, sought=Sought.STEADINESS)):
        words = translate("InspectorPane", "Trying the case a little lighter and a little heavier…")
        column.addWidget(label(words, "small", wrap=True))
    else:
        text = translate("InspectorPane", "What if it weighs more or less?")
        column.addLayout(button_row((small_button(text, answers.ask_steadiness),)))


def fill_why_not(column: QVBoxLayout, model: DistributionPageModel, board: Board, key: str) -> None:
    """Say why not the person looked at, with what can be done about it; without one, why not the likeliest others."""
    worker, draft, position = model.worker, model.draft, model.position
    placement = draft.placements.get(key)
    if worker is None or (placement is not None and worker in {one for _, one in placement.contacts}):
        _fill_likeliest(column, model, board, key)
        return
    answers = model.answers
    add_section(column, why_not_section(board, draft, key, worker, position, answers.exactly(key, worker, position)))
    if answers.looking_for(AskedAbout(key, worker, position, Sought.EXACTLY)):
        words = translate("InspectorPane", "Estimate; being worked out exactly…")
        column.addWidget(label(words, "small", wrap=True))
    excluded = (key, worker) in draft.exclusions
    text = translate("InspectorPane", "Allow again (X)") if excluded else translate("InspectorPane", "Exclude (X)")
    buttons = [key_button("blocked", text, model.changes.toggle_exclusion)]
    if judge_move(board, draft, key, worker, position).verdict is not Verdict.REFUSED:
        give = translate("InspectorPane", "Give the case")
        buttons.insert(0, key_button("swap", give, partial(model.changes.place, worker)))
    column.addLayout(button_row(buttons))


def _fill_likeliest(column: QVBoxLayout, model: DistributionPageModel, board: Board, key: str) -> None:
    lines = other_lines(board, model.draft, key, model.position)
    column.addWidget(label(translate("InspectorPane", "Why not somebody else"), "strong"))
    for line in lines:
        column.addWidget(label(line.name, "", wrap=True))
        column.addLayout(sentence_row(Sentence(line.words, line.tone, line.icon)))
    words = translate("InspectorPane", "Choose somebody in the middle to see why not.")
    column.addWidget(label(words, "small", wrap=True))


def fill_others(column: QVBoxLayout, model: DistributionPageModel, board: Board, key: str) -> None:
    """Offer who else could have the case, each with a button, and whole other distributions."""
    column.addWidget(label(translate("InspectorPane", "Others for this case"), "strong"))
    lines = other_lines(board, model.draft, key, model.position)
    if not lines:
        words = translate("InspectorPane", "Nobody else can take this case without breaking a fixed rule.")
        add_section(column, Section("", (Sentence(words, Tone.MUTED, "blocked"),)))
    for place, line in enumerate(lines):
        if place:
            column.addWidget(frame("rule"))
        _add_other(column, model, line)


def _add_other(column: QVBoxLayout, model: DistributionPageModel, line: OtherLine) -> None:
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    row.addWidget(label(f"{line.name} · {line.team}", "strong", wrap=True), 1)
    give = small_button(translate("InspectorPane", "Give"), partial(model.changes.place, line.worker))
    give.setAccessibleName(f"{give.text()} {line.name}")
    row.addWidget(label(line.effect, "chip", line.effect_tone), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(give, 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(row)
    column.addLayout(sentence_row(Sentence(line.words, line.tone, line.icon)))
