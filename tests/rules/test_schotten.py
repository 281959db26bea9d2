"""H6*: a Schotten case has a first in the Schottenteam and a second who is at least trained."""

import pytest

from caseload_planner.domain.measures import Method, Wanted
from caseload_planner.rules.round import Plan
from tests.builders import a_measure, a_worker
from tests.rules.judging import a_plan, broken, the_breach

TEAM = frozenset({"schotten_team"})
TRAINED = frozenset({"schotten"})
NOTHING: frozenset[str] = frozenset()


def placed(first: frozenset[str], second: frozenset[str] | None = None, method: Method = Method.SCHOTTEN) -> Plan:
    workers = [a_worker("W1", skills=first), a_worker("W2", skills=second or NOTHING)]
    measure = a_measure("M1", method=method, duo=Wanted.PREFERRED)
    return a_plan(workers, [measure], ("M1", "W1", "W2") if second is not None else ("M1", "W1"))


@pytest.mark.parametrize(
    ("first", "second"), [(TEAM, None), (TEAM, TRAINED), (TEAM, TEAM), (TEAM | TRAINED, TEAM | TRAINED)]
)
def test_that_the_team_first_and_at_least_trained_second_is_right(
    first: frozenset[str], second: frozenset[str] | None
) -> None:
    assert broken(placed(first, second)) == []


@pytest.mark.parametrize("first", [TRAINED, NOTHING])
def test_that_a_first_outside_the_team_is_named(first: frozenset[str]) -> None:
    breach = the_breach(placed(first))
    assert (breach.rule, breach.code, breach.worker) == ("H6", "not_in_schotten_team", "W1")


def test_that_an_untrained_second_is_named() -> None:
    breach = the_breach(placed(TEAM, frozenset({"sns"})))
    assert (breach.rule, breach.code, breach.worker) == ("H6", "not_schotten_trained", "W2")


@pytest.mark.parametrize("method", [Method.NONE, Method.SAFEPATH])
def test_that_other_methods_ask_nothing(method: Method) -> None:
    assert broken(placed(NOTHING, NOTHING, method)) == []
