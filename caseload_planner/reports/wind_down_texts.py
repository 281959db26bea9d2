"""Dutch texts of the document of a wind-down, and the words that say how it stands."""

from collections.abc import Mapping

from caseload_planner.application.plan_records import PlanState
from caseload_planner.application.plan_wind_down import WindDownDraft
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
HANDOVERS = "Overdrachten per week"
HANDOVERS_NOTE = "Meelopen: hele weken waarin de nieuwe contactpersoon vooraf meeloopt."
LEFT_OVER = "Nog niemand die overneemt"
RUNS_OUT = "Loopt vanzelf af"
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
    """Name the document by its last day; whether it can be done is for the line below."""
    return f"{TITLE} tot {day_words(draft.request.until)}"


def head_words(draft: WindDownDraft) -> list[str]:
    """Give the lines under the title."""
    above = sum(extra > 0 for _, extra in draft.plan.extra)
    who = _count(above, "collega komt", "collega's komen") if above else "Niemand komt"
    cost = f"{who} ervoor boven de werknorm."
    return [answer_words(draft), f"{STATES[draft.state]}, gerekend vanaf {day_words(draft.request.on)}. {cost}"]


def why_words(row: UnplacedMeasure) -> str:
    """Say why nobody takes a measure, with the rules that keep most people away."""
    rules = ", ".join(f"{rule} {RULES[rule]}" for rule in row.rules if rule in RULES)
    reason = REASONS.get(row.reason, row.reason)
    return f"{reason} ({rules})" if rules else reason


def position_words(one: Handover) -> str:
    """Name the position that changes hands."""
    if one.joins:
        return "tweede, komt erbij"
    if one.was_second:
        return "eerste, was tweede"
    return "eerste" if one.position is Position.FIRST else "tweede"


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
