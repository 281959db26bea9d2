"""What a contact costs level by level, in one number: statics of a measure and a person, and what a load adds."""

from collections.abc import Sequence

from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.domain.capacity import intake_limit
from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Skill
from caseload_planner.domain.points import Hundredths
from caseload_planner.rules.evenness import evenness_added
from caseload_planner.rules.faces import KNOWN_SECOND_PASSED_OVER, NEW_PARTNERS, known_second
from caseload_planner.rules.families import known_face
from caseload_planner.rules.intake_spread import intake_over
from caseload_planner.rules.near import FIRST_TIMES, SECOND_TIMES, steps_away
from caseload_planner.rules.over_norm import over_norm_added
from caseload_planner.rules.pairs import NO_SECOND, NO_SNS_PAIR
from caseload_planner.rules.waiting import waiting_weight

Cost = int
"""What a choice adds to all levels: each level is a digit, the most important one first, so that costs compare and add
up as the levels do in their order."""

BITS_A_LEVEL = 48
"""Room for a level of the largest organisation; no level is ever below 0 or near this."""


class PlacementCosts:
    """Costs of contacts as numbers of one digit a level.

    Parameters
    ----------
    problem
        The round and its choices.
    order
        Names of levels, most important first; levels that depend on more than a placement and loads are left out.
    """

    def __init__(self, problem: DistributionProblem, order: Sequence[str]) -> None:
        self._round, self._order = problem.round, tuple(order)
        self._unit = {name: 1 << (BITS_A_LEVEL * place) for place, name in enumerate(reversed(self._order))}
        self._near, self._families = self.unit("near"), self.unit("families")
        self._no_sns_pair, self._no_second = NO_SNS_PAIR * self.unit("pairs"), NO_SECOND * self.unit("pairs")
        self._passed_over = KNOWN_SECOND_PASSED_OVER * self.unit("faces")
        self._new_partners = NEW_PARTNERS * self.unit("faces")
        self._over_norm, self._evenness = self.unit("over_norm"), self.unit("evenness")
        self._intake_spread = self.unit("intake_spread")
        round_ = self._round
        workers = sorted({w for c in problem.choices.values() for w in (*c.firsts, *c.seconds)})
        policy = round_.caseload.policy
        self._before = {worker: round_.load_before(worker) for worker in workers}
        self._capacity = {worker: round_.capacity(worker).working for worker in workers}
        self._intake = {worker: intake_limit(round_.capacity(worker), policy) for worker in workers}
        self._partners = round_.partners
        self._taken = {worker: round_.taken_this_week.get(worker, 0) for worker in workers}
        self.sns = {worker for worker in workers if Skill.SNS in round_.worker(worker).skills}
        self._faces = {key: known_face(round_, key) for key in round_.asked}
        self.known_seconds = {key: known_second(round_, key) for key in round_.asked}
        self._sns_preferred = {key: round_.measure(key).sns is Wanted.PREFERRED for key in round_.asked}

    def unit(self, level: str) -> Cost:
        """Give what one unit of a level weighs; 0 where the level does not count."""
        return self._unit.get(level, 0)

    def levels(self, cost: Cost) -> tuple[int, ...]:
        """Give the levels that a cost stands for, in their order."""
        mask = (1 << BITS_A_LEVEL) - 1
        places = range(len(self._order) - 1, -1, -1)
        return tuple((cost >> (BITS_A_LEVEL * place)) & mask for place in places)

    def waiting(self, key: str) -> Cost:
        """Give what leaving a measure over costs."""
        kept = self._round.kept.get(key)
        changes = 0 if kept is None else 1 + (kept.second is not None)
        weight = waiting_weight(self._round.measure(key), self._round.on)
        return weight * self.unit("waiting") + changes * self.unit("changes")

    def first(self, key: str, worker: str, *, duo: bool) -> Cost:
        """Give what it costs that somebody becomes first contact, whatever else the round brings."""
        face = self._faces[key]
        cost = FIRST_TIMES * steps_away(self._round, key, worker) * self._near
        if face is not None and face != worker:
            cost += self._families
        kept = self._round.kept.get(key)
        if kept is not None:
            changes = (kept.first != worker) + (not duo and kept.second is not None)
            cost += changes * self.unit("changes")
        if not duo:
            preferred = self._round.measure(key).duo is Wanted.PREFERRED
            cost += self._no_second * preferred + self._no_sns_pair * self._sns_preferred[key]
        return cost

    def second(self, key: str, worker: str) -> Cost:
        """Give what it costs that somebody becomes second contact, whatever else the round brings."""
        cost = SECOND_TIMES * steps_away(self._round, key, worker) * self._near
        kept = self._round.kept.get(key)
        if kept is not None and kept.second != worker:
            cost += self.unit("changes")
        return cost

    def together(self, key: str, first: str, second: str) -> Cost:
        """Give what a duo costs beyond what its two cost one by one."""
        cost = 0
        if self._sns_preferred[key] and not (first in self.sns and second in self.sns):
            cost += self._no_sns_pair
        known = self.known_seconds[key]
        if known is not None and known not in (first, second):
            cost += self._passed_over
        pair = (first, second) if first < second else (second, first)
        return cost if pair in self._partners else cost + self._new_partners

    def load(self, worker: str, added: Hundredths, share: Hundredths) -> Cost:
        """Give what a share costs on top of what the round adds already."""
        capacity, before = self._capacity[worker], self._before[worker]
        if capacity <= 0:
            return 0
        over = over_norm_added(capacity, before + added, share)
        return over * self._over_norm + evenness_added(capacity, before + added, share) * self._evenness

    def intake(self, worker: str, added: Hundredths, share: Hundredths) -> Cost:
        """Give what a first contact's share costs on top of those that the round adds already."""
        had, limit = self._taken[worker] + added, self._intake[worker]
        return (intake_over(limit, had + share) - intake_over(limit, had)) * self._intake_spread
