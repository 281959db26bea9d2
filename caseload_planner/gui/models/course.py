"""The course of a worker's load as a value: a week a point, some back and some ahead, against her working norm."""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from caseload_planner.domain.points import Hundredths

COURSE_ROLE = int(Qt.ItemDataRole.UserRole) + 45
"""Item role under which a model gives a `Course`."""

SMALLEST_SPAN_BELOW = 70
"""Percentage of the highest point at which a picture begins at the highest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What a sparkline draws, in hundredths.

    Attributes
    ----------
    loads, norms
        Load and working norm, one a week, oldest first; equally long.
    now
        Place of the date of reference in both; what stands after it is expected.
    """

    loads: tuple[Hundredths, ...]
    norms: tuple[Hundredths, ...]
    now: int

    @property
    def top(self) -> Hundredths:
        """The highest of all points, at least one hundredth."""
        return max(1, *self.loads, *self.norms)

    @property
    def bottom(self) -> Hundredths:
        """Where the picture begins: the lowest point, but so that a small change does not look like a large one."""
        return min(*self.loads, *self.norms, self.top * SMALLEST_SPAN_BELOW // 100)

    @property
    def change_ahead(self) -> Hundredths:
        """What she is expected to carry more at the end than on the date of reference."""
        return self.loads[-1] - self.loads[self.now]
