"""More time never makes a proposal worse."""

import random

import pytest

from caseload_planner.distribution.solve import solve
from caseload_planner.solving import passes
from tests.distribution.tiny_rounds import STRICT, Size, problem_of, random_organisation

LIMITS = (0.0001, 0.001, 0.01, 0.1, 1.0)
"""In the solver's own unit of work, a level: the first ends nearly every search before its first answer."""


@pytest.mark.parametrize("seed", range(2, 6))
def test_that_a_larger_limit_never_gives_a_worse_proposal(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passes, "FIRST_PASS", 0.0001)
    organisation = random_organisation(random.Random(seed), Size(workers=40, measures=24))

    values = [
        tuple(level.value for level in solve(problem_of(organisation, deterministic_limit=limit), STRICT).levels)
        for limit in LIMITS
    ]

    assert values == sorted(values, reverse=True)
