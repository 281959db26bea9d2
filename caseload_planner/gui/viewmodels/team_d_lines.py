"""Rows of the Team D page, with every text made: who hands what to whom, what is left over, who takes how much."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from caseload_planner.application.plan_records import HandoverState, PlannedHandover
from caseload_planner.application.plan_wind_down import WindDownDraft
from caseload_planner.application.wind_down_changes import HandoverChange, Move, PlanChanges
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.organisation import Organisation
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.receiver_weeks import ReceiverWeeks
from caseload_planner.gui.models.text_table import TextRow
from caseload_planner.gui.team_d_texts import reason_text
from caseload_planner.gui.texts import measure_type_short
from caseload_planner.winddown.plan import Handover

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class TeamDLines:
    """Everything that the tables of the page show."""

    handover_headings: tuple[str, ...]
    handovers: tuple[TextRow, ...]
    left_headings: tuple[str, ...]
    left: tuple[TextRow, ...]
    running_headings: tuple[str, ...]
    running_out: tuple[TextRow, ...]
    receiver_headings: tuple[str, ...]
    receivers: tuple[ReceiverWeeks, ...]
    change_headings: tuple[str, ...]
    changes: tuple[TextRow, ...]


def team_d_lines(draft: WindDownDraft, changes: PlanChanges | None) -> TeamDLines:
    """Make the rows of a plan, and of what it has otherwise than was agreed."""
    week, case, of, to = (
        translate("TeamD", "Week"),
        translate("TeamD", "Case"),
        translate("TeamD", "From"),
        translate("TeamD", "To"),
    )
    return TeamDLines(
        handover_headings=(week, case, of, to, translate("TeamD", "As"), translate("TeamD", "Along")),
        handovers=_handovers(draft),
        left_headings=(case, of, translate("TeamD", "Why")),
        left=_left(draft),
        running_headings=(case, of, translate("TeamD", "Ends")),
        running_out=_running_out(draft),
        receiver_headings=(
            translate("TeamD", "Takes over"),
            translate("TeamD", "Cases"),
            translate("TeamD", "First"),
            translate("TeamD", "Last"),
            translate("TeamD", "Week by week, with the norm"),
        ),
        receivers=_receivers(draft),
        change_headings=(case, of, translate("TeamD", "Agreed"), translate("TeamD", "Now")),
        changes=() if changes is None else change_rows(draft.organisation, changes.changed),
    )


def change_rows(organisation: Organisation, changes: Iterable[HandoverChange]) -> tuple[TextRow, ...]:
    """Make a row of each handover that is otherwise: the case, who has it, to whom it went, and to whom it goes."""
    rows = []
    for one in changes:
        moves = (_move(organisation, one.before), _move(organisation, one.now))
        cells = (_case(organisation, one.measure), _name(organisation, one.giver), *moves)
        rows.append(TextRow(cells, ", ".join(cells), one.measure, "\n".join(cells)))
    return tuple(rows)


def _move(organisation: Organisation, move: Move | None) -> str:
    if move is None:
        return translate("TeamD", "not handed over")
    return with_values(
        translate("TeamD", "wk %1 · %2"),
        formatting.count(move.week.isocalendar().week),
        _name(organisation, move.receiver),
    )


def _name(organisation: Organisation, worker: str) -> str:
    return organisation.workers[worker].name


def _case(organisation: Organisation, measure: str) -> str:
    return f"{measure}  {measure_type_short(organisation.measures[measure].type.value)}"


def _handovers(draft: WindDownDraft) -> tuple[TextRow, ...]:
    stored = {(one.measure, one.from_worker, one.to_worker): one for one in draft.handovers}
    of_plan = (*draft.plan.handovers, *draft.plan.joining)
    known = {(one.measure, one.giver, one.receiver) for one in of_plan}
    # What a withdrawn round let wait again may be of the plan before.
    more = [_as_planned(one) for key, one in stored.items() if key not in known]
    moved = sorted((*of_plan, *more), key=lambda one: (one.week, one.receiver, one.measure))
    return tuple(_handover(draft.organisation, one, _state(stored, one)) for one in moved)


def _as_planned(one: PlannedHandover) -> Handover:
    return Handover(
        measure=one.measure,
        giver=one.from_worker,
        receiver=one.to_worker,
        position=one.position,
        week=one.week,
        overlap_weeks=one.overlap_weeks,
    )


def _state(stored: Mapping[tuple[str, str, str], PlannedHandover], one: Handover) -> HandoverState:
    found = stored.get((one.measure, one.giver, one.receiver))
    return HandoverState.PLANNED if found is None else found.state


def _handover(organisation: Organisation, one: Handover, state: HandoverState) -> TextRow:
    week = f"{one.week.isocalendar().week} · {formatting.day_short(one.week)}"
    marks = {HandoverState.CONFIRMED: "✓ ", HandoverState.WITHDRAWN: "× "}
    weeks = with_values(translate("TeamD", "%1 wk"), formatting.count(one.overlap_weeks))
    names = (_name(organisation, one.giver), _name(organisation, one.receiver))
    cells = (marks.get(state, "") + week, _case(organisation, one.measure), *names, _as_what(one), weeks)
    spoken: tuple[str, ...] = (formatting.week(one.week), *cells[1:])
    said = {
        HandoverState.CONFIRMED: translate("TeamD", "confirmed in a distribution"),
        HandoverState.WITHDRAWN: translate("TeamD", "no longer comes up"),
    }
    words = ", ".join((*spoken, said[state]) if state in said else spoken)
    return TextRow(cells, words, one.measure, words)


def _as_what(one: Handover) -> str:
    """Say as what somebody comes."""
    if one.joins:
        return translate("TeamD", "comes beside")
    if one.was_second:
        return translate("TeamD", "was second")
    return translate("TeamD", "second") if one.position is Position.SECOND else translate("TeamD", "first")


def _left(draft: WindDownDraft) -> tuple[TextRow, ...]:
    rows = []
    for row in draft.plan.unplaced:
        why = reason_text(row)
        rules = ", ".join(row.rules)
        cells = (_case(draft.organisation, row.measure), _name(draft.organisation, row.giver), why)
        rows.append(TextRow(cells, ", ".join(cells), row.measure, f"{why} ({rules})"))
    return tuple(rows)


def _running_out(draft: WindDownDraft) -> tuple[TextRow, ...]:
    organisation, rows = draft.organisation, []
    leavers = {one.worker for one in draft.request.leavers}
    held = (a for a in organisation.assignments if a.worker in leavers and a.holds_on(draft.request.on))
    holders = {a.measure: a.worker for a in held}
    for key in draft.plan.runs_out:
        end = organisation.measures[key].expected_end
        of = holders.get(key)
        cells = (
            _case(organisation, key),
            "" if of is None else _name(organisation, of),
            translate("TeamD", "as usual for its kind") if end is None else formatting.day(end),
        )
        rows.append(TextRow(cells, ", ".join(cells), key))
    return tuple(rows)


def _receivers(draft: WindDownDraft) -> tuple[ReceiverWeeks, ...]:
    organisation, plan = draft.organisation, draft.plan
    taken = Counter(one.receiver for one in (*plan.handovers, *plan.joining))
    by_worker: dict[str, list[tuple[int, int, int]]] = {}
    for row in plan.loads:
        by_worker.setdefault(row.worker, []).append((row.load, row.working, row.most))
    rows = []
    for worker in sorted(by_worker, key=lambda key: (-taken[key], organisation.workers[key].name)):
        loads, norms, most = (tuple(column) for column in zip(*by_worker[worker], strict=True))
        name = _name(organisation, worker)
        above = sum(load > norm for load, norm in zip(loads, norms, strict=True))
        spoken = with_values(
            translate("TeamD", "%1 takes %2: from %3 to %4 points, %5 weeks above the working norm"),
            name,
            formatting.count(taken[worker]),
            formatting.points(loads[0]),
            formatting.points(loads[-1]),
            formatting.count(above),
        )
        cells = (name, formatting.count(taken[worker]), formatting.points(loads[0]), formatting.points(loads[-1]))
        rows.append(ReceiverWeeks(worker=worker, cells=cells, loads=loads, norms=norms, most=most, spoken=spoken))
    return tuple(rows)
