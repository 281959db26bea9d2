"""What every choice costs a level at the least: a bound without any solver, and choices that are too dear already.

A load costs at least what its items cost one by one, as the functions of loads are convex. So the least that each
measure can cost, added up, is below every answer; and somebody who costs more than the least by more than there is to
lose is in no answer worth having.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from caseload_planner.distribution.placement_costs import PlacementCosts
from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.domain.points import Hundredths
from caseload_planner.solving.open_choices import Choice, OpenChoices, Role, Roles
from caseload_planner.solving.statement import Floors

ROUNDING = 2
"""Units by which one item's rounded value may be above what it adds, where loads are small."""
SQUARES = frozenset({"over_norm", "evenness"})


@dataclass(slots=True)
class _Sum:
    bound: int = 0
    excess: dict[Choice, int] = field(default_factory=dict)


class FloorCosts:
    """The least costs of a part's choices, level by level.

    Parameters
    ----------
    part
        Its round and choices.
    """

    def __init__(self, part: DistributionProblem) -> None:
        self._part = part
        self._shares = {
            key: (part.round.shares(key, duo=False)[0], *part.round.shares(key, duo=True)) for key in part.round.asked
        }

    def of_level(self, name: str, open_choices: OpenChoices) -> Floors:
        """Give the bound of a level, and by how much each choice takes it up."""
        costs = _LevelCosts(self._part, name, self._shares)
        total = _Sum()
        grouped = {measure for group in open_choices.together for measure in group}
        for group in open_choices.together:
            _add_group(total, costs, open_choices, group)
        for measure in open_choices.roles:
            if measure not in grouped:
                _add_measure(total, costs, open_choices, measure)
        return Floors(total.bound, total.excess)


class _LevelCosts:
    """Costs of contacts at one level, each as if the round brought nothing else."""

    def __init__(
        self,
        part: DistributionProblem,
        name: str,
        shares: dict[str, tuple[Hundredths, Hundredths, Hundredths]],
    ) -> None:
        self._costs = PlacementCosts(part, [name])
        self.shares = shares
        self._slack = ROUNDING if name in SQUARES else 0
        self._least_share = min((share for three in shares.values() for share in three if share > 0), default=1)
        self._loads: dict[tuple[str, Hundredths], int] = {}
        self._adding_up: dict[str, bool] = {}

    def first(self, measure: str, worker: str, *, duo: bool) -> int:
        share = self.shares[measure][1 if duo else 0]
        return self.fixed_first(measure, worker, duo=duo) + self.first_load(worker, share)

    def fixed_first(self, measure: str, worker: str, *, duo: bool) -> int:
        return self._costs.first(measure, worker, duo=duo)

    def second(self, measure: str, worker: str) -> int:
        return self._costs.second(measure, worker) + self._load(worker, self.shares[measure][2])

    def first_load(self, worker: str, share: Hundredths) -> int:
        return self._load(worker, share) + self._costs.intake(worker, 0, share)

    def _load(self, worker: str, share: Hundredths) -> int:
        least = self._loads.get((worker, share))
        if least is None:
            least = self._costs.load(worker, 0, share)
            if least and self._slack and not self._adds_up(worker, share):
                least = max(0, least - self._slack)
            self._loads[worker, share] = least
        return least

    def _adds_up(self, worker: str, share: Hundredths) -> bool:
        """Whether two of the smallest shares that cost anything cost more together by all that rounding can hide."""
        known = self._adding_up.get(worker)
        if known is None:
            loads = range(self._least_share, share + 1)
            smallest = loads[bisect_left(loads, 1, key=lambda load: int(self._costs.load(worker, 0, load) > 0))]
            apart = 2 * self._costs.load(worker, 0, smallest)
            known = self._adding_up[worker] = self._costs.load(worker, 0, 2 * smallest) - apart > ROUNDING
        return known


def _add_measure(total: _Sum, costs: _LevelCosts, open_choices: OpenChoices, measure: str) -> None:
    alone, leads, seconds = open_choices.roles[measure]
    alone_costs = [costs.first(measure, worker, duo=False) for worker in alone]
    lead_costs = [costs.first(measure, worker, duo=True) for worker in leads]
    least_lead = min(lead_costs, default=0)
    second_costs, least_second = _add_seconds(costs, measure, seconds)
    duos = [cost + least_second for cost in lead_costs]
    least = min([*alone_costs, *duos], default=0) if measure in open_choices.placed else 0
    total.bound += least
    for role, workers, rows in ((Role.ALONE, alone, alone_costs), (Role.LEAD, leads, duos)):
        total.excess |= {(role, measure, w): cost - least for w, cost in zip(workers, rows, strict=True)}
    for worker, cost in zip(seconds, second_costs, strict=True):
        total.excess[Role.SECOND, measure, worker] = cost + least_lead - least


def _add_group(total: _Sum, costs: _LevelCosts, open_choices: OpenChoices, group: Sequence[str]) -> None:
    """Add siblings who get one first contact: their shares weigh on her together."""
    firsts = sorted({*open_choices.roles[group[0]][0], *open_choices.roles[group[0]][1]})
    share = sum(
        min((*costs.shares[measure][:1] * bool(alone), *costs.shares[measure][1:2] * bool(leads)), default=0)
        for measure, (alone, leads, _) in _roles(open_choices, group)
    )
    rows = []
    for worker in firsts:
        fixed = 0
        for measure, (alone, leads, _) in _roles(open_choices, group):
            ways = [costs.fixed_first(measure, worker, duo=False)] * (worker in alone)
            ways += [costs.fixed_first(measure, worker, duo=True)] * (worker in leads)
            fixed += min(ways)
        rows.append(fixed + costs.first_load(worker, share))
    least = min(rows, default=0)
    total.bound += least
    for worker, cost in zip(firsts, rows, strict=True):
        total.excess |= {(role, m, worker): cost - least for m in group for role in (Role.ALONE, Role.LEAD)}
    for measure, (alone, _, seconds) in _roles(open_choices, group):
        second_costs, least_second = _add_seconds(costs, measure, seconds)
        if seconds and not alone:
            total.bound += least_second
            for worker, cost in zip(seconds, second_costs, strict=True):
                total.excess[Role.SECOND, measure, worker] = cost - least_second


def _roles(open_choices: OpenChoices, group: Sequence[str]) -> list[tuple[str, Roles]]:
    return [(measure, open_choices.roles[measure]) for measure in group]


def _add_seconds(costs: _LevelCosts, measure: str, seconds: Sequence[str]) -> tuple[list[int], int]:
    rows = [costs.second(measure, worker) for worker in seconds]
    return rows, min(rows, default=0)
