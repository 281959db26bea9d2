"""The independent checker: a plan's handovers written into the organisation, and every week worked out from there.

It knows nothing of options, boards and solvers: it makes the assignments that the handovers mean, asks the domain what
everybody then carries in each week, and the rules of a distribution who may take what.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.domain.caseload import Caseload, caseload_on
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.points import Hundredths
from caseload_planner.rules.hard_rules import PERSON_RULES
from caseload_planner.rules.round import ContactPosition, Round
from caseload_planner.winddown.loads_ahead import LoadsAhead, ending_when_expected, with_leavers_gone
from caseload_planner.winddown.plan import Handover
from caseload_planner.winddown.problem import WindDownProblem
from caseload_planner.winddown.request import LONGEST_OVERLAP, SHORTEST_OVERLAP

LEAVE = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that a plan breaks: a code, and what it is about by key."""

    code: str
    measure: str = ""
    worker: str = ""
    week: date | None = None


def carried_out(organisation: Organisation, handovers: Iterable[Handover]) -> Organisation:
    """Give the organisation with the handovers written into its assignments."""
    rows = list(organisation.assignments)
    for one in handovers:
        last = one.week - timedelta(days=1)
        rows = [_ended(row, one, last) for row in rows]
        if not one.joins and not any(_in_the_way(row, one) for row in rows):
            rows.append(_assignment(one, Position.INCOMING, one.week - timedelta(weeks=one.overlap_weeks), last))
        rows.append(_assignment(one, one.position, one.week, None))
    return replace(organisation, assignments=tuple(rows))


def _in_the_way(row: Assignment, one: Handover) -> bool:
    """Whether nobody need walk along: she is on the measure already, or somebody else walks along on it."""
    before = one.week - timedelta(days=1)
    if row.measure != one.measure or not row.holds_on(before):
        return False
    return row.worker == one.receiver or row.position is Position.INCOMING


def _assignment(one: Handover, position: Position, since: date, until: date | None) -> Assignment:
    return Assignment(measure=one.measure, worker=one.receiver, position=position, from_on=since, until_on=until)


def _ended(row: Assignment, one: Handover, last: date) -> Assignment:
    if row.measure != one.measure or not row.holds_on(last):
        return row
    was_second = row.worker == one.receiver and row.position is Position.SECOND and one.position is Position.FIRST
    gives = row.worker == one.giver and row.position is one.position and not one.joins
    return replace(row, until_on=last) if gives or was_second else row


@dataclass(frozen=True)
class WeeksAfter:
    """Everybody's weeks once a plan is carried out.

    Attributes
    ----------
    caseloads
        Of each week, without new cases.
    """

    ahead: LoadsAhead
    caseloads: tuple[Caseload, ...]

    def load(self, worker: str, week: int) -> Hundredths:
        """Give what somebody carries in a week, expected new cases included."""
        return self.caseloads[week].load(worker) + self.ahead.inflow[week].get(worker, 0)

    def extra_above_norm(self, worker: str, week: int) -> Hundredths:
        """Give by how much more she is above her working norm than where nothing moves."""
        norm = self.ahead.working(worker, week)
        return max(0, self.load(worker, week) - norm) - max(0, self.ahead.load(worker, week) - norm)


def weeks_after(organisation: Organisation, problem: WindDownProblem, handovers: Sequence[Handover]) -> WeeksAfter:
    """Carry a plan out and work out every week from the assignments."""
    expected = with_leavers_gone(ending_when_expected(organisation, problem.request.on), problem.leavers)
    done = carried_out(expected, sorted(handovers, key=lambda one: (one.week, one.measure, one.position)))
    return WeeksAfter(problem.ahead, tuple(caseload_on(done, day) for day in problem.horizon.days))


def judge_wind_down(
    problem: WindDownProblem,
    after: WeeksAfter,
    handovers: Sequence[Handover],
    runs_out: Sequence[str],
    unplaced: Sequence[str],
) -> tuple[Fault, ...]:
    """Give everything in which a plan breaks a rule; nothing where all is well."""
    return (
        *_everything_once(problem, handovers, runs_out, unplaced),
        *_nothing_left(problem, after, unplaced),
        *_within_limits(problem, after),
        *_few_a_week(problem, handovers),
        *_siblings_together(problem, handovers),
        *_people_may(problem, after, handovers),
        *_at_the_right_time(problem, handovers),
        *_under_steps(problem, after, unplaced),
    )


def _everything_once(
    problem: WindDownProblem, handovers: Sequence[Handover], runs_out: Sequence[str], unplaced: Sequence[str]
) -> Iterator[Fault]:
    moved = Counter((one.measure, one.giver) for one in handovers if not one.joins)
    ends = {leaver.worker: leaver.ends_on for leaver in problem.leavers}
    for family in problem.families:
        for member in family.members:
            for giver in member.givers:
                times = moved[member.measure, giver] + (member.measure in runs_out) + (member.measure in unplaced)
                if times != 1:
                    yield Fault("not_exactly_once", member.measure, giver)
            if member.measure in runs_out and any(member.last_day >= ends[giver] for giver in member.givers):
                yield Fault("does_not_run_out", member.measure)


def _nothing_left(problem: WindDownProblem, after: WeeksAfter, unplaced: Sequence[str]) -> Iterator[Fault]:
    organisation = after.caseloads[0].organisation
    for leaver in problem.leavers:
        for carried in caseload_on(organisation, leaver.ends_on).carried.get(leaver.worker, ()):
            if carried.measure not in unplaced:
                yield Fault("carries_on_last_day", carried.measure, leaver.worker)


def _within_limits(problem: WindDownProblem, after: WeeksAfter) -> Iterator[Fault]:
    for worker in problem.receivers:
        for week, monday in enumerate(problem.horizon.mondays):
            if after.load(worker, week) > problem.ahead.most(worker, week):
                yield Fault("above_ceiling", worker=worker, week=monday)


def _few_a_week(problem: WindDownProblem, handovers: Sequence[Handover]) -> Iterator[Fault]:
    families = {member.measure: family.key for family in problem.families for member in family.members}
    taken = {(one.receiver, one.week, families[one.measure]) for one in handovers}
    given = {(one.giver, one.week, families[one.measure]) for one in handovers if not one.joins}
    for rows, most, code in (
        (taken, problem.request.per_receiver, "takes_too_many"),
        (given, problem.request.per_leaver, "gives_too_many"),
    ):
        for (worker, week), count in Counter((worker, week) for worker, week, _ in rows).items():
            if count > most:
                yield Fault(code, worker=worker, week=week)


def _siblings_together(problem: WindDownProblem, handovers: Sequence[Handover]) -> Iterator[Fault]:
    rows: dict[str, list[Handover]] = {}
    families = {member.measure: family.key for family in problem.families for member in family.members}
    for one in handovers:
        rows.setdefault(families[one.measure], []).append(one)
    for key, moved in rows.items():
        firsts = {one.receiver for one in moved if one.position is Position.FIRST}
        seconds = {one.receiver for one in moved if one.position is Position.SECOND}
        if len({one.week for one in moved}) > 1 or len(firsts) > 1 or len(seconds) > 1:
            yield Fault("siblings_apart", key)


def _people_may(problem: WindDownProblem, after: WeeksAfter, handovers: Sequence[Handover]) -> Iterator[Fault]:
    leaving = {leaver.worker for leaver in problem.leavers}
    for one in handovers:
        week = problem.horizon.week_of(one.week)
        caseload, position = after.caseloads[week], _contact(one.position)
        organisation = caseload.organisation
        if organisation.workers[one.receiver].seconded or one.receiver in leaving:
            yield Fault("receiver_leaves", one.measure, one.receiver, one.week)
        round_ = Round(caseload=caseload, asked=(), candidates=())
        for rule in PERSON_RULES:
            if rule.judge_pair(round_, one.measure, one.receiver, position) is not None:
                yield Fault(rule.name, one.measure, one.receiver, one.week)
        now = caseload.holders[one.measure]
        if now.first == now.second or (organisation.measures[one.measure].asks_duo and now.second is None):
            yield Fault("H2", one.measure, one.receiver, one.week)


def _contact(position: Position) -> ContactPosition:
    return Position.FIRST if position is Position.FIRST else Position.SECOND


def _at_the_right_time(problem: WindDownProblem, handovers: Sequence[Handover]) -> Iterator[Fault]:
    ends: Mapping[str, date] = {leaver.worker: leaver.ends_on for leaver in problem.leavers}
    workers = problem.ahead.organisation.workers
    for one in handovers:
        sunday = one.week + timedelta(days=6)
        if one.giver in ends and not one.joins and sunday >= ends[one.giver]:
            yield Fault("in_last_week", one.measure, one.giver, one.week)
        if not SHORTEST_OVERLAP <= one.overlap_weeks <= LONGEST_OVERLAP:
            yield Fault("no_warm_overlap", one.measure, one.receiver, one.week)
        if one.week - timedelta(weeks=one.overlap_weeks) < problem.request.on:
            yield Fault("overlap_in_the_past", one.measure, one.receiver, one.week)
        for absence in workers[one.receiver].absences:
            back = absence.until_on
            if absence.share >= LEAVE and absence.from_on <= sunday and (back is None or back >= one.week):
                yield Fault("receiver_on_leave", one.measure, one.receiver, one.week)


def _under_steps(problem: WindDownProblem, after: WeeksAfter, unplaced: Sequence[str]) -> Iterator[Fault]:
    for leaver in problem.leavers:
        limit = problem.step_limits.get(leaver.worker)
        for week, monday in enumerate(problem.horizon.mondays):
            rows = after.caseloads[week].carried.get(leaver.worker, ())
            load = sum(row.share for row in rows if row.measure not in unplaced)
            if limit is not None and load > int(limit[week]):
                yield Fault("above_step", worker=leaver.worker, week=monday)
