"""What the solver is asked is the same in every process, whatever order Python's sets have there."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def digests(hash_seed: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tests.distribution.posted_model"],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_that_the_model_of_a_round_is_the_same_in_every_process() -> None:
    first = digests("1")
    assert len(first.split()) == 6
    assert first == digests("4")
