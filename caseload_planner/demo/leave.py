"""Absence in the demo organisation: dates and shares only, as a share of hours by region, now and in two years past."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from caseload_planner.demo.dice import Dice
from caseload_planner.demo.places import DemoPlan
from caseload_planner.demo.staff import HISTORY_DAYS
from caseload_planner.domain.organisation import Absence, Worker

LONG_SPELL_DAYS = 42
_IN_LONG_SPELLS = 0.6
_SHORT_SPELL_MEAN_DAYS = 7.0
_LONG_SPELL_MEAN_DAYS = 130.0
_FULL, _HALF = Decimal(1), Decimal("0.5")


def with_absences(plan: DemoPlan, workers: Mapping[str, Worker], seed: int, on: date) -> dict[str, Worker]:
    """Give the same workers with their absences.

    On the date itself the number of people absent follows the rate of the region, so that a small organisation shows
    it too; spells of the past are drawn at that rate.
    """
    result = dict(workers)
    for place in plan.places:
        dice = Dice(seed, f"leave/{place.location}")
        teams = {team.key for team in place.teams}
        carrying = [w for w in workers.values() if w.team in teams and w.carries]
        serving = [w for w in carrying if w.ends_on is None and (on - w.started_on).days > 120]
        now = _running_now(len(serving), place.rates.absence, dice, on)
        current = dict(zip((w.key for w in dice.shuffled(serving)), now, strict=False))
        for worker in carrying:
            running = current.get(worker.key)
            past = _past_spells(worker, place.rates.absence, dice, on, running)
            spells = sorted([*past, *([running] if running else [])], key=lambda spell: spell.from_on)
            result[worker.key] = replace(worker, absences=tuple(spells))
    return _with_planned_leave(result, dice=Dice(seed, "leave/planned"), count=plan.scaled(2), on=on)


def _running_now(people: int, rate: float, dice: Dice, on: date) -> Iterator[Absence]:
    """Give the absences that run on the date; the last long one is for half of the hours."""
    long_count = round(people * rate * _IN_LONG_SPELLS + dice.between(-0.3, 0.5))
    short_count = round(people * rate * (1 - _IN_LONG_SPELLS) + dice.between(-0.4, 0.4))
    for n in range(long_count):
        began = on - timedelta(days=dice.whole(20, 150))
        known = dice.chance(0.6)
        until = on + timedelta(days=dice.whole(LONG_SPELL_DAYS + 4, 140)) if known else None
        yield Absence(began, until, _HALF if n % 3 == 2 else _FULL)
    for _ in range(short_count):
        began = on - timedelta(days=dice.whole(0, 9))
        yield Absence(began, on + timedelta(days=dice.whole(0, 12)), _FULL)


def _past_spells(worker: Worker, rate: float, dice: Dice, on: date, running: Absence | None) -> Iterator[Absence]:
    """Give spells that ended before today, one after the other and inside her service."""
    first = max(worker.started_on + timedelta(days=30), on - timedelta(days=HISTORY_DAYS))
    last = min(filter(None, (worker.ends_on, on)))
    if running is not None:
        last = min(last, running.from_on)
    years = max(0, (last - first).days) / 365
    days_a_year = 365 * rate
    long_count = dice.poisson(years * days_a_year * _IN_LONG_SPELLS / _LONG_SPELL_MEAN_DAYS)
    short_count = dice.poisson(years * days_a_year * (1 - _IN_LONG_SPELLS) / _SHORT_SPELL_MEAN_DAYS)
    lengths = [43 + round(dice.exponential(_LONG_SPELL_MEAN_DAYS - 43)) for _ in range(long_count)]
    lengths += [1 + round(dice.exponential(_SHORT_SPELL_MEAN_DAYS - 1)) for _ in range(short_count)]
    starts = sorted(dice.day(first, last) for _ in lengths)
    free_from = first
    for start, length in zip(starts, dice.shuffled(lengths), strict=True):
        begin = max(start, free_from)
        end = begin + timedelta(days=length - 1)
        if end < last:
            yield Absence(begin, end, _HALF if dice.chance(0.15) else _FULL)
            free_from = end + timedelta(days=2)


def _with_planned_leave(workers: dict[str, Worker], *, dice: Dice, count: int, on: date) -> dict[str, Worker]:
    """Add leave that is known beforehand, with both dates."""
    present = [w for w in workers.values() if w.carries and w.ends_on is None and not _absent_from(w, on)]
    for worker in dice.sample(present, count):
        begins = on + timedelta(days=dice.whole(20, 90))
        leave = Absence(begins, begins + timedelta(days=16 * 7 - 1), _FULL)
        workers[worker.key] = replace(worker, absences=(*worker.absences, leave))
    return workers


def _absent_from(worker: Worker, on: date) -> bool:
    return any(spell.until_on is None or spell.until_on >= on for spell in worker.absences)
