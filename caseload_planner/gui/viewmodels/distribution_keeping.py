"""Keeps drafts in the file while they are made, so that a restart or a crash finds them again."""

from collections.abc import Iterable
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.meeting_records import OpenDraft
from caseload_planner.application.ports import StoredProposal
from caseload_planner.application.services import Services
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.gui.task_runner import Lane, Run
from caseload_planner.gui.viewmodels.distribution_board import Board, starred
from caseload_planner.gui.viewmodels.distribution_draft import EMPTY, Draft, outcome_of, within, without_placement
from caseload_planner.gui.viewmodels.distribution_drafts import DraftKey
from caseload_planner.gui.viewmodels.distribution_moves import broken_rules, tidied

if TYPE_CHECKING:
    from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel

Found = tuple[DraftKey, OpenDraft | None, StoredProposal | None]


class DistributionKeeping(QObject):
    """Writes the draft of its parent, the page's viewmodel, at every step, and reads the one of before once."""

    changed = Signal()
    """`looking` became true or false."""
    found = Signal(object)
    """With the Draft that was kept for what is looked at."""
    failed = Signal(object)

    def __init__(self, page: "DistributionPageModel") -> None:
        super().__init__(page)
        self._known: dict[DraftKey, Draft] = {}
        self._looking: set[DraftKey] = set()

    @property
    def _page(self) -> "DistributionPageModel":
        """The page's viewmodel; no attribute, as cycles of QObjects are collected on any thread."""
        return self.parent()  # type: ignore[return-value]  # given in __init__

    @property
    def looking(self) -> bool:
        """Whether the draft of before is still being read: nothing may be changed until then."""
        return self._page.drafts.key in self._looking

    def look_for(self, key: DraftKey) -> None:
        """Read the draft of a date and teams, the first time that they are looked at."""
        services = self._page.session.services
        if services is None or key in self._known:
            return
        self._known[key] = EMPTY
        self._looking.add(key)
        self.changed.emit()
        self._page.session.runner.start(
            Lane.DATABASE,
            lambda _: _read(services, key),
            topic=f"find draft {key}",
            on_done=self._on_found,
            on_failed=self._on_failed,
        )

    def forget(self) -> None:
        """Know nothing: another file is open."""
        self._known.clear()
        self._looking.clear()
        self.changed.emit()

    @Slot()
    def keep(self) -> None:
        """Write the draft of now, where it is another than the one that is kept."""
        page, key = self._page, self._page.drafts.key
        services, seen = page.session.services, page.session.organisation
        if services is None or seen is None or key is None or key in self._looking or key not in self._known:
            return
        draft, profile, revision = page.draft, page.profile, seen.revision
        if draft == self._known[key]:
            return
        self._known[key] = draft

        def write(_: Run) -> None:
            kept = _open_draft(draft, key, profile, revision, services)
            with services.store.write() as unit:
                if draft.empty:
                    unit.open_drafts.discard(*key)
                else:
                    unit.open_drafts.keep(kept)
                unit.commit()

        page.session.runner.start(Lane.DATABASE, write, topic=f"keep draft {key}", on_failed=self._on_failed)

    @Slot(object)
    def _on_found(self, answer: Found) -> None:
        key, kept, stored = answer
        if key not in self._looking:
            return  # another file is open by now
        self._looking.discard(key)
        if kept is not None:
            self._known[key] = draft_of(kept, stored)
            if key == self._page.drafts.key and self._page.draft == EMPTY:
                self.found.emit(self._known[key])
        self.changed.emit()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._looking.clear()
        self.changed.emit()
        self.failed.emit(error)


def _read(services: Services, key: DraftKey) -> Found:
    """Read a draft with the proposal that filled it."""
    with services.store.read() as unit:
        kept = unit.open_drafts.find(*key)
        if kept is None or kept.proposal is None:
            return key, kept, None
        try:
            return key, kept, unit.proposal(kept.proposal)
        except UnknownKeyError:
            return key, kept, None


def _open_draft(draft: Draft, key: DraftKey, profile: str, revision: int, services: Services) -> OpenDraft:
    on, teams = key
    return OpenDraft(
        on=on,
        teams=teams,
        revision=revision,
        saved_at=services.clock.now(),
        profile=profile,
        proposal=None if draft.outcome is None else draft.outcome.proposal,
        placements=tuple(sorted(draft.placements.values())),
        pinned=draft.pinned,
        exclusions=draft.exclusions,
        overrides=draft.overrides,
        minutes=dict(draft.minutes),
        parked=draft.parked,
    )


def draft_of(kept: OpenDraft, stored: StoredProposal | None) -> Draft:
    """Give a kept draft as the page works with it."""
    return Draft(
        placements=MappingProxyType({placement.measure: placement for placement in kept.placements}),
        pinned=kept.pinned,
        exclusions=kept.exclusions,
        reasons=MappingProxyType({(row.measure, row.worker, row.rule): row.reason for row in kept.overrides}),
        outcome=None if stored is None else outcome_of(stored, stopped=False),
        minutes=MappingProxyType(dict(kept.minutes)),
        parked=kept.parked,
    )


def still_possible(board: Board, draft: Draft) -> Draft:
    """Give what holds of a kept draft on the data of now: without cases that are gone and people who may not."""
    kept = within(draft, board.round.asked)
    placed = kept.placements.values()
    kept = _without(kept, (p.measure for p in placed if any(worker not in board.rows for _, worker in p.contacts)))
    kept = _without(kept, (b.measure for b in broken_rules(board, kept) if b.measure is not None and not starred(b)))
    return tidied(board, kept)


def _without(draft: Draft, measures: Iterable[str]) -> Draft:
    for measure in tuple(measures):
        draft = without_placement(draft, measure)
    return draft
