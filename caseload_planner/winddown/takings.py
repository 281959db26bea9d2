"""What may come to weigh on a receiver, whatever the week: each position of a family that she could take.

Also what she carries more where a family stays whose leaver she stands beside.
"""

from dataclasses import dataclass

import numpy as np

from caseload_planner.winddown.board import Board
from caseload_planner.winddown.levels import NEW_FIRST, NEW_SECOND
from caseload_planner.winddown.options import NOBODY_NEW, Numbers, Options
from caseload_planner.winddown.problem import Weeks

Key = tuple[int, bool, int, int | None, int, int]
"""A taking of a worker by what it is, whatever the list: family, whether first, group, choice, early, changes."""


@dataclass(frozen=True, eq=False)
class Taking:
    """Somebody in a position of a family, or left alone beside it.

    Attributes
    ----------
    choice
        Place among the family's first choices, or among those of its second set; None where she is left alone.
    group
        Of a first the set of members that then needs a second, of a second the set it is for, or `NOBODY_NEW`.
    changes
        Positions of the plan to keep that differ; its very weeks and the others are takings of their own as well.
    early
        1 where she takes it in weeks that bring her above her working norm sooner than need be; such weeks and the
        others are takings of their own.
    least, late
        The least that she carries of it in each week, and what counts for overload.
    moments
        By week in which she could take it, last week first: what it then adds to each week.
    """

    family: int
    first: bool
    group: int
    choice: int | None
    worker: int
    least: Weeks
    late: Weeks
    face: int
    steps: int
    changes: int
    early: int
    moments: tuple[tuple[int, Weeks], ...]

    @property
    def weeks(self) -> frozenset[int]:
        """The weeks in which she could take it."""
        return frozenset(week for week, _ in self.moments)

    @property
    def key(self) -> Key:
        """What it is among the takings of its worker."""
        return (self.family, self.first, self.group, self.choice, self.early, self.changes)

    @property
    def counts(self) -> bool:
        """Whether it is a handover, and not work that is left with her."""
        return self.choice is not None


def takings_of(board: Board, *, at_a_good_moment: bool) -> list[Taking]:
    """List all, by family; only those at a good moment where no plan may have another."""
    found: list[Taking] = []
    for number, options in enumerate(board.options):
        groups = [(NOBODY_NEW, options.firsts), *enumerate(options.seconds)]
        badly_timed = board.problem.families[number].badly_timed
        for place, (group, some) in enumerate(groups):
            good = (badly_timed[some.week] == 0) | (not at_a_good_moment)
            for early in (0,) if at_a_good_moment else (0, 1):
                rows = np.flatnonzero(good & (some.early == early))
                found += [_taking(number, some, alike, group, first=place == 0) for alike in _alike(some, rows)]
        if not board.problem.families[number].may_run_out:
            found += [_left_alone(number, worker, more) for worker, more in board.left_alone[number]]
    return found


def _alike(options: Options, rows: Numbers) -> list[Numbers]:
    """Part rows by choice and by what they change of what was agreed, which is least in the very week agreed."""
    kinds = np.stack([options.choice[rows], options.changes[rows]], axis=1)
    return [rows[np.all(kinds == kind, axis=1)] for kind in np.unique(kinds, axis=0)]


def _left_alone(number: int, worker: int, more: Weeks) -> Taking:
    return Taking(
        family=number,
        first=False,
        group=NOBODY_NEW,
        choice=None,
        worker=worker,
        least=more,
        late=more,
        face=0,
        steps=0,
        changes=0,
        early=0,
        moments=(),
    )


def _taking(number: int, options: Options, rows: Numbers, group: int, *, first: bool) -> Taking:
    row = rows[0]
    return Taking(
        family=number,
        first=first,
        group=int(options.second_set[row]) if first else group,
        choice=int(options.choice[row]),
        worker=int(options.worker[row]),
        least=options.added[rows].min(axis=0),
        late=options.late[row],
        face=int(options.face[row]) * (NEW_FIRST if first else NEW_SECOND),
        steps=int(options.steps[row]),
        changes=int(options.changes[row]),
        early=int(options.early[row]),
        moments=tuple((int(options.week[row]), options.added[row]) for row in rows[np.argsort(-options.week[rows])]),
    )
