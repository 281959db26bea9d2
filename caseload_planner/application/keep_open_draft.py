"""The draft of a round between two moments: kept while it is being made, found again after a restart or a crash."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from caseload_planner.application.meeting_records import OpenDraft
from caseload_planner.application.ports import ReadUnit, StoredProposal
from caseload_planner.application.services import Services
from caseload_planner.distribution.problem import open_round
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.domain.organisation import Organisation


@dataclass(frozen=True, slots=True)
class LoadedDraft:
    """A draft found again, as far as the data of now still know what it speaks of.

    Attributes
    ----------
    draft
        Without measures that are no longer to be distributed and without people who left or are unknown.
    fallen_away
        Measures whose placement fell away, sorted.
    data_moved
        Whether anything changed in the file since the draft was kept.
    proposal
        The proposal that filled it; None where it was drawn by hand or the proposal is gone.
    """

    draft: OpenDraft
    fallen_away: tuple[str, ...]
    data_moved: bool
    proposal: StoredProposal | None


def keep_draft(services: Services, draft: OpenDraft) -> None:
    """Keep a draft in the place of the one of its date and teams: whole, or the one before stays.

    It is one small row, so it may follow every change. A draft is work and no decision: it leaves no audit line. One in
    which there is nothing is let go of.
    """
    if draft.empty:
        discard_draft(services, draft.on, draft.teams)
        return
    with services.store.write() as unit:
        unit.open_drafts.keep(draft)
        unit.commit()


def load_draft(
    services: Services, on: date, teams: Collection[str], organisation: Organisation | None = None
) -> LoadedDraft | None:
    """Find the draft of a date for some teams (in any order; none for all of them); None where there is none.

    Parameters
    ----------
    organisation
        The data that it has to fit where they are at hand; those of the file as they are now where left out.
    """
    with services.store.read() as unit:
        draft = unit.open_drafts.find(on, teams)
        if draft is None:
            return None
        proposal = _proposal_of(unit, draft)
        organisation = organisation or unit.snapshot()
    kept = _as_far_as_known(draft, organisation)
    placed = {placement.measure for placement in draft.placements}
    fallen_away = placed - {placement.measure for placement in kept.placements}
    return LoadedDraft(kept, tuple(sorted(fallen_away)), draft.revision != organisation.revision, proposal)


def discard_draft(services: Services, on: date, teams: Collection[str]) -> None:
    """Let go of a draft that was decided or thrown away."""
    with services.store.write() as unit:
        unit.open_drafts.discard(on, teams)
        unit.commit()


def _proposal_of(unit: ReadUnit, draft: OpenDraft) -> StoredProposal | None:
    try:
        return None if draft.proposal is None else unit.proposal(draft.proposal)
    except UnknownKeyError:
        return None


def _as_far_as_known(draft: OpenDraft, organisation: Organisation) -> OpenDraft:
    try:
        asked = set(open_round(organisation, ProposalRequest(on=draft.on, teams=draft.teams)).asked)
    except UnknownKeyError:
        # A team of the draft is gone, and with it what it asks.
        asked = set()
    here = {worker.key for worker in organisation.workers.values() if worker.in_service(draft.on)}
    placements = tuple(
        placement
        for placement in draft.placements
        if placement.measure in asked and {worker for _, worker in placement.contacts} <= here
    )
    standing = {placement.measure for placement in placements}
    return replace(
        draft,
        placements=placements,
        pinned=draft.pinned & standing,
        exclusions=frozenset((m, w) for m, w in draft.exclusions if m in asked and w in here),
        overrides=tuple(row for row in draft.overrides if row.measure in standing and row.worker in here),
        minutes={measure: text for measure, text in draft.minutes.items() if measure in asked},
        parked=draft.parked & asked,
    )
