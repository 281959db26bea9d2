"""Assignments of a source beside those known, where a decision taken in the program may be ahead of the source."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from caseload_planner.application.changes import AssignmentKey, assignment_key
from caseload_planner.application.import_report import ImportNote, NoteKind
from caseload_planner.application.import_source import ImportSource, SourceFile
from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.organisation import Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What was decided in the program.

    Attributes
    ----------
    pending
        Keys of assignments that a decision began and that no source has had since.
    ended
        Last day of assignments that a decision ended, by key.
    """

    pending: frozenset[AssignmentKey] = frozenset()
    ended: Mapping[AssignmentKey, date] = field(default_factory=dict)


@dataclass(slots=True)
class AssignmentPlan:
    """What happens to assignments.

    Attributes
    ----------
    result
        All assignments that are known after the import, by key.
    rows
        Row of each assignment that the source has, by key.
    written, withdrawn, confirmed
        As in `OrganisationChanges`.
    """

    result: dict[AssignmentKey, Assignment]
    rows: dict[AssignmentKey, int] = field(default_factory=dict)
    written: list[Assignment] = field(default_factory=list)
    withdrawn: list[AssignmentKey] = field(default_factory=list)
    confirmed: list[AssignmentKey] = field(default_factory=list)
    notes: list[ImportNote] = field(default_factory=list)
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    kept: int = 0


def plan_assignments(source: ImportSource, known: Organisation, decisions: Decisions) -> AssignmentPlan:
    """Plan what an assignments file changes; without one nothing changes.

    A source row is written unless a decision ended what it still has open. A known assignment that the source lacks is
    withdrawn, but stays when it was begun or ended by a decision here, and when the source no longer speaks of its
    measure at all: who carried a closed case remains known.
    """
    before = {assignment_key(assignment): assignment for assignment in known.assignments}
    plan = AssignmentPlan(dict(before))
    if SourceFile.ASSIGNMENTS in source.given:
        _Planning(source, known, decisions, before, plan).run()
    return plan


@dataclass(slots=True)
class _Planning:
    source: ImportSource
    known: Organisation
    decisions: Decisions
    before: Mapping[AssignmentKey, Assignment]
    plan: AssignmentPlan
    given_measures: frozenset[str] = frozenset()
    keys_of_measure: dict[str, list[AssignmentKey]] = field(default_factory=lambda: defaultdict(list))

    def run(self) -> None:
        self.given_measures = self.source.refused(SourceFile.MEASURES) | {
            line.value.key for line in self.source.measures
        }
        for line in self.source.assignments:
            key = assignment_key(line.value)
            self.plan.rows[key] = line.row
            self.keys_of_measure[key[0]].append(key)
            self._take(line.value)
        for key in sorted(self.before.keys() - self.plan.rows.keys()):
            self._miss(key)

    def _note(self, kind: NoteKind, key: AssignmentKey) -> None:
        measure, worker, position, from_on = key
        text = f"{measure} {worker} {position} {from_on}"
        self.plan.notes.append(ImportNote(self.source.label(SourceFile.ASSIGNMENTS), kind, text))

    def _take(self, given: Assignment) -> None:
        plan, key = self.plan, assignment_key(given)
        known = self.before.get(key)
        if known is not None and key in self.decisions.pending:
            plan.confirmed.append(key)
            self._note(NoteKind.CONFIRMED, key)
        if known is not None and self._decision_wins(key, known, given):
            plan.kept += 1
            self._note(NoteKind.DECISION_WINS, key)
        elif known == given:
            plan.unchanged += 1
        else:
            plan.result[key] = given
            plan.written.append(given)
            if known is None:
                plan.added += 1
            else:
                plan.changed += 1

    def _decision_wins(self, key: AssignmentKey, known: Assignment, given: Assignment) -> bool:
        return given.until_on is None and self._ended_here(key, known)

    def _ended_here(self, key: AssignmentKey, known: Assignment) -> bool:
        """Whether its last day is that of a decision, and no source has set another since."""
        return key in self.decisions.ended and known.until_on == self.decisions.ended[key]

    def _miss(self, key: AssignmentKey) -> None:
        plan = self.plan
        if key in self.decisions.pending:
            if self._source_has_another_day(self.before[key]):
                self._withdraw(key, NoteKind.MOVED)
            else:
                plan.kept += 1
                self._note(NoteKind.KEPT, key)
        elif self._ended_here(key, self.before[key]):
            # A source of running cases only no longer has it; what a decision ended remains known.
            plan.kept += 1
            self._note(NoteKind.KEPT, key)
        elif self._source_speaks_of(key[0]):
            self._withdraw(key, NoteKind.DROPPED)

    def _withdraw(self, key: AssignmentKey, kind: NoteKind) -> None:
        self.plan.withdrawn.append(key)
        del self.plan.result[key]
        self._note(kind, key)

    def _source_has_another_day(self, decided: Assignment) -> bool:
        """Whether the source has the same worker in the same place at the same time, only from another day."""
        same = (decided.measure, decided.worker, decided.position.value)
        end = decided.until_on or date.max
        return any(
            key[:3] == same and key[3] <= end and (self.plan.result[key].until_on or date.max) >= decided.from_on
            for key in self.keys_of_measure.get(decided.measure, ())
        )

    def _source_speaks_of(self, measure: str) -> bool:
        if SourceFile.MEASURES not in self.source.given:
            return self.known.measures[measure].closed_on is None
        return measure in self.given_measures
