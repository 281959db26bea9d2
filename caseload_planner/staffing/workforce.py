"""The people of many futures: who leaves, who comes instead, how newcomers are onboarded, and team D that ends."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from caseload_planner.domain.capacity import ONBOARDING_STEPS
from caseload_planner.domain.organisation import Onboarding
from caseload_planner.staffing.arrays import Bools, Floats, Ints
from caseload_planner.staffing.case_weights import Ledger
from caseload_planner.staffing.comers import Comer, Steps, planned_comers, team_d_share
from caseload_planner.staffing.durations import DAYS_A_WEEK, Duration, DurationFamily, Survival, survival_of
from caseload_planner.staffing.random_numbers import Dice, Purpose
from caseload_planner.staffing.scenario import Scenario
from caseload_planner.staffing.snapshot import StaffingSnapshot

FTE_UNITS, CARRYING_UNITS = 100, 1_000_000
"""Contracted fte is counted in hundredths and carrying fte in millionths: whole numbers, so that sums are exact."""
MOST_SUCCESSIONS = 6
"""How often one place is filled anew in a run of five years, at most."""
_PERSON, _HIRE, _VACANCY = 0, 1, 2
_SUCCESSION_BITS = 4
_WEEKS_A_YEAR = 365.25 / 7


@dataclass(frozen=True, eq=False)
class StaffTally:
    """What people add up to, in fte by team, week and replication.

    Attributes
    ----------
    contract, carrying
        Contracted; and after tasks and onboarding, before absence.
    team_d, assistants
        Contracted fte of either, part of `contract`; without replications, as nothing in them is random but
        registration.
    """

    contract: Floats
    carrying: Floats
    team_d: Floats
    assistants: Floats


@dataclass(frozen=True, eq=False)
class _Newcomers:
    """People who come: one entry a person in a replication."""

    stream: int
    event: Ints
    replication: Ints
    team: Ints
    week: Ints
    contract: Ints
    tasks: Ints
    starter: Ints


class Workforce:
    """The people of one scenario; `tally` gives any futures of them."""

    def __init__(self, scenario: Scenario, snapshot: StaffingSnapshot) -> None:
        self.scenario = scenario
        self.snapshot = snapshot
        self.weeks = scenario.weeks
        self.turnover = by_team(scenario.turnover.per_year, scenario.turnover.places, snapshot)
        self.vacancy: Survival = survival_of(
            Duration(
                DurationFamily.GAMMA, mean_weeks=scenario.turnover.vacancy_weeks, shape=scenario.turnover.vacancy_shape
            ),
            tail_days=DAYS_A_WEEK,
        )
        self.seconded_share = team_d_share(scenario, snapshot)
        self.comers = planned_comers(scenario, snapshot)

    def tally(self, dice: Dice, replications: Ints) -> StaffTally:
        """Throw the people of some futures and add them up."""
        return _Staffing(self, dice, replications).result()


def by_team(general: float, places: Mapping[str, float], snapshot: StaffingSnapshot) -> Floats:
    """Give a figure for each team; the narrowest place named counts, others have the general one."""
    values = np.full(len(snapshot.places), general)
    for place in sorted(places, key=lambda name: -len(snapshot.teams_at(name))):
        values[list(snapshot.teams_at(place))] = places[place]
    return values


_RAMPS: tuple[tuple[tuple[int, int], ...], ...] = tuple(
    _ramp
    for _ramp in (
        tuple(
            zip(
                (0, *(last for last, _ in ONBOARDING_STEPS[kind])),
                (*(int(share * 100) for _, share in ONBOARDING_STEPS[kind]), 100),
                strict=True,
            )
        )
        for kind in (Onboarding.STARTER, Onboarding.EXPERIENCED, Onboarding.NONE)
    )
)
"""For starter, experienced and no steps: (week of service, percent that is carried from then on)."""


class _Staffing:
    """One chunk of futures on its way through."""

    def __init__(self, workforce: Workforce, dice: Dice, replications: Ints) -> None:
        self._of = workforce
        self._dice = dice
        self._replications = replications
        teams = len(workforce.snapshot.places)
        shape = teams, workforce.weeks, len(replications)
        self._contract, self._carrying = np.zeros(shape), np.zeros(shape)
        self._team_d = np.zeros(shape[:2])
        self._assistants = np.zeros(shape)
        self._contract_ledger = Ledger(teams, workforce.weeks, len(replications))
        self._carrying_ledger = Ledger(teams, workforce.weeks, len(replications))

    def result(self) -> StaffTally:
        """Throw everybody and add them up."""
        self._present()
        self._planned()
        contract = self._contract + self._contract_ledger.levels()
        carrying = self._carrying + self._carrying_ledger.levels()
        return StaffTally(
            contract / FTE_UNITS, carrying / CARRYING_UNITS, self._team_d / FTE_UNITS, self._assistants / FTE_UNITS
        )

    def _present(self) -> None:
        """Let those who are here stay, leave or be registered, and be followed."""
        people, weeks = self._of.snapshot.people, self._of.weeks
        for one in np.flatnonzero(people.seconded):
            self._seconded(int(people.team[one]), people.contract[one, :weeks], people.carrying[one, :weeks])
        rows = np.flatnonzero(people.seconded == 0)
        gone = self._gone(rows)
        paths = people.contract[rows, :weeks], people.carrying[rows, :weeks]
        steady = np.all([np.all(path == path[:, :1], axis=1) for path in paths], axis=0)
        steady &= (people.assistant[rows] == 0) & (people.notice_given[rows] == 0)
        self._steady(rows[steady], gone[steady])
        for n in np.flatnonzero(~steady):
            self._changing(int(rows[n]), gone[n])
        leaves = (gone < weeks) & (people.contract[rows].max(axis=1, initial=0) > 0)[:, None]
        which, replication = np.nonzero(leaves)
        row: Ints = rows[which]
        self._succeed(
            _PERSON,
            row << _SUCCESSION_BITS,
            replication,
            people.team[row],
            gone[which, replication],
            people.contract[row].max(axis=1, initial=0),
            100 - people.task_percent[row],
        )

    def _gone(self, rows: Ints) -> Ints:
        """Give the first week without each person, by row and future; what is known is the same in all futures."""
        people, weeks, futures = self._of.snapshot.people, self._of.weeks, len(self._replications)
        replication = np.tile(np.arange(futures), len(rows))
        event = np.repeat(rows << _SUCCESSION_BITS, futures)
        team = np.repeat(people.team[rows], futures)
        drawn = self._leaving_week(_PERSON, event, replication, team, 0).reshape(len(rows), futures)
        present = people.contract[rows, :weeks] > 0
        last = np.where(present.any(axis=1), weeks - np.argmax(present[:, ::-1], axis=1), weeks)
        return np.where(people.notice_given[rows][:, None] > 0, last[:, None], drawn)

    def _steady(self, rows: Ints, gone: Ints) -> None:
        """Write those whose hours do not change: they are there, and then they are not."""
        people = self._of.snapshot.people
        teams = len(self._of.snapshot.places)
        futures = len(self._replications)
        team, replication = np.repeat(people.team[rows], futures), np.tile(np.arange(futures), len(rows))
        for path, levels, ledger in (
            (people.contract, self._contract, self._contract_ledger),
            (people.carrying, self._carrying, self._carrying_ledger),
        ):
            at_first = np.bincount(people.team[rows], weights=path[rows, 0], minlength=teams)
            np.add(levels, at_first[:, None, None], out=levels)
            ledger.add(team, gone.ravel(), replication, -np.repeat(path[rows, 0], futures))

    def _changing(self, row: int, gone: Ints) -> None:
        """Write somebody whose hours change: a contract that ends, onboarding, an assistant who is registered."""
        people, weeks = self._of.snapshot.people, self._of.weeks
        team = int(people.team[row])
        contract, carrying = people.contract[row, :weeks][:, None], people.carrying[row, :weeks][:, None]
        stays = np.arange(weeks)[:, None] < gone[None, :]
        if people.assistant[row]:
            percent, before = self._registered(row)
            self._assistants[team] += contract * (stays & before)
            carrying = carrying * percent // 100
        self._contract[team] += contract * stays
        self._carrying[team] += carrying * stays

    def _seconded(self, team: int, contract: Ints, carrying: Ints) -> None:
        share = self._of.seconded_share
        if share is not None:
            contract = np.round(contract.max(initial=0) * share).astype(np.int64)
            carrying = np.round(carrying.max(initial=0) * share).astype(np.int64)
        self._contract[team] += contract[:, None]
        self._carrying[team] += carrying[:, None]
        self._team_d[team] += contract

    def _registered(self, row: int) -> tuple[Ints, Bools]:
        """Give which percent an assistant carries by week and future, and whether she is one still.

        Once registered she is onboarded as a starter.
        """
        chance = self._of.scenario.assistants.registered_in_a_year
        event = np.full(1, row, dtype=np.int64)
        uniform = self._dice.uniforms(Purpose.REGISTRATION, 0, event, self._replications)
        hazard = -np.log1p(-min(chance, 1 - 1e-12)) / _WEEKS_A_YEAR
        week = np.full(len(uniform), self._of.weeks) if hazard == 0 else np.ceil(-np.log(uniform) / hazard)
        since = np.arange(self._of.weeks)[:, None] - week[None, :]
        percent = np.full(since.shape, 100, dtype=np.int64)
        for from_week, share in _RAMPS[Steps.STARTER]:
            percent = np.where(since >= from_week, share, percent)
        return percent, since < 0

    def _leaving_week(self, stream: int, event: Ints, replication: Ints, team: Ints, since: Ints | int) -> Ints:
        """Draw the first week in which people are gone: notice after a time without memory, and then its weeks."""
        per_year = self._of.turnover[team]
        hazard = per_year / _WEEKS_A_YEAR
        uniform = self._dice.uniforms(Purpose.LEAVING, stream, event, self._replications[replication])
        with np.errstate(divide="ignore", over="ignore"):
            wait = -np.log(uniform) / hazard
        notice = self._of.scenario.turnover.notice_weeks
        week = np.asarray(since) + np.ceil(np.minimum(wait, 2.0 * self._of.weeks + 1)) + notice
        return np.asarray(np.minimum(week, self._of.weeks), dtype=np.int64)

    def _succeed(
        self, stream: int, event: Ints, replication: Ints, team: Ints, gone: Ints, contract: Ints, tasks: Ints
    ) -> None:
        """Fill places that came empty, and let who fills them leave again in her time."""
        turnover = self._of.scenario.turnover
        for succession in range(1, MOST_SUCCESSIONS):
            event = event + 1 if succession > 1 else event | succession
            absolute = self._replications[replication]
            filled = self._dice.uniforms(Purpose.REPLACED, stream, event, absolute) < turnover.replaced_share
            uniform = self._dice.uniforms(Purpose.VACANCY, stream, event, absolute)
            days = self._of.vacancy.draw(uniform, np.full(len(event), -1))
            week = gone + -(-days // DAYS_A_WEEK)
            chosen = np.flatnonzero(filled & (week < self._of.weeks))
            if not chosen.size:
                return
            drawn = self._dice.uniforms(Purpose.STARTER, stream, event, absolute) < turnover.starter_share
            starter = np.where(drawn, Steps.STARTER, Steps.EXPERIENCED)
            arrays = (event, replication, team, week, contract, tasks, starter)
            comers = _Newcomers(stream, *(values[chosen] for values in arrays))
            gone = self._come(comers)
            event, replication, team = comers.event, comers.replication, comers.team
            contract, tasks = comers.contract, comers.tasks

    def _come(self, comers: _Newcomers) -> Ints:
        """Write newcomers into the ledgers until they leave; give the week in which they are gone."""
        gone = self._leaving_week(comers.stream, comers.event, comers.replication, comers.team, comers.week)
        self._contract_ledger.add(comers.team, comers.week, comers.replication, comers.contract)
        self._contract_ledger.add(comers.team, gone, comers.replication, -comers.contract)
        full = comers.contract * comers.tasks
        carried = np.zeros(len(gone), dtype=np.int64)
        for kind, ramp in enumerate(_RAMPS):
            mine = np.flatnonzero(comers.starter == kind)
            before = 0
            for from_week, percent in ramp:
                week = comers.week[mine] + from_week
                staying = mine[week < gone[mine]]
                step = full[staying] * (percent - before)
                self._carrying_ledger.add(
                    comers.team[staying], comers.week[staying] + from_week, comers.replication[staying], step
                )
                carried[staying] += step
                before = percent
        self._carrying_ledger.add(comers.team, gone, comers.replication, -carried)
        return gone

    def _planned(self) -> None:
        """Let those come who are planned, and vacancies of the first day be filled."""
        futures = np.arange(len(self._replications))
        for comer in self._of.comers:
            self._planned_one(comer, futures)

    def _planned_one(self, comer: Comer, futures: Ints) -> None:
        size = len(futures)
        event = np.full(size, comer.number << _SUCCESSION_BITS, dtype=np.int64)
        team, contract, tasks = np.full(size, comer.team), np.full(size, comer.contract), np.full(size, 100)
        if comer.steps is None:
            empty_since = np.full(size, comer.week, dtype=np.int64)
            self._succeed(_VACANCY, event, futures, team, empty_since, contract, tasks)
            return
        week, steps = np.full(size, comer.week), np.full(size, int(comer.steps))
        gone = self._come(_Newcomers(_HIRE, event, futures, team, week, contract, tasks, steps))
        left = np.flatnonzero(gone < self._of.weeks)
        self._succeed(_HIRE, event[left], futures[left], team[left], gone[left], contract[left], tasks[left])
