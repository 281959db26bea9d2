"""Work that is begun and ended at any moment comes to rest, and leaves no window waiting.

`tests/benchmarks/test_window_cycles.py` does the same some hundreds of times.
"""

import random

import pytest

from caseload_planner.gui.app import end_lanes
from caseload_planner.gui.viewmodels import distribution_answers
from tests.gui.window_cycles import at_rest, live


@pytest.mark.parametrize("ends", ["at rest", "in the middle"])
@pytest.mark.parametrize("beside", [True, False], ids=["in a process beside", "on its lane"])
def test_that_work_cut_short_at_any_moment_comes_to_rest(demo_window, monkeypatch, beside, ends):
    monkeypatch.setattr(distribution_answers, "LARGE_FROM_PAIRS", 1 if beside else 10**9)
    seed = 2 * beside + (ends == "at rest")
    done = live(demo_window, random.Random(seed))
    assert ends == "in the middle" or at_rest(demo_window), done
    end_lanes(demo_window)
    runner = demo_window.window_model.session.runner
    assert runner.shut_down(wait_ms=0), done
    assert not demo_window.window_model.session.planning.running
