"""Values of the caseload table: a cell, a line, and all lines; every string made, every sort value raw."""

from dataclasses import dataclass, field

from caseload_planner.gui.models.chips import Chip, Tone
from caseload_planner.gui.models.course import Course
from caseload_planner.gui.models.load_bar import LoadBar
from caseload_planner.gui.models.worker_facets import Facet

NOTHING = "–"
"""What stands where there is no figure: a short dash."""

SortValue = float | str


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows and sorts by.

    Attributes
    ----------
    written
        What an export writes where it is not `text`: a plain number or words for what is painted. None for `text`.
    """

    text: str
    sort: SortValue
    tone: Tone = Tone.PLAIN
    tooltip: str = ""
    written: float | str | None = None

    @property
    def exported(self) -> float | str:
        """The value of the cell in a file."""
        return self.text if self.written is None else self.written


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerLine:
    """A line; `worker` is empty for the total of a team."""

    worker: str
    team: str
    cells: tuple[Cell, ...]
    bar: LoadBar | None
    course: Course | None = None
    chips: tuple[Chip, ...] = ()
    facets: frozenset[Facet] = field(default_factory=frozenset)
    search: str = ""
    spoken: str

    @property
    def total(self) -> bool:
        """Whether it is the total of a team."""
        return not self.worker


@dataclass(frozen=True, slots=True)
class WorkerLines:
    """All lines of an overview: one a worker, one a team."""

    workers: tuple[WorkerLine, ...]
    totals: tuple[WorkerLine, ...]


NO_LINES = WorkerLines((), ())
