"""The rounds that ways of distributing are compared on: given organisations, the demo, and harder ones made of it."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import count
from pathlib import Path

from caseload_planner.application.import_files import import_files
from caseload_planner.bootstrap import FileDoors, default_norms
from caseload_planner.demo.organisation import DEFAULT_SEED, demo_organisation
from caseload_planner.demo.places import NORTH_CENTRE, DemoSize
from caseload_planner.distribution.problem import DistributionProblem, build_problem
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.measures import Measure
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.points import Hundredths

ON = date(2026, 11, 23)
MANY_NEW = 60
FULL_CEILING: Hundredths = 1500
GIVEN = ("org-small", "org-a", "org-hard", "org-roomy")


@dataclass(frozen=True, slots=True)
class BenchmarkRound:
    """A round by name; `build` makes its organisation."""

    name: str
    build: Callable[[], Organisation]

    def problem(self, seconds: float) -> DistributionProblem:
        """Make its problem with a time limit."""
        return build_problem(self.build(), ProposalRequest(on=ON, time_limit_seconds=seconds))


def benchmark_rounds(organisations: Path | None) -> list[BenchmarkRound]:
    """Give all rounds, those of given organisations only where their folder is named."""
    given = [] if organisations is None else [organisations / name for name in GIVEN]
    return [
        *(BenchmarkRound(path.name, partial(_imported, path)) for path in given if path.is_dir()),
        *(BenchmarkRound(f"demo {size.value}", partial(_demo, size)) for size in DemoSize),
        BenchmarkRound("over-full week", _over_full),
        BenchmarkRound("60 new cases", lambda: _with_copies(_demo(DemoSize.NORMAL), MANY_NEW)),
        BenchmarkRound("whole region anew", lambda: _region_anew(_demo(DemoSize.NORMAL), NORTH_CENTRE)),
    ]


def _imported(folder: Path) -> Organisation:
    """Import an interchange folder into a file that is thrown away, as the program would."""
    doors = FileDoors()
    with tempfile.TemporaryDirectory() as kept:
        services = doors.create_file(Path(kept) / "benchmark.sqlite")
        source = doors.read_source(folder)
        report = import_files(
            services.store, source, clock=services.clock, default_norms=services.norms, confirmed=True
        )
        if report.problems:
            raise ValueError(f"{folder.name} cannot be imported: {report.problems[0]}")
        with services.store.read() as unit:
            organisation = unit.snapshot()
        services.close()
    return organisation


def _demo(size: DemoSize) -> Organisation:
    return demo_organisation(size, DEFAULT_SEED, ON, default_norms())


def _with_copies(organisation: Organisation, wanted: int) -> Organisation:
    """Add copies of what is to be distributed, each of a new family, until there are `wanted`."""
    asked = caseload_on(organisation, ON).to_distribute
    copies = _copies([organisation.measures[key] for key in sorted(asked)])
    measures = dict(organisation.measures)
    for _ in range(wanted - len(asked)):
        copy = next(copies)
        measures[copy.key] = copy
    return replace(organisation, measures=dict(sorted(measures.items())))


def _copies(measures: list[Measure]) -> Iterator[Measure]:
    for number in count(2):
        for measure in measures:
            yield replace(
                measure,
                key=f"{measure.key}-{number}",
                family=f"{measure.family}-{number}",
                youth=f"{measure.youth}-{number}",
            )


def _over_full() -> Organisation:
    """Twice the intake of the demo, under a ceiling that most people have reached."""
    organisation = _demo(DemoSize.NORMAL)
    organisation = _with_copies(organisation, 2 * len(caseload_on(organisation, ON).to_distribute))
    norms = tuple(replace(norm, ceiling=FULL_CEILING) for norm in organisation.norms.norms)
    return replace(organisation, norms=replace(organisation.norms, norms=norms))


def _region_anew(organisation: Organisation, region: str) -> Organisation:
    """Take every running measure of a region away from its contacts: who would carry it if all began today?"""
    before = ON - timedelta(days=1)
    kept: list[Assignment] = []
    for assignment in organisation.assignments:
        if not assignment.holds_on(ON) or organisation.region_of_measure(assignment.measure) != region:
            kept.append(assignment)
        elif assignment.from_on <= before:
            kept.append(replace(assignment, until_on=before))
    return replace(organisation, assignments=tuple(kept))
