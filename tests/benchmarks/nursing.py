"""Balanced Nursing Workload (CSPLib 069) on the planner's own machinery: real cases that nobody here wrote.

Patients with acuities lie in zones; each nurse works in one zone, has 1 to 3 patients and at most so much work, and the
sum of squares of the nurses' work is to be least. A zone is a team, a nurse a worker, a patient a measure as heavy as
its acuity; how many patients a nurse has is a rule of this benchmark only. How many nurses go to each zone is found
first, exactly: zones are solved for the staffings that their continuous bounds leave open.
"""

import heapq
import itertools
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.round import Placement
from caseload_planner.solving.levels_in_order import minimise_in_order
from caseload_planner.solving.open_choices import OpenChoices
from caseload_planner.solving.rule_model import CpRuleModel
from caseload_planner.solving.search import Limits
from caseload_planner.solving.statement import LevelToSolve, Statement

ZONE_SECONDS = 60.0
KNOWN_MINIMA = "OPTIMA.md"


@dataclass(frozen=True, slots=True)
class Ward:
    """A file of the benchmark: acuities by zone, and what binds every nurse."""

    nurses: int
    fewest: int
    most: int
    most_work: int
    zones: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class ZoneAnswer:
    """Least sum of squares found for a zone with so many nurses; infeasible where `value` is None."""

    value: int | None
    bound: int

    @property
    def proven(self) -> bool:
        """Whether nothing is left between value and bound."""
        return self.value is None or self.value == self.bound


@dataclass(frozen=True, slots=True)
class WardAnswer:
    """What a ward came to: the sum over zones, what is proven of it, and how many nurses each zone gets."""

    value: int
    bound: int
    staffing: tuple[int, ...]
    seconds: float
    zones_solved: int


def read_ward(text: str) -> Ward:
    """Read a file of the benchmark.

    Raises
    ------
    ValueError
        Its numbers do not add up to the zones that it announces.
    """
    header, numbers = text.split()[:5], map(int, text.split()[5:])
    if len(header) < 5:
        raise ValueError("the file ends before its first zone")
    zones, nurses, fewest, most, most_work = map(int, header)
    read: list[tuple[int, ...]] = []
    for zone in range(1, zones + 1):
        patients = next(numbers, 0)
        read.append(tuple(itertools.islice(numbers, patients)))
        if not patients or len(read[-1]) < patients:
            raise ValueError(f"zone {zone} announces {patients} patients and has {len(read[-1])}")
    return Ward(nurses, fewest, most, most_work, tuple(read))


def solve_ward(ward: Ward) -> WardAnswer:
    """Find the least sum of squares over all staffings.

    Staffings are tried from the least bound up, a zone's bound being ``sum squared / nurses`` rounded up until it is
    solved; the first whose zones are all solved is the best where these are proven, so most are never solved.
    """
    began = time.monotonic()
    solved: dict[tuple[int, int], ZoneAnswer] = {}

    def bound(staffing: Sequence[int]) -> int:
        answers = (solved.get(zone) for zone in enumerate(staffing))
        return sum(
            -(-(sum(ward.zones[zone]) ** 2) // nurses) if answer is None else answer.bound
            for (zone, nurses), answer in zip(enumerate(staffing), answers, strict=True)
        )

    waiting = [(bound(staffing), staffing) for staffing in _staffings(ward)]
    heapq.heapify(waiting)
    while waiting:
        _, staffing = heapq.heappop(waiting)
        answers = [solved.get(zone) for zone in enumerate(staffing)]
        if any(answer is not None and answer.value is None for answer in answers):
            continue
        if None not in answers:
            return _answer(staffing, [answer for answer in answers if answer is not None], began, len(solved))
        zone = answers.index(None)
        solved[zone, staffing[zone]] = solve_zone(ward, ward.zones[zone], staffing[zone])
        heapq.heappush(waiting, (bound(staffing), staffing))
    raise ValueError("no number of nurses in each zone works out")


def _answer(staffing: tuple[int, ...], zones: Sequence[ZoneAnswer], began: float, solved: int) -> WardAnswer:
    value, bound = sum(zone.value or 0 for zone in zones), sum(zone.bound for zone in zones)
    return WardAnswer(value, bound, staffing, time.monotonic() - began, solved)


def _staffings(ward: Ward) -> Iterator[tuple[int, ...]]:
    """Give every way to share the nurses out over the zones."""
    ranges = [range(-(-len(zone) // ward.most), len(zone) // ward.fewest + 1) for zone in ward.zones]
    return (staffing for staffing in itertools.product(*ranges) if sum(staffing) == ward.nurses)


def solve_zone(ward: Ward, acuities: Sequence[int], nurses: int) -> ZoneAnswer:
    """Minimise the sum of squares in a zone with so many nurses.

    Nurses are alike, so the patient at place n (heaviest first) may only go to the first n of them: every plan can be
    written so, by calling nurses after their heaviest patients.
    """
    patients = {f"P{place:02}": acuity for place, acuity in enumerate(sorted(acuities, reverse=True))}
    team = [f"N{place:02}" for place in range(nurses)]
    start = _start(ward, patients, team)
    if start is None:
        return ZoneAnswer(None, 0)
    choices = {patient: (tuple(team[: place + 1]), (), ()) for place, patient in enumerate(patients)}
    shares = {patient: (acuity, 0, 0) for patient, acuity in patients.items()}

    def write(open_choices: OpenChoices) -> CpRuleModel:
        model = CpRuleModel(open_choices, shares, dict.fromkeys(team, ward.most_work))
        for place, nurse in enumerate(team):
            count = sum(model.first(patient, nurse) for patient in list(patients)[place:])
            model.require_at_most(count, ward.most)
            model.require_at_most(ward.fewest - count, 0)
        return model

    squares = LevelToSolve(
        name="evenness",
        post=lambda model: sum(model.convex_of_added(nurse, _square) for nurse in team),
        value=lambda placements: sum_of_squares(patients, placements),
    )
    statement = Statement(write, OpenChoices(choices, placed=frozenset(patients)))
    limits = Limits(time.monotonic() + ZONE_SECONDS)
    best, outcomes = minimise_in_order(statement, [squares], start, limits, StopSignal(), lambda *_: None)
    return ZoneAnswer(sum_of_squares(patients, best), outcomes[0].bound)


def sum_of_squares(patients: Mapping[str, int], placements: Mapping[str, Placement]) -> int:
    """Work the value of a zone out again from its placements."""
    work: dict[str, int] = {}
    for placement in placements.values():
        work[placement.first] = work.get(placement.first, 0) + patients[placement.measure]
    return sum(_square(total) for total in work.values())


def _square(load: int) -> int:
    return load * load


def _start(ward: Ward, patients: Mapping[str, int], team: Sequence[str]) -> dict[str, Placement] | None:
    """Place patients, heaviest first, with who has least work among those with room; by backtracking, None if none can.

    The next nurse without a patient stands for all who have none, so names follow the order that the model asks.
    """
    order = list(patients)
    work, counts, chosen = dict.fromkeys(team, 0), dict.fromkeys(team, 0), dict[str, Placement]()

    def place(at: int) -> bool:
        if at == len(order):
            return all(count >= ward.fewest for count in counts.values())
        empty = [nurse for nurse in team if not counts[nurse]]
        if len(order) - at < sum(ward.fewest - min(count, ward.fewest) for count in counts.values()):
            return False
        patient = order[at]
        open_ = [n for n in team if counts[n] < ward.most and work[n] + patients[patient] <= ward.most_work]
        for nurse in sorted((n for n in open_ if counts[n] or n == empty[0]), key=lambda nurse: (work[nurse], nurse)):
            work[nurse] += patients[patient]
            counts[nurse] += 1
            chosen[patient] = Placement(patient, nurse)
            if place(at + 1):
                return True
            work[nurse] -= patients[patient]
            counts[nurse] -= 1
            del chosen[patient]
        return False

    return chosen if place(0) else None


def nursing_table(folder: Path) -> str:
    """Solve every ward of a folder and give the table, with the known minima where the folder has them."""
    known = _known_minima(folder / KNOWN_MINIMA)
    lines = [
        "## Balanced Nursing Workload (CSPLib 069)",
        "",
        "Sum of squared workloads; nurses shared out over zones by an exact count first, each zone solved as a team.",
        "",
        "| file | value | bound | known minimum | seconds | zones solved | nurses a zone |",
        "|---|---|---|---|---|---|---|",
    ]
    for path in sorted(folder.glob("*zones*.txt")):
        answer = solve_ward(read_ward(path.read_text(encoding="ascii")))
        minimum = known.get(path.name)
        remark = "-" if minimum is None else f"{minimum}{'' if minimum == answer.value else ' (differs)'}"
        staffing = " + ".join(map(str, answer.staffing))
        figures = f"{answer.value} | {answer.bound} | {remark} | {answer.seconds:.2f} | {answer.zones_solved}"
        lines.append(f"| {path.stem} | {figures} | {staffing} |")
    return "\n".join(lines) + "\n"


def _known_minima(path: Path) -> dict[str, int]:
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return {name: int(value) for name, value in re.findall(r"(\S+\.txt)\s+(\d+)", text)}
