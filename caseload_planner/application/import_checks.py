"""Rows of a source judged against each other and against what is known: references, periods, contracts and factors.

Nothing raises; every fault becomes a problem at the row that the user can correct.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from caseload_planner.application.import_merge import Merged
from caseload_planner.application.import_problems import Problem, ProblemCode
from caseload_planner.application.import_source import ContractOf, ImportSource, Line, SourceFile
from caseload_planner.domain.measures import Measure
from caseload_planner.domain.norm import Norm


def judge_rows(source: ImportSource, merged: Merged) -> list[Problem]:
    """Give every fault of the source's rows but those of assignments in time, which depend on decisions."""
    return [
        *_References(source, merged).problems(),
        *_periods(source),
        *_overlapping_contracts(source),
        *_factors(source, merged),
    ]


@dataclass(frozen=True, slots=True)
class _References:
    """Looks whether what rows refer to exists, in the source or in what is known.

    A key of a row that was refused, or that would stand in a file that could not be read, counts as there: its own
    fault is reported already.
    """

    source: ImportSource
    merged: Merged

    def problems(self) -> Iterator[Problem]:
        source = self.source
        teams = self._known(SourceFile.TEAMS, self.merged.teams)
        workers = self._known(SourceFile.WORKERS, self.merged.workers)
        measures = self._known(SourceFile.MEASURES, self.merged.measures)
        people = [(line.row, line.value.team) for line in source.workers]
        yield from self._missing(SourceFile.WORKERS, "team", people, teams)
        areas = [(line.row, line.value.team) for line in source.measures]
        yield from self._missing(SourceFile.MEASURES, "team", areas, teams)
        tied = [(line.row, line.value.team) for line in source.supporters]
        yield from self._missing(SourceFile.SUPPORTERS, "team", tied, teams)
        held = [(line.row, line.value.measure) for line in source.assignments]
        yield from self._missing(SourceFile.ASSIGNMENTS, "measure", held, measures)
        for file, lines in self._rows_with_worker():
            yield from self._missing(file, "worker", lines, workers)

    def _rows_with_worker(self) -> Iterator[tuple[SourceFile, list[tuple[int, str]]]]:
        source = self.source
        yield SourceFile.CONTRACTS, [(line.row, line.value.worker) for line in source.contracts]
        yield SourceFile.ABSENCES, [(line.row, line.value.worker) for line in source.absences]
        yield SourceFile.ASSIGNMENTS, [(line.row, line.value.worker) for line in source.assignments]
        yield SourceFile.CONFLICTS, [(line.row, line.value[0]) for line in source.conflicts]
        yield SourceFile.SUPPORTERS, [(line.row, line.value.worker) for line in source.supporters]

    def _known(self, file: SourceFile, merged: Iterable[str]) -> frozenset[str] | None:
        """Give the keys that count as there, or None where that cannot be judged."""
        if file in self.source.unreadable:
            return None
        return frozenset(merged) | self.source.refused(file)

    def _missing(
        self, file: SourceFile, kind: str, lines: Iterable[tuple[int, str]], known: Collection[str] | None
    ) -> Iterator[Problem]:
        if known is None:
            return
        expected = self.source.label(SourceFile(f"{kind}s"))
        for row, key in lines:
            if key not in known:
                code = ProblemCode.UNKNOWN_REFERENCE
                yield self.source.problem(file, row, kind, key, code, kind=kind, expected=expected)


def _periods(source: ImportSource) -> Iterator[Problem]:
    """Dates that end before they begin.

    An expected end is not among them: real sources have some before the report. Such a measure is overdue, which is
    shown elsewhere.
    """

    def judge(file: SourceFile, row: int, column: str, begins: date, ends: date | None) -> Iterator[Problem]:
        if ends is not None and ends < begins:
            yield source.problem(file, row, column, ends, ProblemCode.ENDS_BEFORE_BEGINS, begins=begins)

    for worker in source.workers:
        person = worker.value
        yield from judge(SourceFile.WORKERS, worker.row, "ends_on", person.started_on, person.ends_on)
    for line in source.contracts:
        held = line.value.contract
        yield from judge(SourceFile.CONTRACTS, line.row, "until", held.from_on, held.until_on)
    for absent in source.absences:
        away = absent.value.absence
        yield from judge(SourceFile.ABSENCES, absent.row, "until", away.from_on, away.until_on)
    for case in source.measures:
        measure = case.value
        yield from judge(SourceFile.MEASURES, case.row, "closed_on", measure.reported_on, measure.closed_on)
    for given in source.assignments:
        part = given.value
        yield from judge(SourceFile.ASSIGNMENTS, given.row, "until", part.from_on, part.until_on)


def _overlapping_contracts(source: ImportSource) -> Iterator[Problem]:
    """Two contracts of one worker on the same day: only one of them can count."""
    by_worker: dict[str, list[Line[ContractOf]]] = defaultdict(list)
    for line in source.contracts:
        by_worker[line.value.worker].append(line)
    for lines in by_worker.values():
        lines.sort(key=lambda line: (line.value.contract.from_on, line.row))
        last: Line[ContractOf] | None = None
        for line in lines:
            contract = line.value.contract
            until = None if last is None else last.value.contract.until_on or date.max
            if last is not None and until is not None and contract.from_on <= until:
                shown = "-" if until == date.max else until
                figures = {"other_row": str(last.row), "until": str(shown), "begins": str(contract.from_on)}
                code = ProblemCode.OVERLAPPING_CONTRACTS
                yield source.problem_of(SourceFile.CONTRACTS, line.row, "from", contract.from_on, code, figures)
            if last is None or until is None or (contract.until_on or date.max) > until:
                last = line


def _factors(source: ImportSource, merged: Merged) -> Iterator[Problem]:
    """Each factor exists in every norm that can weigh its measure, measures known already included."""
    norm_label = source.label(SourceFile.NORM)
    if any(problem.file == norm_label for problem in source.problems):
        return  # without the norm that was meant, every factor of it would be called unknown
    norms = merged.norms.norms
    everywhere = frozenset.intersection(*(frozenset(norm.factors) for norm in norms))
    somewhere = frozenset(name for norm in norms for name in norm.factors)
    given_rows = {line.value.key: line.row for line in source.measures}
    norm_rows = {line.value.valid_from: line.row for line in source.norms}
    refused = source.refused(SourceFile.MEASURES)
    for measure in merged.measures.values():
        if measure.key in refused and measure.key not in given_rows:
            continue  # what is known of it may not be what its row says
        row = given_rows.get(measure.key)
        for name in sorted(measure.factors - everywhere):
            if row is not None and name not in somewhere:
                expected = ", ".join(sorted(somewhere))
                code = ProblemCode.UNKNOWN_FACTOR
                yield source.problem(SourceFile.MEASURES, row, "factors", name, code, factor=name, expected=expected)
                continue
            code = ProblemCode.FACTOR_NOT_IN_NORM
            for norm in _weighing(measure, norms):
                figures = {"factor": name, "measure": measure.key, "valid_from": norm.valid_from.isoformat()}
                norm_row = norm_rows.get(norm.valid_from)
                if name in norm.factors:
                    continue
                if row is not None:
                    yield source.problem_of(SourceFile.MEASURES, row, "factors", name, code, figures)
                elif norm_row is not None:
                    yield source.problem_of(SourceFile.NORM, norm_row, f"factors.{name}", "", code, figures)


def _weighing(measure: Measure, norms: tuple[Norm, ...]) -> Iterator[Norm]:
    """Give the norms in force on some day of a measure; before the first norm the first holds."""
    for position, norm in enumerate(norms):
        begins = date.min if position == 0 else norm.valid_from
        next_begins = norms[position + 1].valid_from if position + 1 < len(norms) else date.max
        if measure.reported_on < next_begins and (measure.closed_on is None or measure.closed_on >= begins):
            yield norm
