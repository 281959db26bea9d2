"""A worker, or a team's total, as a line of the caseload table: every string made, every sort value raw."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from caseload_planner.application.caseload_rows import SNS_GOAL, CaseloadOverview, Mark, TeamRow, WorkerRow
from caseload_planner.gui import formatting
from caseload_planner.gui.models.chips import Chip, Tone
from caseload_planner.gui.models.load_bar import LoadBar, load_bar_of
from caseload_planner.gui.texts import mark_explained, mark_text, role_text

translate = QCoreApplication.translate
NOTHING = "\u2013"
"""What stands where there is no figure: a short dash."""


class Column(IntEnum):
    """The columns of the table, from left to right."""

    NAME = 0
    TEAM = 1
    ROLE = 2
    CONTRACT = 3
    DEPLOYABLE = 4
    MEASURES = 5
    FAMILIES = 6
    LOAD = 7
    ROOM = 8
    BAR = 9
    UTILISATION = 10
    SNS = 11
    MARKS = 12


NUMBER_COLUMNS = frozenset(
    {
        Column.CONTRACT,
        Column.DEPLOYABLE,
        Column.MEASURES,
        Column.FAMILIES,
        Column.LOAD,
        Column.ROOM,
        Column.UTILISATION,
        Column.SNS,
    }
)
LARGEST_FIRST = NUMBER_COLUMNS | {Column.BAR}
"""Columns whose first click puts the largest on top."""

SortValue = float | str


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows and sorts by."""

    text: str
    sort: SortValue
    tone: Tone = Tone.PLAIN
    tooltip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerLine:
    """A line; `worker` is empty for the total of a team."""

    worker: str
    team: str
    cells: tuple[Cell, ...]
    bar: LoadBar | None
    chips: tuple[Chip, ...]
    over_norm: bool
    search: str
    spoken: str

    @property
    def total(self) -> bool:
        """Whether it is the total of a team."""
        return not self.worker


@dataclass(frozen=True, slots=True)
class WorkerLines:
    """All lines of an overview: one a worker, one a team."""

    workers: tuple[WorkerLine, ...]
    totals: tuple[WorkerLine, ...]


def worker_lines(overview: CaseloadOverview) -> WorkerLines:
    """Make the lines of an overview in the language of now; takes milliseconds a hundred workers."""
    names = {team.team: team.name for team in overview.teams}
    workers = tuple(_worker_line(row, names.get(row.team, row.team), overview) for row in overview.workers)
    here = {row.team for row in overview.workers}
    totals = tuple(_team_line(row, overview) for row in overview.teams if row.team in here)
    return WorkerLines(workers, totals)


def _worker_line(row: WorkerRow, team: str, overview: CaseloadOverview) -> WorkerLine:
    role = role_text(row.role)
    bar = load_bar_of(row, overview.norm)
    chips = chips_of(row)
    cells = (
        Cell(row.name, row.name.casefold(), tooltip=f"{row.name} ({row.worker})"),
        Cell(team, team.casefold(), Tone.MUTED),
        Cell(role, role.casefold(), Tone.MUTED, role),
        Cell(formatting.fte(row.contract_fte), float(row.contract_fte), Tone.MUTED),
        Cell(formatting.fte(row.deployable_fte), float(row.deployable_fte)),
        Cell(formatting.count(row.measures), row.measures),
        Cell(formatting.count(row.families), row.families, Tone.MUTED),
        Cell(formatting.points(row.load), row.load),
        Cell(formatting.signed_points(row.room), row.first_room if row.room > 0 else row.room, room_tone(row)),
        Cell("", _utilisation(row), tooltip=bar_in_words(row)),
        Cell(_utilisation_text(row), _utilisation(row), load_tone(row), bar_in_words(row)),
        _sns_cell(row),
        Cell("", len(chips), tooltip="\n".join(chip.explained for chip in chips)),
    )
    spoken = ", ".join(part for part in (row.name, team, bar_in_words(row), *(chip.text for chip in chips)) if part)
    return WorkerLine(
        worker=row.worker,
        team=row.team,
        cells=_explained_room(cells, row),
        bar=bar,
        chips=chips,
        over_norm=row.over_working_norm,
        search=" ".join((row.name, row.worker, team, role, *(chip.text for chip in chips))).casefold(),
        spoken=spoken,
    )


def _explained_room(cells: tuple[Cell, ...], row: WorkerRow) -> tuple[Cell, ...]:
    if row.room <= 0 or row.first_room == row.room:
        return cells
    words = translate("WorkerLines", "Room, but not as first contact: see the marks.")
    room = cells[Column.ROOM]
    return (*cells[: Column.ROOM], Cell(room.text, room.sort, Tone.MUTED, words), *cells[Column.ROOM + 1 :])


def _sns_cell(row: WorkerRow) -> Cell:
    if Mark.SNS not in row.marks:
        text = formatting.count(row.sns_measures) if row.sns_measures else NOTHING
        return Cell(text, row.sns_measures - 100, Tone.MUTED, translate("WorkerLines", "Not trained for SNS"))
    words = translate("WorkerLines", "SNS cases of the %1 that each trained worker should have").replace(
        "%1", str(SNS_GOAL)
    )
    tone = Tone.PLAIN if row.sns_measures >= SNS_GOAL else Tone.WARN
    return Cell(f"{row.sns_measures}/{SNS_GOAL}", row.sns_measures, tone, words)


def _team_line(row: TeamRow, overview: CaseloadOverview) -> WorkerLine:
    workers = [worker for worker in overview.workers if worker.team == row.team]
    words = _team_in_words(row, overview.norm.funded)
    bar = LoadBar(
        fixed=0,
        current=row.load,
        capacity=row.funded_capacity,
        ceiling=max(row.funded_capacity, sum(worker.ceiling for worker in workers)),
    )
    return WorkerLine(
        worker="",
        team=row.team,
        cells=_team_cells(row, workers, overview.norm.funded, words),
        bar=bar if row.funded_capacity or row.load else None,
        chips=(),
        over_norm=False,
        search="",
        spoken=f"{row.name}, {words}",
    )


def _team_cells(row: TeamRow, workers: list[WorkerRow], funded: int, words: str) -> tuple[Cell, ...]:
    per_fte = row.load_per_fte
    share = row.load / row.funded_capacity if row.funded_capacity else 0.0
    place = " · ".join((row.location, row.region))
    deployable = sum(float(worker.deployable_fte) for worker in workers)
    measures = sum(worker.measures for worker in workers)
    norm = translate("WorkerLines", "per fte · norm %1").replace("%1", formatting.points(funded))
    return (
        Cell(row.name, row.name.casefold(), tooltip=place),
        Cell("", ""),
        Cell(place, place.casefold(), Tone.MUTED, place),
        Cell(formatting.fte(row.contract_fte), float(row.contract_fte)),
        Cell(formatting.number(deployable), deployable),
        Cell(formatting.count(measures), measures),
        Cell("", 0),
        Cell(formatting.points(row.load), row.load),
        Cell(formatting.signed_points(row.first_room), row.first_room),
        Cell("", share, tooltip=words),
        Cell("" if per_fte is None else formatting.number(per_fte), share, _team_tone(row, funded), words),
        Cell("", 0),
        Cell(norm, 0, Tone.MUTED, words),
    )


def _team_in_words(row: TeamRow, funded: int) -> str:
    per_fte = NOTHING if row.load_per_fte is None else formatting.number(row.load_per_fte)
    text = translate("WorkerLines", "%1 points per contracted fte; the funded norm is %2")
    return text.replace("%1", per_fte).replace("%2", formatting.points(funded))


def _team_tone(row: TeamRow, funded: int) -> Tone:
    return Tone.WARN if row.load_per_fte is not None and row.load_per_fte * 100 > funded else Tone.PLAIN


def _utilisation(row: WorkerRow) -> float:
    share = row.utilisation
    if share is None:
        return 99.0 if row.load else -1.0
    return float(share)


def _utilisation_text(row: WorkerRow) -> str:
    return NOTHING if row.utilisation is None else formatting.percent(row.utilisation)


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


def bar_in_words(row: WorkerRow) -> str:
    """Say a load bar in words, for tooltips and screen readers."""
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


_TONES = {
    Mark.ABSENT: Tone.WARN,
    Mark.ONBOARDING: Tone.ACCENT,
    Mark.LEAVING: Tone.WARN,
    Mark.TEAM_D: Tone.ACCENT,
    Mark.UNREGISTERED: Tone.DANGER,
    Mark.SCHOTTEN: Tone.PLAIN,
}


def chips_of(row: WorkerRow) -> tuple[Chip, ...]:
    """Give the marks beside a name that no other column shows already."""
    return tuple(
        Chip(_chip_text(mark, row), _TONES[mark], mark.value, mark_explained(mark.value))
        for mark in row.marks
        if mark in _TONES
    )


def _chip_text(mark: Mark, row: WorkerRow) -> str:
    if mark is Mark.ABSENT:
        return f"{mark_text(mark.value)} {formatting.percent(row.absence_share)}"
    if mark is Mark.LEAVING and row.ends_on is not None:
        return translate("WorkerLines", "Leaves %1").replace("%1", formatting.day_short(row.ends_on))
    return mark_text(mark.value)
