"""What the Ondersteuners page says in words: relief, saturation, prices and the stream of assistants."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from caseload_planner.application.support_effect import SupportAnswer
from caseload_planner.gui import formatting
from caseload_planner.gui.establishment_texts import task_text
from caseload_planner.gui.filling import with_values
from caseload_planner.staffing.support import movable_hours
from caseload_planner.staffing.support_assumptions import HIGH, LIKELY, LOW, SupportAssumptions, SupportTask
from caseload_planner.staffing.support_price import Option, Price

translate = QCoreApplication.translate


def task_hours(task: SupportTask, support: SupportAssumptions, measures: float) -> tuple[tuple[str, ...], str]:
    """Give the hours a week of a task that can move (low, likely, high), and the range of it in words."""
    alone = replace(support, tasks=(task,))
    hours = tuple(formatting.number(movable_hours(alone, measures, variant), 0) for variant in (LOW, LIKELY, HIGH))
    return hours, with_values(translate("Support", "Range: %1 to %2"), hours[LOW], hours[HIGH])


def relief_sentence(answer: SupportAnswer) -> str:
    """Say what the fte asked frees."""
    effect = answer.asked[0]
    low, likely, high = effect.relief_fte
    words = translate("Support", "%1 fte of support workers gives %2 fte of relief (%3 to %4): %5 points of work.")
    figures = (
        formatting.number(effect.fte, 1),
        formatting.number(likely, 1),
        formatting.number(low, 1),
        formatting.number(high, 1),
        formatting.number(effect.relief_points[LIKELY], 0),
    )
    return with_values(words, *figures)


def caseload_sentence(answer: SupportAnswer) -> str:
    """Say that the caseload stays as it is."""
    words = translate("Support", "That is relief beside the load: the caseload stays %1 points over %2 fte.")
    return words.replace("%1", formatting.number(answer.load, 0)).replace(
        "%2", formatting.number(answer.contract_fte, 1)
    )


def saturation_sentence(answer: SupportAnswer) -> str:
    """Say what the next tenth brings, and from where on more brings nothing."""
    if not answer.now.teams:
        return translate("Support", "There are no teams here to support.")
    if answer.saturation_fte is None:
        return translate("Support", "With these figures support frees nothing.")
    effect = answer.asked[0]
    if effect.next_tenth_points < 0.005:
        words = translate("Support", "More frees nothing: the rest is above %1 fte.")
        return words.replace("%1", formatting.number(answer.saturation_fte, 1))
    words = translate("Support", "Another 0.1 fte frees %1 points; above %2 fte nothing more.")
    words = words.replace("%1", formatting.number(effect.next_tenth_points, 2))
    return words.replace("%2", formatting.number(answer.saturation_fte, 1))


def stream_sentence(answer: SupportAnswer) -> str:
    """Say what becomes of the assistants."""
    if not answer.assistants:
        return translate("Support", "There are no assistants now.")
    year = answer.stream[52]
    words = translate("Support", "Of %1 assistants %2 are registered in a year (%3 to %4); they carry %5 fte then.")
    low, high = year.interval
    figures = (
        formatting.count(answer.assistants),
        formatting.number(year.registered, 1),
        formatting.number(low, 1),
        formatting.number(high, 1),
        formatting.number(year.carrying_fte, 1),
    )
    return with_values(words, *figures)


def option_words(option: Option) -> str:
    """Name a way to get room."""
    words = {
        Option.SUPPORT: translate("Support", "1 fte support worker"),
        Option.CASEWORKER: translate("Support", "1 fte caseworker more"),
        Option.SECONDEE: translate("Support", "1 fte seconded (team D)"),
    }
    return words[option]


def price_words(price: Price) -> tuple[str, str, str]:
    """Give the points of a fte, what it costs, and the price of a point."""
    low, likely, high = price.points
    points = formatting.number(likely, 1)
    if high - low > 0.05:
        words = translate("Support", "%1 (%2 to %3)")
        points = (
            words.replace("%1", points)
            .replace("%2", formatting.number(low, 1))
            .replace("%3", formatting.number(high, 1))
        )
    if price.cost_per_year is None:
        return points, translate("Support", "fill in"), "\u2013"
    cost = f"€\u202f{formatting.count(round(price.cost_per_year))}"
    if price.per_point is None:
        return points, cost, "\u2013"
    cheap, middle, dear = price.per_point
    per_point = f"€\u202f{formatting.count(round(middle))}"
    if dear - cheap > 1:
        words = translate("Support", "%1 (%2 to %3)")
        per_point = (
            words.replace("%1", per_point)
            .replace("%2", formatting.count(round(cheap)))
            .replace("%3", formatting.count(round(dear)))
        )
    return points, cost, per_point


def name_of(task: SupportTask) -> str:
    """Name a task."""
    return task_text(task.name)
