"""The small demo organisation in a week that does not fit: the ceiling is so low that two cases of Zuid are left."""

from dataclasses import replace
from pathlib import Path

from caseload_planner.application.import_files import found_organisation
from caseload_planner.bootstrap import FileDoors, default_norms
from caseload_planner.demo.organisation import DEFAULT_SEED, demo_organisation
from caseload_planner.demo.places import DemoSize
from caseload_planner.domain.organisation import Organisation
from tests.gui.window_doors import MONDAY

CEILING = 1300


def full_organisation() -> Organisation:
    """Give the organisation; two cases of Zuid fit nobody."""
    organisation = demo_organisation(DemoSize.SMALL, DEFAULT_SEED, MONDAY, default_norms())
    norms = tuple(replace(norm, ceiling=CEILING) for norm in organisation.norms.norms)
    return replace(organisation, norms=replace(organisation.norms, norms=norms))


def full_file(folder: Path) -> Path:
    """Make a file with it."""
    services = FileDoors().create_file(folder / "full.sqlite")
    found_organisation(services.store, full_organisation())
    services.close()
    return services.path
