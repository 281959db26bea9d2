"""Assignments judged in time: before service or report, a position held by two, one person in both positions."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from caseload_planner.application.changes import AssignmentKey, assignment_key
from caseload_planner.application.import_assignments import AssignmentPlan
from caseload_planner.application.import_merge import Merged
from caseload_planner.application.import_problems import Problem, ProblemCode
from caseload_planner.application.import_source import ImportSource, SourceFile
from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.domain.organisation import Organisation

_PAIR = frozenset({Position.FIRST, Position.SECOND})


def judge_positions(
    source: ImportSource, known: Organisation, merged: Merged, plan: AssignmentPlan, pending: Collection[AssignmentKey]
) -> Iterator[Problem]:
    """Judge what would be known after the import, and report only what the source brings about.

    That is a row of its assignments, or a worker's service or a measure's report that its rows change: what stood
    wrong before and is not touched is a mark elsewhere, never an error here.
    """
    judging = _Judging(source, known, merged, plan, pending)
    by_measure: dict[str, list[Assignment]] = defaultdict(list)
    for assignment in plan.result.values():
        if assignment.worker in merged.workers and assignment.measure in merged.measures:
            by_measure[assignment.measure].append(assignment)
    for assignments in by_measure.values():
        touched = [part for part in assignments if judging.touches(part)]
        if touched:
            yield from judging.begun_too_early(touched)
            if len(assignments) > 1:
                yield from judging.held_twice(assignments)


@dataclass(slots=True)
class _Place:
    """A row to which a problem can point."""

    file: SourceFile
    row: int
    column: str
    value: object


class _Judging:
    def __init__(
        self,
        source: ImportSource,
        known: Organisation,
        merged: Merged,
        plan: AssignmentPlan,
        pending: Collection[AssignmentKey],
    ) -> None:
        self._source = source
        self._merged = merged
        self._plan = plan
        self._pending = pending
        self._worker_rows = {
            line.value.key: line.row
            for line in source.workers
            if line.value.key in known.workers
            and (line.value.started_on, line.value.ends_on)
            != (known.workers[line.value.key].started_on, known.workers[line.value.key].ends_on)
        }
        self._measure_rows = {
            line.value.key: line.row
            for line in source.measures
            if line.value.key in known.measures and line.value.reported_on != known.measures[line.value.key].reported_on
        }

    def touches(self, part: Assignment) -> bool:
        """Whether the source says or changes something that bears on an assignment."""
        return (
            assignment_key(part) in self._plan.rows
            or part.worker in self._worker_rows
            or part.measure in self._measure_rows
        )

    def begun_too_early(self, parts: list[Assignment]) -> Iterator[Problem]:
        """Assignments before the worker's service or before the measure's report."""
        for part in parts:
            worker, measure = self._merged.workers[part.worker], self._merged.measures[part.measure]
            figures = {"worker": worker.key, "measure": measure.key}
            if part.from_on < worker.started_on:
                place = self._place(part, self._worker_rows.get(worker.key), SourceFile.WORKERS, "started_on")
                begins = worker.started_on
                yield from self._refuse(place, ProblemCode.BEFORE_SERVICE, {**figures, "begins": str(begins)})
            if part.from_on < measure.reported_on:
                place = self._place(part, self._measure_rows.get(measure.key), SourceFile.MEASURES, "reported_on")
                begins = measure.reported_on
                yield from self._refuse(place, ProblemCode.BEFORE_REPORT, {**figures, "begins": str(begins)})

    def held_twice(self, parts: list[Assignment]) -> Iterator[Problem]:
        """Two in one position on the same day, or one person as first and second."""
        parts = sorted(parts, key=lambda part: (part.from_on, self._plan.rows.get(assignment_key(part), 0)))
        for number, later in enumerate(parts):
            for earlier in parts[:number]:
                if not self._same_time(earlier, later):
                    continue
                if earlier.position is later.position:
                    yield from self._refuse_pair(earlier, later, ProblemCode.POSITION_TAKEN_TWICE)
                elif earlier.worker == later.worker and {earlier.position, later.position} == _PAIR:
                    yield from self._refuse_pair(earlier, later, ProblemCode.SAME_PERSON_TWICE)

    def _same_time(self, earlier: Assignment, later: Assignment) -> bool:
        """Whether two hold on one day at least, each no longer than its worker's service."""
        first_day = max(earlier.from_on, later.from_on)
        return first_day <= self._end(earlier) and first_day <= self._end(later)

    def _end(self, part: Assignment) -> date:
        return min(part.until_on or date.max, self._merged.workers[part.worker].ends_on or date.max)

    def _refuse_pair(self, earlier: Assignment, later: Assignment, code: ProblemCode) -> Iterator[Problem]:
        own, other = later, earlier
        if assignment_key(own) not in self._plan.rows:
            own, other = earlier, later
        if assignment_key(other) in self._pending and assignment_key(other) not in self._plan.rows:
            code = ProblemCode.CONTRADICTS_DECISION
        row = self._worker_rows.get(own.worker)
        place = self._place(own, row, SourceFile.WORKERS, "ends_on")
        if place is None:
            own, other = other, own
            place = self._place(own, self._worker_rows.get(own.worker), SourceFile.WORKERS, "ends_on")
        figures = {
            "measure": own.measure,
            "position": other.position.value,
            "other_worker": other.worker,
            "other_from": str(other.from_on),
            "other_place": self._where(other),
        }
        yield from self._refuse(place, code, figures)

    def _where(self, part: Assignment) -> str:
        row = self._plan.rows.get(assignment_key(part))
        return "database" if row is None else f"{self._source.label(SourceFile.ASSIGNMENTS)} {row}"

    def _place(self, part: Assignment, other_row: int | None, file: SourceFile, column: str) -> _Place | None:
        """Point to the assignment's own row, else to the changed row of its worker or measure."""
        row = self._plan.rows.get(assignment_key(part))
        if row is not None:
            own_column = "worker" if column == "ends_on" else "from"
            own_value = part.worker if column == "ends_on" else part.from_on
            return _Place(SourceFile.ASSIGNMENTS, row, own_column, own_value)
        if other_row is None:
            return None
        subject = (
            self._merged.workers[part.worker] if file is SourceFile.WORKERS else self._merged.measures[part.measure]
        )
        return _Place(file, other_row, column, getattr(subject, column))

    def _refuse(self, place: _Place | None, code: ProblemCode, figures: Mapping[str, str]) -> Iterator[Problem]:
        if place is not None:
            yield self._source.problem_of(place.file, place.row, place.column, place.value, code, figures)
