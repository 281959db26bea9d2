"""The figures of a comparison as Markdown: no names of machines, cores and versions only."""

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import LevelValue
from tests.benchmarks.peers.attempt import PROVEN, Attempt

NEAR = 0.01
LAST_NEAR_LEVEL = "evenness"
PLANNER = "planner"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundResults:
    """What the methods came to on one round."""

    name: str
    asked: int
    candidates: int
    attempts: Mapping[str, Attempt]


def measured_on() -> str:
    """Say on what figures were measured."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{cores} cores, Python {platform.python_version()}, OR-Tools {version('ortools')}"


def heading(profile: Profile, limit_seconds: float) -> str:
    """Say what the figures are and on what they were measured."""
    order = ", ".join(level.name for level in profile.levels)
    return f"""# Ways to the same answer, side by side

{measured_on()}; profile `{profile.name}`, at most
{limit_seconds:g} s a method (random restarts at most 10 s). One method at a time, each in a process of its own with
OR-Tools imported before; the seconds hold writing the model down. Read them as ratios inside one run.

Every method gets the same round; values are worked out by the judge. SCIP and HiGHS (through MathOpt) get the same
rules through the same protocol, the same parts, the same greedy start, and the same cut and lines for functions of
loads as the planner: our formulation, solved by another. *Plain* is the statement as one would first write it for such
a solver: one model of the whole round, every line of a function of loads from the start, no cut and no start. Naive
CP-SAT has a Boolean for each pair of people, and products and maxima of loads.

- *first*: a first answer was told (the methods that begin with greedy have it at once and tell of it).
- *1 %*: all levels up to {LAST_NEAR_LEVEL} were within 1 % of their bounds (for methods that prove nothing: of the
  planner's), and the answer stayed so.
- *end*: proven in all levels, or the limit. *CPU*: seconds of processor time, which other work on the machine does not
  lengthen as much. A second large part is solved in a process beside the planner's, which begins when it is asked: its
  imports count in both, and its memory in *MB*.
- *MB*: the most memory, program and data included; greedy's shows what those take.
- Levels are in units of the model (over_norm and evenness 1/10,000 point, intake_spread 1/100 point), in the order
  {order};
  `value` where it is proven to within 0.5 % or nothing is proven by the method, else `value (bound)`.
"""


def round_table(results: RoundResults, profile: Profile) -> str:
    """Give the table of one round."""
    names = [level.name for level in profile.levels]
    lines = [
        f"## {results.name}: {results.asked} new, {results.candidates} candidates",
        "",
        "| method | status | first | 1 % | end | CPU | MB | " + " | ".join(names) + " |",
        "|---" * (7 + len(names)) + "|",
    ]
    planner = results.attempts.get(PLANNER)
    for method, attempt in results.attempts.items():
        near = near_seconds(attempt, planner, names)
        cells = [method, attempt.status, _seconds(attempt.first_seconds), _seconds(near), _seconds(attempt.seconds)]
        cells += [
            _seconds(attempt.cpu_seconds),
            "-" if attempt.cpu_seconds is None else f"{attempt.peak_memory_mb:.0f}",
        ]
        cells += [_level(level) for level in attempt.levels] or ["-"] * len(names)
        lines.append("| " + " | ".join(cells) + " |")
    lines += ["", *_ratios(results), *contradictions(results, profile)]
    return "\n".join(lines).rstrip() + "\n"


def near_seconds(attempt: Attempt, planner: Attempt | None, names: Sequence[str]) -> float | None:
    """Give when a method had an answer of which all levels up to evenness are within 1 % of the bounds."""
    if attempt.near_seconds is not None or not attempt.moments:
        return attempt.near_seconds
    counted = names.index(LAST_NEAR_LEVEL) + 1
    judged_by = attempt if attempt.status == PROVEN else planner
    if judged_by is None or any(level.bound is None for level in judged_by.levels[:counted]):
        return None

    def near(values: tuple[int, ...]) -> bool:
        pairs = zip(values, judged_by.levels[:counted], strict=False)
        return all(value <= (level.bound or 0) + NEAR * max(level.scale, value) for value, level in pairs)

    since = None
    for moment in attempt.moments:
        since = (moment.seconds if since is None else since) if near(moment.values) else None
    return since


def _ratios(results: RoundResults) -> list[str]:
    """Say how many times longer than the planner others took to their proof."""
    planner = results.attempts.get(PLANNER)
    if planner is None or planner.status != PROVEN:
        return []
    times = [
        f"{method} {'at least ' * (attempt.status != PROVEN)}{_times(attempt, planner)}"
        for method, attempt in results.attempts.items()
        if method not in {PLANNER, "greedy", "random restarts"} and attempt.seconds > 0
    ]
    return [f"Times the planner's seconds (and CPU) to the proof: {', '.join(times)}.", ""] if times else []


def _times(attempt: Attempt, planner: Attempt) -> str:
    wall = f"{attempt.seconds / planner.seconds:.1f}"
    if not attempt.cpu_seconds or not planner.cpu_seconds:
        return wall
    return f"{wall} ({attempt.cpu_seconds / planner.cpu_seconds:.1f})"


def contradictions(results: RoundResults, profile: Profile) -> list[str]:
    """Name every bound that another method's answer is below, among answers with the same earlier levels."""
    found = []
    for claimer, claim in results.attempts.items():
        for finder, answer in results.attempts.items():
            for level, said, got in zip(profile.levels, claim.levels, answer.levels, strict=False):
                if said.bound is not None and got.value < said.bound:
                    found.append(f"**{claimer} claims {said.bound} for {level.name}; {finder} has {got.value}.**")
                if said.value != got.value or level.tolerance:
                    break
    return [*found, ""] if found else []


def _seconds(seconds: float | None) -> str:
    return "-" if seconds is None else f"{seconds:.2f}"


def _level(level: LevelValue) -> str:
    return str(level.value) if level.bound is None or level.proven else f"{level.value} ({level.bound})"
