"""The program that ends halfway a meeting costs nothing: the draft is in the file up to the last step."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from caseload_planner.application.keep_open_draft import load_draft
from caseload_planner.bootstrap import FileDoors
from tests.gui.window_doors import MONDAY

PROJECT = Path(__file__).resolve().parents[3]
STEPS = 3


def test_that_a_kill_halfway_a_meeting_keeps_the_draft_up_to_the_last_step(demo_file, tmp_path):
    path = Path(shutil.copy(demo_file, tmp_path / "meeting.sqlite"))
    command = [sys.executable, "-m", "tests.gui.distribution.meeting_process", str(path), str(tmp_path)]
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(tmp_path / "data")}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=PROJECT, env=surroundings) as meeting:
        agreed: list[str] = []
        for _ in range(STEPS):
            meeting.stdin.write("agree\n")
            meeting.stdin.flush()
            agreed = json.loads(meeting.stdout.readline())
        meeting.kill()
    services = FileDoors().open_file(path)
    found = load_draft(services, MONDAY, ())
    services.close()
    assert len(agreed) == STEPS
    assert found.draft.pinned == set(agreed)
    assert len(found.draft.placements) > STEPS
    assert {key for key, said in found.draft.minutes.items() if said} <= set(agreed)
