"""Dutch words for the codes of a round, in documents; each table is closed, and a test keeps it so."""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from caseload_planner.distribution.proposal import Reason
from caseload_planner.domain.measures import MeasureType
from caseload_planner.domain.points import Hundredths, to_points

DEMO = "Demonstratie: deze organisatie is verzonnen."
PROVISIONAL_NORM = "Werknorm, plafond en zaakgewichten zijn deels voorlopig, te kalibreren."

MEASURE_TYPES: Mapping[MeasureType, str] = {
    MeasureType.SUPERVISION_ORDER: "OTS",
    MeasureType.PROVISIONAL_SUPERVISION_ORDER: "Voorlopige OTS",
    MeasureType.GUARDIANSHIP: "Voogdij",
    MeasureType.PROVISIONAL_GUARDIANSHIP: "Voorlopige voogdij",
    MeasureType.PROBATION_MANDATORY: "JR toezicht en begeleiding",
    MeasureType.PROBATION_VOLUNTARY: "JR vrijwillige begeleiding",
    MeasureType.INTENSIVE_GUIDANCE: "ITB",
    MeasureType.BEHAVIOUR_ORDER: "Gedragsbeïnvloedende maatregel",
    MeasureType.PREVENTIVE: "Drang / preventief",
    MeasureType.PMG_KANSRIJK: "PmG Kansrijk",
    MeasureType.PMG_STRAATKRACHT: "PmG Straatkracht",
    MeasureType.AFTERCARE: "Nazorg",
}

RULES: Mapping[str, str] = {
    "H1": "precies één eerste contactpersoon",
    "H2": "duo van twee verschillende mensen",
    "H3": "SKJ-registratie van de eerste",
    "H4": "vaardigheid JR of PmG",
    "H5": "SNS-geschoold",
    "H6": "Schottenteam",
    "H7": "beschikbaar",
    "H8": "plafond",
    "H9": "vertrekt binnen 13 weken of draagt alles over",
    "H10": "eigen regio",
    "H11": "vastgezet, uitgesloten of conflict",
    "H13": "lopende maatregel blijft",
    "H14": "geen twee starters samen",
}

REASONS: Mapping[str, str] = {
    "pinned": "vastgezet door teamleider",
    "only_one_who_may": "enige die mag",
    "known_face": "bekend gezicht",
    "known_face_passed_over": "bekend gezicht niet gevolgd",
    "known_face_may_not": "bekend gezicht mag niet",
    "siblings_together": "gezin bij één persoon",
    "has_skill": "vaardigheid {skill}",
    "in_schotten_team": "Schottenteam",
    "sns_pair": "SNS-duo",
    "no_sns_pair": "geen SNS-duo",
    "within_norm": "binnen werknorm",
    "over_norm": "boven werknorm",
    "most_room": "meeste ruimte",
    "room_rank": "{place}e van {of} in ruimte",
    "own_team": "eigen team",
    "own_location": "eigen locatie",
    "further_away": "andere locatie",
    "duo_not_made": "duo gewenst, niet gemaakt",
    "other_region": "andere regio, vraagt instemming",
    "known_second": "bekende tweede",
    "partners_again": "vast duo",
    "new_partners": "nieuw duo",
}

LEFT_OVER_REASONS: Mapping[str, str] = {
    "no_first": "niemand kan eerste contactpersoon zijn",
    "no_second": "niemand kan tweede contactpersoon zijn",
    "no_pair": "geen duo mogelijk",
    "somebody_could": "nog niet toegewezen; er is wel iemand die dit kan",
}

PROFILES: Mapping[str, str] = {
    "balanced": "evenwichtig",
    "familiar": "vertrouwd",
    "nearby": "dichtbij",
    "regionwide": "regiobreed",
}
SKILLS: Mapping[str, str] = {"jr": "JR", "pmg": "PmG"}

QUIET_REASONS = frozenset({"within_norm", "new_partners", "own_team"})
"""Reasons that hold for most placements and tell least; said only where nothing else is."""
MOST_REASONS = 4

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def reason_words(reason: Reason) -> str:
    """Put a reason into a few words."""
    figures = dict(reason.figures)
    if "skill" in figures:
        figures["skill"] = SKILLS.get(str(figures["skill"]), figures["skill"])
    return REASONS[reason.code].format_map(figures)


def why(reasons: tuple[Reason, ...]) -> str:
    """Put the telling reasons of a placement into one line, each once."""
    telling = [reason for reason in reasons if reason.code not in QUIET_REASONS] or list(reasons)
    words = list(dict.fromkeys(reason_words(reason) for reason in telling))
    return ", ".join(words[:MOST_REASONS])


def rule_words(rule: str, count: int | None = None) -> str:
    """Name a rule by its id and in words, with how many people it keeps away."""
    return f"{rule} {RULES[rule]}" + ("" if count is None else f" ({count})")


def day_words(day: date, *, weekday: bool = False) -> str:
    """Write a date as ``23 november 2026``, with its weekday before it where asked."""
    text = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {text}" if weekday else text


def points_words(hundredths: Hundredths) -> str:
    """Write points with two decimals and a comma."""
    return str(to_points(hundredths)).replace(".", ",")


def share_words(load: Hundredths, capacity: Hundredths) -> str:
    """Write a load as a percentage of the working norm; a dash without capacity.

    What is above the norm never reads as 100 %.
    """
    if capacity == 0:
        return "–"
    share = (Decimal(100 * load) / capacity).quantize(Decimal(1), ROUND_HALF_UP)
    return f"> {share} %" if share == 100 and load > capacity else f"{share} %"


def note_words(provisional: str, *, demo: bool) -> str:
    """Say which figures are provisional, and that an organisation is invented where it is."""
    return f"{provisional} {DEMO}" if demo else provisional
