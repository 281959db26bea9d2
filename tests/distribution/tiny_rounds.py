"""Tiny random organisations with a round that can be solved by looking at every answer."""

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

from caseload_planner.distribution.judge import judge
from caseload_planner.distribution.problem import DistributionProblem, build_problem
from caseload_planner.distribution.profile import Profile, ProfileLevel
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.measures import Measure, MeasureType, Method, Wanted
from caseload_planner.domain.organisation import Onboarding, Organisation, Worker
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Placement, Plan, plan_of
from tests.builders import ON, a_measure, a_worker, an_organisation, holds, running

STRICT = Profile("strict", tuple(ProfileLevel(name) for name in LEVELS))
"""All levels in their usual order, none of which may be worsened."""


@dataclass(frozen=True)
class Size:
    """How many workers and measures a round has at most."""

    workers: int
    measures: int


def random_organisation(dice: random.Random, size: Size) -> Organisation:
    """Make an organisation in which rules bind often: full people, few skills, families, starters and leavers."""
    workers = [_worker(dice, f"W{n}") for n in range(1, dice.randint(2, size.workers) + 1)]
    measures, assignments = _carried(dice, workers)
    measures += _asked(dice, dice.randint(1, size.measures))
    conflicts = {(w.key, "F1") for w in workers if dice.random() < 0.15}
    return an_organisation(workers, measures, assignments, conflicts=frozenset(conflicts))


def problem_of(organisation: Organisation, **facts: object) -> DistributionProblem:
    """Make the problem of everything that is to be distributed, solved within generous limits."""
    request = replace(ProposalRequest(on=ON, time_limit_seconds=60), **facts)  # type: ignore[arg-type]
    return build_problem(organisation, request)


def every_sound_plan(problem: DistributionProblem) -> Iterator[Plan]:
    """Give every plan that the judge accepts."""
    options = [list(_options(problem, key)) for key in problem.round.asked]
    for chosen in itertools.product(*options):
        plan = plan_of(problem.round, [placement for placement in chosen if placement is not None])
        if judge(plan).clean:
            yield plan


def values(plan: Plan, profile: Profile = STRICT) -> tuple[int, ...]:
    """Give the levels of a plan in a profile's order."""
    return tuple(LEVELS[level.name].value(plan) for level in profile.levels)


def _options(problem: DistributionProblem, key: str) -> Iterator[Placement | None]:
    yield None
    for first in problem.round.candidates:
        yield Placement(key, first)
        for second in problem.round.candidates:
            yield Placement(key, first, second)


def _worker(dice: random.Random, key: str) -> Worker:
    skills = {skill for skill in ("sns", "jr", "schotten", "schotten_team") if dice.random() < 0.5}
    worker = a_worker(key, fte=dice.choice(("0.22", "0.33")), team=dice.choice(("T1", "T1", "T2", "T3", "Z1")))
    worker = replace(worker, skills=frozenset(skills), task_share=Decimal(dice.choice(("0", "0.1"))))
    chance = dice.random()
    if chance < 0.15:
        return replace(
            worker, onboarding=Onboarding.STARTER, started_on=ON - timedelta(weeks=20), contracts=worker.contracts
        )
    if chance < 0.25:
        return replace(worker, ends_on=ON + timedelta(days=60))
    return replace(worker, skj_until=None) if chance < 0.3 else worker


def _carried(dice: random.Random, workers: list[Worker]) -> tuple[list[Measure], list[Assignment]]:
    measures, assignments = [], []
    for worker in workers:
        for number in range(dice.randint(0, 4)):
            points = dice.choice((100, 110, 115, 125))
            measure = running(f"R{worker.key}{number}", points=points, family=f"F{dice.randint(1, 3)}{worker.key}")
            measures.append(replace(measure, youth=f"Y{measure.key}"))
            since = max(worker.started_on, measure.reported_on)
            assignments.append(holds(measure.key, worker.key, since=since))
            partner = dice.choice(workers)
            if partner is not worker and dice.random() < 0.3:
                since = max(since, partner.started_on)
                assignments.append(holds(measure.key, partner.key, "second", since=since))
    return measures, assignments


def _asked(dice: random.Random, count: int) -> list[Measure]:
    types = (MeasureType.SUPERVISION_ORDER, MeasureType.PROBATION_VOLUNTARY, MeasureType.PROVISIONAL_GUARDIANSHIP)
    asked = []
    for number in range(count):
        reported = ON - timedelta(days=dice.randint(0, 9))
        family = dice.choice(("F1", "F1W1", f"F-new-{number}", "F-new"))
        measure = a_measure(
            f"N{number}",
            family=family,
            youth=f"Y-N{number}",
            type=dice.choice(types),
            reported_on=reported,
            started_on=reported,
            team=dice.choice(("T1", "T2")),
            duo=dice.choice(list(Wanted)),
            sns=dice.choice((Wanted.NONE, Wanted.NONE, Wanted.PREFERRED, Wanted.REQUIRED)),
            method=dice.choice((Method.NONE, Method.NONE, Method.SCHOTTEN)),
        )
        asked.append(measure)
    return asked
