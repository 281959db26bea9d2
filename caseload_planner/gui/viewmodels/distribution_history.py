"""What came before: who had a case, and what was decided, set aside and disputed about it, in the words of now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal, Slot

from caseload_planner.application.measure_history import HistoryKind, HistoryRow, measure_history
from caseload_planner.domain.assignment import Position
from caseload_planner.gui import formatting
from caseload_planner.gui.distribution_texts import rule_text
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.task_runner import Lane, Run

if TYPE_CHECKING:
    from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel

translate = QCoreApplication.translate
Looked = tuple[str, tuple[HistoryRow, ...]]

_WORDS: Mapping[str, object] = {
    "reported": QT_TRANSLATE_NOOP("History", "Reported to us."),
    "started": QT_TRANSLATE_NOOP("History", "The measure began."),
    "first_contact": QT_TRANSLATE_NOOP("History", "First talk."),
    "plan": QT_TRANSLATE_NOOP("History", "The plan was agreed."),
    "closed": QT_TRANSLATE_NOOP("History", "The measure ended."),
    "began/first": QT_TRANSLATE_NOOP("History", "%1 became first contact."),
    "began/second": QT_TRANSLATE_NOOP("History", "%1 became second contact."),
    "began/incoming": QT_TRANSLATE_NOOP("History", "%1 came along for a handover."),
    "ended/first": QT_TRANSLATE_NOOP("History", "Last day of %1 as first contact."),
    "ended/second": QT_TRANSLATE_NOOP("History", "Last day of %1 as second contact."),
    "ended/incoming": QT_TRANSLATE_NOOP("History", "Last day that %1 came along."),
    "decided": QT_TRANSLATE_NOOP("History", "Decided by %2."),
    "minutes": QT_TRANSLATE_NOOP("History", "Minutes: %3"),
    "override": QT_TRANSLATE_NOOP("History", "For %1 “%4” was set aside: %3"),
    "agreement": QT_TRANSLATE_NOOP("History", "%2 agreed that %1 takes it."),
    "withdrawn": QT_TRANSLATE_NOOP("History", "Decision withdrawn by %2: %3"),
    "dispute": QT_TRANSLATE_NOOP("History", "%1 says that it is not right: %3"),
    "dispute_answered": QT_TRANSLATE_NOOP("History", "Answer of %2: %3"),
}
_ICONS = {
    HistoryKind.REPORTED: "import",
    HistoryKind.BEGAN: "person",
    HistoryKind.ENDED: "leaving",
    HistoryKind.DECIDED: "check_circle",
    HistoryKind.OVERRIDE: "warning",
    HistoryKind.AGREEMENT: "people",
    HistoryKind.WITHDRAWN: "undo",
    HistoryKind.DISPUTE: "warning",
    HistoryKind.MINUTES: "document",
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """Something that happened to a case: when, and what."""

    when: str
    words: str
    tone: Tone = Tone.MUTED
    icon: str = "info"


class DistributionHistory(QObject):
    """Looks up what came before only while somebody looks at it; its parent is the page's viewmodel."""

    changed = Signal()

    def __init__(self, page: "DistributionPageModel") -> None:
        super().__init__(page)
        self._wanted = False
        self._measure: str | None = None
        self._rows: tuple[HistoryRow, ...] | None = None
        page.question_changed.connect(self._consider)
        page.board_changed.connect(self.forget)

    @property
    def _page(self) -> "DistributionPageModel":
        """The page's viewmodel; no attribute, as cycles of QObjects are collected on any thread."""
        return self.parent()  # type: ignore[return-value]  # given in __init__

    @property
    def wanted(self) -> bool:
        """Whether the tab is in front."""
        return self._wanted

    @wanted.setter
    def wanted(self, wanted: bool) -> None:
        self._wanted = wanted
        self._consider()

    def lines_of(self, measure: str) -> tuple[HistoryLine, ...] | None:
        """Give the history of a measure, newest first; None where it is not known yet."""
        known = measure == self._measure and self._rows is not None
        return tuple(map(history_line, self._rows or ())) if known else None

    @Slot()
    def forget(self) -> None:
        """Look it up anew: the data are others."""
        self._measure = self._rows = None
        self._consider()

    @Slot()
    def _consider(self) -> None:
        measure, services = self._page.measure, self._page.session.services
        if not self._wanted or measure is None or services is None or measure == self._measure:
            return
        self._measure, self._rows = measure, None

        def read(_: Run) -> Looked:
            return measure, measure_history(services, measure)

        self._page.session.runner.start(Lane.DATABASE, read, topic="history", on_done=self._on_read)

    @Slot(object)
    def _on_read(self, looked: Looked) -> None:
        measure, rows = looked
        if measure == self._measure:
            self._rows = rows
            self.changed.emit()


def history_line(row: HistoryRow) -> HistoryLine:
    """Put a row into words."""
    place = "" if row.position is None else f"/{row.position.value}"
    source = _WORDS.get(f"{row.kind.value}{place}") or _WORDS.get(f"{row.kind.value}/{Position.FIRST.value}")
    source = _WORDS.get(row.kind.value) or source
    words = with_values(translate("History", str(source)), row.name, row.by, row.text, rule_text(row.rule or ""))
    if row.kind is HistoryKind.DECIDED and row.text:
        words = f"{words} {row.text}"
    warns = row.kind in {HistoryKind.OVERRIDE, HistoryKind.DISPUTE, HistoryKind.WITHDRAWN}
    tone = Tone.WARN if warns else Tone.MUTED
    return HistoryLine(formatting.day(row.on), words, tone, _ICONS.get(row.kind, "info"))
