"""Puts a backup back in child processes that die at each thing they do to files, and looks what is left.

Run with an empty folder; prints one JSON report.
"""

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from caseload_planner.persistence.backup import back_up
from caseload_planner.persistence.opening import create_store, open_store
from caseload_planner.persistence.restoring import restore
from caseload_planner.persistence.schema import SCHEMA_VERSION
from tests.persistence.organisation_builders import changes_of, organisation

DAY = date(2026, 11, 23)
BEFORE, SINCE = 20, 60
TOUCHING = ("open", "os.link", "os.rename", "os.remove", "sqlite3.connect", "shutil.copyfile", "os.chmod")


def make(folder: Path) -> tuple[Path, Path]:
    """Make a database that was backed up with some measures and holds more since."""
    path = folder / "planner.sqlite"
    with create_store(path) as store:
        with store.write() as unit:
            unit.apply(changes_of(organisation(measures=BEFORE)))
            unit.commit()
        backup = back_up(path, schema_version=SCHEMA_VERSION, made_on=DAY)
        with store.write() as unit:
            unit.apply(changes_of(organisation(measures=SINCE)))
            unit.commit()
    return path, backup


def dying_at(path: Path, backup: Path, moment: int) -> Callable[[], None]:
    def act() -> None:
        seen = 0

        def strike(event: str, _: object) -> None:
            nonlocal seen
            if event in TOUCHING:
                seen += 1
                if seen == moment:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(strike)
        restore(path, backup, today=DAY)

    return act


def in_child(act: Callable[[], None]) -> bool:
    """Run in a fork; say whether it was killed."""
    child = os.fork()
    if child == 0:
        try:
            act()
        except BaseException:  # noqa: BLE001 - a fork must never come back
            os._exit(1)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    if not os.WIFSIGNALED(status) and os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError("a child failed instead of being killed")
    return os.WIFSIGNALED(status)


def measures_in(path: Path) -> int:
    with open_store(path) as store, store.read() as unit:
        if not store.verify_audit().in_order:
            return -1
        return len(unit.snapshot().measures)


def wrong_after(path: Path, backup: Path, was: bytes) -> list[str]:
    wrong = [] if backup.read_bytes() == was else ["the backup changed"]
    found = measures_in(path)
    if found not in {BEFORE, SINCE}:
        wrong.append(f"{found} measures")
    if found == BEFORE:
        (kept,) = path.parent.glob("*.before-restore.*.sqlite")
        if measures_in(kept) != SINCE:
            wrong.append("what was there is not kept")
    restore(path, backup, today=DAY)
    if measures_in(path) != BEFORE or list(path.parent.glob("*.restore*")):
        wrong.append("not put back the next time")
    return wrong


def run(folder: Path) -> dict[str, object]:
    killed, broken = 0, []
    template = folder / "template"
    template.mkdir()
    make(template)
    while True:
        place = folder / str(killed)
        shutil.copytree(template, place)
        path = place / "planner.sqlite"
        (backup,) = place.glob("*.schema-*.sqlite")
        was = backup.read_bytes()
        if not in_child(dying_at(path, backup, killed + 1)):
            break
        killed += 1
        broken += [f"moment {killed}: {what}" for what in wrong_after(path, backup, was)]
    return {"killed": killed, "broken": broken}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(Path(sys.argv[1]))))
