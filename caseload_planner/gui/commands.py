"""What the window can do, in one list: it feeds the menu, the shortcuts, Ctrl+K and the overview of keys.

The frame makes its own commands (`views.frame_commands`); a page gives what it can do through `Page.commands`. A
command of the frame becomes a QAction with its keys; a page answers to its keys itself, as they only hold there.

API: `Command`, `CommandGroup`, `CommandBook`, `plain_name`, `keys_text`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from caseload_planner.gui.icons import icon
from caseload_planner.gui.theme import colours_for

MENU_ICON = 18


class CommandGroup(StrEnum):
    """Where a command stands in menus and in the overview of keys."""

    FILE = "file"
    GO = "go"
    VIEW = "view"
    PAGE = "page"
    HELP = "help"


def _nothing_missing() -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something that the window can do.

    Attributes
    ----------
    key
        Names it in code.
    name
        In the language of now; an ampersand stands before its mnemonic.
    run
        Does it.
    group, icon
        Where it stands, and a file of ``resources/icons``.
    keys
        Portable key sequences, ``Ctrl+K``; the first is the one that menus show.
    missing
        Says in words what is missing before it can be done; empty where nothing is.
    ticked
        Says whether it is on, for what can be on and off.
    held
        Whether it goes on while its keys are held.
    """

    key: str
    name: str
    run: Callable[[], object]
    group: CommandGroup
    icon: str = ""
    keys: tuple[str, ...] = ()
    missing: Callable[[], str] = _nothing_missing
    ticked: Callable[[], bool] | None = None
    held: bool = False

    @property
    def possible(self) -> bool:
        """Whether it can be done now."""
        return not self.missing()


def plain_name(command: Command) -> str:
    """Give the name without its mnemonic and without the dots of what opens a dialog."""
    return command.name.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def keys_text(keys: Iterable[str]) -> str:
    """Write key sequences as this computer's keyboard names them."""
    native = QKeySequence.SequenceFormat.NativeText
    return "  ·  ".join(QKeySequence(sequence).toString(native) for sequence in keys)


class CommandBook(QObject):
    """The commands of a window with their actions; made anew with the language.

    Parameters
    ----------
    commands
        In the order of the menu.
    window
        Whose keys they answer to.
    """

    def __init__(self, commands: Iterable[Command], window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.commands = tuple(commands)
        self.actions = {command.key: self._action(command) for command in self.commands}
        self.refresh()

    def _action(self, command: Command) -> QAction:
        action = QAction(command.name, self)
        if command.icon:
            action.setIcon(icon(command.icon, colours_for(self._window.palette()).muted, MENU_ICON))
        action.setShortcuts([QKeySequence(sequence) for sequence in command.keys])
        action.setAutoRepeat(command.held)
        action.setCheckable(command.ticked is not None)
        action.setObjectName(command.key)
        action.triggered.connect(self._on_triggered)
        self._window.addAction(action)
        return action

    def __getitem__(self, key: str) -> Command:
        """Give a command by its key."""
        return next(command for command in self.commands if command.key == key)

    def refresh(self) -> None:
        """Look again at what can be done and what is on."""
        for command in self.commands:
            action, missing = self.actions[command.key], command.missing()
            action.setEnabled(not missing)
            action.setToolTip(missing or plain_name(command))
            if command.ticked is not None:
                action.setChecked(command.ticked())

    def remove(self) -> None:
        """Take the actions and their keys off the window; another book comes in its place."""
        for action in self.actions.values():
            self._window.removeAction(action)
        self.deleteLater()

    def _on_triggered(self) -> None:
        sender = self.sender()
        if sender is not None:
            self[sender.objectName()].run()
            self.refresh()
