"""What would be known after an import: the source laid over what is known, before anything is judged."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from caseload_planner.application.import_problems import Problem, ProblemCode
from caseload_planner.application.import_source import ImportSource, Line, SourceFile, Value
from caseload_planner.domain.measures import Measure
from caseload_planner.domain.norm import NormSet
from caseload_planner.domain.organisation import Organisation, Team, Worker

Record = TypeVar("Record", Worker, Measure)


@dataclass(frozen=True, slots=True)
class Merged:
    """Everything by key after the import, whether or not it is right; workers without contracts and absences."""

    teams: Mapping[str, Team]
    workers: Mapping[str, Worker]
    measures: Mapping[str, Measure]
    norms: NormSet


def never_written(known: Organisation) -> bool:
    """Whether this is what an empty database answers: its norm is a stand-in then."""
    return known.revision == 0


def merge(source: ImportSource, known: Organisation, default_norms: NormSet) -> Merged:
    """Lay the source over what is known; where it has no row of a key, what is known stays.

    An empty database knows no norm: it takes the source's, or else `default_norms`.
    """
    given = {line.value.valid_from: line.value for line in source.norms}
    if never_written(known):
        norms = given or {norm.valid_from: norm for norm in default_norms.norms}
        policy = source.policy or default_norms.policy
    else:
        norms = {norm.valid_from: norm for norm in known.norms.norms} | given
        policy = source.policy or known.norms.policy
    return Merged(
        teams={**known.teams, **{line.value.key: line.value for line in source.teams}},
        workers={**known.workers, **{line.value.key: line.value for line in source.workers}},
        measures={**known.measures, **{line.value.key: line.value for line in source.measures}},
        norms=NormSet(tuple(norms[day] for day in sorted(norms)), policy),
    )


def with_known_columns(source: ImportSource, known: Organisation) -> ImportSource:
    """Fill what columns that the source lacks would say with what is known."""
    absent = source.absent_columns
    return replace(
        source,
        workers=_filled(source.workers, known.workers, absent.get(SourceFile.WORKERS, frozenset())),
        measures=_filled(source.measures, known.measures, absent.get(SourceFile.MEASURES, frozenset())),
    )


def _filled(
    lines: tuple[Line[Record], ...], known: Mapping[str, Record], absent: frozenset[str]
) -> tuple[Line[Record], ...]:
    if not absent:
        return lines
    filled = []
    for line in lines:
        before = known.get(line.value.key)
        kept = {} if before is None else {name: getattr(before, name) for name in absent}
        filled.append(Line(line.row, replace(line.value, **kept)) if any(kept.values()) else line)
    return tuple(filled)


def without_duplicates(source: ImportSource) -> tuple[ImportSource, list[Problem]]:
    """Keep the first row of each key and make problems of the others.

    Contracts are not looked at: two that begin on the same day overlap, and are judged so. Neither are conflicts: a row
    is all key, so one that is there twice says nothing else than once.
    """
    first = _FirstRows(source)
    unique = replace(
        source,
        teams=first.of(SourceFile.TEAMS, source.teams, lambda team: (team.key,)),
        workers=first.of(SourceFile.WORKERS, source.workers, lambda worker: (worker.key,)),
        absences=first.of(
            SourceFile.ABSENCES,
            source.absences,
            lambda row: (row.worker, str(row.absence.from_on), str(row.absence.until_on or "")),
        ),
        measures=first.of(SourceFile.MEASURES, source.measures, lambda measure: (measure.key,)),
        assignments=first.of(
            SourceFile.ASSIGNMENTS,
            source.assignments,
            lambda row: (row.measure, row.worker, row.position.value, str(row.from_on)),
        ),
        supporters=first.of(SourceFile.SUPPORTERS, source.supporters, lambda row: (row.worker, row.team)),
    )
    return unique, first.problems


class _FirstRows:
    """Keeps the first row of each key, and a problem for each other."""

    def __init__(self, source: ImportSource) -> None:
        self._source = source
        self.problems: list[Problem] = []

    def of(
        self, file: SourceFile, lines: tuple[Line[Value], ...], key: Callable[[Value], tuple[str, ...]]
    ) -> tuple[Line[Value], ...]:
        """Give the first rows of a file; the problem stands in the column that begins the key."""
        rows: dict[tuple[str, ...], int] = {}
        kept: list[Line[Value]] = []
        for line in lines:
            known_row = rows.setdefault(key(line.value), line.row)
            if known_row == line.row:
                kept.append(line)
                continue
            value, code = key(line.value)[0], ProblemCode.DUPLICATE_KEY
            problem = self._source.problem(file, line.row, file.key_column, value, code, other_row=known_row)
            self.problems.append(problem)
        return tuple(kept)
