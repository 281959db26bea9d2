"""The scripts that set a fresh machine up decide rightly; what they start is tried on clean clones."""

import ctypes
import importlib.util
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "build"


def script(name: str) -> ModuleType:
    specification = importlib.util.spec_from_file_location(name, SCRIPTS / f"{name}.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture
def no_library_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> None:
        raise OSError(name)

    monkeypatch.setattr(ctypes, "CDLL", refuse)


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_that_a_display_is_known(environment: dict[str, str], platform: str, expected: bool) -> None:
    assert script("display").has_display(environment, platform) is expected


def test_that_missing_libraries_are_named_by_package(no_library_loads: None) -> None:
    libraries = script("system_libraries")
    offscreen = libraries.missing_libraries(with_window=False)
    assert offscreen["libEGL.so.1"] == "libegl1"
    assert "libxcb-cursor.so.0" not in offscreen
    assert libraries.missing_libraries(with_window=True)["libxcb-cursor.so.0"] == "libxcb-cursor0"


def test_that_who_is_not_root_is_told_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    libraries = script("system_libraries")
    monkeypatch.setattr(shutil, "which", lambda name: f"bin/{name}")
    monkeypatch.setattr(libraries.os, "geteuid", lambda: 1000)
    with pytest.raises(libraries.MissingLibrariesError, match=r"sudo apt-get install .* libegl1 libgl1"):
        libraries.install_libraries({"libGL.so.1": "libgl1", "libEGL.so.1": "libegl1"})


def test_that_another_system_is_told_the_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    libraries = script("system_libraries")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(libraries.MissingLibrariesError, match=r"libGL\.so\.1"):
        libraries.install_libraries({"libGL.so.1": "libgl1"})


@pytest.mark.parametrize(("version", "taken"), [("0.9.2", False), ("0.13.0", True), ("1.0.0", True)])
def test_that_a_recent_uv_on_the_path_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, taken: bool
) -> None:
    finder = script("uv_program")
    stand_in = tmp_path / "bin" / "uv"
    stand_in.parent.mkdir()
    stand_in.write_text(f"#!/bin/sh\necho 'uv {version}'\n", encoding="ascii")
    stand_in.chmod(0o755)
    own = tmp_path / ".tools" / f"uv-{finder.UV_VERSION}" / "bin" / "uv"
    own.parent.mkdir(parents=True)
    own.touch()
    monkeypatch.setenv("PATH", str(stand_in.parent))
    assert finder.find_or_fetch_uv(tmp_path) == (stand_in if taken else own)


def test_that_without_uv_and_pip_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finder = script("uv_program")
    failed = subprocess.CompletedProcess([], 1)
    monkeypatch.setattr(finder.shutil, "which", lambda _: None)
    monkeypatch.setattr(finder.subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(finder.UvMissingError, match="python3-pip"):
        finder.find_or_fetch_uv(tmp_path)
    assert list(tmp_path.iterdir()) == []
