"""A short run of the trials; `make trials` does the long one and keeps its table."""

from pathlib import Path

from tests.benchmarks.trials import main


def test_that_a_short_run_finds_nothing_wrong_and_says_so(tmp_path: Path) -> None:
    target = tmp_path / "trials.md"

    assert main(["--tiny", "20", "--cancels", "12", "--first-seed", "7000", "--write", str(target)]) == 0

    text = target.read_text(encoding="utf-8")
    assert "**20 of 20**" in text
    assert "**0 refused**" in text
