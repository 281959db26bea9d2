"""The deadlines of new measures as flat rows: first contact assigned, first talk, plan; what is late, nearly, unknown.

A date that nobody wrote down is unknown, never late: many sources do not hold it. A measure without a first contact is
known to wait, as assignments are the program's own.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.calendar import FreeDays, working_days_between
from caseload_planner.domain.caseload import Caseload
from caseload_planner.domain.measures import Measure
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.waiting_time import waits_since

LOOK_BACK_DAYS = 91
"""Measures reported in the last 13 weeks count."""


class Deadline(StrEnum):
    """The steps that have a deadline, in the order in which they come."""

    ASSIGNMENT = "assignment"
    FIRST_TALK = "first_talk"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Term:
    """How long a step may take, in days from the report.

    Attributes
    ----------
    due_days
        Within which it should be done.
    watched_days
        Within which it has to be done at the latest; for assignment the same, as the inspection counts working days.
    near_days
        From how many days before `due_days` it is nearly due.
    goal
        The share that should be in time.
    """

    due_days: int
    watched_days: int
    near_days: int
    goal: int


TERMS = {
    Deadline.ASSIGNMENT: Term(due_days=7, watched_days=7, near_days=2, goal=100),
    Deadline.FIRST_TALK: Term(due_days=7, watched_days=14, near_days=2, goal=80),
    Deadline.PLAN: Term(due_days=42, watched_days=56, near_days=7, goal=80),
}
"""From S0, S1 and S2: domain.md, "Deadlines". The near days are ours."""

INSPECTION_WORKING_DAYS = 5
"""Working days within which the inspection wants a measure assigned."""


class State(StrEnum):
    """How an open step stands, the most pressing first."""

    LATE = "late"
    FIFTH_WORKING_DAY = "fifth_working_day"
    NEAR = "near"
    NOT_RECORDED = "not_recorded"
    LONG_NOT_RECORDED = "long_not_recorded"
    OPEN = "open"


UNKNOWN = frozenset({State.NOT_RECORDED, State.LONG_NOT_RECORDED})
"""The term is over and nobody wrote down whether the step was taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRow:
    """One measure that still has a step before it, or of which nobody wrote down that it was taken.

    Attributes
    ----------
    since
        From when its days count: the report, or the day after its last first contact was gone.
    due_on
        The last day that is in time.
    first
        Who is first contact, None while nobody is.
    days
        Days since `since`.
    working_days
        The same in working days.
    """

    deadline: Deadline
    measure: str
    family: str
    type: str
    team: str
    first: str | None
    since: date
    due_on: date
    days: int
    working_days: int
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineReport:
    """One deadline: the open rows, and how the measures of the last 13 weeks fared.

    Attributes
    ----------
    rows
        The most pressing first.
    in_time, within_watch, known
        Of the measures of these weeks whose step was taken, or is known to be late: in time, within the watched term,
        in all.
    unknown
        Measures whose term is over and of which nobody wrote the step down.
    recorded
        Whether the source holds such dates at all; where it does not, there are no rows, as nothing is known.
    """

    deadline: Deadline
    rows: tuple[DeadlineRow, ...]
    in_time: int
    within_watch: int
    known: int
    unknown: int
    recorded: bool = True

    @property
    def share(self) -> int | None:
        """Whole percentage in time, rounded down so that 100 means all; None where nothing is known."""
        return None if self.known == 0 else 100 * self.in_time // self.known

    def count(self, *states: State) -> int:
        """Count the rows in some states."""
        return sum(1 for row in self.rows if row.state in states)


def deadline_reports(
    caseload: Caseload, free_days: FreeDays, teams: Collection[str] = ()
) -> tuple[DeadlineReport, ...]:
    """Report every deadline on the date of a caseload; with `teams` only measures for which these teams answer.

    Parameters
    ----------
    free_days
        Days on which nobody works besides weekends, for the inspection's working days.
    """
    chosen = [m for m in _running(caseload) if not teams or m.team in teams]
    return tuple(_report(deadline, chosen, caseload, free_days) for deadline in Deadline)


def _running(caseload: Caseload) -> Iterable[Measure]:
    return (caseload.organisation.measures[key] for key in sorted(caseload.holders))


def _report(deadline: Deadline, measures: Iterable[Measure], caseload: Caseload, free_days: FreeDays) -> DeadlineReport:
    if not is_recorded(deadline, caseload.organisation):
        return DeadlineReport(deadline=deadline, rows=(), in_time=0, within_watch=0, known=0, unknown=0, recorded=False)
    rows, took, late = [], [], 0
    for measure in measures:
        done_on = _done_on(deadline, measure, caseload)
        recent = (caseload.on - measure.reported_on).days <= LOOK_BACK_DAYS
        if done_on is not None and recent:
            took.append((done_on - measure.reported_on).days)
        elif done_on is None and (recent or deadline is Deadline.ASSIGNMENT):
            rows.append(_row(deadline, measure, caseload, free_days))
            # One that waits again, or came long ago, is shown but says nothing about how these weeks went.
            late += recent and rows[-1].state is State.LATE and rows[-1].since == measure.reported_on
    rows.sort(key=lambda row: (list(State).index(row.state), row.due_on, row.measure))
    term = TERMS[deadline]
    return DeadlineReport(
        deadline=deadline,
        rows=tuple(rows),
        in_time=sum(1 for days in took if days <= term.due_days),
        within_watch=sum(1 for days in took if days <= term.watched_days),
        known=len(took) + late,
        unknown=sum(1 for row in rows if row.state in UNKNOWN),
    )


def is_recorded(deadline: Deadline, organisation: Organisation) -> bool:
    """Whether a source holds the dates of a step: at least one measure has one."""
    if deadline is Deadline.ASSIGNMENT:
        return True
    measures = organisation.measures.values()
    return any(_written_on(deadline, measure) is not None for measure in measures)


def _written_on(deadline: Deadline, measure: Measure) -> date | None:
    return measure.first_contact_on if deadline is Deadline.FIRST_TALK else measure.plan_on


def _done_on(deadline: Deadline, measure: Measure, caseload: Caseload) -> date | None:
    """Give the day on which a step was taken, as far as that is known on the date; None where it is not."""
    if deadline is Deadline.ASSIGNMENT:
        if caseload.holders[measure.key].first is None:
            return None
        parts = caseload.organisation.assignments_of[measure.key]
        begun = (part.from_on for part in parts if part.position is Position.FIRST and part.from_on <= caseload.on)
        return min(begun, default=None)
    done_on = _written_on(deadline, measure)
    return done_on if done_on is not None and done_on <= caseload.on else None


def _row(deadline: Deadline, measure: Measure, caseload: Caseload, free_days: FreeDays) -> DeadlineRow:
    on, term = caseload.on, TERMS[deadline]
    waits = deadline is Deadline.ASSIGNMENT
    since = waits_since(caseload.organisation, measure.key, on) if waits else measure.reported_on
    days, working_days = (on - since).days, working_days_between(since, on, free_days)
    return DeadlineRow(
        deadline=deadline,
        measure=measure.key,
        family=measure.family,
        type=measure.type.value,
        team=measure.team,
        first=caseload.holders[measure.key].first,
        since=since,
        due_on=since + timedelta(days=term.due_days),
        days=days,
        working_days=working_days,
        state=_state(deadline, days, working_days),
    )


def _state(deadline: Deadline, days: int, working_days: int) -> State:
    term = TERMS[deadline]
    if days > term.due_days:
        if deadline is Deadline.ASSIGNMENT:
            return State.LATE
        return State.LONG_NOT_RECORDED if days > term.watched_days else State.NOT_RECORDED
    if deadline is Deadline.ASSIGNMENT and working_days >= INSPECTION_WORKING_DAYS:
        return State.FIFTH_WORKING_DAY
    return State.NEAR if days >= term.due_days - term.near_days else State.OPEN
