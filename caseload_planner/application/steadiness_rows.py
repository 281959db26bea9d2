"""How firm a proposal is, as flat rows: who is as good a choice, and whether a disputed weight would change it."""

from collections.abc import Collection
from dataclasses import dataclass

from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import Proposal
from caseload_planner.distribution.robustness import Robustness, robustness
from caseload_planner.distribution.ties import ties
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.points import Hundredths
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.round import ContactPosition, Placement, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class TieRow:
    """Somebody who would be as good in a position, by key and name.

    `swapped_with` is the measure that `has_it` would get for it; None where nothing else changes.
    """

    measure: str
    position: ContactPosition
    has_it: str
    has_it_name: str
    as_good: str
    as_good_name: str
    swapped_with: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedRow:
    """A measure that would be placed in another way; None where nobody has a position."""

    measure: str
    first_before: str | None
    second_before: str | None
    first_after: str | None
    second_after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RobustnessRow:
    """What the proposal would be if one measure weighed a little less or more.

    Attributes
    ----------
    weight, other_weight
        Of the measure now and in that case, in hundredths.
    stands
        Whether the proposal would be the same; then `changed` is empty and `because` None.
    because
        The rule (``H8``) that the proposal would break, or the level (``over_norm``) at which another is better.
    proven
        Whether that is certain; a round that is too large to prove in seconds says what the search found.
    """

    measure: str
    weight: Hundredths
    other_weight: Hundredths
    stands: bool
    because: str | None
    proven: bool
    changed: tuple[ChangedRow, ...]


def tie_rows(plan: Plan, profile: Profile, measures: Collection[str] | None = None) -> tuple[TieRow, ...]:
    """Give the ties of a plan, or of some of its measures only."""
    workers = plan.round.caseload.organisation.workers
    return tuple(
        TieRow(
            measure=tie.measure,
            position=tie.position,
            has_it=tie.has_it,
            has_it_name=workers[tie.has_it].name,
            as_good=tie.as_good,
            as_good_name=workers[tie.as_good].name,
            swapped_with=tie.swapped_with,
        )
        for tie in ties(plan, profile, measures)
    )


def robustness_rows(
    organisation: Organisation,
    problem: DistributionProblem,
    profile: Profile,
    proposal: Proposal,
    measure: str,
    *,
    stop: StopSignal | None = None,
) -> tuple[RobustnessRow, ...]:
    """Try a measure 0.10 lighter and 0.10 heavier: two solves of five seconds at most.

    Not for the window's thread. The measure is an asked one, or one that somebody in the round holds already.
    """
    weight = problem.round.caseload.weights[measure].total
    found = robustness(organisation, problem, profile, proposal, measure, stop=stop)
    return tuple(_row(one, weight) for one in found)


def _row(one: Robustness, weight: Hundredths) -> RobustnessRow:
    return RobustnessRow(
        measure=one.measure,
        weight=weight,
        other_weight=weight + one.by,
        stands=one.stands,
        because=one.because,
        proven=one.proven,
        changed=tuple(_changed(move.measure, move.before, move.after) for move in one.moves),
    )


def _changed(measure: str, before: Placement | None, after: Placement | None) -> ChangedRow:
    return ChangedRow(
        measure=measure,
        first_before=None if before is None else before.first,
        second_before=None if before is None else before.second,
        first_after=None if after is None else after.first,
        second_after=None if after is None else after.second,
    )
