"""The deadlines in words: how the last 13 weeks went, and what each open measure has before it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from caseload_planner.application.deadline_rows import (
    TERMS,
    Deadline,
    DeadlineReport,
    DeadlineRow,
    State,
)
from caseload_planner.domain.organisation import Organisation
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Chip, Tone
from caseload_planner.gui.models.deadline_list import DeadlineLine
from caseload_planner.gui.texts import measure_type_text

translate = QCoreApplication.translate
_PRESSING = (State.LATE, State.FIFTH_WORKING_DAY, State.NEAR, State.NOT_RECORDED, State.LONG_NOT_RECORDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineSheet:
    """One deadline as the panel shows it.

    Attributes
    ----------
    name
        With the number of measures that ask for attention.
    summary, unknown
        How it went, with its tone; and what nobody wrote down, empty where that is nothing.
    recorded
        Whether the files hold such dates at all.
    """

    deadline: Deadline
    name: str
    summary: str
    tone: Tone
    unknown: str
    recorded: bool
    lines: tuple[DeadlineLine, ...]


class _Counted(QObject):
    """Words that differ for one and for many."""

    def left(self, days: int) -> str:
        return self.tr("%Ln days left", "", days)

    def late(self, days: int) -> str:
        return self.tr("%Ln days late", "", days)

    def not_recorded(self, count: int) -> str:
        return self.tr("Of %Ln cases the term is over and no date is known.", "", count)

    def of_cases(self, count: int) -> str:
        return self.tr("of %Ln cases", "", count)


def deadline_sheets(reports: tuple[DeadlineReport, ...], organisation: Organisation) -> tuple[DeadlineSheet, ...]:
    """Make the sheets in the language of now."""
    names = {key: worker.name for key, worker in organisation.workers.items()}
    return tuple(_sheet(report, names) for report in reports)


def _sheet(report: DeadlineReport, names: Mapping[str, str]) -> DeadlineSheet:
    pressing = report.count(*_PRESSING)
    name = deadline_name(report.deadline)
    share = report.share
    return DeadlineSheet(
        deadline=report.deadline,
        name=f"{name} ({formatting.count(pressing)})" if pressing else name,
        summary=_summary(report),
        tone=Tone.WARN if share is not None and share < TERMS[report.deadline].goal else Tone.PLAIN,
        unknown=_Counted().not_recorded(report.unknown) if report.unknown else "",
        recorded=report.recorded,
        lines=tuple(_line(row, names) for row in report.rows),
    )


def deadline_name(deadline: Deadline) -> str:
    """Name a deadline."""
    return {
        Deadline.ASSIGNMENT: translate("Deadlines", "Assignment"),
        Deadline.FIRST_TALK: translate("Deadlines", "Talk"),
        Deadline.PLAN: translate("Deadlines", "Plan"),
    }[deadline]


def _summary(report: DeadlineReport) -> str:
    if not report.recorded:
        return {
            Deadline.ASSIGNMENT: "",
            Deadline.FIRST_TALK: translate("Deadlines", "The files say of no case when the first talk was."),
            Deadline.PLAN: translate("Deadlines", "The files say of no case when its plan was ready."),
        }[report.deadline]
    if report.share is None:
        return translate("Deadlines", "In the last 13 weeks no case came in.")
    text = {
        Deadline.ASSIGNMENT: translate(
            "Deadlines", "In the last 13 weeks %1 % (%2) had a first contact within %3 days. The goal is %4 %."
        ),
        Deadline.FIRST_TALK: translate(
            "Deadlines", "In the last 13 weeks %1 % (%2) had a first talk within %3 days; the goal is %4 %."
        ),
        Deadline.PLAN: translate(
            "Deadlines", "In the last 13 weeks %1 % (%2) had a plan within %3 days; the goal is %4 %."
        ),
    }[report.deadline]
    term = TERMS[report.deadline]
    values = (report.share, _Counted().of_cases(report.known), term.due_days, term.goal)
    return with_values(text, *map(str, values)) + _within_watch(report)


def _within_watch(report: DeadlineReport) -> str:
    term = TERMS[report.deadline]
    if term.watched_days == term.due_days:
        return ""
    text = translate("Deadlines", " Within %1 days it was %2 %.")
    return with_values(text, str(term.watched_days), str(100 * report.within_watch // report.known))


def _line(row: DeadlineRow, names: Mapping[str, str]) -> DeadlineLine:
    title = measure_type_text(row.type)
    holder = translate("Deadlines", "held by nobody yet") if row.first is None else _with_whom(names[row.first])
    due = translate("Deadlines", "by %1").replace("%1", formatting.day_short(row.due_on))
    place = " · ".join((row.measure, holder, due))
    chip = _chip(row)
    return DeadlineLine(
        measure=row.measure,
        first=row.first,
        title=title,
        place=place,
        chip=chip,
        spoken=", ".join(part for part in (title, place, chip.text, chip.explained) if part),
    )


def _with_whom(name: str) -> str:
    return translate("Deadlines", "held by %1").replace("%1", name)


def _chip(row: DeadlineRow) -> Chip:
    term = TERMS[row.deadline]
    left = term.due_days - row.days
    match row.state:
        case State.LATE:
            return Chip(_Counted().late(-left), Tone.DANGER, "warning")
        case State.FIFTH_WORKING_DAY:
            words = translate("Deadlines", "The inspection wants it assigned within 5 working days.")
            return Chip(translate("Deadlines", "fifth working day"), Tone.WARN, "warning", words)
        case State.NEAR:
            text = translate("Deadlines", "today at the latest") if left == 0 else _Counted().left(left)
            return Chip(text, Tone.WARN, "clock")
        case State.NOT_RECORDED | State.LONG_NOT_RECORDED:
            words = translate("Deadlines", "The term is over, but it may have been done: no date was written down.")
            long = row.state is State.LONG_NOT_RECORDED
            text = translate("Deadlines", "date unknown, %1 days").replace("%1", str(row.days))
            return Chip(text, Tone.WARN if long else Tone.PLAIN, "info", words)
        case _:
            return Chip(_Counted().left(left), Tone.MUTED)
