"""20,000 random clicks, keys, drags and undos: no exception, no broken invariant.

``CASELOAD_PLANNER_SEED`` and ``CASELOAD_PLANNER_MOVES`` choose others.
"""

import os

import pytest

from tests.gui.conftest import *  # noqa: F403 (the window and its file)
from tests.gui.wild_hands import WildHands, broken_invariants

SEED = int(os.environ.get("CASELOAD_PLANNER_SEED", "20261122"))
MOVES = int(os.environ.get("CASELOAD_PLANNER_MOVES", "20000"))
AT_ONCE = 500


@pytest.mark.timeout(3600)
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_that_twenty_thousand_random_moves_break_nothing(qtbot, demo_window):
    done = 0
    while done < MOVES:
        hands = WildHands(demo_window, SEED + done)
        hands.do(min(AT_ONCE, MOVES - done))
        done += AT_ONCE
        qtbot.waitUntil(lambda: not demo_window.window_model.session.runner.busy, timeout=120_000)
        assert broken_invariants(demo_window) == [], (done, hands.moves[-40:])
        hands.deleteLater()
    print(f"{done} moves, seed {SEED}")  # noqa: T201 (for whoever runs it)
