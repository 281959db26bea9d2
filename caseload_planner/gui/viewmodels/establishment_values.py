"""Values of assumptions in words: shares, people who come, steps of the norm, durations and ranges."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from caseload_planner.application.compare_scenarios import is_share
from caseload_planner.gui import formatting
from caseload_planner.gui.establishment_texts import plan_text
from caseload_planner.gui.filling import with_values
from caseload_planner.staffing.durations import Duration, DurationFamily
from caseload_planner.staffing.scenario import AbsenceModel, Hire, NormStep, Onboards, TeamDPlan, Vacancy

translate = QCoreApplication.translate


def value_text(key: str, value: object) -> str:
    """Write the value of an assumption."""
    if value is None or (key == "norm_steps" and not value):
        return translate("Comparison", "as it is now")
    if isinstance(value, TeamDPlan):
        return plan_text(value.value)
    if isinstance(value, AbsenceModel):
        return _absence_text(value)
    if isinstance(value, tuple):
        return list_text(value)
    if isinstance(value, Duration):
        return duration_text(value)
    if isinstance(value, float):
        return _number_text(key, value)
    if isinstance(value, int):
        return formatting.count(value)
    return formatting.day(value) if isinstance(value, date) else str(value)


def _number_text(key: str, value: float) -> str:
    if is_share(key):
        return f"{formatting.number(value * 100, 1)}{formatting.NARROW_SPACE}%"
    return formatting.number(value, 2)


def list_text(values: Iterable[object]) -> str:
    """Write people, places, steps or figures after each other."""
    return "; ".join(_entry_text(value) for value in values) or translate("Comparison", "none")


def _entry_text(value: object) -> str:
    if isinstance(value, Hire):
        return hire_text(value)
    if isinstance(value, Vacancy):
        return with_values(translate("Comparison", "%1 fte in %2"), formatting.number(value.fte), value.place)
    if isinstance(value, NormStep):
        return norm_step_text(value)
    return formatting.number(value, 2) if isinstance(value, float) else str(value)


def hire_text(hire: Hire) -> str:
    """Say who comes, where and when."""
    people = {
        Onboards.STARTER: translate("Comparison", "%1 starters of %2 fte"),
        Onboards.EXPERIENCED: translate("Comparison", "%1 experienced people of %2 fte"),
        Onboards.NONE: translate("Comparison", "%1 people of %2 fte"),
    }[hire.onboarding]
    words = [with_values(people, formatting.count(hire.people), formatting.number(hire.fte))]
    if hire.place:
        words.append(with_values(translate("Comparison", "in %1"), hire.place))
    return ", ".join([*words, *_when(hire.in_weeks, hire.on)])


def norm_step_text(step: NormStep) -> str:
    """Say which lines change, and from when."""
    lines = (
        (step.funded, translate("Comparison", "funded %1")),
        (step.working, translate("Comparison", "working norm %1")),
        (step.ceiling, translate("Comparison", "ceiling %1")),
    )
    words = [with_values(line, formatting.number(value)) for value, line in lines if value is not None]
    return ", ".join([*words, *_when(step.in_weeks, step.on)])


def _when(in_weeks: int | None, on: date | None) -> list[str]:
    if on is not None:
        return [with_values(translate("Comparison", "from %1 on"), formatting.day(on))]
    return [with_values(translate("Comparison", "after %1 weeks"), formatting.count(in_weeks or 0))]


def duration_text(duration: Duration) -> str:
    """Write a duration in a few words."""
    if duration.family is DurationFamily.HISTORY:
        return translate("Comparison", "as in our own history")
    if duration.family is DurationFamily.COURT_TERMS:
        return with_values(translate("Comparison", "by court terms: %1 %, %2 %, then %3 %"), *_percents(duration))
    if duration.mean_weeks is None:
        low, high = (formatting.number(weeks or 0.0, 0) for weeks in (duration.from_weeks, duration.to_weeks))
        return with_values(translate("Comparison", "%1 to %2 weeks"), low, high)
    words = with_values(translate("Comparison", "%1 weeks on average"), formatting.number(duration.mean_weeks, 0))
    spread = duration.sigma if duration.shape is None else duration.shape
    if spread is None:
        return words
    shape = translate("Comparison", "shape %1")
    return f"{words}, {with_values(shape, formatting.number(spread, 2))}"


def _percents(duration: Duration) -> tuple[str, ...]:
    shares = (duration.ends_at_half_year, duration.ends_at_year, duration.ends_each_later_year)
    return tuple(formatting.number(100 * (share or 0.0), 0) for share in shares)


def _absence_text(model: AbsenceModel) -> str:
    if model is AbsenceModel.SPELLS:
        return translate("Comparison", "people fall ill and come back")
    return translate("Comparison", "moves slowly around its mean")
