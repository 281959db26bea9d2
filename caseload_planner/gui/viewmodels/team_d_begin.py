"""What is known before there is a plan: who would hand over, and what each of them carries now."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from caseload_planner.application.leaver_candidates import LeaverCandidate, LeaverReason, leaver_candidates
from caseload_planner.domain.caseload import Caseload
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.text_table import TextRow
from caseload_planner.winddown.request import WindDownRequest

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class BeginLines:
    """The running figures of who would hand over: all together in a sentence, and a row each, the heaviest first."""

    together: str
    rows: tuple[TextRow, ...]


def begin_lines(caseload: Caseload, asked: WindDownRequest) -> BeginLines:
    """Give what the people of a question carry on the date of the caseload; without names it is all of team D."""
    chosen = {one.worker: one.ends_on for one in asked.leavers}
    people = [
        one
        for one in leaver_candidates(caseload)
        if (one.worker in chosen if chosen else one.reason is LeaverReason.TEAM_D)
    ]
    people.sort(key=lambda one: (-one.load, one.name, one.worker))
    words = translate("TeamD", "%1 people carry %2 cases now, %3 points together.")
    together = with_values(
        words,
        formatting.count(len(people)),
        formatting.count(sum(one.measures for one in people)),
        formatting.points(sum(one.load for one in people)),
    )
    return BeginLines(together if people else "", tuple(map(_row, people)))


def begin_headings() -> tuple[str, ...]:
    """Name the columns."""
    return (
        translate("TeamD", "Hands over"),
        translate("TeamD", "Team"),
        translate("TeamD", "Cases"),
        translate("TeamD", "Points"),
        translate("TeamD", "In service until"),
    )


def _row(one: LeaverCandidate) -> TextRow:
    until = "" if one.by is None else formatting.day(one.by)
    cells = (one.name, one.team, formatting.count(one.measures), formatting.points(one.load), until)
    pairs = zip(begin_headings(), cells, strict=True)
    return TextRow(cells, ", ".join(f"{heading}: {cell}" for heading, cell in pairs if cell), one.worker)
