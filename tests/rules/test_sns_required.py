"""H5*: where SNS is required both contacts are SNS-trained."""

import pytest

from caseload_planner.domain.measures import Wanted
from caseload_planner.rules.hard_rules import judge_plan
from tests.builders import a_measure, a_worker
from tests.rules.judging import a_plan, broken

SNS = frozenset({"sns"})


@pytest.mark.parametrize(
    ("sns", "first", "second", "untrained"),
    [
        (Wanted.REQUIRED, SNS, SNS, []),
        (Wanted.REQUIRED, SNS, frozenset(), ["W2"]),
        (Wanted.REQUIRED, frozenset(), SNS, ["W1"]),
        (Wanted.REQUIRED, frozenset({"schotten"}), frozenset({"jr"}), ["W1", "W2"]),
        (Wanted.PREFERRED, frozenset(), frozenset(), []),
        (Wanted.NONE, frozenset(), frozenset(), []),
    ],
)
def test_that_each_untrained_contact_is_named(
    sns: Wanted, first: frozenset[str], second: frozenset[str], untrained: list[str]
) -> None:
    workers = [a_worker("W1", skills=first), a_worker("W2", skills=second)]
    plan = a_plan(workers, [a_measure("M1", sns=sns, duo=Wanted.PREFERRED)], ("M1", "W1", "W2"))
    assert broken(plan) == [("H5", "not_sns_trained")] * len(untrained)
    assert [breach.worker for breach in judge_plan(plan)] == untrained
