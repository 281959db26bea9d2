"""A weekly round confirms planned handovers: they switch in their week, and a withdrawal lets them wait again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from caseload_planner.application.changes import OrganisationChanges
from caseload_planner.application.confirm_handovers import assignments_of_handovers
from caseload_planner.application.decide_proposal import DecideResult, decide
from caseload_planner.application.decision_terms import DecisionTerms
from caseload_planner.application.due_handovers import due_handovers
from caseload_planner.application.plan_records import HandoverState, PlannedHandover, PlanState, StoredWindDown
from caseload_planner.application.propose_distribution import keep_own_plan
from caseload_planner.application.services import Services
from caseload_planner.application.withdraw_round import withdraw_round
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.assignment import Assignment, Holders, Position
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.errors import AlreadySettledError, HandoverChangedError
from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Employment, Organisation
from caseload_planner.rules.round import Placement
from tests.application.stored_files import organisation_in, stored
from tests.builders import ON, a_measure, a_worker, an_organisation, holds, running
from tests.winddown.kept_plans import a_kept_plan

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


def the_organisation() -> Organisation:
    """Give a secondee with a duo and a case of her own, and two who can take over."""
    return an_organisation(
        [a_worker("D", employment=Employment.SECONDED), *(a_worker(key) for key in ("ANN", "BEA", "CIS"))],
        [running("DUO", duo=Wanted.PREFERRED), running("SOLO", duo=Wanted.PREFERRED), a_measure("NEW")],
        [holds("DUO", "D"), holds("DUO", "BEA", "second"), holds("SOLO", "D")],
    )


def handover(measure: str, receiver: str, week: date, *, overlap: int = 2) -> PlannedHandover:
    return PlannedHandover(
        plan="W-1",
        measure=measure,
        from_worker="D",
        to_worker=receiver,
        position=Position.FIRST,
        week=week,
        overlap_weeks=overlap,
    )


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with stored(the_organisation(), tmp_path / "town.sqlite") as opened:
        yield opened


def after(organisation: Organisation, *handovers: PlannedHandover, on: date = ON) -> Organisation:
    """Give the organisation with handovers confirmed on a date."""
    begun, ended = assignments_of_handovers(organisation, handovers, on)
    keys = {(part.measure, part.worker, part.position, part.from_on) for part in ended}
    stay = [a for a in organisation.assignments if (a.measure, a.worker, a.position, a.from_on) not in keys]
    return replace(organisation, assignments=(*stay, *ended, *begun))


def holders(organisation: Organisation, measure: str, on: date) -> Holders:
    return caseload_on(organisation, on).holders[measure]


def test_that_the_receiver_comes_along_and_then_takes_over() -> None:
    found = after(the_organisation(), handover("SOLO", "ANN", ON + 3 * WEEK))
    assert holders(found, "SOLO", ON + WEEK - DAY) == Holders(first="D")
    assert holders(found, "SOLO", ON + WEEK) == Holders(first="D", incoming="ANN")
    assert holders(found, "SOLO", ON + 3 * WEEK - DAY) == Holders(first="D", incoming="ANN")
    assert holders(found, "SOLO", ON + 3 * WEEK) == Holders(first="ANN")


def test_that_the_second_becomes_first_without_coming_along() -> None:
    found = after(the_organisation(), handover("DUO", "BEA", ON + 2 * WEEK))
    assert holders(found, "DUO", ON + 2 * WEEK - DAY) == Holders(first="D", second="BEA")
    assert holders(found, "DUO", ON + 2 * WEEK) == Holders(first="BEA")


def test_that_a_second_joins_by_the_plan_where_the_second_of_before_becomes_first(services: Services) -> None:
    wanted, second = handover("DUO", "BEA", ON), joins("DUO", "BEA", "ANN")
    accepted(services, wanted, second)
    decided(services, wanted, second)
    assert holders(organisation_in(services), "DUO", ON) == Holders(first="BEA", second="ANN")


def test_that_a_second_joins_beside_somebody_who_had_no_place_before(services: Services) -> None:
    wanted, second = handover("SOLO", "BEA", ON + WEEK), joins("SOLO", "BEA", "ANN", ON + WEEK)
    accepted(services, wanted, second)
    decided(services, wanted, second)
    found = organisation_in(services)
    assert holders(found, "SOLO", ON) == Holders(first="D", incoming="BEA")
    assert holders(found, "SOLO", ON + WEEK) == Holders(first="BEA", second="ANN")


def test_that_nobody_joins_where_a_second_stays(services: Services) -> None:
    wanted, second = handover("DUO", "ANN", ON), joins("DUO", "ANN", "CIS")
    accepted(services, wanted, second)
    decided(services, wanted, second)
    assert holders(organisation_in(services), "DUO", ON) == Holders(first="ANN", second="BEA")


def test_that_a_second_who_may_no_longer_join_keeps_the_whole_handover_back(services: Services) -> None:
    wanted, second = handover("SOLO", "BEA", ON), joins("SOLO", "BEA", "CIS")
    accepted(services, wanted, second)
    gone = replace(organisation_in(services).workers["CIS"], ends_on=ON - DAY)
    with services.store.write() as unit:
        unit.apply(OrganisationChanges(workers=(gone,)))
        unit.commit()
    before = organisation_in(services)
    (row,) = due_handovers(services, ON)
    assert (row.whole, row.changed) == ((wanted, second), ("H7",))
    with pytest.raises(HandoverChangedError, match="CIS"):
        decided(services, *row.whole)
    assert organisation_in(services) == before


def test_that_a_handover_and_who_joins_come_up_as_one(services: Services) -> None:
    wanted, second = handover("SOLO", "BEA", ON), joins("SOLO", "BEA", "ANN")
    accepted(services, second, wanted)
    (row,) = due_handovers(services, ON)
    assert (row.handover, row.joined, row.joined_names, row.changed) == (wanted, (second,), ("Naam ANN",), ())


def test_that_a_second_may_join_later_than_the_first(services: Services) -> None:
    wanted, second = handover("SOLO", "BEA", ON + WEEK), joins("SOLO", "BEA", "ANN", ON + WEEK)
    accepted(services, wanted, second)
    decided(services, wanted)
    for on in (ON, ON + 2 * WEEK):
        (row,) = due_handovers(services, on)
        assert (row.whole, row.comes_beside, row.changed) == ((second,), True, ())
    decided(services, second)
    assert holders(organisation_in(services), "SOLO", ON + WEEK) == Holders(first="BEA", second="ANN")


def test_that_a_place_given_up_twice_over_ends_once() -> None:
    first = handover("DUO", "BEA", ON)
    second = replace(first, from_worker="BEA", to_worker="ANN", position=Position.SECOND)
    _, ended = assignments_of_handovers(the_organisation(), [first, second], ON)
    assert sorted(part.worker for part in ended) == ["BEA", "D"]


def test_that_a_week_that_has_passed_switches_on_the_date_itself() -> None:
    found = after(the_organisation(), handover("SOLO", "ANN", ON - WEEK))
    assert holders(found, "SOLO", ON) == Holders(first="ANN")
    assert holders(found, "SOLO", ON - DAY) == Holders(first="D")


def test_that_the_overlap_is_what_is_left_of_it() -> None:
    begun, _ = assignments_of_handovers(the_organisation(), [handover("SOLO", "ANN", ON + WEEK, overlap=4)], ON)
    assert begun[0] == Assignment(
        measure="SOLO", worker="ANN", position=Position.INCOMING, from_on=ON, until_on=ON + WEEK - DAY
    )


def test_that_a_place_of_somebody_else_cannot_be_handed_over() -> None:
    organisation = the_organisation()
    moved = replace(organisation, assignments=(holds("SOLO", "BEA"),))
    with pytest.raises(HandoverChangedError):
        assignments_of_handovers(moved, [handover("SOLO", "ANN", ON)], ON)


def joins(measure: str, beside: str, receiver: str, week: date = ON) -> PlannedHandover:
    """Give a second who comes beside a new first contact."""
    return replace(handover(measure, receiver, week), from_worker=beside, position=Position.SECOND)


def accepted(services: Services, *handovers: PlannedHandover, key: str = "W-1") -> None:
    now, until = services.clock.now(), ON + 9 * WEEK
    document = a_kept_plan(ON, until, ("D",))
    plan = StoredWindDown(id=key, made_by="L", made_at=now, on=ON, until=until, revision=1, document=document)
    with services.store.write() as unit:
        unit.wind_downs.record(plan, [replace(one, plan=key) for one in handovers])
        unit.wind_downs.settle(key, PlanState.ACCEPTED, settled_by="L", settled_at=now)
        unit.commit()


def withdrawn(services: Services, key: str = "W-1") -> None:
    with services.store.write() as unit:
        unit.wind_downs.settle(key, PlanState.WITHDRAWN, settled_by="L", settled_at=services.clock.now())
        unit.commit()


def decided(services: Services, *handovers: PlannedHandover, placements: tuple[Placement, ...] = ()) -> DecideResult:
    request = ProposalRequest(on=ON, measures=tuple(placement.measure for placement in placements) or ("NEW",))
    plan = keep_own_plan(services, request, placements)
    return decide(services, plan.id, DecisionTerms(decided_by="L", handovers=handovers))


def states(services: Services, key: str = "W-1") -> list[tuple[str, str, str | None]]:
    with services.store.read() as unit:
        return [(row.measure, row.state.value, row.decision) for row in unit.wind_downs.handovers(key)]


def test_that_a_round_with_a_handover_confirms_it_and_a_withdrawal_lets_it_wait(services: Services) -> None:
    wanted = handover("SOLO", "ANN", ON)
    accepted(services, wanted, handover("DUO", "BEA", ON + WEEK))
    before = organisation_in(services)
    result = decided(services, wanted, placements=(Placement("NEW", "BEA"),))
    assert holders(organisation_in(services), "SOLO", ON) == Holders(first="ANN")
    assert holders(organisation_in(services), "NEW", ON) == Holders(first="BEA")
    assert states(services) == [("SOLO", "confirmed", result.decision.id), ("DUO", "planned", None)]
    withdraw_round(services, result.decision.id, withdrawn_by="L", reason="te vroeg")
    assert organisation_in(services) == before
    assert states(services) == [("SOLO", "planned", None), ("DUO", "planned", None)]


def test_that_a_withdrawn_round_waits_by_the_plan_that_took_the_place_of_its_own(services: Services) -> None:
    wanted = handover("SOLO", "ANN", ON)
    accepted(services, wanted)
    result = decided(services, wanted)
    withdrawn(services)
    accepted(services, handover("DUO", "BEA", ON + 4 * WEEK), key="W-2")
    withdraw_round(services, result.decision.id, withdrawn_by="L", reason="te vroeg")
    assert states(services) == [("SOLO", "withdrawn", None)]
    assert states(services, "W-2") == [("SOLO", "planned", None), ("DUO", "planned", None)]
    assert [row.handover.measure for row in due_handovers(services, ON)] == ["SOLO"]


def test_that_a_withdrawn_round_leaves_what_the_plan_of_now_has_for_the_same_case(services: Services) -> None:
    wanted = handover("SOLO", "ANN", ON)
    accepted(services, wanted)
    result = decided(services, wanted)
    withdrawn(services)
    accepted(services, handover("SOLO", "BEA", ON + 5 * WEEK), key="W-2")
    withdraw_round(services, result.decision.id, withdrawn_by="L", reason="te vroeg")
    with services.store.read() as unit:
        (row,) = unit.wind_downs.handovers("W-2")
    assert (row.to_worker, row.state) == ("BEA", HandoverState.PLANNED)


def test_that_a_withdrawn_round_of_a_withdrawn_plan_waits_for_nothing(services: Services) -> None:
    wanted, second = handover("SOLO", "BEA", ON), joins("SOLO", "BEA", "ANN")
    accepted(services, wanted, second)
    result = decided(services, wanted, second)
    withdrawn(services)
    withdraw_round(services, result.decision.id, withdrawn_by="L", reason="te vroeg")
    assert states(services) == [("SOLO", "withdrawn", None)] * 2
    assert due_handovers(services, ON) == ()


def test_that_a_handover_is_confirmed_once_and_then_nothing_of_the_round_is_written(services: Services) -> None:
    wanted = handover("SOLO", "ANN", ON + WEEK)
    accepted(services, wanted)
    decided(services, wanted)
    before = organisation_in(services)
    with pytest.raises(AlreadySettledError):
        decided(services, wanted, placements=(Placement("NEW", "BEA"),))
    assert organisation_in(services) == before
    assert [state for _, state, _ in states(services)] == [HandoverState.CONFIRMED.value]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"measures": {"SOLO": running("SOLO", closed_on=ON - DAY)}}, "closed"),
        ({"workers": {"ANN": a_worker("ANN", ends_on=ON + WEEK)}}, "H9"),
    ],
)
def test_that_what_was_planned_on_other_data_is_not_confirmed(
    tmp_path: Path, change: dict[str, dict[str, object]], why: str
) -> None:
    organisation = the_organisation()
    changed = {name: {**getattr(organisation, name), **rows} for name, rows in change.items()}
    with stored(replace(organisation, **changed), tmp_path / "town.sqlite") as services:
        wanted = handover("SOLO", "ANN", ON)
        accepted(services, wanted)
        before = organisation_in(services)
        with pytest.raises(HandoverChangedError, match=why):
            decided(services, wanted)
        assert organisation_in(services) == before
