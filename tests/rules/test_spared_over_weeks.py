"""Heavy work goes around: week after week it goes to who took least of it, and a debt is repaid."""

from collections import Counter
from datetime import date, timedelta

import pytest

from caseload_planner.distribution.problem import build_problem
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.distribution.solve import solve
from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.measures import Measure
from caseload_planner.rules.spared import LOOK_BACK_DAYS, MOST
from tests.builders import ON, a_measure, a_worker, an_organisation, holds
from tests.distribution.tiny_rounds import STRICT

HEAVY = frozenset({"divorce_schotten", "age_17"})
ONE_WEEK = timedelta(weeks=1)


def taken(week: int, worker: str) -> tuple[Measure, Assignment]:
    """Make a heavy case that was taken in a week and was over within it, so that no load is left of it."""
    day = ON + week * ONE_WEEK
    closed = day + timedelta(days=3)
    case = a_measure(f"H{week + 100}{worker}", reported_on=day, started_on=day, factors=HEAVY, closed_on=closed)
    return case, holds(case.key, worker, since=day, until=closed)


def week_after_week(people: list[str], weeks: int, before: list[tuple[Measure, Assignment]]) -> list[str]:
    """Propose one heavy case each week and decide it; give who got them."""
    history, got = list(before), []
    for week in range(weeks):
        day: date = ON + week * ONE_WEEK
        asked = a_measure("NEW", reported_on=day, started_on=day, factors=HEAVY)
        workers = [a_worker(key) for key in people]
        organisation = an_organisation(workers, [m for m, _ in history] + [asked], [a for _, a in history])
        (placement,) = solve(build_problem(organisation, ProposalRequest(on=day)), STRICT).placements
        got.append(placement.first)
        history.append(taken(week, placement.first))
    return got


@pytest.mark.parametrize("people", [["A", "B"], ["A", "B", "C"], ["A", "B", "C", "D"]])
def test_that_nobody_gets_two_more_than_anybody_else(people: list[str]) -> None:
    got = week_after_week(people, min(MOST * len(people), 12), [])

    for weeks in range(1, len(got) + 1):
        counts = Counter(got[:weeks])
        assert max(counts.values()) - min(counts[key] for key in people) <= 1


@pytest.mark.parametrize("debt", [1, 2, 3])
def test_that_who_took_more_before_gets_nothing_until_the_others_took_as_much(debt: int) -> None:
    before = [taken(-1 - n, "A") for n in range(debt)]

    got = week_after_week(["A", "B", "C"], 2 * debt, before)

    assert Counter(got) == {"B": debt, "C": debt}


def test_that_what_was_taken_longer_ago_is_forgotten() -> None:
    long_ago = -(LOOK_BACK_DAYS // 7)
    forgotten, remembered = taken(long_ago, "A"), taken(long_ago + 1, "A")

    assert week_after_week(["A", "B"], 1, [forgotten]) == ["A"]
    assert week_after_week(["A", "B"], 1, [remembered]) == ["B"]


def test_that_a_case_that_is_not_heavy_does_not_look_at_the_ledger() -> None:
    (case, held), worker = taken(-1, "A"), a_worker("A")
    plain = a_measure("NEW")
    organisation = an_organisation([worker, a_worker("B", team="T2")], [case, plain], [held])

    (placement,) = solve(build_problem(organisation, ProposalRequest(on=ON)), STRICT).placements

    assert placement.first == "A"
