"""The solver beside every possible answer, on random rounds that are small enough for that."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from caseload_planner.distribution.solve import solve
from tests.distribution.tiny_rounds import STRICT, Size, every_sound_plan, problem_of, random_organisation, values

SIZE = Size(workers=4, measures=3)


@dataclass(frozen=True, slots=True)
class TinyAnswer:
    """One round.

    Attributes
    ----------
    plans
        How many sound plans there are; none of them is better than `best`.
    best, found, bounds
        Values of the levels, in their order: of the best plan, of the solver's, and what it says is proven.
    """

    seed: int
    plans: int
    best: tuple[int, ...]
    found: tuple[int, ...]
    bounds: tuple[int | None, ...]

    @property
    def agrees(self) -> bool:
        """Whether the solver found the best plan and proved it, in every level."""
        return self.best == self.found == self.bounds


def tiny_answers(seeds: Iterable[int]) -> Iterator[TinyAnswer]:
    """Solve one random round a seed, and look at every plan of it as well."""
    for seed in seeds:
        problem = problem_of(random_organisation(random.Random(seed), SIZE))
        proposal = solve(problem, STRICT)
        every = [values(plan) for plan in every_sound_plan(problem)]
        found = tuple(level.value for level in proposal.levels)
        yield TinyAnswer(seed, len(every), min(every), found, tuple(level.bound for level in proposal.levels))
