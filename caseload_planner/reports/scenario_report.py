"""The report of a formatie scenario into a file, with its line in the audit trail."""

from dataclasses import dataclass
from pathlib import Path

from caseload_planner.application.compare_scenarios import Comparison, InputDifference, compare_runs, input_differences
from caseload_planner.application.plan_records import ScenarioState
from caseload_planner.application.ports import AuditEntry
from caseload_planner.application.run_scenario import ScenarioRun
from caseload_planner.application.scenario_shelf import base_scenario, run_entry, shelf
from caseload_planner.application.services import Services
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.files.replacing import write_whole
from caseload_planner.reports.document_kind import suffix_of


@dataclass(frozen=True, eq=False)
class ScenarioDocument:
    """What stands in a report.

    Attributes
    ----------
    differences
        Assumptions that differ from the base of the file.
    beside, comparison
        The run that it is compared with, and what differs; None without.
    """

    run: ScenarioRun
    differences: tuple[InputDifference, ...]
    beside: ScenarioRun | None
    comparison: Comparison | None
    demo: bool


def write_scenario_report(services: Services, run: ScenarioRun, beside: ScenarioRun | None, target: Path) -> None:
    """Write a run as PDF or workbook, by the name of the target.

    Raises
    ------
    TargetUnwritableError
        The name ends in neither ``.pdf`` nor ``.xlsx``, or the file cannot be written.
    """
    suffix = suffix_of(target)
    document = ScenarioDocument(
        run=run,
        differences=tuple(
            row
            for row in input_differences(base_scenario(services), run.scenario)
            if row.key not in {"start", "places"}
        ),
        beside=beside,
        comparison=None if beside is None else compare_runs(beside, run),
        demo=services.demo,
    )
    if suffix == ".pdf":
        from caseload_planner.reports.scenario_pdf import scenario_pdf

        content = scenario_pdf(document)
    else:
        from caseload_planner.reports.scenario_workbook import scenario_workbook

        content = scenario_workbook(document)
    figures: dict[str, str | int] = {
        "kind": suffix[1:], "seed": run.outcome.seed, "replications": run.outcome.replications
    }  # fmt: skip
    with services.store.write() as unit:
        unit.append_audit(AuditEntry(action="scenario_report", subject="scenario", figures=figures))
        write_whole(target, content)
        unit.commit()


def report_scenario(services: Services, name: str | None, target: Path) -> str:
    """Run a scenario of the shelf and write its report; the newest frozen one, else the base, where none is named.

    A frozen one is run on the data of the day on which it was frozen, and so comes to the same figures.

    Raises
    ------
    UnknownKeyError
        There is no scenario of that name or key.
    """
    suffix_of(target)
    entries = shelf(services)
    if name is None:
        frozen = [entry for entry in entries if entry.state is ScenarioState.FROZEN]
        chosen = frozen[-1] if frozen else entries[0]
    else:
        found = [entry for entry in entries if name in {entry.id, entry.scenario.name}]
        if not found:
            known = ", ".join(entry.scenario.name for entry in entries)
            raise UnknownKeyError(f"there is no scenario {name}; there are: {known}", kind="scenario", key=name)
        chosen = found[0]
    write_scenario_report(services, run_entry(services, chosen), None, target)
    return chosen.scenario.name
