"""The entry of the program: the window where nothing or only a file is named, else the command line.

Nothing of the program is imported above `main`, so that Ctrl+C while packages are being read ends in words as well.
"""

import io
import multiprocessing
import signal
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and give its exit status.

    Parameters
    ----------
    arguments
        Those of the process when left out.
    """
    multiprocessing.freeze_support()
    _never_fail_on_a_letter()
    given = sys.argv[1:] if arguments is None else arguments
    try:
        return _start(given)
    except KeyboardInterrupt:
        if sys.stderr is not None:
            sys.stderr.write("caseload-planner: stopped before anything was done.\n")
        return 128 + signal.SIGINT


def _start(given: Sequence[str]) -> int:
    from caseload_planner.bootstrap import wiring
    from caseload_planner.cli.failures import guarded
    from caseload_planner.cli.window import show_window, window_request

    wires = wiring()
    request = window_request(given)
    if request is not None:
        return guarded(lambda: show_window(wires, request), wires)
    # The window should not wait for the packages of the command line.
    from caseload_planner.cli.command_line import run

    return run(given, wires)


def _never_fail_on_a_letter() -> None:
    """Write a letter that a terminal of another encoding does not know as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    sys.exit(main())
