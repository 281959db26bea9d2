"""A smaller question whose answer is never worse: who takes what as if at the best moment, and when apart from who.

A plan decides who takes a family and when. Here those come apart: whoever takes it carries in each week the least that
any week of change would give her, and the weeks only keep to what leavers can give. So each level's least value here
is a bound for the whole plan, and the people it names are where a good plan begins.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from ortools.sat.python import cp_model

from caseload_planner.winddown.board import Board, Choice, Chosen, People
from caseload_planner.winddown.levels import (
    CHANGES,
    FACES,
    NEAR,
    NEW_FIRST,
    NEW_SECOND,
    OVERLOAD,
    SPREAD,
    TIMING,
    UNPLACED,
)
from caseload_planner.winddown.options import NOBODY_NEW, Options
from caseload_planner.winddown.overload_term import OverloadTerm, Part, add_rooms
from caseload_planner.winddown.problem import Weeks


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A person for a position of a family, whatever the week.

    `least` is the least that she carries of it in each week, `late` what counts for overload.
    """

    family: int
    first: bool
    group: int
    choice: int
    worker: int
    least: Weeks
    late: Weeks
    face: int
    steps: int
    changes: int
    weeks: frozenset[int]


class Relaxation:
    """The model, with a term for every level."""

    def __init__(self, board: Board) -> None:
        self.board, self.model = board, cp_model.CpModel()
        self.items: list[Item] = []
        self.chosen: list[Any] = []
        self._rest: list[Any] = []
        self._when: list[dict[int, Any]] = []
        for number in range(len(board.options)):
            self._add_family(number)
        self._by_worker: dict[int, list[int]] = {}
        for place, item in enumerate(self.items):
            if item.worker != NOBODY_NEW:
                self._by_worker.setdefault(item.worker, []).append(place)
        self._beside = self._left_beside()
        self._add_rooms()
        self._add_weeks()
        self._add_turns()
        self._overload = self._overload_term()
        self._terms = self._level_terms()

    def term(self, level: str) -> Any:
        """Give a level as an expression to minimise."""
        return self._terms[level]

    def keep(self, level: str, most: int) -> None:
        """Keep a level at or under a value from here on."""
        if isinstance(self._terms[level], int):
            return
        if level == OVERLOAD:
            self._overload.keep_each_under(most)
        self.model.add(self._terms[level] <= most)

    def _add_family(self, number: int) -> None:
        options, model = self.board.options[number], self.model
        rest = model.new_bool_var("")
        firsts = self._items(number, options.firsts, first=True)
        model.add_exactly_one([*(self.chosen[place] for place in firsts), rest])
        self._rest.append(rest)
        for group, seconds in enumerate(options.seconds):
            asking = [place for place in firsts if self.items[place].group == group]
            standing = self._items(number, seconds, first=False, group=group)
            model.add(sum(self.chosen[p] for p in asking) == sum(self.chosen[p] for p in standing))
            for worker in sorted({self.items[p].worker for p in standing} & {self.items[p].worker for p in asking}):
                model.add_at_most_one(self.chosen[p] for p in (*asking, *standing) if self.items[p].worker == worker)
        weeks = sorted({int(week) for week in options.firsts.week})
        when = {week: model.new_bool_var("") for week in weeks}
        model.add(sum(when.values()) + rest == 1)
        self._when.append(when)
        for place in firsts:
            out = [when[week] for week in weeks if week not in self.items[place].weeks]
            if out:
                model.add(self.chosen[place] + sum(out) <= 1)

    def _items(self, number: int, options: Options, *, first: bool, group: int = NOBODY_NEW) -> list[int]:
        places = []
        for choice in np.unique(options.choice):
            rows = np.flatnonzero(options.choice == choice)
            row = rows[0]
            item = Item(
                family=number,
                first=first,
                group=int(options.second_set[row]) if first else group,
                choice=int(choice),
                worker=int(options.worker[row]),
                least=options.least[row],
                late=options.late[row],
                face=int(options.face[row]) * (NEW_FIRST if first else NEW_SECOND),
                steps=int(options.steps[row]),
                changes=int(options.changes[rows].min()),
                weeks=frozenset(int(week) for week in options.week[rows]),
            )
            places.append(len(self.items))
            self.items.append(item)
            self.chosen.append(self.model.new_bool_var(""))
        return places

    def _add_rooms(self) -> None:
        board = self.board
        for worker, places in self._by_worker.items():
            parts = [Part(self.items[p].least, self.chosen[p]) for p in places]
            add_rooms(self.model, [*parts, *self._beside.get(worker, ())], board.most[worker] - board.base[worker])

    def _left_beside(self) -> dict[int, list[Part]]:
        """Give by receiver what weighs on her where a family stays whose leaver she stands beside."""
        beside: dict[int, list[Part]] = {}
        for number, rows in enumerate(self.board.left_alone):
            for worker, more in rows if not self._family(number).may_run_out else ():
                beside.setdefault(worker, []).append(Part(more, self._rest[number]))
        return beside

    def _overload_term(self) -> OverloadTerm:
        parts = {worker: list(some) for worker, some in self._beside.items()}
        for worker, places in self._by_worker.items():
            parts.setdefault(worker, []).extend(Part(self.items[p].late, self.chosen[p]) for p in places)
        return OverloadTerm(self.model, self.board.base, self.board.working, parts)

    def refine(self, value_of: Callable[[Any], float]) -> bool:
        """Make overload as high in the model as a solution shows it to be; give whether it was too low."""
        return self._overload.refine(value_of)

    def _add_weeks(self) -> None:
        board = self.board
        for leaver, place in board.leavers.items():
            mine = [n for n, family in enumerate(board.problem.families) if leaver in family.givers]
            for week in range(len(board.problem.horizon.mondays)):
                giving = [self._when[n][week] for n in mine if week in self._when[n]]
                if len(giving) > board.problem.request.per_leaver:
                    self.model.add(sum(giving) <= board.problem.request.per_leaver)
            self._add_steps(leaver, mine, board.limits[place])

    def _add_turns(self) -> None:
        """Keep to the turns of receivers: what must move by a week needs weeks until then."""
        limit, first = self.board.problem.request.per_receiver, self.board.problem.horizon.first_start
        for places in self._by_worker.values():
            for last in sorted({max(self.items[p].weeks) for p in places}):
                urgent = [self.chosen[p] for p in places if max(self.items[p].weeks) <= last]
                most = limit * (last - first - 1)
                if len(urgent) > most:
                    self.model.add(sum(urgent) <= most)

    def _add_steps(self, leaver: str, mine: Sequence[int], limits: Weeks) -> None:
        for week, limit in enumerate(limits):
            still: list[Any] = []
            for number in mine:
                family = self.board.problem.families[number]
                load = int(family.given[leaver][week])
                staying = [when for changed, when in self._when[number].items() if changed > week]
                if family.may_run_out:
                    staying.append(self._rest[number])
                still += [load * one for one in staying if load]
            if still and limit < sum(int(f.given[leaver][week]) for f in map(self._family, mine)):
                self.model.add(sum(still) <= int(limit))

    def _family(self, number: int) -> Any:
        return self.board.problem.families[number]

    def _level_terms(self) -> dict[str, Any]:
        kept = [family.count for family in self.board.kept]
        chosen = list(zip(self.items, self.chosen, strict=True))
        return {
            UNPLACED: sum(
                n * rest
                for n, rest, f in zip(self.board.to_place, self._rest, self.board.problem.families, strict=True)
                if n and not f.may_run_out
            ),
            CHANGES: sum(item.changes * var for item, var in chosen if item.changes)
            + sum(n * rest for n, rest in zip(kept, self._rest, strict=True) if n),
            OVERLOAD: self._overload.total,
            FACES: sum(item.face * var for item, var in chosen if item.face),
            TIMING: sum(
                int(family.badly_timed[week]) * var
                for family, when in zip(self.board.problem.families, self._when, strict=True)
                for week, var in when.items()
                if family.badly_timed[week]
            ),
            NEAR: sum(item.steps * var for item, var in chosen if item.steps),
            SPREAD: self._spread_term(),
        }

    def people(self, value_of: Callable[[Any], int]) -> dict[int, People]:
        """Read who takes each family that moves."""
        firsts = {i.family: i for i, var in zip(self.items, self.chosen, strict=True) if i.first and value_of(var)}
        seconds = {i.family: i for i, var in zip(self.items, self.chosen, strict=True) if not i.first and value_of(var)}
        return {
            number: People(item.choice, seconds[number].choice if number in seconds else None)
            for number, item in sorted(firsts.items())
        }

    def hint(self, choices: Sequence[Choice]) -> None:
        """Begin the next search at a plan."""
        self.model.clear_hints()  # type: ignore[no-untyped-call]
        for number, rest in enumerate(self._rest):
            self.model.add_hint(rest, choices[number] is None)
        taken = {
            key for number, choice in enumerate(choices) if choice is not None for key in self._keys(number, choice)
        }
        for item, var in zip(self.items, self.chosen, strict=True):
            self.model.add_hint(var, (item.family, item.first, item.group, item.choice) in taken)
        for number, when in enumerate(self._when):
            choice = choices[number]
            week = None if choice is None else self.board.week_of(number, choice)
            for at, var in when.items():
                self.model.add_hint(var, at == week)

    def _keys(self, number: int, choice: Chosen) -> list[tuple[int, bool, int, int]]:
        options = self.board.options[number]
        group = int(options.firsts.second_set[choice.first])
        keys = [(number, True, group, int(options.firsts.choice[choice.first]))]
        if choice.second is not None:
            keys.append((number, False, group, int(options.seconds[group].choice[choice.second])))
        return keys

    def _spread_term(self) -> Any:
        counts: list[tuple[Any, int]] = [
            (sum(self.chosen[p] for p in places), len({self.items[p].family for p in places}))
            for places in self._by_worker.values()
        ]
        for week in range(len(self.board.problem.horizon.mondays)):
            moved = [when[week] for when in self._when if week in when]
            if moved:
                counts.append((sum(moved), len(moved)))
        return sum(self._square(count, most) for count, most in counts)

    def _square(self, count: Any, most: int) -> Any:
        square = self.model.new_int_var(0, most * most, "")
        for n in range(min(most, 12)):
            self.model.add(square >= (2 * n + 1) * count - n * (n + 1))
        return square
