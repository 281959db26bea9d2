"""Long absence of teams through the weeks, as a share of their fte: slowly moving round a mean, or spell by spell."""

import numpy as np

from caseload_planner.staffing.arrays import Floats, Ints
from caseload_planner.staffing.random_numbers import Dice, Purpose
from caseload_planner.staffing.scenario import AbsenceModel, Scenario
from caseload_planner.staffing.snapshot import StaffingSnapshot
from caseload_planner.staffing.workforce import by_team

HIGHEST_SHARE = 0.9
_SPELLS_AT_MOST = 64


def long_share_now(snapshot: StaffingSnapshot) -> Floats:
    """Give the long-absent part of what each team would carry on the first day."""
    carrying = snapshot.people.carrying[:, 0].astype(np.float64)
    teams = len(snapshot.places)
    whole = np.bincount(snapshot.people.team, weights=carrying, minlength=teams)
    absent = np.bincount(snapshot.people.team, weights=carrying * snapshot.people.absent_now, minlength=teams)
    return np.divide(absent, whole, out=np.zeros(teams), where=whole > 0)


def long_share_mean(scenario: Scenario, snapshot: StaffingSnapshot) -> Floats:
    """Give the mean long-absent share of each team."""
    return by_team(scenario.absence.share, scenario.absence.places, snapshot) * scenario.absence.long_part


def absent_shares(scenario: Scenario, snapshot: StaffingSnapshot, dice: Dice, replications: Ints) -> Floats:
    """Give the long-absent share by team, week and replication; on the first day it is as it is."""
    if scenario.absence.model is AbsenceModel.SPELLS:
        return _spells(scenario, snapshot, dice, replications)
    return _moving(scenario, snapshot, dice, replications)


def _moving(scenario: Scenario, snapshot: StaffingSnapshot, dice: Dice, replications: Ints) -> Floats:
    """A first-order autoregression round the mean, from the share of the first day."""
    absence = scenario.absence
    mean = long_share_mean(scenario, snapshot)[:, None]
    stays = absence.persistence
    noise = absence.deviation * np.sqrt(1 - stays**2)
    teams = len(snapshot.places)
    shares = np.empty((teams, scenario.weeks, len(replications)))
    now = np.repeat(long_share_now(snapshot)[:, None], len(replications), axis=1)
    shares[:, 0] = now
    event = np.arange(teams, dtype=np.int64)[:, None]
    for week in range(1, scenario.weeks):
        throw = dice.normals(week, event, replications[None, :]) if noise else 0.0
        now = mean + stays * (now - mean) + noise * throw
        shares[:, week] = np.clip(now, 0.0, HIGHEST_SHARE)
    return shares


def _spells(scenario: Scenario, snapshot: StaffingSnapshot, dice: Dice, replications: Ints) -> Floats:
    """Everybody's place is well and absent by turns, both without memory; a team's share is that of its places.

    In the long run the absent share is spell / (spell + well), so that the time well follows from share and spell.
    """
    people = snapshot.people
    mean = long_share_mean(scenario, snapshot)[people.team]
    spell = scenario.absence.spell_weeks
    weights = people.contract[:, 0].astype(np.float64)
    teams, futures = len(snapshot.places), len(replications)
    away = np.zeros((teams, scenario.weeks, futures))
    whole = np.bincount(people.team, weights=weights, minlength=teams)
    for row in np.flatnonzero(weights):
        absent = _away_weeks(
            int(row), float(people.absent_now[row]), float(mean[row]), spell, scenario.weeks, dice, replications
        )
        away[people.team[row]] += weights[row] * absent
    return np.divide(away, whole[:, None, None], out=np.zeros_like(away), where=whole[:, None, None] > 0)


def _away_weeks(
    row: int,
    now_absent: float,
    mean: float,
    spell: float,
    weeks: int,
    dice: Dice,
    replications: Ints,
) -> Floats:
    """Give whether one person is absent, by week and replication."""
    futures = len(replications)
    change = np.zeros((weeks + 1, futures))
    absent = now_absent > 0
    change[0] = absent
    well = np.inf if mean <= 0 else spell * (1 - mean) / mean
    now, columns = np.zeros(futures), np.arange(futures)
    for turn in range(_SPELLS_AT_MOST):
        uniform = dice.uniforms(Purpose.SPELL, turn, np.full(1, row, dtype=np.int64), replications)
        now = now - np.log(uniform) * (spell if absent else well)
        week = np.minimum(np.ceil(np.minimum(now, weeks)), weeks).astype(np.int64)
        absent = not absent
        change[week, columns] += 1.0 if absent else -1.0
        if np.all(now >= weeks):
            break
    return np.asarray(np.cumsum(change[:weeks], axis=0))
