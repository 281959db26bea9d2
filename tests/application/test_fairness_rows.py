"""The ledger's rows say by worker, week and reason what W14 counts."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.application.fairness_rows import FairnessCounts, FairnessRow, fairness_of, fairness_rows
from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.measures import MeasureType
from caseload_planner.rules.spared import LOOK_BACK_DAYS, ledger
from tests.application.history_builders import reported
from tests.builders import ON, a_worker, an_organisation, holds

HEAVY = frozenset({"divorce_schotten", "age_17"})
URGENT = frozenset({"acute_safety"})
BOTH = frozenset({"closed_placement", "age_17"})


def rows_of(*taken: tuple[str, date, frozenset[str]], on: date = ON) -> dict[str, FairnessRow]:
    measures = [reported(f"M{n}", day, factors=factors) for n, (_, day, factors) in enumerate(taken)]
    held = [holds(f"M{n}", worker, since=day) for n, (worker, day, _) in enumerate(taken)]
    workers = [a_worker("ANN"), a_worker("BEA", team="T2")]
    return {row.worker: row for row in fairness_rows(caseload_on(an_organisation(workers, measures, held), on))}


def test_that_a_case_counts_once_whatever_it_was() -> None:
    row = rows_of(("ANN", ON, BOTH), ("ANN", ON, HEAVY), ("ANN", ON, URGENT), ("ANN", ON, frozenset()))["ANN"]
    assert row.counts == FairnessCounts(heavy=2, urgent=2, holiday=0, cases=3)
    assert [case.measure for case in row.taken] == ["M0", "M1", "M2"]


def test_that_a_plain_case_taken_in_the_summer_counts() -> None:
    row = rows_of(("ANN", date(2026, 8, 31), frozenset()), ("ANN", date(2026, 9, 1), frozenset()))["ANN"]
    assert row.counts == FairnessCounts(heavy=0, urgent=0, holiday=1, cases=1)


def test_that_the_row_of_one_worker_is_hers_among_all() -> None:
    measures = [reported("M0", ON, factors=BOTH), reported("M1", ON, factors=URGENT)]
    workers = [a_worker("ANN"), a_worker("BEA", team="T2")]
    caseload = caseload_on(an_organisation(workers, measures, [holds("M0", "ANN", since=ON)]), ON)

    assert fairness_of(caseload, "ANN") in fairness_rows(caseload)
    assert [case.taken_on for case in fairness_of(caseload, "ANN").taken] == [ON]
    assert fairness_of(caseload, "BEA").taken == ()


def test_that_the_look_back_is_thirteen_weeks() -> None:
    oldest = ON - timedelta(days=LOOK_BACK_DAYS - 1)
    rows = rows_of(("ANN", oldest, HEAVY), ("BEA", oldest - timedelta(days=1), HEAVY))
    assert (rows["ANN"].counts.cases, rows["BEA"].counts.cases) == (1, 0)


def test_that_every_week_of_the_look_back_is_there_and_adds_up() -> None:
    row = rows_of(("ANN", ON, HEAVY), ("ANN", ON - timedelta(days=7), URGENT))["ANN"]
    assert len(row.weeks) == 14
    assert [week for week, counts in row.weeks if counts.cases] == ["2026-W47", "2026-W48"]
    on_sunday = rows_of(on=ON - timedelta(days=1))["ANN"]
    assert len(on_sunday.weeks) == 13


def test_that_no_more_than_three_weigh_on_the_next_case() -> None:
    row = rows_of(*[("ANN", ON, HEAVY)] * 5)["ANN"]
    assert (row.counts.cases, row.weighs) == (5, 3)


def test_that_only_the_asked_teams_have_rows() -> None:
    organisation = an_organisation([a_worker("ANN"), a_worker("BEA", team="T2")])
    assert [row.worker for row in fairness_rows(caseload_on(organisation, ON), ("T2",))] == ["BEA"]


def test_that_seconds_and_provisional_orders_are_told_apart() -> None:
    held: list[Assignment] = [holds("M1", "ANN", since=ON), holds("M1", "BEA", "second", since=ON)]
    measure = reported("M1", ON, type=MeasureType.PROVISIONAL_GUARDIANSHIP)
    caseload = caseload_on(an_organisation([a_worker("ANN"), a_worker("BEA")], [measure], held), ON)
    ann, bea = fairness_rows(caseload)
    assert ann.counts == FairnessCounts(heavy=0, urgent=1, holiday=0, cases=1)
    assert bea.counts.cases == 0


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["ANN", "BEA"]),
            st.integers(0, 120).map(lambda days: ON - timedelta(days=days)),
            st.sampled_from([frozenset(), HEAVY, URGENT, BOTH]),
        ),
        max_size=8,
    )
)
def test_that_rows_weeks_and_the_wish_count_the_same(taken: list[tuple[str, date, frozenset[str]]]) -> None:
    measures = [reported(f"M{n}", day, factors=factors) for n, (_, day, factors) in enumerate(taken)]
    held = [holds(f"M{n}", worker, since=day) for n, (worker, day, _) in enumerate(taken)]
    caseload = caseload_on(an_organisation([a_worker("ANN"), a_worker("BEA")], measures, held), ON)
    for row in fairness_rows(caseload):
        assert row.counts.cases == ledger(caseload).get(row.worker, 0) == len(row.taken)
        for name in ("heavy", "urgent", "holiday", "cases"):
            assert getattr(row.counts, name) == sum(getattr(counts, name) for _, counts in row.weeks)
