"""How a weight arises, in words."""

from dataclasses import replace
from datetime import date

import pytest

from caseload_planner.application.caseload_rows import case_rows
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.measures import MeasureType
from caseload_planner.gui.weight_words import phase_text, weight_words
from tests.builders import NORM, ON, a_measure, a_worker, an_organisation, holds, running


@pytest.fixture(autouse=True)
def in_dutch(look):
    """Every test here reads Dutch."""


def words_of(measures, assignments, worker="W1"):
    """Give the words of a worker's first case."""
    workers = [a_worker("W1"), a_worker("W2")]
    caseload = caseload_on(an_organisation(workers, measures, assignments), ON)
    return [weight_words(row, NORM) for row in case_rows(caseload, worker)]


def test_that_a_plain_order_of_years_is_its_base_weight():
    assert words_of([running("M1")], [holds("M1", "W1")]) == ["1,00 OTS jaar 2+"]


def test_that_factors_are_added_in_words():
    assert words_of([running("M1", points=115)], [holds("M1", "W1")]) == ["1,00 OTS jaar 2+ · +0,15 uithuisplaatsing"]


def test_that_a_duo_says_her_share():
    assignments = [holds("M1", "W1"), holds("M1", "W2", "second")]
    assert words_of([running("M1")], assignments) == ["1,00 OTS jaar 2+ · 60\u202f% als eerste"]
    assert words_of([running("M1")], assignments, "W2") == ["1,00 OTS jaar 2+ · 40\u202f% als tweede"]


def test_that_a_sibling_counts_for_part_of_her_weight():
    older = running("M1", family="F", youth="F-1")
    younger = a_measure("M2", family="F", youth="F-2")
    words = words_of([older, younger], [holds("M1", "W1"), holds("M2", "W1", since=ON)])
    assert words[1] == "1,50 OTS startfase · × 0,75 gezin"


def test_that_the_cap_is_said_where_it_bites():
    heavy = replace(running("M1"), factors=frozenset({"divorce_schotten", "closed_placement", "trafficking"}))
    assert words_of([heavy], [holds("M1", "W1")])[0].endswith("· samen hoogstens +0,60")


def test_that_who_takes_over_carries_the_takeover():
    assignments = [holds("M1", "W2"), holds("M1", "W1", "incoming", since=date(2026, 11, 16))]
    assert words_of([running("M1")], assignments) == ["0,25 overname, tot zij eerste contactpersoon is"]


@pytest.mark.parametrize(
    ("type_", "months", "words"),
    [
        (MeasureType.SUPERVISION_ORDER, 0, "startfase"),
        (MeasureType.SUPERVISION_ORDER, 5, "jaar 1"),
        (MeasureType.SUPERVISION_ORDER, 12, "jaar 2+"),
        (MeasureType.GUARDIANSHIP, 40, "vanaf maand 3"),
        (MeasureType.AFTERCARE, 1, ""),
    ],
)
def test_that_phases_have_names(type_, months, words):
    assert phase_text(NORM, type_, months) == words
