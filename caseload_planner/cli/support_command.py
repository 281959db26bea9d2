"""``support``: what ondersteuners free, as relief beside the load."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from caseload_planner.application.scenario_files import read_scenario_file
from caseload_planner.application.support_effect import SupportAnswer, effect_of_support
from caseload_planner.cli.answers import JsonValue, answer_json, answer_line, answer_table
from caseload_planner.cli.opened import opened
from caseload_planner.cli.options import AsJson, Database, OptionalDate
from caseload_planner.staffing.scenario import Scenario
from caseload_planner.staffing.support import SupportEffect

MOST_FTE = 200.0
MOST_ASKED = 20
_A_YEAR_WEEKS = 52


@dataclass(frozen=True, slots=True)
class AskedFte:
    """The support fte that are asked about."""

    values: tuple[float, ...]


def read_fte(text: str) -> AskedFte:
    """Read ``0,2,4``."""
    try:
        values = tuple(float(part) for part in text.split(","))
    except ValueError as error:
        raise typer.BadParameter(f"{text} is not a list of fte; write 0,2,4") from error
    if len(values) > MOST_ASKED or not all(0 <= value <= MOST_FTE for value in values):
        raise typer.BadParameter(f"{text}: write at most {MOST_ASKED} numbers from 0 to {MOST_FTE:g}, such as 0,2,4")
    return AskedFte(values)


def support(
    context: typer.Context,
    *,
    fte: Annotated[
        AskedFte, typer.Option("--fte", metavar="0,2,4", parser=read_fte, help="Support fte in all, each one.")
    ],
    on: OptionalDate = None,
    db: Database = None,
    scenario: Annotated[
        Path | None,
        typer.Option("--scenario", metavar="FILE.toml", help="A scenario with other tasks, limits or costs."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Tell what support workers free: always relief, never a lower caseload."""
    assumed = Scenario() if scenario is None else read_scenario_file(scenario)
    with opened(context, db) as services:
        answer = effect_of_support(services, on, fte.values, assumed)
    if as_json:
        answer_json(support_document(answer))
    else:
        _answer(answer)


def support_document(answer: SupportAnswer) -> JsonValue:
    """Give the answer as plain values."""
    return {
        "on": answer.on.isoformat(),
        "working_norm": answer.working_norm,
        "load": round(answer.load, 4),
        "contract_fte": round(answer.contract_fte, 4),
        "now": _effect(answer.now),
        "rows": [_effect(effect) for effect in answer.asked],
        "saturation_fte": answer.saturation_fte,
        "curve": [{"fte": fte, "relief_points": _range(points)} for fte, points in answer.curve],
        "prices": [
            {
                "option": price.option.value,
                "points_per_fte": _range(price.points),
                "employed_share": round(price.employed_share, 4),
                "productive_share": round(price.productive_share, 4),
                "cost_per_year": price.cost_per_year,
                "cost_per_point": None if price.per_point is None else _range(price.per_point),
            }
            for price in answer.prices
        ],
        "assistants": {
            "now": answer.assistants,
            "registered": [
                {
                    "week": row.week,
                    "expected": round(row.registered, 4),
                    "low": round(row.interval[0], 4),
                    "high": round(row.interval[1], 4),
                    "carrying_fte": round(row.carrying_fte, 4),
                }
                for row in answer.stream
                if row.week % 13 == 0
            ],
        },
    }


def _effect(effect: SupportEffect) -> JsonValue:
    return {
        "fte": round(effect.fte, 4),
        "relief_fte": _range(effect.relief_fte),
        "relief_points": _range(effect.relief_points),
        "next_tenth_points": round(effect.next_tenth_points, 4),
        "teams": [
            {
                "team": row.team,
                "support_fte": round(row.support_fte, 4),
                "relief_fte": _range(row.relief_fte),
                "limit": row.limit.value,
            }
            for row in effect.teams
        ],
    }


def _range(values: tuple[float, float, float]) -> JsonValue:
    return dict(zip(("low", "likely", "high"), (round(value, 4) for value in values), strict=True))


def _answer(answer: SupportAnswer) -> None:
    header = ("support fte", "relief fte", "range", "relief points", "range", "next 0.1 fte")
    effects = [("now", answer.now), *((f"{effect.fte:g}", effect) for effect in answer.asked)]
    rows = []
    for name, effect in effects:
        low, likely, high = effect.relief_fte
        low_points, likely_points, high_points = effect.relief_points
        rows.append((
            f"{name} ({effect.fte:.2f})" if name == "now" else name,
            f"{likely:.2f}",
            f"{low:.2f}-{high:.2f}",
            f"{likely_points:.2f}",
            f"{low_points:.2f}-{high_points:.2f}",
            f"{effect.next_tenth_points:.2f}",
        ))  # fmt: skip
    title = f"Relief on {answer.on}; the load stays {answer.load:.2f} points over {answer.contract_fte:.2f} fte"
    answer_table(title, header, rows, right=header[1:])
    most = answer.saturation_fte
    if not answer.now.teams:
        answer_line("there are no teams to support")
        return
    answer_line("support frees nothing here" if most is None else f"nothing more is freed above {most:g} support fte")
    _answer_prices(answer)
    _answer_assistants(answer)


def _answer_assistants(answer: SupportAnswer) -> None:
    if not answer.assistants:
        return
    row = next(row for row in answer.stream if row.week == _A_YEAR_WEEKS)
    low, high = row.interval
    expected = f"{row.registered:.1f} of {answer.assistants} assistants ({low:.1f} to {high:.1f})"
    answer_line(f"registered within a year: {expected}")


def _answer_prices(answer: SupportAnswer) -> None:
    """Say what a point costs, where the costs were filled in."""
    if all(price.per_point is None for price in answer.prices):
        answer_line("fill in support_cost, caseworker_cost and secondee_cost in a scenario for the price of a point")
        return
    header = ("one fte more", "points", "range", "cost a year", "a point", "range")
    rows = []
    for price in answer.prices:
        low, likely, high = price.points
        figures = ("-", "-", "-")
        if price.per_point is not None and price.cost_per_year is not None:
            least, middle, most = (f"{cost:,.0f}" for cost in price.per_point)
            figures = (f"{price.cost_per_year:,.0f}", middle, f"{least}-{most}")
        rows.append((price.option.value, f"{likely:.2f}", f"{low:.2f}-{high:.2f}", *figures))
    answer_table("What a point costs over two years", header, rows, right=header[1:])
