"""Changes to the organisation as one value, and what changed afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.measures import Measure
from caseload_planner.domain.norm import Norm, Policy
from caseload_planner.domain.organisation import Absence, Contract, Supporter, Team, Worker

AssignmentKey = tuple[str, str, str, date]
"""(measure, worker, position, from)"""


def assignment_key(assignment: Assignment) -> AssignmentKey:
    """Give the key under which an assignment is kept."""
    return (assignment.measure, assignment.worker, assignment.position.value, assignment.from_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationChanges:
    """What an import or an edit writes; a part that is empty (or None) is left as it is.

    Attributes
    ----------
    workers
        New or changed workers; their own `contracts` and `absences` fields are ignored here.
    contracts, absences
        By worker: the complete list from now on.
    assignments, withdrawn_assignments
        New or changed ones by key, and keys that the source no longer has.
    conflicts, supporters
        The complete set from now on.
    norms
        New or changed versions by `valid_from`.
    confirmed_assignments
        Keys decided in the program that the source now has as well.
    """

    teams: tuple[Team, ...] = ()
    workers: tuple[Worker, ...] = ()
    contracts: Mapping[str, tuple[Contract, ...]] = field(default_factory=dict)
    absences: Mapping[str, tuple[Absence, ...]] = field(default_factory=dict)
    measures: tuple[Measure, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    withdrawn_assignments: tuple[AssignmentKey, ...] = ()
    confirmed_assignments: tuple[AssignmentKey, ...] = ()
    conflicts: frozenset[tuple[str, str]] | None = None
    supporters: tuple[Supporter, ...] | None = None
    norms: tuple[Norm, ...] = ()
    policy: Policy | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to write."""
        return self == OrganisationChanges()


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What a write changed, so that only those views reload."""

    revision: int
    teams: bool = False
    workers: bool = False
    measures: bool = False
    assignments: bool = False
    norms: bool = False
    proposals: bool = False

    @property
    def anything(self) -> bool:
        """Whether anything changed."""
        return any((self.teams, self.workers, self.measures, self.assignments, self.norms, self.proposals))
