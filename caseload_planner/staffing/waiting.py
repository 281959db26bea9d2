"""Who waits where a limit is set; without one nobody does and the load rises (wachtlijstvrij)."""

import numpy as np

from caseload_planner.staffing.arrays import Floats


def waiting_points(demand: Floats, arrived: Floats, limit: Floats) -> Floats:
    """Give the points that wait, by team, week and replication.

    What is carried is never put down again, so at most what waited before and what came in since can wait. More room
    never makes anybody wait.

    Parameters
    ----------
    demand
        Points of all running cases, waiting ones included.
    arrived
        Points that came in during the week before.
    limit
        Points up to which new cases are taken.
    """
    waiting = np.zeros_like(demand)
    for week in range(1, demand.shape[1]):
        over = demand[:, week] - limit[:, week]
        waiting[:, week] = np.clip(over, 0.0, waiting[:, week - 1] + arrived[:, week])
    return waiting
