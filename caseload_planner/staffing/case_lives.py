"""How long cases live, and what they become: generation after generation, by inversion."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from caseload_planner.staffing.arrays import Ints
from caseload_planner.staffing.durations import DAYS_A_WEEK, Survival
from caseload_planner.staffing.random_numbers import Dice, Purpose

MOST_GENERATIONS = 3
"""A provisional order can become a supervision order and that guardianship."""
_GENERATION = 16


@dataclass(frozen=True, eq=False)
class Cases:
    """Cases of one type and generation: one entry a case in a replication."""

    kind: int
    stream: int
    event: Ints
    replication: Ints
    team: Ints
    start: Ints
    first: Ints
    age_index: Ints
    extra: Ints
    known_end: Ints | None = None


@dataclass(frozen=True, eq=False)
class Lived:
    """Cases with the weeks in which they are seen, and whose place each takes in the list it came from."""

    cases: Cases
    end: Ints
    entry: Ints


@dataclass(frozen=True, eq=False)
class Lives:
    """The lives of cases in some futures.

    Attributes
    ----------
    survivals
        Of each type in the order of `TYPES`.
    becomes
        What a type becomes, by its number: the number of the other type, and the chance.
    replications
        Numbers of the futures.
    """

    survivals: tuple[Survival, ...]
    becomes: Mapping[int, tuple[int, float]]
    weeks: int
    dice: Dice
    replications: Ints

    def generations(self, cases: Cases) -> Iterator[Lived]:
        """Let cases live and become what they become, generation after generation."""
        entry = np.arange(len(cases.event))
        for generation in range(MOST_GENERATIONS):
            absolute = self.replications[cases.replication]
            stream = cases.stream + cases.kind + generation * _GENERATION
            chance = self.dice.uniforms(Purpose.LIFETIME, stream, cases.event, absolute)
            ages = self.survivals[cases.kind].draw(chance, cases.age_index)
            natural = (cases.start + ages + DAYS_A_WEEK) // DAYS_A_WEEK
            known = self.weeks if cases.known_end is None else -(-cases.known_end // DAYS_A_WEEK)
            end = np.minimum(natural, known)
            yield Lived(cases, np.minimum(end, self.weeks), entry)
            follows = self.becomes.get(cases.kind)
            if follows is None or follows[1] == 0:
                return
            after, share = follows
            becomes = self.dice.uniforms(Purpose.BECOMES, stream, cases.event, absolute) < share
            chosen = np.flatnonzero(becomes & (natural < self.weeks) & (natural <= known))
            if not chosen.size:
                return
            entry = entry[chosen]
            cases = Cases(
                kind=after,
                stream=cases.stream,
                event=cases.event[chosen],
                replication=cases.replication[chosen],
                team=cases.team[chosen],
                start=(cases.start + ages)[chosen],
                first=end[chosen],
                age_index=np.full(chosen.size, -1),
                extra=cases.extra[:, chosen],
            )
