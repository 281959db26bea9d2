"""Who carries how much on a date: holders, loads, room, and the totals of teams."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from caseload_planner.domain.assignment import NOBODY, Assignment, Holders, Position
from caseload_planner.domain.capacity import Capacity, blocking_absence, capacity_on, is_leaving, is_registered
from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.norm import Norm, Policy
from caseload_planner.domain.organisation import Organisation, Role, Worker
from caseload_planner.domain.points import Hundredths, round_half_up
from caseload_planner.domain.weights import Weight, duo_shares, family_weights


@dataclass(frozen=True, slots=True)
class Carried:
    """A worker's part in one running measure; `share` is what it adds to her load, in hundredths."""

    measure: str
    position: Position
    share: Hundredths


@dataclass(frozen=True, slots=True)
class TeamTotal:
    """A team against the funded norm: contracted fte, load of its workers, and what is funded, in hundredths."""

    team: str
    contract_fte: Decimal
    load: Hundredths
    funded_capacity: Hundredths


def holds_effectively(assignment: Assignment, worker: Worker, on: date) -> bool:
    """Whether an assignment holds on the date: nobody carries after her last day."""
    return assignment.holds_on(on) and (worker.ends_on is None or worker.ends_on >= on)


def holders_of(assignments: Iterable[Assignment], workers: Mapping[str, Worker], on: date) -> Holders:
    """Give who holds a measure on the date; of two in one position the one who came last."""
    now: dict[str, str] = {}
    for assignment in assignments:
        if holds_effectively(assignment, workers[assignment.worker], on):
            now[assignment.position.value] = assignment.worker
    return Holders(**now) if now else NOBODY


@dataclass(frozen=True, eq=False)
class Caseload:
    """The organisation as it stands on one date, under the norm in force then.

    Attributes
    ----------
    weights, holders
        Of every measure that runs on the date, by key.
    carried
        What each worker holds, by worker; absent where she holds nothing.
    loads
        Hundredths by worker; absent where she holds nothing.
    """

    organisation: Organisation
    on: date
    norm: Norm
    policy: Policy
    weights: Mapping[str, Weight]
    holders: Mapping[str, Holders]
    carried: Mapping[str, tuple[Carried, ...]]
    loads: Mapping[str, Hundredths]

    @cached_property
    def capacities(self) -> Mapping[str, Capacity]:
        """The lines of every worker by key."""
        workers = self.organisation.workers
        return {key: capacity_on(worker, self.on, self.norm, self.policy) for key, worker in workers.items()}

    @cached_property
    def carrying_workers(self) -> tuple[str, ...]:
        """Keys of who carries cases: carrying roles in service, and who still holds something, by key."""
        workers = self.organisation.workers.values()
        return tuple(w.key for w in workers if w.carries and (w.in_service(self.on) or self.load(w.key)))

    @cached_property
    def to_distribute(self) -> tuple[str, ...]:
        """Keys of running measures without a first contact, those of people who have left included, by key."""
        return tuple(sorted(key for key, holders in self.holders.items() if holders.first is None))

    @cached_property
    def to_ask(self) -> tuple[str, ...]:
        """Keys of those of `to_distribute` for whom nobody begins as first contact on a later day, by key.

        Whoever was given a case as of next week has it: a round of this week would give it a second first contact.
        """
        return tuple(key for key in self.to_distribute if not self._is_given_later(key))

    def _is_given_later(self, measure: str) -> bool:
        given = (
            one
            for one in self.organisation.assignments_of[measure]
            if one.position is Position.FIRST and one.from_on > self.on
        )
        last_days = ((one, self.organisation.workers[one.worker].ends_on) for one in given)
        return any(last is None or last >= one.from_on for one, last in last_days)

    def load(self, worker: str) -> Hundredths:
        """Give a worker's weighted caseload."""
        return self.loads.get(worker, 0)

    def room(self, worker: str) -> Hundredths:
        """Give min(capacity, ceiling) - load; negative where she carries more."""
        capacity = self.capacities[worker]
        return min(capacity.working, capacity.ceiling) - self.load(worker)

    def may_be_first(self, worker: str) -> bool:
        """Whether she may take a new first contact at all: registration, availability and leaving (H3, H7, H9)."""
        person = self.organisation.workers[worker]
        return (
            person.carries
            and person.role is not Role.ASSISTANT
            and is_registered(person, self.on)
            and self.capacities[worker].deployable_fte > 0
            and blocking_absence(person, self.on, self.policy) is None
            and not is_leaving(person, self.on, self.policy)
            and not self.organisation.takes_nothing_new(worker, self.on)
        )

    def first_room(self, worker: str) -> Hundredths:
        """Give the room for a first contact: `room`, but 0 for who may not be one."""
        return self.room(worker) if self.may_be_first(worker) else 0

    def shares(self, measure: str, *, with_second: bool) -> tuple[Hundredths, Hundredths]:
        """Give what a running measure adds to first and second contact."""
        return duo_shares(self.weights[measure].total, self.norm, with_second=with_second)

    def sns_measures(self, worker: str) -> int:
        """Count the running SNS measures that she holds as first or second."""
        measures = self.organisation.measures
        return sum(
            1
            for carried in self.carried.get(worker, ())
            if carried.position is not Position.INCOMING and measures[carried.measure].sns is not Wanted.NONE
        )

    def known_first(self, family: str) -> str | None:
        """Give the family's known face: first contact of its oldest running measure that has one."""
        for measure in self.organisation.measures_by_family.get(family, ()):
            first = self.holders.get(measure.key, NOBODY).first
            if first is not None:
                return first
        return None

    def team_totals(self) -> tuple[TeamTotal, ...]:
        """Give every team's totals over its carrying workers, by key."""
        fte: dict[str, Decimal] = defaultdict(Decimal)
        load: dict[str, int] = defaultdict(int)
        for key in self.carrying_workers:
            team = self.organisation.workers[key].team
            fte[team] += self.capacities[key].contract_fte
            load[team] += self.load(key)
        return tuple(
            TeamTotal(team, fte[team], load[team], round_half_up(fte[team] * self.norm.funded))
            for team in self.organisation.teams
        )


def caseload_on(organisation: Organisation, on: date) -> Caseload:
    """Work out the caseload of everybody on a date in the past or to come.

    A first contact with a second beside her carries the first share; alone she carries all. A second whose first is
    gone keeps her share. An incoming contact carries the takeover points.
    """
    norm = organisation.norms.on(on)
    weights: dict[str, Weight] = {}
    for family in organisation.measures_by_family.values():
        weights.update(family_weights(family, on, norm))
    holders: dict[str, Holders] = {}
    carried: dict[str, list[Carried]] = defaultdict(list)
    for key in sorted(weights):
        now = holders_of(organisation.assignments_of[key], organisation.workers, on)
        holders[key] = now
        first, second = duo_shares(weights[key].total, norm, with_second=now.second is not None)
        if now.first is not None:
            carried[now.first].append(Carried(key, Position.FIRST, first))
        if now.second is not None:
            carried[now.second].append(Carried(key, Position.SECOND, second))
        if now.incoming is not None:
            carried[now.incoming].append(Carried(key, Position.INCOMING, norm.takeover))
    return Caseload(
        organisation=organisation,
        on=on,
        norm=norm,
        policy=organisation.norms.policy,
        weights=weights,
        holders=holders,
        carried={worker: tuple(rows) for worker, rows in sorted(carried.items())},
        loads={worker: sum(row.share for row in rows) for worker, rows in sorted(carried.items())},
    )
