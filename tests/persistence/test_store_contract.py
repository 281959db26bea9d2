"""What every store promises, whatever is behind it: add a fake to `MAKERS` to hold it to the same."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from caseload_planner.application.changes import ChangeSet, OrganisationChanges, assignment_key
from caseload_planner.application.ports import Store
from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.domain.errors import StaleProposalError, UnknownKeyError
from caseload_planner.domain.norm import Policy
from caseload_planner.domain.organisation import Absence, Contract, Organisation, Supporter, Team
from caseload_planner.persistence.opening import create_store
from tests.persistence.organisation_builders import (
    MONDAY,
    audit_of,
    changes_of,
    decision_of,
    norm_from,
    organisation,
    stored_proposal,
    unassigned,
)


def _sqlite(folder: Path) -> AbstractContextManager[Store]:
    return create_store(folder / "planner.sqlite")


MAKERS: dict[str, Callable[[Path], AbstractContextManager[Store]]] = {"sqlite": _sqlite}
NEW_TEAM = Team("T99", "Team 99", "region 9", "Heerlen")


@pytest.fixture(params=sorted(MAKERS))
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with MAKERS[request.param](tmp_path) as store:
        yield store


@pytest.fixture
def known() -> Organisation:
    return organisation()


@pytest.fixture
def store(empty: Store, known: Organisation) -> Store:
    apply(empty, changes_of(known))
    return empty


def apply(store: Store, changes: OrganisationChanges) -> ChangeSet:
    with store.write() as unit:
        changed = unit.apply(changes)
        unit.commit()
    return changed


def snapshot(store: Store) -> Organisation:
    with store.read() as unit:
        return unit.snapshot()


def decide(
    store: Store, proposal: str = "P1", decision: str = "D1", *, ended: tuple[Assignment, ...] = ()
) -> ChangeSet:
    known = snapshot(store)
    stored = stored_proposal(proposal, measures=tuple(unassigned(known)[:2]))
    with store.write() as unit:
        unit.save_proposal(stored)
        made = decision_of(decision, stored, ended=ended)
        changed = unit.record_decision(made)
        unit.append_audit(audit_of(made))
        unit.commit()
    return changed


def _write_and_fail(store: Store) -> None:
    with store.write() as unit:
        unit.apply(OrganisationChanges(teams=(NEW_TEAM,)))
        raise ZeroDivisionError


def test_that_a_new_store_is_empty_at_revision_nought(empty: Store) -> None:
    found = snapshot(empty)
    assert (found.teams, found.workers, found.measures, found.assignments) == ({}, {}, {}, ())
    assert found.revision == 0


def test_that_an_organisation_comes_back_as_it_was_written(store: Store, known: Organisation) -> None:
    assert snapshot(store) == known


def test_that_mappings_come_back_sorted_by_key(empty: Store, known: Organisation) -> None:
    backwards = changes_of(known)
    apply(empty, replace(backwards, workers=backwards.workers[::-1], measures=backwards.measures[::-1]))
    found = snapshot(empty)
    assert list(found.workers) == sorted(known.workers)
    assert list(found.measures) == sorted(known.measures)


def test_that_the_revision_moves_with_each_change_and_only_then(store: Store, known: Organisation) -> None:
    before = snapshot(store).revision
    assert apply(store, changes_of(known)) == ChangeSet(before)
    assert snapshot(store).revision == before
    assert apply(store, OrganisationChanges(teams=(NEW_TEAM,))) == ChangeSet(before + 1, teams=True)
    assert snapshot(store).revision == before + 1


def test_that_nothing_is_written_without_commit(store: Store, known: Organisation) -> None:
    with store.write() as unit:
        unit.apply(OrganisationChanges(teams=(NEW_TEAM,)))
        assert unit.snapshot().teams["T99"] == NEW_TEAM
    assert snapshot(store) == known


def test_that_nothing_is_written_where_an_error_leaves_the_unit(store: Store, known: Organisation) -> None:
    with pytest.raises(ZeroDivisionError):
        _write_and_fail(store)
    assert snapshot(store) == known


def test_that_a_rolled_back_revision_leaves_no_trace_in_later_snapshots(store: Store) -> None:
    with store.write() as unit:
        unit.apply(OrganisationChanges(teams=(NEW_TEAM,)))
        unit.snapshot()
    other = replace(NEW_TEAM, key="T98")
    apply(store, OrganisationChanges(teams=(other,)))
    teams = snapshot(store).teams
    assert "T98" in teams
    assert "T99" not in teams


def test_that_a_worker_changes_without_her_contracts_and_absences(store: Store, known: Organisation) -> None:
    worker = known.workers["W0001"]
    changed = apply(store, OrganisationChanges(workers=(replace(worker, name="Anders", contracts=(), absences=()),)))
    assert changed == ChangeSet(2, workers=True)
    assert snapshot(store).workers["W0001"] == replace(worker, name="Anders")


def test_that_contracts_of_one_worker_are_replaced_and_others_stay(store: Store, known: Organisation) -> None:
    contracts = (
        Contract(date(2020, 1, 1), date(2026, 12, 31), Decimal("0.78")),
        Contract(date(2027, 1, 1), None, Decimal(1)),
    )
    assert apply(store, OrganisationChanges(contracts={"W0001": contracts})).workers
    found = snapshot(store).workers
    assert found["W0001"].contracts == contracts
    assert found["W0000"] == known.workers["W0000"]


def test_that_equal_overlapping_absences_are_all_kept(store: Store) -> None:
    absence = Absence(date(2026, 11, 1), None, Decimal("0.5"))
    apply(store, OrganisationChanges(absences={"W0001": (absence, absence)}))
    assert snapshot(store).workers["W0001"].absences == (absence, absence)
    apply(store, OrganisationChanges(absences={"W0001": (absence,)}))
    assert snapshot(store).workers["W0001"].absences == (absence,)
    apply(store, OrganisationChanges(absences={"W0001": ()}))
    assert snapshot(store).workers["W0001"].absences == ()


def test_that_an_assignment_changes_under_its_key_and_can_be_withdrawn(store: Store, known: Organisation) -> None:
    first, second = known.assignments[:2]
    ended = replace(first, until_on=MONDAY)
    changes = OrganisationChanges(assignments=(ended,), withdrawn_assignments=(assignment_key(second),))
    assert apply(store, changes) == ChangeSet(2, assignments=True)
    assert snapshot(store).assignments == (ended, *known.assignments[2:])
    assert apply(store, changes) == ChangeSet(2)


def test_that_conflicts_and_supporters_are_complete_sets_and_none_leaves_them(
    store: Store, known: Organisation
) -> None:
    apply(store, OrganisationChanges(conflicts=frozenset({("W0001", "F00001")})))
    found = snapshot(store)
    assert found.conflicts == {("W0001", "F00001")}
    assert found.supporters == known.supporters
    apply(store, OrganisationChanges(supporters=(Supporter("W0002", "T00", Decimal("3.25")),), conflicts=frozenset()))
    found = snapshot(store)
    assert found.conflicts == frozenset()
    assert found.supporters == (Supporter("W0002", "T00", Decimal("3.25")),)


def test_that_a_norm_version_is_added_or_replaced_by_its_date(store: Store, known: Organisation) -> None:
    newer, changed = norm_from(date(2027, 1, 1)), norm_from(date(2026, 1, 1), working=1500)
    assert apply(store, OrganisationChanges(norms=(newer, changed))) == ChangeSet(2, norms=True)
    assert snapshot(store).norms.norms == (known.norms.norms[0], changed, newer)
    assert apply(store, OrganisationChanges(policy=Policy(leaving_days=60))).norms
    assert snapshot(store).norms.policy == Policy(leaving_days=60)


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        (OrganisationChanges(contracts={"W9": (Contract(MONDAY, None, Decimal(1)),)}), "W9"),
        (OrganisationChanges(absences={"W9": ()}), "W9"),
        (OrganisationChanges(conflicts=frozenset({("W9", "F1")})), "W9"),
        (OrganisationChanges(supporters=(Supporter("W0001", "T9", Decimal(1)),)), "T9"),
        (OrganisationChanges(measures=(replace(organisation().measures["M00001"], team="T9"),)), "T9"),
        (OrganisationChanges(workers=(replace(organisation().workers["W0001"], team="T9"),)), "T9"),
        (
            OrganisationChanges(
                assignments=(Assignment(measure="M9", worker="W0001", position=Position.FIRST, from_on=MONDAY),)
            ),
            "M9",
        ),
    ],
)
def test_that_a_reference_to_nothing_is_refused_by_key(
    store: Store, known: Organisation, changes: OrganisationChanges, key: str
) -> None:
    with pytest.raises(UnknownKeyError) as refusal, store.write() as unit:
        unit.apply(changes)
    assert refusal.value.figures["key"] == key
    assert snapshot(store) == known


def test_that_proposals_come_back_newest_first_and_by_date(store: Store) -> None:
    one, two = stored_proposal("P1"), stored_proposal("P2", on=MONDAY + timedelta(days=7))
    with store.write() as unit:
        unit.save_proposal(one)
        unit.save_proposal(two)
        unit.commit()
    with store.read() as unit:
        assert unit.proposal("P1") == one
        assert list(unit.proposals()) == [two, one]
        assert list(unit.proposals(MONDAY)) == [one]


def test_that_a_proposal_saved_again_replaces_the_draft(store: Store) -> None:
    one = stored_proposal("P1")
    changed = replace(one, digest="another", proposal=replace(one.proposal, seconds=2.5))
    for stored in (one, changed):
        with store.write() as unit:
            unit.save_proposal(stored)
            unit.commit()
    with store.read() as unit:
        assert list(unit.proposals()) == [changed]


def test_that_saving_a_proposal_does_not_move_the_revision(store: Store) -> None:
    before = snapshot(store).revision
    with store.write() as unit:
        unit.save_proposal(stored_proposal("P1"))
        unit.commit()
    assert snapshot(store).revision == before


def test_that_unknown_proposals_and_decisions_are_refused(store: Store) -> None:
    with store.read() as unit:
        with pytest.raises(UnknownKeyError):
            unit.proposal("P9")
        with pytest.raises(UnknownKeyError):
            unit.decision("D9")
        assert list(unit.proposals()) == []
        assert list(unit.decisions()) == []


def test_that_a_decision_writes_its_assignments_and_marks_its_proposal(store: Store, known: Organisation) -> None:
    first = known.assignments[0]
    ended = replace(first, until_on=MONDAY - timedelta(days=1))
    assert decide(store, ended=(ended,)) == ChangeSet(2, assignments=True, proposals=True)
    found = snapshot(store)
    with store.read() as unit:
        decision = unit.decision("D1")
        assert list(unit.decisions()) == [decision]
        assert unit.proposal("P1").decision == "D1"
        assert unit.decided_assignments() == {assignment_key(begun) for begun in decision.begun}
    assert len(decision.begun) == 2
    assert decision.ended == (ended,)
    assert [override.rule for override in decision.overrides] == ["H8"]
    assert set(found.assignments) == {*known.assignments[1:], ended, *decision.begun}
    assert found.revision == 2


def test_that_a_decision_comes_back_equal(store: Store) -> None:
    stored = stored_proposal("P1", measures=("M00027", "M00028"))
    made = decision_of("D1", stored)
    with store.write() as unit:
        unit.save_proposal(stored)
        unit.record_decision(made)
        unit.append_audit(audit_of(made))
        unit.commit()
    with store.read() as unit:
        assert unit.decision("D1") == made


def test_that_a_proposal_is_decided_once(store: Store) -> None:
    decide(store)
    with store.read() as unit:
        stored = unit.proposal("P1")
    after = snapshot(store)
    with pytest.raises(StaleProposalError), store.write() as unit:
        unit.record_decision(decision_of("D2", stored))
    with pytest.raises(StaleProposalError), store.write() as unit:
        unit.save_proposal(stored)
    assert snapshot(store) == after


def test_that_a_decision_on_an_unknown_proposal_is_refused(store: Store) -> None:
    with pytest.raises(UnknownKeyError), store.write() as unit:
        unit.record_decision(decision_of("D1", stored_proposal("P9")))


def test_that_a_decision_cannot_end_what_is_no_longer_there(store: Store, known: Organisation) -> None:
    gone = known.assignments[0]
    apply(store, OrganisationChanges(withdrawn_assignments=(assignment_key(gone),)))
    with pytest.raises(StaleProposalError):
        decide(store, ended=(replace(gone, until_on=MONDAY),))
    with store.read() as unit:
        assert list(unit.decisions()) == []


def test_that_confirmed_and_withdrawn_assignments_are_no_longer_pending(store: Store) -> None:
    decide(store)
    with store.read() as unit:
        one, two = sorted(unit.decided_assignments())
    confirmed = OrganisationChanges(confirmed_assignments=(one,))
    assert apply(store, confirmed) == ChangeSet(3, assignments=True)
    with store.read() as unit:
        assert unit.decided_assignments() == {two}
        assert one in {assignment_key(a) for a in unit.snapshot().assignments}
    apply(store, OrganisationChanges(withdrawn_assignments=(two,)))
    with store.read() as unit:
        assert unit.decided_assignments() == frozenset()
        assert two not in {assignment_key(a) for a in unit.snapshot().assignments}
    assert apply(store, confirmed) == ChangeSet(4)


def test_that_a_view_does_not_see_what_is_committed_after_it_was_opened(store: Store, known: Organisation) -> None:
    with store.read() as unit:
        apply(store, OrganisationChanges(teams=(NEW_TEAM,)))
        assert unit.snapshot() == known
        assert unit.snapshot().revision == 1
    assert "T99" in snapshot(store).teams
