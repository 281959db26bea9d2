"""One of each record beside the organisation, about measures and workers of `organisation_builders`."""

from datetime import date, timedelta

from caseload_planner.application.meeting_records import Agreement, Dispute, OpenDraft, RecordedOverride
from caseload_planner.application.plan_records import (
    PlannedHandover,
    ScenarioResult,
    ScenarioState,
    StoredScenario,
    StoredWindDown,
)
from caseload_planner.domain.assignment import Position
from caseload_planner.rules.round import Placement
from tests.persistence.organisation_builders import MONDAY, NOON

LATER = NOON + timedelta(minutes=5)
WEEK = timedelta(weeks=1)
DISPUTE = Dispute(
    id="K-1", measure="M00001", worker="W0001", says="de fase klopt niet", recorded_by="Ans", recorded_at=NOON
)
AGREEMENT = Agreement(
    id="A-1",
    round_on=MONDAY,
    measure="M00001",
    worker="W0002",
    position=Position.FIRST,
    agreed_with="Bea",
    agreed_on=MONDAY,
    recorded_by="Ans",
    recorded_at=NOON,
)
DRAFT = OpenDraft(
    on=MONDAY,
    teams=("T00", "T01"),
    revision=1,
    saved_at=NOON,
    profile="balanced",
    proposal="P-1",
    placements=(Placement("M00027", "W0001", "W0002"), Placement("M00028", "W0003")),
    pinned=frozenset({"M00028"}),
    exclusions=frozenset({("M00029", "W0001"), ("M00027", "W0003")}),
    overrides=(RecordedOverride(measure="M00028", worker="W0003", rule="H8", reason="kort é"),),
    minutes={"M00027": "eerst bellen\nmet school"},
    parked=frozenset({"M00029"}),
)
PLAN = StoredWindDown(
    id="W-1",
    made_by="Ans",
    made_at=NOON,
    on=MONDAY,
    until=MONDAY + 26 * WEEK,
    revision=1,
    document='{"format": 1}',
)


def handover(measure: str, week: date, *, plan: str = "W-1", from_worker: str = "W0001") -> PlannedHandover:
    return PlannedHandover(
        plan=plan,
        measure=measure,
        from_worker=from_worker,
        to_worker="W0002",
        position=Position.FIRST,
        week=week,
        overlap_weeks=2,
    )


HANDOVERS = (handover("M00001", MONDAY), handover("M00002", MONDAY + WEEK), handover("M00003", MONDAY + 2 * WEEK))
SCENARIO = StoredScenario(
    id="S-1", name="Basis", state=ScenarioState.DRAFT, text="weeks = 104\n", made_at=NOON, changed_at=NOON
)
RESULT = ScenarioResult(
    id="R-1",
    scenario="S-1",
    scenario_text=SCENARIO.text,
    seed=7,
    replications=1000,
    program_version="0.1.0",
    snapshot_digest="abc",
    document="{}",
    made_at=LATER,
)
