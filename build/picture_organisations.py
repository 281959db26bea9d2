"""The organisations of the pictures: the demo on one Monday, in files of their own."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from caseload_planner.application.caseload_rows import caseload_overview
from caseload_planner.application.import_files import found_organisation
from caseload_planner.application.services import Services
from caseload_planner.bootstrap import FileDoors
from caseload_planner.demo.organisation import DEFAULT_SEED, demo_organisation
from caseload_planner.demo.places import DemoSize
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.organisation import Absence, Organisation, Worker

ON = date(2026, 11, 23)
"""The Monday of all pictures."""
ILL_FOR = timedelta(weeks=3)
STILL_THERE = 4
"""In a full week one in so many of those who have room is not ill."""
TIMES = 2
"""In a full week so many times as many cases come in."""


class PictureClock:
    """A clock that stands still, so that pictures do not change by themselves."""

    def now(self) -> datetime:
        """Give nine o'clock."""
        return datetime(ON.year, ON.month, ON.day, 9, tzinfo=UTC)

    def today(self) -> date:
        """Give the Monday."""
        return ON


def with_a_full_week(organisation: Organisation) -> Organisation:
    """Let more cases come in than there is room for, in the region with the least: many are ill there as well."""
    overview = caseload_overview(caseload_on(organisation, ON))
    region_of = {team.key: team.region for team in organisation.teams.values()}
    room: Counter[str] = Counter()
    for row in overview.workers:
        room[region_of[organisation.workers[row.worker].team]] += max(0, row.first_room)
    region = min(sorted(room), key=room.__getitem__)
    rows = sorted(overview.workers, key=lambda row: (-row.first_room, row.worker))
    here = [row for row in rows if region_of[organisation.workers[row.worker].team] == region]
    roomy = [row.worker for row in here if row.first_room > 0]
    waiting = [organisation.measures[key] for key in overview.unassigned]
    more = [one for one in waiting if region_of[one.team] == region] * (TIMES - 1)
    last = max(int(key[1:]) for key in organisation.measures)
    new = {
        f"M{number:06}": replace(one, key=f"M{number:06}", family=f"F9{number:06}", youth=f"Y9{number:06}")
        for number, one in enumerate(more, start=last + 1)
    }
    ill = {key: _ill(organisation.workers[key]) for number, key in enumerate(roomy) if number % STILL_THERE}
    return replace(organisation, workers={**organisation.workers, **ill}, measures={**organisation.measures, **new})


def _ill(worker: Worker) -> Worker:
    absence = Absence(ON - timedelta(days=4), ON + ILL_FOR, Decimal(1))
    return replace(worker, absences=(*worker.absences, absence))


@contextmanager
def demo_services(folder: Path, *, full_week: bool = False, size: DemoSize = DemoSize.NORMAL) -> Iterator[Services]:
    """Make the demo organisation as it stands on the Monday, in a file of its own."""
    place = folder / ("full" if full_week else "usual")
    place.mkdir()
    services = FileDoors().create_file(place / "demo.sqlite")
    organisation = demo_organisation(size, DEFAULT_SEED, ON, services.norms)
    if full_week:
        organisation = with_a_full_week(organisation)
    found_organisation(services.store, organisation)
    yield replace(services, clock=PictureClock(), demo=True)


@contextmanager
def organisations(size: DemoSize = DemoSize.NORMAL) -> Iterator[tuple[Services, Services]]:
    """Make the usual week and the one that does not fit, in files of their own."""
    with (
        tempfile.TemporaryDirectory() as folder,
        demo_services(Path(folder), size=size) as usual,
        demo_services(Path(folder), full_week=True, size=size) as full,
    ):
        yield usual, full
        usual.close()
        full.close()
