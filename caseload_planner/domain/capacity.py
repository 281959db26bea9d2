"""What a worker can carry on a date: contract, tasks, long absence and onboarding, and the lines that follow."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from caseload_planner.domain.norm import Norm, Policy
from caseload_planner.domain.organisation import Absence, Onboarding, Worker
from caseload_planner.domain.points import Hundredths, round_half_up

ONBOARDING_STEPS: dict[Onboarding, tuple[tuple[int, Decimal], ...]] = {
    Onboarding.NONE: (),
    Onboarding.STARTER: (
        (4, Decimal(0)),
        (8, Decimal("0.25")),
        (13, Decimal("0.50")),
        (26, Decimal("0.75")),
        (52, Decimal("0.90")),
    ),
    Onboarding.EXPERIENCED: ((4, Decimal("0.50")), (8, Decimal("0.75"))),
}
"""Share of her capacity by the last week of service to which it applies; an assumption to be calibrated."""

HALF = Decimal("0.5")


def contract_fte(worker: Worker, on: date) -> Decimal:
    """Give contracted fte; 0 outside her service."""
    if not worker.in_service(on):
        return Decimal(0)
    return sum((contract.fte for contract in worker.contracts if contract.holds_on(on)), Decimal(0))


def is_long(absence: Absence, on: date, policy: Policy) -> bool:
    """Whether a running absence is long: its end is more than 42 days off, or open and begun 14 days ago or earlier."""
    if absence.until_on is None:
        return (on - absence.from_on).days >= policy.open_absence_days
    return (absence.until_on - on).days > policy.long_absence_days


def long_absence_share(worker: Worker, on: date, policy: Policy) -> Decimal:
    """Give the highest share among long absences that run on the date."""
    shares = (a.share for a in worker.absences if a.from_on <= on and is_long(a, on, policy))
    return max(shares, default=Decimal(0))


def absence_share(worker: Worker, on: date) -> Decimal:
    """Give the highest share among all absences on the date, short ones too: a mark beside the name."""
    shares = (a.share for a in worker.absences if a.from_on <= on and (a.until_on is None or a.until_on >= on))
    return max(shares, default=Decimal(0))


def blocking_absence(worker: Worker, on: date, policy: Policy) -> Absence | None:
    """Give an absence of half or more from which she is not back within a week (H7), if there is one."""
    for absence in worker.absences:
        if absence.from_on > on or absence.share < HALF:
            continue
        if absence.until_on is None or (absence.until_on - on).days > policy.short_return_days:
            return absence
    return None


def days_in_service(worker: Worker, on: date) -> int:
    """Count days since she started, 0 on the first day."""
    return (on - worker.started_on).days


def onboarding_share(worker: Worker, on: date) -> Decimal:
    """Give the share of a full caseload that she carries while she is being onboarded."""
    served = days_in_service(worker, on)
    for last_week, share in ONBOARDING_STEPS[worker.onboarding]:
        if served < 7 * last_week:
            return share
    return Decimal(1)


def is_starter(worker: Worker, on: date, policy: Policy) -> bool:
    """Whether she is a starter in her first half year (H14)."""
    return worker.onboarding is Onboarding.STARTER and days_in_service(worker, on) < policy.starter_days


def is_leaving(worker: Worker, on: date, policy: Policy) -> bool:
    """Whether her last day is 13 weeks away or less (H9)."""
    return worker.ends_on is not None and (worker.ends_on - on).days <= policy.leaving_days


def is_registered(worker: Worker, on: date) -> bool:
    """Whether her SKJ registration holds on the date."""
    return worker.skj_until is not None and worker.skj_until >= on


def deployable_fte(worker: Worker, on: date, policy: Policy) -> Decimal:
    """Give the fte that is really there: contract x not on tasks x not long absent x onboarded."""
    return (
        contract_fte(worker, on)
        * (1 - worker.task_share)
        * (1 - long_absence_share(worker, on, policy))
        * onboarding_share(worker, on)
    )


@dataclass(frozen=True, slots=True)
class Capacity:
    """A worker's lines on a date, in fte and hundredths of a point."""

    contract_fte: Decimal
    deployable_fte: Decimal
    working: Hundredths
    ceiling: Hundredths


def capacity_on(worker: Worker, on: date, norm: Norm, policy: Policy) -> Capacity:
    """Give the lines of a worker over her deployable fte; a lower personal ceiling replaces the ceiling."""
    deployable = deployable_fte(worker, on, policy)
    ceiling = round_half_up(deployable * norm.ceiling)
    if worker.personal_ceiling is not None:
        ceiling = min(ceiling, worker.personal_ceiling)
    return Capacity(contract_fte(worker, on), deployable, round_half_up(deployable * norm.working), ceiling)


def intake_limit(capacity: Capacity, policy: Policy) -> Hundredths:
    """Give the new first-contact points that she should take in one week at most (W4)."""
    return round_half_up(capacity.deployable_fte * policy.intake_per_fte)
