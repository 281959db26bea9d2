"""Everything that could happen to a family, as arrays: who takes it in which week, and what that adds to her weeks."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt

from caseload_planner.winddown.problem import Family, FirstChoice, SecondChoice, Weeks, WindDownProblem

NOBODY_NEW = -1
"""In place of a worker: nobody becomes first contact, or no second is asked."""
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Options:
    """Options of one position of one family, one a row.

    Attributes
    ----------
    choice, worker, week
        Place among the family's choices, place among the receivers, and week of the change.
    added
        What it adds to her weeks: rows x weeks.
    late
        What the last week in which she could take it adds: what overload is counted by, see `levels`.
    least
        The least that any week of change adds to her weeks, for the same person and position.
    early
        1 where it takes her above her working norm in weeks in which a later change would not.
    face, steps
        1 where the family does not know her; steps of travel, weighed.
    second_set
        Of a first: which set of members then needs a second, or `NOBODY_NEW`.
    changes
        In how many places it differs from the plan to keep.
    """

    choice: Numbers
    worker: Numbers
    week: Numbers
    added: Weeks
    late: Weeks
    least: Weeks
    early: Numbers
    face: Numbers
    steps: Numbers
    second_set: Numbers
    changes: Numbers

    def __len__(self) -> int:
        return len(self.worker)

    def only(self, rows: npt.NDArray[Any]) -> "Options":
        """Give some of the rows."""
        return Options(*(getattr(self, column.name)[rows] for column in fields(self)))


@dataclass(frozen=True, eq=False)
class FamilyOptions:
    """Options of a family: as first contact, and as second for each set of members that may need one."""

    firsts: Options
    seconds: tuple[Options, ...]


def options_of(problem: WindDownProblem, family: Family, room: Weeks, norm_room: Weeks) -> FamilyOptions:
    """List what fits by itself; `room` and `norm_room` are receivers x weeks."""
    places = {worker: place for place, worker in enumerate(problem.receivers)}
    makers = _Maker(problem, places, room, np.maximum(norm_room, 0))
    seconds = tuple(makers.options(group) for group in family.second_sets)
    return FamilyOptions(makers.options(family.firsts), seconds)


@dataclass(frozen=True, eq=False)
class _Maker:
    problem: WindDownProblem
    places: dict[str, int]
    room: Weeks
    norm_room: Weeks

    def options(self, choices: Sequence[FirstChoice | SecondChoice]) -> Options:
        count = len(self.problem.horizon.mondays)
        columns: list[list[int]] = []
        added: list[Weeks] = []
        late: list[Weeks] = []
        least: list[Weeks] = []
        for number, choice in enumerate(choices):
            fitting = self._fitting(choice)
            if not fitting:
                continue
            lowest = np.min([more for _, more in fitting], axis=0)
            latest = self.problem.added(choice.loads, choice.walking, max(choice.weeks))
            place = NOBODY_NEW if choice.worker is None else self.places[choice.worker]
            group = choice.second_set if isinstance(choice, FirstChoice) else None
            wanted = NOBODY_NEW if group is None else group
            for week, more in fitting:
                early = int(place != NOBODY_NEW and bool(np.any((more > latest) & (more > self.norm_room[place]))))
                columns.append([number, place, week, early, int(choice.new_face), choice.steps, wanted, 0])
                added.append(more)
                late.append(latest)
                least.append(lowest)
        table = np.array(columns, dtype=np.int64).reshape(-1, 8).T
        weeks = (np.array(rows, dtype=np.int64).reshape(-1, count) for rows in (added, late, least))
        return Options(*table[:3], *weeks, *table[3:])

    def _fitting(self, choice: FirstChoice | SecondChoice) -> list[tuple[int, Weeks]]:
        """Give the weeks in which somebody can take it by itself, with what each adds."""
        rows = [(week, self.problem.added(choice.loads, choice.walking, week)) for week in sorted(choice.weeks)]
        if choice.worker is None:
            return rows
        room = self.room[self.places[choice.worker]]
        return [(week, more) for week, more in rows if not np.any((more > 0) & (more > room))]
