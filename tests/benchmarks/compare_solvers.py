"""Compares ways of distributing on the same rounds and writes a Markdown table.

Run as ``python -m tests.benchmarks.compare_solvers [--organisations DIR] [--nursing DIR]``; see ``--help``.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from caseload_planner.bootstrap import default_profiles
from tests.benchmarks.nursing import nursing_table
from tests.benchmarks.one_attempt import METHODS, MORE_METHODS, attempt_alone
from tests.benchmarks.results_table import RoundResults, heading, round_table
from tests.benchmarks.rounds import BenchmarkRound, benchmark_rounds

RESULTS = Path(__file__).with_name("RESULTS.md")
PROFILE = "balanced"


def compare(round_: BenchmarkRound, methods: Sequence[str], seconds: float) -> RoundResults:
    """Run methods on one round, one after the other."""
    problem = round_.problem(seconds)
    profile = default_profiles()[PROFILE]
    return RoundResults(
        name=round_.name,
        asked=len(problem.round.asked),
        candidates=len(problem.round.candidates),
        attempts={method: attempt_alone(method, problem, profile) for method in methods},
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Compare what the arguments ask for, print each table when it is there and write all of them."""
    options = _parser().parse_args(arguments)
    profile = default_profiles()[PROFILE]
    tables = [_said(heading(profile, options.seconds))]
    asked = [r for r in benchmark_rounds(options.organisations) if not options.rounds or r.name in options.rounds]
    # Not all at the end: a comparison takes long, and what is there is shown.
    tables += (_said(round_table(compare(round_, options.methods, options.seconds), profile)) for round_ in asked)
    if options.nursing is not None:
        tables.append(_said(nursing_table(options.nursing)))
    options.write.write_text("\n".join(tables), encoding="utf-8")


def _said(text: str) -> str:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
    return text


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="compare_solvers", description="Compare ways of distributing.")
    parser.add_argument("--organisations", type=Path, help="folder with interchange folders org-a, org-small ...")
    parser.add_argument("--nursing", type=Path, help="folder with Balanced Nursing Workload files (CSPLib 069)")
    parser.add_argument("--seconds", type=float, default=60.0, help="limit a method and round (default 60)")
    parser.add_argument("--rounds", nargs="*", help="only these rounds, by name")
    parser.add_argument(
        "--methods", nargs="*", default=list(METHODS), choices=(*METHODS, *MORE_METHODS), help="only these, by name"
    )
    parser.add_argument("--write", type=Path, default=RESULTS, help="file of the tables (default RESULTS.md here)")
    return parser


if __name__ == "__main__":
    main()
