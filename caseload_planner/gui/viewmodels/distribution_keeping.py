"""Keeps drafts in the file while they are made, so that a restart or a crash finds them again."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.keep_open_draft import LoadedDraft, keep_draft, load_draft
from caseload_planner.application.meeting_records import OpenDraft
from caseload_planner.application.ports import StoredProposal
from caseload_planner.application.services import Services
from caseload_planner.gui.task_runner import Lane, Run
from caseload_planner.gui.viewmodels.distribution_draft import EMPTY, Draft, outcome_of
from caseload_planner.gui.viewmodels.distribution_drafts import DraftKey

if TYPE_CHECKING:
    from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was read for a date and teams."""

    key: DraftKey
    loaded: LoadedDraft | None


class DistributionKeeping(QObject):
    """Writes the draft of its parent, the page's viewmodel, at every step, and reads the one of before once.

    What could not be read is never written over, and what could not be written is written again with the next step.
    """

    changed = Signal()
    """`looking` became true or false."""
    found = Signal(object, object)
    """With the Draft that was kept for what is looked at, and the measures that fell away from it."""
    failed = Signal(object)
    """With the error of the first write or read that failed; said once until one succeeds again."""

    def __init__(self, page: "DistributionPageModel") -> None:
        super().__init__(page)
        self._kept: dict[DraftKey, Draft] = {}
        self._sent: dict[DraftKey, Draft] = {}
        self._looking: set[DraftKey] = set()
        self._failing = False
        page.session.about_to_close.connect(self.keep)

    @property
    def _page(self) -> "DistributionPageModel":
        """The page's viewmodel; no attribute, as cycles of QObjects are collected on any thread."""
        return self.parent()  # type: ignore[return-value]  # given in __init__

    @property
    def looking(self) -> bool:
        """Whether the draft of before is still being read: nothing may be changed until then."""
        return self._page.drafts.key in self._looking

    # reading ----------------------------------------------------------------------------------------------------------

    def look_for(self, key: DraftKey) -> None:
        """Read the draft of a date and teams, until it was read once."""
        page = self._page
        services, seen = page.session.services, page.session.organisation
        if services is None or key in self._kept or key in self._looking:
            return
        self._looking.add(key)
        self.changed.emit()

        def read(_: Run) -> _Answer:
            return _Answer(key, load_draft(services, *key, seen))

        page.session.runner.start(
            Lane.DATABASE, read, topic=f"find draft {key}", on_done=self._on_found, on_failed=self._on_not_read
        )

    def forget(self) -> None:
        """Know nothing: another file is open."""
        for known in (self._kept, self._sent, self._looking):
            known.clear()
        self._failing = False
        self.changed.emit()

    @Slot(object)
    def _on_found(self, answer: _Answer) -> None:
        key, loaded = answer.key, answer.loaded
        if key not in self._looking:
            return  # another file is open by now
        self._looking.discard(key)
        self._failing = False
        # What came after the leader went on is not known: it is read again when she comes back, before anything of
        # hers is written over it.
        if key == self._page.drafts.key:
            self._kept[key] = self._sent[key] = EMPTY if loaded is None else draft_of(loaded.draft, loaded.proposal)
            if loaded is not None and self._page.draft == EMPTY:
                self.found.emit(self._kept[key], loaded.fallen_away)
        self.changed.emit()

    @Slot(object)
    def _on_not_read(self, error: object) -> None:
        self._looking.clear()
        self.changed.emit()
        self._tell(error)

    # writing ----------------------------------------------------------------------------------------------------------

    @Slot()
    def keep(self) -> None:
        """Write the draft of now, where it is another than the one that was handed over last."""
        page, key = self._page, self._page.drafts.key
        services, seen = page.session.services, page.session.organisation
        if services is None or seen is None or key is None or key not in self._kept:
            return
        draft, profile, revision = page.draft, page.profile, seen.revision
        if draft == self._sent[key]:
            return
        self._sent[key] = draft

        def write(_: Run) -> tuple[DraftKey, Draft]:
            keep_draft(services, _open_draft(draft, key, profile, revision, services))
            return key, draft

        page.session.runner.start(
            Lane.DATABASE,
            write,
            topic=f"keep draft {key}",
            on_done=self._on_written,
            on_failed=self._on_not_written,
            must_finish=True,
        )

    @Slot(object)
    def _on_written(self, written: tuple[DraftKey, Draft]) -> None:
        key, draft = written
        if key in self._kept:
            self._kept[key] = draft
            self._failing = False

    @Slot(object)
    def _on_not_written(self, error: object) -> None:
        """Know that the file holds what it held before, so that the next step writes again."""
        self._sent = dict(self._kept)
        self._tell(error)

    def _tell(self, error: object) -> None:
        if not self._failing and not self._page.session.closing:  # who closes the window is asked about it
            self._failing = True
            self.failed.emit(error)


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
