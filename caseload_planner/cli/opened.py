"""The database of a command: opened when it begins and closed when it ends, however that is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from caseload_planner.application.services import Services
from caseload_planner.cli.failures import say
from caseload_planner.cli.wiring import Wiring


def wiring_of(context: typer.Context) -> Wiring:
    """Give what the program handed to its commands."""
    wiring = context.find_object(Wiring)
    if wiring is None:
        raise RuntimeError("commands are run through `run`, which hands them what they work with")
    return wiring


@contextmanager
def opened(context: typer.Context, path: Path | None) -> Iterator[Services]:
    """Open the named database, or the user's own; `DatabaseUnusableError` where that cannot be."""
    wiring = wiring_of(context)
    services = wiring.doors.open_file(path or wiring.default_database)
    if services.backup_made is not None:
        say(f"{services.label} was brought to this version; as it was it is kept in {services.backup_made.name}")
    try:
        yield services
    finally:
        services.close()
