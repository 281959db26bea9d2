"""Every way to be told no: the exit status of the contract, words on standard error, nothing on standard output."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from caseload_planner.cli.failures import LOG_NAME
from tests.cli.conftest import Program

ON = ["--on", "2026-11-23"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["caseload"],
        ["caseload", "--on", "2026-13-01"],
        ["caseload", "--on", "20261123"],
        ["caseload", "--on", "tomorrow"],
        ["propose", *ON, "--alternatives", "0"],
        ["propose", *ON, "--profile", "perfect"],
        ["propose", *ON, "--pin", "NEW"],
        ["propose", *ON, "--pin", "NEW=ANN+"],
        ["propose", *ON, "--exclude", "NEW="],
        ["propose", *ON, "--time-limit", "0"],
        ["propose", *ON, "--time-limit", "nan"],
        ["propose", *ON, "--deterministic-limit", "-1"],
        ["propose", *ON, "--time-limit", "1e308"],
        ["propose", *ON, "--deterministic-limit", "inf"],
        ["decide", "P-1"],
        ["decide", "P-1", "--by", "A" * 201],
        ["decide", "P-1", "--by", "Anna\nBram"],
        ["decide", "P-1", "--by", "Anna\u202e"],
        ["decide", "P-1", "--by", "\udcff"],
        ["decide", "P-1", "--by", "L", "--remarks", "a" * 2001],
        ["decide", "P-1", "--by", "L", "--override", "NEW=FULL:H8:\x07"],
        ["withdraw", "B-1", "--by", "A\x00", "--reason", "vergissing"],
        ["check", "P-\udcff"],
        ["decide", "P-1", "--by", " "],
        ["decide", "P-1", "--by", "L", "--override", "NEW=FULL:H8"],
        ["decide", "P-1", "--by", "L", "--override", "NEW=FULL:H8: "],
        ["export", "out", "--format", "xlsx"],
        ["export", "out.xlsx", "--format", "csv"],
        ["init", "--seed", "3"],
        ["report", "verdeling", "out.doc"],
        ["report", "poem", "out.pdf"],
        ["report", "verdeling", "out.pdf", "--proposal", "P-1", *ON],
        ["report", "verdeling", "out.pdf", "--team", "T1"],
        ["report", "caseload", "out.pdf", "--proposal", "P-1"],
        ["report", "caseload", "out.doc"],
        ["frobnicate"],
        ["caseload", *ON, "--frobnicate"],
    ],
    ids=lambda words: ascii(" ".join(words))[:80],
)
def test_that_wrong_use_is_2(program: Program, arguments: list[str]) -> None:
    answer = program.on_town(*arguments)
    assert answer.status == 2
    assert answer.out == ""
    assert answer.err.strip()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["caseload", *ON, "--team", "T9"], "T9"),
        (["propose", *ON, "--team", "T9"], "T9"),
        (["propose", *ON, "--measure", "M9"], "M9"),
        (["propose", *ON, "--measure", "OLD"], "H13"),
        (["propose", *ON, "--pin", "NEW=W9"], "W9"),
        (["propose", *ON, "--pin", "OLD=ANN"], "H13"),
        (["propose", *ON, "--pin", "NEW=UNREG"], "H3"),
        (["propose", *ON, "--pin", "PMG=ANN"], "H4"),
        (["propose", *ON, "--pin", "NEW=ANN+BEA"], "H2"),
        (["decide", "P-9", "--by", "L"], "P-9"),
        (["check", "P-9"], "P-9"),
        (["explain", "P-9"], "P-9"),
        (["report", "verdeling", "out.pdf"], "nothing was proposed"),
        (["report", "verdeling", "out.pdf", "--proposal", "P-9"], "P-9"),
        (["import", "nowhere"], "nowhere"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_that_a_question_that_cannot_be_asked_is_1(program: Program, arguments: list[str], said: str) -> None:
    answer = program.on_town(*arguments)
    assert answer.status == 1
    assert answer.out == ""
    assert said in answer.err


def test_that_a_pin_against_a_starred_rule_needs_its_override(program: Program) -> None:
    document = program.proposed("--pin", "NEW=FAR")
    (proposal,) = document["proposals"]
    assert proposal["needs_override"] == [{"rule": "H10", "measure": "NEW", "worker": "FAR", "code": "other_region"}]
    without = program.on_town("decide", proposal["id"], "--by", "L")
    assert without.status == 1
    assert "H10" in without.err
    other = program.on_town("decide", proposal["id"], "--by", "L", "--override", "NEW=FAR:H8:other rule")
    assert other.status == 1
    given = program.on_town("decide", proposal["id"], "--by", "L", "--override", "NEW=FAR:H10:speaks: Pools")
    assert given.status == 0, given.err


def test_that_an_override_nobody_needs_is_1(program: Program) -> None:
    answer = program.on_town("decide", program.proposal_id(), "--by", "L", "--override", "NEW=BEA:H8:reason")
    assert answer.status == 1
    assert "needs no override" in answer.err


def test_that_a_damaged_import_is_1_and_names_each_row(program: Program) -> None:
    workers = program.folder / "workers.csv"
    workers.write_text(workers.read_text(encoding="utf-8").replace("2020-01-06", "sometime"), encoding="utf-8")
    answer = program.on_town("import", str(program.folder), "--json")
    assert answer.status == 1
    assert answer.document["outcome"] == "rejected"
    assert {(row["file"], row["column"], row["code"]) for row in answer.document["problems"]} == {
        ("workers.csv", "started_on", "not_a_date")
    }
    assert all(f"workers.csv row {row}" in answer.err for row in range(2, 7))


def test_that_an_import_which_closes_much_asks_first_and_never_without_a_terminal(program: Program) -> None:
    measures = program.folder / "measures.csv"
    lines = measures.read_text(encoding="utf-8").splitlines(keepends=True)
    measures.write_text("".join(line for line in lines if "-R" not in line), encoding="utf-8")
    (program.folder / "assignments.csv").unlink()
    asked = program.on_town("import", str(program.folder))
    assert asked.status == 1
    assert "--yes" in asked.err
    assert program.on_town("caseload", *ON, "--json").document["workers"][3]["measures"] == 15
    assert program.on_town("import", str(program.folder), "--yes").status == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "no database"), (b"", "empty"), (b"a text of somebody " * 20, "not a Caseload Planner")],
)
def test_that_a_file_that_cannot_be_used_is_3_and_stays_as_it_is(
    bare: Program, content: bytes | None, said: str
) -> None:
    if content is not None:
        bare.database.write_bytes(content)
    answer = bare.on_town("caseload", *ON)
    assert answer.status == 3
    assert said in answer.err
    assert (bare.database.read_bytes() if content is not None else content) == content
    assert bare.database.exists() == (content is not None)


def test_that_a_database_of_something_else_is_3(bare: Program) -> None:
    connection = sqlite3.connect(bare.database)
    connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    assert bare.on_town("propose", *ON).status == 3


def test_that_init_never_takes_the_place_of_a_file(program: Program) -> None:
    before = program.database.read_bytes()
    assert program.on_town("init").status == 3
    assert program.on_town("init", "--demo").status == 3
    assert program.database.read_bytes() == before


def test_that_the_users_own_database_is_meant_where_none_is_named(bare: Program) -> None:
    missing = bare("caseload", *ON)
    assert missing.status == 3
    assert str(bare.wiring.default_database.parent) in missing.err


def test_that_a_bug_gets_a_reference_and_no_name_in_the_log(program: Program) -> None:
    def broken(path: Path) -> None:
        raise RuntimeError(f"Naam ANN in {path}")

    wiring = replace(program.wiring, verify=broken)
    answer = replace(program, wiring=wiring).on_town("verify")
    assert answer.status == 1
    reference = answer.err.split("reference ")[1].split(";")[0]
    log = (wiring.log_folder / LOG_NAME).read_text(encoding="utf-8")
    assert reference in log
    assert "RuntimeError" in log
    assert "ANN" not in log + answer.err
    assert "Traceback" not in answer.err


def test_that_help_and_version_are_0(bare: Program) -> None:
    assert bare("--help").status == 0
    assert bare("propose", "--help").status == 0
    assert "0.1.0" in bare("--version").out


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"])
def test_that_a_date_of_another_age_is_a_slip_of_the_hand(program: Program, day: str) -> None:
    answer = program.on_town("caseload", "--on", day)
    assert answer.status == 2
    assert "1900" in answer.err


def test_that_an_empty_path_names_no_database(bare: Program) -> None:
    assert bare("caseload", "--db", "", *ON).status == 2


def test_that_a_report_into_no_folder_names_it(program: Program, tmp_path: Path) -> None:
    key = program.proposal_id()
    target = tmp_path / "nowhere" / "list.pdf"
    answer = program.on_town("report", "verdeling", str(target), "--proposal", key)
    assert answer.status == 1
    assert str(target.parent) in answer.err


def test_that_every_missing_reason_is_named_at_once(program: Program) -> None:
    key = program.proposal_id("--pin", "NEW=FAR")
    owed = program.on_town("check", key, "--json").document["needs_override"]
    answer = program.on_town("decide", key, "--by", "L")
    assert owed
    assert answer.status == 1
    for row in owed:
        assert f"--override {row['measure']}={row['worker']}:{row['rule']}:" in answer.err
    unknown = program.on_town("decide", key, "--by", "L", "--override", "NEW=FAR:H99:because")
    assert "no rule H99" in unknown.err
    elsewhere = program.on_town("decide", key, "--by", "L", "--override", "NONE=FAR:H8:because")
    assert "does not ask NONE" in elsewhere.err
