"""What cases weigh while they run, as steps: a start, phases of the norm, work shared in a family, an end."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import numpy as np

from caseload_planner.domain.norm import Norm
from caseload_planner.domain.points import round_half_up
from caseload_planner.staffing.arrays import Bools, Floats, Ints
from caseload_planner.staffing.durations import DAYS_A_WEEK, GRID_DAYS
from caseload_planner.staffing.snapshot import CONCURRENT, SIBLING, TYPES, UNSHARED, StaffingSnapshot

SHARE_UNITS = 100
"""Load is counted in 1/100 of a hundredth point, so that parts of a duo stay whole numbers and sums exact."""
_LEVELS = 3


class Ledger:
    """Adds up changes by team, week and replication; whole numbers, so that no order of adding matters."""

    def __init__(self, rows: int, weeks: int, replications: int) -> None:
        self._shape = rows, weeks + 1, replications
        self._places: list[Ints] = []
        self._amounts: list[Floats] = []

    def add(self, row: Ints, week: Ints, replication: Ints, amount: Ints | Floats) -> None:
        """Note that an amount comes (or, negative, goes) from a week on; beyond the last week it is not seen."""
        _, weeks, replications = self._shape
        place = (row * weeks + np.minimum(week, weeks - 1)) * replications + replication
        self._places.append(place)
        self._amounts.append(np.broadcast_to(np.asarray(amount, dtype=np.float64), place.shape))

    def levels(self) -> Floats:
        """Give what stands by row, week and replication."""
        rows, weeks, replications = self._shape
        if not self._places:
            return np.zeros((rows, weeks - 1, replications))
        sums = np.bincount(
            np.concatenate(self._places), np.concatenate(self._amounts), minlength=rows * weeks * replications
        )
        return np.asarray(np.cumsum(sums.reshape(self._shape)[:, :-1, :], axis=1))


@dataclass(frozen=True, eq=False)
class WeightTable:
    """Base weights by type, phase and sharing in hundredths, and the weeks in which phases change."""

    by_kind: tuple[Ints, ...]
    change_week: tuple[Ints, ...]
    first_day: int

    def changes(self, kind: int, day: Ints) -> list[Ints]:
        """Give the weeks from which cases that start on a day are in their next phases."""
        return [weeks[day - self.first_day] for weeks in self.change_week[kind]]


def weight_table(norm: Norm, on: date, weeks: int) -> WeightTable:
    """Tabulate the norm for cases that begin up to 21 years ago and up to the end of the run."""
    first_day = -GRID_DAYS - 400
    last_day = weeks * DAYS_A_WEEK + 1
    months = sorted({phase.from_month for type_ in TYPES for phase in norm.weights[type_][1:]})
    by_month = {month: _change_weeks(on, first_day, last_day, month) for month in months}
    scales = {UNSHARED: Decimal(1), SIBLING: norm.sibling_factor, CONCURRENT: norm.concurrency_factor}
    by_kind = []
    change_week = []
    for type_ in TYPES:
        phases = norm.weights[type_]
        table = [[round_half_up(phase.weight * scales[n]) for n in range(_LEVELS)] for phase in phases]
        by_kind.append(np.array(table, dtype=np.int64))
        rows = [by_month[phase.from_month] for phase in phases[1:]]
        change_week.append(np.array(rows, dtype=np.int64).reshape(len(rows), last_day - first_day))
    return WeightTable(tuple(by_kind), tuple(change_week), first_day)


def _change_weeks(on: date, first_day: int, last_day: int, months: int) -> Ints:
    """Give, for each starting day, the first week looked at in which so many whole months have passed.

    That is the same day of a later month, or the first of the month after where that month is too short.
    """
    today = np.datetime64(on, "D")
    days = today + np.arange(first_day, last_day)
    month = days.astype("datetime64[M]")
    in_month = days - month.astype("datetime64[D]")
    later, after = (month + months).astype("datetime64[D]"), (month + months + 1).astype("datetime64[D]")
    reached = np.minimum(later + in_month, after)
    waits = (reached - today).astype(np.int64)
    return np.asarray(-(-waits // DAYS_A_WEEK))


@dataclass(frozen=True, eq=False, kw_only=True)
class CaseSpan:
    """Cases of one type from their first to their last week under a norm; one entry a case in a replication.

    Attributes
    ----------
    first, end
        First week in which it is seen, and the first in which it is no longer.
    changes
        Weeks from which it is in its next phases.
    lighter_until
        Weeks until which it counts as concurrent, and as a sibling's; None where it never shares.
    """

    kind: int
    first: Ints
    end: Ints
    changes: list[Ints]
    replication: Ints
    extra: Ints
    lighter_until: tuple[Ints, Ints] | None

    def level_at(self, week: Ints) -> Ints:
        """Give how it shares work in a week."""
        if self.lighter_until is None:
            return np.zeros(week.shape, dtype=np.int64)
        concurrent, sibling = self.lighter_until
        return np.where(week < concurrent, CONCURRENT, np.where(week < sibling, SIBLING, UNSHARED))

    def phases_by(self, week: Ints) -> Ints:
        """Count the changes of phase up to and including a week."""
        passed = np.zeros(week.shape, dtype=np.int64)
        for change in self.changes:
            passed += change <= week
        return passed


def note_weights(ledger: Ledger, table: WeightTable, span: CaseSpan, team: Ints, share: Ints) -> None:
    """Write the weight of cases into the ledger: at their start, at each change, and at their end.

    `share` is the percentage of each case that the team carries.
    """
    first, end = span.first, span.end
    seen = first < end

    def note(where: Bools, week: Ints, amount: Ints) -> None:
        chosen = np.flatnonzero(where)
        if chosen.size:
            ledger.add(team[chosen], week[chosen], span.replication[chosen], amount[chosen] * share[chosen])

    base = table.by_kind[span.kind]
    note(seen, first, base[span.phases_by(first), span.level_at(first)] + span.extra)
    for n, change in enumerate(span.changes):
        level = span.level_at(change)
        note((change > first) & (change < end), change, base[n + 1, level] - base[n, level])
    if span.lighter_until is not None:
        concurrent, sibling = span.lighter_until
        phase = span.phases_by(concurrent - 1)
        step = base[phase, span.level_at(concurrent)] - base[phase, CONCURRENT]
        note((concurrent > first) & (concurrent < end), concurrent, step)
        phase = span.phases_by(sibling - 1)
        step = base[phase, UNSHARED] - base[phase, SIBLING]
        note((sibling > np.maximum(first, concurrent)) & (sibling < end), sibling, step)
    note(seen, end, -(base[span.phases_by(end - 1), span.level_at(end - 1)] + span.extra))


@dataclass(frozen=True, eq=False)
class NormInTurn:
    """The weights of a norm, and the weeks in which it holds: from the first, until the last."""

    from_week: int
    until_week: int
    table: WeightTable


def norms_in_turn(snapshot: StaffingSnapshot, weeks: int) -> tuple[NormInTurn, ...]:
    """Give the norms that weigh cases in a run, one after the other."""
    weighings = [one for one in snapshot.weighings if one.from_week < weeks]
    until = [*(one.from_week for one in weighings[1:]), weeks]
    return tuple(
        NormInTurn(one.from_week, last, weight_table(one.norm, snapshot.on, weeks))
        for one, last in zip(weighings, until, strict=True)
    )
