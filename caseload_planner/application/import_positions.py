"""Assignments judged in time: before service or report, a position held by two, one person in both positions."""

from collections import defaultdict
from collections.abc import Collection, Iterator
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

    That is a row of its assignments, or a worker's service that her row makes longer, so that two hold one position:
    what stood wrong before is a mark elsewhere, never an error here. A known assignment that lies before a changed
    service or report stays as history.
    """
    judging = _Judging(source, known, merged, plan, pending)
    by_measure: dict[str, list[Assignment]] = defaultdict(list)
    for assignment in plan.result.values():
        if judging.knows(assignment):
            by_measure[assignment.measure].append(assignment)
    for assignments in by_measure.values():
        if any(judging.touches(part) for part in assignments):
            yield from judging.begun_too_early(assignments)
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
        self._known = known
        self._known_parts = frozenset(known.assignments)
        self._merged = merged
        self._plan = plan
        self._pending = pending
        self._refused_workers = source.refused(SourceFile.WORKERS)
        self._refused_measures = source.refused(SourceFile.MEASURES)
        self._worker_rows = {
            line.value.key: line.row
            for line in source.workers
            if line.value.key in known.workers and line.value.ends_on != known.workers[line.value.key].ends_on
        }

    def knows(self, part: Assignment) -> bool:
        """Whether its worker and measure are there as they will be: a refused row leaves only what was known before."""
        there = part.worker in self._merged.workers and part.measure in self._merged.measures
        return there and part.worker not in self._refused_workers and part.measure not in self._refused_measures

    def touches(self, part: Assignment) -> bool:
        """Whether the source has an assignment, or changes how long its worker's service lets it hold."""
        return assignment_key(part) in self._plan.rows or part.worker in self._worker_rows

    def begun_too_early(self, parts: list[Assignment]) -> Iterator[Problem]:
        """Rows before the worker's service or before the measure's report."""
        for part in parts:
            row = self._plan.rows.get(assignment_key(part))
            if row is None:
                continue
            worker, measure = self._merged.workers[part.worker], self._merged.measures[part.measure]
            for begins, code in (
                (worker.started_on, ProblemCode.BEFORE_SERVICE),
                (measure.reported_on, ProblemCode.BEFORE_REPORT),
            ):
                if part.from_on < begins and not self._stood_so(part, code, begins):
                    figures = {"worker": worker.key, "measure": measure.key, "begins": begins.isoformat()}
                    yield self._source.problem_of(SourceFile.ASSIGNMENTS, row, "from", part.from_on, code, figures)

    def _stood_so(self, part: Assignment, code: ProblemCode, begins: date) -> bool:
        """Whether it was known just so: then the file says nothing new, and what it wrote itself is read back."""
        if part not in self._known_parts:
            return False
        if code is ProblemCode.BEFORE_SERVICE:
            return self._known.workers[part.worker].started_on == begins
        return self._known.measures[part.measure].reported_on == begins

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
        place = self._place(own)
        if place is None:
            own, other = other, own
            place = self._place(own)
        if place is None:
            return
        figures = {
            "measure": own.measure,
            "position": other.position.value,
            "other_worker": other.worker,
            "other_from": str(other.from_on),
            "other_place": self._where(other),
        }
        yield self._source.problem_of(place.file, place.row, place.column, place.value, code, figures)

    def _where(self, part: Assignment) -> str:
        row = self._plan.rows.get(assignment_key(part))
        return "database" if row is None else f"{self._source.label(SourceFile.ASSIGNMENTS)} {row}"

    def _place(self, part: Assignment) -> _Place | None:
        """Point to the assignment's own row, else to the changed row of its worker."""
        row = self._plan.rows.get(assignment_key(part))
        if row is not None:
            return _Place(SourceFile.ASSIGNMENTS, row, "worker", part.worker)
        worker_row = self._worker_rows.get(part.worker)
        if worker_row is None:
            return None
        ends_on = self._merged.workers[part.worker].ends_on
        return _Place(SourceFile.WORKERS, worker_row, "ends_on", ends_on or "")
