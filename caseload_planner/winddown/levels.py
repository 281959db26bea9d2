"""The order in which plans are compared, and the arithmetic of one receiver's weeks.

- ``unplaced``: measures that nobody takes over.
- ``changes``: positions of the plan to keep that differ now.
- ``overload``: over receivers and weeks, how much more is carried above the working norm than where nothing moves:
  squared over the norm, so that one person far above weighs more than two a little. A handover counts from the last
  week in which its receiver could take it. Were it counted from the week of the plan, every plan would put everything
  off to its last weeks, which no family and no team is served by; who gets too much is the same either way.
- ``faces``: two for a first contact whom the family does not know, one for such a second.
- ``timing``: measures that move within six weeks of their expected end or in their first six weeks, and families that
  take somebody above her working norm in weeks in which a later change would not.
- ``near``: steps away from the measure's own team, as in a weekly round: three times for a first contact, twice for a
  second.
- ``spread``: the square of the families that each receiver takes and of those that move in each week, added up.
"""

from typing import Any

import numpy as np

from caseload_planner.winddown.problem import Weeks

UNPLACED = "unplaced"
CHANGES = "changes"
OVERLOAD = "overload"
FACES = "faces"
TIMING = "timing"
NEAR = "near"
SPREAD = "spread"

LEVELS: tuple[str, ...] = (UNPLACED, CHANGES, OVERLOAD, FACES, TIMING, NEAR, SPREAD)
FINE = 10_000_000
"""Parts of a point in which weeks are added up before rounding."""
NEW_FIRST = 2
NEW_SECOND = 1


def overload(base: Weeks, added: Weeks, working: Weeks) -> Any:
    """Give how much more weighs above the working norm: the square over the norm, added up over the weeks.

    ``(max(0, base + added - working)^2 - max(0, base - working)^2) / working`` over the weeks in which the norm is
    above 0, in whole points a receiver, halves up: half a point above the norm during half a year is where it begins
    to count, so that no family is taken further away for less. Arrays may have rows of alternatives; weeks are the
    last axis.
    """
    fine = FINE // 100
    norm = np.maximum(working, 1)
    after = (fine * np.maximum(0, base + added - working) ** 2 + norm // 2) // norm
    before = (fine * np.maximum(0, base - working) ** 2 + norm // 2) // norm
    total = np.where(working > 0, after - before, 0).sum(axis=-1)
    return (total + FINE // 2) // FINE
