"""``window``: as the program without a command, for who looks for it in the help."""

from typing import Annotated

import typer

from caseload_planner.cli.opened import wiring_of
from caseload_planner.cli.options import Database
from caseload_planner.cli.window import WindowRequest, show_window


def window(
    context: typer.Context,
    *,
    db: Database = None,
    demo: Annotated[bool, typer.Option("--demo", help="Open the demo organisation.")] = False,
) -> int:
    """Open the window."""
    return show_window(wiring_of(context), WindowRequest(db, demo))
