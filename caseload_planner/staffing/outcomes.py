"""What many futures come to: means, quantiles, and chances to be above a line, by place and week.

Up to 4,000 futures are kept as they are. Of more, each value is counted in a fixed histogram, so that memory does not
grow with their number; its limits follow from the first 1,000 futures, which are the same however work is cut.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import numpy.typing as npt

from caseload_planner.domain.calendar import iso_week
from caseload_planner.staffing.arrays import Floats, Ints
from caseload_planner.staffing.futures import Futures, Series
from caseload_planner.staffing.run_plan import Lines, RunPlan

QUANTILES = (0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95)
MOST_KEPT = 4_000
HISTOGRAM_FROM = 1_000
BINS = 512
_WIDER = 0.5
"""The histogram reaches this part of the first futures' range further to either side; what lies beyond is clipped."""
LINE_OF: Mapping[Series, str] = {Series.LOAD_PER_FTE: "funded", Series.LOAD_PER_DEPLOYABLE_FTE: "working"}
"""Contracted fte goes with the funded norm and deployable fte with the working norm: absence is never counted twice."""

Kept = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Summary:
    """One series: arrays by place and week (place 0 is all together).

    Attributes
    ----------
    quantiles
        Of the futures, by `QUANTILES`, place and week.
    deviation
        Standard deviation over the futures.
    """

    mean: Floats
    deviation: Floats
    quantiles: Floats


@dataclass(frozen=True, eq=False)
class Histogram:
    """Counts of one series in equal bins, each place and week with its own limits."""

    low: Floats
    width: Floats
    counts: Ints

    def quantile(self, chance: float) -> Floats:
        """Give a quantile by place and week, evenly within its bin."""
        reached = np.cumsum(self.counts, axis=-1)
        total = reached[..., -1:]
        wanted = chance * total
        bin_ = np.minimum((reached < wanted).sum(axis=-1), BINS - 1)
        before = np.where(bin_ > 0, np.take_along_axis(reached, np.maximum(bin_ - 1, 0)[..., None], -1)[..., 0], 0)
        inside = np.take_along_axis(self.counts, bin_[..., None], -1)[..., 0]
        part = np.divide(wanted[..., 0] - before, inside, out=np.zeros_like(self.low), where=inside > 0)
        return np.asarray(self.low + (bin_ + part) * self.width)


@dataclass(frozen=True, eq=False, kw_only=True)
class Outcome:
    """What a run came to.

    Attributes
    ----------
    places
        Keys of the places, the first of which ("") stands for all together.
    weeks, days
        ISO weeks and days that were looked at; the first is the day of the snapshot.
    above
        Chance to be above its line, for the series of `LINE_OF`, by place and week.
    reached
        Chance to have been at or under that line in a week or before it, by place and week.
    kept
        Every future's value, by place, week and future; empty where there were too many to keep.
    running_by_type
        Mean number of measures by type and week.
    stopped
        Whether somebody stopped it before all futures were thrown.
    """

    scenario: str
    seed: int
    replications: int
    digest: str
    places: tuple[str, ...]
    weeks: tuple[str, ...]
    days: tuple[date, ...]
    lines: Lines
    series: Mapping[Series, Summary]
    above: Mapping[Series, Floats]
    reached: Mapping[Series, Floats]
    running_by_type: Floats
    kept: Mapping[Series, Kept] = field(default_factory=dict)
    histograms: Mapping[Series, Histogram] = field(default_factory=dict)
    stopped: bool = False

    def line(self, series: Series) -> Floats:
        """Give the line that belongs to a load per fte, by week."""
        return np.asarray(getattr(self.lines, LINE_OF[series]))

    def first_week_under(self, series: Series, chance: float, place: int = 0) -> int | None:
        """Give the first week from which on at least `chance` of the futures is at or under the line every week."""
        holds = 1.0 - self.above[series][place] >= chance - 1e-12
        lasting = np.logical_and.accumulate(holds[::-1])[::-1]
        return int(np.argmax(lasting)) if lasting.any() else None

    def first_week_at_or_under(self, series: Series, chance: float, place: int = 0) -> int | None:
        """Give the week by which at least `chance` of the futures was at or under the line once; it need not last."""
        enough = self.reached[series][place] >= chance - 1e-12
        return int(np.argmax(enough)) if enough.any() else None

    def s_curve(self, series: Series, week: int, place: int = 0, points: int = 101) -> tuple[Floats, Floats]:
        """Give values with the chance to be at or under them: any outcome from its lowest to its highest.

        Futures in which a load per fte is no number, as nobody carries cases, are above every value: the chances end
        below 1 then, and both are empty where that is so in every future.
        """
        chances = np.linspace(0.0, 1.0, points)
        if series in self.kept:
            every = self.kept[series][place, week].astype(np.float64)
            numbers = every[~np.isnan(every)]
            if not numbers.size:
                return numbers, numbers
            return np.quantile(numbers, chances), chances * (numbers.size / every.size)
        histogram = self.histograms[series]
        one = Histogram(histogram.low[place, week], histogram.width[place, week], histogram.counts[place, week])
        values = np.array([float(one.quantile(chance)) for chance in chances])
        known = ~np.isnan(values)
        return values[known], chances[known]


class Collector:
    """Takes in futures in order of their number and gives the outcome of them all."""

    def __init__(self, plan: RunPlan) -> None:
        self._plan = plan
        self._few = plan.scenario.replications <= MOST_KEPT
        self._first: list[Futures] = []
        self._kept: dict[Series, list[Kept]] = {}
        self._histograms: dict[Series, Histogram] = {}
        self._sums: dict[Series, Floats] = {}
        self._squares: dict[Series, Floats] = {}
        self._above: dict[Series, Floats] = {}
        self._reached: dict[Series, Floats] = {}
        self._by_type: Floats | None = None
        self._count = 0

    def add(self, futures: Futures) -> None:
        """Take in the next futures."""
        self._count += futures.running_by_type.shape[-1]
        by_type = futures.running_by_type.sum(axis=-1)
        self._by_type = by_type if self._by_type is None else self._by_type + by_type
        for name, values in futures.series.items():
            _add_to(self._sums, name, values.sum(axis=-1))
            _add_to(self._squares, name, np.square(values).sum(axis=-1))
            if name in LINE_OF:
                line = getattr(self._plan.lines, LINE_OF[name])[:, None]
                # Cases with nobody to carry them are above every line, though a load per fte is no number there.
                above = (values > line) | (np.isnan(values) & (futures.series[Series.LOAD] > 0))
                _add_to(self._above, name, above.sum(axis=-1).astype(np.float64))
                reached = np.logical_or.accumulate(~above, axis=1)
                _add_to(self._reached, name, reached.sum(axis=-1).astype(np.float64))
            if self._few:
                self._kept.setdefault(name, []).append(values.astype(np.float32))
        if not self._few:
            self._count_in_bins(futures)

    def _count_in_bins(self, futures: Futures) -> None:
        if self._histograms:
            self._bin(futures)
            return
        self._first.append(futures)
        if self._count >= min(HISTOGRAM_FROM, self._plan.scenario.replications):
            self._open_histograms()

    def _open_histograms(self) -> None:
        for name in self._first[0].series:
            values = np.concatenate([futures.series[name] for futures in self._first], axis=-1)
            # Where a load per fte is no number in any future, nothing is to be counted and the limits stay none.
            low, high = np.fmin.reduce(values, axis=-1), np.fmax.reduce(values, axis=-1)
            spread = np.maximum(high - low, 1e-6 * np.maximum(1.0, np.abs(high)))
            low = low - _WIDER * spread
            width = (1 + 2 * _WIDER) * spread / BINS
            self._histograms[name] = Histogram(low, width, np.zeros((*low.shape, BINS), dtype=np.int64))
        waiting, self._first = self._first, []
        for futures in waiting:
            self._bin(futures)

    def _bin(self, futures: Futures) -> None:
        for name, values in futures.series.items():
            histogram = self._histograms[name]
            with np.errstate(invalid="ignore"):
                places = np.floor((values - histogram.low[..., None]) / histogram.width[..., None])
            bins = np.clip(np.nan_to_num(places, nan=BINS), 0, BINS - 1).astype(np.int64)
            cells = np.arange(histogram.low.size).reshape(*histogram.low.shape, 1)
            counted = np.bincount((cells * BINS + bins).ravel(), minlength=histogram.counts.size)
            histogram.counts.reshape(-1)[:] += counted

    def outcome(self, *, stopped: bool = False) -> Outcome:
        """Sum up what was taken in."""
        plan, scenario = self._plan, self._plan.scenario
        if self._first:
            self._open_histograms()
        places = ("", *(plan.snapshot.places[team].key for team in plan.teams))
        days = plan.snapshot.days[: scenario.weeks]
        kept = {name: np.concatenate(parts, axis=-1) for name, parts in self._kept.items()}
        by_type = self._by_type if self._by_type is not None else np.zeros((0, scenario.weeks))
        return Outcome(
            scenario=scenario.name,
            seed=scenario.seed,
            replications=self._count,
            digest=plan.snapshot.digest,
            places=places,
            weeks=tuple(iso_week(day) for day in days),
            days=days,
            lines=plan.lines,
            series={name: self._summary(name, kept) for name in self._sums},
            above={name: above / self._count for name, above in self._above.items()},
            reached={name: reached / self._count for name, reached in self._reached.items()},
            running_by_type=by_type / max(1, self._count),
            kept=kept,
            histograms=self._histograms,
            stopped=stopped,
        )

    def _summary(self, name: Series, kept: Mapping[Series, Kept]) -> Summary:
        mean = self._sums[name] / self._count
        variance = np.maximum(self._squares[name] / self._count - mean**2, 0.0)
        if name in kept:
            quantiles = quantiles_of(kept[name])
        else:
            quantiles = np.array([self._histograms[name].quantile(chance) for chance in QUANTILES])
        return Summary(mean, np.sqrt(variance), quantiles)


def quantiles_of(values: Kept) -> Floats:
    """Give `QUANTILES` over the last axis, linear between neighbours (NumPy's default), by one sort."""
    ordered = np.sort(values, axis=-1)
    place = np.array(QUANTILES) * (values.shape[-1] - 1)
    below = np.floor(place).astype(np.int64)
    above = np.minimum(below + 1, values.shape[-1] - 1)
    low, high = ordered[..., below].astype(np.float64), ordered[..., above].astype(np.float64)
    return np.asarray(np.moveaxis(low + (high - low) * (place - below), -1, 0))


def _add_to(sums: dict[Series, Floats], name: Series, values: Floats) -> None:
    known = sums.get(name)
    sums[name] = values if known is None else known + values
