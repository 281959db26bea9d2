"""A plan while it is being made: loads, weeks taken, and what each further choice would cost level by level."""

from dataclasses import dataclass

import numpy as np

from caseload_planner.winddown.kept import KeptFamily, kept_families
from caseload_planner.winddown.levels import LEVELS, NEW_FIRST, NEW_SECOND, overload
from caseload_planner.winddown.options import NOBODY_NEW, FamilyOptions, Numbers, Options, options_of
from caseload_planner.winddown.problem import Family, Weeks, WindDownProblem

Cost = tuple[int, ...]
BEST_OF_EACH = 3
"""Of first and second contacts so many of the cheapest are tried together."""
NO_LIMIT = 10**6
COLUMN = {name: number for number, name in enumerate(LEVELS)}


@dataclass(frozen=True, slots=True)
class Chosen:
    """A row of a family's first options, and one of its second options or None."""

    first: int
    second: int | None


@dataclass(frozen=True, slots=True)
class People:
    """A place among a family's first choices, and one inside the second set that it asks or None; the week is open."""

    first: int
    second: int | None


Choice = Chosen | None
"""None where a family stays as it is: it runs out, or nobody takes it over."""


class Board:
    """All families of a problem, each with its choice.

    A family is taken up before another choice is weighed; what `best` and `cost_of` give is counted
    from the board without it, so that what several changes do is the sum of their costs in whatever order.

    Parameters
    ----------
    like
        Another board of the problem: its options, which take a moment to list, are used again.
    """

    def __init__(self, problem: WindDownProblem, like: "Board | None" = None) -> None:
        self.problem = problem
        keys = problem.receivers
        self.places = {key: place for place, key in enumerate(keys)}
        self.leavers = {leaver.worker: place for place, leaver in enumerate(problem.leavers)}
        weeks = len(problem.horizon.mondays)
        shape = (len(keys), weeks)
        self.base = np.array([problem.base[key] for key in keys], dtype=np.int64).reshape(shape)
        self.working = np.array([problem.working[key] for key in keys], dtype=np.int64).reshape(shape)
        self.most = np.array([problem.most[key] for key in keys], dtype=np.int64).reshape(shape)
        self.kept: tuple[KeptFamily, ...] = kept_families(problem)
        self.options: tuple[FamilyOptions, ...] = self._options() if like is None else like.options
        self.added = np.zeros(shape, dtype=np.int64)
        self._late = np.zeros(shape, dtype=np.int64)
        self._taken = np.zeros(shape, dtype=np.int64)
        self._received = np.zeros(len(keys), dtype=np.int64)
        self._given = np.zeros((len(self.leavers), weeks), dtype=np.int64)
        self._carried = np.zeros((len(self.leavers), weeks), dtype=np.int64)
        self._in_week = np.zeros(weeks, dtype=np.int64)
        self.limits = self._step_limits(weeks)
        self.left_alone = [self._beside(family) for family in problem.families]
        self.to_place = tuple(unplaced_count(problem, family) for family in problem.families)
        self.choices: list[Choice] = [None] * len(problem.families)
        for number in range(len(problem.families)):
            self.put(number, None)

    def _options(self) -> tuple[FamilyOptions, ...]:
        room, norm_room = self.most - self.base, self.working - self.base
        return tuple(
            kept.restricted(options_of(self.problem, family, room, norm_room), self.places, family)
            for kept, family in zip(self.kept, self.problem.families, strict=True)
        )

    def _step_limits(self, weeks: int) -> Weeks:
        limits = np.full((len(self.leavers), weeks), NO_LIMIT, dtype=np.int64)
        for key, limit in self.problem.step_limits.items():
            if key in self.leavers:
                limits[self.leavers[key]] = limit
        return limits

    def _beside(self, family: Family) -> list[tuple[int, Weeks]]:
        return [(self.places[key], more) for key, more in family.left_alone.items() if key in self.places]

    def put(self, number: int, choice: Choice) -> None:
        """Give a family that was taken up its choice."""
        self._change(number, choice, 1)
        self.choices[number] = choice

    def take_up(self, number: int) -> Choice:
        """Take a family off the board."""
        choice = self.choices[number]
        self._change(number, choice, -1)
        return choice

    def _change(self, number: int, choice: Choice, sign: int) -> None:
        family = self.problem.families[number]
        if choice is None:
            if family.may_run_out:
                self._carry(family, family.given_weeks, sign)
            else:
                for place, more in self.left_alone[number]:
                    self.added[place] += sign * more
                    self._late[place] += sign * more
            return
        week = self.week_of(number, choice)
        for options, row in self.rows(number, choice):
            place = options.worker[row]
            if place != NOBODY_NEW:
                self.added[place] += sign * options.added[row]
                self._late[place] += sign * options.late[row]
                self._taken[place, week] += sign
                self._received[place] += sign
        for giver in family.givers:
            self._given[self.leavers[giver], week] += sign
        self._in_week[week] += sign
        self._carry(family, week, sign)

    def _carry(self, family: Family, until: int, sign: int) -> None:
        for giver, loads in family.given.items():
            self._carried[self.leavers[giver], :until] += sign * loads[:until]

    def rows(self, number: int, chosen: Chosen) -> list[tuple[Options, int]]:
        """Give the one or two option rows of a choice."""
        options = self.options[number]
        rows = [(options.firsts, chosen.first)]
        if chosen.second is not None:
            rows.append((options.seconds[int(options.firsts.second_set[chosen.first])], chosen.second))
        return rows

    def week_of(self, number: int, chosen: Chosen) -> int:
        """Give the week of the change."""
        return int(self.options[number].firsts.week[chosen.first])

    def cost_of(self, number: int, choice: Choice) -> Cost | None:
        """Give what a choice costs a family that was taken up; None where it does not fit."""
        fits, cost = self._staying(number) if choice is None else self._handing(number, choice)
        return cost if fits else None

    def cost_regardless(self, number: int, choice: Choice) -> Cost:
        """Give what a choice costs a family that was taken up, whether it fits or not."""
        return (self._staying(number) if choice is None else self._handing(number, choice))[1]

    def _staying(self, number: int) -> tuple[bool, Cost]:
        family, cost = self.problem.families[number], [0] * len(LEVELS)
        cost[COLUMN["changes"]] = self.kept[number].count
        if family.may_run_out:
            givers = ((self.leavers[giver], loads) for giver, loads in family.given.items())
            fits = all(bool(np.all(self._carried[place] + loads <= self.limits[place])) for place, loads in givers)
            return fits, tuple(cost)
        cost[COLUMN["unplaced"]] = self.to_place[number]
        fits = True
        for place, more in self.left_alone[number]:
            after = self.base[place] + self.added[place] + more
            fits = fits and not np.any((more > 0) & (after > self.most[place]))
            cost[COLUMN["overload"]] += int(self._more_overload(np.array([place]), more[np.newaxis])[0])
        return fits, tuple(cost)

    def _handing(self, number: int, choice: Chosen) -> tuple[bool, Cost]:
        total = np.zeros(len(LEVELS), dtype=np.int64)
        fits = bool(self._weeks_open(number)[self.week_of(number, choice)])
        for options, row in self.rows(number, choice):
            judged, costs = self._judged(number, options.only(np.array([row])), first=options is self._firsts(number))
            fits = fits and bool(judged[0])
            total += costs[0]
        return fits, _cost(total)

    def _firsts(self, number: int) -> Options:
        return self.options[number].firsts

    def best(self, number: int, people: People | None = None) -> tuple[Cost, Chosen] | None:
        """Give the cheapest way to hand a family over, to these people where they are given; None where none fits."""
        firsts = self.options[number].firsts
        if not len(firsts):
            return None
        fits, costs = self._judged(number, firsts, first=True)
        fits &= self._weeks_open(number)[firsts.week]
        if people is not None:
            fits &= firsts.choice == people.first
        found: list[tuple[Cost, Chosen]] = []
        alone = np.flatnonzero(fits & (firsts.second_set == NOBODY_NEW))
        if len(alone):
            row = int(alone[_order(costs[alone])[0]])
            found.append((_cost(costs[row]), Chosen(row, None)))
        for group in range(len(self.options[number].seconds)):
            pair = self._best_pair(number, group, fits, costs, people)
            if pair is not None:
                found.append(pair)
        return min(found, key=lambda one: one[0], default=None)

    def _best_pair(
        self, number: int, group: int, fits: Numbers, costs: Weeks, people: People | None
    ) -> tuple[Cost, Chosen] | None:
        firsts, seconds = self.options[number].firsts, self.options[number].seconds[group]
        rows = np.flatnonzero(fits & (firsts.second_set == group))
        if not len(seconds) or not len(rows):
            return None
        second_fits, second_costs = self._judged(number, seconds, first=False)
        if people is not None:
            second_fits &= seconds.choice == people.second
        best: tuple[Cost, Chosen] | None = None
        for week in np.unique(firsts.week[rows]):
            leads = rows[firsts.week[rows] == week]
            others = np.flatnonzero(second_fits & (seconds.week == week))
            for first in leads[_order(costs[leads])[:BEST_OF_EACH]]:
                for second in others[_order(second_costs[others])[:BEST_OF_EACH]]:
                    if self.may_pair(number, int(firsts.worker[first]), int(seconds.worker[second])):
                        cost = _cost(costs[first] + second_costs[second])
                        if best is None or cost < best[0]:
                            best = cost, Chosen(int(first), int(second))
        return best

    def may_pair(self, number: int, first: int, second: int) -> bool:
        """Whether two may become a duo: different people, and not two starters."""
        if first == second:
            return False
        keys, starters = self.problem.receivers, self.problem.families[number].starters
        return first == NOBODY_NEW or not (keys[first] in starters and keys[second] in starters)

    def _more_overload(self, place: Numbers, loads: Weeks) -> Numbers:
        base, working, now = self.base[place], self.working[place], self._late[place]
        more: Numbers = overload(base, now + loads, working) - overload(base, now, working)
        return more

    def _judged(self, number: int, options: Options, *, first: bool) -> tuple[Numbers, Weeks]:
        """Give which rows fit now, and what each costs on every level."""
        real = options.worker != NOBODY_NEW
        place = np.where(real, options.worker, 0)
        after = self.base[place] + self.added[place] + options.added
        fits = ~np.any((options.added > 0) & (after > self.most[place]), axis=1)
        fits &= self._taken[place, options.week] < self.problem.request.per_receiver
        costs = np.zeros((len(options), len(LEVELS)), dtype=np.int64)
        costs[:, COLUMN["changes"]] = options.changes
        costs[:, COLUMN["overload"]] = np.where(real, self._more_overload(place, options.late), 0)
        costs[:, COLUMN["faces"]] = options.face * (NEW_FIRST if first else NEW_SECOND)
        costs[:, COLUMN["timing"]] = options.early
        costs[:, COLUMN["near"]] = options.steps
        costs[:, COLUMN["spread"]] = np.where(real, 2 * self._received[place] + 1, 0)
        if first:
            family = self.problem.families[number]
            costs[:, COLUMN["timing"]] += family.badly_timed[options.week]
            costs[:, COLUMN["spread"]] += 2 * self._in_week[options.week] + 1
        return fits | ~real, costs

    def _weeks_open(self, number: int) -> Numbers:
        """Give the weeks in which all leavers of a family may give one more, and stay under their curves until then."""
        family = self.problem.families[number]
        givers = [self.leavers[giver] for giver in family.givers]
        is_open: Numbers = np.all(self._given[givers] < self.problem.request.per_leaver, axis=0)
        for giver, loads in family.given.items():
            place = self.leavers[giver]
            too_much = self._carried[place] + loads > self.limits[place]
            if np.any(too_much):
                is_open &= np.arange(len(loads)) <= int(np.argmax(too_much))
        return is_open


def unplaced_count(problem: WindDownProblem, family: Family) -> int:
    """Count the members that nobody carries any more where the family is not handed over."""
    ends = {leaver.worker: leaver.ends_on for leaver in problem.leavers}
    return sum(not all(member.last_day < ends[giver] for giver in member.givers) for member in family.members)


def _cost(row: Numbers) -> Cost:
    return tuple(int(value) for value in row)


def _order(costs: Weeks) -> Numbers:
    return np.lexsort(costs.T[::-1])
