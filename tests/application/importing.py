"""Short ways to import the example files, and to decide something in between."""

from dataclasses import replace
from datetime import date, datetime

from caseload_planner.application.changes import assignment_key
from caseload_planner.application.import_files import import_files
from caseload_planner.application.import_report import ImportReport, NoteKind
from caseload_planner.application.import_source import ImportSource
from caseload_planner.application.ports import Decision
from caseload_planner.domain.assignment import Assignment, Position
from tests.application.memory_store import FixedClock, MemoryStore
from tests.exchange.interchange_files import FILES, TODAY, Files, norm_set

NORMS = norm_set()


def run(
    store: MemoryStore, source: ImportSource, *, today: date = TODAY, confirmed: bool = True, dry_run: bool = False
) -> ImportReport:
    """Import into a store on a day, with what would be asked first confirmed."""
    clock = FixedClock(today)
    return import_files(store, source, clock=clock, default_norms=NORMS, confirmed=confirmed, dry_run=dry_run)


def without(stem: str, *starts: str, texts: Files | None = None) -> Files:
    """Give the files with some rows of one of them left out."""
    texts = dict(texts or FILES)
    lines = texts[f"{stem}.csv"].splitlines(keepends=True)
    texts[f"{stem}.csv"] = "".join(line for line in lines if not line.startswith(starts))
    return texts


def decide(store: MemoryStore, part: Assignment, *ended: Assignment) -> None:
    """Do as a decision in the program does: begin one assignment and end others."""
    assignments = {assignment_key(known): known for known in store.organisation.assignments}
    assignments |= {assignment_key(changed): changed for changed in (part, *ended)}
    store.organisation = replace(store.organisation, assignments=tuple(assignments.values()))
    store.pending |= {assignment_key(part)}
    decision = Decision(
        id=f"D{len(store.decided)}",
        proposal="P",
        on=part.from_on,
        decided_by="leader",
        decided_at=datetime.fromisoformat("2026-11-20T09:00:00+00:00"),
        remarks="",
        overrides=(),
        begun=(part,),
        ended=ended,
    )
    store.decided.insert(0, decision)


def first(measure: str, worker: str, from_on: str, until_on: str | None = None) -> Assignment:
    """Make a first contact out of written dates."""
    until = None if until_on is None else date.fromisoformat(until_on)
    return Assignment(
        measure=measure,
        worker=worker,
        position=Position.FIRST,
        from_on=date.fromisoformat(from_on),
        until_on=until,
    )


def notes(report: ImportReport, kind: NoteKind) -> list[str]:
    """Give the keys of the notes of a kind."""
    return [note.key for note in report.notes if note.kind is kind]
