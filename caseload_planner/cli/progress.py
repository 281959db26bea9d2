"""How far long work is, on a terminal only, on standard error."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from caseload_planner.domain.run_control import OnProgress, Progress, ignore_progress


@contextmanager
def progress_on_terminal(title: str) -> Iterator[OnProgress]:
    """Give what draws a bar where standard error is a terminal, and nothing elsewhere."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield ignore_progress
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True, markup=False, highlight=False)
    with Bar(
        TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=console, transient=True
    ) as bar:
        task = bar.add_task(title, total=None)

        def show(progress: Progress) -> None:
            figures = ", ".join(f"{name} {value:g}" for name, value in progress.figures.items())
            text = f"{title}: {progress.step.replace('_', ' ')}" + (f" ({figures})" if figures else "")
            bar.update(task, description=text, completed=progress.part, total=progress.of)

        yield show
