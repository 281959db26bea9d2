"""What an open draft adds to everybody's load."""

from datetime import UTC, datetime

from caseload_planner.application.drafted_points import drafted_points
from caseload_planner.application.meeting_records import OpenDraft
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.measures import Wanted
from caseload_planner.rules.round import Placement
from tests.builders import ON, a_measure, a_worker, an_organisation, holds


def draft(*placements: Placement) -> OpenDraft:
    """Make a draft of these placements."""
    made_at = datetime(2026, 11, 23, 9, tzinfo=UTC)
    return OpenDraft(on=ON, teams=(), revision=1, saved_at=made_at, profile="balanced", placements=placements)


def points(*placements: Placement, measures=(), assignments=()):
    """Give what these placements add."""
    workers = [a_worker("W1"), a_worker("W2")]
    return drafted_points(draft(*placements), caseload_on(an_organisation(workers, measures, assignments), ON))


def test_that_a_placement_adds_the_weight_of_its_measure():
    measures = [a_measure("M1"), a_measure("M2")]
    assert points(Placement("M1", "W1"), Placement("M2", "W1"), measures=measures) == {"W1": 300}


def test_that_a_duo_shares_the_weight():
    duo = a_measure("M1", duo=Wanted.REQUIRED)
    assert points(Placement("M1", "W1", "W2"), measures=[duo]) == {"W1": 90, "W2": 60}


def test_that_a_measure_that_has_a_first_contact_by_now_adds_nothing():
    found = points(Placement("M1", "W1"), measures=[a_measure("M1")], assignments=[holds("M1", "W2", since=ON)])
    assert found == {}


def test_that_no_draft_adds_nothing():
    assert drafted_points(None, caseload_on(an_organisation([a_worker("W1")]), ON)) == {}
