"""Steps of a scenario that can be taken back: what it was before each change, and drafts that were removed."""

from collections import defaultdict
from dataclasses import dataclass, field

from caseload_planner.staffing.scenario import Scenario

MOST_STEPS = 100


@dataclass(slots=True)
class _Steps:
    before: list[Scenario] = field(default_factory=list)
    after: list[Scenario] = field(default_factory=list)
    moving: str = ""


class ScenarioSteps:
    """Steps by the key of a scenario.

    Attributes
    ----------
    removed
        Drafts taken off the shelf, the newest last: each can be put back.
    """

    def __init__(self) -> None:
        self._by_key: dict[str, _Steps] = defaultdict(_Steps)
        self.removed: list[Scenario] = []
        self._removed_last = False

    def note_removed(self, scenario: Scenario) -> None:
        """Note that a draft was taken off the shelf."""
        self.removed.append(scenario)
        self._removed_last = True

    def put_back(self, key: str) -> Scenario | None:
        """Give the draft that the next undo puts back, where that goes before a step of scenario `key`."""
        if not self.removed or (self.may_undo(key) and not self._removed_last):
            return None
        self._removed_last = False
        return self.removed.pop()

    def note(self, key: str, before: Scenario, moving: str = "") -> None:
        """Note that a scenario is about to change; a slider that goes on moving is one step.

        Parameters
        ----------
        moving
            Which assumption; empty for a step that never goes on.
        """
        steps = self._by_key[key]
        steps.after.clear()
        self._removed_last = False
        if moving and moving == steps.moving:
            return
        steps.moving = moving
        steps.before.append(before)
        del steps.before[:-MOST_STEPS]

    def forget(self, key: str) -> None:
        """Forget the steps of a scenario that may no longer change."""
        self._by_key.pop(key, None)

    def rest(self, key: str) -> None:
        """Note that a slider came to rest: what is moved next is a step of its own."""
        self._by_key[key].moving = ""

    def may_undo(self, key: str) -> bool:
        """Say whether there is a step to take back."""
        return bool(self._by_key[key].before)

    def may_redo(self, key: str) -> bool:
        """Say whether there is a step to do again."""
        return bool(self._by_key[key].after)

    def undo(self, key: str, now: Scenario) -> Scenario | None:
        """Give what a scenario was before its last step; None where there is no step."""
        steps = self._by_key[key]
        if not steps.before:
            return None
        steps.moving = ""
        steps.after.append(now)
        return steps.before.pop()

    def redo(self, key: str, now: Scenario) -> Scenario | None:
        """Give what a scenario was after the step that was taken back; None where there is none."""
        steps = self._by_key[key]
        if not steps.after:
            return None
        steps.moving = ""
        steps.before.append(now)
        return steps.after.pop()
