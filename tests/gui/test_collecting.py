"""Cycles go on the window's thread, never on a lane."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caseload_planner.gui.collecting import Collecting


@pytest.fixture
def in_use(qapp: object) -> Iterator[Collecting]:
    """As the program has it: what survives is set aside."""
    made = Collecting()
    yield made
    made.end()


class Node:
    """Holds itself."""

    def __init__(self) -> None:
        self.me = self


def test_that_a_lane_collects_nothing_and_the_window_does(qtbot: QtBot, collecting: Collecting) -> None:
    gc.collect()
    gone_on: list[threading.Thread] = []
    node = Node()
    weakref.finalize(node, lambda: gone_on.append(threading.current_thread()))
    del node

    lane = threading.Thread(target=lambda: [Node() for _ in range(50_000)])
    lane.start()
    lane.join()
    assert gone_on == []

    collecting.collect()
    qtbot.waitUntil(lambda: gone_on != [])
    assert gone_on == [threading.main_thread()]


def test_that_python_collects_again_when_it_ends(collecting: Collecting) -> None:
    assert not gc.isenabled()
    other = Collecting()
    other.end()
    assert gc.isenabled()


def test_that_what_was_set_aside_is_looked_through_no_more(in_use: Collecting) -> None:
    kept = [Node() for _ in range(1_000)]
    in_use.set_aside()
    assert gc.get_freeze_count() >= len(kept)
    in_use.end()
    assert gc.get_freeze_count() == 0


def test_that_what_died_since_goes_while_the_user_is_elsewhere(in_use: Collecting) -> None:
    node = Node()
    gone: list[bool] = []
    weakref.finalize(node, lambda: gone.append(True))
    in_use.set_aside()
    del node
    gc.collect()
    assert not gone
    in_use.on_application_state(Qt.ApplicationState.ApplicationInactive)
    assert gone
    assert gc.get_freeze_count()
