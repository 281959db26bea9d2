"""Errors the program expects: each has a code and figures that a window or a command line can put into words."""

from collections.abc import Mapping
from typing import ClassVar


class PlannerError(Exception):
    """Something that can happen to a careful user.

    Parameters
    ----------
    message
        One plain English sentence, used where there is no translation (command line, log).
    **figures
        What the sentence is about: keys, dates, numbers. Never a name.
    """

    code: ClassVar[str] = "planner"

    def __init__(self, message: str, **figures: object) -> None:
        super().__init__(message)
        self.message = message
        self.figures: Mapping[str, object] = figures


class UnknownKeyError(PlannerError):
    """A team, worker, measure or proposal that does not exist was asked for."""

    code = "unknown_key"


class RuleRefusalError(PlannerError):
    """A rule that nobody may set aside here says no; ``figures["rule"]`` names it."""

    code = "rule_refusal"


class StaleProposalError(PlannerError):
    """The measures, candidates or norm of a proposal changed after it was made."""

    code = "stale_proposal"


class HandoverChangedError(PlannerError):
    """A planned handover cannot be confirmed as it was planned; figures name the measure and the receiver.

    ``figures["why"]`` has codes: ``closed``, ``giver_gone``, or rules that keep the receiver from it.
    """

    code = "handover_changed"


class OverrideReasonError(PlannerError):
    """A starred rule is broken and no reason was recorded for it."""

    code = "override_reason"


class AgreementMissingError(PlannerError):
    """A worker of another team is asked and nobody recorded who agreed; figures name the measure and worker."""

    code = "agreement_missing"


class WithdrawalRefusedError(PlannerError):
    """A decided round cannot be taken back; ``figures["why"]`` says which way.

    One of ``withdrawn`` (it was before), ``in_source`` (the source system has it by now), ``changed`` (something that
    it wrote was changed since), ``built_on`` (a later round decided about one of its measures).
    """

    code = "withdrawal_refused"


class EmptyTextError(PlannerError):
    """A text that must be there is empty; ``figures["what"]`` names it."""

    code = "empty_text"


class AlreadySettledError(PlannerError):
    """A dispute, plan or scenario is no longer in the state in which that can be done; figures name it."""

    code = "already_settled"


class NameTakenError(PlannerError):
    """Another thing of the same kind already has that name."""

    code = "name_taken"


class DatabaseUnusableError(PlannerError):
    """The database file cannot be used; ``figures["why"]`` says which way.

    One of ``missing``, ``newer``, ``foreign``, ``damaged``, ``locked``, ``readonly``, ``full``, ``exists``,
    ``unreachable`` (the disk does not answer), ``elsewhere`` (another window has it), ``closed`` (it was let go of),
    ``name`` (it is too long). Of what is put back or its place: ``changed`` and ``manifest`` (it is not, or cannot be
    shown to be, what it was), ``trail`` (its audit trail is broken), ``itself``, ``in_use``, ``log_left`` (of one that
    is gone).
    """

    code = "database_unusable"


class SourceUnreadableError(PlannerError):
    """A folder, workbook or file to import cannot be read at all."""

    code = "source_unreadable"


class TargetUnwritableError(PlannerError):
    """A file or folder to write cannot be written."""

    code = "target_unwritable"
