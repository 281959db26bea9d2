"""What came before: who had a case, and what was decided and set aside about it, in the words of now."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.gui import formatting
from caseload_planner.gui.distribution_texts import with_values
from caseload_planner.gui.viewmodels.distribution_board import Board

if TYPE_CHECKING:
    from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """Something that happened to a case: when, and what."""

    when: str
    words: str
    icon: str = "info"


class DistributionHistory(QObject):
    """Looks up what came before only while somebody looks at it; its parent is the page's viewmodel."""

    changed = Signal()

    def __init__(self, page: "DistributionPageModel") -> None:
        super().__init__(page)
        self._wanted = False
        page.question_changed.connect(self._consider)

    @property
    def wanted(self) -> bool:
        """Whether the tab is in front."""
        return self._wanted

    @wanted.setter
    def wanted(self, wanted: bool) -> None:
        self._wanted = wanted
        self._consider()

    @Slot()
    def _consider(self) -> None:
        if self._wanted:
            self.changed.emit()


def history_lines(board: Board, measure: str) -> tuple[HistoryLine, ...]:
    """Give the report of a measure and everybody who had it, the newest first."""
    case, organisation = board.round.measure(measure), board.round.caseload.organisation
    began = sorted(organisation.assignments_of[measure], key=lambda one: (one.from_on, one.position), reverse=True)
    lines = [_held(board, one) for one in began]
    lines.append(HistoryLine(formatting.day(case.reported_on), translate("History", "Reported to us."), "import"))
    return tuple(lines)


def _held(board: Board, one: Assignment) -> HistoryLine:
    workers = board.round.caseload.organisation.workers
    name = workers[one.worker].name if one.worker in workers else one.worker
    words = {
        Position.FIRST: translate("History", "%1 was first contact until %2."),
        Position.SECOND: translate("History", "%1 was second contact until %2."),
        Position.INCOMING: translate("History", "%1 came in for a handover until %2."),
    }
    running = {
        Position.FIRST: translate("History", "%1 is first contact since then."),
        Position.SECOND: translate("History", "%1 is second contact since then."),
        Position.INCOMING: translate("History", "%1 comes in for a handover since then."),
    }
    until = one.until_on
    text = with_values(running[one.position], name)
    if until is not None:
        text = with_values(words[one.position], name, formatting.day(until))
    return HistoryLine(formatting.day(one.from_on), text, "person")
