"""The sentence above each chart: what the futures say, at the level of the team meeting."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from caseload_planner.application.run_scenario import NIL_FTE
from caseload_planner.gui import formatting
from caseload_planner.gui.establishment_texts import of_ten
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.outcomes import QUANTILES, Outcome

translate = QCoreApplication.translate
LIKELY_ENOUGH = 0.8
_MIDDLE, _LOW, _HIGH = QUANTILES.index(0.5), QUANTILES.index(0.1), QUANTILES.index(0.9)


def week_words(outcome: Outcome, week: int) -> str:
    """Write a week with its year."""
    day = outcome.days[week]
    return (
        translate("Futures", "%1 of %2").replace("%1", formatting.week(day)).replace("%2", str(day.isocalendar().year))
    )


def load_sentence(outcome: Outcome, series: Series) -> str:
    """Say in how many futures the norm is broken, when most, and from when it holds."""
    if not outcome.series[Series.CONTRACT_FTE].mean[0].any():
        return translate("Futures", "There is nobody here who carries cases.")
    above = outcome.above[series][0]
    worst = int(np.argmax(above))
    holds = outcome.first_week_under(series, LIKELY_ENOUGH)
    norm = (
        translate("Futures", "funded norm") if series is Series.LOAD_PER_FTE else translate("Futures", "working norm")
    )
    if float(above.max()) < 1 - LIKELY_ENOUGH:
        first = translate("Futures", "The %1 holds all the time: at most in %2 is the load above it.")
        return first.replace("%1", norm).replace("%2", of_ten(float(above[worst])))
    if float(above.min()) > LIKELY_ENOUGH:
        first = translate("Futures", "In %1 the load is above the %2 all the time.")
        first = first.replace("%1", of_ten(float(above.min()))).replace("%2", norm)
        second = translate("Futures", "At the end it is %1 on average, where the norm is %2.")
        mean = formatting.number(float(outcome.series[series].mean[0, -1]), 1)
        return (
            f"{first} {second.replace('%1', mean).replace('%2', formatting.number(float(outcome.line(series)[-1]), 1))}"
        )
    first = translate("Futures", "In %1 the load is above the %2 in %3.")
    first = first.replace("%1", of_ten(float(above[worst]))).replace("%2", norm)
    first = first.replace("%3", week_words(outcome, worst))
    if holds is None:
        second = translate("Futures", "At the end it is so in %1.").replace("%1", of_ten(float(above[-1])))
    else:
        second = translate("Futures", "From %1 on it holds in at least 8 of the 10.")
        second = second.replace("%1", week_words(outcome, holds))
    return f"{first} {second}"


def end_sentence(outcome: Outcome, series: Series) -> str:
    """Say where the last week ends, and in how many futures the norm holds then."""
    row = outcome.series[series].quantiles[:, 0, -1]
    words = translate("Futures", "In %1 the norm holds in the last week. Half of the futures end between %2 and %3.")
    words = words.replace("%1", of_ten(1 - float(outcome.above[series][0, -1])))
    quarter, three = float(row[QUANTILES.index(0.25)]), float(row[QUANTILES.index(0.75)])
    return words.replace("%2", written(quarter, 1)).replace("%3", written(three, 1))


def course_sentence(outcome: Outcome, series: Series, decimals: int) -> str:
    """Say from what to what a series goes, and between which values 8 in 10 futures end."""
    rows = outcome.series[series].quantiles[:, 0]
    words = translate("Futures", "From %1 to %2; 8 of the 10 futures end between %3 and %4.")
    for place, value in enumerate((rows[_MIDDLE, 0], rows[_MIDDLE, -1], rows[_LOW, -1], rows[_HIGH, -1]), 1):
        words = words.replace(f"%{place}", written(float(value), decimals))
    return words


def team_d_sentence(outcome: Outcome) -> str:
    """Say when team D is at nil."""
    fte = outcome.series[Series.TEAM_D_FTE].mean[0]
    if fte[0] < NIL_FTE:
        return translate("Futures", "There is no team D here.")
    nil = np.flatnonzero(fte < NIL_FTE)
    if not nil.size:
        words = translate("Futures", "Team D is not at nil: %1 fte at the end.")
        return words.replace("%1", formatting.number(float(fte[-1]), 1))
    return translate("Futures", "Team D is at nil in %1.").replace("%1", week_words(outcome, int(nil[0])))


def waiting_sentence(outcome: Outcome, *, limited: bool) -> str:
    """Say how many cases wait, or that none does."""
    if not limited:
        return translate("Futures", "Nobody waits: new cases are always taken.")
    mean = outcome.series[Series.WAITING].mean[0]
    worst = int(np.argmax(mean))
    words = translate("Futures", "On average at most %1 cases wait, in %2.")
    return words.replace("%1", formatting.number(float(mean[worst]), 0)).replace("%2", week_words(outcome, worst))


def written(value: float, decimals: int) -> str:
    """Write a value; whole numbers with thousands apart, and a dash where there is none."""
    if not np.isfinite(value):
        return "\u2013"
    return formatting.count(round(value)) if decimals == 0 else formatting.number(value, decimals)
