"""``simulate``: what a formatie scenario comes to, and the file that a scenario begins as."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, cast

import typer

from caseload_planner.application.cluster_runs import KEY_FILES, Cluster
from caseload_planner.application.run_scenario import ScenarioRun, outcome_document
from caseload_planner.application.scenario_files import read_scenario_file, write_template
from caseload_planner.application.sweep_scenarios import sweep_scenarios
from caseload_planner.cli.answers import JsonValue, answer_json, answer_line, answer_table
from caseload_planner.cli.failures import WrongUseError
from caseload_planner.cli.interruption import stopping_on_interrupt
from caseload_planner.cli.opened import opened
from caseload_planner.cli.options import AsJson, Database
from caseload_planner.cli.progress import progress_on_terminal
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.staffing.engine import ThrowChunks
from caseload_planner.staffing.scenario import MOST_REPLICATIONS, Scenario

_EVERY_WEEKS = 13

ScenarioFiles = Annotated[
    list[Path] | None,
    typer.Option("--scenario", metavar="FILE.toml", help="The scenario to run; several are a sweep."),
]
TemplateFile = Annotated[
    Path | None,
    typer.Option("--template", metavar="FILE.toml", help="Write a commented scenario with every key and default."),
]
Replications = Annotated[
    int | None,
    typer.Option("--replications", min=2, max=MOST_REPLICATIONS, help="How many futures, instead of the file's."),
]
Seeds = Annotated[
    list[int] | None,
    typer.Option("--seed", min=0, max=2**32 - 1, help="Of the dice, instead of the file's; several are a sweep."),
]
ClusterAddress = Annotated[
    str | None, typer.Option("--cluster", metavar="tls://HOST:8786", help="Work on this Dask cluster.")
]
ClusterKeys = Annotated[
    Path | None,
    typer.Option("--cluster-keys", metavar="FOLDER", help=f"With {', '.join(KEY_FILES)} for that cluster."),
]


def simulate(
    context: typer.Context,
    *,
    db: Database = None,
    scenario: ScenarioFiles = None,
    template: TemplateFile = None,
    replications: Replications = None,
    seed: Seeds = None,
    each_team: Annotated[bool, typer.Option("--each-team", help="A sweep: every team apart.")] = False,
    processes: Annotated[int, typer.Option("--processes", min=1, max=64, help="How many share the work.")] = 1,
    cluster: ClusterAddress = None,
    cluster_keys: ClusterKeys = None,
    as_json: AsJson = False,
) -> None:
    """Simulate a formatie scenario from the data as they are now."""
    if (not scenario) == (template is None):
        raise WrongUseError("name a scenario with --scenario, or a file to write with --template")
    if cluster is None and cluster_keys is not None:
        raise WrongUseError("--cluster-keys goes with --cluster")
    if template is not None:
        write_template(template)
        answer_line(f"wrote {template.name}: every key of a scenario with its default and what it means")
        return
    scenarios = [_changed(read_scenario_file(path), replications) for path in scenario or ()]
    where = None if cluster is None else Cluster(cluster, cluster_keys).throw
    sweep = len(scenarios) > 1 or len(seed or ()) > 1 or each_team
    asked = _Asked(scenarios, tuple(seed or ()), each_team, processes, where)
    runs = _run(context, db, asked)
    if as_json:
        documents = [cast("JsonValue", outcome_document(run.outcome)) for run in runs]
        answer_json({"runs": documents} if sweep else documents[0])
        return
    for run in runs:
        _answer(run)


@dataclass(frozen=True, slots=True)
class _Asked:
    scenarios: list[Scenario]
    seeds: tuple[int, ...]
    each_team: bool
    processes: int
    throw: ThrowChunks | None


def _changed(scenario: Scenario, replications: int | None) -> Scenario:
    return scenario if replications is None else replace(scenario, replications=replications)


def _run(context: typer.Context, db: Path | None, asked: _Asked) -> list[ScenarioRun]:
    stop = StopSignal()
    with (
        opened(context, db) as services,
        stopping_on_interrupt(stop),
        progress_on_terminal("simulating") as on_progress,
    ):
        return list(
            sweep_scenarios(
                services,
                asked.scenarios,
                seeds=asked.seeds,
                each_team=asked.each_team,
                processes=asked.processes,
                throw=asked.throw,
                stop=stop,
                on_progress=on_progress,
            )
        )


def _answer(run: ScenarioRun) -> None:
    document = cast("dict[str, Any]", outcome_document(run.outcome))
    series, lines = document["series"], document["lines"]
    header = ("week", "load per fte", "5-95 %", "funded", "above", "per deployable", "working", "measures", "fte", "D")
    rows = []
    last = len(document["weeks"]) - 1
    for week in sorted({*range(0, last + 1, _EVERY_WEEKS), last}):
        per_fte, deployable = series["load_per_fte"], series["load_per_deployable_fte"]
        rows.append((
            document["weeks"][week],
            _figure(per_fte["p50"][week]),
            f"{_figure(per_fte['p5'][week])}-{_figure(per_fte['p95'][week])}",
            _figure(lines["funded"][week]),
            f"{100 * per_fte['chance_above_line'][week]:.0f} %",
            _figure(deployable["p50"][week]),
            _figure(lines["working"][week]),
            f"{series['running_measures']['p50'][week]:.0f}",
            _figure(series["contract_fte"]["p50"][week]),
            _figure(series["team_d_fte"]["p50"][week]),
        ))  # fmt: skip
    where = f" for {', '.join(run.scenario.places)}" if run.scenario.places else ""
    title = f"{run.scenario.name}{where}: {run.outcome.replications} futures, seed {run.outcome.seed}"
    answer_table(title, header, rows, right=header[1:])
    holds = document["answers"]["funded"]["holds_from_with_chance"]["0.8"]
    if not any(series["contract_fte"]["mean"]):
        answer_line("there is nobody to carry cases")
    else:
        answer_line(f"funded norm held in 8 of 10 futures from {holds}" if holds else "funded norm not held in 8 of 10")
    if run.outcome.stopped:
        answer_line("stopped early: these are the futures thrown so far")


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
