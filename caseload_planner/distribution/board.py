"""Loads and families while placements are put down and taken up, and what one more would cost level by level."""

from collections import Counter
from collections.abc import Iterator, Sequence

from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.domain.capacity import intake_limit
from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Skill
from caseload_planner.domain.points import Hundredths
from caseload_planner.rules.ceiling import room_in_round
from caseload_planner.rules.evenness import evenness_added
from caseload_planner.rules.faces import KNOWN_SECOND_PASSED_OVER, NEW_PARTNERS, known_second
from caseload_planner.rules.families import known_face
from caseload_planner.rules.intake_spread import intake_over
from caseload_planner.rules.near import FIRST_TIMES, SECOND_TIMES, steps_away
from caseload_planner.rules.over_norm import over_norm_added
from caseload_planner.rules.pairs import NO_SECOND, NO_SNS_PAIR
from caseload_planner.rules.round import Placement
from caseload_planner.rules.starters import starts_in
from caseload_planner.rules.waiting import waiting_weight

Cost = tuple[int, ...]
"""What a choice adds, level by level, in the order asked for."""


class Board:
    """A round while it is being filled.

    `cost` of a placement is the difference it makes to every level, given what lies on the board; so what a set of
    changes does to a plan is the sum of its costs, in whatever order they are made.

    Parameters
    ----------
    problem
        The round and its choices.
    order
        Names of levels, most important first.
    """

    def __init__(self, problem: DistributionProblem, order: Sequence[str]) -> None:
        self.round, self.choices, self._order = problem.round, problem.choices, tuple(order)
        workers = {w for c in problem.choices.values() for w in (*c.firsts, *c.seconds)}
        self._room = {worker: room_in_round(self.round, worker) for worker in workers}
        self._before = {worker: self.round.load_before(worker) for worker in workers}
        self._capacity = {worker: self.round.capacity(worker).working for worker in workers}
        policy = self.round.caseload.policy
        self._intake = {worker: intake_limit(self.round.capacity(worker), policy) for worker in workers}
        self._sns = {worker for worker in workers if Skill.SNS in self.round.worker(worker).skills}
        self._starters = {worker for worker in workers if starts_in(self.round, worker)}
        self._faces = {key: known_face(self.round, key) for key in self.round.asked}
        self._seconds = {key: known_second(self.round, key) for key in self.round.asked}
        self._added: Counter[str] = Counter()
        self._first_added: Counter[str] = Counter(self.round.taken_this_week)
        self._family_firsts: dict[str, Counter[str]] = {}

    def put(self, placement: Placement) -> None:
        """Put a placement down."""
        self._change(placement, 1)

    def take_up(self, placement: Placement) -> None:
        """Take a placement up again."""
        self._change(placement, -1)

    def waiting_cost(self, key: str) -> Cost:
        """Give what leaving a measure over costs."""
        weight = waiting_weight(self.round.measure(key), self.round.on)
        return tuple(weight if name == "waiting" else 0 for name in self._order)

    def options(self, key: str) -> Iterator[tuple[Cost, Placement]]:
        """Give the placements that fit a measure now, with their costs; of each duo only the cheapest seconds."""
        whole, _ = self.round.shares(key, duo=False)
        for worker in self.choices[key].alone:
            if self._fits(worker, whole):
                placement = Placement(key, worker)
                yield self.cost(placement), placement
        for placement in self._duos(key):
            yield self.cost(placement), placement

    def cost(self, placement: Placement) -> Cost:
        """Give what a placement adds to every level, given what lies on the board."""
        levels = {
            "families": self._new_face(placement),
            "pairs": self._pairs(placement),
            "near": self._near(placement),
            "faces": self._new_partners(placement),
        }
        lead_share, second_share = self.round.shares(placement.measure, duo=placement.second is not None)
        over, even = self._load_cost(placement.first, lead_share)
        if placement.second is not None:
            second_over, second_even = self._load_cost(placement.second, second_share)
            over, even = over + second_over, even + second_even
        had, limit = self._first_added[placement.first], self._intake[placement.first]
        levels |= {"over_norm": over, "evenness": even}
        levels["intake_spread"] = intake_over(limit, had + lead_share) - intake_over(limit, had)
        return tuple(levels.get(name, 0) for name in self._order)

    def cheapest(self, key: str) -> tuple[Cost, Placement] | None:
        """Give the cheapest placement that fits a measure now, by name among equals; None where none fits."""
        return min(self.options(key), key=lambda option: (option[0], _by_name(option[1])), default=None)

    def _change(self, placement: Placement, sign: int) -> None:
        shares = self.round.shares(placement.measure, duo=placement.second is not None)
        for (_, worker), share in zip(placement.contacts, shares, strict=False):
            self._added[worker] += sign * share
        self._first_added[placement.first] += sign * shares[0]
        family = self.round.measure(placement.measure).family
        self._family_firsts.setdefault(family, Counter())[placement.first] += sign

    def _fits(self, worker: str, share: Hundredths) -> bool:
        return self._added[worker] + share <= self._room[worker]

    def _load_cost(self, worker: str, share: Hundredths) -> tuple[int, int]:
        capacity, before, had = self._capacity[worker], self._before[worker], self._added[worker]
        if capacity <= 0:
            return 0, 0
        over = over_norm_added(capacity, before, had + share) - over_norm_added(capacity, before, had)
        even = evenness_added(capacity, before, had + share) - evenness_added(capacity, before, had)
        return over, even

    def _new_face(self, placement: Placement) -> int:
        face = self._faces[placement.measure]
        if face is not None:
            return int(face != placement.first)
        family = self.round.measure(placement.measure).family
        firsts = self._family_firsts.get(family)
        if self.round.known_firsts[family] is not None or firsts is None or not +firsts:
            return 0
        return int(firsts[placement.first] <= 0)

    def _pairs(self, placement: Placement) -> int:
        measure = self.round.measure(placement.measure)
        total = NO_SECOND * (measure.duo is Wanted.PREFERRED and placement.second is None)
        if measure.sns is Wanted.PREFERRED:
            total += NO_SNS_PAIR * (not (placement.first in self._sns and placement.second in self._sns))
        return total

    def _near(self, placement: Placement) -> int:
        total = FIRST_TIMES * steps_away(self.round, placement.measure, placement.first)
        if placement.second is not None:
            total += SECOND_TIMES * steps_away(self.round, placement.measure, placement.second)
        return total

    def _new_partners(self, placement: Placement) -> int:
        if placement.second is None:
            return 0
        known = self._seconds[placement.measure]
        passed_over = known not in {None, placement.first, placement.second}
        pair = (min(placement.first, placement.second), max(placement.first, placement.second))
        return KNOWN_SECOND_PASSED_OVER * passed_over + NEW_PARTNERS * (pair not in self.round.partners)

    def _duos(self, key: str) -> Iterator[Placement]:
        """Give each possible first with the cheapest second beside her, and with the cheapest SNS-trained one."""
        choices = self.choices[key]
        lead_share, second_share = self.round.shares(key, duo=True)
        ranked = []
        for worker in choices.seconds:
            if self._fits(worker, second_share):
                over, even = self._load_cost(worker, second_share)
                ranked.append((over, steps_away(self.round, key, worker), even, worker))
        ranked.sort()
        seconds = [worker for *_, worker in ranked]
        trained = [worker for worker in seconds if worker in self._sns]
        known_seconds = [worker for worker in seconds if worker == self._seconds[key]]
        for first in choices.leads:
            if not self._fits(first, lead_share):
                continue
            groups = (seconds, trained, known_seconds)
            beside = {next((w for w in group if self._may_stand_beside(key, first, w)), None) for group in groups}
            for second in sorted(worker for worker in beside if worker is not None):
                yield Placement(key, first, second)

    def _may_stand_beside(self, key: str, first: str, second: str) -> bool:
        if first == second:
            return False
        if first not in self._starters or second not in self._starters:
            return True
        pin = self.round.pins.get(key)
        return pin is not None and pin.second == second


def _by_name(placement: Placement) -> tuple[str, str]:
    return placement.first, placement.second or ""
