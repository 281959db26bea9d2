"""Our own curve of how long measures last, from those that ended and those that still run (Kaplan and Meier, 1958).

What ended before the file begins is not in it, so a measure only counts from the age it had when the file begins
(delayed entry); else long measures would seem longer than they are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from caseload_planner.domain.forecast import REMAINING_WEEKS
from caseload_planner.domain.measures import Measure, MeasureType
from caseload_planner.staffing.arrays import Floats, Ints
from caseload_planner.staffing.durations import DAYS_A_WEEK, GRID_DAYS, Survival

ENOUGH_ENDED = 30
"""Fewer ended measures than this say too little of how long they last."""
_FEWEST_AT_RISK = 5


@dataclass(frozen=True, eq=False)
class OwnCurve:
    """What our own history says of one type.

    Attributes
    ----------
    ended, running
        How many measures ended and how many still run.
    survival
        The curve; None where too little ended.
    deviation
        Standard error of the curve by day (Greenwood).
    """

    type: MeasureType
    ended: int
    running: int
    survival: Survival | None
    deviation: Floats | None = None


def history_begins(measures: Iterable[Measure], on: date) -> date | None:
    """Give the first day of which it is known what ended: that of the first measure that ended."""
    return min((m.closed_on for m in measures if m.closed_on is not None and m.closed_on < on), default=None)


def own_curve(measures: Iterable[Measure], type_: MeasureType, since: date, on: date) -> OwnCurve:
    """Estimate the curve of a type from what was seen between two dates."""
    entry, leave, ended = [], [], []
    for measure in measures:
        closed = measure.closed_on if measure.closed_on is not None and measure.closed_on < on else None
        last = closed or on
        if measure.type is not type_ or last < since or measure.counts_from > last:
            continue
        entry.append(max(0, (since - measure.counts_from).days))
        leave.append((last - measure.counts_from).days + (closed is not None))
        ended.append(closed is not None)
    number_ended = sum(ended)
    if number_ended < ENOUGH_ENDED:
        return OwnCurve(type_, number_ended, len(ended) - number_ended, None)
    survival, deviation = _estimate(np.array(entry), np.array(leave), np.array(ended))
    tail = REMAINING_WEEKS[type_] * DAYS_A_WEEK
    return OwnCurve(type_, number_ended, len(ended) - number_ended, Survival(survival, tail), deviation)


def _estimate(entry: Ints, leave: Ints, ended: Ints) -> tuple[Floats, Floats]:
    """Give the curve at ages of 1/2, 3/2 ... days, and its standard error; the end goes on without memory."""
    leave = np.minimum(leave, GRID_DAYS - 1)
    entered = np.bincount(np.minimum(entry, GRID_DAYS - 1), minlength=GRID_DAYS)
    left = np.bincount(leave, minlength=GRID_DAYS)
    deaths = np.bincount(leave[ended.astype(bool)], minlength=GRID_DAYS)
    at_risk = np.cumsum(entered) - np.concatenate([[0], np.cumsum(left)[:-1]])
    reliable = at_risk >= _FEWEST_AT_RISK
    stays = np.where(reliable, 1 - deaths / np.maximum(at_risk, 1), 1.0)
    seen = np.flatnonzero(deaths * reliable)
    last = int(seen[-1]) if seen.size else 0
    hazard = deaths[: last + 1].sum() / max(1, at_risk[: last + 1].sum())
    stays[last + 1 :] = 1 - hazard
    survival = np.cumprod(stays, dtype=np.float64)
    still = np.maximum(at_risk - deaths, 1)
    greenwood = np.cumsum(np.where(reliable, deaths / np.maximum(at_risk * still, 1), 0.0))
    return survival, np.asarray(survival * np.sqrt(greenwood), dtype=np.float64)
