"""One window for a file: the second start brings the first to the front."""

import os
import shutil
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QMessageBox

from caseload_planner.gui.app import close_down, make_window
from caseload_planner.gui.failures import FailureHook
from caseload_planner.gui.one_window import OneWindow, call_window_of, lock_path_of

DIES_WITH_A_LOCK = """
import os, sys
from PySide6.QtCore import QLockFile
lock = QLockFile(sys.argv[1])
assert lock.tryLock(0)
os._exit(1)
"""


@pytest.fixture
def file(demo_file, tmp_path):
    return shutil.copy(demo_file, tmp_path / "team.sqlite")


@pytest.fixture
def first(qapp):
    made = OneWindow()
    yield made
    made.end()


@pytest.fixture
def second(qapp):
    made = OneWindow()
    yield made
    made.end()


def test_that_a_file_belongs_to_the_first_window_until_it_lets_go(first, second, file):
    assert first.claim(file)
    assert first.claim(file)
    assert not second.claim(file)
    first.let_go(file)
    assert second.claim(file)


def test_that_a_link_to_a_file_is_the_same_file(first, second, file, tmp_path):
    link = tmp_path / "link.sqlite"
    link.symlink_to(file)
    assert first.claim(file)
    assert not second.claim(link)


def test_that_the_window_that_has_a_file_hears_a_call(qtbot, first, file):
    first.claim(file)
    with qtbot.waitSignal(first.called):
        assert call_window_of(file)


def test_that_nobody_hears_where_no_window_has_the_file(qapp, file):
    assert not call_window_of(file)


def test_that_the_lock_of_a_process_that_is_gone_is_taken_over(first, file):
    ended = subprocess.run([sys.executable, "-c", DIES_WITH_A_LOCK, str(lock_path_of(file))], check=False)
    assert ended.returncode == 1
    assert lock_path_of(file).exists()
    assert first.claim(file)


def test_that_nothing_stays_behind_beside_the_file(first, file):
    first.claim(file)
    first.end()
    assert not lock_path_of(file).exists()


def test_that_a_second_window_on_the_file_is_refused_in_words_and_the_first_comes_forward(
    qtbot, demo_window, doors, settings, look, tmp_path
):
    other = make_window(doors, settings, look, FailureHook())
    qtbot.addWidget(other)
    other.show()
    path = demo_window.window_model.session.file.path
    with qtbot.waitSignal(demo_window.window_model.raised):
        other.window_model.open_file(path)
    box = next(box for box in other.findChildren(QMessageBox) if box.isVisible())
    assert "ander venster" in box.text()
    assert other.window_model.session.file is None
    assert path in settings.recent_files
    close_down(other)


def test_that_a_second_start_ends_by_itself_and_brings_the_first_to_the_front(qtbot, demo_window):
    path = demo_window.window_model.session.file.path
    demo_window.showMinimized()
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    program = [sys.executable, "-m", "caseload_planner", "--db", str(path)]
    with qtbot.waitSignal(demo_window.window_model.raised, timeout=30_000):
        started = subprocess.Popen(program, env=environment)
    qtbot.waitUntil(lambda: started.poll() is not None, timeout=30_000)
    assert started.returncode == 0
    assert not demo_window.isMinimized()


def test_that_another_file_may_be_opened_in_a_second_window_once_the_first_went_on(qtbot, demo_window, file, second):
    path = demo_window.window_model.session.file.path
    assert not second.claim(path)
    with qtbot.waitSignal(demo_window.window_model.session.caseload_changed, timeout=20_000):
        demo_window.window_model.open_file(file)
    assert second.claim(path)
    assert not second.claim(file)
