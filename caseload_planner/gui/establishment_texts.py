"""Words of the pages Formatie and Ondersteuners: assumptions, series, drivers, tasks and the ready scenarios."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from caseload_planner.application.compare_scenarios import TASKS
from caseload_planner.gui import formatting
from caseload_planner.gui.texts import measure_type_text

translate = QCoreApplication.translate

_ASSUMPTIONS: Mapping[str, object] = {
    "inflow.level": QT_TRANSLATE_NOOP("Assumptions", "Inflow against now"),
    "inflow.growth_per_year": QT_TRANSLATE_NOOP("Assumptions", "Growth of inflow a year"),
    "absence.share": QT_TRANSLATE_NOOP("Assumptions", "Absence"),
    "turnover.per_year": QT_TRANSLATE_NOOP("Assumptions", "Turnover a year"),
    "turnover.vacancy_weeks": QT_TRANSLATE_NOOP("Assumptions", "Weeks that a place stays empty"),
    "turnover.starter_share": QT_TRANSLATE_NOOP("Assumptions", "Newcomers who are starters"),
    "turnover.replaced_share": QT_TRANSLATE_NOOP("Assumptions", "Leavers who are replaced"),
    "transitions.provisional_to_supervision": QT_TRANSLATE_NOOP("Assumptions", "VOTS that becomes OTS"),
    "hires": QT_TRANSLATE_NOOP("Assumptions", "Extra people"),
    "team_d": QT_TRANSLATE_NOOP("Assumptions", "Team D to nil in so many weeks"),
    "norm_steps": QT_TRANSLATE_NOOP("Assumptions", "Funded norm"),
    "support.fte": QT_TRANSLATE_NOOP("Assumptions", "Support workers"),
    "waiting.limit": QT_TRANSLATE_NOOP("Assumptions", "New cases wait above"),
    "start": QT_TRANSLATE_NOOP("Assumptions", "First day"),
    "weeks": QT_TRANSLATE_NOOP("Assumptions", "Weeks ahead"),
    "places": QT_TRANSLATE_NOOP("Assumptions", "Teams"),
    "team_d.plan": QT_TRANSLATE_NOOP("Assumptions", "Team D"),
    "team_d.nil_in_weeks": QT_TRANSLATE_NOOP("Assumptions", "Team D to nil in so many weeks"),
    "team_d.nil_on": QT_TRANSLATE_NOOP("Assumptions", "Team D to nil on"),
    "absence.long_part": QT_TRANSLATE_NOOP("Assumptions", "Long part of absence"),
    "vacancies": QT_TRANSLATE_NOOP("Assumptions", "Vacancies on the first day"),
    "inflow.season": QT_TRANSLATE_NOOP("Assumptions", "Season of inflow"),
    "inflow.children": QT_TRANSLATE_NOOP("Assumptions", "Children in a family"),
    "transitions.supervision_to_guardianship": QT_TRANSLATE_NOOP("Assumptions", "OTS that becomes guardianship"),
    "transitions.provisional_to_guardianship": QT_TRANSLATE_NOOP(
        "Assumptions", "Provisional guardianship that becomes guardianship"
    ),
    "turnover.vacancy_shape": QT_TRANSLATE_NOOP("Assumptions", "How even those weeks are"),
    "absence.model": QT_TRANSLATE_NOOP("Assumptions", "How absence moves"),
    "absence.deviation": QT_TRANSLATE_NOOP("Assumptions", "Spread of long absence"),
    "absence.persistence": QT_TRANSLATE_NOOP("Assumptions", "How long absence stays as it is"),
    "absence.spell_weeks": QT_TRANSLATE_NOOP("Assumptions", "Weeks of a long absence"),
    "support.freed_share": QT_TRANSLATE_NOOP("Assumptions", "Fte that one support fte frees at most"),
    "support.largest_share": QT_TRANSLATE_NOOP("Assumptions", "Part of somebody's work that can fall away"),
    "support.productive_share": QT_TRANSLATE_NOOP("Assumptions", "Hours of support that go to these tasks"),
    "support.support_cost": QT_TRANSLATE_NOOP("Assumptions", "Yearly cost of one support fte"),
    "support.caseworker_cost": QT_TRANSLATE_NOOP("Assumptions", "Yearly cost of one caseworker fte"),
    "support.secondee_cost": QT_TRANSLATE_NOOP("Assumptions", "Yearly cost of one seconded fte"),
    "support.secondee_wait_weeks": QT_TRANSLATE_NOOP("Assumptions", "Weeks until a secondee comes"),
    "turnover.notice_weeks": QT_TRANSLATE_NOOP("Assumptions", "Weeks of notice"),
    "assistants.registered_in_a_year": QT_TRANSLATE_NOOP("Assumptions", "Assistants registered within a year"),
}
_GROUPED: Mapping[str, object] = {
    "inflow.per_week": QT_TRANSLATE_NOOP("Assumptions", "New a week: %1"),
    "inflow.type_level": QT_TRANSLATE_NOOP("Assumptions", "Inflow against now: %1"),
    "inflow.type_growth_per_year": QT_TRANSLATE_NOOP("Assumptions", "Growth a year: %1"),
    "inflow.place_level": QT_TRANSLATE_NOOP("Assumptions", "Inflow against now in %1"),
    "durations": QT_TRANSLATE_NOOP("Assumptions", "Duration: %1"),
    "turnover.places": QT_TRANSLATE_NOOP("Assumptions", "Turnover a year in %1"),
    "absence.places": QT_TRANSLATE_NOOP("Assumptions", "Absence in %1"),
}
_TASK_FIELDS: Mapping[str, object] = {
    "per_measure_month": QT_TRANSLATE_NOOP("Assumptions", "times a month"),
    "minutes": QT_TRANSLATE_NOOP("Assumptions", "minutes"),
    "movable": QT_TRANSLATE_NOOP("Assumptions", "share that can move"),
    "adopted": QT_TRANSLATE_NOOP("Assumptions", "share that is handed over"),
    "learning_weeks": QT_TRANSLATE_NOOP("Assumptions", "weeks of learning"),
}
_HINTS: Mapping[str, object] = {
    "inflow.level": QT_TRANSLATE_NOOP("AssumptionHints", "All new measures together."),
    "inflow.growth_per_year": QT_TRANSLATE_NOOP("AssumptionHints", "Added day by day."),
    "absence.share": QT_TRANSLATE_NOOP("AssumptionHints", "Of all hours; the long part of it takes fte away."),
    "turnover.per_year": QT_TRANSLATE_NOOP("AssumptionHints", "Own people; provisional, to be calibrated."),
    "turnover.vacancy_weeks": QT_TRANSLATE_NOOP("AssumptionHints", "Provisional, to be calibrated."),
    "turnover.starter_share": QT_TRANSLATE_NOOP("AssumptionHints", "Starters carry less in their first year."),
    "turnover.replaced_share": QT_TRANSLATE_NOOP("AssumptionHints", "The rest of the places is not filled again."),
    "transitions.provisional_to_supervision": QT_TRANSLATE_NOOP("AssumptionHints", "Provisional, to be calibrated."),
    "team_d": QT_TRANSLATE_NOOP("AssumptionHints", "0: as the accepted plan says, else each on her own last day."),
    "norm_steps": QT_TRANSLATE_NOOP("AssumptionHints", "In half a year; the working norm moves along."),
    "support.fte": QT_TRANSLATE_NOOP("AssumptionHints", "Gives relief; the caseload stays the same."),
    "waiting.limit": QT_TRANSLATE_NOOP("AssumptionHints", "Points per deployable fte; 0: nobody waits."),
}
_SERIES: Mapping[str, object] = {
    "load_per_fte": QT_TRANSLATE_NOOP("Series", "Load per contracted fte"),
    "load_per_deployable_fte": QT_TRANSLATE_NOOP("Series", "Load per deployable fte"),
    "load": QT_TRANSLATE_NOOP("Series", "Load in points"),
    "running_measures": QT_TRANSLATE_NOOP("Series", "Running measures"),
    "contract_fte": QT_TRANSLATE_NOOP("Series", "Contracted fte"),
    "deployable_fte": QT_TRANSLATE_NOOP("Series", "Deployable fte"),
    "waiting": QT_TRANSLATE_NOOP("Series", "Waiting"),
    "team_d_fte": QT_TRANSLATE_NOOP("Series", "Team D in fte"),
    "assistant_fte": QT_TRANSLATE_NOOP("Series", "Assistants in fte"),
    "relief_fte": QT_TRANSLATE_NOOP("Series", "Relief in fte"),
}
_DRIVERS: Mapping[str, object] = {
    "data": QT_TRANSLATE_NOOP("Drivers", "Other data or period"),
    "inflow": QT_TRANSLATE_NOOP("Drivers", "Inflow"),
    "durations": QT_TRANSLATE_NOOP("Drivers", "Durations"),
    "transitions": QT_TRANSLATE_NOOP("Drivers", "What follows"),
    "turnover": QT_TRANSLATE_NOOP("Drivers", "Turnover"),
    "vacancies": QT_TRANSLATE_NOOP("Drivers", "Vacancies"),
    "hires": QT_TRANSLATE_NOOP("Drivers", "Extra people"),
    "absence": QT_TRANSLATE_NOOP("Drivers", "Absence"),
    "team_d": QT_TRANSLATE_NOOP("Drivers", "Team D"),
    "norm_steps": QT_TRANSLATE_NOOP("Drivers", "Norm"),
    "waiting": QT_TRANSLATE_NOOP("Drivers", "Waiting"),
    "support": QT_TRANSLATE_NOOP("Drivers", "Support workers"),
    "assistants": QT_TRANSLATE_NOOP("Drivers", "Assistants"),
}
_READY: Mapping[str, object] = {
    "support-none": QT_TRANSLATE_NOOP("ReadyScenarios", "No support workers"),
    "support-6.4": QT_TRANSLATE_NOOP("ReadyScenarios", "Support workers 6.4 fte"),
    "support-12": QT_TRANSLATE_NOOP("ReadyScenarios", "Support workers 12 fte"),
    "team-d-6-months": QT_TRANSLATE_NOOP("ReadyScenarios", "Team D to nil in 6 months"),
    "team-d-12-months": QT_TRANSLATE_NOOP("ReadyScenarios", "Team D to nil in 12 months"),
    "norm-12": QT_TRANSLATE_NOOP("ReadyScenarios", "Norm to 12.0"),
    "norm-14": QT_TRANSLATE_NOOP("ReadyScenarios", "Norm to 14.0"),
    "absence-5": QT_TRANSLATE_NOOP("ReadyScenarios", "Absence to 5 %"),
    "inflow-15-more": QT_TRANSLATE_NOOP("ReadyScenarios", "Inflow + 15 %"),
    "six-starters": QT_TRANSLATE_NOOP("ReadyScenarios", "Six starters in Zuid"),
    "pmg-and-probation-growth": QT_TRANSLATE_NOOP("ReadyScenarios", "PmG and youth probation grow"),
}
_TASKS: Mapping[str, object] = {
    "filing": QT_TRANSLATE_NOOP("SupportTasks", "Filing"),
    "planning": QT_TRANSLATE_NOOP("SupportTasks", "Planning appointments"),
    "reports": QT_TRANSLATE_NOOP("SupportTasks", "Reports"),
    "requests": QT_TRANSLATE_NOOP("SupportTasks", "Requests and orders"),
    "file_access": QT_TRANSLATE_NOOP("SupportTasks", "File access"),
    "partners": QT_TRANSLATE_NOOP("SupportTasks", "Contact with partners"),
}
_PLANS: Mapping[str, object] = {
    "end_dates": QT_TRANSLATE_NOOP("TeamDPlans", "own last days"),
    "nil": QT_TRANSLATE_NOOP("TeamDPlans", "falls evenly to nil"),
    "stays": QT_TRANSLATE_NOOP("TeamDPlans", "stays"),
    "plan": QT_TRANSLATE_NOOP("TeamDPlans", "the accepted plan"),
}
BASE_NAME = "Base"
"""What the base is called that nobody renamed."""
_BASE: object = QT_TRANSLATE_NOOP("ReadyScenarios", "Base")


def _word(context: str, table: Mapping[str, object], key: str) -> str:
    source = table.get(key)
    return key if source is None else translate(context, str(source))


def assumption_text(key: str) -> str:
    """Name an assumption by its key in a scenario file."""
    group, _, last = key.rpartition(".")
    if group.startswith(f"{TASKS}."):
        task = task_text(group.removeprefix(f"{TASKS}."))
        return f"{task}: {_word('Assumptions', _TASK_FIELDS, last)}"
    if group in _GROUPED:
        word = last if group.endswith(("places", "place_level")) else measure_type_text(last)
        return translate("Assumptions", str(_GROUPED[group])).replace("%1", word)
    return _word("Assumptions", _ASSUMPTIONS, key)


def assumption_hint(key: str) -> str:
    """Say what an assumption counts; empty where its name says it all."""
    return _word("AssumptionHints", _HINTS, key) if key in _HINTS else ""


def series_text(key: str) -> str:
    """Name a series."""
    return _word("Series", _SERIES, key)


def driver_text(key: str) -> str:
    """Name a part of a scenario that moves results."""
    return _word("Drivers", _DRIVERS, key)


def ready_text(key: str) -> str:
    """Name a ready scenario."""
    return _word("ReadyScenarios", _READY, key)


def scenario_name(name: str) -> str:
    """Name a scenario; the base that nobody renamed in the language of now."""
    return translate("ReadyScenarios", str(_BASE)) if name == BASE_NAME else name


def task_text(key: str) -> str:
    """Name a task of support workers; one of the user's own is called what she called it."""
    return _word("SupportTasks", _TASKS, key)


def plan_text(key: str) -> str:
    """Say what happens to team D."""
    return _word("TeamDPlans", _PLANS, key)


def of_ten(chance: float) -> str:
    """Say a chance as so many of ten futures."""
    if chance >= 0.995:
        return translate("Futures", "all futures")
    if chance >= 0.95:
        return translate("Futures", "nearly all futures")
    if chance < 0.005:
        return translate("Futures", "no future")
    if chance < 0.05:
        return translate("Futures", "hardly any future")
    return translate("Futures", "%1 of the 10 futures").replace("%1", formatting.count(round(chance * 10)))
