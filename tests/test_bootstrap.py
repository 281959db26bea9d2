"""What the program puts behind its ports."""

from datetime import date
from pathlib import Path

import pytest

from caseload_planner import bootstrap
from caseload_planner.application.services import Doors
from caseload_planner.bootstrap import DutchFreeDays, FileDoors, TimedKeys, default_norms, default_profiles
from caseload_planner.domain.calendar import working_days_between
from caseload_planner.domain.run_control import Progress


def test_that_ids_are_new_and_sort_by_when_they_were_made() -> None:
    make_key = TimedKeys()
    keys = [make_key("P") for _ in range(2000)]
    assert keys == sorted(set(keys))
    assert all(key.startswith("P-") and len(key) == 17 for key in keys)


def test_that_dutch_holidays_are_free_and_other_days_are_not() -> None:
    free = DutchFreeDays()
    assert date(2026, 12, 25) in free
    assert date(2026, 4, 27) in free
    assert date(2026, 11, 23) not in free
    assert "2026-12-25" not in free
    assert working_days_between(date(2026, 12, 24), date(2026, 12, 28), free) == 1


def test_that_the_norm_that_comes_with_the_program_is_whole() -> None:
    norm = default_norms().on(date(2026, 11, 23))
    assert (norm.funded, norm.working, norm.ceiling) == (1280, 1430, 1600)


def test_that_the_profiles_that_come_with_the_program_can_be_read() -> None:
    assert default_profiles()["balanced"].levels[0].name == "waiting"


def test_that_the_demo_is_made_once_and_opened_after_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "user_data_folder", lambda: tmp_path / "own")
    doors: Doors = FileDoors()
    steps: list[str] = []

    def note(progress: Progress) -> None:
        steps.append(progress.step)

    services = doors.open_demo(note)
    with services.store.read() as unit:
        made = unit.snapshot()
    assert services.demo
    assert len(made.workers) > 100
    services.close()
    again = doors.open_demo(note)
    with again.store.read() as unit:
        assert unit.snapshot().revision == made.revision
    again.close()
    assert steps == ["opening", "making_demo", "done", "opening", "done"]
