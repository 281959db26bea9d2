"""H2: a duo is two people, and only where a duo is asked or wanted."""

import pytest

from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Skill
from caseload_planner.rules.round import Plan
from tests.builders import a_measure, a_worker
from tests.rules.judging import a_plan, broken, the_breach

TRAINED = frozenset({Skill.SNS})
NONE, PREFERRED, REQUIRED = Wanted.NONE, Wanted.PREFERRED, Wanted.REQUIRED


def placed(duo: Wanted, sns: Wanted, *contacts: str) -> Plan:
    workers = [a_worker("S1", skills=TRAINED), a_worker("S2", skills=TRAINED), a_worker("W1"), a_worker("W2")]
    return a_plan(workers, [a_measure("M1", duo=duo, sns=sns)], ("M1", *contacts))


@pytest.mark.parametrize(
    ("duo", "sns", "contacts"),
    [
        (NONE, NONE, ("W1",)),
        (PREFERRED, NONE, ("W1",)),
        (PREFERRED, NONE, ("W1", "W2")),
        (REQUIRED, NONE, ("W1", "W2")),
        (NONE, PREFERRED, ("W1",)),
        (NONE, PREFERRED, ("S1",)),
        (NONE, PREFERRED, ("S1", "S2")),
        (PREFERRED, PREFERRED, ("S1", "W1")),
        (PREFERRED, PREFERRED, ("W1", "W2")),
        (REQUIRED, PREFERRED, ("W1", "W2")),
        (NONE, REQUIRED, ("S1", "S2")),
        (PREFERRED, REQUIRED, ("S1", "S2")),
    ],
)
def test_that_as_many_as_wanted_is_right(duo: Wanted, sns: Wanted, contacts: tuple[str, ...]) -> None:
    assert broken(placed(duo, sns, *contacts)) == []


@pytest.mark.parametrize(
    ("duo", "sns", "contacts"),
    [
        (REQUIRED, NONE, ("W1",)),
        (REQUIRED, PREFERRED, ("S1",)),
        (NONE, REQUIRED, ("S1",)),
        (PREFERRED, REQUIRED, ("S1",)),
    ],
)
def test_that_a_duo_asked_misses_its_second(duo: Wanted, sns: Wanted, contacts: tuple[str, ...]) -> None:
    breach = the_breach(placed(duo, sns, *contacts))
    assert (breach.rule, breach.code, breach.measure) == ("H2", "second_missing", "M1")


@pytest.mark.parametrize(
    ("sns", "contacts"),
    [
        (NONE, ("W1", "W2")),
        (NONE, ("S1", "S2")),
        (PREFERRED, ("S1", "W1")),
        (PREFERRED, ("W1", "S1")),
        (PREFERRED, ("W1", "W2")),
    ],
)
def test_that_without_a_duo_only_an_sns_pair_may_be_two(sns: Wanted, contacts: tuple[str, str]) -> None:
    breach = the_breach(placed(NONE, sns, *contacts))
    assert (breach.rule, breach.code, breach.worker) == ("H2", "second_not_asked", contacts[1])


def test_that_one_person_is_no_duo() -> None:
    breach = the_breach(placed(REQUIRED, NONE, "W1", "W1"))
    assert (breach.rule, breach.code, breach.worker) == ("H2", "one_person_twice", "W1")
