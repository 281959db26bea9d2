"""Every code that can reach a document has its Dutch words, and no word is left without a code."""

import ast
import inspect
from collections.abc import Iterator
from datetime import date
from types import ModuleType

import pytest

from caseload_planner.bootstrap import default_profiles
from caseload_planner.distribution import leftovers, reasons
from caseload_planner.distribution.proposal import Reason
from caseload_planner.domain.measures import MeasureType
from caseload_planner.reports import words
from caseload_planner.rules.hard_rules import HARD_RULES


def texts_in(node: ast.AST) -> Iterator[str]:
    return (part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str))


def codes_of_reasons() -> set[str]:
    """Read the codes of the module: what stands first in a `Reason`, and the texts of the names used there."""
    codes: set[str] = set()
    for function in ast.walk(ast.parse(inspect.getsource(reasons))):
        if not isinstance(function, ast.FunctionDef):
            continue
        calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
        firsts = [call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Reason"]
        names = {part.id for first in firsts for part in ast.walk(first) if isinstance(part, ast.Name)}
        for first in firsts:
            branches = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
            codes |= {text for branch in branches for text in texts_in(branch)}
        for node in ast.walk(function):
            if isinstance(node, ast.Assign) and {getattr(target, "id", "") for target in node.targets} & names & {
                "code",
                "codes",
            }:
                branches = [node.value.body, node.value.orelse] if isinstance(node.value, ast.IfExp) else [node.value]
                codes |= {text for branch in branches for text in texts_in(branch)}
    return codes


def assigned_texts(module: ModuleType, name: str) -> set[str]:
    """Read the texts that a name gets anywhere in a module."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                pairs = (
                    zip(target.elts, node.value.elts, strict=True)
                    if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
                    else [(target, node.value)]
                )
                found |= {t for left, right in pairs if getattr(left, "id", "") == name for t in texts_in(right)}
    return found


def test_that_every_type_of_measure_has_words() -> None:
    assert set(words.MEASURE_TYPES) == set(MeasureType)


def test_that_every_hard_rule_has_words() -> None:
    assert set(words.RULES) == {rule.name for rule in HARD_RULES}


def test_that_every_reason_has_words() -> None:
    assert set(words.REASONS) == codes_of_reasons()


def test_that_every_reason_for_being_left_over_has_words() -> None:
    assert set(words.LEFT_OVER_REASONS) == assigned_texts(leftovers, "reason")


def test_that_every_profile_of_the_program_has_words() -> None:
    assert set(words.PROFILES) >= set(default_profiles())


def test_that_quiet_reasons_are_said_only_where_nothing_else_is() -> None:
    quiet, telling = Reason("within_norm", "W1"), Reason("known_face", "W1", {"family": "F1"})
    assert words.why((quiet, telling)) == "bekend gezicht"
    assert words.why((quiet,)) == "binnen werknorm"


def test_that_a_reason_is_said_once_with_its_figures() -> None:
    skill = Reason("has_skill", "W1", {"skill": "jr"})
    rank = Reason("room_rank", "W1", {"place": 2, "of": 13})
    assert words.why((skill, rank, skill)) == "vaardigheid JR, 2e van 13 in ruimte"


@pytest.mark.parametrize(
    ("load", "capacity", "text"),
    [(715, 1430, "50 %"), (1430, 1430, "100 %"), (1434, 1430, "> 100 %"), (1500, 1430, "105 %"), (3, 0, "–")],
)
def test_that_a_share_never_hides_that_it_is_over_the_norm(load: int, capacity: int, text: str) -> None:
    assert words.share_words(load, capacity) == text


def test_that_dates_and_points_are_dutch() -> None:
    assert words.day_words(date(2026, 11, 23), weekday=True) == "maandag 23 november 2026"
    assert words.points_words(1280) == "12,80"
