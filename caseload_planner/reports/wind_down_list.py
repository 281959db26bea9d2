"""A wind-down plan into a file, with its line in the audit trail."""

from pathlib import Path

from caseload_planner.application.plan_wind_down import WindDownDraft
from caseload_planner.application.ports import AuditEntry
from caseload_planner.application.services import Services
from caseload_planner.files.replacing import write_whole
from caseload_planner.reports.document_kind import suffix_of


def write_wind_down(services: Services, draft: WindDownDraft, target: Path) -> None:
    """Write a plan as PDF for the meeting or as a workbook week by week, by the name of the target.

    Raises
    ------
    TargetUnwritableError
        The name ends in neither ``.pdf`` nor ``.xlsx``, or the file cannot be written.
    """
    suffix = suffix_of(target)
    if suffix == ".pdf":
        from caseload_planner.reports.wind_down_pdf import wind_down_pdf

        content = wind_down_pdf(draft, demo=services.demo)
    else:
        from caseload_planner.reports.wind_down_workbook import wind_down_workbook

        content = wind_down_workbook(draft, demo=services.demo)
    with services.store.write() as unit:
        unit.append_audit(AuditEntry(action="wind_down_list", subject=draft.id, figures={"kind": suffix[1:]}))
        write_whole(target, content)
        unit.commit()
