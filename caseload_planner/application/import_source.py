"""What was read from a source, as domain values that know the row they came from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from caseload_planner.application.import_problems import Problem, ProblemCode
from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.measures import Measure
from caseload_planner.domain.norm import Norm, Policy
from caseload_planner.domain.organisation import Absence, Contract, Supporter, Team, Worker

Value = TypeVar("Value")


class SourceFile(StrEnum):
    """The parts of a source: a file in a folder, a sheet in a workbook."""

    TEAMS = "teams"
    WORKERS = "workers"
    CONTRACTS = "contracts"
    ABSENCES = "absences"
    MEASURES = "measures"
    ASSIGNMENTS = "assignments"
    CONFLICTS = "conflicts"
    SUPPORTERS = "supporters"
    NORM = "norm"

    @property
    def file_name(self) -> str:
        """Name of the file in an interchange folder."""
        return "norm.toml" if self is SourceFile.NORM else f"{self.value}.csv"

    @property
    def key_column(self) -> str:
        """Column in which the key of a row begins."""
        return _KEY_COLUMNS[self]


_KEY_COLUMNS = {
    SourceFile.TEAMS: "team",
    SourceFile.WORKERS: "worker",
    SourceFile.CONTRACTS: "worker",
    SourceFile.ABSENCES: "worker",
    SourceFile.MEASURES: "measure",
    SourceFile.ASSIGNMENTS: "measure",
    SourceFile.CONFLICTS: "worker",
    SourceFile.SUPPORTERS: "worker",
    SourceFile.NORM: "valid_from",
}


@dataclass(frozen=True, slots=True)
class Line(Generic[Value]):
    """A value and the row (header = 1) where it stands."""

    row: int
    value: Value


@dataclass(frozen=True, slots=True)
class ContractOf:
    """A contract and whose it is."""

    worker: str
    contract: Contract


@dataclass(frozen=True, slots=True)
class AbsenceOf:
    """An absence and whose it is."""

    worker: str
    absence: Absence


@dataclass(frozen=True, kw_only=True)
class ImportSource:
    """A source read as far as it could be, row by row, without looking at what is known already.

    Attributes
    ----------
    given
        The parts that are there; a missing part changes nothing.
    labels
        What the user calls each given part: ``teams.csv``, or a sheet ``teams``.
    problems
        What is wrong with rows on their own.
    unreadable
        Given parts whose rows could not be told apart at all; references into them are not judged.
    rejected_keys
        Keys of rows that were refused, so that a reference to one is not called unknown as well.
    absent_columns
        Columns of measures and workers that the source does not have; what is known of them stays.
    their_columns
        What the user calls columns, where that is something else: those of another system's export.
    ignored
        Names of files or sheets beside the known ones that look like data and were not read.
    """

    given: frozenset[SourceFile] = frozenset()
    labels: Mapping[SourceFile, str] = field(default_factory=dict)
    teams: tuple[Line[Team], ...] = ()
    workers: tuple[Line[Worker], ...] = ()
    contracts: tuple[Line[ContractOf], ...] = ()
    absences: tuple[Line[AbsenceOf], ...] = ()
    measures: tuple[Line[Measure], ...] = ()
    assignments: tuple[Line[Assignment], ...] = ()
    conflicts: tuple[Line[tuple[str, str]], ...] = ()
    supporters: tuple[Line[Supporter], ...] = ()
    norms: tuple[Line[Norm], ...] = ()
    policy: Policy | None = None
    problems: tuple[Problem, ...] = ()
    unreadable: frozenset[SourceFile] = frozenset()
    rejected_keys: Mapping[SourceFile, frozenset[str]] = field(default_factory=dict)
    absent_columns: Mapping[SourceFile, frozenset[str]] = field(default_factory=dict)
    their_columns: Mapping[SourceFile, Mapping[str, str]] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()

    def label(self, file: SourceFile) -> str:
        """Give the name by which the user knows a part."""
        return self.labels.get(file, file.file_name)

    def column(self, file: SourceFile, column: str) -> str:
        """Give the name by which the user knows a column."""
        return self.their_columns.get(file, {}).get(column, column)

    def refused(self, file: SourceFile) -> frozenset[str]:
        """Give the keys of a part's rows that were refused, whose own fault is a problem already."""
        return self.rejected_keys.get(file, frozenset())

    def in_order(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Put problems in an order in which causes come before what follows from them.

        Parts come as in `SourceFile`, which refer only to earlier ones; then rows; in a row the key first; in a cell
        the codes as they are listed, from the shape of a file to rows against each other.
        """
        files = {
            self.label(file): (number, self.column(file, file.key_column)) for number, file in enumerate(SourceFile)
        }
        codes = {code: number for number, code in enumerate(ProblemCode)}

        def place(problem: Problem) -> tuple[int, int, bool, str, int]:
            number, key_column = files[problem.file]
            return number, problem.row, problem.column != key_column, problem.column, codes[problem.code]

        return tuple(sorted(problems, key=place))

    def problem(
        self, file: SourceFile, row: int, column: str, value: object, code: ProblemCode, **figures: object
    ) -> Problem:
        """Make a problem at a place in this source."""
        return self.problem_of(file, row, column, value, code, {name: str(figure) for name, figure in figures.items()})

    def problem_of(
        self, file: SourceFile, row: int, column: str, value: object, code: ProblemCode, figures: Mapping[str, str]
    ) -> Problem:
        """Make a problem at a place in this source, its figures as texts."""
        return Problem(
            file=self.label(file),
            row=row,
            column=self.column(file, column),
            value=str(value),
            code=code,
            figures=figures,
        )
