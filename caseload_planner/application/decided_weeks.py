"""What was decided in a week of history, and how the organisation stood before those decisions."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.domain.calendar import monday_of
from caseload_planner.domain.caseload import holders_of
from caseload_planner.domain.organisation import Organisation
from caseload_planner.rules.round import Placement

ONE_DAY = timedelta(days=1)
ONE_WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class DecidedWeek:
    """One ISO week of history, as a round that was decided.

    Attributes
    ----------
    monday
        First day of the week.
    on
        Date of the round: the last day on which a decided measure got somebody, so that all of the week's decisions
        are in it; the Monday where nothing was decided.
    before
        The organisation on that date without the week's decisions: nothing that was reported or began later.
    placements
        Who had the decided measures on that date, sorted by measure.
    ended
        Keys of decided measures that no longer ran, or had nobody any more, on that date: in no plan.
    """

    monday: date
    on: date
    before: Organisation
    placements: tuple[Placement, ...]
    ended: tuple[str, ...]


def last_mondays(on: date, weeks: int) -> tuple[date, ...]:
    """Give the Mondays of the last ISO weeks that were over on a date, oldest first."""
    this = monday_of(on)
    # Before the first week of the calendar there are none.
    possible = (this - date.min).days // 7 - 1
    return tuple(this - ONE_WEEK * back for back in range(min(weeks, possible), 0, -1))


def decided_week(organisation: Organisation, monday: date, teams: Collection[str] = ()) -> DecidedWeek:
    """Read what was decided in the ISO week that begins on a Monday; with `teams` only of measures of those teams.

    Decided is a measure on which a first contact began that week while it had none the day before: new ones, and those
    of people who had left. A first contact who takes over from one is a handover and stays where it is. What has no
    history (skills, tasks, the team of a worker, the factors of a measure) is as it is known today.
    """
    keys = _decided(organisation, monday, teams)
    began = [part for key in keys for part in _began(organisation, key, monday)]
    contacts = [part.from_on for part in began if part.position is not Position.INCOMING]
    on = max(contacts, default=monday)
    placements: list[Placement] = []
    for key in keys:
        now = holders_of(organisation.assignments_of[key], organisation.workers, on)
        if now.first is not None and organisation.measures[key].runs_on(on):
            placements.append(Placement(key, now.first, now.second))
    held = {placement.measure for placement in placements}
    return DecidedWeek(
        monday=monday,
        on=on,
        before=_as_known(organisation, on, frozenset(began)),
        placements=tuple(placements),
        ended=tuple(key for key in keys if key not in held),
    )


def _decided(organisation: Organisation, monday: date, teams: Collection[str]) -> tuple[str, ...]:
    """Give the keys of the measures decided in a week, sorted."""
    keys: set[str] = set()
    for assignment in organisation.assignments:
        if assignment.position is not Position.FIRST or not monday <= assignment.from_on < monday + ONE_WEEK:
            continue
        if teams and organisation.measures[assignment.measure].team not in teams:
            continue
        history = organisation.assignments_of[assignment.measure]
        if holders_of(history, organisation.workers, assignment.from_on - ONE_DAY).first is None:
            keys.add(assignment.measure)
    return tuple(sorted(keys))


def _began(organisation: Organisation, measure: str, monday: date) -> Iterator[Assignment]:
    """Give what began on a measure in the week."""
    for assignment in organisation.assignments_of[measure]:
        if monday <= assignment.from_on < monday + ONE_WEEK:
            yield assignment


def _as_known(organisation: Organisation, on: date, without: frozenset[Assignment]) -> Organisation:
    measures = {key: measure for key, measure in organisation.measures.items() if measure.reported_on <= on}
    assignments = tuple(
        part
        for part in organisation.assignments
        if part.from_on <= on and part.measure in measures and part not in without
    )
    return replace(organisation, measures=measures, assignments=assignments)
