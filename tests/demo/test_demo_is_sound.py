"""The demo organisation repeats, and nothing in it would be refused by an import."""

import hashlib
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseload_planner.demo.organisation import demo_organisation
from caseload_planner.demo.places import DemoSize
from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.domain.norm import NormSet
from caseload_planner.domain.organisation import Organisation
from tests.demo.national_norm import national_norms

ON = date(2026, 11, 23)
NORMS = national_norms()

FINGERPRINT = """
import sys
from tests.demo.test_demo_is_sound import fingerprint
sys.stdout.write(fingerprint())
"""


def fingerprint() -> str:
    organisation = demo_organisation(DemoSize.SMALL, 5, ON, NORMS)
    facts = [
        [
            (w.key, w.name, w.team, w.role, w.ends_on, sorted(w.skills), w.contracts, w.absences)
            for w in organisation.workers.values()
        ],
        [
            (m.key, m.family, m.type, m.reported_on, m.expected_end, sorted(m.factors))
            for m in organisation.measures.values()
        ],
        [(a.measure, a.worker, a.position, a.from_on, a.until_on) for a in organisation.assignments],
        sorted(organisation.conflicts),
        organisation.supporters,
    ]
    return hashlib.sha256(repr(facts).encode()).hexdigest()


def test_that_equal_arguments_give_an_equal_organisation() -> None:
    first, second = (demo_organisation(DemoSize.SMALL, 7, ON, NORMS) for _ in range(2))
    assert first == second


def test_that_it_is_the_same_in_another_process_with_another_hash_seed() -> None:
    other = subprocess.run(
        [sys.executable, "-c", FINGERPRINT],
        env={"PYTHONHASHSEED": "12345", "PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=True,
    )
    assert other.stdout == fingerprint()


def test_that_another_seed_gives_another_organisation() -> None:
    assert demo_organisation(DemoSize.SMALL, 1, ON, NORMS) != demo_organisation(DemoSize.SMALL, 2, ON, NORMS)


def test_that_a_norm_without_the_factors_of_the_demo_is_refused_by_name() -> None:
    poor = replace(NORMS.norms[0], factors={"out_of_home": 15})
    with pytest.raises(ValueError, match="complex_divorce"):
        demo_organisation(DemoSize.SMALL, 1, ON, NormSet((poor,)))


@settings(max_examples=12)
@given(
    seed=st.integers(0, 10**9),
    on=st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    size=st.sampled_from([DemoSize.SMALL, DemoSize.SMALL, DemoSize.NORMAL]),
)
def test_that_any_seed_and_date_gives_a_sound_organisation(seed: int, on: date, size: DemoSize) -> None:
    assert list(faults(demo_organisation(size, seed, on, NORMS))) == []


def test_that_the_large_organisation_is_sound_too() -> None:
    assert list(faults(demo_organisation(DemoSize.LARGE, 1, ON, NORMS))) == []


def faults(organisation: Organisation) -> Iterator[str]:
    yield from worker_faults(organisation)
    yield from measure_faults(organisation)
    yield from assignment_faults(organisation)
    family_teams: dict[str, set[str]] = defaultdict(set)
    for measure in organisation.measures.values():
        family_teams[measure.family].add(measure.team)
    yield from (f"{family} belongs to several teams" for family, teams in family_teams.items() if len(teams) > 1)
    names = [worker.name for worker in organisation.workers.values()]
    if len(set(names)) != len(names):
        yield "two people have one name"


def worker_faults(organisation: Organisation) -> Iterator[str]:
    for worker in organisation.workers.values():
        if worker.team not in organisation.teams:
            yield f"{worker.key} is in no team"
        if worker.ends_on is not None and worker.ends_on < worker.started_on:
            yield f"{worker.key} leaves before she comes"
        free_from = worker.started_on
        for contract in worker.contracts:
            if (
                contract.from_on < free_from
                or not 0 < contract.fte <= 1
                or (contract.until_on or date.max) < contract.from_on
            ):
                yield f"{worker.key} has a contract that cannot be"
            free_from = contract.until_on or date.max
        if worker.contracts[-1].until_on != worker.ends_on:
            yield f"{worker.key}'s contract does not end with her service"
        for absence in worker.absences:
            if not 0 < absence.share <= 1 or (absence.until_on or date.max) < absence.from_on:
                yield f"{worker.key} has an absence that cannot be"


def measure_faults(organisation: Organisation) -> Iterator[str]:
    known = organisation.norms.norms[0].factors
    for measure in organisation.measures.values():
        started = measure.started_on or measure.reported_on
        if started > measure.reported_on:
            yield f"{measure.key} starts after its report"
        if measure.expected_end is not None and measure.expected_end <= started:
            yield f"{measure.key} ends before it starts"
        if measure.closed_on is not None and measure.closed_on < measure.reported_on:
            yield f"{measure.key} closes before its report"
        if not measure.factors <= set(known):
            yield f"{measure.key} has an unknown factor"
        if measure.reported_on.weekday() > 4:
            yield f"{measure.key} is reported in a weekend"


def assignment_faults(organisation: Organisation) -> Iterator[str]:
    for key, rows in organisation.assignments_of.items():
        measure = organisation.measures[key]
        for row in rows:
            worker = organisation.workers[row.worker]
            last = row.until_on or date.max
            if last < row.from_on:
                yield f"{row} ends before it begins"
            if row.from_on < max(worker.started_on, measure.reported_on):
                yield f"{row} is before service or report"
            if worker.ends_on is not None and row.until_on is not None and row.until_on > worker.ends_on:
                yield f"{row} goes on after service"
            if not worker.carries:
                yield f"{row} is held by somebody who carries nothing"
            if (row.worker, measure.family) in organisation.conflicts:
                yield f"{row} is in conflict"
        yield from overlaps(organisation, rows)


def overlaps(organisation: Organisation, rows: tuple[Assignment, ...]) -> Iterator[str]:
    def last_day(row: Assignment) -> date:
        return min(row.until_on or date.max, organisation.workers[row.worker].ends_on or date.max)

    for n, row in enumerate(rows):
        for other in rows[n + 1 :]:
            if other.from_on > last_day(row) or row.from_on > last_day(other):
                continue
            if row.position is other.position:
                yield f"two at once: {row} {other}"
            if row.worker == other.worker:
                yield f"one person twice: {row} {other}"


def test_that_second_contacts_and_handovers_occur_at_every_size() -> None:
    for size in (DemoSize.NORMAL, DemoSize.LARGE):
        rows = demo_organisation(size, 3, ON, NORMS).assignments
        assert {row.position for row in rows} == set(Position)
        assert any(row.position is Position.INCOMING and row.until_on is None for row in rows)
