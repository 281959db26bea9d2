"""A round to judge: what is asked of whom on which date, and a plan for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from caseload_planner.domain.assignment import NOBODY, Position
from caseload_planner.domain.calendar import monday_of
from caseload_planner.domain.capacity import Capacity
from caseload_planner.domain.caseload import Caseload
from caseload_planner.domain.measures import Measure
from caseload_planner.domain.organisation import Worker
from caseload_planner.domain.points import Hundredths

ContactPosition = Literal[Position.FIRST, Position.SECOND]
"""A round places first and second contacts; incoming ones belong to handovers."""


@dataclass(frozen=True, slots=True, order=True)
class Placement:
    """A measure with its new first contact and, for a duo, its second."""

    measure: str
    first: str
    second: str | None = None

    @property
    def contacts(self) -> tuple[tuple[ContactPosition, str], ...]:
        """The one or two contacts with their positions."""
        first: tuple[ContactPosition, str] = (Position.FIRST, self.first)
        return (first,) if self.second is None else (first, (Position.SECOND, self.second))


@dataclass(frozen=True, slots=True, order=True)
class Pin:
    """The leader's wish that a measure goes to these people; with `second` None the second is left free."""

    measure: str
    first: str
    second: str | None = None

    def worker_in(self, position: ContactPosition) -> str | None:
        """Give who is pinned in a position."""
        return self.first if position is Position.FIRST else self.second


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A hard rule that is broken, as data; the window puts `code` and `figures` into words.

    Attributes
    ----------
    rule
        Name of the rule: ``H1`` ... ``H14``.
    code
        Which sentence of the rule is broken, e.g. ``not_registered``.
    figures
        Keys, dates and numbers of that sentence. Never a name.
    """

    rule: str
    code: str
    measure: str | None = None
    worker: str | None = None
    position: ContactPosition | None = None
    figures: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Round:
    """Everything rules look at.

    Attributes
    ----------
    caseload
        How everybody stands before the round, on its date.
    asked
        Keys of the measures to place, sorted.
    candidates
        Keys of the workers looked at, sorted.
    pins, exclusions
        The leader's own, by measure and as (measure, worker).
    wish_weights
        How heavy each wish weighs, by its name; 1 where it is not here.
    kept
        Placements of an earlier proposal that should change as little as possible, by measure.
    helped
        Measures for which the leader asks people of other regions as well.
    """

    caseload: Caseload
    asked: tuple[str, ...]
    candidates: tuple[str, ...]
    pins: Mapping[str, Pin] = field(default_factory=dict)
    exclusions: frozenset[tuple[str, str]] = frozenset()
    wish_weights: Mapping[str, int] = field(default_factory=dict)
    kept: Mapping[str, Placement] = field(default_factory=dict)
    helped: frozenset[str] = frozenset()

    @property
    def on(self) -> date:
        """Date of the round."""
        return self.caseload.on

    def measure(self, key: str) -> Measure:
        """Give a measure by key."""
        return self.caseload.organisation.measures[key]

    def worker(self, key: str) -> Worker:
        """Give a worker by key."""
        return self.caseload.organisation.workers[key]

    def capacity(self, worker: str) -> Capacity:
        """Give a worker's lines on the date."""
        return self.caseload.capacities[worker]

    @cached_property
    def known_firsts(self) -> Mapping[str, str | None]:
        """The known first contact of each asked measure's family, by family; None for a family new to us."""
        families = {self.measure(key).family for key in self.asked}
        return {family: self.caseload.known_first(family) for family in sorted(families)}

    @cached_property
    def known_seconds(self) -> Mapping[str, str | None]:
        """The known second by asked measure: its own, else that of the family's oldest running measure with one."""
        return {key: self._known_second(self.measure(key)) for key in self.asked}

    def _known_second(self, measure: Measure) -> str | None:
        own = self.caseload.holders.get(measure.key, NOBODY).second
        if own is not None:
            return own
        family = self.caseload.organisation.measures_by_family[measure.family]
        seconds = (self.caseload.holders.get(m.key, NOBODY).second for m in family)
        return next((second for second in seconds if second is not None), None)

    @cached_property
    def partners(self) -> frozenset[tuple[str, str]]:
        """Pairs (in order of key) that share a running measure as first and second."""
        pairs = ((h.first, h.second) for h in self.caseload.holders.values())
        return frozenset((min(a, b), max(a, b)) for a, b in pairs if a is not None and b is not None)

    @cached_property
    def taken_this_week(self) -> Mapping[str, Hundredths]:
        """First-contact hundredths that each worker took in this ISO week before this round, by worker."""
        organisation, monday = self.caseload.organisation, monday_of(self.on)
        taken: dict[str, Hundredths] = {}
        for key, holders in self.caseload.holders.items():
            if holders.first is None:
                continue
            for a in organisation.assignments_of[key]:
                if a.position is Position.FIRST and a.worker == holders.first and monday <= a.from_on <= self.on:
                    share, _ = self.caseload.shares(key, with_second=holders.second is not None)
                    taken[a.worker] = taken.get(a.worker, 0) + share
        return taken

    def shares(self, measure: str, *, duo: bool) -> tuple[Hundredths, Hundredths]:
        """Give what an asked measure adds to its first and second contact."""
        return self.caseload.shares(measure, with_second=duo)

    def load_before(self, worker: str) -> Hundredths:
        """Give a worker's load before the round."""
        return self.caseload.load(worker)


@dataclass(frozen=True)
class Plan:
    """An answer to a round: placements and measures left over, both sorted by measure."""

    round: Round
    placements: tuple[Placement, ...]
    unplaced: tuple[str, ...]

    @cached_property
    def added(self) -> Mapping[str, Hundredths]:
        """Hundredths that the plan adds, by worker who gets something."""
        added: dict[str, Hundredths] = {}
        for placement in self.placements:
            shares = self.round.shares(placement.measure, duo=placement.second is not None)
            for (_, worker), share in zip(placement.contacts, shares, strict=False):
                added[worker] = added.get(worker, 0) + share
        return added

    @cached_property
    def first_added(self) -> Mapping[str, Hundredths]:
        """New first-contact hundredths by worker who gets any."""
        added: dict[str, Hundredths] = {}
        for placement in self.placements:
            share, _ = self.round.shares(placement.measure, duo=placement.second is not None)
            added[placement.first] = added.get(placement.first, 0) + share
        return added

    @cached_property
    def by_measure(self) -> Mapping[str, Placement]:
        """Placements by measure."""
        return {placement.measure: placement for placement in self.placements}

    def load_after(self, worker: str) -> Hundredths:
        """Give a worker's load after the round."""
        return self.round.load_before(worker) + self.added.get(worker, 0)


def plan_of(round_: Round, placements: Iterable[Placement]) -> Plan:
    """Make a plan out of placements; every asked measure that is not placed is left over."""
    chosen = tuple(sorted(placements))
    placed = {placement.measure for placement in chosen}
    return Plan(round_, chosen, tuple(key for key in round_.asked if key not in placed))
