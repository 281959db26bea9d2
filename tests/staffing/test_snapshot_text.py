"""A snapshot that is written and read back gives the same futures, to the last bit."""

import base64
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseload_planner.domain.organisation import Organisation
from caseload_planner.staffing.durations import Duration, DurationFamily
from caseload_planner.staffing.engine import run_scenario
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.run_plan import plan_run
from caseload_planner.staffing.scenario import Hire, Scenario, TeamD, TeamDPlan
from caseload_planner.staffing.snapshot import StaffingSnapshot
from caseload_planner.staffing.snapshot_building import snapshot_of
from caseload_planner.staffing.snapshot_text import UnreadableSnapshotError, read_snapshot_text, snapshot_text
from tests.builders import NORM, ON
from tests.staffing.towns import OTS, a_busy_town

SCENARIO = Scenario(start=ON, weeks=30, replications=20, hires=(Hire(people=2, place="T1"),))


def with_a_later_norm() -> Organisation:
    town = a_busy_town()
    later = replace(NORM, valid_from=ON + timedelta(weeks=9), duo_first_share=Decimal("0.7"), funded=1200)
    return replace(town, norms=replace(town.norms, norms=(*town.norms.norms, later)))


def quantiles(snapshot: StaffingSnapshot, scenario: Scenario = SCENARIO) -> dict[Series, bytes]:
    outcome = run_scenario(plan_run(scenario, snapshot))
    return {series: summary.quantiles.tobytes() for series, summary in outcome.series.items()}


@settings(max_examples=10, deadline=None)
@given(weeks=st.integers(30, 60), days=st.integers(0, 400), planned=st.booleans())
def test_that_the_futures_after_reading_are_those_before_writing(weeks: int, days: int, planned: bool) -> None:
    plan = np.linspace(1.0, 0.0, weeks) if planned else None
    before = snapshot_of(with_a_later_norm(), ON + timedelta(days=days), weeks, plan_weeks=plan)
    after = read_snapshot_text(snapshot_text(before))
    scenario = replace(SCENARIO, start=before.on, team_d=TeamD(plan=TeamDPlan.PLAN))
    assert (after.digest, after.revision, after.places) == (before.digest, before.revision, before.places)
    assert after.norms == before.norms
    assert quantiles(after, scenario) == quantiles(before, scenario)


def test_that_our_own_curve_is_kept_as_well() -> None:
    town = a_busy_town()
    closed = {
        key: replace(m, reported_on=ON - timedelta(days=700), closed_on=ON - timedelta(days=9 * n + 5))
        for n, (key, m) in enumerate(town.measures.items())
    }
    before = snapshot_of(replace(town, measures=closed, assignments=()), ON, 30)
    assert before.own_curves[0] is not None
    from_history = replace(SCENARIO, durations={OTS.value: Duration(DurationFamily.HISTORY)})
    assert quantiles(read_snapshot_text(snapshot_text(before)), from_history) == quantiles(before, from_history)


def test_that_nobody_can_be_read_from_the_text() -> None:
    town = a_busy_town()
    with np.load(BytesIO(base64.b64decode(snapshot_text(snapshot_of(town, ON, 30))))) as kept:
        facts = kept["facts"].tobytes().decode()
    for key in (*town.workers, *town.measures):
        assert f'"{key}"' not in facts


@pytest.mark.parametrize("damage", ["", "not base64!", base64.b64encode(b"PK\x03\x04 no archive").decode()])
def test_that_a_damaged_text_is_refused(damage: str) -> None:
    with pytest.raises(UnreadableSnapshotError):
        read_snapshot_text(damage)


def test_that_a_text_that_was_cut_short_is_refused() -> None:
    text = snapshot_text(snapshot_of(a_busy_town(), ON, 30))
    with pytest.raises(UnreadableSnapshotError):
        read_snapshot_text(text[: len(text) // 8 * 4])
