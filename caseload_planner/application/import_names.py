"""Names in lists of workers that no rule asks for, which may be a slip of the pen."""

from collections.abc import Collection, Iterator

from caseload_planner.application.import_merge import Merged
from caseload_planner.application.import_report import ImportNote, NoteKind
from caseload_planner.application.import_source import ImportSource, Line, SourceFile
from caseload_planner.domain.measures import MeasureType, Method
from caseload_planner.domain.organisation import Skill, Worker

KNOWN_SKILLS = (
    Skill.PROBATION,
    Skill.PMG,
    Skill.SNS,
    Skill.SCHOTTEN,
    Skill.SCHOTTEN_TEAM,
    Method.SAFEPATH.value,
)
"""Skills that rules ask for."""


def remark_names(source: ImportSource, merged: Merged) -> Iterator[ImportNote]:
    """Remark skills that no rule asks for, and wishes for what no measure can be or have.

    A source may hold others, so they are taken as they are; but ``snss`` makes somebody inadmissible where ``sns`` is
    required, and nobody would see why. Wishes are not judged while the norm, which names the factors, has a problem.
    """
    skills, wishes = KNOWN_SKILLS, _known_wishes(merged)
    if any(problem.file == source.label(SourceFile.NORM) for problem in source.problems):
        wishes = ()
    for line in source.workers:
        yield from _unknown(source, line, NoteKind.UNKNOWN_SKILL, line.value.skills, skills)
        if wishes:
            yield from _unknown(source, line, NoteKind.UNKNOWN_WISH, line.value.wishes, wishes)


def _known_wishes(merged: Merged) -> tuple[str, ...]:
    """Give all types, methods and factors of any norm."""
    methods = (method.value for method in Method if method is not Method.NONE)
    factors = sorted({name for norm in merged.norms.norms for name in norm.factors})
    return (*(type_.value for type_ in MeasureType), *methods, *factors)


def _unknown(
    source: ImportSource, line: Line[Worker], kind: NoteKind, names: Collection[str], known: tuple[str, ...]
) -> Iterator[ImportNote]:
    file = source.label(SourceFile.WORKERS)
    for name in sorted(names):
        if name not in known:
            yield ImportNote(file, kind, line.value.key, row=line.row, value=name, known=known)
