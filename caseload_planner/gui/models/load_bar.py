"""A load bar as a value: what is drawn beside a name, in hundredths of a point.

The scale is that of one worker: her contracted time at the working norm is the full line, so that the norm lines of all
workers stand under each other. `fixed` is the part of it that other duties, onboarding and long leave take.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from caseload_planner.application.caseload_rows import WorkerRow
from caseload_planner.domain.norm import Norm
from caseload_planner.domain.points import Hundredths, round_half_up

LOAD_BAR_ROLE = int(Qt.ItemDataRole.UserRole) + 40
"""Item role under which a model gives a `LoadBar`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadBar:
    """The parts of a bar, in hundredths.

    Attributes
    ----------
    fixed
        Taken before any case: duties, onboarding, long leave.
    current, draft
        What she carries, and what the draft adds (negative: takes away).
    capacity, ceiling
        Working norm and ceiling over what she is really there, so without `fixed`.
    """

    fixed: Hundredths
    current: Hundredths
    draft: Hundredths = 0
    capacity: Hundredths
    ceiling: Hundredths

    @property
    def norm_line(self) -> Hundredths:
        """Where the working-norm line stands."""
        return self.fixed + self.capacity

    @property
    def ceiling_tick(self) -> Hundredths:
        """Where the ceiling tick stands."""
        return self.fixed + self.ceiling

    @property
    def end(self) -> Hundredths:
        """Where the filled part ends, draft included."""
        return self.fixed + self.current + self.draft


def load_bar_of(row: WorkerRow, norm: Norm, draft: Hundredths = 0) -> LoadBar:
    """Make the bar of a worker's row; `draft` is what a draft adds to her load."""
    whole = round_half_up(row.contract_fte * norm.working)
    return LoadBar(
        fixed=max(0, whole - row.capacity), current=row.load, draft=draft, capacity=row.capacity, ceiling=row.ceiling
    )
