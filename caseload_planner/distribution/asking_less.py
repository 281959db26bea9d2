"""Asking less of a measure: a duo or SNS preferred instead of required, or an exclusion lifted."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.points import Hundredths

MOST_AT_ONCE = 2
"""How many such changes are tried together; three at once are no small change."""


class ChangeKind(StrEnum):
    """What would be changed."""

    OVERRIDE = "override"
    LIFT_EXCLUSION = "lift_exclusion"
    DUO_PREFERRED = "duo_preferred"
    SNS_PREFERRED = "sns_preferred"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: for an override the rule and the person; above the ceiling also by how many hundredths."""

    kind: ChangeKind
    measure: str
    worker: str | None = None
    rule: str | None = None
    amount: Hundredths = 0


@dataclass(frozen=True)
class Asked:
    """A round asked in another way, and the changes that make it so; none for as it was asked."""

    organisation: Organisation
    request: ProposalRequest
    changes: tuple[Change, ...]


def ways_to_ask(organisation: Organisation, request: ProposalRequest, key: str, worker: str | None) -> Iterator[Asked]:
    """Give a request as it is, then with one thing less asked of a measure, then with two.

    With `worker` only exclusions of that worker are lifted.
    """
    measure = organisation.measures[key]
    possible = []
    if measure.duo is Wanted.REQUIRED:
        possible.append(Change(ChangeKind.DUO_PREFERRED, key))
    if measure.sns is Wanted.REQUIRED:
        possible.append(Change(ChangeKind.SNS_PREFERRED, key))
    excluded = sorted(pair[1] for pair in request.exclusions if pair[0] == key and worker in {None, pair[1]})
    possible += [Change(ChangeKind.LIFT_EXCLUSION, key, other) for other in excluded]
    for count in range(MOST_AT_ONCE + 1):
        for changes in itertools.combinations(possible, count):
            yield _with(organisation, request, key, changes)


def _with(organisation: Organisation, request: ProposalRequest, key: str, changes: tuple[Change, ...]) -> Asked:
    kinds = {change.kind for change in changes}
    measure = organisation.measures[key]
    if ChangeKind.DUO_PREFERRED in kinds:
        measure = replace(measure, duo=Wanted.PREFERRED)
    if ChangeKind.SNS_PREFERRED in kinds:
        measure = replace(measure, sns=Wanted.PREFERRED)
    lifted = {(key, change.worker) for change in changes if change.kind is ChangeKind.LIFT_EXCLUSION}
    exclusions = tuple(pair for pair in request.exclusions if pair not in lifted)
    softer = replace(organisation, measures={**organisation.measures, key: measure}) if kinds else organisation
    return Asked(softer, replace(request, exclusions=exclusions), changes)
