"""Dutch texts of the report of a formatie scenario."""

from collections.abc import Mapping
from datetime import date

from caseload_planner.staffing.futures import Series

TITLE = "Formatiescenario"
DEMO = "Demonstratie: deze organisatie is verzonnen."
PROVISIONAL = "Aannames zijn deels voorlopig, te kalibreren. Verlichting door ondersteuners is geen lagere caseload."
ASSUMPTIONS = "Aannames die anders zijn dan het uitgangspunt"
NO_DIFFERENCE = "Alle aannames zijn die van het uitgangspunt."
COURSE = "Verloop"
COURSE_NOTE = "Midden van de toekomsten, met tussen haakjes waartussen 9 van de 10 uitkomen."
TEAMS = "Teams aan het einde"
COMPARED = "Vergeleken met {name}"
COMPARED_NOTE = "Dezelfde toekomsten, dus het verschil is geen toeval."
CHARTS = "Grafieken"
BANDS = "Lijn: het midden. Banden: de helft, 8 van de 10 en 9 van de 10 toekomsten. Trede: de norm."
REASON = "Reden"

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


def plain(value: object) -> str:
    """Write the value of an assumption as a scenario file has it."""
    if value is None:
        return "zoals nu"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float):
        return figure(value, 3).rstrip("0").rstrip(",")
    if isinstance(value, tuple):
        return ", ".join(plain(entry) for entry in value) or "geen"
    fields = getattr(value, "__dataclass_fields__", None)
    if fields is not None:
        known = {name: getattr(value, name) for name in fields}
        return "; ".join(f"{name} {plain(entry)}" for name, entry in known.items() if entry not in {None, ""})
    return str(value)
