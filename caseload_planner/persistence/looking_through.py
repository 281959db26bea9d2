"""All of a file read once: whether it can be, and how much it is."""

from caseload_planner.application.file_verdict import FileVerdict
from caseload_planner.persistence.store import SqliteStore


def verdict_on(store: SqliteStore) -> FileVerdict:
    """Read the whole organisation and walk along the audit trail; `DatabaseUnusableError` where that cannot be."""
    with store.read() as unit:
        organisation = unit.snapshot()
    trail = store.verify_audit()
    return FileVerdict(
        revision=organisation.revision,
        workers=len(organisation.workers),
        measures=len(organisation.measures),
        audit_rows=trail.rows,
        first_bad_row=trail.first_bad,
        problem=trail.problem,
        head=trail.head,
    )
