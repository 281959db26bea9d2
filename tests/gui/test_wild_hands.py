"""Random clicks, keys, drags and undos leave no exception and no broken invariant.

`tests/benchmarks/test_wild_hands.py` does the same with 20,000 moves.
"""

import pytest

from tests.gui.wild_hands import WildHands, broken_invariants

MOVES = 150


@pytest.mark.parametrize("seed", [1, 2])
def test_that_random_hands_break_nothing(qtbot, demo_window, seed, settings):
    hands = WildHands(demo_window, seed)
    hands.do(MOVES)
    qtbot.waitUntil(lambda: not demo_window.window_model.session.runner.busy, timeout=60_000)
    assert len(hands.moves) > MOVES // 2
    assert broken_invariants(demo_window) == [], hands.moves[-20:]
