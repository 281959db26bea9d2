"""The organisations of the pictures: the demo on one Monday, in files of their own."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from caseload_planner.application.import_files import found_organisation
from caseload_planner.application.services import Services
from caseload_planner.bootstrap import FileDoors
from caseload_planner.demo.organisation import DEFAULT_SEED, demo_organisation
from caseload_planner.demo.places import DemoSize

ON = date(2026, 11, 23)
"""The Monday of all pictures."""
LOW_CEILING = 1250


class PictureClock:
    """A clock that stands still, so that pictures do not change by themselves."""

    def now(self) -> datetime:
        """Give nine o'clock."""
        return datetime(ON.year, ON.month, ON.day, 9, tzinfo=UTC)

    def today(self) -> date:
        """Give the Monday."""
        return ON


@contextmanager
def demo_services(folder: Path, *, full_week: bool = False, size: DemoSize = DemoSize.NORMAL) -> Iterator[Services]:
    """Make the demo organisation as it stands on the Monday, in a file of its own."""
    place = folder / ("full" if full_week else "usual")
    place.mkdir()
    services = FileDoors().create_file(place / "demo.sqlite")
    organisation = demo_organisation(size, DEFAULT_SEED, ON, services.norms)
    if full_week:
        norms = tuple(replace(norm, ceiling=LOW_CEILING) for norm in organisation.norms.norms)
        organisation = replace(organisation, norms=replace(organisation.norms, norms=norms))
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
