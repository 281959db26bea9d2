"""The use case of an import: plan it, and write all of it or nothing."""

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from caseload_planner.application.changes import OrganisationChanges, assignment_key
from caseload_planner.application.import_assignments import Decisions
from caseload_planner.application.import_plan import ImportPlan, plan_import
from caseload_planner.application.import_report import ImportOutcome, ImportReport
from caseload_planner.application.import_source import ImportSource
from caseload_planner.application.ports import AuditEntry, Clock, ReadUnit, Store, WriteUnit
from caseload_planner.domain.norm import NormSet
from caseload_planner.domain.organisation import Organisation


class SourceReader(Protocol):
    """Reads a folder, workbook or file; `SourceUnreadableError` where there is nothing to read."""

    def __call__(self, path: Path) -> ImportSource:
        """Read what is at `path`."""
        ...


def import_files(
    store: Store,
    source: ImportSource,
    *,
    clock: Clock,
    default_norms: NormSet,
    confirmed: bool = False,
    dry_run: bool = False,
) -> ImportReport:
    """Import a source: an upsert by key, all or nothing.

    The plan is made inside the transaction that writes it, so nothing can change between the two. The same source twice
    changes nothing: no revision, no audit entry.

    Parameters
    ----------
    default_norms
        What an empty database gets when the source has no norm.
    confirmed
        Whether somebody agreed that more than 5 % of the running measures close or lose a contact.
    dry_run
        Report only.
    """
    if dry_run or source.problems:
        with store.read() as reader:
            plan = _planned(reader, source, clock, default_norms)
        return _report(plan, ImportOutcome.REJECTED if plan.problems else ImportOutcome.DRY_RUN)
    with store.write() as writer:
        plan = _planned(writer, source, clock, default_norms)
        if plan.problems:
            return _report(plan, ImportOutcome.REJECTED)
        if plan.changes.empty:
            return _report(plan, ImportOutcome.UNCHANGED)
        if plan.needs_confirmation and not confirmed:
            return _report(plan, ImportOutcome.NEEDS_CONFIRMATION)
        return _written(writer, plan)


def found_organisation(store: Store, organisation: Organisation) -> ImportReport:
    """Write a whole organisation, such as the demonstration, into an empty database in one transaction."""
    with store.write() as writer:
        counts = {"workers": len(organisation.workers), "measures": len(organisation.measures)}
        change_set = writer.apply(changes_of(organisation))
        writer.append_audit(AuditEntry(action="found", subject="organisation", figures=counts))
        writer.commit()
    return ImportReport(
        outcome=ImportOutcome.IMPORTED, files={}, notes=(), problems=(), running=0, lost=0, change_set=change_set
    )


def changes_of(organisation: Organisation) -> OrganisationChanges:
    """Give the changes that make an empty database hold an organisation."""
    workers = organisation.workers.values()
    return OrganisationChanges(
        teams=tuple(organisation.teams.values()),
        workers=tuple(replace(worker, contracts=(), absences=()) for worker in workers),
        contracts={worker.key: worker.contracts for worker in workers if worker.contracts},
        absences={worker.key: worker.absences for worker in workers if worker.absences},
        measures=tuple(organisation.measures.values()),
        assignments=organisation.assignments,
        conflicts=organisation.conflicts or None,
        supporters=organisation.supporters or None,
        norms=organisation.norms.norms,
        policy=organisation.norms.policy,
    )


def _planned(unit: ReadUnit, source: ImportSource, clock: Clock, default_norms: NormSet) -> ImportPlan:
    ended = {
        assignment_key(part): part.until_on
        for decision in reversed(unit.decisions())
        if decision.withdrawal is None
        for part in decision.ended
        if part.until_on is not None
    }
    decisions = Decisions(pending=unit.decided_assignments(), ended=ended)
    return plan_import(source, unit.snapshot(), decisions, clock.today(), default_norms)


def _written(writer: WriteUnit, plan: ImportPlan) -> ImportReport:
    figures: dict[str, str | int] = {}
    for file, counts in sorted(plan.counts.items()):
        for name in ("added", "changed", "closed", "dropped", "kept"):
            if getattr(counts, name):
                figures[f"{file.value}_{name}"] = getattr(counts, name)
    change_set = writer.apply(plan.changes)
    writer.append_audit(AuditEntry(action="import", subject="organisation", figures=figures))
    writer.commit()
    return replace(_report(plan, ImportOutcome.IMPORTED), change_set=change_set)


def _report(plan: ImportPlan, outcome: ImportOutcome) -> ImportReport:
    return ImportReport(
        outcome=outcome,
        files=dict(sorted(plan.counts.items())),
        notes=plan.notes,
        problems=plan.problems,
        running=len(plan.running),
        lost=len(plan.lost),
        needs_confirmation=plan.needs_confirmation,
    )
