"""What an import would change, as a pure function of the source, what is known, and today."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from caseload_planner.application.changes import OrganisationChanges
from caseload_planner.application.import_assignments import AssignmentPlan, Decisions, plan_assignments
from caseload_planner.application.import_checks import judge_rows
from caseload_planner.application.import_merge import (
    Merged,
    merge,
    never_written,
    with_known_columns,
    without_duplicates,
)
from caseload_planner.application.import_names import remark_names
from caseload_planner.application.import_positions import judge_positions
from caseload_planner.application.import_problems import Problem
from caseload_planner.application.import_report import FileCounts, ImportNote, NoteKind
from caseload_planner.application.import_source import ImportSource, SourceFile
from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.domain.measures import Measure
from caseload_planner.domain.norm import NormSet
from caseload_planner.domain.organisation import Absence, Contract, Organisation, Supporter, Worker

LOSS_THAT_ASKS = Decimal("0.05")
"""Share of running measures (or of workers with a contract) above which an import asks first."""

Key = TypeVar("Key", bound=Hashable)
Kept = TypeVar("Kept")
Dated = TypeVar("Dated", Contract, Absence)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import would do.

    Attributes
    ----------
    running, lost
        Keys of running measures before it, and of those that it closes or leaves without a contact they had.
    contracted, uncontracted
        How many workers had a contract, and how many of them would have none.
    """

    changes: OrganisationChanges
    counts: Mapping[SourceFile, FileCounts]
    notes: tuple[ImportNote, ...]
    problems: tuple[Problem, ...]
    running: frozenset[str]
    lost: frozenset[str]
    contracted: int
    uncontracted: int

    @property
    def needs_confirmation(self) -> bool:
        """Whether so much would be lost that the source may be half a file."""
        return len(self.lost) > LOSS_THAT_ASKS * len(self.running) or (
            self.uncontracted > LOSS_THAT_ASKS * self.contracted
        )


def plan_import(
    source: ImportSource, known: Organisation, decisions: Decisions, today: date, default_norms: NormSet
) -> ImportPlan:
    """Plan an import; with any problem the plan is for the report only.

    Parameters
    ----------
    today
        The last day that a measure holds which the source no longer has.
    default_norms
        What an empty database gets when the source has no norm.
    """
    unique, problems = without_duplicates(with_known_columns(source, known))
    merged = merge(unique, known, default_norms)
    assignments = plan_assignments(unique, known, decisions)
    problems += [*source.problems, *judge_rows(unique, merged)]
    problems += judge_positions(unique, known, merged, assignments, decisions.pending)
    planning = _Planning(unique, known, merged, assignments, today)
    changes = planning.changes()
    contracted = {worker.key for worker in known.workers.values() if worker.contracts}
    return ImportPlan(
        changes=changes,
        counts=planning.counts(problems),
        notes=tuple(sorted([*planning.notes, *assignments.notes, *remark_names(unique, merged)])),
        problems=source.in_order(problems),
        running=frozenset(measure.key for measure in known.measures.values() if measure.runs_on(today)),
        lost=planning.lost(changes),
        contracted=len(contracted),
        uncontracted=sum(1 for worker in contracted if changes.contracts.get(worker) == ()),
    )


class _Planning:
    """Compares the source with what is known, part by part, and counts."""

    def __init__(
        self, source: ImportSource, known: Organisation, merged: Merged, assignments: AssignmentPlan, today: date
    ) -> None:
        self._source = source
        self._known = known
        self._merged = merged
        self._assignments = assignments
        self._today = today
        self._counts: dict[SourceFile, Counter[str]] = {file: Counter() for file in SourceFile if file in source.given}
        self.notes = [ImportNote(name, NoteKind.IGNORED, name) for name in source.ignored]

    def changes(self) -> OrganisationChanges:
        """Give what is to be written."""
        source, known = self._source, self._known
        teams = {line.value.key: line.value for line in source.teams}
        workers = {line.value.key: line.value for line in source.workers}
        norms = {norm.valid_from: norm for norm in self._merged.norms.norms}
        known_norms = {} if never_written(known) else {norm.valid_from: norm for norm in known.norms.norms}
        known_policy = None if never_written(known) else known.norms.policy
        self._note_missing(SourceFile.TEAMS, known.teams.keys() - teams.keys())
        self._note_missing(SourceFile.WORKERS, known.workers.keys() - workers.keys())
        policy = self._merged.norms.policy
        return OrganisationChanges(
            teams=self._changed(SourceFile.TEAMS, teams, known.teams),
            workers=self._changed(SourceFile.WORKERS, workers, {k: _bare(w) for k, w in known.workers.items()}),
            contracts=self._contracts(),
            absences=self._absences(),
            measures=self._measures(),
            assignments=tuple(self._assignments.written),
            withdrawn_assignments=tuple(self._assignments.withdrawn),
            confirmed_assignments=tuple(self._assignments.confirmed),
            conflicts=self._conflicts(),
            supporters=self._supporters(),
            norms=self._changed(SourceFile.NORM, norms, known_norms),
            policy=None if policy == known_policy else policy,
        )

    def counts(self, problems: list[Problem]) -> dict[SourceFile, FileCounts]:
        """Give the counts of the given files."""
        plan = self._assignments
        if SourceFile.ASSIGNMENTS in self._counts:
            self._counts[SourceFile.ASSIGNMENTS].update(
                added=plan.added,
                changed=plan.changed,
                unchanged=plan.unchanged,
                kept=plan.kept,
                dropped=len(plan.withdrawn),
            )
        refused = {file: {p.row for p in problems if p.file == self._source.label(file)} for file in self._counts}
        return {file: FileCounts(**counts, rejected=len(refused[file])) for file, counts in self._counts.items()}

    def lost(self, changes: OrganisationChanges) -> frozenset[str]:
        """Give running measures that the import ends, or leaves without a first or second contact they had.

        However it does so: by a day in the source, or as the source has them no more.
        """
        tomorrow = self._today + timedelta(days=1)
        before, changed = self._known.measures, {measure.key: measure for measure in changes.measures}
        ended = {
            key
            for key, measure in changed.items()
            if key in before and before[key].runs_on(tomorrow) and not measure.runs_on(tomorrow)
        }
        held = {(part.measure, part.position) for part in self._known.assignments if self._holds(part)}
        after = {(part.measure, part.position) for part in self._assignments.result.values() if self._holds(part)}
        dropped = {measure for measure, position in held - after if position is not Position.INCOMING}
        return frozenset(key for key in ended | dropped if before[key].runs_on(self._today))

    def _holds(self, part: Assignment) -> bool:
        return part.holds_on(self._today) or part.from_on > self._today

    def _note_missing(self, file: SourceFile, keys: set[str]) -> None:
        if file in self._counts:
            missing = keys - self._source.refused(file)
            self._counts[file]["kept"] += len(missing)
            self._note(file, NoteKind.MISSING, missing)

    def _note(self, file: SourceFile, kind: NoteKind, keys: Iterable[str]) -> None:
        self.notes += [ImportNote(self._source.label(file), kind, key) for key in keys]

    def _changed(self, file: SourceFile, given: Mapping[Key, Kept], known: Mapping[Key, Kept]) -> tuple[Kept, ...]:
        """Count the values by whether they are known, and give those that are not known so."""
        changed = []
        counts: Counter[str] = Counter()
        for key, value in given.items():
            before = known.get(key)
            if before == value:
                counts["unchanged"] += 1
                continue
            counts["added" if before is None else "changed"] += 1
            changed.append(value)
        if file in self._counts:
            self._counts[file].update(counts)
        return tuple(changed)

    def _measures(self) -> tuple[Measure, ...]:
        given = {line.value.key: line.value for line in self._source.measures}
        changed = self._changed(SourceFile.MEASURES, given, self._known.measures)
        if SourceFile.MEASURES not in self._counts:
            return changed
        spoken_of = given.keys() | self._source.refused(SourceFile.MEASURES)
        closed = []
        for key in self._known.measures.keys() - spoken_of:
            measure = self._known.measures[key]
            last_day = max(self._today, measure.reported_on)
            if measure.closed_on is None or measure.closed_on > last_day:
                closed.append(replace(measure, closed_on=last_day))
        self._counts[SourceFile.MEASURES]["closed"] += len(closed)
        self._note(SourceFile.MEASURES, NoteKind.CLOSED, [measure.key for measure in closed])
        return (*changed, *sorted(closed, key=lambda measure: measure.key))

    def _contracts(self) -> dict[str, tuple[Contract, ...]]:
        if SourceFile.CONTRACTS not in self._counts:
            return {}
        given = [(line.value.worker, line.value.contract) for line in self._source.contracts]
        known = {worker.key: worker.contracts for worker in self._known.workers.values()}
        return self._lists(SourceFile.CONTRACTS, given, known)

    def _absences(self) -> dict[str, tuple[Absence, ...]]:
        if SourceFile.ABSENCES not in self._counts:
            return {}
        given = [(line.value.worker, line.value.absence) for line in self._source.absences]
        known = {worker.key: worker.absences for worker in self._known.workers.values()}
        return self._lists(SourceFile.ABSENCES, given, known)

    def _lists(
        self, file: SourceFile, given: list[tuple[str, Dated]], known: Mapping[str, tuple[Dated, ...]]
    ) -> dict[str, tuple[Dated, ...]]:
        """Compare each worker's complete list; a row is changed when another began on its day."""
        after: dict[str, list[Dated]] = {}
        for worker, dated in given:
            after.setdefault(worker, []).append(dated)
        lists: dict[str, tuple[Dated, ...]] = {}
        counts = self._counts[file]
        for worker in sorted(after.keys() | {key for key, rows in known.items() if rows}):
            new = tuple(sorted(after.get(worker, ()), key=_period))
            old = tuple(sorted(known.get(worker, ()), key=_period))
            if new == old:
                counts["unchanged"] += len(new)
                continue
            lists[worker] = new
            same = [row for row in new if row in old]
            begun = {row.from_on for row in new if row not in old}
            gone = [row for row in old if row not in new]
            changed = sum(1 for row in gone if row.from_on in begun)
            counts["unchanged"] += len(same)
            counts["changed"] += changed
            counts["added"] += max(0, len(new) - len(same) - changed)
            dropped = [row for row in gone if row.from_on not in begun]
            counts["dropped"] += len(dropped)
            self._note(file, NoteKind.DROPPED, [f"{worker} {row.from_on}" for row in dropped])
        return lists

    def _conflicts(self) -> frozenset[tuple[str, str]] | None:
        if SourceFile.CONFLICTS not in self._counts:
            return None
        given = frozenset(line.value for line in self._source.conflicts)
        known = self._known.conflicts
        gone = [" ".join(pair) for pair in sorted(known - given)]
        counts = {"added": len(given - known), "unchanged": len(given & known), "dropped": len(gone)}
        self._counts[SourceFile.CONFLICTS].update(counts)
        self._note(SourceFile.CONFLICTS, NoteKind.DROPPED, gone)
        return None if given == known else given

    def _supporters(self) -> tuple[Supporter, ...] | None:
        if SourceFile.SUPPORTERS not in self._counts:
            return None
        given = {(line.value.worker, line.value.team): line.value for line in self._source.supporters}
        known = {(row.worker, row.team): row for row in self._known.supporters}
        self._changed(SourceFile.SUPPORTERS, given, known)
        gone = sorted(" ".join(key) for key in known.keys() - given.keys())
        self._counts[SourceFile.SUPPORTERS]["dropped"] += len(gone)
        self._note(SourceFile.SUPPORTERS, NoteKind.DROPPED, gone)
        return None if given == known else tuple(given[key] for key in sorted(given))


def _bare(worker: Worker) -> Worker:
    """Give a worker without what other files say of her."""
    return replace(worker, contracts=(), absences=())


def _period(dated: Contract | Absence) -> tuple[date, date]:
    return dated.from_on, dated.until_on or date.max
