"""``caseload``: load, capacity and room of every carrying worker on a date."""

from collections.abc import Collection

import typer

from caseload_planner.application.caseload_rows import CaseloadOverview, TeamRow, WorkerRow, caseload_overview
from caseload_planner.cli.answers import JsonValue, answer_json, answer_line, answer_table, number, points
from caseload_planner.cli.opened import opened
from caseload_planner.cli.options import AsJson, Database, OnDate, Teams
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.domain.points import Hundredths, to_points


def caseload(
    context: typer.Context,
    *,
    on: OnDate,
    db: Database = None,
    team: Teams = None,
    as_json: AsJson = False,
) -> None:
    """Show everybody's weighted caseload."""
    with opened(context, db) as services, services.store.read() as unit:
        organisation = unit.snapshot()
    teams = tuple(team or ())
    _refuse_unknown(teams, organisation.teams)
    overview = caseload_overview(caseload_on(organisation, on), teams)
    if as_json:
        answer_json(caseload_document(overview))
    else:
        _answer(overview)


def _refuse_unknown(teams: Collection[str], known: Collection[str]) -> None:
    for key in teams:
        if key not in known:
            raise UnknownKeyError(f"there is no team {key}; there are: {', '.join(known)}", kind="team", key=key)


def caseload_document(overview: CaseloadOverview) -> JsonValue:
    """Give the document of the contract."""
    norm = overview.norm
    return {
        "on": overview.on.isoformat(),
        "norm": {
            "valid_from": norm.valid_from.isoformat(),
            "funded": points(norm.funded),
            "working": points(norm.working),
            "ceiling": points(norm.ceiling),
        },
        "workers": [_worker_document(row) for row in overview.workers],
        "teams": [_team_document(row) for row in overview.teams],
        "unassigned": list(overview.unassigned),
    }


def _worker_document(row: WorkerRow) -> JsonValue:
    return {
        "worker": row.worker,
        "team": row.team,
        "contract_fte": number(row.contract_fte),
        "deployable_fte": number(row.deployable_fte),
        "measures": row.measures,
        "families": row.families,
        "load": points(row.load),
        "capacity": points(row.capacity),
        "ceiling": points(row.ceiling),
        "room": points(row.room),
        "first_room": points(row.first_room),
        "utilisation": number(row.utilisation),
        "sns_measures": row.sns_measures,
    }


def _team_document(row: TeamRow) -> JsonValue:
    return {
        "team": row.team,
        "contract_fte": number(row.contract_fte),
        "load": points(row.load),
        "funded_capacity": points(row.funded_capacity),
        "load_per_fte": number(row.load_per_fte),
    }


def _answer(overview: CaseloadOverview) -> None:
    norm = overview.norm
    figures = ("fte", "deployable", "measures", "families", "load", "capacity", "ceiling", "room", "%")
    rows = [
        (
            row.worker,
            row.name,
            row.team,
            f"{row.contract_fte:.2f}",
            f"{row.deployable_fte:.2f}",
            str(row.measures),
            str(row.families),
            *(_text(value) for value in (row.load, row.capacity, row.ceiling, row.room)),
            "-" if row.utilisation is None else f"{row.utilisation * 100:.0f}",
            ", ".join(mark.value.replace("_", " ") for mark in row.marks),
        )
        for row in overview.workers
    ]
    lines = " / ".join(_text(value) for value in (norm.funded, norm.working, norm.ceiling))
    title = f"Caseload on {overview.on}; norm of {norm.valid_from}: {lines} points per fte"
    answer_table(title, ("worker", "name", "team", *figures, "marks"), rows, right=figures)
    totals = ("fte", "load", "funded", "per fte")
    team_rows = [
        (
            row.team,
            row.name,
            f"{row.contract_fte:.2f}",
            _text(row.load),
            _text(row.funded_capacity),
            "-" if row.load_per_fte is None else str(row.load_per_fte),
        )
        for row in overview.teams
    ]
    answer_table("Teams", ("team", "name", *totals), team_rows, right=totals)
    answer_line(f"to be distributed: {', '.join(overview.unassigned) or 'nothing'}")


def _text(hundredths: Hundredths) -> str:
    return str(to_points(hundredths))
