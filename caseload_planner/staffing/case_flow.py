"""The cases of many futures at once: those that run now, those that come, and what they become."""

from dataclasses import dataclass

import numpy as np

from caseload_planner.staffing.arrays import Floats, Ints
from caseload_planner.staffing.case_lives import Cases, Lived, Lives
from caseload_planner.staffing.case_weights import CaseSpan, Ledger, WeightTable, norms_in_turn, note_weights
from caseload_planner.staffing.durations import DAYS_A_WEEK, Survival
from caseload_planner.staffing.inflow import children_of, family_rates, new_families, successors, team_levels
from caseload_planner.staffing.random_numbers import Dice, Purpose
from caseload_planner.staffing.scenario import Scenario
from caseload_planner.staffing.snapshot import TYPES, StaffingSnapshot

_STOCK, _NEW, _EXTRA = 0, 64, 128
"""Origins of cases in the number of a stream, beside type (below 16) and generation (16, 32)."""
_ALL_PERCENT = 100
NEVER_SEEN = 1 << 30


@dataclass(frozen=True, eq=False)
class CaseTally:
    """What cases add up to: arrays by row, week and replication.

    Attributes
    ----------
    load
        By team, in 1/100 of a hundredth point: exact whole numbers.
    running
        Measures by team.
    running_by_type
        Measures by type, over the teams that were asked.
    arrived_load
        Load of new measures by team in the week before each day; only made where cases can wait.
    """

    load: Floats
    running: Floats
    running_by_type: Floats
    arrived_load: Floats | None


class CaseFlow:
    """The flow of cases of one scenario; `tally` gives any futures of it.

    Parameters
    ----------
    survivals
        Of each type in the order of `TYPES`.
    asked_teams
        Numbers of the teams that count in totals by type.
    """

    def __init__(
        self, scenario: Scenario, snapshot: StaffingSnapshot, survivals: tuple[Survival, ...], asked_teams: Ints
    ) -> None:
        self.scenario = scenario
        self.snapshot = snapshot
        self.survivals = survivals
        self.weeks = scenario.weeks
        self.norms = norms_in_turn(snapshot, scenario.weeks)
        self.rates = family_rates(scenario, snapshot, survivals)
        self.becomes = {
            TYPES.index(before): (TYPES.index(after), chance)
            for before, (after, chance) in successors(scenario.transitions).items()
        }
        self.team_level = team_levels(scenario, snapshot)
        self.asked = np.isin(np.arange(len(snapshot.places)), asked_teams)

    def tally(self, dice: Dice, replications: Ints) -> CaseTally:
        """Throw the cases of some futures and add them up."""
        return _Tallying(self, dice, replications).result()


class _Tallying:
    """One chunk of futures on its way through."""

    def __init__(self, flow: CaseFlow, dice: Dice, replications: Ints) -> None:
        self._flow = flow
        self._dice = dice
        self._lives = Lives(flow.survivals, flow.becomes, flow.weeks, dice, replications)
        self._replications = replications
        count, teams, weeks = len(replications), len(flow.snapshot.places), flow.weeks
        self._load = Ledger(teams, weeks, count)
        self._running = Ledger(teams, weeks, count)
        self._by_type = Ledger(len(TYPES), weeks, count)
        waits = flow.scenario.waiting.limit is not None
        self._arrived_load = Ledger(teams, weeks, count) if waits else None

    def result(self) -> CaseTally:
        """Throw everything and add it up."""
        self._stock()
        for number in range(len(TYPES)):
            self._arrivals(number, _NEW)
            self._arrivals(number, _EXTRA)
        return CaseTally(
            self._load.levels(),
            self._running.levels(),
            self._by_type.levels(),
            None if self._arrived_load is None else self._arrived_load.levels(),
        )

    def _stock(self) -> None:
        """Go on with what runs now: ages in care, shared work and parts of duos as they are."""
        stock = self._flow.snapshot.cases
        count, futures = len(stock.kind), len(self._replications)
        last_end = np.zeros((count, futures), dtype=np.int64)
        lived: list[tuple[Ints, Lived]] = []
        for number in range(len(TYPES)):
            rows = np.flatnonzero(stock.kind == number)
            if not rows.size:
                continue
            each = np.repeat(rows, futures)
            replication = np.tile(np.arange(futures), rows.size)
            cases = Cases(
                kind=number,
                stream=_STOCK,
                event=each * 4,
                replication=replication,
                team=stock.portion_team[each],
                start=stock.started[each],
                first=np.zeros(each.size, dtype=np.int64),
                age_index=-stock.started[each] - 1,
                extra=stock.extra[:, each],
                known_end=stock.known_end[each],
            )
            for generation in self._lives.generations(cases):
                row = each[generation.entry]
                last_end[row, generation.cases.replication] = generation.end
                lived.append((row, generation))
        self._note_stock(lived, last_end)

    def _note_stock(self, lived: list[tuple[Ints, Lived]], last_end: Ints) -> None:
        stock = self._flow.snapshot.cases
        concurrent, sibling = np.zeros_like(last_end), np.zeros_like(last_end)
        for until, earlier in ((concurrent, stock.earlier_same_youth), (sibling, stock.earlier_in_family)):
            for younger, elders in earlier.items():
                until[younger] = last_end[list(elders)].max(axis=0)
        shares = np.zeros(len(stock.kind), dtype=bool)
        shares[list(stock.earlier_same_youth) + list(stock.earlier_in_family)] = True
        beside = len(stock.kind)
        part_of = np.full(len(stock.kind), -1)
        part_of[stock.portion_case[beside:]] = np.arange(beside, len(stock.portion_case))
        for row, generation in lived:
            future = generation.cases.replication
            for sharing in (False, True):
                chosen = np.flatnonzero(shares[row] == sharing)
                rows, futures = row[chosen], future[chosen]
                lighter = (concurrent[rows, futures], sibling[rows, futures]) if sharing else None
                self._note(generation, chosen, lighter, stock.portion_share[:, rows])
            chosen = np.flatnonzero(part_of[row] >= 0)
            rows, futures = row[chosen], future[chosen]
            portion = part_of[rows]
            lighter = concurrent[rows, futures], sibling[rows, futures]
            self._weigh(generation, chosen, lighter, stock.portion_team[portion], stock.portion_share[:, portion])

    def _arrivals(self, number: int, origin: int) -> None:
        """Throw the new families of a type: the common ones, or those that a place gets more of."""
        flow = self._flow
        share, levels = flow.snapshot.arrivals.team_share[number], flow.team_level
        rates, purpose = flow.rates[number], Purpose.FAMILIES
        if origin == _EXTRA:
            more = share * np.maximum(levels - 1.0, 0.0)
            rates, purpose = rates * more.sum(), Purpose.EXTRA_FAMILIES
            share = more / more.sum() if more.sum() > 0 else share
        if not np.any(rates > 0):
            return
        stream = origin + number
        found = new_families(self._dice, stream, rates, share, self._replications, purpose)
        absolute = self._replications[found.replication]
        children = children_of(
            flow.scenario.inflow,
            TYPES[number],
            self._dice.uniforms(Purpose.CHILDREN, stream, found.event, absolute),
        )
        if origin == _NEW and np.any(levels < 1):
            kept = self._dice.uniforms(Purpose.KEPT, stream, found.event, absolute) < levels[found.team]
            children = np.where(kept, children, 0)
        until = np.zeros(len(found.event), dtype=np.int64)
        for child in range(int(children.max(initial=0))):
            family = np.flatnonzero(children > child)
            self._child(number, origin, family, child, until, (found.event, found.replication, found.day, found.team))

    def _child(
        self, number: int, origin: int, family: Ints, child: int, until: Ints, found: tuple[Ints, Ints, Ints, Ints]
    ) -> None:
        """Throw one child of each of some families; `until` is when the elder ones' measures end."""
        event, replication, day, team = (values[family] for values in found)
        event = event + child
        absolute = self._replications[replication]
        stream = origin + number
        points = self._flow.snapshot.arrivals.factor_points[number]
        draw = self._dice.uniforms(Purpose.FACTORS, stream, event, absolute)
        alone = self._flow.snapshot.arrivals.concurrent_share[number]
        both = self._dice.uniforms(Purpose.CONCURRENT, stream, event, absolute) < alone
        cases = Cases(
            kind=number,
            stream=origin,
            event=event,
            replication=replication,
            team=team,
            start=day,
            first=day // DAYS_A_WEEK + 1,
            age_index=np.full(len(event), -1),
            extra=points[:, (draw * points.shape[1]).astype(np.int64)],
        )
        concurrent, elder = np.where(both, NEVER_SEEN, 0), until[family]
        ends = elder.copy()
        everything = np.full((len(self._flow.norms), len(event)), _ALL_PERCENT)
        for generation in self._lives.generations(cases):
            ends[generation.entry] = np.maximum(elder[generation.entry], generation.end)
            chosen = np.arange(len(generation.entry))
            lighter = concurrent[generation.entry], elder[generation.entry]
            self._note(generation, chosen, lighter, everything[:, generation.entry])
        until[family] = ends

    def _note(self, lived: Lived, chosen: Ints, lighter_until: tuple[Ints, Ints] | None, share: Ints) -> None:
        """Write cases into the ledgers of load and numbers; `share` has a row for each norm."""
        cases, team = lived.cases, lived.cases.team[chosen]
        self._weigh(lived, chosen, lighter_until, team, share, arrived=True)
        first, end, replication = cases.first[chosen], lived.end[chosen], cases.replication[chosen]
        seen = np.flatnonzero(first < end)
        first, end, replication = first[seen], end[seen], replication[seen]
        counted = self._flow.asked[team[seen]].astype(np.float64)
        kind = np.full(len(seen), cases.kind)
        for ledger, row, amount in ((self._running, team[seen], np.ones(len(seen))), (self._by_type, kind, counted)):
            ledger.add(row, first, replication, amount)
            ledger.add(row, end, replication, -amount)

    def _weigh(
        self,
        lived: Lived,
        chosen: Ints,
        lighter_until: tuple[Ints, Ints] | None,
        team: Ints,
        share: Ints,
        *,
        arrived: bool = False,
    ) -> None:
        """Write what cases weigh, under each norm for as long as it holds."""
        cases = lived.cases
        first, end = cases.first[chosen], lived.end[chosen]
        for number, norm in enumerate(self._flow.norms):
            span = CaseSpan(
                kind=cases.kind,
                first=np.maximum(first, norm.from_week),
                end=np.minimum(end, norm.until_week),
                changes=norm.table.changes(cases.kind, cases.start[chosen]),
                replication=cases.replication[chosen],
                extra=cases.extra[number, chosen],
                lighter_until=lighter_until,
            )
            note_weights(self._load, norm.table, span, team, share[number])
            if arrived and self._arrived_load is not None:
                new = np.flatnonzero((first > 0) & (first == span.first) & (span.first < span.end))
                self._note_arrived(self._arrived_load, norm.table, span, new, team[new])

    def _note_arrived(self, ledger: Ledger, table: WeightTable, span: CaseSpan, new: Ints, team: Ints) -> None:
        """Note what came in which week: up in its first week, down in the next."""
        first, replication = span.first[new], span.replication[new]
        base = table.by_kind[span.kind][0, span.level_at(span.first)[new]]
        weight = (base + span.extra[new]) * _ALL_PERCENT
        ledger.add(team, first, replication, weight)
        ledger.add(team, first + 1, replication, -weight)
