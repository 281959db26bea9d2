"""The line of figures above the caseload table."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QObject

from caseload_planner.application.caseload_rows import SNS_GOAL, CaseloadOverview, Mark
from caseload_planner.application.deadline_rows import TERMS, Deadline
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.waiting_time import days_waiting
from caseload_planner.gui import formatting
from caseload_planner.gui.models.chips import Tone

NOBODY: Mapping[str, int] = MappingProxyType({})
translate = QCoreApplication.translate
TOEWIJZING_DAYS = TERMS[Deadline.ASSIGNMENT].due_days
"""Within how many days a measure must have a first contact."""


class TileKey(StrEnum):
    """The tiles from left to right."""

    LOAD_PER_FTE = "load_per_fte"
    OVER_NORM = "over_norm"
    ROOM = "room"
    UNASSIGNED = "unassigned"
    WAITING = "waiting"
    SNS = "sns"
    DISPUTES = "disputes"


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure with what it is and what it is held against."""

    key: TileKey
    label: str
    figure: str
    note: str
    tone: Tone = Tone.PLAIN
    explained: str = ""
    short: str = ""
    short_figure: str = ""

    @property
    def short_label(self) -> str:
        """What it is, where there is little room."""
        return self.short or self.label


class _Counted(QObject):
    """Words that differ for one and for many; a QObject, because Linguist finds such words in ``self.tr`` only."""

    def people(self, count: int) -> str:
        return self.tr("points, with %Ln people", "", count)

    def families(self, count: int) -> str:
        return self.tr("cases of %Ln families", "", count)

    def disputing(self, count: int) -> str:
        return self.tr("from %Ln workers", "", count)

    def days(self, count: int) -> str:
        return self.tr("longest waits %Ln days", "", count)


def tiles_of(
    overview: CaseloadOverview, organisation: Organisation, disputes: Mapping[str, int] = NOBODY
) -> tuple[Tile, ...]:
    """Make the tiles of an overview in the language of now; `disputes` counts open ones by worker."""
    return (
        _load_per_fte(overview),
        _over_norm(overview),
        _room(overview),
        _unassigned(overview, organisation),
        _waiting(overview, organisation),
        _sns(overview),
        *_disputes(disputes),
    )


def _load_per_fte(overview: CaseloadOverview) -> Tile:
    fte = sum(float(team.contract_fte) for team in overview.teams)
    load = sum(team.load for team in overview.teams) / 100
    funded = overview.norm.funded / 100
    figure = "\u2013" if fte == 0 else formatting.number(load / fte)
    over = fte > 0 and round(load / fte, 2) > funded
    note = translate("Tiles", "funded norm %1").replace("%1", formatting.points(overview.norm.funded))
    if fte:
        difference = round(100 * load / fte) - overview.norm.funded
        note = f"{note} ({formatting.signed_points(difference)})"
    return Tile(
        TileKey.LOAD_PER_FTE,
        translate("Tiles", "Points per contracted fte"),
        figure,
        note,
        Tone.WARN if over else Tone.PLAIN,
        translate("Tiles", "All points over contracted fte, leave and departure included. Click to see it by team."),
        translate("Tiles", "Per fte"),
    )


def _over_norm(overview: CaseloadOverview) -> Tile:
    over = [row for row in overview.workers if row.over_working_norm]
    above_ceiling = sum(1 for row in overview.workers if row.over_ceiling)
    note = translate("Tiles", "of %1; %2 over the ceiling")
    note = note.replace("%1", formatting.count(len(overview.workers)))
    note = note.replace("%2", formatting.count(above_ceiling))
    return Tile(
        TileKey.OVER_NORM,
        translate("Tiles", "Above the working norm"),
        formatting.count(len(over)),
        note,
        Tone.DANGER if above_ceiling else Tone.WARN if over else Tone.GOOD,
        translate("Tiles", "Click to see only them."),
        translate("Tiles", "Above norm"),
    )


def _room(overview: CaseloadOverview) -> Tile:
    rooms = [row.first_room for row in overview.workers if row.first_room > 0]
    note = _Counted().people(len(rooms))
    return Tile(
        TileKey.ROOM,
        translate("Tiles", "Room for a first contact"),
        formatting.points(sum(rooms)),
        note,
        Tone.PLAIN if rooms else Tone.DANGER,
        translate("Tiles", "Click to see who has room, with most on top."),
        translate("Tiles", "Room as first"),
    )


def _unassigned(overview: CaseloadOverview, organisation: Organisation) -> Tile:
    known = len({organisation.measures[key].family for key in overview.unassigned})
    note = _Counted().families(known)
    if not overview.unassigned:
        note = translate("Tiles", "everything is assigned")
    return Tile(
        TileKey.UNASSIGNED,
        translate("Tiles", "Without a first contact"),
        formatting.count(len(overview.unassigned)),
        note,
        Tone.PLAIN if overview.unassigned else Tone.GOOD,
        translate("Tiles", "Click to distribute them."),
        translate("Tiles", "No first"),
    )


def days_open(overview: CaseloadOverview, organisation: Organisation) -> tuple[int, ...]:
    """Count the days that each measure has been without a first contact, longest first."""
    return tuple(sorted((days_waiting(organisation, key, overview.on) for key in overview.unassigned), reverse=True))


def _waiting(overview: CaseloadOverview, organisation: Organisation) -> Tile:
    days = days_open(overview, organisation)
    late = sum(1 for count in days if count > TOEWIJZING_DAYS)
    note = translate("Tiles", "nobody waits")
    if days:
        note = _Counted().days(days[0])
    return Tile(
        TileKey.WAITING,
        translate("Tiles", "Waits longer than 7 days"),
        formatting.count(late),
        note,
        Tone.DANGER if late else Tone.GOOD,
        translate("Tiles", "Click to see what is late or nearly: first contact, first talk and plan."),
        translate("Tiles", "Waits > 7"),
    )


def _disputes(disputes: Mapping[str, int]) -> tuple[Tile, ...]:
    """Make the tile of points that wait for an answer; there is none while none does."""
    if not disputes:
        return ()
    tile = Tile(
        TileKey.DISPUTES,
        translate("Tiles", "Not right?"),
        formatting.count(sum(disputes.values())),
        _Counted().disputing(len(disputes)),
        Tone.WARN,
        translate("Tiles", "Click to see who waits for an answer."),
    )
    return (tile,)


def _sns(overview: CaseloadOverview) -> Tile:
    trained = [row for row in overview.workers if Mark.SNS in row.marks]
    reached = sum(1 for row in trained if row.sns_measures >= SNS_GOAL)
    figure = translate("Tiles", "%1 of %2")
    figure = figure.replace("%1", formatting.count(reached)).replace("%2", formatting.count(len(trained)))
    return Tile(
        TileKey.SNS,
        translate("Tiles", "SNS goal reached"),
        figure,
        translate("Tiles", "at least %1 SNS cases each").replace("%1", str(SNS_GOAL)),
        Tone.PLAIN,
        translate("Tiles", "Trained workers who have the SNS cases that go with it. Click to see who has not."),
        translate("Tiles", "SNS goal"),
        f"{formatting.count(reached)}/{formatting.count(len(trained))}",
    )
