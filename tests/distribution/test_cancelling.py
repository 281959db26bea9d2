"""However early a leader cancels, she has a judged proposal of the whole round."""

import random

import pytest

from caseload_planner.distribution.judge import check_proposal
from caseload_planner.distribution.solve import solve
from caseload_planner.domain.run_control import Progress, StopSignal
from tests.builders import the_profile
from tests.distribution.tiny_rounds import Size, problem_of, random_organisation

PROFILE = the_profile()


class _StopsAt:
    """Asks to stop when it was told something for the n-th time."""

    def __init__(self, stop: StopSignal, at: int) -> None:
        self._stop, self._left = stop, at

    def __call__(self, _: Progress) -> None:
        self._left -= 1
        if self._left == 0:
            self._stop.request()


@pytest.mark.parametrize("seed", range(60))
def test_that_a_cancel_at_any_moment_leaves_a_judged_proposal(seed: int) -> None:
    dice = random.Random(seed)
    problem = problem_of(random_organisation(dice, Size(workers=10, measures=9)), seed=seed)
    stop = StopSignal()

    proposal = solve(problem, PROFILE, stop=stop, on_progress=_StopsAt(stop, dice.randint(1, 20)))

    assert check_proposal(problem.round, proposal) == ()
    placed = [placement.measure for placement in proposal.placements]
    assert sorted([*placed, *(row.measure for row in proposal.unplaced)]) == list(problem.round.asked)
    assert [level.name for level in proposal.levels] == [level.name for level in PROFILE.levels]
    assert all(level.bound is None or level.bound <= level.value for level in proposal.levels)
