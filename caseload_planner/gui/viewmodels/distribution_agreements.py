"""Help that the draft asks of other teams: per team who is asked for what, and who of that team agreed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.ask_other_teams import agreements_for, asked_of_others
from caseload_planner.application.decide_proposal import assignments_of_round
from caseload_planner.application.meeting_records import Agreement
from caseload_planner.domain.assignment import Assignment
from caseload_planner.gui.task_runner import Lane, Run
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_draft import Draft

if TYPE_CHECKING:
    from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel


@dataclass(frozen=True, slots=True)
class AskedTeam:
    """A team that is asked for somebody.

    Attributes
    ----------
    words
        Who is asked for which measure, in words.
    missing, agreed
        The contacts to whom nobody agreed yet, and the others.
    agreed_with
        Who agreed to the others; empty where nobody did.
    """

    team: str
    name: str
    words: tuple[str, ...]
    missing: tuple[Assignment, ...]
    agreed: tuple[Assignment, ...]
    agreed_with: str


@dataclass(frozen=True, slots=True)
class GivenWord:
    """That somebody of a team agrees to contacts of hers."""

    agreed_with: str
    parts: tuple[Assignment, ...]


def asked_contacts(board: Board, draft: Draft) -> tuple[Assignment, ...]:
    """Give the contacts that a draft asks of other teams than answer for the measure."""
    organisation = board.round.caseload.organisation
    placements = tuple(sorted(draft.placements.values()))
    begun, _ = assignments_of_round(organisation, placements, board.round.on)
    return asked_of_others(organisation, begun)


def asked_teams(board: Board, draft: Draft, known: Iterable[Agreement]) -> tuple[AskedTeam, ...]:
    """Give the teams that are asked for somebody, by name."""
    organisation = board.round.caseload.organisation
    asked = asked_contacts(board, draft)
    found, missing = agreements_for(asked, known)
    by_team: dict[str, list[Assignment]] = {}
    for part in asked:
        by_team.setdefault(organisation.workers[part.worker].team, []).append(part)
    agreed = {(one.measure, one.worker, one.position): one.agreed_with for one in found}
    teams = []
    for team, parts in by_team.items():
        names = [agreed.get((part.measure, part.worker, part.position), "") for part in parts]
        teams.append(
            AskedTeam(
                team=team,
                name=organisation.teams[team].name,
                words=tuple(f"{part.measure} · {organisation.workers[part.worker].name}" for part in parts),
                missing=tuple(part for part in parts if part in missing),
                agreed=tuple(part for part in parts if part not in missing),
                agreed_with=next((name for name in names if name), ""),
            )
        )
    return tuple(sorted(teams, key=lambda one: one.name))


class DistributionAgreements(QObject):
    """Knows what other teams agreed to for the round that is looked at; its parent is the page's viewmodel."""

    changed = Signal()

    def __init__(self, page: "DistributionPageModel") -> None:
        super().__init__(page)
        self.known: tuple[Agreement, ...] = ()
        self._on: date | None = None
        page.board_changed.connect(self.look_up)

    @property
    def _page(self) -> "DistributionPageModel":
        """The page's viewmodel; no attribute, as cycles of QObjects are collected on any thread."""
        return self.parent()  # type: ignore[return-value]  # given in __init__

    def teams(self) -> tuple[AskedTeam, ...]:
        """Give the teams that the draft of now asks."""
        board = self._page.board
        return () if board is None else asked_teams(board, self._page.draft, self.known)

    def names(self) -> Mapping[tuple[str, str], str]:
        """Give who agreed, by measure and worker."""
        return {(one.measure, one.worker): one.agreed_with for one in self.known}

    @Slot()
    def look_up(self) -> None:
        """Read what was agreed to for the date of the board."""
        board, services = self._page.board, self._page.session.services
        if board is None or services is None:
            self.known = ()
            return
        on, store = board.round.on, services.store
        if on != self._on:
            self.known, self._on = (), on

        def read(_: Run) -> tuple[Agreement, ...]:
            with store.read() as unit:
                return tuple(unit.agreements.of_round(on))

        self._page.session.runner.start(Lane.DATABASE, read, topic="agreements", on_done=self._on_read)

    @Slot(object)
    def _on_read(self, known: tuple[Agreement, ...]) -> None:
        if known != self.known:
            self.known = known
            self.changed.emit()
