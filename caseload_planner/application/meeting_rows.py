"""What the besluitenlijst shows beside the round itself: minutes of the meeting and handovers of its week."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from caseload_planner.application.plan_records import HandoverState, PlannedHandover
from caseload_planner.application.ports import Decision, ReadUnit
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.calendar import monday_of
from caseload_planner.domain.organisation import Organisation

ONE_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesRow:
    """What was said about a measure."""

    measure: str
    family: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverRow:
    """A planned handover, with names.

    Attributes
    ----------
    week
        The Monday of the week of the switch.
    overlap_weeks
        Whole weeks before it in which the receiver comes along.
    confirmed
        Whether a decided round confirmed it.
    """

    measure: str
    family: str
    position: Position
    from_name: str
    to_name: str
    to_team: str
    week: date
    overlap_weeks: int
    confirmed: bool


def minutes_rows(organisation: Organisation, decision: Decision | None) -> tuple[MinutesRow, ...]:
    """Give the minutes of a decision by measure; none for a draft."""
    minutes = {} if decision is None else decision.minutes
    return tuple(
        MinutesRow(measure=measure, family=organisation.measures[measure].family, text=minutes[measure])
        for measure in sorted(minutes)
    )


def handovers_of_round(unit: ReadUnit, on: date, decision: Decision | None) -> tuple[PlannedHandover, ...]:
    """Give the handovers that a round speaks of: those that its week begins, and those that its decision confirmed.

    A handover begins when its receiver comes along. Before the round is decided, those of earlier weeks that nobody
    confirmed wait as well.
    """
    monday = monday_of(on)
    first = date.min if decision is None else monday
    waiting = (
        handover
        for handover in unit.wind_downs.accepted_handovers()
        if handover.state is HandoverState.PLANNED and first <= handover.starts_on < monday + ONE_WEEK
    )
    confirmed = () if decision is None else unit.wind_downs.confirmed_by(decision.id)
    found = {(one.plan, one.measure, one.from_worker): one for one in (*waiting, *confirmed)}
    return tuple(sorted(found.values(), key=lambda one: (one.week, one.measure, one.position, one.from_worker)))


def handover_rows(
    organisation: Organisation, handovers: Iterable[PlannedHandover], teams: Collection[str] = ()
) -> tuple[HandoverRow, ...]:
    """Give planned handovers in their order; with `teams` only of measures or people of these teams."""
    rows: list[HandoverRow] = []
    for handover in handovers:
        measure = organisation.measures[handover.measure]
        giver, receiver = organisation.workers[handover.from_worker], organisation.workers[handover.to_worker]
        if teams and not {measure.team, giver.team, receiver.team} & set(teams):
            continue
        rows.append(
            HandoverRow(
                measure=measure.key,
                family=measure.family,
                position=handover.position,
                from_name=giver.name,
                to_name=receiver.name,
                to_team=receiver.team,
                week=handover.week,
                overlap_weeks=handover.overlap_weeks,
                confirmed=handover.state is HandoverState.CONFIRMED,
            )
        )
    return tuple(rows)
