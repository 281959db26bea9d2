"""Rows of the Team D page, with every text made: who hands what to whom, what is left over, who takes how much."""

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from caseload_planner.application.plan_wind_down import WindDownDraft
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


def team_d_lines(draft: WindDownDraft) -> TeamDLines:
    """Make the rows of a plan."""
    week, case, of, to = (
        translate("TeamD", "Week"),
        translate("TeamD", "Case"),
        translate("TeamD", "From"),
        translate("TeamD", "To"),
    )
    return TeamDLines(
        handover_headings=(week, case, of, to, translate("TeamD", "Along")),
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
            translate("TeamD", "Week by week, against the working norm"),
        ),
        receivers=_receivers(draft),
    )


def _name(organisation: Organisation, worker: str) -> str:
    return organisation.workers[worker].name


def _case(organisation: Organisation, measure: str) -> str:
    return f"{measure}  {measure_type_short(organisation.measures[measure].type.value)}"


def _handovers(draft: WindDownDraft) -> tuple[TextRow, ...]:
    moved = sorted((*draft.plan.handovers, *draft.plan.joining), key=lambda one: (one.week, one.receiver, one.measure))
    return tuple(_handover(draft.organisation, one) for one in moved)


def _handover(organisation: Organisation, one: Handover) -> TextRow:
    to = _name(organisation, one.receiver)
    if one.joins:
        to = with_values(translate("TeamD", "%1, comes beside"), to)
    elif one.was_second:
        to = with_values(translate("TeamD", "%1, was second"), to)
    elif one.position is Position.SECOND:
        to = with_values(translate("TeamD", "%1, as second"), to)
    week = f"{one.week.isocalendar().week} · {formatting.day_short(one.week)}"
    weeks = with_values(translate("TeamD", "%1 wk"), formatting.count(one.overlap_weeks))
    cells = (week, _case(organisation, one.measure), _name(organisation, one.giver), to, weeks)
    spoken = (formatting.week(one.week), *cells[1:])
    return TextRow(cells, ", ".join(spoken), one.measure)


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
    holders = {a.measure: a.worker for a in organisation.assignments if a.holds_on(draft.request.on)}
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
