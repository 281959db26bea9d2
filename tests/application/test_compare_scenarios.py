"""Inputs that differ are named by key, and told as percent only where they are shares."""

from dataclasses import replace

import pytest

from caseload_planner.application.compare_scenarios import input_differences, is_share
from caseload_planner.staffing.scenario import AbsenceShare, Inflow, Scenario


def test_that_only_what_differs_is_named() -> None:
    other = Scenario(
        name="other", reasons={"x": "y"}, absence=AbsenceShare(share=0.05), inflow=Inflow(place_level={"Zuid": 1.1})
    )
    found = {row.key: (row.base, row.other) for row in input_differences(Scenario(), other)}
    assert found == {"absence.share": (0.07, 0.05), "inflow.place_level.Zuid": (None, 1.1)}
    assert not list(input_differences(other, replace(other, name="again", seed=9)))


@pytest.mark.parametrize("key", ["absence.share", "absence.places.Zuid", "turnover.per_year", "inflow.type_level.jr"])
def test_that_shares_are_percent(key: str) -> None:
    assert is_share(key)


@pytest.mark.parametrize("key", ["absence.spell_weeks", "absence.persistence", "turnover.vacancy_weeks", "weeks"])
def test_that_weeks_and_other_figures_are_not(key: str) -> None:
    assert not is_share(key)
