from string import Formatter

import pytest

from caseload_planner.application.import_problems import Problem, ProblemCode
from caseload_planner.application.problem_texts import DUTCH, ENGLISH, text_of


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", ProblemCode)
def test_that_every_code_has_words_in_both_languages(code: ProblemCode) -> None:
    dutch, english = DUTCH[code], ENGLISH[code]

    assert all((dutch.wrong, dutch.remedy, english.wrong, english.remedy))
    assert dutch != english
    assert dutch.remedy.endswith(".")
    assert english.remedy.endswith(".")


@pytest.mark.parametrize("code", ProblemCode)
def test_that_the_dutch_words_ask_for_no_other_figures_than_the_english(code: ProblemCode) -> None:
    english = placeholders(ENGLISH[code].wrong + ENGLISH[code].remedy)

    assert placeholders(DUTCH[code].wrong + DUTCH[code].remedy) <= english


def test_that_words_of_ours_are_translated_and_keys_are_not() -> None:
    figures = {"kind": "worker", "expected": "workers.csv"}
    problem = Problem(
        file="contracts.csv",
        row=2,
        column="worker",
        value="W9",
        code=ProblemCode.UNKNOWN_REFERENCE,
        figures=figures,
    )

    assert text_of(problem, "nl").wrong == "er is geen medewerker met deze sleutel"
    assert text_of(problem, "en").wrong == "there is no worker with this key"
    assert "workers.csv" in text_of(problem, "nl").remedy
