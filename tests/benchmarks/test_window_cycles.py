"""Hundreds of windows one after the other, cut short at random moments: none of them stands still.

``CASELOAD_PLANNER_SEED`` and ``CASELOAD_PLANNER_CYCLES`` choose others.
"""

import os
import random

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from caseload_planner.gui.app import close_down, make_window
from caseload_planner.gui.failures import FailureHook
from caseload_planner.gui.viewmodels import distribution_answers
from tests.gui.conftest import *  # noqa: F403 (the doors, the look and the settings)
from tests.gui.window_cycles import LONGEST_MS, at_rest, live, wait

SEED = int(os.environ.get("CASELOAD_PLANNER_SEED", "20261122"))
CYCLES = int(os.environ.get("CASELOAD_PLANNER_CYCLES", "200"))


@pytest.mark.timeout(7200)
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_that_no_window_of_hundreds_stands_still(doors, settings, look, monkeypatch):
    chance = random.Random(SEED)
    for number in range(CYCLES):
        monkeypatch.setattr(distribution_answers, "LARGE_FROM_PAIRS", chance.choice((1, 10_000)))
        window = make_window(doors, settings, look, FailureHook())
        window.show()
        window.window_model.open_demo()
        assert wait(LONGEST_MS, lambda shown=window: shown.window_model.session.organisation is not None), number
        done = live(window, chance)
        if chance.random() < 0.5:
            assert at_rest(window), (number, done)
        window.hide()
        close_down(window)
        assert window.window_model.session.runner.shut_down(wait_ms=0), (number, done)
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    print(f"{CYCLES} windows, seed {SEED}")  # noqa: T201 (for whoever runs it)
