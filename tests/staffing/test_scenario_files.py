"""Scenario files: what is written reads back the same, and what is damaged is named in one clear line."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseload_planner.staffing.durations import Duration, DurationFamily
from caseload_planner.staffing.run_plan import ScenarioRefusedError
from caseload_planner.staffing.scenario import (
    Hire,
    Inflow,
    NormStep,
    Onboards,
    Scenario,
    TeamD,
    TeamDPlan,
    Turnover,
    Vacancy,
)
from caseload_planner.staffing.scenario_reading import read_scenario
from caseload_planner.staffing.scenario_writing import template, write_scenario

FULL = Scenario(
    name='Zuid "plus"\nzes',
    start=date(2027, 1, 4),
    weeks=52,
    places=("Zuid", "Sittard-Geleen"),
    inflow=Inflow(level=1.15, per_week={"supervision_order": 7.2}, place_level={"Noord-Midden": 0.9}),
    durations={
        **Scenario().durations,
        "guardianship": Duration(DurationFamily.HISTORY),
        "preventive": Duration(DurationFamily.WEIBULL, mean_weeks=26.5, shape=1.5),
    },
    turnover=Turnover(per_year=0.11, places={"Zuid": 0.15}),
    team_d=TeamD(plan=TeamDPlan.NIL, nil_on=date(2027, 6, 1)),
    vacancies=(Vacancy(place="Zuid", fte=4.0),),
    hires=(
        Hire(place="Zuid", people=6, fte=0.89, in_weeks=4, onboarding=Onboards.STARTER),
        Hire(on=date(2027, 2, 1), onboarding=Onboards.NONE),
    ),
    norm_steps=(NormStep(on=date(2027, 7, 1), funded=12.0), NormStep(on=date(2028, 1, 1), working=13.4, ceiling=15.0)),
    reasons={"turnover.per_year": "HR, maart", "team_d": "afspraak"},
)


def test_that_the_template_holds_every_default() -> None:
    assert read_scenario(template()) == Scenario()


@pytest.mark.parametrize("scenario", [Scenario(), FULL], ids=["base", "full"])
def test_that_a_written_scenario_reads_back_the_same(scenario: Scenario) -> None:
    assert read_scenario(write_scenario(scenario)) == scenario


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).filter(str.strip),
    st.floats(0, 10),
    st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=20), st.floats(0, 5), max_size=3),
)
def test_that_any_words_and_figures_survive_being_written(name: str, level: float, places: dict[str, float]) -> None:
    scenario = replace(FULL, name=name, inflow=replace(FULL.inflow, level=level, place_level=places))
    assert read_scenario(write_scenario(scenario)) == scenario


DAMAGED = {
    'naam = "x"': "naam: there is no such key; did you mean name?",
    "[turnover]\nper_yaer = 0.1": "turnover.per_yaer: there is no such key; did you mean per_year?",
    "[turnover]\nper_year = -0.1": "turnover.per_year: -0.1 is outside what is possible; write a number from 0 to 5",
    "[turnover]\nreplaced_share = 1.5": "turnover.replaced_share: 1.5 is outside what is possible; write",
    "[absence]\nshare = 8": "absence.share: 8 is outside what is possible; write a number from 0 to 1",
    "[absence]\nshare = nan": "absence.share: nan is not a number",
    "[absence]\nshare = true": "absence.share: True is not a number",
    '[absence]\nmodel = "weekly"': "absence.model: 'weekly' is not one of: ar1, spells",
    "[inflow.per_week]\nsupervision_order = -7": "inflow.per_week.supervision_order: -7 is outside",
    "[inflow.per_week]\nots = 7": "inflow.per_week.ots: there is no such key; there are: supervision_order",
    "[inflow]\nchildren = [0.5, 0.5, 0.5, 0.5]": "inflow.children: the shares add up to 2; together they must be 1",
    "[inflow]\nseason = [1, 1]": "inflow.season: 2 numbers where 12 are needed",
    "weeks = 261": "weeks: 261 is outside what is possible; write a number from 1 to 260",
    "weeks = 10.5": "weeks: 10.5 is not a whole number",
    "replications = 0": "replications: 0 is outside",
    'start = "2027-01-01"': "start: '2027-01-01' is not a date; write 2026-11-23, without quotation marks",
    "start = 2027-01-01\n[team_d]\nplan = 'nil'\nnil_on = 2026-06-01": "team_d.nil_on: 2026-06-01 is before the start",
    "start = 2027-01-01\n[[hires]]\non = 2026-06-01": "hires[1].on: 2026-06-01 is before the start of the scenario",
    "[[norm_steps]]\non = 2027-07-01\nfunded = 12\n[[norm_steps]]\non = 2027-01-01\nfunded = 13": (
        "norm_steps[2].on: 2027-01-01 is not after the step before it, 2027-07-01"
    ),
    "[[norm_steps]]\nfunded = 12": "norm_steps[1]: say from when: in_weeks or on",
    "[[norm_steps]]\nin_weeks = 4": "norm_steps[1]: say what changes: funded, working or ceiling",
    "[[hires]]\nin_weeks = 3\non = 2027-01-01": "hires[1]: write in_weeks or on, not both",
    "[[vacancies]]\nfte = 2": "vacancies[1].place: name a team, location or region",
    "[hires]\npeople = 2": "hires: write it as a list of tables: [[hires]]",
    "[team_d]\nplan = 'nil'": "team_d: plan nil needs nil_in_weeks or nil_on",
    "[team_d]\nnil_in_weeks = 3": "team_d: nil_in_weeks and nil_on go with plan nil, not with plan",
    "[durations]\nguardianship = { family = 'gamma', mean_weeks = 3 }": "durations.guardianship: gamma needs shape",
    "[durations]\nguardianship = { family = 'normal' }": "durations.guardianship.family: 'normal' is not one of",
    "[durations]\nguardianship = { family = 'history', shape = 1 }": "there is no such key; history takes: no figures",
    "[durations]\nguardianship = { family = 'between', from_weeks = 9, to_weeks = 8 }": "from_weeks 9 must be before",
    "[durations]\nsupervision_order = { family = 'court_terms', ends_at_half_year = 0.6, ends_at_year = 0.6,"
    " ends_each_later_year = 0.5 }": "together that is more than 1",
    'name = " "': "name: a scenario needs a name",
    "name = 3": "name: 3 is not a short text in quotation marks",
    "places = 'T1'": "places: 'T1' is not a list",
    "inflow = 3": "inflow: write it as a table",
    "weeks = ": "is not readable as TOML",
    "weeks = 3\nweeks = 4": "is not readable as TOML",
    "a = " + "[" * 5000: "is not readable as TOML",
    "x" * 300_000: "it is too long to be a scenario",
}


@pytest.mark.parametrize(("text", "line"), DAMAGED.items(), ids=range(len(DAMAGED)))
def test_that_a_damaged_file_is_named_in_one_line(text: str, line: str) -> None:
    with pytest.raises(ScenarioRefusedError) as refused:
        read_scenario(text, "plan.toml")
    assert line in refused.value.message
    assert refused.value.message.startswith("plan.toml")
    assert "\n" not in refused.value.message.rstrip()
    assert len(refused.value.message) < 400


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(write_scenario(FULL)) - 1), st.characters(codec="utf-8"))
def test_that_a_file_with_one_wrong_character_is_read_or_refused(position: int, wrong: str) -> None:
    text = write_scenario(FULL)
    try:
        read_scenario(text[:position] + wrong + text[position + 1 :])
    except ScenarioRefusedError as refused:
        assert refused.message  # noqa: PT017 - either is right; anything else is not
