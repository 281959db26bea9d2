"""``init``: a new database, empty or with the demo organisation."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from caseload_planner.application.services import Services
from caseload_planner.cli.answers import answer_line
from caseload_planner.cli.failures import WrongUseError
from caseload_planner.cli.opened import wiring_of
from caseload_planner.cli.options import Database, OptionalDate
from caseload_planner.demo.places import DemoSize

FIRST_DEMO, LAST_DEMO = 1960, 2180
"""Its people have been there for decades and its cases go on for years: all of it in years that files may speak of."""


def init(
    context: typer.Context,
    *,
    db: Database = None,
    plain: Annotated[bool, typer.Option("--plain", help="Without encryption, as every database so far.")] = False,
    demo: Annotated[bool, typer.Option("--demo", help="With the invented demo organisation in it.")] = False,
    seed: Annotated[int | None, typer.Option("--seed", help="Which demo organisation.")] = None,
    size: Annotated[DemoSize | None, typer.Option("--size", help="How large the demo organisation is.")] = None,
    on: OptionalDate = None,
) -> None:
    """Make a new database."""
    del plain
    if not demo and any(option is not None for option in (seed, size, on)):
        raise WrongUseError("--seed, --size and --on shape the demo organisation; add --demo")
    if on is not None and not FIRST_DEMO <= on.year <= LAST_DEMO:
        raise WrongUseError(f"the demo organisation can be made on a day from {FIRST_DEMO} up to {LAST_DEMO}")
    wiring = wiring_of(context)
    services = wiring.doors.create_file(db or wiring.default_database)
    try:
        if demo:
            _fill(services, size or DemoSize.NORMAL, seed, on or services.clock.today())
    except BaseException:
        # What was asked is a database with the demo in it; an empty one would only stand in the way.
        services.close()
        _take_away(services.path)
        raise
    services.close()
    answer_line(f"made {services.path.name}" + (" with the demo organisation" if demo else ""))


def _take_away(path: Path) -> None:
    """Remove a database that was made a moment ago; on a full disk its log may stand beside it."""
    for end in ("", "-shm", "-wal"):
        path.with_name(path.name + end).unlink(missing_ok=True)


def _fill(services: Services, size: DemoSize, seed: int | None, on: date) -> None:
    from caseload_planner.application.import_files import found_organisation
    from caseload_planner.demo.organisation import DEFAULT_SEED, demo_organisation

    organisation = demo_organisation(size, DEFAULT_SEED if seed is None else seed, on, services.norms)
    found_organisation(services.store, organisation)
    services.store.gather()
