"""How long measures last: as a scenario assumes, or as our own history says."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from caseload_planner.domain.measures import MeasureType
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.texts import measure_type_text
from caseload_planner.staffing.calibration import Calibration, mean_weeks
from caseload_planner.staffing.durations import DAYS_A_WEEK, Duration, DurationFamily, survival_of
from caseload_planner.staffing.scenario import DEFAULT_DURATIONS, Scenario

translate = QCoreApplication.translate
REASON_KEY = "durations"
MOST_TOLD = 3
OWN = Duration(DurationFamily.HISTORY)


@dataclass(frozen=True, slots=True)
class DurationsCard:
    """The choice as it is shown.

    Attributes
    ----------
    own
        Whether every type with enough history follows it.
    possible
        Whether any type has enough history.
    changed
        Whether durations differ from those of the base.
    facts, all_facts
        What history says beside what is assumed: of the first types in a sentence, of all by line.
    """

    own: bool
    possible: bool
    changed: bool
    facts: str
    all_facts: str
    reason: str


def durations_card(scenario: Scenario, base: Scenario, calibration: Calibration | None) -> DurationsCard:
    """Make the card of a scenario beside its base."""
    known = known_types(calibration)
    own = bool(known) and all(scenario.durations.get(type_.value) == OWN for type_ in known)
    reason = scenario.reasons.get(REASON_KEY, "")
    return DurationsCard(
        own, bool(known), scenario.durations != base.durations, *_facts(base, known, calibration), reason
    )


def with_durations(scenario: Scenario, base: Scenario, calibration: Calibration | None, *, own: bool) -> Scenario:
    """Let the types with enough history follow it, or be as assumed: by the base, and by domain where that follows."""
    changed = dict(scenario.durations)
    for type_ in known_types(calibration):
        assumed = base.durations.get(type_.value, OWN)
        changed[type_.value] = OWN if own else (DEFAULT_DURATIONS[type_] if assumed == OWN else assumed)
    return replace(scenario, durations=changed)


def known_types(calibration: Calibration | None) -> Mapping[MeasureType, float]:
    """Give the types with enough history, and their mean duration in weeks."""
    curves = {} if calibration is None else calibration.curves
    means = {type_: mean_weeks(curve) for type_, curve in curves.items()}
    return {type_: mean for type_, mean in means.items() if mean is not None}


def _facts(base: Scenario, known: Mapping[MeasureType, float], calibration: Calibration | None) -> tuple[str, str]:
    if calibration is None or not known:
        return translate("Durations", "Own history: too little to go by."), ""
    ended = {type_: curve.ended for type_, curve in calibration.curves.items()}
    words = translate("Durations", "%1 %2 weeks (assumed %3)")
    rests_on = translate("Durations", "%1: %2 weeks, after %3 that ended")
    told, lines = [], []
    for type_, own in known.items():
        weeks, assumed = formatting.number(own, 0), formatting.number(_assumed(base, type_), 0)
        name = measure_type_text(type_.value)
        told.append(with_values(words, name, weeks, assumed))
        lines.append(with_values(rests_on, name, weeks, formatting.count(ended[type_])))
    more = len(told) - MOST_TOLD
    words = translate("Durations", "Own history, on average: %1.")
    if more > 0:
        words = translate("Durations", "Own history, on average: %1; and %2 more types.")
    return with_values(words, "; ".join(told[:MOST_TOLD]), formatting.count(more)), "\n".join(lines)


def _assumed(base: Scenario, type_: MeasureType) -> float:
    duration = base.durations.get(type_.value, DEFAULT_DURATIONS[type_])
    return _mean_weeks(DEFAULT_DURATIONS[type_] if duration == OWN else duration)


@lru_cache(maxsize=64)
def _mean_weeks(duration: Duration) -> float:
    return survival_of(duration, 1.0).mean_days / DAYS_A_WEEK
