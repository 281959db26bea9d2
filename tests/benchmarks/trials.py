"""Tries the solver many times over and writes what it saw: random cancels, and every answer of tiny rounds.

Run as ``python -m tests.benchmarks.trials [--organisations DIR] [--cancels N] [--tiny N]``; it ends with status 1 where
anything was wrong, and names the seed.
"""

import argparse
import os
import platform
import sys
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks.random_cancels import Cancel, counts_by_round, random_cancels
from tests.benchmarks.rounds import benchmark_rounds
from tests.benchmarks.tiny_answers import tiny_answers

TRIALS = Path(__file__).with_name("TRIALS.md")
ROUNDS = ("org-small", "org-a", "org-hard", "org-roomy", "demo small", "demo normal", "over-full week")
CANCELS, TINY = 200, 500


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the trials and write their table; give 1 where something was wrong."""
    options = _parser().parse_args(arguments)
    tiny, tiny_wrong = _try_tiny(options.first_seed, options.tiny)
    cancels, cancels_wrong = _try_cancels(options.first_seed, options.cancels, options.organisations)
    text = f"# Trials of the solver\n\n{_measured_on()}\n\n{tiny}\n{cancels}"
    options.write.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 1 if tiny_wrong or cancels_wrong else 0


def _measured_on() -> str:
    return f"{os.cpu_count()} cores, Python {platform.python_version()}, OR-Tools {version('ortools')}."


def _try_tiny(first: int, count: int) -> tuple[str, bool]:
    began = time.monotonic()
    answers = list(tiny_answers(range(first, first + count)))
    wrong = [str(answer.seed) for answer in answers if not answer.agrees]
    plans = [answer.plans for answer in answers]
    text = f"""## Every answer of tiny rounds

{count} random rounds (seeds {first} to {first + count - 1}) of up to 4 workers and 3 measures in which rules bind;
{sum(plans):,} sound plans in all, at most {max(plans):,} a round. The solver's value and its bound are those of the
best plan in every level, in their order, in **{count - len(wrong)} of {count}**{_wrong_seeds(wrong)}.
{time.monotonic() - began:.0f} s.
"""
    return text, bool(wrong)


def _try_cancels(first: int, count: int, organisations: Path | None) -> tuple[str, bool]:
    began = time.monotonic()
    rounds = [round_ for round_ in benchmark_rounds(organisations) if round_.name in ROUNDS]
    cancels = list(random_cancels(range(first, first + count), rounds))
    wrong = [str(seed) for seed, cancel in enumerate(cancels, start=first) if cancel.wrong]
    rows = [_row(name, some) for name, some in counts_by_round(cancels).items()]
    text = f"""## Random cancels

{count} searches (seeds {first} to {first + count - 1}, all profiles), cancelled by the clock or at a message.
Each answer went to the judge and was counted through: **{len(wrong)} refused**{_wrong_seeds(wrong)}.
{time.monotonic() - began:.0f} s.

| round | cancels | before the end | most s after the cancel | refused |
|---|---|---|---|---|
{chr(10).join(rows)}
"""
    return text, bool(wrong)


def _row(name: str, cancels: Sequence[Cancel]) -> str:
    seconds = [cancel.seconds_after for cancel in cancels if cancel.seconds_after is not None]
    most = f"{max(seconds):.2f}" if seconds else "-"
    return f"| {name} | {len(cancels)} | {len(seconds)} | {most} | {sum(bool(cancel.wrong) for cancel in cancels)} |"


def _wrong_seeds(wrong: Sequence[str]) -> str:
    return f" (wrong: seeds {', '.join(wrong)})" if wrong else ""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="trials", description="Try the solver many times over.")
    parser.add_argument("--organisations", type=Path, help="folder with interchange folders org-a, org-small ...")
    parser.add_argument("--cancels", type=_count, default=CANCELS, help=f"how many cancels (default {CANCELS})")
    parser.add_argument("--tiny", type=_count, default=TINY, help=f"how many tiny rounds (default {TINY})")
    parser.add_argument("--first-seed", type=int, default=0, help="of both; the others follow it")
    parser.add_argument("--write", type=Path, default=TRIALS, help="file of the table (default TRIALS.md here)")
    return parser


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a count; write 1 or more")
    return count


if __name__ == "__main__":
    sys.exit(main())
