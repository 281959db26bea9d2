"""``simulate``: what a formatie scenario comes to, and the file that a scenario begins as."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, cast

import typer

from caseload_planner.application.run_scenario import ScenarioRun, outcome_document, run_scenario
from caseload_planner.application.scenario_files import read_scenario_file, write_template
from caseload_planner.cli.answers import JsonValue, answer_json, answer_line, answer_table
from caseload_planner.cli.failures import WrongUseError
from caseload_planner.cli.interruption import stopping_on_interrupt
from caseload_planner.cli.opened import opened
from caseload_planner.cli.options import AsJson, Database
from caseload_planner.cli.progress import progress_on_terminal
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.staffing.scenario import MOST_REPLICATIONS, Scenario

_EVERY_WEEKS = 13


def simulate(
    context: typer.Context,
    *,
    db: Database = None,
    scenario: Annotated[
        Path | None, typer.Option("--scenario", metavar="FILE.toml", help="The scenario to run.")
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option("--template", metavar="FILE.toml", help="Write a commented scenario with every key and default."),
    ] = None,
    replications: Annotated[
        int | None,
        typer.Option("--replications", min=2, max=MOST_REPLICATIONS, help="How many futures, instead of the file's."),
    ] = None,
    seed: Annotated[
        int | None, typer.Option("--seed", min=0, max=2**32 - 1, help="Of the dice, instead of the file's.")
    ] = None,
    processes: Annotated[int, typer.Option("--processes", min=1, max=64, help="How many share the work.")] = 1,
    as_json: AsJson = False,
) -> None:
    """Simulate a formatie scenario from the data as they are now."""
    if (scenario is None) == (template is None):
        raise WrongUseError("name a scenario with --scenario, or a file to write with --template")
    if template is not None:
        write_template(template)
        answer_line(f"wrote {template.name}: every key of a scenario with its default and what it means")
        return
    if scenario is not None:
        _simulate(context, db, _changed(read_scenario_file(scenario), replications, seed), processes, as_json=as_json)


def _changed(scenario: Scenario, replications: int | None, seed: int | None) -> Scenario:
    if replications is not None:
        scenario = replace(scenario, replications=replications)
    return scenario if seed is None else replace(scenario, seed=seed)


def _simulate(context: typer.Context, db: Path | None, scenario: Scenario, processes: int, *, as_json: bool) -> None:
    stop = StopSignal()
    with (
        opened(context, db) as services,
        stopping_on_interrupt(stop),
        progress_on_terminal("simulating") as on_progress,
    ):
        run = run_scenario(services, scenario, processes=processes, stop=stop, on_progress=on_progress)
    if as_json:
        answer_json(cast("JsonValue", outcome_document(run.outcome)))
    else:
        _answer(run)


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
    title = f"{run.scenario.name}: {run.outcome.replications} futures, seed {run.outcome.seed}"
    answer_table(title, header, rows, right=header[1:])
    funded = document["answers"]["funded"]
    holds = funded["holds_from_with_chance"]["0.8"]
    answer_line(f"funded norm held in 8 of 10 futures from {holds}" if holds else "funded norm not held in 8 of 10")
    if run.outcome.stopped:
        answer_line("stopped early: these are the futures thrown so far")


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
