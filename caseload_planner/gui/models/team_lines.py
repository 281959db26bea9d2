"""The totals of teams as lines of the caseload table: load against the funded norm, over contracted fte."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from caseload_planner.application.caseload_rows import CaseloadOverview, TeamRow, WorkerRow
from caseload_planner.gui import formatting
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.models.load_bar import LoadBar
from caseload_planner.gui.models.worker_columns import Column
from caseload_planner.gui.models.worker_line import NOTHING, Cell, WorkerLine

translate = QCoreApplication.translate
_NOTHING_HERE = Cell("", 0)


def team_lines(overview: CaseloadOverview) -> tuple[WorkerLine, ...]:
    """Make a line for each team that has workers here, in the language of now."""
    by_team: dict[str, list[WorkerRow]] = {}
    for row in overview.workers:
        by_team.setdefault(row.team, []).append(row)
    return tuple(_line(row, by_team[row.team], overview.norm.funded) for row in overview.teams if row.team in by_team)


def _line(row: TeamRow, workers: Sequence[WorkerRow], funded: int) -> WorkerLine:
    words = _in_words(row, funded)
    bar = LoadBar(
        fixed=0,
        current=row.load,
        capacity=row.funded_capacity,
        ceiling=max(row.funded_capacity, sum(worker.ceiling for worker in workers)),
    )
    return WorkerLine(
        worker="",
        team=row.team,
        cells=_cells(row, workers, funded, words),
        bar=bar if row.funded_capacity or row.load else None,
        spoken=f"{row.name}, {words}",
    )


def _cells(row: TeamRow, workers: Sequence[WorkerRow], funded: int, words: str) -> tuple[Cell, ...]:
    per_fte = row.load_per_fte
    share = row.load / row.funded_capacity if row.funded_capacity else 0.0
    place = " · ".join((row.location, row.region))
    deployable = sum(float(worker.deployable_fte) for worker in workers)
    norm = translate("WorkerLines", "%2 fte · norm %1").replace("%1", formatting.points(funded))
    norm = norm.replace("%2", formatting.fte(row.contract_fte))
    cells = {
        Column.NAME: Cell(row.name, row.name.casefold(), tooltip=place),
        Column.ROLE: Cell(place, place.casefold(), Tone.MUTED, place),
        Column.CONTRACT: Cell(formatting.fte(row.contract_fte), float(row.contract_fte)),
        Column.DEPLOYABLE: Cell(formatting.number(deployable), deployable),
        Column.MEASURES: _count(sum(worker.measures for worker in workers)),
        Column.LOAD: Cell(formatting.points(row.load), row.load, written=row.load / 100),
        Column.ROOM: Cell(formatting.signed_points(row.first_room), row.first_room, written=row.first_room / 100),
        Column.BAR: Cell("", share, tooltip=words, written=words),
        Column.UTILISATION: Cell(
            "" if per_fte is None else formatting.number(per_fte), share, _tone(row, funded), words
        ),
        Column.DUOS: _count(sum(worker.duos for worker in workers) // 2),
        Column.MARKS: Cell(norm, 0, Tone.MUTED, words),
    }
    return tuple(cells.get(column, _NOTHING_HERE) for column in Column)


def _count(value: int) -> Cell:
    return Cell(formatting.count(value), value, written=value)


def _in_words(row: TeamRow, funded: int) -> str:
    per_fte = NOTHING if row.load_per_fte is None else formatting.number(row.load_per_fte)
    text = translate("WorkerLines", "%1 points per contracted fte; the funded norm is %2")
    return text.replace("%1", per_fte).replace("%2", formatting.points(funded))


def _tone(row: TeamRow, funded: int) -> Tone:
    return Tone.WARN if row.load_per_fte is not None and row.load_per_fte * 100 > funded else Tone.PLAIN
