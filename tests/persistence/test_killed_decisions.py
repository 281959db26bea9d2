"""A program that is killed while it decides leaves all of the decision or nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

KILLS = 100
SEED = 20261123


def test_that_a_hundred_kills_in_decide_leave_all_or_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-W",
            "error",
            Path(__file__).with_name("killed_decisions.py"),
            tmp_path,
            str(SEED),
            str(KILLS),
        ],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    report = json.loads(done.stdout)
    assert report["broken"] == []
    assert report["kills"] == KILLS
    # Else the moments miss the work and the test shows nothing.
    assert report["killed_inside_a_decision"] > KILLS / 2
    assert report["acknowledged"] > KILLS / 10
    assert report["unclean"] > KILLS / 2
