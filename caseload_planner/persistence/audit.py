"""The audit trail: rows that nothing may change or remove, each sealed together with the one before it."""

import getpass
import hashlib
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from caseload_planner import __version__
from caseload_planner.application.ports import AuditEntry
from caseload_planner.persistence.column_values import moment_text
from caseload_planner.persistence.tables import audit

BEFORE_THE_FIRST = "0" * 64
"""What stands for the hash of the row before the first."""

_SEALED = ("sequence", "at", "os_user", "app_version", "action", "subject", "reason", "figures", "previous_hash")


def user_of_this_process() -> str:
    """Give the name under which the operating system knows who runs the program."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return f"uid {os.getuid()}" if hasattr(os, "getuid") else "unknown"


def now_in_utc() -> datetime:
    """Give the time."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """Who and what signs audit rows: the clock, the user of the operating system, and the program's version."""

    now: Callable[[], datetime] = now_in_utc
    os_user: Callable[[], str] = user_of_this_process
    app_version: str = __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditVerdict:
    """What a walk along the trail found.

    Attributes
    ----------
    rows
        How many rows were in order.
    first_bad
        Sequence of the first row that is wrong; None where all is well.
    problem
        ``missing`` (a row is gone), ``unlinked`` (it does not follow from the one before) or ``altered``.
    head
        Hash of the last row in order, to be copied where a cut tail must show.
    """

    rows: int
    first_bad: int | None = None
    problem: str | None = None
    head: str = BEFORE_THE_FIRST

    @property
    def in_order(self) -> bool:
        """Whether nothing is wrong."""
        return self.first_bad is None


def seal(columns: Sequence[Any]) -> str:
    """Give the hash of a row's columns in order, that of the row before among them.

    The one place to change for a keyed seal (HMAC), once there are keys.
    """
    text = json.dumps(list(columns), ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def append_entry(connection: Connection, entry: AuditEntry, witness: Witness) -> None:
    """Append a row inside the running transaction."""
    last = connection.execute(select(audit.c.sequence, audit.c.hash).order_by(audit.c.sequence.desc()).limit(1)).first()
    sequence, previous_hash = (last.sequence, last.hash) if last else (0, BEFORE_THE_FIRST)
    row: dict[str, Any] = {
        "sequence": sequence + 1,
        "at": moment_text(witness.now()),
        "os_user": witness.os_user(),
        "app_version": witness.app_version,
        "action": entry.action,
        "subject": entry.subject,
        "reason": entry.reason,
        "figures": json.dumps(dict(entry.figures), sort_keys=True),
        "previous_hash": previous_hash,
    }
    row["hash"] = seal([row[name] for name in _SEALED])
    connection.execute(insert(audit), row)


def verify_trail(connection: Connection) -> AuditVerdict:
    """Walk along the trail and name the first row that is wrong.

    A tail that was cut off cannot be seen from the trail alone: compare `head` with a copy kept elsewhere.
    """
    head, rows = BEFORE_THE_FIRST, 0
    columns = [audit.c[name] for name in _SEALED]
    for *sealed, found in connection.execute(select(*columns, audit.c.hash).order_by(audit.c.sequence)):
        problem = _problem(sealed, found, expected=rows + 1, head=head)
        if problem is not None:
            first_bad = rows + 1 if problem == "missing" else sealed[0]
            return AuditVerdict(rows=rows, first_bad=first_bad, problem=problem, head=head)
        head, rows = found, rows + 1
    return AuditVerdict(rows=rows, head=head)


def _problem(sealed: Sequence[Any], found: str, *, expected: int, head: str) -> str | None:
    if sealed[0] != expected:
        return "missing"
    if seal(sealed) != found:
        return "altered"
    return None if sealed[-1] == head else "unlinked"
