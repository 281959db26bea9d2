"""What a family asks of who takes it over: who may, and what each of them would carry."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial

import numpy as np

from caseload_planner.domain.assignment import NOBODY, Position
from caseload_planner.domain.capacity import is_starter
from caseload_planner.domain.organisation import Skill
from caseload_planner.domain.points import Hundredths
from caseload_planner.domain.weights import duo_shares
from caseload_planner.rules.duo import only_as_sns_pair
from caseload_planner.rules.near import FIRST_TIMES, SECOND_TIMES, steps_away
from caseload_planner.rules.round import ContactPosition, Round
from caseload_planner.winddown.eligibility import Eligibility
from caseload_planner.winddown.loads_ahead import LoadsAhead
from caseload_planner.winddown.problem import Family, FirstChoice, Member, SecondChoice, Weeks
from caseload_planner.winddown.request import SHORTEST_OVERLAP, Leaver

NEAR_END = timedelta(weeks=6)
"""A measure that ends sooner than this after the change had better run out."""
JUST_BEGUN = timedelta(weeks=6)
"""In its first weeks a family has only just met its contact."""

MemberSet = frozenset[str]


class FamilyBuilder:
    """Works families out, one at a time."""

    def __init__(self, ahead: LoadsAhead, eligibility: Eligibility, leavers: Sequence[Leaver]) -> None:
        self._ahead, self._eligibility = ahead, eligibility
        self._ends = {leaver.worker: leaver.ends_on for leaver in leavers}
        self._round = Round(caseload=ahead.staying[0], asked=(), candidates=())
        self._organisation = ahead.organisation
        self._count = len(ahead.horizon.mondays)

    def family(self, key: str, members: Sequence[Member]) -> Family:
        """Work one family out."""
        weeks = self._weeks(members)
        known = self._known_faces(key)
        choices: list[FirstChoice] = []
        sets: list[MemberSet] = []
        for worker in self._first_candidates(members):
            for needing in self._needs(members, worker):
                choice = self._first_choice(members, worker, needing, weeks, known, sets)
                if choice is not None:
                    choices.append(choice)
        seconds = tuple(self._second_choices(members, chosen, weeks, known) for chosen in sets)
        usable = tuple(c for c in choices if c.second_set is None or seconds[c.second_set])
        starters = {w for w in self._eligibility.candidates if self._starts(w, 0)}
        return Family(
            key=key,
            members=tuple(members),
            weeks=weeks,
            may_run_out=all(self._runs_out(member) for member in members),
            firsts=usable,
            second_sets=seconds,
            set_members=tuple(sets),
            still_running=self._per_week(lambda week: sum(self._runs(m, week) for m in members)),
            badly_timed=self._per_week(lambda week: sum(self._badly_timed(m, week) for m in members)),
            given=self._given(members),
            left_alone=self._left_alone(members),
            starters=frozenset(starters),
            kept_away=() if usable else self._kept_away(members, weeks),
        )

    def _weeks(self, members: Sequence[Member]) -> tuple[int, ...]:
        horizon = self._ahead.horizon
        givers = {giver for member in members for giver in member.givers}
        last = min(horizon.last_switch(self._ends[giver]) for giver in givers)
        first = horizon.first_start + SHORTEST_OVERLAP
        return tuple(week for week in range(first, last + 1) if any(self._runs(m, week) for m in members))

    def _runs(self, member: Member, week: int) -> bool:
        return member.measure in self._ahead.staying[week].weights

    def _runs_out(self, member: Member) -> bool:
        return all(member.last_day < self._ends[giver] for giver in member.givers)

    def _badly_timed(self, member: Member, week: int) -> bool:
        if not self._runs(member, week):
            return False
        day = self._ahead.horizon.mondays[week]
        began = self._organisation.measures[member.measure].counts_from
        near_end = member.end_known and member.last_day - day < NEAR_END
        return near_end or (member.first_giver is not None and day - began < JUST_BEGUN)

    def _known_faces(self, key: str) -> frozenset[str]:
        caseload = self._ahead.staying[0]
        held = [caseload.holders.get(m.key, NOBODY) for m in self._organisation.measures_by_family[key]]
        return frozenset(worker for h in held for worker in (h.first, h.second) if worker is not None)

    def _first_candidates(self, members: Sequence[Member]) -> tuple[str | None, ...]:
        losing = [member for member in members if member.first_giver is not None]
        if not losing:
            return (None,)
        lasting = self._eligibility.lasting_breach
        staying_firsts = {m.first_stays for m in members if m.first_stays is not None}
        allowed = [
            worker
            for worker in self._eligibility.candidates
            if all(lasting(m.measure, worker, Position.FIRST) is None and self._may_lead(m, worker) for m in losing)
        ]
        # Siblings move together: where one of them has a first contact who stays, she is as good as anybody, no more.
        return tuple(sorted(allowed, key=lambda worker: (worker not in staying_firsts, worker)))

    def _kept_away(self, members: Sequence[Member], weeks: Sequence[int]) -> tuple[str, ...]:
        """Give for each candidate the first rule that keeps her from what is given up, where any does."""
        found = []
        for worker in self._eligibility.candidates:
            rules = (
                breach.rule
                for member in members
                for position in _given_up(member)
                for week in weeks[-1:]
                if (breach := self._eligibility.breach(member.measure, worker, position, week)) is not None
            )
            rule = next(rules, None)
            found += [rule] if rule is not None else []
        return tuple(found)

    def _may_lead(self, member: Member, worker: str) -> bool:
        """Whether she may be first beside who stays second: SNS pairs are trained both, two starters are no pair."""
        second = member.second_stays
        if second is None or second == worker:
            return True
        measure = self._organisation.measures[member.measure]
        if only_as_sns_pair(measure) and Skill.SNS not in self._organisation.workers[worker].skills:
            return False
        return not (self._starts(worker, 0) and self._starts(second, 0))

    def _starts(self, worker: str, week: int) -> bool:
        caseload = self._ahead.staying[week]
        return is_starter(self._organisation.workers[worker], caseload.on, caseload.policy)

    def _needs(self, members: Sequence[Member], first: str | None) -> list[MemberSet]:
        """Give the sets of members that may get another second where `first` becomes first contact."""
        must = {m.measure for m in members if self._needs_second(m, first)}
        may = {
            m.measure
            for m in members
            if first is not None
            and m.second_stays == first
            and m.measure not in must
            and self._organisation.measures[m.measure].may_have_second
        }
        return [frozenset(must), frozenset(must | may)] if may else [frozenset(must)]

    def _needs_second(self, member: Member, first: str | None) -> bool:
        if member.second_giver is not None:
            return True
        asks = self._organisation.measures[member.measure].asks_duo
        return asks and member.first_giver is not None and member.second_stays in {None, first}

    def _first_choice(
        self,
        members: Sequence[Member],
        worker: str | None,
        needing: MemberSet,
        weeks: Sequence[int],
        known: frozenset[str],
        sets: list[MemberSet],
    ) -> FirstChoice | None:
        allowed = frozenset(week for week in weeks if worker is None or self._may_in(members, worker, week))
        if not allowed:
            return None
        if needing and needing not in sets:
            sets.append(needing)
        taking = [m for m in members if m.first_giver is not None] if worker is not None else []
        return FirstChoice(
            worker=worker,
            second_set=sets.index(needing) if needing else None,
            weeks=allowed,
            loads=self._per_week(lambda week: sum(self._first_gain(m, worker, needing, week) for m in taking)),
            walking=self._walking([m for m in taking if m.second_stays != worker]),
            new_face=worker is not None and worker not in known,
            steps=sum(FIRST_TIMES * steps_away(self._round, m.measure, worker) for m in taking if worker is not None),
        )

    def _may_in(self, members: Sequence[Member], worker: str, week: int) -> bool:
        losing = next(m for m in members if m.first_giver is not None)
        return self._eligibility.dated_breach(losing.measure, worker, Position.FIRST, week) is None

    def _first_gain(self, member: Member, worker: str | None, needing: MemberSet, week: int) -> Hundredths:
        """Give what a new first carries more: of a second who becomes first her share as second goes off."""
        caseload = self._ahead.staying[week]
        weight = caseload.weights.get(member.measure)
        if weight is None:
            return 0
        steps_up = member.second_stays == worker
        with_second = member.measure in needing or (member.second_stays is not None and not steps_up)
        share, _ = duo_shares(weight.total, caseload.norm, with_second=with_second)
        had = duo_shares(weight.total, caseload.norm, with_second=True)[1] if steps_up else 0
        return share - had

    def _walking(self, taking: Sequence[Member]) -> Weeks:
        return self._per_week(
            lambda week: self._ahead.staying[week].norm.takeover * sum(self._runs(m, week) for m in taking)
        )

    def _second_choices(
        self, members: Sequence[Member], chosen: MemberSet, weeks: Sequence[int], known: frozenset[str]
    ) -> tuple[SecondChoice, ...]:
        getting = [m for m in members if m.measure in chosen]
        only_seconds = [m for m in getting if m.first_giver is None]
        loads = self._per_week(lambda week: sum(self._second_share(m, week) for m in getting))
        walking = self._walking(only_seconds)
        found = []
        for worker in self._eligibility.candidates:
            if not all(self._may_stand_second(m, worker) for m in getting):
                continue
            dated = self._eligibility.dated_breach
            allowed = frozenset(w for w in weeks if dated(getting[0].measure, worker, Position.SECOND, w) is None)
            if allowed:
                steps = sum(SECOND_TIMES * steps_away(self._round, m.measure, worker) for m in getting)
                found.append(SecondChoice(worker, allowed, loads, walking, worker not in known, steps))
        return tuple(found)

    def _may_stand_second(self, member: Member, worker: str) -> bool:
        position: ContactPosition = Position.SECOND
        if self._eligibility.lasting_breach(member.measure, worker, position) is not None:
            return False
        first = member.first_stays
        if first is None:
            return worker != member.second_stays
        return worker != first and not (self._starts(worker, 0) and self._starts(first, 0))

    def _second_share(self, member: Member, week: int) -> Hundredths:
        caseload = self._ahead.staying[week]
        weight = caseload.weights.get(member.measure)
        return 0 if weight is None else duo_shares(weight.total, caseload.norm, with_second=True)[1]

    def _given(self, members: Sequence[Member]) -> dict[str, Weeks]:
        """Give what each leaver carries of it in each week while she has it."""
        givers = sorted({giver for member in members for giver in member.givers})
        return {giver: self._per_week(partial(self._carried, members, giver)) for giver in givers}

    def _carried(self, members: Sequence[Member], giver: str, week: int) -> Hundredths:
        rows = self._ahead.staying[week].carried.get(giver, ())
        keys = {member.measure for member in members}
        return sum(row.share for row in rows if row.measure in keys)

    def _left_alone(self, members: Sequence[Member]) -> dict[str, Weeks]:
        alone: dict[str, Weeks] = {}
        for member in members:
            if member.first_stays is not None and member.second_giver is not None:
                more = self._per_week(partial(self._more_alone, member))
                alone[member.first_stays] = alone.get(member.first_stays, 0) + more
        return alone

    def _more_alone(self, member: Member, week: int) -> Hundredths:
        day = self._ahead.horizon.days[week]
        beside = self._organisation.workers[member.first_stays or ""]
        alone = day > self._ends[member.second_giver or ""] and beside.in_service(day)
        return self._second_share(member, week) if alone else 0

    def _per_week(self, figure: Callable[[int], int]) -> Weeks:
        return np.array([figure(week) for week in range(self._count)], dtype=np.int64)


def _given_up(member: Member) -> tuple[ContactPosition, ...]:
    first: tuple[ContactPosition, ...] = (Position.FIRST,) if member.first_giver is not None else ()
    return (*first, Position.SECOND) if member.second_giver is not None else first
