"""A worker's load, room and marks in words and tones, for cells, tooltips and screen readers."""

from PySide6.QtCore import QCoreApplication

from caseload_planner.application.caseload_rows import Mark, WorkerRow
from caseload_planner.domain.points import Hundredths
from caseload_planner.gui import formatting
from caseload_planner.gui.models.chips import Chip, Tone
from caseload_planner.gui.models.course import Course
from caseload_planner.gui.texts import mark_explained, mark_text

translate = QCoreApplication.translate


def load_tone(row: WorkerRow) -> Tone:
    """Give the tone of a load: danger above the ceiling, warn above the working norm."""
    if row.over_ceiling:
        return Tone.DANGER
    return Tone.WARN if row.over_working_norm else Tone.PLAIN


def room_tone(row: WorkerRow) -> Tone:
    """Give the tone of room: good when she can take a case, warn when it is below nothing."""
    if row.first_room > 0:
        return Tone.GOOD
    return load_tone(row) if row.room < 0 else Tone.MUTED


def bar_in_words(row: WorkerRow, draft: Hundredths = 0) -> str:
    """Say a load bar in words; `draft` is what a draft adds to it."""
    words = _load_in_words(row)
    if draft:
        text = translate("WorkerLines", "%1, draft %2")
        words = text.replace("%1", words).replace("%2", formatting.signed_points(draft))
    return words


def _load_in_words(row: WorkerRow) -> str:
    if row.utilisation is None:
        text = translate("WorkerLines", "carries %1 points and is not deployable now")
        return text.replace("%1", formatting.points(row.load))
    text = translate("WorkerLines", "%1 of %2 points (%3), ceiling %4")
    if row.over_ceiling:
        text = translate("WorkerLines", "%1 of %2 points (%3), above the ceiling of %4")
    elif row.over_working_norm:
        text = translate("WorkerLines", "%1 of %2 points (%3), above the working norm, ceiling %4")
    parts = (row.load, row.capacity, row.ceiling)
    load, capacity, ceiling = (formatting.points(part) for part in parts)
    for place, value in (("%1", load), ("%2", capacity), ("%3", formatting.percent(row.utilisation)), ("%4", ceiling)):
        text = text.replace(place, value)
    return text


def course_in_words(course: Course) -> str:
    """Say a sparkline in words: where she came from, where she is, and where she goes without new cases."""
    back, ahead = course.now, len(course.loads) - 1 - course.now
    text = translate("WorkerLines", "%1 points %2 weeks ago, %3 now, %4 in %5 weeks without new cases")
    values = (
        formatting.points(course.loads[0]),
        str(back),
        formatting.points(course.loads[course.now]),
        formatting.points(course.loads[-1]),
        str(ahead),
    )
    for place, value in zip(("%1", "%2", "%3", "%4", "%5"), values, strict=True):
        text = text.replace(place, value)
    return text


_TONES = {
    Mark.ABSENT: Tone.WARN,
    Mark.ONBOARDING: Tone.ACCENT,
    Mark.LEAVING: Tone.WARN,
    Mark.TEAM_D: Tone.ACCENT,
    Mark.UNREGISTERED: Tone.DANGER,
    Mark.SCHOTTEN: Tone.PLAIN,
}


def chips_of(row: WorkerRow, disputes: int = 0) -> tuple[Chip, ...]:
    """Give the marks beside a name that no other column shows already; `disputes` counts points without an answer."""
    marks = tuple(
        Chip(_chip_text(mark, row), _TONES[mark], mark.value, mark_explained(mark.value))
        for mark in row.marks
        if mark in _TONES
    )
    return (_dispute_chip(disputes), *marks) if disputes else marks


def _dispute_chip(disputes: int) -> Chip:
    text = translate("WorkerLines", "Not right? %1").replace("%1", str(disputes))
    words = translate("WorkerLines", "She says that a case is not weighed right; nobody has answered yet.")
    return Chip(text, Tone.WARN, "info", words)


def _chip_text(mark: Mark, row: WorkerRow) -> str:
    if mark is Mark.ABSENT:
        return f"{mark_text(mark.value)} {formatting.percent(row.absence_share)}"
    if mark is Mark.LEAVING and row.ends_on is not None:
        return translate("WorkerLines", "Leaves %1").replace("%1", formatting.day_short(row.ends_on))
    return mark_text(mark.value)
