"""What the window looks at: which teams, and which date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from caseload_planner.domain.organisation import Organisation, Team


class ScopeKind(StrEnum):
    """How much of the organisation is looked at."""

    EVERYTHING = "everything"
    REGION = "region"
    LOCATION = "location"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class ScopeChoice:
    """A part of the organisation that can be chosen; `key` names a region or a location, or is the key of a team."""

    kind: ScopeKind
    key: str = ""

    def covers(self, team: Team) -> bool:
        """Whether a team belongs to it."""
        return {
            ScopeKind.EVERYTHING: True,
            ScopeKind.REGION: team.region == self.key,
            ScopeKind.LOCATION: team.location == self.key,
            ScopeKind.TEAM: team.key == self.key,
        }[self.kind]


EVERYTHING = ScopeChoice(ScopeKind.EVERYTHING)


@dataclass(frozen=True, slots=True)
class ScopeLine:
    """A line of the chooser: the choice, its name, and how deep it stands."""

    choice: ScopeChoice
    name: str
    depth: int


def scope_lines(organisation: Organisation) -> tuple[ScopeLine, ...]:
    """Give every choice as a tree in lines: everything, regions, their locations, their teams."""
    lines = [ScopeLine(EVERYTHING, "", 0)]
    teams = sorted(organisation.teams.values(), key=lambda t: (t.region, t.location, t.name))
    for region in _in_order(team.region for team in teams):
        lines.append(ScopeLine(ScopeChoice(ScopeKind.REGION, region), region, 1))
        for location in _in_order(team.location for team in teams if team.region == region):
            here = [team for team in teams if (team.region, team.location) == (region, location)]
            lines.append(ScopeLine(ScopeChoice(ScopeKind.LOCATION, location), location, 2))
            if len(here) > 1:
                lines += [ScopeLine(ScopeChoice(ScopeKind.TEAM, team.key), team.name, 3) for team in here]
    return tuple(lines)


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


class Scope(QObject):
    """The state of the header; both pages listen.

    Parameters
    ----------
    on
        The date of reference to begin with.
    """

    choice_changed = Signal()
    date_changed = Signal()

    def __init__(self, on: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice, self._on = EVERYTHING, on

    @property
    def choice(self) -> ScopeChoice:
        """The part of the organisation that is looked at."""
        return self._choice

    @property
    def on(self) -> date:
        """The date of reference."""
        return self._on

    def choose(self, choice: ScopeChoice) -> None:
        """Look at another part of the organisation."""
        if choice != self._choice:
            self._choice = choice
            self.choice_changed.emit()

    def set_date(self, on: date) -> None:
        """Look at another date."""
        if on != self._on:
            self._on = on
            self.date_changed.emit()

    def name_in(self, organisation: Organisation) -> str:
        """Name what is looked at; empty where it is everything."""
        if self._choice.kind is ScopeKind.TEAM and self._choice.key in organisation.teams:
            return organisation.teams[self._choice.key].name
        return self._choice.key

    def teams_in(self, organisation: Organisation) -> tuple[str, ...]:
        """Give the keys of the chosen teams; empty where everything is chosen."""
        if self._choice == EVERYTHING:
            return ()
        return tuple(team.key for team in organisation.teams.values() if self._choice.covers(team))
