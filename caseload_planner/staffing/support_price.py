"""What a point of relief or of capacity costs: support beside one more caseworker and one secondee.

Over two years, so that the empty weeks and the onboarding of a newcomer count. Cost is paid while somebody is employed;
capacity is there as far as she is onboarded and not long absent. All cost figures are the user's.
"""

from dataclasses import dataclass
from enum import StrEnum

from caseload_planner.domain.capacity import ONBOARDING_STEPS
from caseload_planner.domain.organisation import Onboarding
from caseload_planner.staffing.scenario import Scenario
from caseload_planner.staffing.support_assumptions import LIKELY

HORIZON_WEEKS = 104
EXAMPLE_COSTS = {"support_cost": 62_000.0, "caseworker_cost": 86_000.0, "secondee_cost": 135_000.0}
"""An example of the order of size, to try the page with; never used unless somebody takes it over."""


class Option(StrEnum):
    """Ways to get room."""

    SUPPORT = "support"
    CASEWORKER = "caseworker"
    SECONDEE = "secondee"


@dataclass(frozen=True, slots=True)
class Price:
    """What one fte more brings and costs, on average over two years.

    Attributes
    ----------
    points
        Points of relief (support) or capacity (others) per fte: low, likely, high.
    employed_share, productive_share
        Share of the two years that is paid, and that is worked as if fully onboarded.
    per_point
        Yearly cost of one point: at high, likely and low points; None where the cost is not filled in.
    """

    option: Option
    points: tuple[float, float, float]
    employed_share: float
    productive_share: float
    cost_per_year: float | None
    per_point: tuple[float, float, float] | None


def prices(scenario: Scenario, support_points_per_fte: tuple[float, float, float], working_norm: float) -> list[Price]:
    """Compare one fte of support, one more caseworker and one secondee.

    Parameters
    ----------
    support_points_per_fte
        Relief of the next support fte: low, likely, high.
    """
    support, turnover, absence = scenario.support, scenario.turnover, scenario.absence
    there = 1 - absence.share * absence.long_part
    starter = productive_share(Onboarding.STARTER, turnover.vacancy_weeks)
    experienced = productive_share(Onboarding.EXPERIENCED, turnover.vacancy_weeks)
    newcomer = turnover.starter_share * starter + (1 - turnover.starter_share) * experienced
    secondee = productive_share(Onboarding.EXPERIENCED, support.secondee_wait_weeks)
    learnt = _learnt_share(scenario)
    first = (
        support_points_per_fte[0] * learnt,
        support_points_per_fte[1] * learnt,
        support_points_per_fte[2] * learnt,
    )
    return [
        _price(Option.SUPPORT, first, 1.0, learnt, support.support_cost),
        _price(
            Option.CASEWORKER,
            _same(working_norm * newcomer * there),
            _employed(turnover.vacancy_weeks),
            newcomer,
            support.caseworker_cost,
        ),
        _price(
            Option.SECONDEE,
            _same(working_norm * secondee * there),
            _employed(support.secondee_wait_weeks),
            secondee,
            support.secondee_cost,
        ),
    ]


def productive_share(onboarding: Onboarding, wait_weeks: float, horizon_weeks: int = HORIZON_WEEKS) -> float:
    """Give the share of the horizon worked in full, by somebody who comes after some weeks and is onboarded."""
    done, since = 0.0, 0.0
    left = max(0.0, horizon_weeks - wait_weeks)
    for until, share in ONBOARDING_STEPS[onboarding]:
        done += float(share) * (min(until, left) - min(since, left))
        since = until
    return (done + max(0.0, left - since)) / horizon_weeks


def _employed(wait_weeks: float) -> float:
    return max(0.0, HORIZON_WEEKS - wait_weeks) / HORIZON_WEEKS


def _learnt_share(scenario: Scenario) -> float:
    """Give the mean share of what will be handed over that is so during the two years, by movable hours."""
    whole, learnt = 0.0, 0.0
    for task in scenario.support.tasks:
        hours = task.per_measure_month[LIKELY] * task.minutes[LIKELY] * task.movable[LIKELY] * task.adopted[LIKELY]
        whole += hours
        learnt += hours * max(0.0, 1 - task.learning_weeks / 2 / HORIZON_WEEKS)
    return learnt / whole if whole else 1.0


def _same(points: float) -> tuple[float, float, float]:
    return points, points, points


def _price(
    option: Option, points: tuple[float, float, float], employed: float, productive: float, cost: float | None
) -> Price:
    low, likely, high = points
    per_point = None
    if cost is not None and low > 0:
        paid = cost * employed
        per_point = (paid / high, paid / likely, paid / low)
    return Price(option, points, employed, productive, cost, per_point)
