"""Names of the steps of a draft, kept as a code with its values so that undo speaks the language of now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from caseload_planner.gui.filling import with_values


class StepKind(StrEnum):
    """What a step does."""

    PLACE = "place"
    PLACE_SECOND = "place_second"
    TAKE_OFF = "take_off"
    TAKE_SECOND_OFF = "take_second_off"
    PIN = "pin"
    LET_GO = "let_go"
    EXCLUDE = "exclude"
    ALLOW = "allow"
    LET_ALL_GO = "let_all_go"
    PROPOSAL = "proposal"
    PROPOSAL_WITH_HELP = "proposal_with_help"
    REASONS = "reasons"
    TAKE_OVER = "take_over"
    TAKE_OVER_ONE = "take_over_one"
    PARK = "park"
    UNPARK = "unpark"
    MINUTES = "minutes"


_NAMES: Mapping[StepKind, object] = {
    StepKind.PLACE: QT_TRANSLATE_NOOP("Steps", "%1 to %2"),
    StepKind.PLACE_SECOND: QT_TRANSLATE_NOOP("Steps", "%1 to %2 as second"),
    StepKind.TAKE_OFF: QT_TRANSLATE_NOOP("Steps", "Take %1 off"),
    StepKind.TAKE_SECOND_OFF: QT_TRANSLATE_NOOP("Steps", "Take the second off %1"),
    StepKind.PIN: QT_TRANSLATE_NOOP("Steps", "Pin %1"),
    StepKind.LET_GO: QT_TRANSLATE_NOOP("Steps", "Let go of %1"),
    StepKind.EXCLUDE: QT_TRANSLATE_NOOP("Steps", "Exclude %2 for %1"),
    StepKind.ALLOW: QT_TRANSLATE_NOOP("Steps", "Allow %2 for %1"),
    StepKind.LET_ALL_GO: QT_TRANSLATE_NOOP("Steps", "Let go of everything"),
    StepKind.PROPOSAL: QT_TRANSLATE_NOOP("Steps", "Proposal"),
    StepKind.PROPOSAL_WITH_HELP: QT_TRANSLATE_NOOP("Steps", "Proposal with help of other regions"),
    StepKind.REASONS: QT_TRANSLATE_NOOP("Steps", "Reasons for what is set aside"),
    StepKind.TAKE_OVER: QT_TRANSLATE_NOOP("Steps", "Take over %1"),
    StepKind.TAKE_OVER_ONE: QT_TRANSLATE_NOOP("Steps", "%1 as in %2"),
    StepKind.PARK: QT_TRANSLATE_NOOP("Steps", "Park %1"),
    StepKind.UNPARK: QT_TRANSLATE_NOOP("Steps", "Take %1 up again"),
    StepKind.MINUTES: QT_TRANSLATE_NOOP("Steps", "Minutes of %1"),
}


@dataclass(frozen=True, slots=True)
class StepName:
    """A step with what it is about: a measure, and a column or a person.

    Attributes
    ----------
    values
        Words, or what gives them: somebody's name is another one while presentation hides names.
    """

    kind: StepKind
    values: tuple[str | Callable[[], str], ...] = ()

    @property
    def text(self) -> str:
        """The name in the language of now."""
        values = (value if isinstance(value, str) else value() for value in self.values)
        return with_values(QCoreApplication.translate("Steps", str(_NAMES[self.kind])), *values)
