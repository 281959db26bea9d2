"""Which assumption moved the result how much: the steps from one scenario to another, adding up exactly."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from itertools import permutations

from caseload_planner.domain.run_control import OnProgress, Progress, StopSignal, ignore_progress
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.scenario import Scenario

DRIVERS = (
    "inflow", "durations", "transitions", "turnover", "vacancies", "hires", "absence", "team_d", "norm_steps",
    "waiting", "support", "assistants",
)  # fmt: skip
"""Parts of a scenario that can move a result, in the order in which a chart shows them."""
DATA = "data"
"""The step from the data on which the base was run to those of the other."""
MOST_IN_ALL_ORDERS = 4
"""Up to so many differences all orders are tried (at most 16 runs); beyond it two orders, forward and backward."""
STEP = "waterfall"


@dataclass(frozen=True, slots=True)
class DriverStep:
    """What one part of the scenario moved; `change` is other minus base."""

    driver: str
    change: float


@dataclass(frozen=True, slots=True)
class Waterfall:
    """From the base's value to the other's: ``base + sum of changes == other``."""

    series: Series
    week: int
    base: float
    other: float
    steps: tuple[DriverStep, ...]


def differing(base: Scenario, other: Scenario) -> tuple[str, ...]:
    """Name the parts in which two scenarios differ."""
    names = {one.name for one in fields(Scenario)}
    return tuple(name for name in DRIVERS if name in names and getattr(base, name) != getattr(other, name))


def waterfall(
    base: Scenario,
    other: Scenario,
    value_of: Callable[[Scenario], float],
    *,
    series: Series,
    week: int,
    base_value: float | None = None,
    stop: StopSignal | None = None,
    on_progress: OnProgress = ignore_progress,
) -> Waterfall | None:
    """Divide the difference over the parts that differ: each gets its mean step over the orders of changing them.

    Over all orders that is Shapley's value: no part is favoured for coming first. None where it was stopped.

    Parameters
    ----------
    value_of
        Runs a scenario and gives the value; asked once for each mixture.
    base_value
        Where the base was run on other data: its value there. What the data moved is then the first step.
    """
    stop = stop or StopSignal()
    parts = differing(base, other)
    orders = _orders(parts)
    seen: dict[frozenset[str], float] = {}
    runs = min(2 ** len(parts), 2 * len(parts) + 1)

    def value(changed: frozenset[str]) -> float:
        if changed not in seen:
            on_progress(Progress(STEP, len(seen), runs))
            mixture = replace(base, **{name: getattr(other, name) for name in changed})
            seen[changed] = value_of(mixture)
        return seen[changed]

    moved = dict.fromkeys(parts, 0.0)
    for order in orders:
        changed: frozenset[str] = frozenset()
        for name in order:
            if stop.requested:
                return None
            moved[name] += value(changed | {name}) - value(changed)
            changed |= {name}
    start, end = value(frozenset()), value(frozenset(parts))
    steps = [DriverStep(name, moved[name] / len(orders)) for name in parts]
    if base_value is not None:
        steps.insert(0, DriverStep(DATA, start - base_value))
        start = base_value
    return Waterfall(series, week, start, end, tuple(steps))


def _orders(parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    if len(parts) <= MOST_IN_ALL_ORDERS:
        return list(permutations(parts))
    return [parts, parts[::-1]]
