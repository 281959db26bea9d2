"""Steps of a draft that can be undone and redone, with their names."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from caseload_planner.gui.viewmodels.distribution_draft import Draft
from caseload_planner.gui.viewmodels.distribution_steps import StepName


class DraftStep(QUndoCommand):
    """From one draft to the next; both are frozen values.

    Parameters
    ----------
    name
        What the step was; the undo list says it in the language of now.
    show
        Takes the draft that holds from now on.

    Attributes
    ----------
    before, after
        The drafts that it leads from and to.
    """

    def __init__(self, name: StepName, before: Draft, after: Draft, show: Callable[[Draft], None]) -> None:
        super().__init__(name.text)
        self._name = name
        self.before, self.after, self._show = before, after, show

    def undo(self) -> None:
        """Go back."""
        self._show(self.before)

    def redo(self) -> None:
        """Go forward; also the first time."""
        self._show(self.after)

    def speak_anew(self) -> None:
        """Say the name in the language of now."""
        self.setText(self._name.text)
