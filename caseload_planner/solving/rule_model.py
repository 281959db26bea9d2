"""The rule model on CP-SAT: choices of a round as Booleans, exact functions of loads as tables with tight cuts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from ortools.sat.python import cp_model

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.points import Hundredths
from caseload_planner.rules.round import ContactPosition, Placement
from caseload_planner.rules.rule_model import Term

Variable = Any
"""A CP-SAT variable or expression; its types satisfy `Term` but are not spelled as such."""

ROUNDING = 2
"""Units by which a rounded convex function may fall short of adding up over several items, an item."""


class CpRuleModel:
    """Implements `RuleModel`, and turns placements into a complete hint and a solution into placements.

    Parameters
    ----------
    choices
        Per measure: who may take it alone, who may lead a duo, who may stand second.
    shares
        Per measure: hundredths for alone, first of a duo, second.
    rooms
        Hundredths that each worker may get at most.
    """

    def __init__(
        self,
        choices: Mapping[str, tuple[Sequence[str], Sequence[str], Sequence[str]]],
        shares: Mapping[str, tuple[Hundredths, Hundredths, Hundredths]],
        rooms: Mapping[str, Hundredths],
    ) -> None:
        self.model = cp_model.CpModel()
        self._choices, self._shares, self._rooms = choices, shares, rooms
        self._alone: dict[tuple[str, str], Variable] = {}
        self._lead: dict[tuple[str, str], Variable] = {}
        self._second: dict[tuple[str, str], Variable] = {}
        self._left: dict[str, Variable] = {}
        self._added: dict[str, Variable] = {}
        self._first_added: dict[str, Variable] = {}
        self._items: dict[str, list[tuple[Variable, Hundredths, bool]]] = {}
        for measure in sorted(choices):
            self._add_measure(measure)
        for worker in sorted(self._items):
            self._add_loads(worker)

    def _add_measure(self, measure: str) -> None:
        model, (alone, leads, seconds) = self.model, self._choices[measure]
        whole, lead_share, second_share = self._shares[measure]
        left = self._left[measure] = model.new_bool_var(f"left {measure}")
        for worker in alone:
            variable = self._alone[measure, worker] = model.new_bool_var(f"alone {measure} {worker}")
            self._items.setdefault(worker, []).append((variable, whole, True))
        for worker in leads:
            variable = self._lead[measure, worker] = model.new_bool_var(f"lead {measure} {worker}")
            self._items.setdefault(worker, []).append((variable, lead_share, True))
        for worker in seconds:
            variable = self._second[measure, worker] = model.new_bool_var(f"second {measure} {worker}")
            self._items.setdefault(worker, []).append((variable, second_share, False))
        firsts = [self._alone[measure, w] for w in alone] + [self._lead[measure, w] for w in leads]
        model.add_exactly_one([*firsts, left])
        model.add(sum(self._second[measure, w] for w in seconds) == sum(self._lead[measure, w] for w in leads))
        for worker in set(seconds) & {*alone, *leads}:
            both = (self._alone, self._lead, self._second)
            model.add_at_most_one(group[measure, worker] for group in both if (measure, worker) in group)

    def _add_loads(self, worker: str) -> None:
        items = self._items[worker]
        self._added[worker] = self._sum(worker, "added", [(variable, share) for variable, share, _ in items])
        firsts = [(variable, share) for variable, share, first in items if first]
        if firsts:
            self._first_added[worker] = self._sum(worker, "first added", firsts)

    def _sum(self, worker: str, name: str, items: list[tuple[Variable, Hundredths]]) -> Variable:
        sums = reachable_sums([share for _, share in items], self._rooms[worker])
        total = self.model.new_int_var_from_domain(cp_model.Domain.from_values(sums), f"{name} {worker}")
        self.model.add(total == sum(variable * share for variable, share in items))
        return total

    def candidates(self, measure: str, position: ContactPosition) -> Sequence[str]:
        """Give who may take a position on a measure, sorted."""
        alone, leads, seconds = self._choices[measure]
        return seconds if position is Position.SECOND else sorted({*alone, *leads})

    def first(self, measure: str, worker: str) -> Term:
        """Whether a worker becomes first contact, alone or in a duo."""
        terms = [group[measure, worker] for group in (self._alone, self._lead) if (measure, worker) in group]
        return sum(terms[1:], terms[0]) if terms else 0

    def second(self, measure: str, worker: str) -> Term:
        """Whether a worker becomes second contact."""
        return self._second.get((measure, worker), 0)

    def first_in_duo(self, measure: str, worker: str) -> Term:
        """Whether a worker becomes first contact of a duo."""
        return self._lead.get((measure, worker), 0)

    def placed(self, measure: str) -> Term:
        """Whether a measure is placed."""
        return 1 - self._left[measure]

    def duo(self, measure: str) -> Term:
        """Whether a measure is placed with a second."""
        terms = [self._lead[measure, worker] for worker in self._choices[measure][1]]
        return sum(terms[1:], terms[0]) if terms else 0

    def added(self, worker: str) -> Term:
        """Hundredths added to a worker's load."""
        return self._added.get(worker, 0)

    def first_added(self, worker: str) -> Term:
        """Hundredths that new first contacts add."""
        return self._first_added.get(worker, 0)

    def workers_in_play(self) -> Sequence[str]:
        """Give the workers who can get something, sorted."""
        return sorted(self._items)

    def require_at_most(self, term: Term, limit: int) -> None:
        """Demand that a term is at most a limit."""
        if isinstance(term, int):
            if term > limit:
                self.model.add_bool_or([])
            return
        self.model.add(term <= limit)

    def at_least_any(self, terms: Iterable[Term]) -> Term:
        """Give 1 as soon as one of the terms is; to be minimised."""
        present = [term for term in terms if not isinstance(term, int)]
        if not present:
            return 0
        either: Any = self.model.new_bool_var("")
        for term in present:
            self.model.add(either >= term)
        return either

    def at_most_any(self, terms: Iterable[Term]) -> Term:
        """Give 1 only where one of the terms is; to be maximised."""
        present = [term for term in terms if not isinstance(term, int)]
        if not present:
            return 0
        either: Any = self.model.new_bool_var("")
        self.model.add(either <= sum(term for term in present))
        return either

    def at_most_all(self, terms: Iterable[Term]) -> Term:
        """Give 1 only where all of the terms are; to be maximised."""
        wanted = list(terms)
        if any(isinstance(term, int) and term < 1 for term in wanted):
            return 0
        both: Any = self.model.new_bool_var("")
        for term in wanted:
            self.model.add(both <= term)
        return both

    def convex_of_added(self, worker: str, function: Callable[[Hundredths], int]) -> Term:
        """Give exactly `function` of what is added to a worker."""
        items = [(variable, share) for variable, share, _ in self._items.get(worker, ())]
        return self._table(self._added.get(worker), items, function)

    def convex_of_first_added(self, worker: str, function: Callable[[Hundredths], int]) -> Term:
        """Give exactly `function` of what new first contacts add to a worker."""
        items = [(variable, share) for variable, share, first in self._items.get(worker, ()) if first]
        return self._table(self._first_added.get(worker), items, function)

    def _table(
        self,
        total: Variable | None,
        items: Sequence[tuple[Variable, Hundredths]],
        function: Callable[[Hundredths], int],
    ) -> Term:
        """Tie a value to a load by a table of all reachable sums, with a cut that makes the relaxation tight.

        A convex function that is 0 at 0 gives for several items at least the sum of what each gives alone, so
        ``value >= sum of function(item)`` but for rounding. Most people get one item, where that is all but exact.
        """
        if total is None:
            return 0
        reachable = _values(total)
        values = [function(added) for added in reachable]
        if not any(values):
            return 0
        value: Any = self.model.new_int_var(min(values), max(values), "")
        self.model.add_allowed_assignments([total, value], list(zip(reachable, values, strict=True)))
        cut = [(variable, function(share) - ROUNDING) for variable, share in items]
        self.model.add(value >= sum(variable * least for variable, least in cut if least > 0))
        return value

    def fix(self, model: cp_model.CpModel, placements: Mapping[str, Placement]) -> None:
        """Fix every choice in a copy of the model to given placements; other measures are left over."""
        for measure, left in self._left.items():
            placement = placements.get(measure)
            model.add(left == int(placement is None))
        for group, chosen in ((self._alone, _alone), (self._lead, _lead), (self._second, _second)):
            for (measure, worker), variable in group.items():
                model.add(variable == int(chosen(placements.get(measure)) == worker))

    def placements(self, value_of: Callable[[Variable], int]) -> dict[str, Placement]:
        """Read the placements of a solution, by measure."""
        seconds = {measure: worker for (measure, worker), v in self._second.items() if value_of(v)}
        alone = {m: Placement(m, worker) for (m, worker), v in self._alone.items() if value_of(v)}
        led = {m: Placement(m, worker, seconds[m]) for (m, worker), v in self._lead.items() if value_of(v)}
        return dict(sorted({**alone, **led}.items()))


def _alone(placement: Placement | None) -> str | None:
    return None if placement is None or placement.second is not None else placement.first


def _lead(placement: Placement | None) -> str | None:
    return None if placement is None or placement.second is None else placement.first


def _second(placement: Placement | None) -> str | None:
    return None if placement is None else placement.second


def reachable_sums(shares: Iterable[Hundredths], room: Hundredths) -> list[Hundredths]:
    """Give every sum of some of the shares that is at most `room`, sorted; 0 is always one."""
    reached = {0}
    for share in shares:
        reached |= {total + share for total in reached if total + share <= room}
    return sorted(reached)


def _values(variable: Variable) -> list[int]:
    flat = list(variable.proto.domain)
    return [n for low, high in zip(flat[::2], flat[1::2], strict=True) for n in range(low, high + 1)]
