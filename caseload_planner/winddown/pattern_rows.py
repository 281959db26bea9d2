"""What a pattern, a family that stays, and a week put into the rows of the model over patterns, level by level."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.winddown.board import Board, People
from caseload_planner.winddown.clashes import Clash, Found, weeks_or_clashes
from caseload_planner.winddown.levels import CHANGES, FACES, LEVELS, NEAR, OVERLOAD, SPREAD, TIMING, UNPLACED
from caseload_planner.winddown.options import NOBODY_NEW
from caseload_planner.winddown.pattern_look import Pattern
from caseload_planner.winddown.pattern_master import PatternMaster, Row, gathered
from caseload_planner.winddown.patterns import ReceiverPatterns
from caseload_planner.winddown.takings import Taking

HALF = 0.5
ChosenPatterns = tuple[list[tuple[int, Pattern]], list[int]]
"""Patterns by receiver, and takings by nobody."""
BY_WEEKS = (CHANGES, TIMING)
"""Levels that the weeks of an answer have a say in as well."""
PENALTIES = {UNPLACED: 20.0, CHANGES: 50.0, OVERLOAD: 100.0, FACES: 100.0, TIMING: 50.0, NEAR: 1000.0, SPREAD: 1000.0}
"""Units of a level that it costs to leave a family out while patterns are few, so that no price is wild."""

A_STEP = 5e-5
"""Units of an earlier level that a step of travel or team costs as well: plans that it likes alike abound, and the
search for one of them had better go where a later level wants to be. Bounds are lowered by all that it can come to."""


class LevelRows:
    """The model of one level, with the earlier ones kept.

    Parameters
    ----------
    kept
        The most that each earlier level may come to.
    moving
        The families that no plan leaves where they are.
    """

    def __init__(
        self,
        board: Board,
        takings: Sequence[Taking],
        level: str,
        kept: Mapping[str, int],
        moving: Collection[int] = (),
    ) -> None:
        self._board, self.takings, self.level, self._kept = board, takings, level, kept
        self._a_step = A_STEP if LEVELS.index(level) < LEVELS.index(NEAR) else 0.0
        self.master = PatternMaster(self._a_step * _most_steps(takings))
        self._resting: list[Any] = []
        self._moving = moving
        self._nobody: dict[int, Any] = {}
        self._open: dict[tuple[int, bool, frozenset[int]], Row] = {}
        keys = board.problem.receivers
        self._starting = [
            t.worker != NOBODY_NEW and keys[t.worker] in board.problem.families[t.family].starters for t in takings
        ]
        for name, most in kept.items():
            self.master.add_row(("keep", name), -math.inf, float(most))
        self._add_rows()
        self._factors = [gathered(self._of_taking(place)) for place in range(len(takings))]
        self._costs = [self._linear(taking).get(level, 0.0) + self._a_step * taking.steps for taking in takings]
        self._add_resting()
        for place, taking in enumerate(takings):
            if taking.worker == NOBODY_NEW:
                self._nobody[place] = self.master.add_variable(self._costs[place], self._factors[place])

    def _add_rows(self) -> None:
        master = self.master
        for number in range(len(self._board.options)):
            master.add_row(("family", number), 1.0, 1.0)
        groups = {(t.family, t.group) for t in self.takings if t.group != NOBODY_NEW}
        for number, group in sorted(groups):
            master.add_row(("group", number, group), 0.0, 0.0)
        for place, taking in enumerate(self.takings):
            if not taking.counts:
                master.add_row(("alone", place), 0.0, 0.0)
        duos = {t.family for t, starts in zip(self.takings, self._starting, strict=True) if starts and not t.first}
        for number in sorted(duos):
            master.add_row(("starters", number), -math.inf, 1.0)
        self._with_starters = duos
        master.add_penalties(PENALTIES[self.level])
        self._add_weeks()

    def _linear(self, taking: Taking) -> dict[str, float]:
        return {
            CHANGES: float(taking.changes),
            FACES: float(taking.face),
            TIMING: float(taking.early),
            NEAR: float(taking.steps),
        }

    def _of_taking(self, place: int) -> Iterator[tuple[Row, float]]:
        taking = self.takings[place]
        if not taking.counts:
            yield ("alone", place), 1.0
            return
        if taking.first:
            yield ("family", taking.family), 1.0
        if taking.group != NOBODY_NEW:
            yield ("group", taking.family, taking.group), 1.0 if taking.first else -1.0
        if self._starting[place] and taking.family in self._with_starters:
            yield ("starters", taking.family), 1.0
        row = self._open.get((taking.family, taking.first, taking.weeks))
        if row is not None:
            yield row, -1.0
        for name, amount in self._linear(taking).items():
            if name in self._kept and amount:
                yield ("keep", name), amount

    def _add_resting(self) -> None:
        """Add for each family the variable that it stays where it is."""
        alone: dict[int, list[int]] = {}
        for place, taking in enumerate(self.takings):
            if not taking.counts:
                alone.setdefault(taking.family, []).append(place)
        for number, kept in enumerate(self._board.kept):
            left = 0 if self._board.problem.families[number].may_run_out else self._board.to_place[number]
            amounts = {UNPLACED: float(left), CHANGES: float(kept.count)}
            factors: dict[Row, float] = {("family", number): 1.0}
            factors |= {("alone", place): -1.0 for place in alone.get(number, ())}
            factors |= {("keep", name): amount for name, amount in amounts.items() if name in self._kept}
            factors["when", number] = 1.0
            upper = 0.0 if number in self._moving else 1.0
            self._resting.append(self.master.add_variable(amounts.get(self.level, 0.0), factors, upper=upper))

    def _add_weeks(self) -> None:
        """Say in which weeks families can move, and how many each leaver can give; count the square a week."""
        board = self._board
        opened: dict[tuple[int, bool], set[frozenset[int]]] = {}
        for taking in self.takings:
            if taking.counts:
                opened.setdefault((taking.family, taking.first), set()).add(taking.weeks)
        moving: dict[int, list[int]] = {}
        for number in range(len(board.options)):
            weeks = self._open_family(number, opened)
            for week in weeks:
                moving.setdefault(week, []).append(number)
        for week, numbers in sorted(moving.items()):
            self._add_week(week, numbers)

    def _open_family(self, number: int, opened: Mapping[tuple[int, bool], set[frozenset[int]]]) -> list[int]:
        """Let a family move only in a week in which its first and its second can both take it; give the weeks."""
        self.master.add_row(("when", number), 1.0, 1.0)
        weeks: frozenset[int] = frozenset().union(*opened.get((number, True), set()))
        for first in (True, False):
            for some in sorted(opened.get((number, first), set()), key=sorted):
                if not weeks <= some:
                    row = self._open[number, first, some] = ("open", number, first, *sorted(some))
                    self.master.add_row(row, 0.0, math.inf)
        return sorted(weeks)

    def _add_week(self, week: int, numbers: Sequence[int]) -> None:
        board, master = self._board, self.master
        for place in board.leavers.values():
            master.add_row(("leaver", place, week), -math.inf, float(board.problem.request.per_leaver))
        if self.level == SPREAD:
            master.add_row(("week", week), 0.0, 0.0)
            for nth in range(len(numbers)):
                master.add_variable(2.0 * nth + 1.0, {("week", week): -1.0})
        for number in numbers:
            factors: dict[Row, float] = {("when", number): 1.0}
            givers = board.problem.families[number].givers
            factors |= {("leaver", board.leavers[giver], week): 1.0 for giver in givers}
            rows = ((key, row) for key, row in self._open.items() if key[0] == number)
            factors |= {row: 1.0 for (_, _, some), row in rows if week in some}
            if self.level == SPREAD:
                factors["week", week] = 1.0
            badly = float(board.problem.families[number].badly_timed[week])
            if badly and TIMING in self._kept:
                factors["keep", TIMING] = badly
            master.add_variable(badly if self.level == TIMING else 0.0, factors)

    def add(self, receiver: ReceiverPatterns, pattern: Pattern) -> bool:
        """Add a pattern; give whether it is a new one."""
        over = receiver.overload(pattern)
        square = sum(self.takings[place].counts for place in pattern) ** 2
        cost = sum(self._costs[place] for place in pattern)
        cost += {OVERLOAD: over, SPREAD: square}.get(self.level, 0)
        factors = [one for place in pattern for one in self._factors[place].items()]
        if OVERLOAD in self._kept and over:
            factors.append((("keep", OVERLOAD), float(over)))
        new = self.master.add_pattern(receiver.worker, pattern, float(cost), gathered(factors))
        if new:
            receiver.keep(pattern)
        return new

    def row_of_taking(self, place: int) -> Row:
        """Give a row of its own for a taking, which says nothing until its sides are set."""
        row: Row = ("taking", place)
        if row not in self.master.sides:
            self.master.add_row(row, -math.inf, math.inf)
            self.master.add_penalty(row)
            self._factors[place] = {**self._factors[place], row: 1.0}
            for key in self.master.patterns:
                if place in key[1]:
                    self.master.put_pattern(row, key, 1.0)
        return row

    def forbid(self, clash: Clash) -> None:
        """Leave out that all these families move to these people."""
        places = {
            place
            for place, taking in enumerate(self.takings)
            if taking.choice in (clash.firsts if taking.first else clash.seconds).get(taking.family, ())
        }
        named = len(clash.firsts) + sum(bool(some) for some in clash.seconds.values())
        row: Row = ("clash", len([one for one in self.master.sides if one[0] == "clash"]))
        self.master.add_row(row, -math.inf, float(named - 1))
        for place in places:
            self._factors[place] = {**self._factors[place], row: 1.0}
            if place in self._nobody:
                self.master.put(row, self._nobody[place], 1.0)
        for key in self.master.patterns:
            count = len(places.intersection(key[1]))
            if count:
                self.master.put_pattern(row, key, float(count))

    def people(self, chosen: ChosenPatterns) -> dict[int, People]:
        """Give who takes each family that moves, in an answer in whole numbers."""
        patterns, nobody = chosen
        firsts: dict[int, int] = {}
        seconds: dict[int, int] = {}
        for place in (*nobody, *(place for _, pattern in patterns for place in pattern)):
            taking = self.takings[place]
            if taking.choice is not None:
                (firsts if taking.first else seconds)[taking.family] = taking.choice
        return {number: People(first, seconds.get(number)) for number, first in sorted(firsts.items())}

    def weeks_or_clashes(self, people: Mapping[int, People], below: int, stop: StopSignal) -> Found:
        """Find weeks for the people of an answer, in a plan below a value, or say who cannot all move to them."""
        most = {name: self._kept[name] for name in BY_WEEKS if name in self._kept}
        if self.level in BY_WEEKS:
            most[self.level] = below - 1
        return weeks_or_clashes(self._board, people, most, stop, even=self.level == SPREAD)

    def leaves_open(self, number: int) -> bool:
        """Whether somebody would find nobody, were this family to stay."""
        return not self._board.problem.families[number].may_run_out and self._board.to_place[number] > 0

    def row_of_resting(self, number: int) -> Row:
        """Give the same for a family that stays where it is."""
        row: Row = ("resting", number)
        if row not in self.master.sides:
            self.master.add_row(row, -math.inf, math.inf)
            self.master.add_penalty(row)
            self.master.put(row, self._resting[number], 1.0)
        return row

    def shares(self, values: Mapping[int, float]) -> tuple[dict[int, float], dict[int, float]]:
        """Give how much of each taking, and of each family that stays, there is in an answer that need not be whole."""
        takings: dict[int, float] = {}
        for (_, pattern), handle in self.master.patterns.items():
            share = values.get(handle.id, 0.0)
            for place in pattern if share else ():
                takings[place] = takings.get(place, 0.0) + share
        return takings, {number: values.get(handle.id, 0.0) for number, handle in enumerate(self._resting)}

    def staying(self, prices: Mapping[Row, float]) -> list[float]:
        """Give by family what it costs above its gains that it stays; without end where it cannot."""
        by_handle = {variable.handle.id: variable for variable in self.master.plain}
        found = []
        for handle in self._resting:
            variable = by_handle[handle.id]
            gain = sum(prices.get(row, 0.0) * factor for row, factor in variable.factors.items())
            found.append(variable.cost - gain if variable.upper else math.inf)
        return found

    def cost(self, place: int) -> float:
        """Give what a taking costs at the level by itself."""
        return self._costs[place]

    def factors(self, place: int) -> dict[Row, float]:
        """Give what a taking puts into each row."""
        return self._factors[place]

    def gain(self, place: int, prices: Mapping[Row, float]) -> float:
        """Give what a taking brings at prices, over what it costs by itself."""
        return sum(prices.get(row, 0.0) * factor for row, factor in self._factors[place].items()) - self._costs[place]

    def chosen(self, values: Mapping[int, float]) -> ChosenPatterns:
        """Give the patterns that an answer in whole numbers has, and the takings by nobody."""
        nobody = [place for place, handle in self._nobody.items() if values.get(handle.id, 0.0) > HALF]
        chosen = [key for key, handle in self.master.patterns.items() if values.get(handle.id, 0.0) > HALF]
        return chosen, nobody


def _most_steps(takings: Sequence[Taking]) -> int:
    """Give the most steps of travel and team that a plan can have."""
    most: dict[tuple[int, bool], int] = {}
    for taking in takings:
        position = taking.family, taking.first
        most[position] = max(most.get(position, 0), taking.steps)
    return sum(most.values())
