"""What the frame asks of a page."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QWidget

from caseload_planner.gui.commands import Command


class Page(QWidget):
    """A page of the window; the frame builds it when it is first shown, and anew when language or theme change."""

    def focus_search(self) -> None:
        """Go to the page's search field (Ctrl+F)."""

    def on_shown(self) -> None:
        """Do what is to be done each time that the page comes to the front."""

    def begins_with(self) -> QWidget:
        """Give what takes the keys when the page comes to the front: the first widget that Tab would reach."""
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
            useful = by_tab and widget.isEnabled() and not isinstance(widget, QScrollArea)
            if useful and self.isAncestorOf(widget) and widget.isVisibleTo(self):
                return widget
            widget = widget.nextInFocusChain()
        return self

    def enter(self) -> None:
        """Take the keys, so that those of the page work at once, also while its rows are still on their way."""
        begins = self.begins_with()
        (begins if begins.isVisibleTo(self) else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the keys on where what the page begins with came meanwhile, behind a dialog say."""
        super().focusInEvent(event)
        begins = self.begins_with()
        if begins is not self and begins.isVisibleTo(self):
            self.enter()

    def commands(self) -> tuple[Command, ...]:
        """Give what can be done on this page, for Ctrl+K and the overview of keys; the page answers to the keys."""
        return ()

    def answer_to_keys(
        self, say: Callable[[str], None], context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut
    ) -> None:
        """Answer to the keys of the page's commands, also where a list or a field has the focus.

        Parameters
        ----------
        say
            Tells what is missing where a key cannot do anything.
        context
            Where the keyboard may be: on the page, or anywhere in the window while the page is in front.
        """
        for command in self.commands():
            for keys in command.keys:
                shortcut = QShortcut(QKeySequence(keys), self)
                shortcut.setContext(context)
                shortcut.setAutoRepeat(command.held)
                shortcut.activated.connect(partial(_do, command, say))

    def show_worker(self, worker: str, measure: str | None = None) -> None:
        """Show somebody, and one of her cases where it is named (from Ctrl+K)."""

    def show_case(self, measure: str) -> None:
        """Show a case that is to be distributed (from Ctrl+K)."""


def _do(command: Command, say: Callable[[str], None]) -> None:
    missing = command.missing()
    if missing:
        say(missing)
    else:
        command.run()
