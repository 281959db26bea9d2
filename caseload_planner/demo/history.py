"""How measures came to whom: one first contact after the other, duos, handovers under way, cases left behind."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from caseload_planner.demo.allocation import Holding
from caseload_planner.demo.dice import Dice
from caseload_planner.demo.families import FamilyDraft
from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.domain.measures import PMG_TYPES, PROBATION_TYPES, Measure, Wanted
from caseload_planner.domain.organisation import Role, Skill, Worker

_DAY = timedelta(days=1)
_WAITING_DAYS, _WAITING_SHARES = (0, 1, 2, 3, 4, 5, 6, 7, 9, 12), (4, 10, 14, 15, 15, 14, 12, 9, 4, 3)
_PASSED_ON_A_YEAR = 0.25
"""Yearly chance that a measure went to another first contact."""
_SECOND_BECAME_FIRST = 0.35
_OVERLAP_CHANCE = 0.5
_STAYS_DAYS = 60
"""Nobody is given a measure shorter than this before she leaves."""


class History:
    """Tells the past of measures.

    Parameters
    ----------
    workers
        Everybody by key, those who left too.
    location_of
        Location by team.
    """

    def __init__(self, workers: Mapping[str, Worker], location_of: Mapping[str, str], seed: int, on: date) -> None:
        self._dice = Dice(seed, "history")
        self._workers = workers
        self._on = on
        self._staff: dict[str, list[Worker]] = {}
        for worker in workers.values():
            if worker.carries and worker.role not in (Role.ASSISTANT, Role.CAREER_CHANGER):
                self._staff.setdefault(location_of[worker.team], []).append(worker)

    def of_running(self, family: FamilyDraft, measure: Measure, holding: Holding) -> Iterator[Assignment]:
        """Tell how a running measure came to its contacts of today."""
        first = self._workers[holding.first]
        assigned = self._assigned_on(measure)
        before = self._before(family, measure, first, assigned)
        since = max(assigned, first.started_on)
        helped_from: date | None = None
        if before is not None:
            predecessor, since = before
            yield _holds(measure, predecessor.key, Position.FIRST, assigned, since - _DAY)
            helped_from = self._helped_from(first, holding, assigned, since)
            if helped_from is not None:
                yield _holds(measure, first.key, Position.SECOND, helped_from, since - _DAY)
            else:
                yield from self._overlap(measure, first, assigned, since)
        yield _holds(measure, first.key, Position.FIRST, since, None)
        if holding.second is not None:
            second = self._workers[holding.second]
            free = since if before is not None and (helped_from or before[0] is second) else assigned
            yield _holds(measure, second.key, Position.SECOND, max(free, second.started_on), None)

    def of_closed(self, family: FamilyDraft, measure: Measure) -> Iterator[Assignment]:
        """Tell who carried a measure that has closed."""
        closed = measure.closed_on or self._on
        holds = self._assigned_on(measure)
        first: Worker | None = None
        while holds <= closed:
            found = self._somebody(family, measure, holds, without=None if first is None else first.key)
            if found is None:
                return
            first = found
            last = min(filter(None, (closed, first.ends_on)))
            yield _holds(measure, first.key, Position.FIRST, max(holds, first.started_on), last)
            if measure.duo is not Wanted.NONE and self._dice.chance(0.8):
                yield from self._closed_second(family, measure, first, holds, last)
            holds = last + _DAY

    def left_behind(self, measure: Measure, leaver: Worker) -> Iterator[Assignment]:
        """Tell of a measure whose worker left last week."""
        since = max(self._assigned_on(measure), leaver.started_on)
        yield _holds(measure, leaver.key, Position.FIRST, since, leaver.ends_on)

    def handover(self, measure: Measure, holding: Holding, colleagues: Sequence[Worker]) -> Iterator[Assignment]:
        """Tell of a warm handover that has begun: somebody comes in beside a first contact who leaves soon."""
        options = [w for w in colleagues if w.key not in (holding.first, holding.second)]
        if options:
            since = self._on - timedelta(days=self._dice.whole(0, 14))
            yield _holds(
                measure, self._dice.pick(options).key, Position.INCOMING, max(since, measure.reported_on), None
            )

    def _assigned_on(self, measure: Measure) -> date:
        days = self._dice.weighted(_WAITING_DAYS, _WAITING_SHARES)
        assigned = measure.reported_on + timedelta(days=days)
        return min(assigned, max(measure.reported_on, (measure.closed_on or self._on) - timedelta(days=3)))

    def _before(
        self, family: FamilyDraft, measure: Measure, first: Worker, assigned: date
    ) -> tuple[Worker, date] | None:
        """Give who had it before today's first contact, and since when today's has it."""
        years = (self._on - assigned).days / 365
        missed = first.started_on > assigned
        if not missed and not self._dice.chance(1 - (1 - _PASSED_ON_A_YEAR) ** max(0.0, years)):
            return None
        predecessor = self._somebody(family, measure, assigned, without=first.key)
        if predecessor is None or predecessor.started_on > assigned:
            return None
        if predecessor.ends_on is not None and predecessor.ends_on < self._on:
            since = predecessor.ends_on + _DAY
        else:
            earliest = max(assigned + timedelta(days=30), first.started_on + timedelta(days=14))
            since = self._dice.day(earliest, self._on - timedelta(days=7))
        if since <= first.started_on or since > self._on or since <= assigned:
            return None
        return predecessor, since

    def _somebody(self, family: FamilyDraft, measure: Measure, on: date, without: str | None) -> Worker | None:
        """Give somebody of the location who was there and stayed for a while, with the skill if there was one."""
        staff = self._staff[family.place.location]
        there = [
            w
            for w in staff
            if w.key != without
            and w.started_on <= on
            and (w.ends_on is None or w.ends_on >= on + timedelta(days=_STAYS_DAYS))
        ]
        skill = _skill_for(measure)
        skilled = [w for w in there if skill is None or skill in w.skills] or there
        if not skilled:
            there = [w for w in staff if w.key != without and (w.ends_on is None or w.ends_on > on)]
            oldest = min(there, key=lambda w: (w.started_on, w.key), default=None)
            closed = measure.closed_on or self._on
            return oldest if oldest is not None and oldest.started_on <= closed else None
        return self._dice.weighted(skilled, [float(w.contracts[0].fte) for w in skilled])

    def _helped_from(self, first: Worker, holding: Holding, assigned: date, since: date) -> date | None:
        """Give since when today's first contact was the second, where she was (W8)."""
        if holding.second is None or not self._dice.chance(_SECOND_BECAME_FIRST):
            return None
        began = max(assigned, first.started_on)
        return began if began < since else None

    def _overlap(self, measure: Measure, first: Worker, assigned: date, since: date) -> Iterator[Assignment]:
        """Tell of the weeks in which she came in beside her predecessor."""
        began = max(since - timedelta(weeks=self._dice.whole(1, 4)), assigned, first.started_on)
        if began < since and self._dice.chance(_OVERLAP_CHANCE):
            yield _holds(measure, first.key, Position.INCOMING, began, since - _DAY)

    def _closed_second(
        self, family: FamilyDraft, measure: Measure, first: Worker, holds: date, last: date
    ) -> Iterator[Assignment]:
        second = self._somebody(family, measure, holds, without=first.key)
        if second is not None and second.started_on <= last:
            until = min(filter(None, (last, second.ends_on)))
            yield _holds(measure, second.key, Position.SECOND, max(holds, second.started_on), until)


def _holds(measure: Measure, worker: str, position: Position, since: date, until: date | None) -> Assignment:
    return Assignment(measure=measure.key, worker=worker, position=position, from_on=since, until_on=until)


def _skill_for(measure: Measure) -> str | None:
    if measure.type in PROBATION_TYPES:
        return Skill.PROBATION
    return Skill.PMG if measure.type in PMG_TYPES else None
