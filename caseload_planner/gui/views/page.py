"""What the frame asks of a page."""

from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """A page of the window; the frame builds it when it is first shown, and anew when language or theme change."""

    def focus_search(self) -> None:
        """Go to the page's search field (Ctrl+F)."""

    def on_shown(self) -> None:
        """Do what is to be done each time that the page comes to the front."""
