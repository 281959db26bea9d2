"""A dive: patterns are taken whole one after the other, and others that go with them are looked for after each.

What comes out may be the best answer in whole numbers; patterns that were found on the way are of use to others.
"""

import random
import time
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from caseload_planner.winddown.pattern_look import Effort, Pattern
from caseload_planner.winddown.pattern_master import SAFETY, Relaxed
from caseload_planner.winddown.pattern_whole import WholeAnswer
from caseload_planner.winddown.patterns import ReceiverPatterns

if TYPE_CHECKING:
    from caseload_planner.winddown.pattern_level import PatternLevel

TURNS = 2
THREADS = 2
EFFORT = Effort(keep=10, slack=0.05, width=40)
SURE, SUREST = 0.51, 0.65
"""Shares of a pattern in the relaxation from which it is taken whole with others; by chance between them. Two that are
more than halves cannot have a family in common."""
NEARLY = 0.99
"""Levels are whole numbers: what is not less by so much is not less."""
Key = tuple[int, Pattern]


def dive(level: "PatternLevel", nth: int, seed: int, until: float) -> None:
    """Dive once; the first time after the largest shares, later by chance."""
    dice = None if nth == 1 else random.Random(seed + nth)  # noqa: S311 - choices of a search, no secrets
    sure = SURE if dice is None else dice.uniform(SURE, SUREST)
    master, free = level.rows.master, dict(level.receivers)
    try:
        while not level.stop.requested and time.monotonic() < until:
            relaxed = _relaxed_anew(level, free.values(), until)
            if relaxed is None or (not master.left_unmet and relaxed.value > level.answers.reached - NEARLY):
                return
            values = relaxed.values
            shares = {key: values.get(handle.id, 0.0) for key, handle in master.patterns.items() if key[0] in free}
            shares = {key: share for key, share in shares.items() if share > SAFETY}
            if not shares:
                if not master.left_unmet:
                    level.answers.note(WholeAnswer(relaxed.value, values))
                return
            keys = [key for key, share in shares.items() if share >= sure] or [_drawn(shares, dice)]
            master.take(keys)
            for worker, _ in keys:
                free.pop(worker, None)
    finally:
        master.let_go()


def _drawn(shares: Mapping[Key, float], dice: random.Random | None) -> Key:
    keys = sorted(shares)
    if dice is None:
        return max(keys, key=lambda key: shares[key])
    return dice.choices(keys, [shares[key] ** 2 for key in keys])[0]


def _relaxed_anew(level: "PatternLevel", free: Iterable[ReceiverPatterns], until: float) -> Relaxed | None:
    """Solve the relaxation with what is taken, with new patterns of those of whom nothing is taken yet."""
    receivers, master = list(free), level.rows.master
    relaxed = master.relaxed(level.interrupter)
    for _ in range(TURNS):
        if relaxed is None or time.monotonic() > until:
            break
        prices = master.signed(relaxed.prices)
        with ThreadPoolExecutor(THREADS) as threads:
            looks = list(threads.map(lambda one: level.cheapest(one, prices, EFFORT), receivers))  # noqa: B023
        if not level.add_all(zip(receivers, looks, strict=True)):
            break
        relaxed = master.relaxed(level.interrupter)
    return relaxed
