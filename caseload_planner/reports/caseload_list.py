"""The caseload of a date into a file, with its line in the audit trail."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from caseload_planner.application.caseload_rows import caseload_overview
from caseload_planner.application.ports import AuditEntry
from caseload_planner.application.services import Services
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.files.replacing import write_whole
from caseload_planner.reports.document_kind import suffix_of


def write_caseload(services: Services, on: date, teams: Sequence[str], target: Path) -> int:
    """Write everybody's caseload on a date as PDF or workbook, by the name of the target; give how many people.

    Parameters
    ----------
    teams
        Only these; all of them where empty.

    Raises
    ------
    UnknownKeyError
        There is no such team.
    TargetUnwritableError
        The name ends in neither ``.pdf`` nor ``.xlsx``, or the file cannot be written.
    """
    suffix = suffix_of(target)
    with services.store.read() as unit:
        organisation = unit.snapshot()
    for key in teams:
        if key not in organisation.teams:
            known = ", ".join(organisation.teams)
            raise UnknownKeyError(f"there is no team {key}; there are: {known}", kind="team", key=key)
    overview = caseload_overview(caseload_on(organisation, on), teams)
    if suffix == ".pdf":
        from caseload_planner.reports.caseload_pdf import caseload_pdf

        content = caseload_pdf(overview, demo=services.demo)
    else:
        from caseload_planner.reports.caseload_workbook import caseload_workbook

        content = caseload_workbook(overview, demo=services.demo)
    figures = {"kind": suffix[1:], "on": on.isoformat(), "teams": ", ".join(teams)}
    with services.store.write() as unit:
        unit.append_audit(AuditEntry(action="caseload_list", subject="caseload", figures=figures))
        write_whole(target, content)
        unit.commit()
    return len(overview.workers)
