"""The besluitenlijst of a round into a file, with its line in the audit trail."""

from pathlib import Path

from caseload_planner.application.decision_document import decision_document
from caseload_planner.application.ports import AuditEntry
from caseload_planner.application.services import Services
from caseload_planner.files.replacing import write_whole
from caseload_planner.reports.document_kind import suffix_of


def write_decision_list(services: Services, proposal: str, target: Path) -> None:
    """Write the besluitenlijst of a stored proposal as PDF or workbook, by the name of the target.

    The audit line becomes true only when the file is there; the path is not noted, as it may hold a name.

    Raises
    ------
    UnknownKeyError
        There is no such proposal.
    TargetUnwritableError
        The name ends in neither ``.pdf`` nor ``.xlsx``, or the file cannot be written.
    """
    suffix = suffix_of(target)
    document = decision_document(services, proposal)
    if suffix == ".pdf":
        from caseload_planner.reports.decision_pdf import decision_pdf

        content = decision_pdf(document)
    else:
        from caseload_planner.reports.decision_workbook import decision_workbook

        content = decision_workbook(document)
    with services.store.write() as unit:
        unit.append_audit(AuditEntry(action="decision_list", subject=proposal, figures={"kind": suffix[1:]}))
        write_whole(target, content)
        unit.commit()
