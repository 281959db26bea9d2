"""The drafts of an open file, one for each date and choice of teams, each with its own undo history."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoGroup, QUndoStack

from caseload_planner.gui.viewmodels.distribution_draft import EMPTY, Draft
from caseload_planner.gui.viewmodels.distribution_steps import StepName
from caseload_planner.gui.viewmodels.distribution_undo import DraftStep

DraftKey = tuple[date, tuple[str, ...]]
"""Date, and keys of teams."""


class Drafts(QObject):
    """Keeps drafts while the window is open; looking at another date or team and back finds the draft again."""

    changed = Signal()
    """`current` is another draft."""
    history_changed = Signal()
    """What can be undone or redone is something else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.group = QUndoGroup(self)
        self.group.indexChanged.connect(self.history_changed)
        self.group.activeStackChanged.connect(self.history_changed)
        self._drafts: dict[DraftKey, Draft] = {}
        self._stacks: dict[DraftKey, QUndoStack] = {}
        self._key: DraftKey | None = None

    @property
    def key(self) -> DraftKey | None:
        """Which draft is looked at; None before the first."""
        return self._key

    @property
    def current(self) -> Draft:
        """The draft that is looked at."""
        return EMPTY if self._key is None else self.of(self._key)

    def of(self, key: DraftKey) -> Draft:
        """Give the draft of a date and teams as it was left; it is empty where there is none yet."""
        return self._drafts.get(key, EMPTY)

    def look_at(self, key: DraftKey, fitting: Callable[[Draft], Draft] = lambda draft: draft) -> None:
        """Go to the draft of a date and teams.

        Parameters
        ----------
        fitting
            Gives what still holds of a draft: the very same one where all of it does. Where a step would lead to a
            draft that does not hold, there is nothing to undo any more.
        """
        if key not in self._stacks:
            self._stacks[key] = QUndoStack(self.group)
        stack, holds = self._stacks[key], fitting(self.of(key))
        if any(fitting(draft) is not draft for draft in _drafts_of(stack)):
            stack.clear()
        self._drafts[key], self._key = holds, key
        self.group.setActiveStack(stack)
        self.changed.emit()

    def step(self, name: StepName, after: Draft) -> None:
        """Make a step that can be undone; nothing happens where nothing changes."""
        if self._key is None or after == self.current:
            return
        key = self._key

        def show(draft: Draft) -> None:
            self._drafts[key] = draft
            self.changed.emit()

        self._stacks[key].push(DraftStep(name, self.current, after, show))

    def speak_anew(self) -> None:
        """Name every step in the language of now."""
        for stack in self._stacks.values():
            for step in _steps_of(stack):
                step.speak_anew()
        self.history_changed.emit()

    def restart(self, draft: Draft) -> None:
        """Take a draft without a history: the cases that its steps speak of may be gone."""
        if self._key is not None:
            self._drafts[self._key] = draft
            self._stacks[self._key].clear()
            self.changed.emit()

    def forget(self) -> None:
        """Forget every draft: another file is open."""
        self._drafts.clear()
        for stack in self._stacks.values():
            self.group.removeStack(stack)
            stack.deleteLater()
        self._stacks.clear()
        self._key = None
        self.changed.emit()


def _steps_of(stack: QUndoStack) -> Iterator[DraftStep]:
    """Give the steps of a history, those that were taken back included."""
    for place in range(stack.count()):
        step = stack.command(place)
        if isinstance(step, DraftStep):
            yield step


def _drafts_of(stack: QUndoStack) -> Iterator[Draft]:
    for step in _steps_of(stack):
        yield step.before
        yield step.after
