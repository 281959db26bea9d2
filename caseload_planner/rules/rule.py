"""What a hard rule and a level of the objective are."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from caseload_planner.rules.round import Breach, ContactPosition, Plan, Round
from caseload_planner.rules.rule_model import RuleModel, Term


@dataclass(frozen=True, slots=True)
class Implied:
    """What holds in every plan that keeps a level: nothing is lost by looking at such plans only.

    Attributes
    ----------
    placed
        Measures that are not left over.
    firsts
        The only possible first contacts, by measure.
    together
        Groups of placed measures that get one first contact.
    """

    placed: frozenset[str] = frozenset()
    firsts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    together: tuple[tuple[str, ...], ...] = ()


class HardRule(ABC):
    """A rule that no proposal breaks.

    Attributes
    ----------
    name
        Its id in the tables of the field: ``H1`` ... ``H14``.
    overridable
        Whether a team leader may set it aside with a recorded reason (starred in the tables).
    source
        Who decided it: a document the organisation works by, or ``assumption``.
    """

    name: ClassVar[str]
    overridable: ClassVar[bool] = False
    source: ClassVar[str]

    @abstractmethod
    def judge_round(self, plan: Plan) -> Iterator[Breach]:
        """Give every place where a whole plan breaks the rule."""

    @abstractmethod
    def post(self, round_: Round, model: RuleModel) -> None:
        """Add to a model what keeps it from breaking the rule."""


class PairRule(HardRule):
    """A rule that speaks of one person in one position on one measure.

    A model never has a choice that such a rule forbids, so there is nothing to post.
    """

    @abstractmethod
    def judge_pair(self, round_: Round, measure: str, worker: str, position: ContactPosition) -> Breach | None:
        """Give the breach if this person took this position on this measure, or None."""

    def judge_round(self, plan: Plan) -> Iterator[Breach]:
        """Judge each contact of the plan."""
        for placement in plan.placements:
            for position, worker in placement.contacts:
                breach = self.judge_pair(plan.round, placement.measure, worker, position)
                if breach is not None:
                    yield breach

    def post(self, round_: Round, model: RuleModel) -> None:
        """Add nothing: forbidden pairs are no choices of the model."""


class Level(ABC):
    """One level of the objective: something to have as little of as possible.

    Attributes
    ----------
    name
        Its name in proposals.
    scale
        How many units of the integer value make 1 as reported.
    """

    name: ClassVar[str]
    scale: ClassVar[int] = 1

    @abstractmethod
    def value(self, plan: Plan) -> int:
        """Work out the value of a plan from the definition."""

    @abstractmethod
    def post(self, round_: Round, model: RuleModel) -> Term:
        """Give the value as a term of the model, without what no plan can change; it is never below 0."""

    def fixed_part(self, round_: Round) -> int:  # noqa: ARG002 - most levels have none
        """Give the part of the value that no plan can change; `value` includes it and `post` does not."""
        return 0

    def least(
        self,
        round_: Round,  # noqa: ARG002 - most levels are bounded by what their choices cost
        firsts: Mapping[str, frozenset[str]],  # noqa: ARG002
        placed: frozenset[str],  # noqa: ARG002
    ) -> int:
        """Give a value that no plan is below, without the fixed part; parameters as of `implied`."""
        return 0

    def implied(
        self,
        round_: Round,  # noqa: ARG002 - most levels imply nothing that is not plain from their term
        firsts: Mapping[str, frozenset[str]],  # noqa: ARG002
        placed: frozenset[str],  # noqa: ARG002
        most: int,  # noqa: ARG002
    ) -> Implied:
        """Give what holds in every plan in which the level (without its fixed part) is at most `most`.

        Parameters
        ----------
        firsts
            Who may be first contact, by measure.
        placed
            Measures that are known to be placed.
        """
        return Implied()
