"""The tab Geschiedenis: what came before, the newest first."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.models.distribution_sentences import Sentence
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_history import history_lines
from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel
from caseload_planner.gui.views.distribution.inspector_parts import sentence_row
from caseload_planner.gui.views.labels import label

translate = QCoreApplication.translate


def fill_history(column: QVBoxLayout, _model: DistributionPageModel, board: Board, key: str) -> None:
    """Say who had the case and what was decided about it."""
    column.addWidget(label(translate("InspectorPane", "What came before"), "strong"))
    for line in history_lines(board, key):
        column.addWidget(label(line.when, "small"))
        column.addLayout(sentence_row(Sentence(line.words, Tone.MUTED, line.icon)))
