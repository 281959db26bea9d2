"""What a scenario comes to in a few sentences: the norms, and when team D is at nil."""

import numpy as np

from caseload_planner.application.run_scenario import NIL_FTE
from caseload_planner.reports import scenario_texts as texts
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.outcomes import LINE_OF, QUANTILES, Outcome

LIKELY_ENOUGH = 0.8
_MIDDLE = QUANTILES.index(0.5)
_END = "{series}: aan het einde {middle} bij een norm van {line}, boven de norm in {above} van de 100 toekomsten."
_HOLDS = "Gehaald in 8 van de 10 vanaf {week}."
_NEVER = "Niet blijvend gehaald in 8 van de 10."
_NIL = "Team D is op nihil in {week}."
_NOT_NIL = "Team D is aan het einde {fte} fte."


def summary_lines(outcome: Outcome) -> list[str]:
    """Say it of all places together; a place without team D says nothing of it."""
    lines = [_of_load(outcome, series) for series in LINE_OF]
    team_d = outcome.series[Series.TEAM_D_FTE].mean[0]
    nil = np.flatnonzero(team_d < NIL_FTE)
    if team_d[0] >= NIL_FTE:
        week = texts.week_words(outcome.days[int(nil[0])]) if nil.size else ""
        lines.append(_NIL.format(week=week) if nil.size else _NOT_NIL.format(fte=texts.figure(float(team_d[-1]), 1)))
    return lines


def _of_load(outcome: Outcome, series: Series) -> str:
    end = _END.format(
        series=texts.SERIES[series],
        middle=texts.figure(float(outcome.series[series].quantiles[_MIDDLE, 0, -1])),
        line=texts.figure(float(outcome.line(series)[-1])),
        above=round(100 * float(outcome.above[series][0, -1])),
    )
    week = outcome.first_week_under(series, LIKELY_ENOUGH)
    return f"{end} {_NEVER if week is None else _HOLDS.format(week=texts.week_words(outcome.days[week]))}"
