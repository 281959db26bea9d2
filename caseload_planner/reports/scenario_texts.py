"""Dutch texts of the report of a formatie scenario."""

from collections.abc import Mapping
from datetime import date

from caseload_planner.application.compare_scenarios import TASKS, is_share
from caseload_planner.application.run_scenario import FrozenMark
from caseload_planner.reports.words import MEASURE_TYPES, day_words
from caseload_planner.staffing.futures import Series

TITLE = "Formatiescenario"
PROVISIONAL = "Aannames zijn deels voorlopig, te kalibreren. Verlichting door ondersteuners is geen lagere caseload."
ASSUMPTIONS = "Aannames die anders zijn dan het uitgangspunt"
NO_DIFFERENCE = "Alle aannames zijn die van het uitgangspunt."
COURSE = "Verloop"
COURSE_NOTE = "Midden van de toekomsten, met tussen haakjes waartussen 9 van de 10 uitkomen."
TEAMS = "Teams aan het einde"
COMPARED = "Vergeleken met {name}"
COMPARED_NOTE = "Dezelfde toekomsten, dus het verschil is geen toeval."
COMPARED_OTHER_DATA = "Niet dezelfde gegevens en toekomsten, dus een deel van het verschil komt daarvan."
DASHED = "Streepjes: het midden van {name}."
BANDS = "Lijn: het midden. Banden: de helft, 8 van de 10 en 9 van de 10 toekomsten. Trede: de norm."
FROZEN = "Vastgelegd op {day} met programma {version}: dit zijn de gegevens van toen."
OTHER_FIGURES = "Programma {version} rekent anders; de cijfers zijn niet die van toen."

SERIES: Mapping[Series, str] = {
    Series.LOAD_PER_FTE: "Belasting per contract-fte",
    Series.LOAD_PER_DEPLOYABLE_FTE: "Belasting per inzetbare fte",
    Series.LOAD: "Belasting in punten",
    Series.RUNNING_MEASURES: "Lopende maatregelen",
    Series.CONTRACT_FTE: "Contract-fte",
    Series.DEPLOYABLE_FTE: "Inzetbare fte",
    Series.WAITING: "Wachtend",
    Series.TEAM_D_FTE: "Team D in fte",
    Series.ASSISTANT_FTE: "Ondersteunend jeugdbeschermers in fte",
    Series.RELIEF_FTE: "Verlichting in fte",
}
ASSUMPTIONS_BY_KEY: Mapping[str, str] = {
    "start": "Eerste dag",
    "places": "Teams",
    "weeks": "Weken vooruit",
    "inflow.level": "Instroom ten opzichte van nu",
    "inflow.growth_per_year": "Groei van de instroom per jaar",
    "inflow.season": "Seizoen van de instroom",
    "inflow.children": "Kinderen in een gezin",
    "transitions.provisional_to_supervision": "VOTS die OTS wordt",
    "transitions.supervision_to_guardianship": "OTS die voogdij wordt",
    "transitions.provisional_to_guardianship": "Voorlopige voogdij die voogdij wordt",
    "turnover.per_year": "Verloop per jaar",
    "turnover.notice_weeks": "Weken opzegtermijn",
    "turnover.replaced_share": "Vertrekkers die vervangen worden",
    "turnover.vacancy_weeks": "Weken dat een plek leeg is",
    "turnover.starter_share": "Nieuwe mensen die starter zijn",
    "turnover.vacancy_shape": "Hoe gelijkmatig die weken zijn",
    "absence.model": "Hoe verzuim beweegt",
    "absence.deviation": "Spreiding van langdurig verzuim",
    "absence.persistence": "Hoe lang verzuim blijft zoals het is",
    "absence.spell_weeks": "Weken van een langdurig verzuim",
    "support.freed_share": "Fte dat één fte ondersteuner hooguit vrijmaakt",
    "support.largest_share": "Deel van iemands werk dat weg kan vallen",
    "support.productive_share": "Uren van ondersteuners voor deze taken",
    "support.support_cost": "Kosten per jaar van één fte ondersteuner",
    "support.caseworker_cost": "Kosten per jaar van één fte jeugdzorgwerker",
    "support.secondee_cost": "Kosten per jaar van één fte gedetacheerd",
    "support.secondee_wait_weeks": "Weken tot een gedetacheerde komt",
    "absence.share": "Verzuim",
    "absence.long_part": "Langdurig deel van verzuim",
    "team_d.plan": "Team D",
    "team_d.nil_in_weeks": "Team D naar nihil in zoveel weken",
    "team_d.nil_on": "Team D naar nihil op",
    "waiting.limit": "Nieuwe zaken wachten boven (punten per inzetbare fte)",
    "support.fte": "Ondersteuners in fte",
    "assistants.registered_in_a_year": "Ondersteunend jeugdbeschermers geregistreerd binnen een jaar",
    "vacancies": "Vacatures op de eerste dag",
    "hires": "Extra mensen",
    "norm_steps": "Norm",
}
_GROUPS: Mapping[str, str] = {
    "inflow.per_week": "Nieuw per week",
    "inflow.type_level": "Instroom ten opzichte van nu",
    "inflow.type_growth_per_year": "Groei per jaar",
    "inflow.place_level": "Instroom ten opzichte van nu",
    "durations": "Duur",
    "turnover.places": "Verloop per jaar",
    "absence.places": "Verzuim",
}
_TASKS: Mapping[str, str] = {
    "filing": "Dossiervorming",
    "planning": "Afspraken plannen",
    "reports": "Verslagen",
    "requests": "Aanvragen",
    "file_access": "Dossierinzage",
    "partners": "Contact met partners",
}
_TASK_FIELDS: Mapping[str, str] = {
    "per_measure_month": "keer per maand",
    "minutes": "minuten",
    "movable": "deel dat over kan",
    "adopted": "deel dat overgaat",
    "learning_weeks": "weken van wennen",
}
_FIELDS: Mapping[str, str] = {
    "people": "mensen",
    "fte": "fte elk",
    "in_weeks": "na weken",
    "on": "op",
    "onboarding": "inwerken als",
    "place": "in",
    "funded": "gefinancierd",
    "working": "werknorm",
    "ceiling": "plafond",
    "family": "vorm",
    "mean_weeks": "gemiddeld weken",
    "shape": "gelijkmatigheid",
    "sigma": "spreiding",
    "from_weeks": "vanaf weken",
    "to_weeks": "tot weken",
    "ends_at_half_year": "eindigt na een half jaar",
    "ends_at_year": "eindigt na een jaar",
    "ends_each_later_year": "eindigt elk later jaar",
}
_WORDS: Mapping[str, str] = {
    "starter": "starter",
    "experienced": "ervaren",
    "none": "niet",
    "plan": "het vastgestelde plan",
    "end_dates": "eigen laatste dagen",
    "nil": "loopt gelijkmatig af",
    "stays": "blijft",
    "ar1": "langzaam rond het gemiddelde",
    "spells": "mensen vallen uit en komen terug",
    "exponential": "exponentieel",
    "between": "tussen twee grenzen",
    "court_terms": "naar termijnen van de rechter",
    "history": "eigen geschiedenis",
}
COURSE_SERIES = (
    Series.LOAD_PER_FTE,
    Series.LOAD_PER_DEPLOYABLE_FTE,
    Series.RUNNING_MEASURES,
    Series.CONTRACT_FTE,
    Series.DEPLOYABLE_FTE,
    Series.TEAM_D_FTE,
)
TEAM_COLUMNS = (
    "Team",
    "Contract-fte",
    "Per contract-fte",
    "Boven norm",
    "Inzetbaar",
    "Per inzetbare fte",
    "Boven werknorm",
)
ASSUMPTION_COLUMNS = ("Aanname", "Uitgangspunt", "Dit scenario", "Reden")
COMPARED_COLUMNS = ("Uitkomst aan het einde", "Daar", "Hier", "Verschil", "9 van de 10 tussen")
SHEETS: Mapping[str, str] = {
    "course": "Verloop",
    "teams": "Teams",
    "assumptions": "Aannames",
    "compared": "Vergelijking",
    "scenario": "Scenario (TOML)",
    "about": "Toelichting",
}


def frozen_lines(mark: FrozenMark | None, version: str) -> list[str]:
    """Say of which day a frozen scenario is, and whether this program still comes to its figures."""
    if mark is None:
        return []
    lines = [FROZEN.format(day=day_words(mark.frozen_on), version=mark.program_version)]
    return lines if mark.same_figures else [*lines, OTHER_FIGURES.format(version=version)]


def week_words(day: date) -> str:
    """Write a week with its year."""
    year, week, _ = day.isocalendar()
    return f"week {week} {year}"


def figure(value: float, decimals: int = 2) -> str:
    """Write a figure with a comma, a dash where there is none."""
    if value != value:  # noqa: PLR0124 - not a number: no fte to divide by
        return "\u2013"
    return f"{value:,.{decimals}f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def chance(share: float) -> str:
    """Write a chance."""
    return f"{round(100 * share)} %"


def value_words(key: str, value: object) -> str:
    """Write the value of an assumption: a share as percent, others as a scenario file has them."""
    if isinstance(value, float) and is_share(key):
        return f"{_trimmed(100 * value)} %"
    return plain(value)


def plain(value: object) -> str:
    """Write a value as a scenario file has it."""
    if value is None:
        return "zoals nu"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float):
        return _trimmed(value)
    if isinstance(value, tuple):
        return ", ".join(plain(entry) for entry in value) or "geen"
    fields = getattr(value, "__dataclass_fields__", None)
    if fields is not None:
        known = {name: getattr(value, name) for name in fields}
        return ", ".join(
            f"{_FIELDS.get(name, name)} {plain(entry)}" for name, entry in known.items() if entry not in {None, ""}
        )
    return _WORDS.get(str(value), str(value))


def _trimmed(value: float) -> str:
    return figure(value, 3).rstrip("0").rstrip(",")


def scenario_name(name: str) -> str:
    """Name a scenario; the base that nobody renamed in Dutch."""
    return "Uitgangspunt" if name == "Base" else name


def assumption(key: str) -> str:
    """Name an assumption; one without a word by its key."""
    group, _, last = key.rpartition(".")
    if group.startswith(f"{TASKS}."):
        task = group.removeprefix(f"{TASKS}.")
        return f"{_TASKS.get(task, task)}: {_TASK_FIELDS.get(last, last)}"
    if group in _GROUPS:
        types = {type_.value: word for type_, word in MEASURE_TYPES.items()}
        return f"{_GROUPS[group]}: {types.get(last, last)}"
    return ASSUMPTIONS_BY_KEY.get(key, key)


def reason_of(reasons: Mapping[str, str], key: str) -> str:
    """Give the reason of an assumption: its own, else that of the group it belongs to."""
    while key:
        if key in reasons:
            return reasons[key]
        key = key.rpartition(".")[0]
    return ""


def spread(middle: float, low: float, high: float, decimals: int) -> str:
    """Write a middle with its range, where there is one."""
    words = figure(middle, decimals)
    low_words, high_words = figure(low, decimals), figure(high, decimals)
    return words if low_words == high_words else f"{words} ({low_words}\u2013{high_words})"
