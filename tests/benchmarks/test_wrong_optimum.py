"""Tells when a release of OR-Tools no longer needs the setting that keeps it from wrong proofs.

The model is not ours to ship: name it with ``CASELOAD_PLANNER_WRONG_OPTIMUM=FILE make bench``.
"""

import os
from pathlib import Path

import pytest

from tests.benchmarks.wrong_optimum import claim_of

VARIABLE = "CASELOAD_PLANNER_WRONG_OPTIMUM"


@pytest.fixture
def model() -> Path:
    if VARIABLE not in os.environ:
        pytest.skip(f"{VARIABLE} names no model file")
    return Path(os.environ[VARIABLE])


def test_that_the_planners_setting_gives_the_right_minimum(model: Path) -> None:
    assert not claim_of(model, presolve_inclusion_work_limit=0).wrong


def test_that_the_default_is_still_wrong(model: Path) -> None:
    assert claim_of(model).wrong, "this release is right by itself: presolve_inclusion_work_limit is needed no more"


def test_that_a_file_that_is_no_model_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "no-model.pb"
    path.write_bytes(b"\xff\xff\xff")

    with pytest.raises(ValueError, match=r"no-model\.pb"):
        claim_of(path)
