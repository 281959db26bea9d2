"""Workers as lines of the caseload table: every string made, every sort value raw."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QCoreApplication

from caseload_planner.application.caseload_rows import SNS_GOAL, CaseloadOverview, Mark, WorkerRow
from caseload_planner.domain.points import Hundredths
from caseload_planner.gui import formatting
from caseload_planner.gui.models.chips import Chip, Tone
from caseload_planner.gui.models.course import Course
from caseload_planner.gui.models.load_bar import load_bar_of
from caseload_planner.gui.models.team_lines import team_lines
from caseload_planner.gui.models.worker_columns import Column
from caseload_planner.gui.models.worker_facets import facets_of
from caseload_planner.gui.models.worker_line import NOTHING, Cell, WorkerLine, WorkerLines
from caseload_planner.gui.models.worker_words import bar_in_words, chips_of, course_in_words, load_tone, room_tone
from caseload_planner.gui.texts import role_text

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideTheLoad:
    """What the table shows besides the caseload of the date; by worker, absent where there is nothing.

    Attributes
    ----------
    courses
        The weeks around the date.
    disputes
        How many points about her cases wait for an answer.
    drafted
        What the open draft of the Verdeling adds to her load.
    """

    courses: Mapping[str, Course] = field(default_factory=dict)
    disputes: Mapping[str, int] = field(default_factory=dict)
    drafted: Mapping[str, Hundredths] = field(default_factory=dict)


NOTHING_BESIDE = BesideTheLoad()


def worker_lines(overview: CaseloadOverview, beside: BesideTheLoad = NOTHING_BESIDE) -> WorkerLines:
    """Make the lines of an overview in the language of now; takes milliseconds a hundred workers."""
    names = {team.team: team.name for team in overview.teams}
    workers = tuple(_worker_line(row, names.get(row.team, row.team), overview, beside) for row in overview.workers)
    return WorkerLines(workers, team_lines(overview))


def _worker_line(row: WorkerRow, team: str, overview: CaseloadOverview, beside: BesideTheLoad) -> WorkerLine:
    draft, course = beside.drafted.get(row.worker, 0), beside.courses.get(row.worker)
    disputes = beside.disputes.get(row.worker, 0)
    chips, words = chips_of(row, disputes), bar_in_words(row, draft)
    cells = {
        **_who(row, team),
        **_hours_and_counts(row),
        **_points(row, words),
        Column.TREND: _course_cell(course),
        Column.SNS: _sns_cell(row),
        Column.LAST_INTAKE: _last_intake_cell(row.last_intake_on, overview.on),
        Column.MARKS: _marks_cell(chips),
    }
    spoken = ", ".join(part for part in (row.name, team, words, *(chip.text for chip in chips)) if part)
    return WorkerLine(
        worker=row.worker,
        team=row.team,
        cells=tuple(cells[column] for column in Column),
        bar=load_bar_of(row, overview.norm, draft),
        course=course,
        chips=chips,
        facets=facets_of(row, disputed=bool(disputes)),
        search=" ".join((row.name, row.worker, team, role_text(row.role), *(chip.text for chip in chips))).casefold(),
        spoken=spoken,
    )


def _who(row: WorkerRow, team: str) -> dict[Column, Cell]:
    role = role_text(row.role)
    return {
        Column.NAME: Cell(row.name, row.name.casefold(), tooltip=f"{row.name} ({row.worker})"),
        Column.TEAM: Cell(team, team.casefold(), Tone.MUTED, team),
        Column.ROLE: Cell(role, role.casefold(), Tone.MUTED, role),
    }


def _hours_and_counts(row: WorkerRow) -> dict[Column, Cell]:
    contract, deployable = float(row.contract_fte), float(row.deployable_fte)
    return {
        Column.CONTRACT: Cell(formatting.fte(row.contract_fte), contract, Tone.MUTED, written=contract),
        Column.DEPLOYABLE: Cell(formatting.fte(row.deployable_fte), deployable, written=deployable),
        Column.MEASURES: Cell(formatting.count(row.measures), row.measures, written=row.measures),
        Column.FAMILIES: Cell(formatting.count(row.families), row.families, Tone.MUTED, written=row.families),
        Column.DUOS: Cell(formatting.count(row.duos), row.duos, Tone.MUTED, written=row.duos),
    }


def _points(row: WorkerRow, words: str) -> dict[Column, Cell]:
    share = _utilisation(row)
    written = NOTHING if row.utilisation is None else float(row.utilisation)
    text = NOTHING if row.utilisation is None else formatting.percent(row.utilisation)
    return {
        Column.LOAD: Cell(formatting.points(row.load), row.load, written=row.load / 100),
        Column.ROOM: _room_cell(row),
        Column.BAR: Cell("", share, tooltip=words, written=words),
        Column.UTILISATION: Cell(text, share, load_tone(row), words, written),
    }


def _room_cell(row: WorkerRow) -> Cell:
    text, written = formatting.signed_points(row.room), row.room / 100
    if row.room > 0 and row.first_room != row.room:
        words = translate("WorkerLines", "Room, but not as first contact: see the marks.")
        return Cell(text, row.first_room, Tone.MUTED, words, written)
    return Cell(text, row.room, room_tone(row), written=written)


def _utilisation(row: WorkerRow) -> float:
    share = row.utilisation
    if share is None:
        return 99.0 if row.load else -1.0
    return float(share)


def _course_cell(course: Course | None) -> Cell:
    if course is None:
        return Cell("", 0)
    words = course_in_words(course)
    return Cell("", course.change_ahead, tooltip=words, written=words)


def _sns_cell(row: WorkerRow) -> Cell:
    if Mark.SNS not in row.marks:
        text = formatting.count(row.sns_measures) if row.sns_measures else NOTHING
        return Cell(text, row.sns_measures - 100, Tone.MUTED, translate("WorkerLines", "Not trained for SNS"))
    words = translate("WorkerLines", "SNS cases of the %1 that each trained worker should have").replace(
        "%1", str(SNS_GOAL)
    )
    tone = Tone.PLAIN if row.sns_measures >= SNS_GOAL else Tone.WARN
    return Cell(f"{row.sns_measures}/{SNS_GOAL}", row.sns_measures, tone, words)


def _last_intake_cell(taken_on: date | None, on: date) -> Cell:
    if taken_on is None:
        return Cell(NOTHING, 0, Tone.MUTED)
    long_ago = (on - taken_on).days >= 365
    text = formatting.day(taken_on) if long_ago else formatting.day_short(taken_on)
    return Cell(text, taken_on.toordinal(), Tone.MUTED, formatting.day(taken_on), taken_on.isoformat())


def _marks_cell(chips: tuple[Chip, ...]) -> Cell:
    explained = "\n".join(chip.explained for chip in chips)
    return Cell("", len(chips), tooltip=explained, written=", ".join(chip.text for chip in chips))
