"""The tab Geschiedenis: what came before, the newest first."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from caseload_planner.gui.models.distribution_sentences import Sentence
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel
from caseload_planner.gui.views.distribution.inspector_parts import sentence_row
from caseload_planner.gui.views.labels import label

translate = QCoreApplication.translate


def fill_history(column: QVBoxLayout, model: DistributionPageModel, _board: Board, key: str) -> None:
    """Say who had the case and what was decided about it."""
    lines = model.history.lines_of(key)
    if lines is None:
        column.addWidget(label(translate("InspectorPane", "Looking it up…"), "small"))
        return
    day = ""
    for line in lines:
        if line.when != day:
            day = line.when
            column.addWidget(label(day, "small"))
        column.addLayout(sentence_row(Sentence(line.words, line.tone, line.icon)))
