"""What is copied, and that a program that copied ends well."""

import subprocess
import sys

from PySide6.QtGui import QGuiApplication

from caseload_planner.gui.views.caseload.copying import put_on_clipboard
from tests.reports.test_seen_table import TABLE

PROGRAM = """
from PySide6.QtWidgets import QApplication
from caseload_planner.gui.views.caseload.copying import put_on_clipboard
from tests.reports.test_seen_table import TABLE

application = QApplication([])
put_on_clipboard(TABLE)
"""


def test_that_a_table_is_copied_for_a_spreadsheet_and_for_a_mail(qapp):
    put_on_clipboard(TABLE)
    content = QGuiApplication.clipboard().mimeData()
    assert content.text().startswith("Naam\tZaken")
    assert content.html().startswith("<table>")


def test_that_a_program_that_copied_ends_well():
    assert subprocess.run([sys.executable, "-c", PROGRAM], check=False, capture_output=True).returncode == 0
