"""The caseload of a date as flat rows, for the window, the command line and documents."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.capacity import absence_share, is_leaving, onboarding_share
from caseload_planner.domain.caseload import Caseload
from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.norm import Norm
from caseload_planner.domain.organisation import Skill
from caseload_planner.domain.points import Hundredths
from caseload_planner.domain.relief import relief_by_worker
from caseload_planner.domain.weights import Weight

SNS_GOAL = 2
"""SNS cases that each SNS-trained worker should have (W5)."""


class Mark(StrEnum):
    """Something to know beside a name."""

    ABSENT = "absent"
    ONBOARDING = "onboarding"
    LEAVING = "leaving"
    TEAM_D = "team_d"
    UNREGISTERED = "unregistered"
    SNS = "sns"
    SCHOTTEN = "schotten"
    OVER_CEILING = "over_ceiling"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerRow:
    """One carrying worker; points in hundredths."""

    worker: str
    name: str
    team: str
    role: str
    contract_fte: Decimal
    deployable_fte: Decimal
    task_share: Decimal
    measures: int
    families: int
    load: Hundredths
    capacity: Hundredths
    ceiling: Hundredths
    room: Hundredths
    first_room: Hundredths
    relief: Hundredths
    sns_measures: int
    duos: int
    last_intake_on: date | None
    absence_share: Decimal
    ends_on: date | None
    marks: tuple[Mark, ...]

    @property
    def utilisation(self) -> Decimal | None:
        """Load over capacity with four decimals, None at capacity 0."""
        return None if self.capacity == 0 else (Decimal(self.load) / self.capacity).quantize(Decimal("0.0001"))

    @property
    def over_working_norm(self) -> bool:
        """Whether she carries more than the working norm."""
        return self.load > self.capacity

    @property
    def over_ceiling(self) -> bool:
        """Whether she carries more than her ceiling."""
        return self.load > self.ceiling


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRow:
    """One team against the funded norm; points in hundredths."""

    team: str
    name: str
    region: str
    location: str
    contract_fte: Decimal
    load: Hundredths
    funded_capacity: Hundredths
    first_room: Hundredths

    @property
    def load_per_fte(self) -> Decimal | None:
        """Points per contracted fte with two decimals, None without fte."""
        if self.contract_fte == 0:
            return None
        return (Decimal(self.load) / 100 / self.contract_fte).quantize(Decimal("0.01"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One running measure that a worker holds, with how its weight arises; points in hundredths."""

    measure: str
    family: str
    type: str
    position: Position
    share: Hundredths
    weight: Weight
    first_share: Decimal | None
    partner: str | None
    started_on: date
    expected_end: date | None
    overdue: bool
    sns: Wanted
    duo: Wanted
    second_missing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseloadOverview:
    """Everything the Caseload page shows of a date."""

    on: date
    norm: Norm
    workers: tuple[WorkerRow, ...]
    teams: tuple[TeamRow, ...]
    unassigned: tuple[str, ...]


def caseload_overview(caseload: Caseload, teams: Collection[str] = ()) -> CaseloadOverview:
    """Make the rows of a date; with `teams` only those of these teams.

    Parameters
    ----------
    caseload
        The organisation on the date.
    teams
        Keys of teams; empty means all.
    """
    organisation = caseload.organisation
    relief = relief_by_worker(caseload)
    chosen = [key for key in caseload.carrying_workers if not teams or organisation.workers[key].team in teams]
    workers = tuple(_worker_row(caseload, key, relief.get(key, 0)) for key in chosen)
    unassigned = (k for k in caseload.to_distribute if not teams or organisation.measures[k].team in teams)
    return CaseloadOverview(
        on=caseload.on,
        norm=caseload.norm,
        workers=workers,
        teams=_team_rows(caseload, workers, teams),
        unassigned=tuple(unassigned),
    )


def _worker_row(caseload: Caseload, key: str, relief: Hundredths) -> WorkerRow:
    worker, lines = caseload.organisation.workers[key], caseload.capacities[key]
    held = [row for row in caseload.carried.get(key, ()) if row.position is not Position.INCOMING]
    measures = caseload.organisation.measures
    duos = sum(1 for row in held if caseload.holders[row.measure].second and caseload.holders[row.measure].first)
    intakes = [
        a.from_on
        for row in held
        for a in caseload.organisation.assignments_of[row.measure]
        if a.worker == key and a.from_on <= caseload.on
    ]
    return WorkerRow(
        worker=key,
        name=worker.name,
        team=worker.team,
        role=worker.role.value,
        contract_fte=lines.contract_fte,
        deployable_fte=lines.deployable_fte,
        task_share=worker.task_share,
        measures=len(held),
        families=len({measures[row.measure].family for row in held}),
        load=caseload.load(key),
        capacity=lines.working,
        ceiling=lines.ceiling,
        room=caseload.room(key),
        first_room=caseload.first_room(key),
        relief=relief,
        sns_measures=caseload.sns_measures(key),
        duos=duos,
        last_intake_on=max(intakes, default=None),
        absence_share=absence_share(worker, caseload.on),
        ends_on=worker.ends_on,
        marks=_marks(caseload, key),
    )


def _marks(caseload: Caseload, key: str) -> tuple[Mark, ...]:
    worker, on = caseload.organisation.workers[key], caseload.on
    found = {
        Mark.ABSENT: absence_share(worker, on) > 0,
        Mark.ONBOARDING: onboarding_share(worker, on) < 1,
        Mark.LEAVING: is_leaving(worker, on, caseload.policy),
        Mark.TEAM_D: worker.seconded,
        Mark.UNREGISTERED: worker.skj_until is None or worker.skj_until < on,
        Mark.SNS: Skill.SNS in worker.skills,
        Mark.SCHOTTEN: bool({Skill.SCHOTTEN, Skill.SCHOTTEN_TEAM} & worker.skills),
        Mark.OVER_CEILING: caseload.load(key) > caseload.capacities[key].ceiling,
    }
    return tuple(mark for mark, holds in found.items() if holds)


def _team_rows(caseload: Caseload, workers: tuple[WorkerRow, ...], teams: Collection[str]) -> tuple[TeamRow, ...]:
    rows = []
    for total in caseload.team_totals():
        if teams and total.team not in teams:
            continue
        team = caseload.organisation.teams[total.team]
        room = sum(max(0, row.first_room) for row in workers if row.team == team.key)
        rows.append(
            TeamRow(
                team=team.key,
                name=team.name,
                region=team.region,
                location=team.location,
                contract_fte=total.contract_fte,
                load=total.load,
                funded_capacity=total.funded_capacity,
                first_room=room,
            )
        )
    return tuple(rows)


def case_rows(caseload: Caseload, worker: str) -> tuple[CaseRow, ...]:
    """Give every running measure that a worker holds, by position and then by key."""
    rows = [
        _case_row(caseload, worker, row.measure, row.position, row.share) for row in caseload.carried.get(worker, ())
    ]
    order = list(Position)
    return tuple(sorted(rows, key=lambda row: (order.index(row.position), row.measure)))


def _case_row(caseload: Caseload, worker: str, key: str, position: Position, share: Hundredths) -> CaseRow:
    measure, holders = caseload.organisation.measures[key], caseload.holders[key]
    others = [other for other in (holders.first, holders.second) if other not in {None, worker}]
    return CaseRow(
        measure=key,
        family=measure.family,
        type=measure.type.value,
        position=position,
        share=share,
        weight=caseload.weights[key],
        first_share=caseload.norm.duo_first_share if holders.second is not None else None,
        partner=others[0] if others else None,
        started_on=measure.counts_from,
        expected_end=measure.expected_end,
        overdue=measure.overdue_on(caseload.on),
        sns=measure.sns,
        duo=measure.duo,
        second_missing=measure.asks_duo and holders.second is None,
    )
