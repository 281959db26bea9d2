"""What every store promises about disputes, agreements, open drafts, wind-down plans and scenarios."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from caseload_planner.application.plan_records import (
    HandoverState,
    PlanState,
    ScenarioState,
)
from caseload_planner.application.ports import Store, WriteUnit
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.errors import AlreadySettledError, NameTakenError, UnknownKeyError
from tests.persistence.example_records import (
    AGREEMENT,
    DISPUTE,
    DRAFT,
    HANDOVERS,
    LATER,
    PLAN,
    RESULT,
    SCENARIO,
    WEEK,
    handover,
)
from tests.persistence.organisation_builders import MONDAY


@contextmanager
def writing(store: Store) -> Iterator[WriteUnit]:
    with store.write() as unit:
        yield unit
        unit.commit()


def read(store: Store, ask: Callable[[Any], object]) -> object:
    with store.read() as unit:
        return ask(unit)


def test_that_a_dispute_comes_back_as_it_was_recorded(filled: Store) -> None:
    with writing(filled) as unit:
        unit.disputes.record(DISPUTE)
    assert read(filled, lambda unit: unit.disputes.get("K-1")) == DISPUTE
    assert DISPUTE.is_open


def test_that_an_answer_closes_a_dispute_once(filled: Store) -> None:
    with writing(filled) as unit:
        unit.disputes.record(DISPUTE)
        unit.disputes.record(replace(DISPUTE, id="K-2", measure="M00002"))
        unit.disputes.answer("K-1", answer="aangepast", answered_by="Bea", answered_at=LATER)
    with filled.read() as unit:
        answered = unit.disputes.get("K-1")
        assert (answered.answer, answered.answered_by, answered.answered_at) == ("aangepast", "Bea", LATER)
        assert [found.id for found in unit.disputes.all()] == ["K-1", "K-2"]
        assert [found.id for found in unit.disputes.all(only_open=True)] == ["K-2"]
        assert [found.id for found in unit.disputes.all(measure="M00001")] == ["K-1"]
    with filled.write() as unit, pytest.raises(AlreadySettledError):
        unit.disputes.answer("K-1", answer="toch niet", answered_by="Cor", answered_at=LATER)


@pytest.mark.parametrize("wrong", [{"measure": "M9"}, {"worker": "W9"}])
def test_that_records_name_measures_and_workers_that_exist(filled: Store, wrong: dict[str, str]) -> None:
    with filled.write() as unit:
        with pytest.raises(UnknownKeyError):
            unit.disputes.record(replace(DISPUTE, **wrong))
        with pytest.raises(UnknownKeyError):
            unit.agreements.record(replace(AGREEMENT, **wrong))


def test_that_the_newest_agreement_holds_for_its_round(filled: Store) -> None:
    newer = replace(AGREEMENT, id="A-2", agreed_with="Cor", recorded_at=LATER)
    next_week = replace(AGREEMENT, id="A-3", round_on=MONDAY + WEEK)
    second = replace(AGREEMENT, id="A-4", position=Position.SECOND, worker="W0003")
    with writing(filled) as unit:
        for agreement in (AGREEMENT, newer, next_week, second):
            unit.agreements.record(agreement)
    assert read(filled, lambda unit: unit.agreements.of_round(MONDAY)) == (newer, second)
    assert read(filled, lambda unit: unit.agreements.of_round(MONDAY + WEEK)) == (next_week,)


def test_that_an_open_draft_comes_back_whole_whatever_the_order_of_its_teams(filled: Store) -> None:
    with writing(filled) as unit:
        unit.open_drafts.keep(DRAFT)
    assert read(filled, lambda unit: unit.open_drafts.find(MONDAY, ["T01", "T00"])) == DRAFT
    assert read(filled, lambda unit: unit.open_drafts.find(MONDAY, ["T01"])) is None
    assert read(filled, lambda unit: unit.open_drafts.find(MONDAY + WEEK, ["T01", "T00"])) is None


def test_that_the_newest_draft_replaces_the_one_before(filled: Store) -> None:
    newer = replace(DRAFT, saved_at=LATER, placements=(), minutes={})
    other = replace(DRAFT, teams=())
    with writing(filled) as unit:
        for draft in (DRAFT, other, newer):
            unit.open_drafts.keep(draft)
    assert read(filled, lambda unit: unit.open_drafts.all()) == (newer, other)
    with writing(filled) as unit:
        unit.open_drafts.discard(MONDAY, ("T00", "T01"))
        unit.open_drafts.discard(MONDAY, ("T00", "T01"))
    assert read(filled, lambda unit: unit.open_drafts.all()) == (other,)


def test_that_a_draft_that_is_not_committed_leaves_the_one_before(filled: Store) -> None:
    with writing(filled) as unit:
        unit.open_drafts.keep(DRAFT)
    with filled.write() as unit:
        unit.open_drafts.keep(replace(DRAFT, saved_at=LATER, placements=()))
    assert read(filled, lambda unit: unit.open_drafts.all()) == (DRAFT,)


def test_that_a_plan_comes_back_with_its_handovers_by_week(filled: Store) -> None:
    with writing(filled) as unit:
        unit.wind_downs.record(PLAN, HANDOVERS[::-1])
    assert read(filled, lambda unit: unit.wind_downs.get("W-1")) == PLAN
    assert read(filled, lambda unit: unit.wind_downs.handovers("W-1")) == HANDOVERS
    assert read(filled, lambda unit: unit.wind_downs.accepted_handovers()) == ()


def test_that_only_accepted_plans_tell_the_handovers_of_a_week(filled: Store) -> None:
    draft = replace(PLAN, id="W-2")
    with writing(filled) as unit:
        unit.wind_downs.record(PLAN, HANDOVERS)
        unit.wind_downs.record(draft, [handover("M00001", MONDAY, plan="W-2")])
        unit.wind_downs.settle("W-1", PlanState.ACCEPTED, settled_by="Bea", settled_at=LATER)
    with filled.read() as unit:
        accepted = unit.wind_downs.get("W-1")
        assert (accepted.state, accepted.settled_by, accepted.settled_at) == (PlanState.ACCEPTED, "Bea", LATER)
        assert unit.wind_downs.all(PlanState.ACCEPTED) == (accepted,)
        assert [plan.id for plan in unit.wind_downs.all()] == ["W-2", "W-1"]
        assert unit.wind_downs.accepted_handovers() == HANDOVERS
        week = MONDAY + WEEK
        assert unit.wind_downs.accepted_handovers(from_week=week, to_week=week) == (HANDOVERS[1],)


def test_that_a_withdrawn_plan_keeps_what_was_confirmed(filled: Store) -> None:
    with writing(filled) as unit:
        unit.wind_downs.record(PLAN, HANDOVERS)
        unit.wind_downs.settle("W-1", PlanState.ACCEPTED, settled_by="Bea", settled_at=LATER)
        unit.wind_downs.settle_handover("W-1", "M00001", "W0001", HandoverState.CONFIRMED)
        unit.wind_downs.settle("W-1", PlanState.WITHDRAWN, settled_by="Bea", settled_at=LATER)
    found = read(filled, lambda unit: [row.state for row in unit.wind_downs.handovers("W-1")])
    assert found == [HandoverState.CONFIRMED, HandoverState.WITHDRAWN, HandoverState.WITHDRAWN]
    assert read(filled, lambda unit: unit.wind_downs.accepted_handovers()) == ()


def test_that_a_plan_and_a_handover_settle_once(filled: Store) -> None:
    with writing(filled) as unit:
        unit.wind_downs.record(PLAN, HANDOVERS)
        unit.wind_downs.settle("W-1", PlanState.WITHDRAWN, settled_by="Bea", settled_at=LATER)
        with pytest.raises(AlreadySettledError):
            unit.wind_downs.settle("W-1", PlanState.ACCEPTED, settled_by="Bea", settled_at=LATER)
        with pytest.raises(AlreadySettledError):
            unit.wind_downs.settle_handover("W-1", "M00001", "W0001", HandoverState.CONFIRMED)


def test_that_a_handover_names_workers_that_exist_and_a_monday(filled: Store) -> None:
    with filled.write() as unit:
        with pytest.raises(UnknownKeyError):
            unit.wind_downs.record(PLAN, [handover("M00001", MONDAY, from_worker="W9")])
        with pytest.raises(ValueError, match="Monday"):
            unit.wind_downs.record(PLAN, [handover("M00001", MONDAY + timedelta(days=1))])


def test_that_a_scenario_changes_until_it_is_frozen(filled: Store) -> None:
    changed = replace(SCENARIO, text="weeks = 52\n", changed_at=LATER)
    frozen = replace(changed, state=ScenarioState.FROZEN)
    with writing(filled) as unit:
        unit.scenarios.keep(SCENARIO)
        unit.scenarios.keep(changed)
    assert read(filled, lambda unit: unit.scenarios.get("S-1")) == changed
    with writing(filled) as unit:
        unit.scenarios.keep(frozen)
        with pytest.raises(AlreadySettledError):
            unit.scenarios.keep(changed)
        with pytest.raises(AlreadySettledError):
            unit.scenarios.remove("S-1")
    assert read(filled, lambda unit: unit.scenarios.get("S-1")) == frozen


def test_that_the_base_comes_first_and_names_are_taken_once(filled: Store) -> None:
    base = replace(SCENARIO, id="S-2", name="Nu", state=ScenarioState.BASE)
    with writing(filled) as unit:
        unit.scenarios.keep(SCENARIO)
        unit.scenarios.keep(base)
        with pytest.raises(NameTakenError):
            unit.scenarios.keep(replace(SCENARIO, id="S-3", name="Nu"))
    assert read(filled, lambda unit: [found.id for found in unit.scenarios.all()]) == ["S-2", "S-1"]


def test_that_results_stay_with_the_text_that_gave_them_until_their_draft_is_removed(filled: Store) -> None:
    newer = replace(RESULT, id="R-2", seed=8)
    with writing(filled) as unit:
        unit.scenarios.keep(SCENARIO)
        unit.scenarios.keep_result(RESULT)
        unit.scenarios.keep_result(newer)
        with pytest.raises(UnknownKeyError):
            unit.scenarios.keep_result(replace(RESULT, id="R-3", scenario="S-9"))
    assert read(filled, lambda unit: unit.scenarios.results("S-1")) == (newer, RESULT)
    with writing(filled) as unit:
        unit.scenarios.remove("S-1")
    assert read(filled, lambda unit: unit.scenarios.results("S-1")) == ()
    assert read(filled, lambda unit: unit.scenarios.all()) == ()


def test_that_a_unit_that_reads_cannot_write(filled: Store) -> None:
    with filled.read() as unit, pytest.raises(RuntimeError):
        unit.open_drafts.keep(DRAFT)  # type: ignore[attr-defined]
