"""Two scenarios beside each other: first the inputs that differ, then the results that differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

import numpy as np

from caseload_planner.application.run_scenario import ScenarioRun
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.outcomes import LINE_OF, QUANTILES
from caseload_planner.staffing.scenario import Scenario

NOT_ASSUMPTIONS = frozenset({"name", "description", "reasons", "replications", "seed"})
TASKS = "support.tasks"
"""Tasks are compared by their names, figure by figure."""
COMPARED = (
    Series.LOAD_PER_FTE,
    Series.LOAD_PER_DEPLOYABLE_FTE,
    Series.RUNNING_MEASURES,
    Series.CONTRACT_FTE,
    Series.DEPLOYABLE_FTE,
    Series.RELIEF_FTE,
    Series.WAITING,
)
_SAME = 1e-9
_SHARES = frozenset(
    {
        "inflow.level",
        "inflow.growth_per_year",
        "absence.share",
        "absence.long_part",
        "absence.deviation",
        "turnover.per_year",
        "turnover.replaced_share",
        "turnover.starter_share",
        "transitions.provisional_to_supervision",
        "transitions.supervision_to_guardianship",
        "transitions.provisional_to_guardianship",
        "assistants.registered_in_a_year",
    }
)
_SHARE_GROUPS = (
    "inflow.type_level",
    "inflow.type_growth_per_year",
    "inflow.place_level",
    "turnover.places",
    "absence.places",
)


@dataclass(frozen=True, slots=True)
class InputDifference:
    """An assumption that differs, by its key in a scenario file."""

    key: str
    base: object
    other: object


@dataclass(frozen=True, slots=True)
class ResultDifference:
    """A result at the end of the run, of all places together.

    Attributes
    ----------
    base, other
        Median over the futures.
    change
        Other minus base, future by future: 5 %, median and 95 %. The dice are the same, so this is no noise.
    above_base, above_other
        Chance to be above the line, for a load per fte.
    """

    series: Series
    base: float
    other: float
    change: tuple[float, float, float]
    above_base: float | None = None
    above_other: float | None = None

    @property
    def differs(self) -> bool:
        """Whether any future differs."""
        return any(abs(value) > _SAME for value in self.change) or self.above_base != self.above_other


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs at a week.

    Attributes
    ----------
    same_futures
        Whether both were run with the same dice on the same data, so that a difference is one of inputs alone.
    """

    week: int
    inputs: tuple[InputDifference, ...]
    results: tuple[ResultDifference, ...]
    same_futures: bool = True


def is_share(key: str) -> bool:
    """Say whether an assumption is written as percent."""
    return key in _SHARES or key.startswith(_SHARE_GROUPS)


def compare_runs(base: ScenarioRun, other: ScenarioRun, week: int | None = None) -> Comparison:
    """Compare two runs with the same seed and number of futures at a week, the last one where none is named."""
    last = min(len(base.outcome.weeks), len(other.outcome.weeks)) - 1
    chosen = last if week is None else min(week, last)
    results = tuple(_result(base, other, series, chosen) for series in COMPARED)
    inputs = tuple(input_differences(base.scenario, other.scenario))
    return Comparison(chosen, inputs, results, _same_futures(base, other))


def _same_futures(base: ScenarioRun, other: ScenarioRun) -> bool:
    frozen = base.frozen is not None or other.frozen is not None
    same_data = not frozen or base.outcome.digest == other.outcome.digest
    return same_data and base.outcome.seed == other.outcome.seed and base.outcome.days[0] == other.outcome.days[0]


def _result(base: ScenarioRun, other: ScenarioRun, series: Series, week: int) -> ResultDifference:
    middle = QUANTILES.index(0.5)
    one, two = base.outcome, other.outcome
    above = series in LINE_OF
    return ResultDifference(
        series=series,
        base=float(one.series[series].quantiles[middle, 0, week]),
        other=float(two.series[series].quantiles[middle, 0, week]),
        change=_change(base, other, series, week),
        above_base=float(one.above[series][0, week]) if above else None,
        above_other=float(two.above[series][0, week]) if above else None,
    )


def _change(base: ScenarioRun, other: ScenarioRun, series: Series, week: int) -> tuple[float, float, float]:
    one, two = base.outcome.kept.get(series), other.outcome.kept.get(series)
    if one is None or two is None or one.shape[-1] != two.shape[-1]:
        moved = float(other.outcome.series[series].mean[0, week] - base.outcome.series[series].mean[0, week])
        return moved, moved, moved
    change = two[0, week].astype(np.float64) - one[0, week].astype(np.float64)
    low, middle, high = np.nanquantile(change, (0.05, 0.5, 0.95)).tolist() if np.isfinite(change).any() else (0, 0, 0)
    return float(low), float(middle), float(high)


def input_differences(base: Scenario, other: Scenario) -> Iterator[InputDifference]:
    """Give the assumptions that differ, by key, in the order of a scenario file."""
    flat_base, flat_other = dict(_flat(base, "")), dict(_flat(other, ""))
    for key in dict.fromkeys((*flat_base, *flat_other)):
        if flat_base.get(key) != flat_other.get(key):
            yield InputDifference(key, flat_base.get(key), flat_other.get(key))


def _flat(value: Any, where: str) -> Iterator[tuple[str, object]]:
    for one in fields(value):
        if not where and one.name in NOT_ASSUMPTIONS:
            continue
        inner = getattr(value, one.name)
        if where.startswith(TASKS) and one.name == "name":
            continue
        key = f"{where}.{one.name}" if where else one.name
        if is_dataclass(inner) and one.name != "durations":
            yield from _flat(inner, key)
        elif isinstance(inner, Mapping):
            yield from ((f"{key}.{name}", entry) for name, entry in inner.items())
        elif key == TASKS:
            for task in inner:
                yield from _flat(task, f"{key}.{task.name}")
        else:
            yield key, inner
