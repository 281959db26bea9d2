"""A plan as a value: which family goes where in which week, and what is handed over by whom to whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.points import Hundredths


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """One position of one measure that changes hands on a Monday.

    Attributes
    ----------
    overlap_weeks
        Weeks before it in which the new contact walks along.
    was_second
        Whether the new first contact is the second whom the family knows.
    joins
        Whether the receiver comes as second beside a second of before, the giver, who becomes first.
    """

    measure: str
    giver: str
    receiver: str
    position: Position
    week: date
    overlap_weeks: int
    was_second: bool = False
    joins: bool = False


@dataclass(frozen=True, slots=True)
class UnplacedMeasure:
    """A measure that nobody takes over, with the rules that bind it in the order in which they take people away."""

    measure: str
    family: str
    giver: str
    rules: tuple[str, ...]
    reason: str
    figures: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LevelValue:
    """A level with its value and proven bound, in whole points or as a count."""

    name: str
    value: int
    bound: int

    @property
    def gap(self) -> float:
        """(value - bound) / max(1, value)."""
        return (self.value - self.bound) / max(1, self.value)


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """What somebody carries in a week, with her working norm and the most allowed, in hundredths."""

    worker: str
    week: date
    load: Hundredths
    working: Hundredths
    most: Hundredths


@dataclass(frozen=True, slots=True)
class LeaverWeek:
    """What a leaver carries in a week."""

    worker: str
    week: date
    load: Hundredths


@dataclass(frozen=True, kw_only=True)
class WindDownPlan:
    """A judged answer.

    Attributes
    ----------
    handovers, joining
        What changes hands, sorted by week; and seconds who join where the second of before became first.
    runs_out
        Measures that are expected to end while their leaver is still there.
    loads
        Of everybody who receives something, in every week of the plan.
    leaver_loads
        Of every leaver in every week of the plan.
    extra
        By receiver: hundredths above her working norm that the plan adds, over all its weeks.
    """

    handovers: tuple[Handover, ...]
    joining: tuple[Handover, ...]
    runs_out: tuple[str, ...]
    unplaced: tuple[UnplacedMeasure, ...]
    levels: tuple[LevelValue, ...]
    loads: tuple[WeekLoad, ...]
    leaver_loads: tuple[LeaverWeek, ...]
    extra: tuple[tuple[str, Hundredths], ...] = ()
    seconds: float = 0.0
