"""Nothing is overwritten: what was known at a revision can be asked for ever."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, func, insert, select

from caseload_planner.application.changes import OrganisationChanges, assignment_key
from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.domain.norm import NormSet
from caseload_planner.domain.organisation import Absence, Contract, Organisation
from caseload_planner.persistence import tables
from caseload_planner.persistence.history import difference_of_lists
from caseload_planner.persistence.opening import create_store, open_store
from caseload_planner.persistence.store import SqliteStore
from tests.persistence.organisation_builders import MONDAY, changes_of, norm_from, organisation


def apply(store: SqliteStore, changes: OrganisationChanges) -> None:
    with store.write() as unit:
        unit.apply(changes)
        unit.commit()


def test_that_what_was_known_at_every_revision_can_be_asked(filled: SqliteStore, known: Organisation) -> None:
    first, second = known.assignments[:2]
    steps = (
        OrganisationChanges(assignments=(replace(first, until_on=MONDAY),)),
        OrganisationChanges(withdrawn_assignments=(assignment_key(second),)),
        OrganisationChanges(contracts={"W0001": (Contract(date(2020, 1, 1), None, Decimal("0.78")),)}),
        OrganisationChanges(absences={"W0001": (Absence(MONDAY, None, Decimal(1)),)}),
        OrganisationChanges(norms=(norm_from(date(2026, 1, 1), working=1500),)),
        OrganisationChanges(conflicts=frozenset(), supporters=()),
        OrganisationChanges(measures=(replace(known.measures["M00001"], closed_on=MONDAY),)),
    )
    seen = [known]
    for changes in steps:
        apply(filled, changes)
        with filled.read() as unit:
            seen.append(unit.snapshot())
    with filled.read() as unit:
        assert [unit.snapshot_at(revision) for revision in range(1, len(seen) + 1)] == seen
        assert unit.snapshot_at(0).workers == {}
    assert len({id(one) for one in seen}) == len(seen)
    assert all(before != after for before, after in pairwise(seen))


def test_that_a_revision_that_was_never_reached_is_refused(filled: SqliteStore) -> None:
    with filled.read() as unit:
        for revision in (-1, 2):
            with pytest.raises(UnknownKeyError):
                unit.snapshot_at(revision)


def test_that_no_row_of_an_assignment_ever_goes(filled: SqliteStore, known: Organisation) -> None:
    first = known.assignments[0]
    for days in range(5):
        apply(filled, OrganisationChanges(assignments=(replace(first, until_on=MONDAY + timedelta(days=days)),)))
    apply(filled, OrganisationChanges(withdrawn_assignments=(assignment_key(first),)))
    kept = select(func.count()).where(
        tables.assignments.c.measure == first.measure,
        tables.assignments.c.worker == first.worker,
        tables.assignments.c.position == first.position.value,
    )
    with filled._engine.connect() as connection:
        assert connection.execute(kept).scalar_one() == 6


@given(before=st.lists(st.integers(0, 4)), after=st.lists(st.integers(0, 4)))
def test_that_a_list_becomes_what_is_wanted_and_equal_rows_stay(before: list[int], after: list[int]) -> None:
    engine = create_engine("sqlite://")
    tables.metadata.create_all(engine)
    with engine.connect() as connection:
        as_rows = [{"worker": "W", "from_on": "2026-01-01", "until_on": None, "share": str(n)} for n in before]
        if as_rows:
            connection.execute(insert(tables.absences), [{**row, "from_revision": 1} for row in as_rows])
        wanted = [{"worker": "W", "from_on": "2026-01-01", "until_on": None, "share": str(n)} for n in after]
        difference = difference_of_lists(connection, tables.absences, "worker", {"W": wanted})
        difference.write(connection, 2)
        current = select(tables.absences.c.share).where(tables.absences.c.until_revision.is_(None))
        assert sorted(connection.execute(current).scalars()) == sorted(map(str, after))
        shared = sum(min(before.count(n), after.count(n)) for n in set(before))
        assert len(difference.added) == len(after) - shared
        assert len(difference.ended) == len(before) - shared
    engine.dispose()


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), measures=st.integers(1, 60))
def test_that_any_organisation_comes_back_from_the_file(
    tmp_path_factory: pytest.TempPathFactory, seed: int, measures: int
) -> None:
    path = tmp_path_factory.mktemp("any") / "planner.sqlite"
    known = organisation(measures=measures, seed=seed)
    with create_store(path) as store:
        apply(store, changes_of(known))
    with open_store(path) as store, store.read() as unit:
        assert unit.snapshot() == known


def test_that_a_snapshot_is_read_once_for_each_revision(filled: SqliteStore) -> None:
    with filled.read() as unit:
        once = unit.snapshot()
    with filled.read() as unit:
        assert unit.snapshot() is once
    with filled.write() as unit:
        assert unit.snapshot() is once


def test_that_another_store_on_the_file_sees_the_change(filled: SqliteStore, known: Organisation) -> None:
    with open_store(filled.path) as other:
        with other.read() as unit:
            unit.snapshot()
        added = Assignment(measure="M00028", worker="W0001", position=Position.FIRST, from_on=MONDAY)
        apply(filled, OrganisationChanges(assignments=(added,)))
        with other.read() as unit:
            assert added in unit.snapshot().assignments


def test_that_measures_are_refused_before_any_norm(store: SqliteStore, known: Organisation) -> None:
    changes = replace(changes_of(known), norms=())
    with pytest.raises(UnknownKeyError, match="norm"):
        apply(store, changes)


def test_that_the_starting_norm_holds_until_a_norm_is_written(tmp_path_factory: pytest.TempPathFactory) -> None:
    starting = NormSet((norm_from(date(2024, 1, 1)),))
    known = organisation()
    path = tmp_path_factory.mktemp("norm") / "planner.sqlite"
    with create_store(path, starting_norms=starting) as store:
        apply(store, replace(changes_of(known), norms=(), policy=None))
        with store.read() as unit:
            assert unit.snapshot().norms == starting
        apply(store, OrganisationChanges(norms=known.norms.norms))
        with store.read() as unit:
            assert unit.snapshot().norms.norms == known.norms.norms
