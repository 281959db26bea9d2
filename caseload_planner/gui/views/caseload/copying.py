"""Puts a table on the clipboard, for a spreadsheet and for a mail."""

import atexit
from functools import cache

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from caseload_planner.reports.seen_table import SeenTable, as_html, as_tab_text

OURS = "application/x-caseload-planner"
"""Format that only says who copied."""


def put_on_clipboard(table: SeenTable) -> None:
    """Copy a table as tab-separated text and as HTML."""
    content = QMimeData()
    content.setText(as_tab_text(table))
    content.setHtml(as_html(table))
    content.setData(OURS, b"")
    QGuiApplication.clipboard().setMimeData(content)
    _leave_text_at_the_end()


@cache
def _leave_text_at_the_end() -> None:
    """Leave the copy as plain text when the program ends.

    A QMimeData made in Python that the clipboard still holds after Python has ended takes the process down with it.
    """
    atexit.register(_leave_text)


def _leave_text() -> None:
    if QGuiApplication.instance() is not None:
        clipboard = QGuiApplication.clipboard()
        if clipboard.mimeData().hasFormat(OURS):
            clipboard.setText(clipboard.text())
