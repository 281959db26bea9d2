"""The replay on the command line: clean JSON, the same twice, wrong use refused."""

from typing import Any

from caseload_planner.exchange.writing import write_folder
from tests.application.history_builders import MONDAY, a_history, reported
from tests.builders import holds
from tests.cli.conftest import Program

ASKED = ("--on", "2026-11-23", "--weeks", "2", "--deterministic-limit", "1")


def with_history(bare: Program) -> Program:
    history = a_history(
        holds("M1", "FULL", since=MONDAY),
        holds("M2", "FAR", since=MONDAY),
        measures=(reported("M1"), reported("M2", team="T2")),
    )
    write_folder(history, bare.folder.parent / "history")
    assert bare.on_town("init").status == 0
    assert bare.on_town("import", str(bare.folder.parent / "history")).status == 0
    return bare


def timeless(document: Any) -> Any:
    return {**document, "totals": {**document["totals"], "seconds": 0}, "weeks": [_timeless(document["weeks"])]}


def _timeless(weeks: Any) -> Any:
    return [{**week, "seconds": 0} for week in weeks]


def test_that_the_document_has_both_plans_of_each_week_and_totals(bare: Program) -> None:
    answer = with_history(bare).on_town("replay", *ASKED, "--json")
    assert answer.status == 0, answer.err
    empty, week = answer.document["weeks"]
    assert (empty["week"], empty["measures"], empty["proposed"]["status"]) == ("2026-W46", [], None)
    assert (week["week"], week["on"], week["measures"]) == ("2026-W47", "2026-11-16", ["M1", "M2"])
    assert week["decided"]["assignments"][1] == {"measure": "M2", "first": "FAR", "second": None}
    assert week["decided"]["broken"] == {"H10": 1}
    assert week["proposed"]["broken"] == {}
    totals = answer.document["totals"]
    assert (totals["measures"], totals["same"], totals["same_first"]) == (2, 0, 0)
    over = {side: {row["name"]: row["value"] for row in totals[side]["levels"]} for side in ("decided", "proposed")}
    assert over["decided"]["over_norm"] > over["proposed"]["over_norm"] == 0
    assert not answer.document["stopped"]


def test_that_the_same_limit_on_work_gives_the_same_document(bare: Program) -> None:
    program = with_history(bare)
    first, again = (program.on_town("replay", *ASKED, "--json").document for _ in range(2))
    assert timeless(first) == timeless(again)


def test_that_people_get_tables(bare: Program) -> None:
    answer = with_history(bare).on_town("replay", *ASKED)
    assert answer.status == 0
    for words in ("2026-W47", "over norm", "H10 1x", "cases left over"):
        assert words in answer.out


def test_that_only_the_asked_team_is_replayed(bare: Program) -> None:
    document = with_history(bare).on_town("replay", *ASKED, "--team", "T2", "--json").document
    assert document["weeks"][1]["measures"] == ["M2"]


def test_that_wrong_use_is_refused_in_words(bare: Program) -> None:
    program = with_history(bare)
    assert program.on_town("replay", "--on", "2026-11-23", "--weeks", "0").status == 2
    profile = program.on_town("replay", *ASKED, "--profile", "own")
    assert profile.status == 2
    assert "balanced" in profile.err
    team = program.on_town("replay", *ASKED, "--team", "T9")
    assert team.status == 1
    assert "T9" in team.err
