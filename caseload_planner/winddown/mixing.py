"""The best of two plans: for each family the people of the one or the other, and a week, exactly.

People that a smaller question names as the best do not always find weeks. Most of them do, and a plan that is known
has people for the others: this finds the best mixture of both, which is never worse than the plan that is known.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.solving.stopping import stoppable
from caseload_planner.winddown.board import Board, Choice, Chosen, People
from caseload_planner.winddown.levels import (
    CHANGES,
    FACES,
    LEVELS,
    NEAR,
    NEW_FIRST,
    NEW_SECOND,
    OVERLOAD,
    SPREAD,
    TIMING,
    UNPLACED,
)
from caseload_planner.winddown.options import NOBODY_NEW
from caseload_planner.winddown.overload_term import OverloadTerm, Part
from caseload_planner.winddown.search import FOUND, Limits, level_solver
from caseload_planner.winddown.when import WeekModel

MOST_ROUNDS = 6
"""Times that overload is made as high in the model as an answer shows it to be."""
FIRST_OF_ALL = 10_000
"""Units of the level to one of the level after it, which only decides between answers that are as good."""
MOST_TANGENTS = 12


def best_mixture(
    board: Board,
    others: Sequence[Mapping[int, People]],
    allowed: Sequence[int],
    enough: int,
    limits: Limits,
    stop: StopSignal,
) -> dict[int, Chosen] | None:
    """Minimise the level after those allowed, each of which stays within its value.

    Give for each family that moves how it does; None where no time was left for it. The plan on the board is where
    the search begins; `others` name other people. Less than `enough` is not looked for.
    """
    model = _MixModel(board, others)
    model.ask(allowed, enough)
    model.hint(board.choices)
    best: dict[int, Chosen] | None = None
    for _ in range(MOST_ROUNDS):
        if stop.requested or limits.seconds_left() <= 0:
            break
        solver = level_solver(limits)
        with stoppable(solver, stop):
            status = solver.solve(model.model)
        if status not in FOUND:
            break
        best = model.read(solver.value)
        if not model.refine(solver.value):
            break
    return best


class _MixModel(WeekModel):
    """Ways and weeks, with a term for every level."""

    def __init__(self, board: Board, others: Sequence[Mapping[int, People]]) -> None:
        super().__init__(board, _ways(board, others))
        self._overload = self._overload_term()
        for people in (_people_on(board), *others):
            self._know_overload_of(people)

    def ask(self, allowed: Sequence[int], enough: int) -> None:
        """Keep the first levels under their values, and make the next one least, then the one after it."""
        terms = self._level_terms()
        for name, most in zip(LEVELS, allowed, strict=False):
            if not isinstance(terms[name], int):
                self.model.add(terms[name] <= most)
        wanted = [terms[name] for name in LEVELS[len(allowed) :] if not isinstance(terms[name], int)]
        first, then = (*wanted, 0, 0)[:2]
        # Overload is dear to ask after: nothing beside it, and where it comes next, its own turn is soon enough.
        if any(one is terms[OVERLOAD] for one in (first, then)):
            then = 0
        if not isinstance(first, int):
            self.model.add(first >= enough)
        self.model.minimize(FIRST_OF_ALL * first + then)

    def refine(self, value_of: Any) -> bool:
        """Make overload as high in the model as an answer shows it to be; give whether it was too low."""
        return self._overload.refine(value_of)

    def hint(self, choices: Sequence[Choice]) -> None:
        """Begin at a plan."""
        for number, rows in self.rows.items():
            self.model.add_hint(self.rest[number], choices[number] is None)
            for chosen, var in rows:
                self.model.add_hint(var, chosen == choices[number])

    def read(self, value_of: Any) -> dict[int, Chosen]:
        """Give how each family moves that does."""
        return {number: chosen for number, rows in self.rows.items() for chosen, var in rows if value_of(var)}

    def _options(self, number: int, chosen: Chosen) -> list[tuple[Any, int]]:
        return [(o, row) for o, row in self.board.rows(number, chosen) if o.worker[row] != NOBODY_NEW]

    def _overload_term(self) -> OverloadTerm:
        parts: dict[int, list[Part]] = {}
        families = self.board.problem.families
        for number, beside in enumerate(self.board.left_alone):
            if not families[number].may_run_out:
                for place, more in beside:
                    parts.setdefault(place, []).append(Part(more, self.rest.get(number, 1)))
        for number, rows in self.rows.items():
            for place, (load, some) in self._late(number, rows).items():
                parts.setdefault(place, []).extend(Part(load[key], sum(some[key])) for key in some)
        return OverloadTerm(self.model, self.board.base, self.board.working, parts)

    def _late(
        self, number: int, rows: Sequence[tuple[Chosen, Any]]
    ) -> dict[int, tuple[dict[Any, Any], dict[Any, Any]]]:
        """Give by receiver what each way of a family counts for in overload, whatever the week, and its variables."""
        found: dict[int, tuple[dict[Any, Any], dict[Any, Any]]] = {}
        for chosen, var in rows:
            for options, row in self._options(number, chosen):
                load, some = found.setdefault(int(options.worker[row]), ({}, {}))
                key = options.late[row].tobytes()
                load[key] = options.late[row]
                some.setdefault(key, []).append(var)
        return found

    def _know_overload_of(self, people: Mapping[int, People]) -> None:
        """Make overload exact where these people take over."""
        board = self.board
        loads: dict[int, Any] = {}
        for number, family in enumerate(board.problem.families):
            if number in people:
                chosen = next(
                    (row for row, _ in self.rows[number] if people_of(board, number, row) == people[number]), None
                )
                parts = (
                    [] if chosen is None else [(int(o.worker[r]), o.late[r]) for o, r in self._options(number, chosen)]
                )
            else:
                parts = [] if family.may_run_out else board.left_alone[number]
            for place, more in parts:
                loads[place] = loads.get(place, 0) + more
        for place, added in loads.items():
            self._overload.know(place, added)

    def _level_terms(self) -> dict[str, Any]:
        amounts: dict[str, list[Any]] = {name: [] for name in LEVELS}
        received: dict[int, list[Any]] = {}
        moved: dict[int, list[Any]] = {}
        for number, rows in self.rows.items():
            self._add_resting(number, amounts)
            for chosen, var in rows:
                moved.setdefault(self.board.week_of(number, chosen), []).append(var)
                for name, amount in self._amounts(number, chosen).items():
                    if amount:
                        amounts[name].append(amount * var)
                for options, row in self._options(number, chosen):
                    received.setdefault(int(options.worker[row]), []).append((number, var))
        squares = [self._square([var for _, var in some], len({n for n, _ in some})) for some in received.values()]
        squares += [self._square(some, len(some)) for some in moved.values()]
        terms = {name: sum(some) for name, some in amounts.items()}
        return {**terms, OVERLOAD: self._overload.total, SPREAD: sum(squares)}

    def _add_resting(self, number: int, amounts: dict[str, list[Any]]) -> None:
        left = 0 if self.board.problem.families[number].may_run_out else self.board.to_place[number]
        for name, amount in ((UNPLACED, left), (CHANGES, self.board.kept[number].count)):
            if amount:
                amounts[name].append(amount * self.rest[number])

    def _amounts(self, number: int, chosen: Chosen) -> dict[str, int]:
        found = dict.fromkeys((CHANGES, FACES, TIMING, NEAR), 0)
        found[TIMING] = int(self.board.problem.families[number].badly_timed[self.board.week_of(number, chosen)])
        for options, row in self.board.rows(number, chosen):
            first = options is self.board.options[number].firsts
            found[CHANGES] += int(options.changes[row])
            found[FACES] += int(options.face[row]) * (NEW_FIRST if first else NEW_SECOND)
            found[TIMING] += int(options.early[row])
            found[NEAR] += int(options.steps[row])
        return found

    def _square(self, some: Sequence[Any], most: int) -> Any:
        square = self.model.new_int_var(0, most * most, "")
        for n in range(min(most, MOST_TANGENTS)):
            self.model.add(square >= (2 * n + 1) * sum(some) - n * (n + 1))
        return square


def _ways(board: Board, others: Sequence[Mapping[int, People]]) -> dict[int, list[People]]:
    """Give who may take each family: who does on the board, and who does elsewhere."""
    plans = (_people_on(board), *others)
    return {
        number: list(dict.fromkeys(plan[number] for plan in plans if number in plan))
        for number in range(len(board.choices))
    }


def _people_on(board: Board) -> dict[int, People]:
    return {number: people_of(board, number, one) for number, one in enumerate(board.choices) if one is not None}


def people_of(board: Board, number: int, chosen: Chosen) -> People:
    """Give the people of a choice."""
    options = board.options[number]
    if chosen.second is None:
        return People(int(options.firsts.choice[chosen.first]), None)
    group = options.seconds[int(options.firsts.second_set[chosen.first])]
    return People(int(options.firsts.choice[chosen.first]), int(group.choice[chosen.second]))
