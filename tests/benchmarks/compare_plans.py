"""Compares plans of a wind-down with "most room first", the way people do it by hand, and writes a Markdown table.

Run as ``python -m tests.benchmarks.compare_plans [--organisations DIR]``; see ``--help``. By hand less is handed over,
and who hands over less burdens fewer people: so a plan is made as well in which no more families find somebody.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from caseload_planner.domain.organisation import Organisation
from caseload_planner.winddown.building import build_wind_down
from caseload_planner.winddown.levels import LEVELS
from caseload_planner.winddown.plan import LevelValue, WindDownPlan
from caseload_planner.winddown.problem import WindDownProblem
from caseload_planner.winddown.request import WindDownRequest
from caseload_planner.winddown.solve import greedy_plan, solve_wind_down, warm_up
from tests.benchmarks.results_table import measured_on
from tests.benchmarks.rounds import ON, BenchmarkRound, benchmark_rounds

RESULTS = Path(__file__).with_name("PLANS.md")
ASKED = ("org-a", "org-roomy", "demo normal")
WEEKS = (26, 39)
SECONDS = 60.0
CLOSE = 0.02
HUNDREDTHS = 100
HEADING = """# Plans to nil beside "most room first"

{measured_on}; at most {seconds:g} s a plan, which it takes where not all is proven.
Both ways are worked out by the same judge.

- *most room first* is what people do by hand: the heaviest family first, to whoever has most room, as late as can be.
- *same families*: what finds nobody by hand may find nobody here either, as who hands over less burdens fewer people.
- *points x weeks*: what the plan brings above working norms, in points, added up over people and weeks; beside doing
  nothing, where a leaver's second contact is left alone with what the leaver carried.
- Levels are as in `caseload_planner/winddown/levels.py`; `value (bound)` where they are more than {close:.0f} % apart.
"""


def plan_rounds(organisations: Path | None) -> list[BenchmarkRound]:
    """Give the organisations whose team D is planned, those given only where their folder is named."""
    return [one for one in benchmark_rounds(organisations) if one.name in ASKED]


def request_of(weeks: int, seconds: float = SECONDS) -> WindDownRequest:
    """Ask for nil in so many weeks."""
    return WindDownRequest(on=ON, until=ON + timedelta(weeks=weeks), time_limit_seconds=seconds)


def found_by_hand(problem: WindDownProblem, by_hand: WindDownPlan) -> WindDownProblem:
    """Give the problem in which nobody may take what finds nobody by hand."""
    left = {measure.family for measure in by_hand.unplaced}
    families = (replace(one, firsts=()) if one.key in left else one for one in problem.families)
    return replace(problem, families=tuple(families))


def points_above_norm(plan: WindDownPlan) -> float:
    """Give what a plan brings above working norms, in points, added up over people and weeks."""
    return sum(extra for _, extra in plan.extra) / HUNDREDTHS


def plan_table(organisation: Organisation, name: str, weeks: int, seconds: float) -> str:
    """Make the plans of one organisation and period, and give their figures."""
    problem = build_wind_down(organisation, request_of(weeks, seconds))
    by_hand = greedy_plan(organisation, problem)
    same = found_by_hand(problem, by_hand)
    plans = {
        "planner": solve_wind_down(organisation, problem),
        "most room first": by_hand,
        "planner, same families": solve_wind_down(organisation, same),
    }
    shown = [level for level in LEVELS if any(_level(plan, level).value for plan in plans.values())]
    lines = [
        f"## {name}, {weeks} weeks: {len(problem.families)} families",
        "",
        "| plan | handed over | " + " | ".join(shown) + " | points x weeks | seconds |",
        "|---" * (len(shown) + 4) + "|",
        *(_row(way, plan, shown) for way, plan in plans.items()),
    ]
    return "\n".join(lines) + "\n"


def _row(way: str, plan: WindDownPlan, shown: Sequence[str]) -> str:
    proves = way.startswith("planner")
    figures = [_shown(_level(plan, level), proves=proves) for level in shown]
    seconds = f"{plan.seconds:.1f}" if proves else "-"
    cells = [way, str(len(plan.handovers)), *figures, f"{points_above_norm(plan):.1f}", seconds]
    return f"| {' | '.join(cells)} |"


def _level(plan: WindDownPlan, name: str) -> LevelValue:
    return plan.levels[LEVELS.index(name)]


def _shown(level: LevelValue, *, proves: bool) -> str:
    return f"{level.value} ({level.bound})" if proves and level.gap > CLOSE else str(level.value)


def _tables(options: argparse.Namespace) -> Iterator[str]:
    yield HEADING.format(measured_on=measured_on(), seconds=options.seconds, close=100 * CLOSE)
    for one in plan_rounds(options.organisations):
        organisation = one.build()
        for weeks in options.weeks:
            yield plan_table(organisation, one.name, weeks, options.seconds)


def main(arguments: Sequence[str] | None = None) -> None:
    """Compare what the arguments ask for, print each table when it is there and write all of them."""
    options = _parser().parse_args(arguments)
    warm_up()
    tables = []
    for table in _tables(options):
        sys.stdout.write(table + "\n")
        sys.stdout.flush()
        tables.append(table)
    options.write.write_text("\n".join(tables), encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="compare_plans", description='Compare plans to nil with "most room first".')
    parser.add_argument("--organisations", type=Path, help="folder with interchange folders org-a, org-roomy")
    parser.add_argument("--weeks", type=int, nargs="*", default=list(WEEKS), help="in how many weeks (default 26 39)")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="limit a plan (default 60)")
    parser.add_argument("--write", type=Path, default=RESULTS, help="file of the tables (default PLANS.md here)")
    return parser


if __name__ == "__main__":
    main()
