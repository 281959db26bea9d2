"""What the frame asks of a page."""

from PySide6.QtWidgets import QWidget

from caseload_planner.gui.commands import Command


class Page(QWidget):
    """A page of the window; the frame builds it when it is first shown, and anew when language or theme change."""

    def focus_search(self) -> None:
        """Go to the page's search field (Ctrl+F)."""

    def on_shown(self) -> None:
        """Do what is to be done each time that the page comes to the front."""

    def commands(self) -> tuple[Command, ...]:
        """Give what can be done on this page, for Ctrl+K and the overview of keys; the page answers to the keys."""
        return ()

    def show_worker(self, worker: str, measure: str | None = None) -> None:
        """Show somebody, and one of her cases where it is named (from Ctrl+K)."""

    def show_case(self, measure: str) -> None:
        """Show a case that is to be distributed (from Ctrl+K)."""
