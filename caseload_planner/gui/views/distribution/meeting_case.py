"""The case of a meeting: what it is, who has it, and who could have it rather; in large letters where they fit."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_inspector import CaseHeader, case_header, why_section
from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel
from caseload_planner.gui.views.distribution.meeting_card import CandidateCard, Size, holder_card
from caseload_planner.gui.views.flow_layout import FlowLayout
from caseload_planner.gui.views.labels import ElidedLabel, label
from caseload_planner.rules.round import Placement


@dataclass(frozen=True, slots=True)
class MeetingCase:
    """The widget of a case with the cards of those who could have it."""

    widget: QWidget
    candidates: tuple[CandidateCard, ...]

    def height_in(self, width: int) -> int:
        """Give how high it is in a width, both in device-independent pixels."""
        layout = self.widget.layout()
        return 0 if layout is None else layout.totalHeightForWidth(width)


def meeting_case(model: DistributionPageModel, board: Board, key: str, room: QSize) -> MeetingCase:
    """Tell a case in the largest letters with which those who could have it stay in sight.

    Parameters
    ----------
    room
        In device-independent pixels. Where not even the smaller letters fit, it scrolls.
    """
    for size in (Size.BEAMER, Size.LINES):
        made = _case(model, board, key, size)
        if made.height_in(room.width()) <= room.height():
            return made
        made.widget.deleteLater()
    return _case(model, board, key, Size.SMALL)


def _case(model: DistributionPageModel, board: Board, key: str, size: Size) -> MeetingCase:
    shown, placement = QWidget(), model.draft.placements.get(key)
    column = QVBoxLayout(shown)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.XS if size is Size.SMALL else Space.S)
    _add_header(column, case_header(board, key), size)
    if placement is not None:
        why = why_section(board, model.draft, key).sentences
        words = _holder_words(model, board, placement)
        pinned = key in model.draft.pinned
        column.addWidget(holder_card(words, why[0].text if why else "", pinned=pinned, size=size))
    column.addWidget(label(_question(model, placement), size.role("small")))
    cards = tuple(CandidateCard(number, line, size) for number, line in enumerate(model.meeting.candidates(), start=1))
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return MeetingCase(shown, cards)


def _add_header(column: QVBoxLayout, header: CaseHeader, size: Size) -> None:
    chips = FlowLayout()
    for chip in header.chips:
        chips.addWidget(label(chip.text, size.role("chip"), chip.tone))
    if not size.on_lines:
        column.addWidget(label(header.title, "display", wrap=True))
        column.addWidget(label(f"{header.subtitle} · {header.weight}", "beamer", wrap=True))
    else:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        elided = ElidedLabel(size.role("muted"))
        elided.setText(f"{header.weight} · {header.subtitle}")  # what is left over is what is known best
        row.addWidget(label(header.title, size.role("strong")))
        row.addWidget(elided, 1)
        column.addLayout(row)
    column.addLayout(chips)


def _question(model: DistributionPageModel, placement: Placement | None) -> str:
    translate = QCoreApplication.translate
    if model.position.value == "second":
        return translate("MeetingView", "Who becomes second contact? (1-3)")
    if placement is None:
        return translate("MeetingView", "Who becomes first contact? (1-3)")
    return translate("MeetingView", "Or rather (1-3)")


def _holder_words(model: DistributionPageModel, board: Board, placement: Placement) -> str:
    teams = board.round.caseload.organisation
    return " + ".join(f"{model.name_of(worker)} · {teams.team_of(worker).name}" for _, worker in placement.contacts)
