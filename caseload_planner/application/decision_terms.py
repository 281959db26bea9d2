"""What goes with a decision: who takes it, what she says with it, and what it confirms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from caseload_planner.application.meeting_records import RecordedOverride
from caseload_planner.application.plan_records import PlannedHandover


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionTerms:
    """The terms on which a round is decided.

    Attributes
    ----------
    decided_by
        Name of who decides.
    overrides
        Why starred rules are set aside.
    minutes
        What was said in the meeting, by measure of the round.
    agreements_needed
        Refuse contacts of other teams for whom no agreement was recorded. Where it is not asked (the command line),
        the besluitenlijst says of each of them that nothing was recorded.
    handovers
        Planned handovers that the round confirms as well, with the second contacts who join by their plan; a
        withdrawal lets them wait again.
    """

    decided_by: str
    overrides: Sequence[RecordedOverride] = ()
    remarks: str = ""
    minutes: Mapping[str, str] = field(default_factory=dict)
    agreements_needed: bool = False
    handovers: Sequence[PlannedHandover] = ()
