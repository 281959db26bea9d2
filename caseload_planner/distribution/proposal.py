"""A proposal as a value: what was asked, what is proposed, how good it is and what is proven of that."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from caseload_planner.domain.points import Hundredths
from caseload_planner.rules.round import Breach, Pin, Placement


class Status(StrEnum):
    """`OPTIMAL` only where every level is proven to within 0.5 %."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalRequest:
    """What is asked of the solver; the same request on the same data is the same problem.

    Attributes
    ----------
    teams
        Keys of the teams whose measures are distributed; empty means all.
    measures
        Keys of measures asked by name; empty means all of `teams` that are to be distributed.
    wish_weights
        How heavy each wish weighs, by its name; what is not here weighs 1.
    kept
        Placements of an earlier proposal that should change as little as possible.
    helped
        Keys of measures for which the leader asks people of other regions as well (H10 set aside).
    time_limit_seconds, deterministic_limit
        Wall-clock limit for the whole solve; a deterministic limit replaces it and repeats exactly.
    """

    on: date
    teams: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    profile: str = "balanced"
    pins: tuple[Pin, ...] = ()
    exclusions: tuple[tuple[str, str], ...] = ()
    seed: int = 0
    wish_weights: tuple[tuple[str, int], ...] = ()
    kept: tuple[Placement, ...] = ()
    helped: tuple[str, ...] = ()
    time_limit_seconds: float = 20.0
    deterministic_limit: float | None = None


@dataclass(frozen=True, slots=True)
class LevelValue:
    """One level of the objective: its value and the proven bound, in the level's own integer unit.

    `scale` is how many units make 1 as reported (10,000 for over_norm and evenness, 100 for intake_spread, else 1).
    `bound` is None where nothing was proven.
    """

    name: str
    value: int
    bound: int | None
    scale: int = 1

    @property
    def reported_value(self) -> Decimal:
        """The value in points or as a count."""
        return Decimal(self.value) / self.scale

    @property
    def reported_bound(self) -> Decimal | None:
        """The bound in points or as a count."""
        return None if self.bound is None else Decimal(self.bound) / self.scale

    @property
    def proven(self) -> bool:
        """Whether value and bound are within 0.5 % of each other, measured in the unit reported."""
        if self.bound is None:
            return False
        gap = Decimal(self.value - self.bound) / self.scale
        return gap <= Decimal("0.005") * max(Decimal(1), abs(self.reported_value))


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A measure left over and the rules that bind it.

    `rules` are in the order in which they take candidates away; `reason` is a code for the window with its `figures`.
    """

    measure: str
    rules: tuple[str, ...]
    reason: str
    figures: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LoadChange:
    """A worker's load before and after, with her lines, in hundredths."""

    worker: str
    before: Hundredths
    after: Hundredths
    capacity: Hundredths
    ceiling: Hundredths


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a measure is placed as it is: a code, its figures, and the worker it is about."""

    code: str
    worker: str | None = None
    figures: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A judged answer.

    Attributes
    ----------
    needs_override
        Starred rules that pins of the leader break; each asks a recorded reason before it can be decided.
    reasons
        Why each placed measure went where it did, by measure.
    """

    status: Status
    placements: tuple[Placement, ...]
    unplaced: tuple[Unplaced, ...]
    levels: tuple[LevelValue, ...]
    loads: tuple[LoadChange, ...]
    needs_override: tuple[Breach, ...] = ()
    reasons: Mapping[str, tuple[Reason, ...]] = field(default_factory=dict)
    seconds: float = 0.0
