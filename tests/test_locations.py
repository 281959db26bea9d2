"""The locator finds resources in the source tree and in an installed package."""

from pathlib import Path

import pytest

from caseload_planner import locations


def test_that_the_source_tree_has_its_resources_beside_the_package() -> None:
    assert (locations.resources_folder() / "norms" / "landelijk-2026.toml").is_file()


def test_that_an_installed_package_has_its_resources_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = tmp_path / "caseload_planner"
    (installed / "_resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(locations, "_PACKAGE", installed)
    assert locations.resources_folder() == installed / "_resources"


def test_that_an_incomplete_installation_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locations, "_PACKAGE", tmp_path / "caseload_planner")
    with pytest.raises(FileNotFoundError, match="install the program again"):
        locations.resources_folder()


def test_that_the_default_database_is_in_the_users_own_folder() -> None:
    assert locations.default_database_path().parent == locations.user_data_folder()
