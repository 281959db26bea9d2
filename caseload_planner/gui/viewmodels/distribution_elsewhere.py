"""Drafts of the same date for other teams: work that waits somewhere else, so that nobody thinks it is gone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.meeting_records import OpenDraft
from caseload_planner.domain.organisation import Organisation
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.task_runner import Lane, Run
from caseload_planner.gui.viewmodels.scope import ScopeKind, scope_lines

if TYPE_CHECKING:
    from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel


class DistributionElsewhere(QObject):
    """Looks for them whenever its parent, the page's viewmodel, has another board.

    Attributes
    ----------
    drafts
        Those in which something is placed, the last saved first.
    """

    changed = Signal()

    def __init__(self, page: "DistributionPageModel") -> None:
        super().__init__(page)
        self.drafts: tuple[OpenDraft, ...] = ()
        page.board_changed.connect(self._look)

    @property
    def _page(self) -> "DistributionPageModel":
        """The page's viewmodel; no attribute, as cycles of QObjects are collected on any thread."""
        return self.parent()  # type: ignore[return-value]  # given in __init__

    @property
    def words(self) -> str:
        """Say where the last of them is; empty where there is none."""
        organisation = self._page.session.organisation
        if not self.drafts or organisation is None:
            return ""
        draft = self.drafts[0]
        placed = len(draft.placements)
        words = self.tr("Another draft, for %1: 1 case") if placed == 1 else self.tr("Another draft, for %1: %2 cases")
        return with_values(words, self._name(organisation, draft.teams), formatting.count(placed))

    def _name(self, organisation: Organisation, teams: tuple[str, ...]) -> str:
        wanted = set(teams or organisation.teams)
        for line in scope_lines(organisation):
            if wanted == {key for key, team in organisation.teams.items() if line.choice.covers(team)}:
                everything = line.choice.kind is ScopeKind.EVERYTHING
                return self.tr("the whole organisation") if everything else line.name
        return ", ".join(organisation.teams[key].name for key in teams if key in organisation.teams)

    @Slot()
    def _look(self) -> None:
        services, board = self._page.session.services, self._page.board
        if services is None or board is None:
            self._on_found(())
            return
        on, teams = board.round.on, set(board.teams)

        def look(_: Run) -> tuple[OpenDraft, ...]:
            with services.store.read() as unit:
                drafts = unit.open_drafts.all()
            return tuple(one for one in drafts if one.on == on and set(one.teams) != teams and one.placements)

        self._page.session.runner.start(Lane.DATABASE, look, topic="drafts elsewhere", on_done=self._on_found)

    @Slot(object)
    def _on_found(self, drafts: tuple[OpenDraft, ...]) -> None:
        if drafts != self.drafts:
            self.drafts = drafts
            self.changed.emit()
