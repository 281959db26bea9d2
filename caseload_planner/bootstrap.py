"""The one place that joins the ports of the use cases to what stands behind them.

Packages that take long to import (SQLAlchemy, holidays, pydantic) are imported by what needs them, so that the window
and the shorter commands start at once.
"""

import os
import secrets
import threading
import time
import tomllib
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from caseload_planner.application.file_copies import FoundCopy, KeptCopy, PutBack
from caseload_planner.application.file_verdict import FileVerdict
from caseload_planner.application.services import Services
from caseload_planner.cli.wiring import Wiring
from caseload_planner.domain.errors import DatabaseUnusableError
from caseload_planner.domain.norm import NormSet
from caseload_planner.domain.run_control import OnProgress, Progress
from caseload_planner.locations import default_database_path, resources_folder, user_data_folder, user_log_folder

if TYPE_CHECKING:
    from caseload_planner.application.export_files import OrganisationWriter
    from caseload_planner.application.import_source import ImportSource
    from caseload_planner.distribution.profile import Profile
    from caseload_planner.persistence.store import SqliteStore

DEMO_NAME = "demo.sqlite"
NORM_FILE = Path("norms", "landelijk-2026.toml")
PROFILES_FILE = Path("norms", "profiles.toml")
MAPPINGS = "mappings"
OWNER_ONLY_FOLDER = 0o700
MAKING_DEMO = "making_demo"

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter can be taken for a figure or another letter."""


class SystemClock:
    """The time of this computer."""

    def now(self) -> datetime:
        """Give the time in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Give the civil date here."""
        return datetime.now().astimezone().date()


class TimedKeys:
    """Makes ids that sort by the moment they were made: prefix, milliseconds, and chance against two computers."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def __call__(self, prefix: str) -> str:
        """Give a new id, later in order than every one this process made before."""
        with self._lock:
            self._last = max(self._last + 1, time.time_ns() // 1_000_000)
            moment = self._last
        return f"{prefix}-{_in_base_32(moment, 9)}-{_in_base_32(secrets.randbits(25), 5)}"


def _in_base_32(number: int, length: int) -> str:
    return "".join(_DIGITS[number >> 5 * place & 31] for place in reversed(range(length)))


class DutchFreeDays:
    """The public holidays of the Netherlands, looked up when the first day is asked."""

    def __contains__(self, day: object, /) -> bool:
        """Whether a date is a public holiday."""
        return isinstance(day, date) and day in _public_holidays(day.year)


@cache
def _public_holidays(year: int) -> frozenset[date]:
    import holidays

    return frozenset(holidays.country_holidays("NL", years=year, categories=(holidays.PUBLIC,)))


@cache
def default_norms() -> NormSet:
    """Read the norm that comes with the program."""
    from caseload_planner.exchange.norm_building import build_norms
    from caseload_planner.exchange.norm_reading import entries_of_toml

    path = resources_folder() / NORM_FILE
    entries = entries_of_toml(path.read_bytes(), path.name)
    norms, policy = build_norms(entries)
    if entries.problems or policy is None:
        raise ValueError(f"{path.name} does not hold a whole norm: install the program again")
    return NormSet(tuple(line.value for line in norms), policy)


@cache
def default_profiles() -> "dict[str, Profile]":
    """Read the profiles that come with the program."""
    from caseload_planner.distribution.profile import profiles_from

    text = (resources_folder() / PROFILES_FILE).read_text(encoding="utf-8")
    return profiles_from(tomllib.loads(text))


def services_for(path: Path) -> Services:
    """Open an existing file with everything around it; `DatabaseUnusableError` where that cannot be."""
    from caseload_planner.persistence.opening import open_store

    return _services(open_store(path, starting_norms=default_norms()))


def _services(store: "SqliteStore") -> Services:
    from caseload_planner.application.solving_process import SolvingProcess

    solving = SolvingProcess()

    def close() -> None:
        solving.end()
        store.close()

    return Services(
        store=store,
        clock=SystemClock(),
        make_key=_make_key,
        profiles=default_profiles(),
        norms=default_norms(),
        free_days=DutchFreeDays(),
        label=store.path.name,
        path=store.path,
        demo=store.path == demo_path().absolute(),
        close=close,
        backup_made=store.backup_made,
        beside=solving,
    )


_make_key = TimedKeys()


def demo_path() -> Path:
    """Give the place of the demo organisation that the window opens."""
    return user_data_folder() / DEMO_NAME


class FileDoors:
    """Opens files on this computer, and reads and writes interchange files."""

    def open_file(self, path: Path) -> Services:
        """Open an existing file."""
        return services_for(path)

    def create_file(self, path: Path) -> Services:
        """Make a new, empty file and its folder where that is the user's own; one that exists is refused."""
        from caseload_planner.persistence.opening import create_store

        _make_own_folder(path)
        return _services(create_store(path, starting_norms=default_norms()))

    def open_demo(self, on_progress: OnProgress) -> Services:
        """Open the demo organisation, made where it is not there yet or was not finished."""
        path = demo_path()
        on_progress(Progress("opening", 0, 2))
        services = self.open_file(path) if path.exists() else self.create_file(path)
        try:
            with services.store.read() as unit:
                empty = not unit.snapshot().workers
            if empty:
                on_progress(Progress(MAKING_DEMO, 1, 2))
                _found_demo(services)
        except BaseException:
            services.close()
            raise
        on_progress(Progress("done", 2, 2))
        return services

    def read_source(self, path: Path, mapping: Path | None = None) -> "ImportSource":
        """Read an interchange folder, workbook or CSV file, or by a mapping the export of another system."""
        if mapping is None:
            from caseload_planner.exchange.reading import read_source

            return read_source(path)
        from caseload_planner.exchange.mapped_reading import read_mapped
        from caseload_planner.exchange.mapping import read_mapping

        return read_mapped(path, read_mapping(_mapping_at(mapping)))

    def writer_for(self, target: Path) -> "OrganisationWriter":
        """Give what writes an organisation to `target`: a workbook where it ends in ``.xlsx``, else a folder."""
        from caseload_planner.exchange.writing import write_folder, write_workbook

        return write_workbook if target.suffix.lower() == ".xlsx" else write_folder

    def back_up(self, path: Path, target: Path | None = None) -> KeptCopy:
        """Copy a file as it is: beside it, or to a file or folder that is named; the copy is read back."""
        from caseload_planner.persistence.backup_on_request import back_up_on_request

        return back_up_on_request(path, target, now=datetime.now().astimezone())

    def restore(self, path: Path, backup: Path) -> PutBack:
        """Put a copy in the place of a file, which is kept beside it."""
        from caseload_planner.persistence.restoring import restore

        return restore(path, backup, today=SystemClock().today(), starting_norms=default_norms())

    def copies_of(self, path: Path) -> tuple[FoundCopy, ...]:
        """Give the copies of a file that stand beside it, the newest first."""
        from caseload_planner.persistence.found_copies import copies_beside

        return copies_beside(path)


def _mapping_at(named: Path) -> Path:
    """Give the place of a mapping: a file, or one that comes with the program by its name alone."""
    ours = resources_folder() / MAPPINGS / f"{named.name}.toml"
    return ours if named.parent == Path() and not named.is_file() and ours.exists() else named


def _make_own_folder(path: Path) -> None:
    """Make the folder of the program itself; another folder that is missing is a mistake that opening names."""
    folder = user_data_folder()
    if path.absolute().parent != folder.absolute():
        return
    try:
        folder.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseUnusableError(
            f"The folder {folder} cannot be made ({error.strerror}). Name another place with --db.",
            why="readonly",
            path=str(path),
        ) from error


def _found_demo(services: Services) -> None:
    from caseload_planner.application.import_files import found_organisation
    from caseload_planner.demo.organisation import DEFAULT_SEED, demo_organisation
    from caseload_planner.demo.places import DemoSize

    organisation = demo_organisation(DemoSize.NORMAL, DEFAULT_SEED, services.clock.today(), services.norms)
    found_organisation(services.store, organisation)


def verify_file(path: Path) -> FileVerdict:
    """Open a file, read all of it and walk along its audit trail."""
    from caseload_planner.persistence.looking_through import verdict_on
    from caseload_planner.persistence.opening import open_store

    with open_store(path, starting_norms=default_norms()) as store:
        return verdict_on(store)


def open_window(path: Path | None, *, demo: bool) -> int:
    """Show the window on a file, on the demo organisation, or on its welcome; give the exit status.

    Without a name the user's own file is opened where there is one. The window is there first; a file that cannot be
    used is told in it, beside the other doors.
    """
    from caseload_planner.gui.app import run_window

    doors = FileDoors()
    if path is None and default_database_path().exists():
        path = default_database_path()
    return run_window(doors, None, ["caseload-planner"], first=demo_path() if demo else path, demo=demo)


def wiring() -> Wiring:
    """Give what commands work with."""
    return Wiring(
        doors=FileDoors(),
        default_database=default_database_path(),
        log_folder=user_log_folder(),
        verify=verify_file,
        open_window=open_window,
        environment=os.environ,
    )
