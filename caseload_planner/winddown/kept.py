"""What an earlier plan had for a family: agreed handovers stay, and others count as changes where they differ."""

from dataclasses import dataclass, replace

import numpy as np

from caseload_planner.winddown.options import NOBODY_NEW, FamilyOptions, Numbers, Options
from caseload_planner.winddown.problem import Family, WindDownProblem
from caseload_planner.winddown.request import KeptHandover


@dataclass(frozen=True, slots=True)
class KeptFamily:
    """Earlier handovers of a family, by the number of the week in which they are."""

    firsts: tuple[tuple[KeptHandover, int], ...] = ()
    seconds: tuple[tuple[KeptHandover, int], ...] = ()

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.firsts) + len(self.seconds)

    def restricted(self, options: FamilyOptions, places: dict[str, int], family: Family) -> FamilyOptions:
        """Count in each option what it changes; where something was agreed and still can be, leave only that."""
        firsts = _with_changes(options.firsts, self.firsts, places)
        seconds = tuple(_with_changes(group, self.seconds, places) for group in options.seconds)
        agreed_weeks = {week for kept, week in (*self.firsts, *self.seconds) if kept.agreed}
        agreed_firsts = {places.get(kept.receiver, NOBODY_NEW) for kept, _ in self.firsts if kept.agreed}
        if len(agreed_weeks) != 1 or len(agreed_firsts) > 1 or not family.weeks:
            return FamilyOptions(firsts, seconds)
        agreed_seconds = {places.get(kept.receiver, NOBODY_NEW) for kept, _ in self.seconds if kept.agreed}
        seconds = tuple(_agreed_only(group, agreed_weeks, agreed_seconds) for group in seconds)
        return FamilyOptions(_agreed_only(firsts, agreed_weeks, agreed_firsts), seconds)


def _agreed_only(options: Options, weeks: set[int], people: set[int]) -> Options:
    """Leave the options of some weeks and people, of everybody where none are named; all of them where none fits."""
    rows = np.isin(options.week, list(weeks))
    if people:
        rows &= np.isin(options.worker, list(people))
    return options.only(rows) if np.any(rows) else options


def kept_families(problem: WindDownProblem) -> tuple[KeptFamily, ...]:
    """Sort the kept handovers of a request by family; those of measures that nobody gives any more fall away."""
    by_giver = {(kept.measure, kept.giver): kept for kept in problem.request.kept}
    found = []
    for family in problem.families:
        firsts = [by_giver.get((m.measure, m.first_giver or "")) for m in family.members]
        seconds = [by_giver.get((m.measure, m.second_giver or "")) for m in family.members]
        found.append(KeptFamily(_with_weeks(problem, firsts), _with_weeks(problem, seconds)))
    return tuple(found)


def _with_weeks(problem: WindDownProblem, kept: list[KeptHandover | None]) -> tuple[tuple[KeptHandover, int], ...]:
    return tuple((one, problem.horizon.week_of(one.week)) for one in kept if one is not None)


def _with_changes(options: Options, kept: tuple[tuple[KeptHandover, int], ...], places: dict[str, int]) -> Options:
    changes: Numbers = np.zeros(len(options), dtype=np.int64)
    for one, week in kept:
        changes += (options.week != week) | (options.worker != places.get(one.receiver, NOBODY_NEW))
    return replace(options, changes=changes)
