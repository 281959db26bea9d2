"""Dutch texts of the document of a wind-down, and the words that say how it stands."""

from collections.abc import Mapping

from caseload_planner.application.plan_records import HandoverState, PlanState
from caseload_planner.application.plan_wind_down import WindDownDraft
from caseload_planner.application.wind_down_changes import Move, changes_since_agreed
from caseload_planner.domain.assignment import Position
from caseload_planner.reports.words import RULES, day_words
from caseload_planner.winddown.plan import Handover, UnplacedMeasure

TITLE = "Afbouw team D"
PROVISIONAL = "Verwachte einden, nieuwe zaken (zoals een jaar geleden) en zaakgewichten zijn voorlopig, te kalibreren."
STATES: Mapping[PlanState, str] = {
    PlanState.DRAFT: "Concept",
    PlanState.ACCEPTED: "Vastgesteld",
    PlanState.WITHDRAWN: "Ingetrokken",
}
HANDOVER_STATES: Mapping[HandoverState, str] = {
    HandoverState.CONFIRMED: "bevestigd",
    HandoverState.WITHDRAWN: "vervallen",
}
HANDOVERS = "Overdrachten per week"
HANDOVERS_NOTE = "Meelopen: hele weken waarin de nieuwe contactpersoon vooraf meeloopt."
LEFT_OVER = "Nog niemand die overneemt"
RUNS_OUT = "Loopt vanzelf af"
CHANGES = "Anders dan afgesproken"
CHANGES_NOTE = "Tegenover wat al was vastgesteld toen dit plan werd gemaakt."
CHANGE_COLUMNS = ("Maatregel", "Van", "Afgesproken", "Nu")
MOST_NAMED = 3
LEAVERS = "Punten bij wie vertrekt"
RECEIVERS = "Wie overneemt"
RECEIVERS_NOTE = "Met de nieuwe zaken die te verwachten zijn. Boven: weken boven de werknorm."
HANDOVER_COLUMNS = ("Week", "Maatregel", "Gezin", "Van", "Naar", "Plek", "Meelopen")
LEFT_COLUMNS = ("Maatregel", "Gezin", "Van", "Waarom")
RUNNING_COLUMNS = ("Maatregel", "Gezin", "Verwacht einde")
RECEIVER_COLUMNS = ("Medewerker", "Team", "Krijgt", "Nu", "Aan het eind", "Werknorm", "Boven")
REASONS: Mapping[str, str] = {
    "too_late": "geen tijd meer voor twee weken meelopen",
    "nobody_may": "niemand hier mag overnemen",
    "no_room": "te zwaar voor ieders ruimte",
    "no_room_left": "geen ruimte meer onder het plafond",
}
SHEETS: Mapping[str, str] = {
    "handovers": "Overdrachten",
    "left": "Nog niemand",
    "runs_out": "Loopt af",
    "changes": "Anders",
    "leavers": "Team D per week",
    "receivers": "Overnemers per week",
    "about": "Toelichting",
}


def answer_words(draft: WindDownDraft) -> str:
    """Say in one sentence whether it can be done."""
    plan, until = draft.plan, day_words(draft.request.until)
    moved = f"{_count(len(plan.handovers), 'overdracht', 'overdrachten')}, "
    moved += f"{_count(len(plan.runs_out), 'zaak loopt', 'zaken lopen')} vanzelf af"
    if plan.unplaced:
        left = _count(len(plan.unplaced), "zaak heeft", "zaken hebben")
        return f"Niet nihil per {until}: {left} nog niemand die overneemt; {moved}."
    return f"Nihil haalbaar per {until}: {moved}."


def title_words(draft: WindDownDraft) -> str:
    """Name the document by who hands over and the last day; whether it can be done is for the line below."""
    people = [draft.organisation.workers[one.worker] for one in draft.request.leavers]
    until = day_words(draft.request.until)
    if all(worker.seconded for worker in people):
        return f"{TITLE} tot {until}"
    names = ", ".join(worker.name for worker in people[:MOST_NAMED])
    more = f" en nog {len(people) - MOST_NAMED}" if len(people) > MOST_NAMED else ""
    return f"Overdracht van {names}{more} tot {until}"


def change_words(draft: WindDownDraft) -> list[tuple[str, str, str, str]]:
    """Say of each handover that is otherwise than agreed: the measure, from whom, what was agreed, and what now."""
    changes = changes_since_agreed(draft)
    people = draft.organisation.workers
    return [
        (one.measure, people[one.giver].name, _move_words(draft, one.before), _move_words(draft, one.now))
        for one in (() if changes is None else changes.changed)
    ]


def _move_words(draft: WindDownDraft, move: Move | None) -> str:
    if move is None:
        return "niet overgedragen"
    return f"week {move.week.isocalendar().week} · {draft.organisation.workers[move.receiver].name}"


def head_words(draft: WindDownDraft) -> list[str]:
    """Give the lines under the title."""
    above = sum(extra > 0 for _, extra in draft.plan.extra)
    who = _count(above, "collega komt", "collega's komen") if above else "Niemand komt"
    cost = f"{who} ervoor boven de werknorm."
    lines = [answer_words(draft), f"{STATES[draft.state]}, gerekend vanaf {day_words(draft.request.on)}. {cost}"]
    if draft.state is PlanState.ACCEPTED:
        gone = sum(one.state is HandoverState.WITHDRAWN for one in draft.handovers)
        words = _count(gone, "overdracht hiervan vervalt", "overdrachten hiervan vervallen")
        lines += [f"{words}: een later plan kwam ervoor in de plaats."] if gone else []
    return lines


def why_words(row: UnplacedMeasure) -> str:
    """Say why nobody takes a measure, with the rules that keep most people away."""
    rules = ", ".join(f"{rule} {RULES[rule]}" for rule in row.rules if rule in RULES)
    reason = REASONS.get(row.reason, row.reason)
    return f"{reason} ({rules})" if rules else reason


def place_words(draft: WindDownDraft, one: Handover) -> str:
    """Name the position that changes hands, and what has become of it."""
    found = next((row for row in draft.handovers if (row.measure, row.to_worker) == (one.measure, one.receiver)), None)
    state = "" if found is None else HANDOVER_STATES.get(found.state, "")
    return f"{position_words(one)}, {state}" if state else position_words(one)


def position_words(one: Handover) -> str:
    """Name the position that changes hands."""
    if one.joins:
        return "tweede, komt erbij"
    if one.was_second:
        return "eerste, was tweede"
    return "eerste" if one.position is Position.FIRST else "tweede"


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
