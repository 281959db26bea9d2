"""The rule model on CP-SAT: choices of a round as Booleans, functions of loads as convex tables."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

from ortools.sat.python import cp_model

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.points import Hundredths
from caseload_planner.rules.round import ContactPosition, Placement
from caseload_planner.solving.convex_table import ConvexTable
from caseload_planner.solving.duo_terms import DuoTerms
from caseload_planner.solving.load_caps import LoadCap, Loaded, Piece, cliques, packing_rows
from caseload_planner.solving.open_choices import Choice, OpenChoices, Role, choices_of
from caseload_planner.solving.relaxation import Relaxation

Variable = Any
"""A CP-SAT variable or expression; its types satisfy `Term` but are not spelled as such."""


class CpRuleModel:
    """Implements `RuleModel`, and turns placements into a complete hint and a solution into placements.

    Parameters
    ----------
    open_choices
        Who may take what, which measures are surely placed and which surely get one first contact.
    shares
        Per measure: hundredths for alone, first of a duo, second.
    rooms
        Hundredths that each worker may get at most.
    look_up
        Called now and then while the model is written; may raise to stop that.
    """

    def __init__(
        self,
        open_choices: OpenChoices,
        shares: Mapping[str, tuple[Hundredths, Hundredths, Hundredths]],
        rooms: Mapping[str, Hundredths],
        look_up: Callable[[], None] = lambda: None,
    ) -> None:
        self.model = cp_model.CpModel()
        self._look_up = look_up
        self._open, self._choices = open_choices, open_choices.roles
        self._shares, self._rooms = shares, rooms
        self._alone: dict[tuple[str, str], Variable] = {}
        self._lead: dict[tuple[str, str], Variable] = {}
        self._second: dict[tuple[str, str], Variable] = {}
        self._left: dict[str, Variable] = {}
        self._added: dict[str, Variable] = {}
        self._first_added: dict[str, Variable] = {}
        self._indices: dict[Choice, int] = {}
        self._items: dict[str, list[_Item]] = {}
        self._tables: list[_Table] = []
        self._group_of = {measure: group[0] for group in open_choices.together for measure in group}
        for measure in sorted(self._choices):
            look_up()
            self._add_measure(measure)
        self._duos = DuoTerms(self.model, self.choices())
        for group in open_choices.together:
            self._keep_together(group)
        for worker in sorted(self._items):
            look_up()
            self._add_loads(worker)

    def _add_measure(self, measure: str) -> None:
        model, (alone, leads, seconds) = self.model, self._choices[measure]
        whole, lead_share, second_share = self._shares[measure]
        surely_placed = measure in self._open.placed
        left = model.new_constant(0) if surely_placed else model.new_bool_var(f"left {measure}")
        self._left[measure] = left
        for worker in alone:
            variable = self._alone[measure, worker] = model.new_bool_var(f"alone {measure} {worker}")
            self._items.setdefault(worker, []).append(_Item(measure, variable, whole, Role.ALONE))
        for worker in leads:
            variable = self._lead[measure, worker] = model.new_bool_var(f"lead {measure} {worker}")
            self._items.setdefault(worker, []).append(_Item(measure, variable, lead_share, Role.LEAD))
        for worker in seconds:
            variable = self._second[measure, worker] = model.new_bool_var(f"second {measure} {worker}")
            self._items.setdefault(worker, []).append(_Item(measure, variable, second_share, Role.SECOND))
        firsts = [self._alone[measure, w] for w in alone] + [self._lead[measure, w] for w in leads]
        model.add_exactly_one([*firsts, left])
        model.add(sum(self._second[measure, w] for w in seconds) == sum(self._lead[measure, w] for w in leads))
        for worker in sorted(set(seconds) & {*alone, *leads}):
            both = (self._alone, self._lead, self._second)
            model.add_at_most_one(group[measure, worker] for group in both if (measure, worker) in group)

    def _keep_together(self, group: Sequence[str]) -> None:
        for one, other in pairwise(group):
            for worker in self.candidates(one, Position.FIRST):
                self.model.add(self.first(one, worker) == self.first(other, worker))

    def _add_loads(self, worker: str) -> None:
        self._added[worker] = self._sum(worker, self._items[worker], firsts_only=False)
        firsts = [item for item in self._items[worker] if item.first]
        if firsts:
            self._first_added[worker] = self._sum(worker, firsts, firsts_only=True)
        if {(worker, False), (worker, True)} & self._open.caps.keys():
            self._add_cliques(worker)

    def _sum(self, worker: str, items: Sequence["_Item"], *, firsts_only: bool) -> Variable:
        total = self.model.new_int_var(0, self._cap(worker, firsts_only=firsts_only).most, "")
        self.model.add(total == sum(item.variable * item.share for item in items))
        self._pack(worker, firsts_only=firsts_only)
        return total

    def _pack(self, worker: str, *, firsts_only: bool) -> None:
        """Say in whole items what goes together."""
        cap = self._cap(worker, firsts_only=firsts_only)
        certain, items = self._certain_and_open(worker, firsts_only=firsts_only)
        options = self._options(worker, items)
        for term, share in chain(*options):
            if share > cap.most - certain:
                # Siblings who stay together may be too much though each is not; a relaxation would give her a part.
                self.model.add(term == 0)
        if (worker, firsts_only) not in self._open.caps:
            # What somebody has room for binds few; what a kept level leaves her binds most.
            return
        for terms, limit in packing_rows(options, cap.most - certain, cap.together - certain):
            variables, factors = zip(*terms, strict=True)
            self.model.add(cp_model.LinearExpr.weighted_sum(variables, factors) <= limit)

    def _add_cliques(self, worker: str) -> None:
        """Say which of her choices do not go together, by either cap."""
        certain, items = self._certain_and_open(worker, firsts_only=False)
        certain_firsts, firsts = self._certain_and_open(worker, firsts_only=True)
        groups = [(group, True) for group in self._options(worker, firsts)]
        groups += [(group, False) for group in self._options(worker, [item for item in items if not item.first])]
        pieces = [
            Piece(term, share, first, number) for number, (group, first) in enumerate(groups) for term, share in group
        ]
        together = self._cap(worker, firsts_only=False).together - certain
        firsts_together = self._cap(worker, firsts_only=True).together - certain_firsts
        for terms in cliques(pieces, together, firsts_together):
            self.model.add(cp_model.LinearExpr.sum(terms) <= 1)

    def _certain_and_open(self, worker: str, *, firsts_only: bool) -> tuple[Hundredths, list["_Item"]]:
        """Give what every answer gives her, and the items that are open."""
        items = [item for item in self._items[worker] if item.first or not firsts_only]
        open_items = [item for item in items if not self._is_certain(item)]
        return sum(item.share for item in items) - sum(item.share for item in open_items), open_items

    def _cap(self, worker: str, *, firsts_only: bool) -> LoadCap:
        room = LoadCap(self._rooms[worker], self._rooms[worker])
        return room.and_also(self._open.caps.get((worker, firsts_only))).and_also(self._open.caps.get((worker, False)))

    def candidates(self, measure: str, position: ContactPosition) -> Sequence[str]:
        """Give who may take a position on a measure, sorted."""
        alone, leads, seconds = self._choices[measure]
        return seconds if position is Position.SECOND else sorted({*alone, *leads})

    def first(self, measure: str, worker: str) -> Variable:
        """Whether a worker becomes first contact, alone or in a duo."""
        terms = [group[measure, worker] for group in (self._alone, self._lead) if (measure, worker) in group]
        return sum(terms[1:], terms[0]) if terms else 0

    def second(self, measure: str, worker: str) -> Variable:
        """Whether a worker becomes second contact."""
        return self._second.get((measure, worker), 0)

    def first_in_duo(self, measure: str, worker: str) -> Variable:
        """Whether a worker becomes first contact of a duo."""
        return self._lead.get((measure, worker), 0)

    def placed(self, measure: str) -> Variable:
        """Whether a measure is placed."""
        return 1 - self._left[measure]

    def duo(self, measure: str) -> Variable:
        """Whether a measure is placed with a second."""
        terms = [self._lead[measure, worker] for worker in self._choices[measure][1]]
        return sum(terms[1:], terms[0]) if terms else 0

    def added(self, worker: str) -> Variable:
        """Hundredths added to a worker's load."""
        return self._added.get(worker, 0)

    def first_added(self, worker: str) -> Variable:
        """Hundredths that new first contacts add."""
        return self._first_added.get(worker, 0)

    def workers_in_play(self) -> Sequence[str]:
        """Give the workers who can get something, sorted."""
        return sorted(self._items)

    def require_at_most(self, term: Variable, limit: int) -> None:
        """Demand that a term is at most a limit."""
        if isinstance(term, int):
            if term > limit:
                self.model.add_bool_or([])
            return
        self.model.add(term <= limit)

    def at_least(self, term: Variable, least: int) -> None:
        """Tell the model what is proven of a term already."""
        if least > 0:
            self.model.add(term >= least)

    def at_least_any(self, terms: Iterable[Variable]) -> Variable:
        """Give 1 as soon as one of the terms is; to be minimised."""
        present = [term for term in terms if not isinstance(term, int)]
        if not present:
            return 0
        either: Any = self.model.new_bool_var("")
        for term in present:
            self.model.add(either >= term)
        return either

    def at_most_any(self, terms: Iterable[Variable]) -> Variable:
        """Give 1 only where one of the terms is; to be maximised."""
        present = [term for term in terms if not isinstance(term, int)]
        if not present:
            return 0
        either: Any = self.model.new_bool_var("")
        self.model.add(either <= sum(term for term in present))
        return either

    def at_most_all(self, terms: Iterable[Variable]) -> Variable:
        """Give 1 only where all of the terms are; to be maximised."""
        wanted = list(terms)
        if any(isinstance(term, int) and term < 1 for term in wanted):
            return 0
        duo = self._duos.of(wanted)
        if duo is not None:
            return duo
        both: Any = self.model.new_bool_var("")
        for term in wanted:
            self.model.add(both <= term)
        return both

    def finish(self) -> None:
        """Write down what waited until all levels had asked; called before the model is solved."""
        self._duos.finish()

    def at_least_all(self, terms: Sequence[Variable]) -> Variable:
        """Give 1 where all of the terms are; to be minimised."""
        both = self.model.new_bool_var("")
        self.model.add(both >= sum(terms) - (len(terms) - 1))
        return both

    def excess(self, term: Variable, enough: int, most: int) -> Variable:
        """Give by how much a term goes beyond a number; to be minimised."""
        if most <= enough:
            return 0
        above = self.model.new_int_var(0, most - enough, "")
        self.model.add(above >= term - enough)
        return above

    def convex_of_added(self, worker: str, function: Callable[[Hundredths], int]) -> Variable:
        """Give `function` of what is added to a worker; exact after `refine`."""
        return self._table(worker, self._added.get(worker), function, firsts_only=False)

    def convex_of_first_added(self, worker: str, function: Callable[[Hundredths], int]) -> Variable:
        """Give `function` of what new first contacts add to a worker; exact after `refine`."""
        return self._table(worker, self._first_added.get(worker), function, firsts_only=True)

    def _table(
        self, worker: str, total: Variable | None, function: Callable[[Hundredths], int], *, firsts_only: bool
    ) -> Variable:
        self._look_up()
        if total is None:
            return 0
        certain, items = self._certain_and_open(worker, firsts_only=firsts_only)
        options = self._options(worker, items)

        def beyond_certain(load: Hundredths) -> int:
            return function(certain + load) - function(certain)

        most = self._cap(worker, firsts_only=firsts_only).most
        reach = min(most - certain, sum(max(share for _, share in group) for group in options))
        if beyond_certain(max(0, reach)) == 0:
            # It never falls, so it is 0 all the way: most people can only come to their norm.
            return function(certain)
        table = ConvexTable(self.model, total - certain, options, most - certain, beyond_certain)
        if table.constant:
            return function(certain)
        self._tables.append(_Table(worker, firsts_only, certain, table))
        return table.value + function(certain)

    def _is_certain(self, item: "_Item") -> bool:
        """Whether every answer makes this choice: nobody else may, and the measure is surely placed."""
        if item.measure not in self._open.placed:
            return False
        alone, leads, seconds = self._choices[item.measure]
        return len(seconds) == 1 and not alone if item.role is Role.SECOND else len(alone) + len(leads) == 1

    def _options(self, worker: str, items: Sequence["_Item"]) -> list[list[tuple[Variable, Hundredths]]]:
        """Give groups of (0/1 term, share) of which at most one is chosen; siblings that stay together are one."""
        options: dict[str, list[tuple[Variable, Hundredths]]] = {}
        firsts: dict[str, list[_Item]] = {}
        for item in items:
            group = self._group_of.get(item.measure)
            if item.first and group is not None:
                firsts.setdefault(group, []).append(item)
            else:
                options.setdefault(item.measure, []).append((item.variable, item.share))
        for group, some in firsts.items():
            least: dict[str, Hundredths] = {}
            for item in some:
                least[item.measure] = min(item.share, least.get(item.measure, item.share))
            options[f"together {group}"] = [(self.first(some[0].measure, worker), sum(least.values()))]
            for item in some:
                if item.share > least[item.measure]:
                    options[f"more {item.measure}"] = [(item.variable, item.share - least[item.measure])]
        return list(options.values())

    def refine(self, placements: Mapping[str, Placement]) -> bool:
        """Make every function of loads exact at these placements; give whether the model changed."""
        added: dict[tuple[str, bool], Hundredths] = {}
        for placement in placements.values():
            whole, lead_share, second_share = self._shares[placement.measure]
            first_share = whole if placement.second is None else lead_share
            for worker, share, firsts in (
                (placement.first, first_share, True),
                (placement.second, second_share, False),
            ):
                if worker is not None:
                    added[worker, False] = added.get((worker, False), 0) + share
                    added[worker, True] = added.get((worker, True), 0) + share * firsts
        changes = [
            row.table.refine(max(0, added.get((row.worker, row.firsts_only), 0) - row.certain)) for row in self._tables
        ]
        return any(changes)

    def caps(self, relaxed: Relaxation, slack: float) -> dict[Loaded, LoadCap]:
        """Give the most that people get in answers at most `slack` above the bound of a relaxation."""
        caps: dict[Loaded, LoadCap] = {}
        for row in self._tables:
            most, together = row.table.most_within(relaxed, slack)
            cap = LoadCap(row.certain + most, row.certain + together)
            caps[row.worker, row.firsts_only] = cap.and_also(caps.get((row.worker, row.firsts_only)))
        before = {loaded: self._cap(loaded[0], firsts_only=loaded[1]) for loaded in caps}
        return {loaded: cap for loaded, cap in caps.items() if cap.and_also(before[loaded]) != before[loaded]}

    def too_heavy(self, caps: Mapping[Loaded, LoadCap]) -> list[Choice]:
        """Give the choices that alone bring more than a cap."""
        return [
            (item.role, item.measure, worker)
            for (worker, firsts_only), cap in caps.items()
            for item in self._items[worker]
            if item.share > cap.most and (item.first or not firsts_only)
        ]

    def choices(self) -> dict[Choice, int]:
        """Give every choice with the index of its variable."""
        if not self._indices:
            groups = ((Role.ALONE, self._alone), (Role.LEAD, self._lead), (Role.SECOND, self._second))
            self._indices = {(role, *pair): term.index for role, group in groups for pair, term in group.items()}
        return self._indices

    def left_over(self) -> dict[str, int]:
        """Give the measures that may be left over, with the index of the variable that says so."""
        return {m: variable.index for m, variable in self._left.items() if m not in self._open.placed}

    def fix(self, model: cp_model.CpModel, placements: Mapping[str, Placement]) -> None:
        """Fix every choice in a copy of the model to given placements; other measures are left over."""
        for measure, left in self._left.items():
            placement = placements.get(measure)
            model.add(left == int(placement is None))
        chosen = {choice for placement in placements.values() for choice in choices_of(placement)}
        for role, group in ((Role.ALONE, self._alone), (Role.LEAD, self._lead), (Role.SECOND, self._second)):
            for (measure, worker), variable in group.items():
                model.add(variable == int((role, measure, worker) in chosen))

    def placements(self, value_of: Callable[[Variable], int]) -> dict[str, Placement]:
        """Read the placements of a solution, by measure."""
        seconds = {measure: worker for (measure, worker), v in self._second.items() if value_of(v)}
        alone = {m: Placement(m, worker) for (m, worker), v in self._alone.items() if value_of(v)}
        led = {m: Placement(m, worker, seconds[m]) for (m, worker), v in self._lead.items() if value_of(v)}
        return dict(sorted({**alone, **led}.items()))


@dataclass(frozen=True, slots=True)
class _Item:
    measure: str
    variable: Variable
    share: Hundredths
    role: Role

    @property
    def first(self) -> bool:
        return self.role is not Role.SECOND


@dataclass(frozen=True, slots=True)
class _Table:
    worker: str
    firsts_only: bool
    certain: Hundredths
    table: ConvexTable
