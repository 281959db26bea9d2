"""Brings an old database to this version in child processes that die at each statement, and looks what is left.

Run with a folder and the number of a schema; prints one JSON report. One child more lives on a disk that is full.
"""

import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine, event

from caseload_planner.domain.errors import DatabaseUnusableError
from caseload_planner.persistence.opening import open_store
from caseload_planner.persistence.schema import SCHEMA_VERSION
from tests.persistence.old_databases import old_rows_in, put_old_database, rows_of, schema_of

FULL_DISK_BYTES = 50_000
LIVED, WAS_FULL = 0, 7


def in_child(act: Callable[[], None]) -> int:
    """Run in a fork; gives its wait status."""
    child = os.fork()
    if child == 0:
        try:
            act()
        except DatabaseUnusableError as error:
            # A limit on the size of files is an error of the disk to the engine.
            os._exit(WAS_FULL if error.figures["why"] in {"full", "unreachable"} else 1)
        except BaseException:  # noqa: BLE001 - a fork must never come back
            os._exit(1)
        os._exit(LIVED)
    return os.waitpid(child, 0)[1]


def dying_at(path: Path, statement: int) -> Callable[[], None]:
    def act() -> None:
        seen = 0

        def strike(*_: object) -> None:
            nonlocal seen
            seen += 1
            if seen == statement:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(Engine, "before_cursor_execute", strike)
        event.listen(Engine, "commit", strike)
        open_store(path).close()

    return act


def on_full_disk(path: Path) -> Callable[[], None]:
    def act() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (FULL_DISK_BYTES, FULL_DISK_BYTES))
        open_store(path).close()

    return act


def wrong_after(path: Path, old: dict[str, list[tuple[object, ...]]], schema: int) -> list[str]:
    wrong = [] if schema_of(path) in {schema, SCHEMA_VERSION} else ["between two versions"]
    with open_store(path) as store:
        if not store.verify_audit().in_order:
            wrong.append("audit")
    if schema_of(path) != SCHEMA_VERSION or old_rows_in(path, old) != old:
        wrong.append("rows are lost")
    backups = [found for found in path.parent.iterdir() if ".schema-" in found.name]
    if not backups or any(rows_of(found) != old for found in backups):
        wrong.append("a backup is not whole")
    if [found.name for found in path.parent.iterdir() if found.name.endswith((".new", ".backup"))]:
        wrong.append("leftovers")
    return wrong


def run(folder: Path, schema: int) -> dict[str, object]:
    killed, broken = 0, []
    while True:
        place = folder / str(killed)
        place.mkdir()
        path = put_old_database(place, schema)
        old = rows_of(path)
        status = in_child(dying_at(path, killed + 1))
        if not os.WIFSIGNALED(status):
            break
        killed += 1
        broken += [f"statement {killed}: {what}" for what in wrong_after(path, old, schema)]
    place = folder / "full"
    place.mkdir()
    path = put_old_database(place, schema)
    before = path.read_bytes()
    full = os.waitstatus_to_exitcode(in_child(on_full_disk(path))) == WAS_FULL
    untouched = path.read_bytes() == before and [found.name for found in place.iterdir()] == [path.name]
    return {"killed": killed, "broken": broken, "lived": status == LIVED, "full": full, "untouched": untouched}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(Path(sys.argv[1]), int(sys.argv[2]))))
