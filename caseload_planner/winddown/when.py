"""Given who may take what: who does, and in which week each family moves."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from ortools.sat.python import cp_model

from caseload_planner.winddown.board import Board, Chosen, People
from caseload_planner.winddown.options import NOBODY_NEW

A_BAD_MOMENT = 3_000
"""Weighs more than the squares of the weeks together: its level comes first."""


class WeekModel:
    """The exact question of weeks for people who are known; a family can still be left where it is.

    Parameters
    ----------
    people
        By family who may take it: one or several ways.

    Attributes
    ----------
    rows
        By family its ways, each in each of its weeks, with the variable that says so.
    rest
        By family the variable that it stays where it is.
    """

    def __init__(self, board: Board, people: Mapping[int, Sequence[People]]) -> None:
        self.board, self.model = board, cp_model.CpModel()
        self.rows: dict[int, list[tuple[Chosen, Any]]] = {}
        self.rest: dict[int, Any] = {}
        for number, ways in sorted(people.items()):
            rest = self.rest[number] = self.model.new_bool_var("")
            rows = [(row, self.model.new_bool_var("")) for way in ways for row in _rows(board, number, way)]
            self.rows[number] = rows
            self.model.add_exactly_one([rest, *(var for _, var in rows)])
        self._add_receivers()
        self._add_leavers()

    def minimise(self) -> None:
        """Leave as few as can be, then move at a good moment and spread over the weeks."""
        left = sum(max(1, self.board.to_place[n]) * rest for n, rest in self.rest.items())
        self.model.minimize(1_000_000 * left + A_BAD_MOMENT * self.badly_timed() + self.squares())

    def squares(self) -> Any:
        """Give the squares of how many move in each week, added up."""
        in_week: dict[int, list[Any]] = {}
        for number, rows in self.rows.items():
            for chosen, var in rows:
                in_week.setdefault(self.board.week_of(number, chosen), []).append(var)
        squares: list[Any] = []
        for moved in in_week.values():
            square = self.model.new_int_var(0, len(moved) ** 2, "")
            for n in range(min(len(moved), 12)):
                self.model.add(square >= (2 * n + 1) * sum(moved) - n * (n + 1))
            squares.append(square)
        return sum(squares)

    def badly_timed(self) -> Any:
        """Give how many moves are at a bad moment."""
        board, badly = self.board, list[Any]()
        for number, rows in self.rows.items():
            for chosen, var in rows:
                bad = int(board.problem.families[number].badly_timed[board.week_of(number, chosen)])
                bad += sum(int(options.early[row]) for options, row in board.rows(number, chosen))
                badly.append(bad * var)
        return sum(badly)

    def changes(self) -> Any:
        """Give how many positions of a plan to keep differ in the moves."""
        return sum(
            int(options.changes[row]) * var
            for number, rows in self.rows.items()
            for chosen, var in rows
            for options, row in self.board.rows(number, chosen)
        )

    def _add_receivers(self) -> None:
        loads: dict[int, list[tuple[Any, Any]]] = self._left_alone()
        turns: dict[tuple[int, int], list[Any]] = {}
        board = self.board
        for number, rows in self.rows.items():
            for chosen, var in rows:
                for options, row in board.rows(number, chosen):
                    place = int(options.worker[row])
                    if place != NOBODY_NEW:
                        loads.setdefault(place, []).append((options.added[row], var))
                        turns.setdefault((place, int(options.week[row])), []).append(var)
        for place, terms in sorted(loads.items()):
            for week, room in enumerate(board.most[place] - board.base[place]):
                self._add_row([int(more[week]) * var for more, var in terms if more[week]], int(room))
        for moved in turns.values():
            self._add_row(moved, board.problem.request.per_receiver)

    def _left_alone(self) -> dict[int, list[tuple[Any, Any]]]:
        """Give what those who stay carry of families that stay; 1 in place of a variable where it is not asked."""
        loads: dict[int, list[tuple[Any, Any]]] = {}
        for number, beside in enumerate(self.board.left_alone):
            if not self.board.problem.families[number].may_run_out:
                for place, more in beside:
                    loads.setdefault(place, []).append((more, self._stays(number)))
        return loads

    def _stays(self, number: int) -> Any:
        """Give the variable that a family stays where it is; 1 where it is not asked."""
        return self.rest.get(number, 1)

    def _add_row(self, terms: list[Any], most: int) -> None:
        if any(not isinstance(term, int) for term in terms):
            self.model.add(sum(terms) <= most)

    def _add_leavers(self) -> None:
        board = self.board
        for leaver, place in board.leavers.items():
            mine = [n for n in self.rows if leaver in board.problem.families[n].givers]
            for week in range(len(board.problem.horizon.mondays)):
                moved = [v for n in mine for c, v in self.rows[n] if board.week_of(n, c) == week]
                self._add_row(moved, board.problem.request.per_leaver)
            self._add_steps(leaver, place)

    def _add_steps(self, leaver: str, place: int) -> None:
        families, limits = self.board.problem.families, self.board.limits[place]
        if np.all(limits >= 10**6):
            return
        for week, limit in enumerate(limits):
            still: list[Any] = []
            for number, family in enumerate(families):
                load = int(family.given[leaver][week]) if leaver in family.given else 0
                if not load:
                    continue
                if number in self.rows:
                    later = [v for c, v in self.rows[number] if self.board.week_of(number, c) > week]
                    still += [load * var for var in later]
                if family.may_run_out:
                    still.append(load * self._stays(number))
            self._add_row(still, int(limit))


def _rows(board: Board, number: int, people: People) -> list[Chosen]:
    """List the rows of the options that hand a family to these people, one a week."""
    options = board.options[number]
    firsts = np.flatnonzero(options.firsts.choice == people.first)
    if people.second is None:
        return [Chosen(int(row), None) for row in firsts]
    group = int(options.firsts.second_set[firsts[0]])
    seconds = options.seconds[group]
    standing = seconds.worker[seconds.choice == people.second]
    if len(standing) and not board.may_pair(number, int(options.firsts.worker[firsts[0]]), int(standing[0])):
        return []
    at = {int(seconds.week[row]): int(row) for row in np.flatnonzero(seconds.choice == people.second)}
    return [
        Chosen(int(row), at[int(options.firsts.week[row])]) for row in firsts if int(options.firsts.week[row]) in at
    ]
