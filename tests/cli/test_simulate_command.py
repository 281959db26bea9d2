"""``simulate`` on a real database: the contract's document, the template, and damaged files."""

from pathlib import Path

import pytest

from tests.cli.conftest import Program

SERIES = {"load_per_fte", "running_measures", "contract_fte", "deployable_fte", "waiting", "team_d_fte"}
SMALL = 'name = "Klein"\nstart = 2026-11-23\nweeks = 12\nreplications = 40\nseed = 3\n'


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    path = tmp_path / "klein.toml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def test_that_the_document_holds_every_series_of_the_contract(program: Program, scenario: Path) -> None:
    document = program.on_town("simulate", "--scenario", str(scenario), "--json").document
    assert (document["scenario"], document["replications"], document["seed"]) == ("Klein", 40, 3)
    assert document["weeks"][:2] == ["2026-W48", "2026-W49"]
    assert len(document["weeks"]) == 12
    assert document["series"].keys() >= SERIES
    for series in SERIES:
        figures = document["series"][series]
        for name in ("p5", "p25", "p50", "p75", "p95", "mean"):
            assert len(figures[name]) == 12
    assert document["answers"]["funded"]["holds_from_with_chance"].keys() == {"0.5", "0.8", "0.9"}


def test_that_the_first_week_is_the_caseload_of_that_day(program: Program, scenario: Path) -> None:
    simulated = program.on_town("simulate", "--scenario", str(scenario), "--json").document
    teams = program.on_town("caseload", "--on", "2026-11-23", "--json").document["teams"]
    fte = {team["team"]: team["contract_fte"] for team in teams}
    assert {place: row["series"]["contract_fte"]["mean"][0] for place, row in simulated["places"].items()} == fte


def test_that_options_go_before_the_file_and_equal_seeds_repeat(program: Program, scenario: Path) -> None:
    arguments = ("simulate", "--scenario", str(scenario), "--replications", "20", "--seed", "9", "--json")
    one, other = program.on_town(*arguments), program.on_town(*arguments)
    assert one.out == other.out
    assert (one.document["replications"], one.document["seed"]) == (20, 9)


def test_that_a_template_can_be_run_as_it_is(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "template.toml"
    assert program("simulate", "--template", str(path)).status == 0
    again = program("simulate", "--template", str(path))
    assert again.status == 1
    assert "is there already" in again.err
    answer = program.on_town("simulate", "--scenario", str(path), "--replications", "5")
    assert answer.status == 0, answer.err
    assert "Base: 5 futures, seed 1" in answer.out


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"naam = 'x'", "naam: there is no such key; did you mean name?"),
        (b"[turnover]\nper_year = -1", "turnover.per_year: -1 is outside what is possible"),
        (b"[absence]\nshare = 1.5", "absence.share: 1.5 is outside what is possible"),
        (b"places = ['Zuidd']", "places: there is no team, location or region Zuidd; did you mean Zuid?"),
        (b"\xff\xfe\x00", "is not a text file in UTF-8"),
    ],
)
def test_that_a_damaged_file_gives_one_clear_line(program: Program, tmp_path: Path, content: bytes, line: str) -> None:
    path = tmp_path / "damaged.toml"
    path.write_bytes(content)
    answer = program.on_town("simulate", "--scenario", str(path), "--json")
    assert answer.status == 1
    assert answer.out == ""
    assert line in answer.err
    assert len(answer.err.strip().splitlines()) == 1


@pytest.mark.parametrize("arguments", [[], ["--scenario", "a.toml", "--template", "b.toml"], ["--replications", "1"]])
def test_that_a_wrong_use_is_told(program: Program, arguments: list[str]) -> None:
    assert program.on_town("simulate", *arguments).status == 2


def test_that_a_file_that_is_not_there_is_named(program: Program) -> None:
    answer = program.on_town("simulate", "--scenario", "nowhere.toml")
    assert answer.status == 1
    assert "nowhere.toml cannot be read" in answer.err


def test_that_several_scenarios_seeds_and_teams_are_a_sweep(program: Program, scenario: Path) -> None:
    arguments = ("--scenario", str(scenario), "--seed", "1", "--seed", "2", "--each-team", "--replications", "5")
    runs = program.on_town("simulate", *arguments, "--json").document["runs"]
    assert [run["seed"] for run in runs] == [1] * 4 + [2] * 4
    assert [run["teams"] for run in runs[:4]] == [["T1"], ["T2"], ["T3"], ["Z1"]]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--cluster", "tcp://cluster.example:8786"], "Only an encrypted line leaves this computer"),
        (["--cluster", "nowhere"], "is no address of a cluster"),
    ],
)
def test_that_a_cluster_that_cannot_be_used_is_told(
    program: Program, scenario: Path, arguments: list[str], line: str
) -> None:
    answer = program.on_town("simulate", "--scenario", str(scenario), *arguments, "--json")
    assert answer.status == 1
    assert line in answer.err
    assert answer.out == ""
