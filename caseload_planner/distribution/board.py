"""Loads and families while placements are put down and taken up, and what one more would cost."""

from collections import Counter
from collections.abc import Sequence

from caseload_planner.distribution.placement_costs import Cost, PlacementCosts
from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.domain.points import Hundredths
from caseload_planner.rules.ceiling import room_in_round
from caseload_planner.rules.round import Placement
from caseload_planner.rules.starters import starts_in

Shares = tuple[Hundredths, Hundredths, Hundredths]
"""What a measure adds: alone, to the first of a duo, to the second."""
NOT_FIRST: Hundredths = -1
"""Stands for what first contacts add where none is asked for."""


class Board:
    """A round while it is being filled.

    `cost` of a placement is the difference it makes to the levels, given what lies on the board; so what a set of
    changes does to a plan is the sum of its costs, in whatever order they are made.

    Parameters
    ----------
    problem
        The round and its choices.
    order
        Names of levels, most important first.
    """

    def __init__(self, problem: DistributionProblem, order: Sequence[str]) -> None:
        self.round, self.choices = problem.round, problem.choices
        self.costs = PlacementCosts(problem, order)
        workers = {w for c in problem.choices.values() for w in (*c.firsts, *c.seconds)}
        self._room = {worker: room_in_round(self.round, worker) for worker in workers}
        self._starters = {worker for worker in workers if starts_in(self.round, worker)}
        self.shares: dict[str, Shares] = {
            key: (self.round.shares(key, duo=False)[0], *self.round.shares(key, duo=True)) for key in self.round.asked
        }
        self._added: dict[str, Hundredths] = dict.fromkeys(workers, 0)
        self._first_added: dict[str, Hundredths] = dict.fromkeys(workers, 0)
        self._family_firsts: dict[str, Counter[str]] = {}
        self._remembered: dict[tuple[str, Hundredths, Hundredths, Hundredths], Cost] = {}

    def put(self, placement: Placement) -> None:
        """Put a placement down."""
        self._change(placement, 1)

    def take_up(self, placement: Placement) -> None:
        """Take a placement up again."""
        self._change(placement, -1)

    def waiting_cost(self, key: str) -> Cost:
        """Give what leaving a measure over costs."""
        return self.costs.waiting(key)

    def cost(self, placement: Placement) -> Cost:
        """Give what a placement adds to the levels, given what lies on the board."""
        key, first, second = placement.measure, placement.first, placement.second
        whole, lead_share, second_share = self.shares[key]
        cost = self.costs.first(key, first, duo=second is not None) + self._new_face(key, first)
        if second is None:
            return cost + self.load_cost(first, whole, first=True)
        cost += self.load_cost(first, lead_share, first=True) + self.load_cost(second, second_share, first=False)
        return cost + self.costs.second(key, second) + self.costs.together(key, first, second)

    def fits(self, worker: str, share: Hundredths) -> bool:
        """Whether a share fits under what somebody may get."""
        return self._added[worker] + share <= self._room[worker]

    def load_cost(self, worker: str, share: Hundredths, *, first: bool) -> Cost:
        """Give what a share costs somebody now."""
        added, firsts = self._added[worker], self._first_added[worker] if first else NOT_FIRST
        cost = self._remembered.get((worker, added, firsts, share))
        if cost is None:
            cost = self.costs.load(worker, added, share)
            if first:
                cost += self.costs.intake(worker, firsts, share)
            self._remembered[worker, added, firsts, share] = cost
        return cost

    def floor_cost(self, worker: str, share: Hundredths, *, first: bool) -> Cost:
        """Give what a share costs somebody to whom the round brings nothing else: the least that it ever costs."""
        return self.costs.load(worker, 0, share) + (self.costs.intake(worker, 0, share) if first else 0)

    def siblings_firsts(self, key: str) -> frozenset[str]:
        """Give the first contacts that siblings of a new family have on the board."""
        family = self.round.measure(key).family
        if self.round.known_firsts[family] is not None:
            return frozenset()
        return frozenset(+self._family_firsts.get(family, Counter()))

    def may_stand_beside(self, key: str, first: str, second: str) -> bool:
        """Whether two may be the duo of a measure: not one person twice, nor two starters that nobody pinned."""
        if first == second:
            return False
        if first not in self._starters or second not in self._starters:
            return True
        pin = self.round.pins.get(key)
        return pin is not None and pin.second == second

    def _change(self, placement: Placement, sign: int) -> None:
        whole, lead_share, second_share = self.shares[placement.measure]
        first_share = whole if placement.second is None else lead_share
        self._added[placement.first] += sign * first_share
        self._first_added[placement.first] += sign * first_share
        if placement.second is not None:
            self._added[placement.second] += sign * second_share
        family = self.round.measure(placement.measure).family
        self._family_firsts.setdefault(family, Counter())[placement.first] += sign

    def _new_face(self, key: str, first: str) -> Cost:
        siblings = self.siblings_firsts(key)
        return self.costs.unit("families") if siblings and first not in siblings else 0
