"""What opens the window, what does not, and what is said where there is no screen."""

import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from caseload_planner.cli.window import (
    X11_LIBRARIES,
    WindowRequest,
    has_screen,
    missing_libraries,
    show_window,
    window_request,
)
from tests.cli.conftest import Program


@dataclass
class RememberingWindow:
    """Stands in for the window."""

    asked: list[tuple[Path | None, bool]] = field(default_factory=list)

    def __call__(self, path: Path | None, *, demo: bool) -> int:
        self.asked.append((path, demo))
        return 0


@pytest.mark.parametrize(
    ("arguments", "request_"),
    [
        ([], WindowRequest()),
        (["window"], WindowRequest()),
        (["--demo"], WindowRequest(demo=True)),
        (["window", "--demo"], WindowRequest(demo=True)),
        (["--db", "a.sqlite"], WindowRequest(Path("a.sqlite"))),
        (["caseload"], None),
        (["--help"], None),
        (["--db"], None),
        (["--db", "--demo"], None),
        (["window", "extra"], None),
    ],
)
def test_that_only_plain_requests_open_the_window(arguments: list[str], request_: WindowRequest | None) -> None:
    assert window_request(arguments) == request_


def test_that_the_window_gets_the_file_that_was_named(bare: Program) -> None:
    window = RememberingWindow()
    wiring = replace(bare.wiring, open_window=window, environment={"QT_QPA_PLATFORM": "offscreen"})
    assert show_window(wiring, WindowRequest(Path("a.sqlite"))) == 0
    assert replace(bare, wiring=wiring)("window", "--demo").status == 0
    assert window.asked == [(Path("a.sqlite"), False), (None, True)]


def test_that_without_a_screen_it_is_said_instead_of_opened(bare: Program) -> None:
    window = RememberingWindow()
    answer = replace(bare, wiring=replace(bare.wiring, open_window=window, environment={}))("window")
    if has_screen({}):
        assert window.asked
    else:
        assert answer.status == 2
        assert "no screen" in answer.err
        assert window.asked == []


@pytest.mark.parametrize(
    ("environment", "platform", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_that_a_screen_is_known_by_its_variables(environment: dict[str, str], platform: str, *, shown: bool) -> None:
    assert has_screen(environment, platform) is shown


def test_that_libraries_are_asked_for_only_where_the_window_needs_them() -> None:
    assert missing_libraries({"QT_QPA_PLATFORM": "offscreen"}, "linux") == ()
    assert missing_libraries({"WAYLAND_DISPLAY": "wayland-0"}, "linux") == ()
    assert missing_libraries({"DISPLAY": ":0"}, "darwin") == ()
    assert set(missing_libraries({"DISPLAY": ":0"}, "linux")) <= set(X11_LIBRARIES)


def test_that_missing_libraries_are_named(bare: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(X11_LIBRARIES, "libnowhere1", "libnowhere.so.1")
    window = RememberingWindow()
    wiring = replace(bare.wiring, open_window=window, environment={"DISPLAY": ":0"})
    answer = replace(bare, wiring=wiring)("window")
    if sys.platform.startswith("linux"):
        assert answer.status == 2
        assert "apt-get install" in answer.err
        assert "libnowhere1" in answer.err
        assert window.asked == []
