"""Why a case is left over: what keeps people away, or that nobody was chosen though somebody could."""

from datetime import timedelta

import pytest

from caseload_planner.distribution.leftovers import explain_leftovers
from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Onboarding
from caseload_planner.rules.round import plan_of
from tests.builders import ON, a_measure, a_worker, an_organisation, busy
from tests.distribution.tiny_rounds import problem_of


def reason_of(workers: list, duo: Wanted = Wanted.NONE, others: tuple = ((), ())) -> tuple[str, tuple[str, ...]]:
    """Give why the one new case is left over by a plan that places nothing."""
    organisation = an_organisation(workers, [a_measure("NEW", duo=duo), *others[0]], others[1])
    (row,) = explain_leftovers(plan_of(problem_of(organisation).round, ()))
    return row.reason, row.rules


def test_that_a_case_that_somebody_could_have_is_said_to_be_so() -> None:
    assert reason_of([a_worker("ANN")]) == ("somebody_could", ())


def test_that_a_case_without_room_anywhere_has_no_first() -> None:
    assert reason_of([a_worker("ANN")], others=busy("ANN", 20))[0] == "no_first"


@pytest.mark.parametrize(("people", "reason"), [(("ANN",), "no_pair"), (("ANN", "BEA"), "somebody_could")])
def test_that_a_duo_needs_two_people(people: tuple[str, ...], reason: str) -> None:
    assert reason_of([a_worker(key) for key in people], Wanted.REQUIRED)[0] == reason


def test_that_two_starters_are_no_duo() -> None:
    starters = [
        a_worker(key, started_on=ON - timedelta(weeks=16), onboarding=Onboarding.STARTER) for key in ("ANN", "BEA")
    ]
    assert reason_of(starters, Wanted.REQUIRED) == ("no_pair", ("H2",))
    assert reason_of([*starters, a_worker("EVA")], Wanted.REQUIRED)[0] == "somebody_could"
