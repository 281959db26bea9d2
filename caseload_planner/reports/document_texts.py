"""Dutch texts of the besluitenlijst itself: headings, columns and notes."""

from collections.abc import Mapping
from datetime import date

from caseload_planner.application.decision_rows import Contact, DecisionDocument
from caseload_planner.domain.norm import Norm
from caseload_planner.reports.words import PROFILES, day_words, points_words

TITLE = "Besluitenlijst verdeling"
DRAFT = "CONCEPT"
WITHDRAWN = "INGETROKKEN"
NOTHING = "Er was niets te verdelen."
LEFT_OVER = "Niet toegewezen"
LEFT_OVER_NOTE = "Tussen haakjes: hoeveel mensen in de regio de regel tegenhoudt."
OVERRIDES = "Afwijkingen van regels"
NO_REASON_YET = "nog geen reden vastgelegd"
LOADS = "Belasting van wie een maatregel kreeg"
BAR_NOTE = "Balk: licht de belasting vooraf, donker wat erbij komt; zwarte streep werknorm, bruine streep plafond."
URGENT = "spoed"
ASKED = "gevraagd aan {team}"
AGREED = "akkoord: {name}"
NOT_AGREED = "akkoord niet vastgelegd"
MINUTES = "Besproken in het overleg"
HANDOVERS = "Geplande overdrachten"
HANDOVERS_NOTE = "Uit het afbouwplan. In de genoemde week gaat de zaak over; daarvoor loopt de ontvanger mee."
CONFIRMED = "bevestigd"
PLANNED = "gepland"
POSITIONS: Mapping[str, str] = {"first": "eerste", "second": "tweede", "incoming": "meelopend"}

PLACED_COLUMNS = (
    "Maatregel",
    "Gezin",
    "Soort",
    "Wacht",
    "Gewicht",
    "Eerste contactpersoon",
    "Tweede contactpersoon",
    "Waarom",
)
LEFT_OVER_COLUMNS = ("Maatregel", "Gezin", "Soort", "Wacht", "Gewicht", "Team", "Reden", "Regels die tegenhouden")
MINUTES_COLUMNS = ("Maatregel", "Gezin", "Besproken")
HANDOVER_COLUMNS = ("Maatregel", "Gezin", "Plek", "Van", "Naar", "Team", "Week", "Meelopen", "Stand")
OVERRIDE_COLUMNS = ("Maatregel", "Medewerker", "Regel", "Reden")
LOAD_COLUMNS = ("Medewerker", "Team", "Vóór", "Na", "Werknorm", "Plafond", "Na / werknorm", "")

SHEETS: Mapping[str, str] = {
    "placed": "Besluiten",
    "left_over": "Niet toegewezen",
    "overrides": "Afwijkingen",
    "minutes": "Besproken",
    "handovers": "Overdrachten",
    "loads": "Belasting",
    "about": "Toelichting",
}


def decided_words(document: DecisionDocument) -> str:
    """Say who decided it and when, or that nobody did."""
    decision = document.decision
    if decision is None:
        made = document.made_at.astimezone()
        return f"Concept van {day_words(made.date())}, {made:%H:%M} uur: nog niet vastgesteld"
    moment = decision.decided_at.astimezone()
    return f"Vastgesteld door {decision.decided_by} op {day_words(moment.date())}, {moment:%H:%M} uur"


def withdrawn_words(document: DecisionDocument) -> str:
    """Say who took the round back, when and why; nothing where it stands."""
    decision = document.decision
    if decision is None or decision.withdrawal is None:
        return ""
    taken_back = decision.withdrawal
    moment = taken_back.withdrawn_at.astimezone()
    when = f"{day_words(moment.date())}, {moment:%H:%M} uur"
    return f"Ingetrokken door {taken_back.withdrawn_by} op {when}: {taken_back.reason}"


def asked_words(contact: Contact) -> str:
    """Say which other team is asked and who agreed; nothing for the own team."""
    if not contact.asked_elsewhere:
        return ""
    agreed = NOT_AGREED if contact.agreed_with is None else AGREED.format(name=contact.agreed_with)
    return f"{ASKED.format(team=contact.team)}, {agreed}"


def week_words(monday: date) -> str:
    """Name a week by its number."""
    return f"week {monday.isocalendar().week}"


def overlap_words(weeks: int) -> str:
    """Say how long a receiver comes along."""
    return "1 week" if weeks == 1 else f"{weeks} weken"


def head_words(document: DecisionDocument) -> list[str]:
    """Give the lines under the title: what became of the round, how much, the norm, and the remarks."""
    lines = [withdrawn_words(document), decided_words(document), count_words(document), norm_words(document.norm)]
    if document.decision is not None:
        lines.append(document.decision.remarks)
    return [line for line in lines if line]


def norm_words(norm: Norm) -> str:
    """Name the norm in force and its lines."""
    return (
        f"Norm vanaf {day_words(norm.valid_from)}: gefinancierd {points_words(norm.funded)} per fte, "
        f"werknorm {points_words(norm.working)} en plafond {points_words(norm.ceiling)} per inzetbare fte"
    )


def count_words(document: DecisionDocument) -> str:
    """Say how much was placed and left over, and how."""
    placed, left = document.placed, len(document.left_over)
    profile = PROFILES.get(document.profile, document.profile)
    proven = "bewezen de beste" if document.status.value == "optimal" else "geldig, niet bewezen de beste"
    measures = "maatregel" if placed == 1 else "maatregelen"
    counted = f"{placed} {measures} toegewezen, {left} niet toegewezen"
    # Where nothing was placed nothing was proposed: only handovers were decided.
    return f"{counted} · profiel {profile} · voorstel {proven}" if placed else counted


def days_words(days: int) -> str:
    """Write how long a measure waits."""
    return "1 dag" if days == 1 else f"{days} dagen"
