"""Cancels of a search at random moments: whatever is left is a judged proposal of the whole round."""

import random
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from caseload_planner.bootstrap import default_profiles
from caseload_planner.distribution.judge import check_proposal
from caseload_planner.distribution.problem import DistributionProblem, build_problem
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import Proposal, ProposalRequest
from caseload_planner.distribution.solve import SolverDisagreesError, solve
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import Progress, StopSignal
from tests.benchmarks.rounds import ON, BenchmarkRound
from tests.distribution.tiny_rounds import Size, random_organisation

TINY = "tiny"
TINY_SIZE = Size(workers=10, measures=9)
TINY_SHARE = 0.5
"""Of the cancels; a tiny round is new each time, so that there are many different ones."""
TINY_SECONDS, LARGE_SECONDS = 0.15, 1.2
"""Within which a cancel by the clock falls: about as long as such a search takes."""
MOST_TOLD = 12
LIMIT_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Cancel:
    """One cancel.

    Attributes
    ----------
    seconds_after
        From the cancel until the answer; None where the search had ended before.
    wrong
        What the judge says against the answer; nothing where it is sound and whole.
    """

    round_name: str
    seconds_after: float | None
    wrong: tuple[str, ...]


class _Canceller:
    """Asks to stop by the clock, or when it was told something for the n-th time."""

    def __init__(self, dice: random.Random, within_seconds: float) -> None:
        self.stop = StopSignal()
        self.asked_at: float | None = None
        self._left = dice.randint(1, MOST_TOLD)
        by_clock = dice.random() < 0.5
        self._timer = threading.Timer(dice.random() * within_seconds, self._ask) if by_clock else None

    def begin(self) -> None:
        """Start the clock, where it goes by that."""
        if self._timer is not None:
            self._timer.start()

    def end(self) -> None:
        """Let go of the clock."""
        if self._timer is not None:
            self._timer.cancel()

    def told(self, _: Progress) -> None:
        """Count what the search tells."""
        self._left -= 1
        if self._timer is None and self._left == 0:
            self._ask()

    def _ask(self) -> None:
        self.asked_at = time.monotonic()
        self.stop.request()


def random_cancels(seeds: Iterable[int], rounds: Sequence[BenchmarkRound]) -> Iterator[Cancel]:
    """Cancel one search a seed: half of them of new tiny rounds, the rest of the rounds that are given."""
    organisations = {round_.name: round_.build() for round_ in rounds}
    profiles = default_profiles()
    for seed in seeds:
        dice = random.Random(seed)
        profile = profiles[dice.choice(sorted(profiles))]
        name = TINY if not rounds or dice.random() < TINY_SHARE else dice.choice(sorted(organisations))
        organisation = random_organisation(dice, TINY_SIZE) if name == TINY else organisations[name]
        canceller = _Canceller(dice, TINY_SECONDS if name == TINY else LARGE_SECONDS)
        yield _cancelled(name, organisation, profile, canceller)


def _cancelled(name: str, organisation: Organisation, profile: Profile, canceller: _Canceller) -> Cancel:
    request = ProposalRequest(on=ON, time_limit_seconds=LIMIT_SECONDS)
    problem = build_problem(organisation, replace(request, wish_weights=profile.wish_weights))
    canceller.begin()
    try:
        proposal = solve(problem, profile, stop=canceller.stop, on_progress=canceller.told)
    except SolverDisagreesError as error:
        return Cancel(name, None, (error.message,))
    finally:
        ended_at = time.monotonic()
        canceller.end()
    asked_at = canceller.asked_at
    in_time = asked_at is not None and asked_at < ended_at
    return Cancel(name, ended_at - asked_at if in_time and asked_at else None, _wrong(problem, proposal))


def _wrong(problem: DistributionProblem, proposal: Proposal) -> tuple[str, ...]:
    listed = [*(row.measure for row in proposal.placements), *(row.measure for row in proposal.unplaced)]
    lost = () if sorted(listed) == sorted(problem.round.asked) else ("H1 not every measure is placed or left over",)
    return (*check_proposal(problem.round, proposal), *lost)


def counts_by_round(cancels: Iterable[Cancel]) -> Mapping[str, list[Cancel]]:
    """Give the cancels of each round, by name."""
    found: dict[str, list[Cancel]] = {}
    for cancel in cancels:
        found.setdefault(cancel.round_name, []).append(cancel)
    return dict(sorted(found.items()))
