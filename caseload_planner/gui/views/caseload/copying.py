"""Puts a table on the clipboard, for a spreadsheet and for a mail."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from caseload_planner.reports.seen_table import SeenTable, as_html, as_tab_text


def put_on_clipboard(table: SeenTable) -> None:
    """Copy a table as tab-separated text and as HTML."""
    content = QMimeData()
    content.setText(as_tab_text(table))
    content.setHtml(as_html(table))
    QGuiApplication.clipboard().setMimeData(content)
