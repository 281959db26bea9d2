"""Answers in whole numbers over the patterns there are: looked for beside the pricing, given weeks, the best kept."""

import math
from dataclasses import replace

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.winddown.board import Chosen, People
from caseload_planner.winddown.pattern_look import Pattern
from caseload_planner.winddown.pattern_master import SAFETY, Relaxed
from caseload_planner.winddown.pattern_rows import LevelRows
from caseload_planner.winddown.pattern_whole import WholeAnswer, WholeLimits, WholeSearch
from caseload_planner.winddown.search import Limits

CLOSE = 0.018
"""A share of the value; what is proven that far is not looked into any further."""
HARDLY = 1e-3
WHOLE_SECONDS = 8.0
"""A search for whole numbers mostly finds something in a few seconds; else other patterns are a better chance."""
WHOLE_WORK = 4.0
MORE = 1.15
"""Whole numbers are looked for again once there are so many times as many patterns."""
MOST_ASKED = 8000
"""So many of the most promising patterns are asked."""


class Answers:
    """The answers of one level.

    Attributes
    ----------
    reached
        The value of the best plan that is known.
    hint
        The patterns of a plan that is known before.
    plan
        The best answer, in some weeks that will do; None where none was found.
    """

    def __init__(self, rows: LevelRows, limits: Limits, stop: StopSignal) -> None:
        self._rows, self._limits, self._stop = rows, limits, stop
        self._by_work = limits.deterministic_limit is not None
        self.reached = 0
        self.hint: list[tuple[int, Pattern]] = []
        self.plan: dict[int, Chosen] | None = None
        self._best: WholeAnswer | None = None
        self._nearly: WholeAnswer | None = None
        self._search: WholeSearch | None = None
        self._asked, self._searches = 0, 0

    @property
    def enough(self) -> float:
        """The bound from which nothing clearly better can be found; values are whole numbers."""
        return math.ceil((1.0 - CLOSE) * self.reached) - 1 + HARDLY

    def better_above(self, least: float) -> bool:
        """Whether an answer may be found that is clearly better, where none is below some value."""
        return math.isinf(least) or self.reached - math.ceil(least - SAFETY) > CLOSE * self.reached

    @property
    def people(self) -> list[dict[int, People]]:
        """Who takes what in the best answer that finds weeks, and in one that is better but does not quite."""
        found = [] if self._best is None else [self._rows.people(self._rows.chosen(self._best.values))]
        if self._nearly is not None and self._nearly.value < self.reached:
            found.append(self._rows.people(self._rows.chosen(self._nearly.values)))
        return found

    def note(self, found: WholeAnswer | None) -> None:
        """Keep an answer where it is the best and finds weeks; what clashes in it is not named together again."""
        if found is None or round(found.value) >= (self.reached if self._best is None else self._best.value):
            return
        people = self._rows.people(self._rows.chosen(found.values))
        weeks = self._rows.weeks_or_clashes(people, self.reached, self._stop)
        for clash in weeks.clashes:
            self._rows.forbid(clash)
        if weeks.plan is not None:
            value = weeks.come_to.get(self._rows.level, round(found.value))
            self._best, self.reached, self.plan = replace(found, value=float(value)), value, weeks.plan
        elif self._nearly is None or found.value < self._nearly.value:
            self._asked, self._nearly = 0, found

    def look_on(self, relaxed: Relaxed | None) -> None:
        """Where the search has ended, note what it found, and begin again if there are more patterns by now."""
        # Where work is counted, when it ended may not matter.
        if self._search is None or (self._search.ended and not self._by_work):
            self.end()
            if relaxed is not None:
                self._begin(relaxed)

    def end(self, least: float = -math.inf) -> None:
        """Wait for the answer that is looked for, where one that is clearly better than the best may be left.

        None is below some value.
        """
        if self._search is not None:
            if not self._by_work and not self.better_above(least):
                self._search.be_content()
            found, self._search = self._search.answer(), None
            self.note(found)

    def _begin(self, relaxed: Relaxed) -> None:
        master = self._rows.master
        few = len(master.patterns) <= MORE * self._asked
        if self._stop.requested or few or not self.better_above(relaxed.value):
            return
        self._asked, self._searches = len(master.patterns), self._searches + 1
        seconds = None if self._by_work else min(WHOLE_SECONDS, self._limits.seconds_left())
        limits = WholeLimits(seconds, WHOLE_WORK if self._by_work else None, self._limits.seed + self._searches)
        known = set(self.hint if self._best is None else self._rows.chosen(self._best.values)[0])
        among = self._near(relaxed) | (known & set(master.patterns))
        self._search = WholeSearch(master, among, known, relaxed, limits, self._stop)

    def _near(self, relaxed: Relaxed) -> set[tuple[int, Pattern]]:
        """Give the patterns that cost least at the prices of a relaxed answer.

        One that costs more than lies between that answer and the value to beat is hardly in a better plan.
        """
        master = self._rows.master
        above = [
            (master.worth(key, relaxed.prices) - relaxed.prices.get(("receiver", key[0]), 0.0), key)
            for key in master.patterns
        ]
        gap = self.reached - relaxed.value
        return {key for worth, key in sorted(above)[:MOST_ASKED] if worth <= gap + SAFETY}
