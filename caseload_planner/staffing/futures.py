"""What is seen in each future: series by place, week and replication, out of cases and people."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from caseload_planner.staffing.absence import absent_shares
from caseload_planner.staffing.arrays import Floats, Ints
from caseload_planner.staffing.case_flow import CaseFlow
from caseload_planner.staffing.case_weights import SHARE_UNITS
from caseload_planner.staffing.random_numbers import Dice
from caseload_planner.staffing.relief_course import relief_course
from caseload_planner.staffing.run_plan import RunPlan
from caseload_planner.staffing.waiting import waiting_points
from caseload_planner.staffing.workforce import Workforce

_HUNDREDTHS = 100.0


class Series(StrEnum):
    """What is followed from week to week."""

    LOAD_PER_FTE = "load_per_fte"
    LOAD_PER_DEPLOYABLE_FTE = "load_per_deployable_fte"
    LOAD = "load"
    RUNNING_MEASURES = "running_measures"
    CONTRACT_FTE = "contract_fte"
    DEPLOYABLE_FTE = "deployable_fte"
    WAITING = "waiting"
    TEAM_D_FTE = "team_d_fte"
    ASSISTANT_FTE = "assistant_fte"
    RELIEF_FTE = "relief_fte"


@dataclass(frozen=True, eq=False)
class Futures:
    """Some futures of a scenario.

    Attributes
    ----------
    first
        Number of the first future.
    series
        By name, as an array by place, week and replication; place 0 is all places together. Where a place has no
        fte a load per fte is not a number.
    running_by_type
        Measures by type, week and replication, all places together.
    """

    first: int
    series: Mapping[Series, Floats]
    running_by_type: Floats


def futures_of(plan: RunPlan, flow: CaseFlow, workforce: Workforce, replications: Ints) -> Futures:
    """Throw some futures.

    Parameters
    ----------
    replications
        Their numbers, one after the other; the same number is the same future in every chunk.
    """
    dice = Dice(plan.scenario.seed)
    cases = flow.tally(dice, replications)
    staff = workforce.tally(dice, replications)
    absent = absent_shares(plan.scenario, plan.snapshot, dice, replications)
    deployable = staff.carrying * (1.0 - absent)
    load = cases.load / (SHARE_UNITS * _HUNDREDTHS)
    waiting = np.zeros_like(load)
    if cases.arrived_load is not None and plan.scenario.waiting.limit is not None:
        arrived = cases.arrived_load / (SHARE_UNITS * _HUNDREDTHS)
        points = waiting_points(load, arrived, plan.scenario.waiting.limit * deployable)
        load = load - points
        waiting = points / plan.new_case_points[:, None]
    before = plan.snapshot.support_fte
    relief = relief_course(plan.scenario.support, plan.support_fte, before, cases.running, deployable)
    team_d = np.broadcast_to(staff.team_d[:, :, None], load.shape)
    places = {
        Series.LOAD: load,
        Series.RUNNING_MEASURES: cases.running,
        Series.CONTRACT_FTE: staff.contract,
        Series.DEPLOYABLE_FTE: deployable,
        Series.WAITING: waiting,
        Series.TEAM_D_FTE: team_d,
        Series.ASSISTANT_FTE: staff.assistants,
        Series.RELIEF_FTE: relief,
    }
    series = {name: _with_total(values, plan.teams) for name, values in places.items()}
    series[Series.LOAD_PER_FTE] = _per(series[Series.LOAD], series[Series.CONTRACT_FTE])
    series[Series.LOAD_PER_DEPLOYABLE_FTE] = _per(series[Series.LOAD], series[Series.DEPLOYABLE_FTE])
    return Futures(int(replications[0]), series, cases.running_by_type)


def _with_total(values: Floats, teams: Ints) -> Floats:
    """Put the total of the places asked before them."""
    chosen = values[teams]
    return np.concatenate([chosen.sum(axis=0, keepdims=True), chosen])


def _per(load: Floats, fte: Floats) -> Floats:
    return np.divide(load, fte, out=np.full_like(load, np.nan), where=fte > 0)
