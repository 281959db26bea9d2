"""What is not safe to distribute, in words: the regions that are short, and supply against demand by training."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal, Slot

from caseload_planner.distribution.shortage import SupplyAndDemand, UnsafeRegion, supply_and_demand, unsafe_regions
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.task_runner import Lane, Run, TaskRunner
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_case_lines import BROKEN_AFTER_DAYS
from caseload_planner.gui.viewmodels.distribution_draft import Draft
from caseload_planner.gui.viewmodels.distribution_moves import plan_for

translate = QCoreApplication.translate
TOPIC = "shortage"

_ASKS: Mapping[str, object] = {
    "anybody": QT_TRANSLATE_NOOP("Asks", "no special training"),
    "jr": QT_TRANSLATE_NOOP("Asks", "youth probation"),
    "pmg": QT_TRANSLATE_NOOP("Asks", "PmG"),
    "schotten_team": QT_TRANSLATE_NOOP("Asks", "Schotten team"),
    "sns": QT_TRANSLATE_NOOP("Asks", "SNS-trained"),
}


@dataclass(frozen=True, slots=True)
class SupplyLine:
    """A row of supply against demand, in words; `short` is empty where there is room."""

    asks: str
    asked: str
    people: str
    room: str
    short: str


@dataclass(frozen=True, slots=True)
class RegionLine:
    """A region in words: what waits, what it would take, and its supply against demand."""

    region: str
    waiting: str
    broken: str
    needed: str
    weeks: str
    supply: tuple[SupplyLine, ...]


class DistributionShortage(QObject):
    """Works the figures out beside the window.

    Attributes
    ----------
    regions
        The regions in which something is left over; None while that is being worked out.
    """

    changed = Signal()

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.regions: tuple[RegionLine, ...] | None = None

    def work_out(self, board: Board, draft: Draft) -> None:
        """Begin; `changed` follows."""

        def work(_: Run) -> tuple[RegionLine, ...]:
            plan = plan_for(board, draft)
            supply = supply_and_demand(plan.round)
            return tuple(_region(board, one, supply) for one in unsafe_regions(plan))

        self.regions = None
        self.changed.emit()
        self._runner.start(Lane.EXPLAIN, work, topic=TOPIC, on_done=self._on_done)

    @Slot(object)
    def _on_done(self, regions: tuple[RegionLine, ...]) -> None:
        self.regions = regions
        self.changed.emit()


def left_over_count(board: Board, draft: Draft) -> int:
    """Count the cases that a proposal, or the draft since, leaves over; 0 before there was a proposal.

    What was put off in the meeting waits on purpose.
    """
    return 0 if draft.outcome is None else len(board.queue) - len(draft.placements) - len(draft.parked)


def _region(board: Board, unsafe: UnsafeRegion, supply: tuple[SupplyAndDemand, ...]) -> RegionLine:
    days = max(board.days_open(key) for key in unsafe.waiting)
    count = len(unsafe.waiting)
    words = translate("Shortage", "1 case waits: %1.") if count == 1 else translate("Shortage", "%2 cases wait: %1.")
    longest = with_values(translate("Shortage", "The longest waits %1 days."), formatting.count(days))
    if days == 1:
        longest = translate("Shortage", "The longest waits 1 day.")
    needed = translate("Shortage", "Together %1 points: that takes %2 fte more at the working norm.")
    return RegionLine(
        region=unsafe.region,
        waiting=f"{with_values(words, ', '.join(unsafe.waiting), formatting.count(count))} {longest}",
        broken=_broken(board, unsafe),
        needed=with_values(needed, formatting.points(unsafe.points), formatting.number(unsafe.fte, 2)),
        weeks=_weeks(unsafe.weeks),
        supply=tuple(_supply(row) for row in supply if row.region == unsafe.region),
    )


def _broken(board: Board, unsafe: UnsafeRegion) -> str:
    """Name the norm for assigning that is broken, with how many cases, and the lines that they do not fit under."""
    late = sum(1 for key in unsafe.waiting if board.days_open(key) > BROKEN_AFTER_DAYS)
    words = translate("Shortage", "%1 of them wait longer than 7 days: the norm for assigning is broken.")
    if late == 1:
        words = translate("Shortage", "1 of them waits longer than 7 days: the norm for assigning is broken.")
    elif not late:
        words = translate("Shortage", "None of them waits longer than 7 days yet.")
    norm = board.round.caseload.norm
    lines = translate("Shortage", "Working norm %1 and ceiling %2 points for each deployable fte.")
    return " ".join(
        (
            with_values(words, formatting.count(late)),
            with_values(lines, formatting.points(norm.working), formatting.points(norm.ceiling)),
        )
    )


def _weeks(weeks: int | None) -> str:
    """Say how long it takes before there is room, at the ends and inflow that are expected."""
    if weeks is None:
        return translate("Shortage", "As things go now there is no room for them within 26 weeks.")
    if weeks == 1:
        return translate("Shortage", "As things go now there is room for them in 1 week.")
    return with_values(
        translate("Shortage", "As things go now there is room for them in %1 weeks."), formatting.count(weeks)
    )


def _supply(row: SupplyAndDemand) -> SupplyLine:
    source = _ASKS.get(row.asks)
    cases = translate("Shortage", "1 case") if row.measures == 1 else translate("Shortage", "%1 cases")
    asked = with_values(cases, formatting.count(row.measures))
    return SupplyLine(
        asks=row.asks if source is None else translate("Asks", str(source)),
        asked=f"{asked} · {formatting.points(row.demand)}",
        people=formatting.count(row.people),
        room=formatting.points(row.supply),
        short=formatting.points(row.short) if row.short else "",
    )
