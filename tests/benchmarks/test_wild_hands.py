"""20,000 random clicks, keys, drags and undos: no exception, no broken invariant.

``CASELOAD_PLANNER_SEED`` and ``CASELOAD_PLANNER_MOVES`` choose others.
"""

import os
import traceback

import pytest

from tests.gui.conftest import *  # noqa: F403 (the window and its file)
from tests.gui.wild_hands import WildHands, broken_invariants

SEED = int(os.environ.get("CASELOAD_PLANNER_SEED", "20261122"))
MOVES = int(os.environ.get("CASELOAD_PLANNER_MOVES", "20000"))
AT_ONCE = 500
MOVES_TOLD = 60


def told(raised: list, hands: WildHands) -> str:
    """Tell what was raised first, and the moves up to it."""
    errors = ["".join(traceback.format_exception(*one)) for one in raised[:3]]
    return "\n".join([*errors, "after these moves:", *hands.moves[-MOVES_TOLD:]])


@pytest.mark.timeout(3600)
# Of the platform without a screen, and of a key that nobody had a use for.
@pytest.mark.qt_log_ignore("This plugin does not support", "Keyboard event not accepted by receiving widget")
def test_that_twenty_thousand_random_moves_break_nothing(qtbot, demo_window):
    done = 0
    while done < MOVES:
        hands = WildHands(demo_window, SEED + done)
        with qtbot.captureExceptions() as raised:
            hands.do(min(AT_ONCE, MOVES - done), until=lambda: bool(raised))
            qtbot.waitUntil(lambda: not demo_window.window_model.session.runner.busy, timeout=120_000)
        done += AT_ONCE
        assert not raised, told(raised, hands)
        assert broken_invariants(demo_window) == [], told([], hands)
        hands.deleteLater()
    print(f"{done} moves, seed {SEED}")  # noqa: T201 (for whoever runs it)
