"""A slider changes what it names and leaves the rest of a scenario as somebody wrote it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.gui.viewmodels.establishment_cards import CARDS, CardContext, cards_of
from caseload_planner.gui.viewmodels.establishment_sentences import load_sentence, translate
from caseload_planner.gui.viewmodels.establishment_values import duration_text, hire_text, norm_step_text, value_text
from caseload_planner.staffing.durations import Duration, DurationFamily
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.scenario import Hire, NormStep, Onboards, Scenario, TeamD, TeamDPlan
from tests.builders import ON, an_organisation
from tests.staffing.towns import outcome_of, plain_scenario

CONTEXT = CardContext(12.8, 14.3, 6.4, ON)
SPECS = {spec.key: spec for spec in CARDS}
TWO_WAVES = (
    Hire(place="Zuid", people=4, fte=0.8, in_weeks=10, onboarding=Onboards.EXPERIENCED),
    Hire(place="Venlo", people=3, fte=0.5, on=ON + timedelta(weeks=30)),
)


def slid(scenario: Scenario, key: str, value: float) -> Scenario:
    return SPECS[key].put(scenario, CONTEXT, value)


@given(people=st.integers(0, 40))
def test_that_the_slider_of_extra_people_keeps_where_when_and_how_they_come(people: int) -> None:
    hires = slid(Scenario(hires=TWO_WAVES), "hires", people).hires
    assert sum(hire.people for hire in hires) == people
    for hire in hires:
        known = next(one for one in TWO_WAVES if one.place == hire.place)
        assert hire == replace(known, people=hire.people)
    if people >= 3:
        assert TWO_WAVES[1] in hires


def test_that_without_plans_extra_people_are_starters_within_a_month() -> None:
    assert slid(Scenario(), "hires", 2).hires == (Hire(people=2, in_weeks=4),)
    assert slid(Scenario(hires=TWO_WAVES), "hires", 0).hires == ()


def test_that_the_slider_of_the_norm_moves_the_last_step_at_its_own_time() -> None:
    steps = (NormStep(in_weeks=10, funded=12.5), NormStep(on=ON + timedelta(weeks=40), funded=12.0, ceiling=15.0))
    moved = slid(Scenario(norm_steps=steps), "norm_steps", 11.5).norm_steps
    assert moved == (steps[0], replace(steps[1], funded=11.5, working=12.85))
    assert slid(Scenario(norm_steps=steps), "norm_steps", 12.8).norm_steps == steps[:1]
    assert slid(Scenario(), "norm_steps", 12.0).norm_steps == (NormStep(in_weeks=26, funded=12.0, working=13.41),)


def test_that_a_date_for_team_d_is_shown_as_weeks_from_the_day_that_is_looked_at() -> None:
    dated = Scenario(team_d=TeamD(plan=TeamDPlan.NIL, nil_on=ON + timedelta(days=50)))
    assert SPECS["team_d"].get(dated, CONTEXT) == 8
    assert SPECS["team_d"].get(Scenario(), CONTEXT) == 0


@pytest.mark.parametrize("spec", CARDS, ids=lambda spec: spec.key)
def test_that_each_slider_shows_what_it_was_set_to(spec) -> None:
    value = spec.low + spec.step * round((spec.high - spec.low) / spec.step / 3 + 1)
    assert spec.get(spec.put(Scenario(), CONTEXT, value), CONTEXT) == pytest.approx(value)


def test_that_the_cards_say_who_comes_and_which_step_is_meant() -> None:
    scenario = Scenario(hires=TWO_WAVES[:1], norm_steps=(NormStep(in_weeks=10, funded=12.5),))
    hints = {card.spec.key: card.hint for card in cards_of(scenario, Scenario(), CONTEXT, None)}
    assert hire_text(TWO_WAVES[0]) in hints["hires"]
    assert hints["norm_steps"].lower() == f"{norm_step_text(scenario.norm_steps[0])}."


def test_that_people_who_come_are_told_apart_by_place_time_and_onboarding() -> None:
    told = {hire_text(hire) for hire in (*TWO_WAVES, replace(TWO_WAVES[0], in_weeks=11), Hire(people=4, fte=0.8))}
    assert len(told) == 4
    assert "Zuid" in hire_text(TWO_WAVES[0])
    assert "2027" in hire_text(TWO_WAVES[1])


def test_that_each_family_of_durations_has_words_of_its_own() -> None:
    durations = (
        Duration(DurationFamily.EXPONENTIAL, mean_weeks=40),
        Duration(DurationFamily.GAMMA, mean_weeks=40, shape=3),
        Duration(DurationFamily.LOGNORMAL, mean_weeks=40, sigma=0.6),
        Duration(DurationFamily.BETWEEN, from_weeks=8, to_weeks=13),
        Duration(DurationFamily.COURT_TERMS, ends_at_half_year=0.08, ends_at_year=0.27, ends_each_later_year=0.45),
        Duration(DurationFamily.HISTORY),
    )
    assert len({duration_text(duration) for duration in durations}) == len(durations)
    assert not any("_" in duration_text(duration) for duration in durations)


def test_that_a_share_is_percent_and_a_number_of_weeks_is_not() -> None:
    assert value_text("absence.share", 0.05).startswith("5")
    assert "%" in value_text("absence.share", 0.05)
    assert "%" not in value_text("absence.spell_weeks", 26.0)


def test_that_where_nobody_carries_cases_no_norm_is_said_to_hold() -> None:
    outcome = outcome_of(an_organisation([]), plain_scenario(weeks=3, replications=2))
    for series in (Series.LOAD_PER_FTE, Series.LOAD_PER_DEPLOYABLE_FTE):
        assert load_sentence(outcome, series) == translate("Futures", "There is nobody here who carries cases.")
