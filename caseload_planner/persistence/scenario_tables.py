"""Staffing scenarios with their results in the database."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, case, delete, insert, select, update

from caseload_planner.application.plan_records import ScenarioResult, ScenarioState, StoredScenario
from caseload_planner.domain.errors import AlreadySettledError, NameTakenError, UnknownKeyError
from caseload_planner.persistence.column_values import moment_text
from caseload_planner.persistence.meeting_tables import AllowWriting
from caseload_planner.persistence.tables import scenario_results, scenarios


class ScenarioTable:
    """The staffing scenarios with their results."""

    def __init__(self, connection: Connection, allow_writing: AllowWriting) -> None:
        self._connection = connection
        self._allow_writing = allow_writing

    def get(self, key: str) -> StoredScenario:
        """Give a scenario; `UnknownKeyError` where there is none."""
        row = self._connection.execute(select(scenarios).where(scenarios.c.scenario == key)).mappings().first()
        if row is None:
            raise UnknownKeyError(f"There is no scenario {key}.", kind="scenario", key=key)
        return _scenario_of(row)

    def all(self) -> Sequence[StoredScenario]:
        """Give the scenarios: the base first, then by the time they were made."""
        base_first = case((scenarios.c.state == ScenarioState.BASE.value, 0), else_=1)
        query = select(scenarios).order_by(base_first, scenarios.c.sequence)
        return tuple(map(_scenario_of, self._connection.execute(query).mappings()))

    def results(self, scenario: str) -> Sequence[ScenarioResult]:
        """Give what the runs of a scenario gave, newest first."""
        query = (
            select(scenario_results)
            .where(scenario_results.c.scenario == scenario)
            .order_by(scenario_results.c.sequence.desc())
        )
        return tuple(map(_result_of, self._connection.execute(query).mappings()))

    def keep(self, scenario: StoredScenario) -> None:
        """Keep a new scenario or the change of one; see the port for what is refused."""
        self._allow_writing()
        same_name = select(scenarios.c.scenario).where(
            scenarios.c.name == scenario.name, scenarios.c.scenario != scenario.id
        )
        if self._connection.execute(same_name).first() is not None:
            words = "There is another scenario of that name; choose another name."
            raise NameTakenError(words, kind="scenario", name=scenario.name)
        values = {
            "name": scenario.name,
            "state": scenario.state.value,
            "document": scenario.text,
            "changed_at": moment_text(scenario.changed_at),
        }
        known = self._state_of(scenario.id)
        if known is None:
            row = {"scenario": scenario.id, "made_at": moment_text(scenario.made_at), **values}
            self._connection.execute(insert(scenarios), row)
            return
        if known is ScenarioState.FROZEN:
            words = f"Scenario {scenario.id} is frozen; make a copy and change that."
            raise AlreadySettledError(words, scenario=scenario.id)
        self._connection.execute(update(scenarios).where(scenarios.c.scenario == scenario.id).values(values))

    def remove(self, key: str) -> None:
        """Remove a draft and its results; `AlreadySettledError` where it is the base or frozen."""
        self._allow_writing()
        state = self.get(key).state
        if state is not ScenarioState.DRAFT:
            raise AlreadySettledError(f"Scenario {key} is {state}; only a draft can be removed.", scenario=key)
        self._connection.execute(delete(scenario_results).where(scenario_results.c.scenario == key))
        self._connection.execute(delete(scenarios).where(scenarios.c.scenario == key))

    def keep_result(self, result: ScenarioResult) -> None:
        """Keep what a run gave; `UnknownKeyError` where there is no such scenario."""
        self._allow_writing()
        self.get(result.scenario)
        row = {
            "result": result.id,
            "scenario": result.scenario,
            "scenario_document": result.scenario_text,
            "seed": result.seed,
            "replications": result.replications,
            "program_version": result.program_version,
            "snapshot_digest": result.snapshot_digest,
            "document": result.document,
            "made_at": moment_text(result.made_at),
        }
        self._connection.execute(insert(scenario_results), row)

    def _state_of(self, key: str) -> ScenarioState | None:
        found = self._connection.execute(select(scenarios.c.state).where(scenarios.c.scenario == key)).scalar()
        return None if found is None else ScenarioState(found)


def _scenario_of(row: Mapping[Any, Any]) -> StoredScenario:
    return StoredScenario(
        id=row["scenario"],
        name=row["name"],
        state=ScenarioState(row["state"]),
        text=row["document"],
        made_at=datetime.fromisoformat(row["made_at"]),
        changed_at=datetime.fromisoformat(row["changed_at"]),
    )


def _result_of(row: Mapping[Any, Any]) -> ScenarioResult:
    return ScenarioResult(
        id=row["result"],
        scenario=row["scenario"],
        scenario_text=row["scenario_document"],
        seed=row["seed"],
        replications=row["replications"],
        program_version=row["program_version"],
        snapshot_digest=row["snapshot_digest"],
        document=row["document"],
        made_at=datetime.fromisoformat(row["made_at"]),
    )
