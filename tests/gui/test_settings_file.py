"""What the window remembers of a user is for that user alone."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
from PySide6.QtCore import QCoreApplication, QSettings
from caseload_planner.gui.app import own_settings

QCoreApplication.setOrganizationName("caseload-planner")
QCoreApplication.setApplicationName("caseload-planner")
settings = own_settings()
settings.decided_by = "Anna de Vries"
QSettings().sync()
print(QSettings().fileName())
"""


@pytest.mark.parametrize("readable_before", [False, True])
def test_that_nobody_else_can_read_the_names_that_were_filled_in(tmp_path: Path, readable_before: bool) -> None:
    kept = tmp_path / "caseload-planner" / "caseload-planner.conf"
    if readable_before:
        kept.parent.mkdir()
        kept.write_text("[General]\npage=caseload\n")
        kept.chmod(0o644)
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])}
    for _ in range(2):  # written anew the second time
        told = subprocess.run(
            [sys.executable, "-c", SCRIPT], env=environment, umask=0o022, capture_output=True, text=True, check=True
        )
        assert told.stdout.strip() == str(kept)
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert "Anna" in kept.read_text()
