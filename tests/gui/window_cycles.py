"""Windows that come and go one after the other, with work begun, stopped, dropped and interrupted at random moments.

`live(window, chance)` uses a window for a moment; whatever it leaves under way, `end_lanes` has to end in time.
"""

import random
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QElapsedTimer

from caseload_planner.gui.views.distribution.page import DistributionPage
from caseload_planner.gui.views.main_window import MainWindow

LONGEST_MS = 60_000
"""Nothing of the small demo takes so long, however busy the computer is."""
STEPS = 4
MOMENT_MS = 400


def wait(most_ms: int, holds: Callable[[], bool] = lambda: False) -> bool:
    """Let the window work until something holds, or for so long; say whether it came to hold."""
    clock = QElapsedTimer()
    clock.start()
    while not holds():
        if clock.elapsed() >= most_ms:
            return holds()
        QCoreApplication.processEvents()
    return True


def at_rest(window: MainWindow) -> bool:
    """Wait until no work is under way."""
    return wait(LONGEST_MS, lambda: not window.window_model.session.runner.busy)


def live(window: MainWindow, chance: random.Random) -> list[str]:
    """Take some random steps, each cut short after a moment; give their names."""
    window.window_model.show_page("distribution")
    page = window.pages["distribution"]
    assert wait(LONGEST_MS, lambda: page.model.board is not None and not page.model.keeping.looking)
    done = []
    for _ in range(STEPS):
        name = chance.choice(tuple(_STEPS))
        done.append(name)
        _STEPS[name](window, page, chance)
        wait(chance.randrange(MOMENT_MS))
    return done


def _look(_window: MainWindow, page: DistributionPage, chance: random.Random) -> None:
    if page.model.board is not None:
        page.model.look_at_case(chance.choice(page.model.board.queue))


def _interrupt(window: MainWindow, _page: DistributionPage, _chance: random.Random) -> None:
    session = window.window_model.session
    session.explaining.interrupt()
    session.planning.interrupt()


def _plan(window: MainWindow, _page: DistributionPage, chance: random.Random) -> None:
    window.window_model.show_page("team_d")
    planning = window.pages["team_d"].model.planning
    planning.plan()
    wait(chance.randrange(3 * MOMENT_MS))
    planning.cancel()
    window.window_model.show_page("distribution")


_STEPS: dict[str, Callable[[MainWindow, DistributionPage, random.Random], object]] = {
    "propose": lambda _window, page, _chance: page.model.propose(),
    "cancel": lambda _window, page, _chance: page.model.search.cancel(),
    "drop": lambda _window, page, _chance: page.model.search.drop(),
    "look": _look,
    "interrupt": _interrupt,
    "plan": _plan,
    "present": lambda window, _page, _chance: window.window_model.toggle_presentation(),
    "meeting": lambda _window, page, _chance: page.toggle_meeting(),
}
