"""``support`` on a real database."""

from datetime import date

import pytest

from tests.cli.conftest import Program

ON = ("--on", "2026-11-23")


def test_that_every_fte_asked_is_answered_and_the_load_stays(program: Program) -> None:
    document = program.on_town("support", *ON, "--fte", "0,0.5,2", "--json").document
    assert [row["fte"] for row in document["rows"]] == [0, 0.5, 2]
    assert document["rows"][0]["relief_points"] == {"low": 0, "likely": 0, "high": 0}
    likely = [row["relief_points"]["likely"] for row in document["rows"]]
    assert likely == sorted(likely)
    teams = program.on_town("caseload", *ON, "--json").document["teams"]
    assert document["contract_fte"] == pytest.approx(sum(team["contract_fte"] for team in teams))


def test_that_costs_are_empty_until_somebody_fills_them_in(program: Program) -> None:
    empty = program.on_town("support", *ON, "--fte", "1", "--json").document
    assert [price["cost_per_point"] for price in empty["prices"]] == [None, None, None]
    path = program.folder / "costs.toml"
    path.write_text("[support]\nsupport_cost = 60000\ncaseworker_cost = 85000\nsecondee_cost = 130000\n", "utf-8")
    filled = program.on_town("support", *ON, "--fte", "1", "--scenario", str(path), "--json").document
    assert all(price["cost_per_point"]["likely"] > 0 for price in filled["prices"])


def test_that_the_table_says_that_it_is_relief(program: Program) -> None:
    answer = program.on_town("support", *ON, "--fte", "0,1")
    assert answer.status == 0
    assert "Relief on 2026-11-23; the load stays" in answer.out


@pytest.mark.parametrize("fte", ["", "x", "-1", "1,,2", "nan", "1e9", ",".join(["1"] * 21)])
def test_that_what_is_no_list_of_fte_is_told(program: Program, fte: str) -> None:
    answer = program.on_town("support", *ON, "--fte", fte)
    assert answer.status == 2
    assert answer.out == ""


def test_that_without_a_date_it_is_about_today(program: Program) -> None:
    document = program.on_town("support", "--fte", "0,2,4", "--json").document
    assert [row["fte"] for row in document["rows"]] == [0, 2, 4]
    assert date.fromisoformat(document["on"])


def test_that_without_teams_each_row_still_says_what_was_asked(program: Program) -> None:
    program("init", "--db", str(program.folder / "empty.sqlite"))
    asked = ("support", "--db", str(program.folder / "empty.sqlite"), "--fte", "0,2,4")
    document = program(*asked, "--json").document
    assert [(row["fte"], row["relief_fte"]["likely"]) for row in document["rows"]] == [(0, 0), (2, 0), (4, 0)]
    assert "there are no teams to support" in program(*asked).out


def test_that_the_price_of_a_point_stands_beside_that_of_a_caseworker_and_a_secondee(program: Program) -> None:
    path = program.folder / "costs.toml"
    path.write_text("[support]\nsupport_cost = 60000\ncaseworker_cost = 85000\n", "utf-8")
    answer = program.on_town("support", *ON, "--fte", "1", "--scenario", str(path))
    rows = {line.split()[0]: line for line in answer.out.splitlines() if line.strip()}
    assert "60,000" in rows["support"]
    assert "85,000" in rows["caseworker"]
    assert rows["secondee"].rstrip().endswith("-")
    assert "price of a point" in program.on_town("support", *ON, "--fte", "1").out
