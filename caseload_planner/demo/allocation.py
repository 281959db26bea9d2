"""Who holds the running measures today: towards loads as they are in reality, uneven and here and there too high."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from caseload_planner.demo.dice import Dice
from caseload_planner.demo.families import FamilyDraft
from caseload_planner.domain.capacity import capacity_on, contract_fte, is_starter
from caseload_planner.domain.measures import PMG_TYPES, PROBATION_TYPES, Measure, Method, Wanted
from caseload_planner.domain.norm import NormSet
from caseload_planner.domain.organisation import Role, Skill, Worker
from caseload_planner.domain.weights import duo_shares, family_weights

_UNEVENNESS, _WHIM = 0.10, 0.06
_KEPT_WHILE_ABSENT = 0.2
_SECOND_ONLY_PART = 0.6
_SCHOTTEN_TEAM_PART = 0.88
_FEWEST_POINTS = 60
"""Who can carry less than this (a first month, a last week) holds nothing yet."""
_LOOKED_AT = 14
_SECOND_CHANCE = {Wanted.REQUIRED: 0.975, Wanted.PREFERRED: 0.68, Wanted.NONE: 0.0}
_SNS_PAIR_CHANCE = 0.7
_FIRST_ROLES = frozenset({Role.YOUTH_PROTECTION, Role.YOUTH_PROBATION, Role.JUNIOR})
_SECOND_ONLY_ROLES = frozenset({Role.CAREER_CHANGER, Role.ASSISTANT})


@dataclass(slots=True)
class Desk:
    """A worker while cases are handed out: what she should come to and what she has, in hundredths of a point."""

    worker: Worker
    location: str
    region: str
    target: float
    starter: bool
    load: float = 0.0
    partners: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Holding:
    """Who holds a measure today."""

    first: str
    second: str | None


class Allocation:
    """Hands out running measures, the hardest to place first.

    Parameters
    ----------
    workers, places
        Everybody by key, and (region, location) by team.
    norms
        Give weights and lines on the date.
    """

    def __init__(
        self, workers: Mapping[str, Worker], places: Mapping[str, tuple[str, str]], norms: NormSet, seed: int, on: date
    ) -> None:
        self._dice = Dice(seed, "allocation")
        self._on = on
        self._norm = norms.on(on)
        self.desks = self._desks(workers, places, norms)
        self._pools: dict[tuple[str, frozenset[str], bool], list[Desk]] = {}

    def hand_out(self, families: Iterable[FamilyDraft]) -> dict[str, Holding]:
        """Give who holds each measure that is not new, by measure."""
        jobs: list[tuple[int, float, FamilyDraft, Measure, int]] = []
        for family in families:
            ordered = sorted(family.measures, key=lambda m: (m.counts_from, m.key))
            weights = family_weights(ordered, self._on, self._norm)
            order = self._dice.between(0, 1)
            jobs += [
                (-len(_skills_for_first(measure)), order, family, measure, weights[measure.key].total)
                for measure in family.measures[: len(family.measures) - family.new]
            ]
        jobs.sort(key=lambda job: (job[0], job[1], job[3].key))
        holdings: dict[str, Holding] = {}
        faces: dict[str, Desk] = {}
        for *_, family, measure, weight in jobs:
            first = self._first(family, measure, weight, faces.get(measure.family))
            faces.setdefault(measure.family, first)
            second = self._second(family, measure, weight, first) if self._has_second(measure, first) else None
            shares = duo_shares(weight, self._norm, with_second=second is not None)
            first.load += shares[0]
            if second is not None:
                second.load += shares[1]
                first.partners.add(second.worker.key)
                second.partners.add(first.worker.key)
            holdings[measure.key] = Holding(first.worker.key, second.worker.key if second else None)
        return holdings

    def _desks(
        self, workers: Mapping[str, Worker], places: Mapping[str, tuple[str, str]], norms: NormSet
    ) -> dict[str, Desk]:
        desks = {}
        for key, worker in workers.items():
            if not worker.carries or not worker.in_service(self._on):
                continue
            lines = capacity_on(worker, self._on, self._norm, norms.policy)
            carries = float(min(lines.working, lines.ceiling))
            unabsent = float(contract_fte(worker, self._on) * self._norm.working)
            if carries < unabsent / 2 and worker.absences:
                carries = max(carries, _KEPT_WHILE_ABSENT * unabsent)
            carries *= min(1.3, max(0.72, self._dice.normal(1, _UNEVENNESS))) * self._kept_free(worker)
            region, location = places[worker.team]
            starter = is_starter(worker, self._on, norms.policy)
            desks[key] = Desk(worker, location, region, carries, starter)
        return desks

    def _kept_free(self, worker: Worker) -> float:
        """Give the part of a caseload that she has who only assists, leaves, or keeps room for Schotten cases."""
        if worker.role in _SECOND_ONLY_ROLES:
            return _SECOND_ONLY_PART
        if worker.ends_on is None:
            return _SCHOTTEN_TEAM_PART if Skill.SCHOTTEN_TEAM in worker.skills else 1.0
        return min(1.0, max(0.35, (worker.ends_on - self._on).days / (180 if worker.seconded else 91)))

    def _first(self, family: FamilyDraft, measure: Measure, weight: int, face: Desk | None) -> Desk:
        needed = _skills_for_first(measure)
        if face is not None and needed <= face.worker.skills and self._dice.chance(0.94):
            return face
        pool = self._pool(family.place.location, needed, first=True)
        pool = pool or self._pool(family.place.region, needed, first=True)
        pool = pool or self._pool(family.place.location, frozenset(), first=True)
        probation = measure.type in PROBATION_TYPES

        def cost(desk: Desk) -> float:
            specialist = desk.worker.role is Role.YOUTH_PROBATION
            fit = -0.25 if specialist and probation else 0.15 if specialist else 0.0
            return self._fullness(desk, weight, family.team) + fit

        return min(self._looked_at(pool, family.team), key=cost)

    def _second(self, family: FamilyDraft, measure: Measure, weight: int, first: Desk) -> Desk | None:
        needed = frozenset({Skill.SNS}) if _asks_sns_pair(measure) else frozenset()
        if measure.method is Method.SCHOTTEN:
            needed |= {Skill.SCHOTTEN}
        pool = self._pool(first.location, needed, first=False) or self._pool(first.region, needed, first=False)
        pool = [d for d in pool if d is not first and not (d.starter and first.starter)]

        def cost(desk: Desk) -> float:
            only_second = desk.worker.role in _SECOND_ONLY_ROLES
            known = -0.2 if desk.worker.key in first.partners else 0.0
            return self._fullness(desk, weight * 0.4, family.team) + known - (0.3 if only_second else 0.0)

        return min(self._looked_at(pool, family.team), key=cost) if pool else None

    def _has_second(self, measure: Measure, first: Desk) -> bool:
        if measure.duo is Wanted.NONE and measure.sns is Wanted.PREFERRED:
            return Skill.SNS in first.worker.skills and self._dice.chance(_SNS_PAIR_CHANCE)
        return self._dice.chance(_SECOND_CHANCE[measure.duo])

    def _fullness(self, desk: Desk, weight: float, team: str) -> float:
        own_team = -0.12 if desk.worker.team == team else 0.0
        return (desk.load + weight) / desk.target + self._dice.normal(0, _WHIM) + own_team

    def _pool(self, where: str, skills: frozenset[str], *, first: bool) -> list[Desk]:
        """Give who can hold such a measure in a location or region."""
        name = (where, skills, first)
        if name not in self._pools:
            roles = _FIRST_ROLES if first else _FIRST_ROLES | _SECOND_ONLY_ROLES
            self._pools[name] = [
                desk
                for desk in self.desks.values()
                if where in (desk.location, desk.region)
                and desk.worker.role in roles
                and skills <= desk.worker.skills
                and desk.target >= _FEWEST_POINTS
            ]
        return self._pools[name]

    def _looked_at(self, pool: list[Desk], team: str) -> list[Desk]:
        """Give all of a small pool; of a large one the own team and some others."""
        if len(pool) <= 2 * _LOOKED_AT:
            return pool
        own = [desk for desk in pool if desk.worker.team == team]
        return own + self._dice.sample([desk for desk in pool if desk.worker.team != team], _LOOKED_AT)


def _asks_sns_pair(measure: Measure) -> bool:
    return measure.sns is Wanted.REQUIRED or (measure.sns is Wanted.PREFERRED and measure.duo is Wanted.NONE)


def _skills_for_first(measure: Measure) -> frozenset[str]:
    """Give what its first contact should be trained in."""
    skills = set()
    if measure.type in PROBATION_TYPES:
        skills.add(Skill.PROBATION)
    if measure.type in PMG_TYPES:
        skills.add(Skill.PMG)
    if measure.sns is Wanted.REQUIRED:
        skills.add(Skill.SNS)
    if measure.method is Method.SCHOTTEN:
        skills.add(Skill.SCHOTTEN_TEAM)
    return frozenset(skills)
