"""Opens or creates a database in the current folder without the rights of an administrator, and prints the refusal.

An administrator keeps her user, so that she owns the files, but gives up every privilege: then the modes of the files
count for her as for anybody.
"""

import ctypes
import os
import sys
from pathlib import Path

from caseload_planner.domain.errors import DatabaseUnusableError
from caseload_planner.persistence.opening import create_store, open_store

CAPABILITIES_VERSION = 0x20080522
"""_LINUX_CAPABILITY_VERSION_3"""


def give_up_privileges() -> None:
    """Let the modes of files count from now on."""
    if os.getuid() == 0:
        header, none_at_all = (ctypes.c_uint32 * 2)(CAPABILITIES_VERSION, 0), (ctypes.c_uint32 * 6)()
        if ctypes.CDLL(None, use_errno=True).capset(header, none_at_all) != 0:
            raise OSError(ctypes.get_errno(), "the privileges could not be given up")


def main(action: str, name: str) -> None:
    give_up_privileges()
    try:
        {"open": open_store, "create": create_store}[action](Path(name)).close()
    except DatabaseUnusableError as refusal:
        sys.stdout.write(f"{refusal.figures['why']}: {refusal.message}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
