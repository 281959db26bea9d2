"""What would be known after an import: the source laid over what is known, before anything is judged."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace

from caseload_planner.application.import_problems import Problem, ProblemCode
from caseload_planner.application.import_source import ImportSource, Line, SourceFile, Value
from caseload_planner.domain.measures import Measure
from caseload_planner.domain.norm import NormSet
from caseload_planner.domain.organisation import Organisation, Team, Worker


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
    """Fill what an optional column that the source lacks would say with what is known."""
    if SourceFile.MEASURES not in source.given or not source.absent_columns:
        return source
    lines = []
    for line in source.measures:
        before = known.measures.get(line.value.key)
        kept = {} if before is None else {name: getattr(before, name) for name in source.absent_columns}
        lines.append(Line(line.row, replace(line.value, **kept)) if any(kept.values()) else line)
    return replace(source, measures=tuple(lines))


def without_duplicates(source: ImportSource) -> tuple[ImportSource, list[Problem]]:
    """Keep the first row of each key and make problems of the others.

    Contracts are not looked at: two that begin on the same day overlap, and are judged so. Neither are conflicts: a row
    is all key, so one that is there twice says nothing else than once.
    """
    problems: list[Problem] = []

    def first(
        file: SourceFile, column: str, lines: tuple[Line[Value], ...], key: Callable[[Value], Hashable]
    ) -> tuple[Line[Value], ...]:
        rows: dict[Hashable, int] = {}
        kept: list[Line[Value]] = []
        for line in lines:
            known_row = rows.setdefault(key(line.value), line.row)
            if known_row == line.row:
                kept.append(line)
                continue
            found = key(line.value)
            value = " ".join(str(part) for part in found if part) if isinstance(found, tuple) else found
            code = ProblemCode.DUPLICATE_KEY
            problems.append(source.problem(file, line.row, column, value, code, other_row=known_row))
        return tuple(kept)

    unique = replace(
        source,
        teams=first(SourceFile.TEAMS, "team", source.teams, lambda team: team.key),
        workers=first(SourceFile.WORKERS, "worker", source.workers, lambda worker: worker.key),
        absences=first(
            SourceFile.ABSENCES,
            "worker",
            source.absences,
            lambda row: (row.worker, row.absence.from_on, row.absence.until_on),
        ),
        measures=first(SourceFile.MEASURES, "measure", source.measures, lambda measure: measure.key),
        assignments=first(
            SourceFile.ASSIGNMENTS,
            "measure",
            source.assignments,
            lambda row: (row.measure, row.worker, row.position.value, row.from_on),
        ),
        supporters=first(SourceFile.SUPPORTERS, "worker", source.supporters, lambda row: (row.worker, row.team)),
    )
    return unique, problems
