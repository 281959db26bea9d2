"""When the last verified backup of a file was made, by the names that backups beside it have."""

import re
from datetime import date
from glob import escape
from pathlib import Path

_NAME = re.compile(r"\.schema-\d+\.(\d{4}-\d{2}-\d{2})(?:\.\d+)?$")


def last_backup_on(path: Path) -> date | None:
    """Give the day of the newest backup beside a file; None where there is none.

    A backup only gets its name (``planner.schema-1.2026-11-22.sqlite``) once it was read back and found sound.
    """
    days = []
    for found in path.parent.glob(f"{escape(path.stem)}.schema-*{escape(path.suffix)}"):
        name = _NAME.search(found.stem)
        if name is not None:
            days.append(_day(name.group(1)))
    return max((day for day in days if day is not None), default=None)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
