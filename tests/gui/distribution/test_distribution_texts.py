"""Every code of a round has words: rules, breaches, reasons, goals, cases left over."""

import re
from pathlib import Path

import pytest

from caseload_planner import distribution, rules
from caseload_planner.distribution.explain import LevelLoss
from caseload_planner.distribution.proposal import Reason, Unplaced
from caseload_planner.domain.assignment import Position
from caseload_planner.gui import distribution_reason_texts as reason_texts
from caseload_planner.gui import distribution_texts as texts
from caseload_planner.gui.viewmodels.distribution_draft import EMPTY, with_placement
from caseload_planner.gui.viewmodels.distribution_inspector import why_not_section, why_section
from caseload_planner.gui.viewmodels.distribution_levels import level_lines
from caseload_planner.rules.hard_rules import HARD_RULES
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Breach, Placement

RULES_FOLDER, DISTRIBUTION_FOLDER = Path(rules.__file__).parent, Path(distribution.__file__).parent
SOLVER_WORDS = re.compile(r"infeasib|objective|constraint|solver|optimal", re.IGNORECASE)


def breach_codes() -> set[str]:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in sorted(RULES_FOLDER.glob("*.py")))
    return set(re.findall(r'code(?:, figures)? ?= ?"(\w+)"', sources)) | {
        "not_in_schotten_team",
        "not_schotten_trained",
    }


def reason_codes() -> set[str]:
    source = (DISTRIBUTION_FOLDER / "reasons.py").read_text(encoding="utf-8")
    return set(re.findall(r'"([a-z]+_[a-z_]+|pinned)"', source)) - {"siblings_together"} | {"siblings_together"}


@pytest.mark.parametrize("rule", [rule.name for rule in HARD_RULES])
def test_that_every_rule_has_words_and_a_source(rule):
    assert texts.rule_text(rule) != rule
    assert texts.rule_source(rule)


@pytest.mark.parametrize("code", sorted(breach_codes() - {"dropped", "placed_twice", "placed_and_left_over"}))
def test_that_every_breach_has_words(code):
    known = {key.split("/")[0] for key in texts._BREACHES}
    assert code in known


@pytest.mark.parametrize("code", sorted(reason_codes()))
def test_that_every_reason_has_words(code):
    known = {key.split("/")[0] for key in reason_texts._REASONS}
    assert code in known


@pytest.mark.parametrize("level", sorted(LEVELS))
def test_that_every_goal_has_words(level):
    for table in (
        reason_texts._LEVELS,
        reason_texts._LEVELS_EXPLAINED,
        reason_texts._LOSSES,
        reason_texts._SEARCHING,
        reason_texts._LEVEL_FIGURES,
    ):
        assert level in table
    assert "%1" not in reason_texts.loss_text(LevelLoss(level, 3, LEVELS[level].scale))


def test_that_a_tiny_loss_does_not_read_as_nothing(qapp):
    assert "0.00" not in reason_texts.loss_text(LevelLoss("evenness", 1, 10_000)).replace(",", ".")


def test_that_no_text_uses_the_words_of_a_solver():
    tables = [value for module in (texts, reason_texts) for value in vars(module).values() if isinstance(value, dict)]
    assert tables
    for table in tables:
        assert not [words for words in table.values() if SOLVER_WORDS.search(str(words))]


def test_that_a_breach_says_its_figures(qapp):
    breach = Breach(rule="H8", code="over_ceiling", figures={"before": 1500, "after": 1640, "ceiling": 1600})
    words = texts.breach_text(breach).replace(",", ".")
    assert "16.40" in words
    assert "16.00" in words


def test_that_a_case_left_over_says_why():
    unplaced = Unplaced(
        "M1", ("H8", "H5"), "no_first", {"candidates": 12, "possible_firsts": 0, "blocked_by_H8": 9, "blocked_by_H5": 2}
    )
    assert "12" in texts.leftover_text(unplaced)
    assert len(texts.leftover_rules(unplaced)) == 2


def test_that_a_reason_without_words_still_reads():
    assert reason_texts.reason_sentence(Reason("brand_new"), str).text == "brand new"


def test_that_everybody_gets_an_answer_to_why_not(board):
    key = board.queue[0]
    placed = with_placement(EMPTY, Placement(key, board.people_for(key)[0]), pin=False)
    for draft in (EMPTY, placed):
        assert why_section(board, draft, key).sentences
        for worker in board.rows:
            section = why_not_section(board, draft, key, worker, Position.FIRST)
            assert section.sentences
            assert not any("%" in sentence.text and "%1" in sentence.text for sentence in section.sentences)


def test_that_every_goal_of_the_profile_has_a_line(board):
    # Without an earlier proposal there is nothing to differ from.
    goals = [level for level in board.profile.levels if level.name != "changes"]
    assert len(level_lines(board, EMPTY)) == len(goals)
