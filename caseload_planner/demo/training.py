"""What the workers of the demo organisation are trained in, and their tasks beside cases."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from caseload_planner.demo.dice import Dice, apportion
from caseload_planner.demo.places import DemoPlan, Place
from caseload_planner.domain.measures import Method
from caseload_planner.domain.organisation import Role, Skill, Worker

SAFEPATH = Method.SAFEPATH.value

_SCHOTTEN_TEAM, _SCHOTTEN_TRAINED, _SAFEPATH = 8, 10, 8
_PROBATION_AMONG_PROTECTION = 0.2
_TASKS = ((5, Decimal("0.20")), (4, Decimal("0.10")), (2, Decimal("0.15")), (4, Decimal("0.10")))
"""Works council, ZSM desk, attention officers, practice experts: how many and which share of their hours."""
_PERSONAL_CEILINGS = 4
_SETTLED_DAYS = 365


def train(plan: DemoPlan, workers: Mapping[str, Worker], seed: int, on: date) -> dict[str, Worker]:
    """Give the same workers with skills, task shares and a few personal ceilings."""
    dice = Dice(seed, "training")
    skills: dict[str, set[str]] = {key: set() for key in workers}
    for place in plan.places:
        here = _in_place(place, workers)
        settled = [w for w in here if _settled(w, on)]
        own = [w for w in here if w.in_service(on) and w.role is Role.YOUTH_PROTECTION and not w.seconded]
        _teach(skills, settled, Skill.SNS, place.sns, dice, otherwise=own)
        _teach(skills, settled, Skill.PMG, place.pmg, dice, otherwise=own)
        _teach_probation(skills, here, settled, dice)
    _teach_by_place(plan, workers, skills, Skill.SCHOTTEN_TEAM, _SCHOTTEN_TEAM, on, dice)
    for known in skills.values():
        if Skill.SCHOTTEN_TEAM in known:
            known.add(Skill.SCHOTTEN)
    _teach_by_place(plan, workers, skills, Skill.SCHOTTEN, _SCHOTTEN_TRAINED, on, dice)
    _teach_by_place(plan, workers, skills, SAFEPATH, _SAFEPATH, on, dice)
    trained = {key: replace(worker, skills=frozenset(skills[key])) for key, worker in workers.items()}
    return _with_agreements(plan, trained, on, dice)


def _in_place(place: Place, workers: Mapping[str, Worker]) -> list[Worker]:
    teams = {team.key for team in place.teams}
    return [w for w in workers.values() if w.team in teams and w.carries and w.role is not Role.ASSISTANT]


def _settled(worker: Worker, on: date) -> bool:
    """Whether she is one of our own, protects youth, and has been here for a year and stays."""
    return (
        worker.role is Role.YOUTH_PROTECTION
        and not worker.seconded
        and worker.ends_on is None
        and (on - worker.started_on).days >= _SETTLED_DAYS
    )


def _teach(
    skills: dict[str, set[str]],
    candidates: list[Worker],
    skill: str,
    count: int,
    dice: Dice,
    *,
    otherwise: Sequence[Worker] = (),
) -> None:
    """Train so many of the candidates, and some of `otherwise` where they are too few."""
    chosen = dice.sample([w.key for w in candidates if skill not in skills[w.key]], count)
    if len(chosen) < count:
        rest = [w.key for w in otherwise if skill not in skills[w.key] and w.key not in chosen]
        chosen += dice.sample(rest, count - len(chosen))
    for key in chosen:
        skills[key].add(skill)


def _teach_probation(skills: dict[str, set[str]], here: list[Worker], settled: list[Worker], dice: Dice) -> None:
    for worker in here:
        if worker.role is Role.YOUTH_PROBATION or (worker.ends_on is not None and dice.chance(0.2)):
            skills[worker.key].add(Skill.PROBATION)
    _teach(skills, settled, Skill.PROBATION, max(1, round(_PROBATION_AMONG_PROTECTION * len(settled))), dice)


def _teach_by_place(
    plan: DemoPlan,
    workers: Mapping[str, Worker],
    skills: dict[str, set[str]],
    skill: str,
    count: int,
    on: date,
    dice: Dice,
) -> None:
    """Spread a figure of the whole organisation over regions, at least two in each, and over their people."""
    regions = sorted({place.region for place in plan.places})
    sizes = [sum(place.workers for place in plan.places if place.region == region) for region in regions]
    total = max(2 * len(regions), plan.scaled(count))
    for region, share in zip(regions, apportion(total, sizes), strict=True):
        there = [place for place in plan.places if place.region == region]
        settled = [w for place in there for w in _in_place(place, workers) if _settled(w, on)]
        _teach(skills, settled, skill, share, dice)


def _with_agreements(plan: DemoPlan, workers: dict[str, Worker], on: date, dice: Dice) -> dict[str, Worker]:
    free = dice.shuffled([key for key, worker in workers.items() if _settled(worker, on)])
    result = dict(workers)
    for count, share in _TASKS:
        taken, free = _split(free, plan.scaled(count))
        result |= {key: replace(result[key], task_share=share) for key in taken}
    taken, _ = _split(free, plan.scaled(_PERSONAL_CEILINGS))
    return result | {key: replace(result[key], personal_ceiling=25 * dice.whole(36, 48)) for key in taken}


def _split(keys: list[str], count: int) -> tuple[list[str], list[str]]:
    return keys[:count], keys[count:]
