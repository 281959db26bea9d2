"""The same organisation in SimPy, event by event and one future at a time: plain, and independent of our engine.

It shares the assumptions (rates, survival tables, onboarding steps, norm) and nothing of how they are simulated: cases,
people and absence are processes with random numbers of their own, and weights are worked out by the norm's definition
each time that something in a family changes.
"""

from bisect import bisect_left
from collections.abc import Generator
from dataclasses import dataclass, field
from datetime import timedelta

import numpy as np
import simpy

from caseload_planner.domain.calendar import whole_months
from caseload_planner.domain.capacity import ONBOARDING_STEPS
from caseload_planner.domain.organisation import Onboarding
from caseload_planner.staffing.absence import long_share_mean, long_share_now
from caseload_planner.staffing.inflow import FAMILY_TYPES, family_rates, successors
from caseload_planner.staffing.run_plan import RunPlan
from caseload_planner.staffing.snapshot import TYPES
from caseload_planner.staffing.workforce import Workforce

DAYS, WEEKS_A_YEAR = 7, 365.25 / 7
Events = Generator[simpy.Event, None, None]


@dataclass(eq=False)
class Case:
    """A case with its place in the family."""

    kind: int
    start: int
    youth: int
    extra: int


@dataclass(eq=False)
class Family:
    """Running cases in the order in which they share work; `points` is what they weigh together."""

    cases: list[Case] = field(default_factory=list)
    points: int = 0


class PlainModel:
    """One future of a plan."""

    def __init__(self, plan: RunPlan, seed: int) -> None:
        self.plan, self.env = plan, simpy.Environment()
        self.random = np.random.default_rng(seed)
        self.norm, self.on = plan.snapshot.weighings[0].norm, plan.snapshot.on
        self.falling = [(-survival.table).tolist() for survival in plan.survivals]
        self.becomes = {
            TYPES.index(a): (TYPES.index(b), p) for a, (b, p) in successors(plan.scenario.transitions).items()
        }
        teams = len(plan.snapshot.places)
        self.workforce = Workforce(plan.scenario, plan.snapshot)
        self.running, self.load = 0, 0
        self.contract, self.carrying = np.zeros(teams), np.zeros(teams)
        self.absent, self.mean = long_share_now(plan.snapshot), long_share_mean(plan.scenario, plan.snapshot)
        self.seen: list[tuple[float, float, float, float]] = []

    def run(self) -> np.ndarray:
        """Give running measures, load, contracted and deployable fte by week."""
        self._begin_stock()
        for kind, rates in enumerate(family_rates(self.plan.scenario, self.plan.snapshot, self.plan.survivals)):
            if rates.any():
                self.env.process(self._arrivals(kind, rates))
        self._begin_people()
        self.env.process(self._look())
        self.env.run(until=self.plan.scenario.weeks * DAYS)
        return np.array(self.seen)

    # cases ------------------------------------------------------------------------------------------------------------

    def _begin_stock(self) -> None:
        stock = self.plan.snapshot.cases
        cases: list[Case] = []
        families: list[Family] = []
        family_of: list[Family] = []
        for row in range(len(stock.kind)):
            same, others = stock.earlier_same_youth.get(row, ()), stock.earlier_in_family.get(row, ())
            elders = (*same, *others)
            if elders:
                family = family_of[elders[0]]
            else:
                family = Family()
                families.append(family)
            youth = cases[same[0]].youth if same else row
            case = Case(int(stock.kind[row]), int(stock.started[row]), youth, int(stock.extra[0, row]))
            cases.append(case)
            family_of.append(family)
            family.cases.append(case)
        for family in families:
            self._weigh(family)
            for case in tuple(family.cases):
                self.running += 1
                self.env.process(self._live(family, case, known=-case.start - 1))

    def _arrivals(self, kind: int, rates: np.ndarray) -> Events:
        inflow, points = self.plan.scenario.inflow, self.plan.snapshot.arrivals.factor_points[kind][0]
        for week, rate in enumerate(rates):
            days = np.sort(self.random.integers(0, DAYS, self.random.poisson(rate)))
            for day in days.tolist():
                start = week * DAYS + day
                yield self.env.timeout(max(0.0, start + 0.5 - self.env.now))
                children = 1
                if TYPES[kind] in FAMILY_TYPES:
                    children += int(self.random.choice(len(inflow.children), p=inflow.children))
                family = Family()
                for child in range(children):
                    extra = int(points[self.random.integers(len(points))])
                    lighter = self.random.random() < self.plan.snapshot.arrivals.concurrent_share[kind]
                    family.cases.append(Case(kind, start, -1 if lighter else child, extra))
                    self.running += 1
                self._weigh(family)
                for case in tuple(family.cases):
                    self.env.process(self._live(family, case, known=-1))

    def _live(self, family: Family, case: Case, known: int) -> Events:
        """Let a case run through its phases, end, and become what follows."""
        table = self.falling[case.kind]
        reached = 1.0 if known < 0 else (-table[known] if known < len(table) else 0.0)
        if reached > 1e-9:
            ages = max(known + 1, bisect_left(table, -self.random.random() * reached))
        else:
            tail = self.plan.survivals[case.kind].tail_days
            ages = max(known, 0) + 1 + int(self.random.exponential(tail))
        end = case.start + ages + 0.5
        for phase in self.norm.weights[TYPES[case.kind]][1:]:
            change = self._months_later(case.start, phase.from_month) - 0.25
            if self.env.now < change < end:
                yield self.env.timeout(change - self.env.now)
                self._weigh(family)
        yield self.env.timeout(max(0.0, end - self.env.now))
        follows = self.becomes.get(case.kind)
        if follows is not None and self.random.random() < follows[1]:
            case.kind, case.start = follows[0], case.start + ages
            self._weigh(family)
            self.env.process(self._live(family, case, known=-1))
            return
        family.cases.remove(case)
        self.running -= 1
        self._weigh(family)

    def _months_later(self, start: int, months: int) -> int:
        since = self.on + timedelta(days=start)
        day = start + int(months * 30.4) - 3
        while whole_months(since, self.on + timedelta(days=day)) < months:
            day += 1
        return day

    def _weigh(self, family: Family) -> None:
        """Weigh a family by the definition of the norm, and move the load by the difference."""
        today = self.on + timedelta(days=int(np.ceil(self.env.now)))
        youths: set[int] = set()
        points = 0
        for case in family.cases:
            since = self.on + timedelta(days=case.start)
            base = self.norm.base_weight(TYPES[case.kind], whole_months(since, today))
            scale = 1.0
            if case.youth in youths or case.youth == -1:
                scale = float(self.norm.concurrency_factor)
            elif youths:
                scale = float(self.norm.sibling_factor)
            youths.add(case.youth)
            points += int(base * scale + 0.5) + case.extra
        self.load += points - family.points
        family.points = points

    # people -----------------------------------------------------------------------------------------------------------

    def _begin_people(self) -> None:
        people = self.plan.snapshot.people
        for row in range(len(people.team)):
            self.env.process(self._person(row))

    def _person(self, row: int) -> Events:
        people, weeks = self.plan.snapshot.people, self.plan.scenario.weeks
        team = int(people.team[row])
        contract, carrying = people.contract[row, :weeks] / 100, people.carrying[row, :weeks] / 1e6
        own = not people.seconded[row]
        gone = weeks
        if own and not people.notice_given[row]:
            gone = self._leaves(0, team)
        registered = weeks + 1
        if people.assistant[row]:
            chance = self.plan.scenario.assistants.registered_in_a_year
            registered = int(np.ceil(self.random.exponential(-WEEKS_A_YEAR / np.log1p(-chance))))
        now = np.zeros(2)
        last = 0
        for week in range(weeks):
            there = week < gone
            share = self._starter(week - registered) if week >= registered else 1.0
            wanted = np.array([contract[week] * there, carrying[week] * share * there])
            last = week + 1 if contract[week] and there else last
            self._move(team, wanted - now)
            now = wanted
            if not there or (people.notice_given[row] and last and not contract[week]):
                break
            yield self.env.timeout(DAYS)
        if own and last < weeks and contract.max(initial=0) > 0:
            tasks = 1 - people.task_percent[row] / 100
            self.env.process(self._place(team, float(contract.max()), tasks, last))

    def _place(self, team: int, fte: float, tasks: float, since: int) -> Events:
        """Fill a place that came empty, again and again."""
        turnover, weeks = self.plan.scenario.turnover, self.plan.scenario.weeks
        while since < weeks and self.random.random() < turnover.replaced_share:
            shape = turnover.vacancy_shape
            days = np.floor(self.random.gamma(shape, turnover.vacancy_weeks * DAYS / shape) + 0.5)
            week = since + int(np.ceil(days / DAYS))
            if week >= weeks:
                return
            kind = Onboarding.STARTER if self.random.random() < turnover.starter_share else Onboarding.EXPERIENCED
            gone = self._leaves(week, team)
            yield self.env.timeout(max(0.0, week * DAYS - self.env.now))
            now = np.zeros(2)
            for later in range(week, min(gone, weeks)):
                wanted = np.array([fte, fte * tasks * self._share(kind, later - week)])
                self._move(team, wanted - now)
                now = wanted
                yield self.env.timeout(DAYS)
            self._move(team, -now)
            since = gone

    def _leaves(self, week: int, team: int) -> int:
        hazard = self.workforce.turnover[team] / WEEKS_A_YEAR
        wait = np.inf if hazard == 0 else self.random.exponential(1 / hazard)
        return int(min(week + np.ceil(wait) + self.plan.scenario.turnover.notice_weeks, 10_000))

    def _starter(self, week: int) -> float:
        return self._share(Onboarding.STARTER, week)

    @staticmethod
    def _share(kind: Onboarding, week: int) -> float:
        return next((float(share) for last, share in ONBOARDING_STEPS[kind] if week < last), 1.0)

    def _move(self, team: int, change: np.ndarray) -> None:
        self.contract[team] += change[0]
        self.carrying[team] += change[1]

    def _look(self) -> Events:
        """Look on the first day of each week, after what happens then."""
        absence = self.plan.scenario.absence
        noise = absence.deviation * np.sqrt(1 - absence.persistence**2)
        for week in range(self.plan.scenario.weeks):
            if week:
                drawn = noise * self.random.standard_normal(len(self.absent))
                self.absent = self.mean + absence.persistence * (self.absent - self.mean) + drawn
            shown = np.clip(self.absent, 0.0, 0.9) if week else self.absent
            deployable = float((self.carrying * (1 - shown)).sum())
            self.seen.append((self.running, self.load / 100, float(self.contract.sum()), deployable))
            yield self.env.timeout(DAYS)
