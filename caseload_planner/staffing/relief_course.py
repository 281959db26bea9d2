"""Relief by support workers (ondersteuners) from week to week: the same limits as for one day, over many futures.

Support that was there before has learnt already. What a scenario adds is learnt in the weeks of each task, so that
relief grows with it; what was freed before stays freed meanwhile.
"""

import numpy as np

from caseload_planner.staffing.arrays import Floats
from caseload_planner.staffing.snapshot import StaffingSnapshot
from caseload_planner.staffing.support import HOURS_PER_FTE, SETTLED_WEEKS, SupportedTeam, movable_hours, spread_support
from caseload_planner.staffing.support_assumptions import LIKELY, SupportAssumptions

_MILLION = 1_000_000


def support_by_team(support: SupportAssumptions, snapshot: StaffingSnapshot) -> Floats:
    """Give support fte by team: as it is, or all of it handed out anew where it frees most."""
    if support.fte is None:
        return snapshot.support_fte
    given = spread_support(support, supported_teams(snapshot), support.fte)
    return np.array([given[team.key] for team in snapshot.places], dtype=np.float64)


def supported_teams(snapshot: StaffingSnapshot) -> tuple[SupportedTeam, ...]:
    """Give each team's running measures (where their first contact is) and deployable fte on the first day."""
    cases, people, teams = snapshot.cases, snapshot.people, len(snapshot.places)
    measures = np.bincount(cases.portion_team[: len(cases.kind)], minlength=teams)
    deployable = people.carrying[:, 0] * (1.0 - people.absent_now) / _MILLION
    fte = np.bincount(people.team, weights=deployable, minlength=teams)
    return tuple(SupportedTeam(place.key, float(measures[n]), float(fte[n])) for n, place in enumerate(snapshot.places))


def relief_course(
    support: SupportAssumptions, fte: Floats, before: Floats, measures: Floats, deployable: Floats
) -> Floats:
    """Give likely relief in fte, by team, week and future.

    Parameters
    ----------
    fte, before
        Support fte by team from the first day on, and until then.
    measures, deployable
        Running measures and deployable fte, by team, week and future.
    """
    weeks = range(measures.shape[1])
    learning = np.array([movable_hours(support, 1.0, LIKELY, float(week)) for week in weeks])
    settled = np.full(measures.shape[1], movable_hours(support, 1.0, LIKELY, SETTLED_WEEKS))
    if np.array_equal(fte, before):
        return _limited(support, fte, settled, measures, deployable)
    learnt = _limited(support, fte, learning, measures, deployable)
    return np.maximum(learnt, _limited(support, np.minimum(fte, before), settled, measures, deployable))


def _limited(
    support: SupportAssumptions, fte: Floats, hours_a_measure: Floats, measures: Floats, deployable: Floats
) -> Floats:
    own = np.minimum(fte * support.productive_share, fte * support.freed_share[LIKELY])[:, None, None]
    tasks = measures * (hours_a_measure / HOURS_PER_FTE)[:, None]
    return np.minimum(np.minimum(own, tasks), support.largest_share * deployable)
