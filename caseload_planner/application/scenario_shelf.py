"""The shelf of scenarios of a file: the base, drafts, and those that were frozen with their results."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from caseload_planner import __version__
from caseload_planner.application.kept_results import KeptResult, kept_document, kept_result, run_frozen
from caseload_planner.application.plan_records import ScenarioResult, ScenarioState, StoredScenario
from caseload_planner.application.ports import AuditEntry
from caseload_planner.application.run_scenario import ScenarioRun, run_scenario
from caseload_planner.application.services import Services
from caseload_planner.staffing.scenario import Scenario
from caseload_planner.staffing.scenario_reading import read_scenario
from caseload_planner.staffing.scenario_writing import write_scenario

BASE_ID = "S-BASE"


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """A scenario on the shelf.

    Attributes
    ----------
    scenario
        What its text says.
    kept
        The figures and the data of a frozen one.
    """

    id: str
    state: ScenarioState
    scenario: Scenario
    kept: KeptResult | None = None


def shelf(services: Services) -> tuple[ShelfEntry, ...]:
    """Give the scenarios of a file, the base first; a file without one shows the defaults as its base."""
    with services.store.read() as unit:
        kept = unit.scenarios.all()
        results = {one.id: unit.scenarios.results(one.id) for one in kept if one.state is ScenarioState.FROZEN}
    entries = [ShelfEntry(one.id, one.state, _named(one), _newest(results.get(one.id, ()))) for one in kept]
    if not any(entry.state is ScenarioState.BASE for entry in entries):
        entries.insert(0, ShelfEntry(BASE_ID, ScenarioState.BASE, Scenario()))
    return tuple(entries)


def _newest(results: Sequence[ScenarioResult]) -> KeptResult | None:
    return kept_result(results[0]) if results else None


def base_scenario(services: Services) -> Scenario:
    """Give the base of a file."""
    return shelf(services)[0].scenario


def _named(stored: StoredScenario) -> Scenario:
    return replace(read_scenario(stored.text, stored.name), name=stored.name)


def keep_scenario(services: Services, key: str | None, scenario: Scenario, state: ScenarioState) -> str:
    """Keep a new scenario (no key) or the change of one; give its key.

    Raises
    ------
    NameTakenError
        Another scenario has its name.
    AlreadySettledError
        It is frozen.
    """
    now = services.clock.now()
    chosen = key or services.make_key("S")
    text = write_scenario(scenario)
    read_scenario(text, scenario.name)
    stored = StoredScenario(id=chosen, name=scenario.name, state=state, text=text, made_at=now, changed_at=now)
    with services.store.write() as unit:
        unit.scenarios.keep(stored)
        unit.append_audit(AuditEntry(action="scenario_kept", subject=chosen, figures={"state": state.value}))
        unit.commit()
    return chosen


def remove_scenario(services: Services, key: str) -> None:
    """Take a draft off the shelf, with its results."""
    with services.store.write() as unit:
        unit.scenarios.remove(key)
        unit.append_audit(AuditEntry(action="scenario_removed", subject=key))
        unit.commit()


def freeze_scenario(services: Services, key: str, run: ScenarioRun) -> None:
    """Keep a scenario as it is from now on, with the results of its run.

    The start is written into it, and the data that it started from are kept beside the figures, so that the report
    can be made again to the same figures whatever changes in the file.
    """
    now = services.clock.now()
    text = write_scenario(run.scenario)
    stored = StoredScenario(
        id=key, name=run.scenario.name, state=ScenarioState.FROZEN, text=text, made_at=now, changed_at=now
    )
    with services.store.write() as unit:
        unit.scenarios.keep(stored)
        unit.scenarios.keep_result(_result(services, key, text, run))
        figures: dict[str, str | int] = {"seed": run.outcome.seed, "replications": run.outcome.replications}
        unit.append_audit(AuditEntry(action="scenario_frozen", subject=key, figures=figures))
        unit.commit()


def _result(services: Services, key: str, text: str, run: ScenarioRun) -> ScenarioResult:
    return ScenarioResult(
        id=services.make_key("R"),
        scenario=key,
        scenario_text=text,
        seed=run.outcome.seed,
        replications=run.outcome.replications,
        program_version=__version__,
        snapshot_digest=run.outcome.digest,
        document=kept_document(run),
        made_at=services.clock.now(),
    )


def run_entry(services: Services, entry: ShelfEntry) -> ScenarioRun:
    """Run a scenario of the shelf: a frozen one on the data of then, the others on those of now."""
    if entry.kept is not None:
        return run_frozen(entry.scenario, entry.kept)
    return run_scenario(services, entry.scenario)
