"""Errors into words and exit statuses: one place, so that no command ever ends in a traceback."""

import errno
import logging
import os
import sys
from collections.abc import Callable
from enum import IntEnum
from logging.handlers import RotatingFileHandler

from caseload_planner.application.fault_places import kind_of, new_reference, places_of
from caseload_planner.cli.wiring import Wiring
from caseload_planner.domain.errors import DatabaseUnusableError, PlannerError

PROGRAM = "caseload-planner"
LOG_NAME = "caseload-planner.log"
LOG_BYTES = 1_000_000
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})
"""Where what takes our answer has no room for it, or is not there; files of our own say so in their own words."""
INTERRUPTED = 130
"""What a shell expects of a program that Ctrl-C ended."""

logger = logging.getLogger("caseload_planner")


class ExitStatus(IntEnum):
    """How a command ended; fixed, as scripts read it."""

    DONE = 0
    REFUSED = 1
    WRONG_USE = 2
    DATABASE_UNUSABLE = 3


class WrongUseError(Exception):
    """Options that do not go together, or that are not possible yet; its text is for the user."""


def say(text: str) -> None:
    """Tell the user something beside the answer: on standard error, where there is one."""
    # A program that Windows starts without a console has no streams at all.
    if sys.stderr is not None:
        sys.stderr.write(f"{text}\n")


def guarded(work: Callable[[], int], wiring: Wiring) -> int:
    """Do work and give its exit status; whatever goes wrong is told in words on standard error."""
    try:
        status = work()
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # Who read our answer has seen enough.
        _drop_answer()
        return ExitStatus.REFUSED
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last place where a bug can be told in words
        told = _sentence_and_status(error)
        if told is None:
            return _tell_bug(error, wiring)
        say(f"{PROGRAM}: {told[0]}")
        return told[1]
    return status


def _sentence_and_status(error: BaseException) -> tuple[str, int] | None:
    """Say what a user can do something about; None for a bug."""
    if isinstance(error, WrongUseError):
        return str(error), ExitStatus.WRONG_USE
    if isinstance(error, DatabaseUnusableError):
        return error.message, ExitStatus.DATABASE_UNUSABLE
    if isinstance(error, PlannerError) and error.code != "solver_disagrees":
        return error.message, ExitStatus.REFUSED
    if isinstance(error, KeyboardInterrupt):
        return "stopped; nothing was written that is not complete.", INTERRUPTED
    if isinstance(error, OSError) and error.filename is None and error.errno in NO_ROOM:
        _drop_answer()
        return f"the answer cannot be written ({error.strerror}); what it tells of was done.", ExitStatus.REFUSED
    return None


def _drop_answer() -> None:
    """Let go of the rest of the answer; else Python complains once more when it closes the stream."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell_bug(error: BaseException, wiring: Wiring) -> int:
    """Note a bug and give its reference; the message stays out of the log, as it can hold somebody's name."""
    reference = new_reference()
    log_to_file(wiring)
    logger.error("reference %s: %s at %s", reference, kind_of(error), places_of(error))
    say(f"{PROGRAM}: something went wrong in the program itself. Nothing was half written.")
    say(f"Tell us reference {reference}; it is noted in {wiring.log_folder / LOG_NAME}.")
    return ExitStatus.REFUSED


def log_to_file(wiring: Wiring) -> None:
    """Have bugs noted in the user's log folder; where that cannot be, nothing is said of it."""
    path = (wiring.log_folder / LOG_NAME).absolute()
    for known in [handler for handler in logger.handlers if isinstance(handler, RotatingFileHandler)]:
        if known.baseFilename == str(path):
            return
        logger.removeHandler(known)
        known.close()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)
    logger.propagate = False
