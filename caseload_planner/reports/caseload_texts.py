"""Dutch texts of the caseload document."""

from collections.abc import Mapping

from caseload_planner.application.caseload_rows import CaseloadOverview, Mark, TeamRow
from caseload_planner.reports.document_texts import norm_words
from caseload_planner.reports.words import points_words

TITLE = "Caseload"
NOBODY = "Er is niemand met een caseload."
TEAMS = "Teams"
BAR_NOTE = "Balk: de caseload; zwarte streep werknorm, bruine streep plafond."
FUNDED_NOTE = (
    "Teams staan tegen de gefinancierde norm, over contracturen; mensen tegen de werknorm, over inzetbare uren."
)
TEAM_COLUMNS = ("Team", "Locatie", "Regio", "Fte", "Caseload", "Gefinancierd", "Per fte", "Ruimte")
WORKER_COLUMNS = (
    "Medewerker",
    "Fte",
    "Inzetbaar",
    "Zaken",
    "Gezinnen",
    "Caseload",
    "Werknorm",
    "Plafond",
    "Ruimte",
    "Van norm",
    "",
    "Bijzonder",
)
SHEETS: Mapping[str, str] = {"workers": "Medewerkers", "teams": "Teams", "about": "Toelichting"}
MARKS: Mapping[Mark, str] = {
    Mark.ABSENT: "afwezig",
    Mark.ONBOARDING: "inwerken",
    Mark.LEAVING: "vertrekt",
    Mark.TEAM_D: "team D",
    Mark.UNREGISTERED: "geen SKJ-registratie",
    Mark.SNS: "SNS",
    Mark.SCHOTTEN: "Schotten",
    Mark.OVER_CEILING: "boven plafond",
}


def head_words(overview: CaseloadOverview) -> list[str]:
    """Give the lines under the title: how many people and cases, and the norm in force."""
    people, waiting = len(overview.workers), len(overview.unassigned)
    over = sum(1 for row in overview.workers if row.over_working_norm)
    who = "medewerker" if people == 1 else "medewerkers"
    load = points_words(sum(row.load for row in overview.workers))
    counts = f"{people} {who}, samen {load} punten; {over} boven de werknorm; {waiting} te verdelen"
    return [counts, norm_words(overview.norm)]


def marks_words(marks: tuple[Mark, ...]) -> str:
    """Name what to know of somebody."""
    return ", ".join(MARKS[mark] for mark in marks)


def per_fte_words(row: TeamRow) -> str:
    """Write points per contracted fte; a dash without fte."""
    return "–" if row.load_per_fte is None else str(row.load_per_fte).replace(".", ",")
