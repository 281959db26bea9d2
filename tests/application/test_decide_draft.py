"""A leader decides what she has in front of her, or is told that it changed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from caseload_planner.application.changes import OrganisationChanges
from caseload_planner.application.decide_draft import decide_draft
from caseload_planner.application.decision_terms import DecisionTerms
from caseload_planner.application.import_files import found_organisation
from caseload_planner.application.keep_open_draft import keep_draft, load_draft
from caseload_planner.application.meeting_records import OpenDraft, RecordedOverride
from caseload_planner.application.propose_distribution import propose
from caseload_planner.application.services import Services
from caseload_planner.bootstrap import FileDoors
from caseload_planner.demo.organisation import DEFAULT_SEED, demo_organisation
from caseload_planner.demo.places import DemoSize
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.errors import OverrideReasonError, RuleRefusalError, StaleProposalError
from caseload_planner.rules.round import Placement
from tests.application.stored_files import audit_rows

MONDAY = date(2026, 11, 23)
REQUEST = ProposalRequest(on=MONDAY, deterministic_limit=5.0)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = FileDoors().create_file(tmp_path / "round.sqlite")
    found_organisation(opened.store, demo_organisation(DemoSize.SMALL, DEFAULT_SEED, MONDAY, opened.norms))
    yield opened
    opened.close()


def seen_by(services: Services):
    with services.store.read() as unit:
        return unit.snapshot()


def change(services: Services, **changes) -> None:
    with services.store.write() as unit:
        unit.apply(OrganisationChanges(**changes))
        unit.commit()


def test_that_a_draft_is_decided_as_it_stands(services):
    seen = seen_by(services)
    placements = propose(services, REQUEST).proposal.placements
    result = decide_draft(services, seen, REQUEST, placements[:2], DecisionTerms(decided_by="Anna"))
    assert {row.measure for row in result.decision.begun} == {placement.measure for placement in placements[:2]}
    assert not result.already_decided


def test_that_a_draft_on_measures_that_changed_is_refused_and_nothing_is_written(services):
    seen = seen_by(services)
    placements = propose(services, REQUEST).proposal.placements
    measure = seen.measures[placements[0].measure]
    change(services, measures=(replace(measure, factors=measure.factors ^ {"out_of_home"}),))
    with pytest.raises(StaleProposalError):
        decide_draft(services, seen, REQUEST, placements, DecisionTerms(decided_by="Anna"))
    with services.store.read() as unit:
        assert not unit.decisions()


def test_that_a_change_elsewhere_does_not_stop_a_decision(services):
    seen = seen_by(services)
    placements = propose(services, REQUEST).proposal.placements
    team = next(iter(seen.teams.values()))
    change(services, teams=(replace(team, name=f"{team.name} bis"),))
    north = {key for key, row in seen.teams.items() if row.region != team.region}
    if not north:
        pytest.fail("the demo has two regions")
    request = replace(REQUEST, teams=tuple(sorted(north)))
    mine = [row for row in placements if seen.measures[row.measure].team in north]
    result = decide_draft(services, seen, request, mine, DecisionTerms(decided_by="Anna"))
    assert result.changes is not None


def test_that_a_draft_that_breaks_a_rule_is_refused_by_name(services):
    seen = seen_by(services)
    placement = propose(services, REQUEST).proposal.placements[0]
    support = next(worker.key for worker in seen.workers.values() if not worker.carries)
    with pytest.raises(RuleRefusalError) as refusal:
        decide_draft(services, seen, REQUEST, [Placement(placement.measure, support)], DecisionTerms(decided_by="Anna"))
    assert refusal.value.figures["rule"] == "H3"


def test_that_a_refused_draft_leaves_neither_plan_nor_audit_line_and_the_open_draft_as_it_was(services):
    seen = seen_by(services)
    placements = propose(services, REQUEST).proposal.placements
    kept = OpenDraft(
        on=MONDAY,
        teams=(),
        revision=seen.revision,
        saved_at=services.clock.now(),
        profile="balanced",
        placements=placements,
    )
    keep_draft(services, kept)
    before, first = audit_rows(services), placements[0]
    superfluous = RecordedOverride(measure=first.measure, worker=first.first, rule="H8", reason="zomaar")
    with pytest.raises(OverrideReasonError):
        decide_draft(services, seen, REQUEST, placements, DecisionTerms(decided_by="Anna", overrides=(superfluous,)))
    assert audit_rows(services) == before
    with services.store.read() as unit:
        assert unit.open_drafts.find(MONDAY, ()) == kept


def test_that_a_decision_takes_its_open_draft_along(services):
    seen = seen_by(services)
    placements = propose(services, REQUEST).proposal.placements
    keep_draft(
        services,
        OpenDraft(
            on=MONDAY,
            teams=(),
            revision=seen.revision,
            saved_at=services.clock.now(),
            profile="balanced",
            placements=placements,
        ),
    )
    decide_draft(services, seen, REQUEST, placements, DecisionTerms(decided_by="Anna"))
    assert load_draft(services, MONDAY, ()) is None
