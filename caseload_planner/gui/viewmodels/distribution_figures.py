"""The five figures by which a leader holds one distribution against another; each is better when it is lower."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from caseload_planner.rules.round import Placement, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A distribution in five figures.

    Attributes
    ----------
    waiting
        Cases that nobody has yet.
    over_norm
        People who get something and are above their working norm then.
    gap
        Percentage points between the fullest and the emptiest of those who get something in any of the plans compared.
    new_faces
        Cases of a known family that go to another first contact than the family knows.
    broken_duos
        Cases whose known second contact is neither first nor second.
    """

    waiting: int
    over_norm: int
    gap: int
    new_faces: int
    broken_duos: int


def figures_of(plans: Sequence[Plan]) -> tuple[Figures, ...]:
    """Work the figures out of plans of one round, so that they can be held against each other."""
    return tuple(
        Figures(
            waiting=len(plan.unplaced),
            over_norm=over_norm(plan),
            gap=gap,
            new_faces=sum(_is_new_face(plan, placement) for placement in plan.placements),
            broken_duos=sum(_breaks_duo(plan, placement) for placement in plan.placements),
        )
        for plan, gap in zip(plans, _gaps(plans), strict=True)
    )


def over_norm(plan: Plan) -> int:
    """Count the people who get something and are above their working norm then."""
    return sum(1 for worker in plan.added if plan.load_after(worker) > plan.round.capacity(worker).working)


def _is_new_face(plan: Plan, placement: Placement) -> bool:
    face = plan.round.known_firsts[plan.round.measure(placement.measure).family]
    return face not in {None, placement.first}


def _breaks_duo(plan: Plan, placement: Placement) -> bool:
    return plan.round.known_seconds[placement.measure] not in {None, placement.first, placement.second}


def _gaps(plans: Sequence[Plan]) -> list[int]:
    people = {worker for plan in plans for worker in plan.added}
    able = sorted(worker for worker in people if plans[0].round.capacity(worker).working > 0)
    gaps = []
    for plan in plans:
        shares = [Fraction(plan.load_after(worker), plan.round.capacity(worker).working) for worker in able]
        gaps.append(round(100 * (max(shares) - min(shares))) if shares else 0)
    return gaps
