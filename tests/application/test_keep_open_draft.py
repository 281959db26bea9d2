"""A draft survives a restart, as far as the data still know what it speaks of."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from caseload_planner.application.changes import OrganisationChanges
from caseload_planner.application.decide_draft import decide_draft
from caseload_planner.application.decision_terms import DecisionTerms
from caseload_planner.application.keep_open_draft import discard_draft, keep_draft, load_draft
from caseload_planner.application.meeting_records import OpenDraft, RecordedOverride
from caseload_planner.application.services import Services
from caseload_planner.bootstrap import FileDoors
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.rules.round import Placement
from tests.application.stored_files import TODAY, change, organisation_in, stored
from tests.builders import ON, a_measure, a_worker, an_organisation


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    organisation = an_organisation([a_worker("ANN"), a_worker("BEA")], [a_measure("M1"), a_measure("M2")], [])
    with stored(organisation, tmp_path / "town.sqlite") as opened:
        yield opened


def draft_in(services: Services) -> OpenDraft:
    return OpenDraft(
        on=ON,
        teams=("T1",),
        revision=organisation_in(services).revision,
        saved_at=services.clock.now(),
        profile="balanced",
        placements=(Placement("M1", "ANN"), Placement("M2", "BEA")),
        pinned=frozenset({"M1", "M2"}),
        exclusions=frozenset({("M2", "ANN")}),
        overrides=(RecordedOverride(measure="M2", worker="BEA", rule="H8", reason="kort"),),
        minutes={"M1": "Ann kent de school", "M2": "wacht op de rechter"},
        parked=frozenset({"M2"}),
    )


def test_that_a_draft_is_there_after_a_restart(services: Services) -> None:
    draft = draft_in(services)
    keep_draft(services, draft)
    services.close()
    again = FileDoors().open_file(services.path)
    found = load_draft(again, ON, ["T1"])
    again.close()
    assert found is not None
    assert (found.draft, found.fallen_away, found.data_moved) == (draft, (), False)


def test_that_there_is_no_draft_of_another_date_or_team(services: Services) -> None:
    keep_draft(services, draft_in(services))
    assert load_draft(services, ON + timedelta(weeks=1), ["T1"]) is None
    assert load_draft(services, ON, []) is None
    discard_draft(services, ON, ["T1"])
    assert load_draft(services, ON, ["T1"]) is None


def test_that_what_the_data_no_longer_know_falls_away_and_is_named(services: Services) -> None:
    draft = draft_in(services)
    keep_draft(services, draft)
    closed = replace(organisation_in(services).measures["M2"], closed_on=TODAY)
    change(services, OrganisationChanges(measures=(closed,)))
    found = load_draft(services, ON, ["T1"])
    assert found is not None
    assert (found.fallen_away, found.data_moved) == (("M2",), True)
    assert found.draft == replace(
        draft,
        placements=(Placement("M1", "ANN"),),
        pinned=frozenset({"M1"}),
        exclusions=frozenset(),
        overrides=(),
        minutes={"M1": "Ann kent de school"},
        parked=frozenset(),
    )


def test_that_the_placement_of_who_left_falls_away(services: Services) -> None:
    keep_draft(services, draft_in(services))
    left = replace(organisation_in(services).workers["BEA"], ends_on=TODAY)
    change(services, OrganisationChanges(workers=(left,)))
    found = load_draft(services, ON, ["T1"])
    assert found is not None
    assert found.fallen_away == ("M2",)
    assert found.draft.minutes == {"M1": "Ann kent de school", "M2": "wacht op de rechter"}


def test_that_deciding_a_draft_lets_go_of_it_and_keeps_its_minutes(services: Services) -> None:
    draft = draft_in(services)
    keep_draft(services, draft)
    request = ProposalRequest(on=ON, teams=("T1",))
    seen = organisation_in(services)
    result = decide_draft(
        services,
        seen,
        request,
        draft.placements[:1],
        DecisionTerms(decided_by="Leider", minutes={**draft.minutes, "M9": "?"}),
    )
    assert load_draft(services, ON, ["T1"]) is None
    with services.store.read() as unit:
        assert unit.decision(result.decision.id).minutes == draft.minutes


def test_that_a_draft_with_nothing_in_it_is_let_go_of(services: Services) -> None:
    draft = draft_in(services)
    keep_draft(services, draft)
    keep_draft(services, replace(draft, placements=(), exclusions=frozenset(), minutes={}, parked=frozenset()))
    assert load_draft(services, ON, ["T1"]) is None
