"""A decided round is taken back on the command line, or the refusal says why."""

from pathlib import Path

from tests.cli.conftest import Program

WHO = ("--by", "Leider", "--reason", "vergissing")


def decided(program: Program) -> str:
    answer = program.on_town("decide", program.proposal_id(), "--by", "Leider", "--json").document
    assert answer["begun"]
    return str(answer["decision"])


def test_that_a_withdrawn_round_is_out_of_the_export_and_asked_again(program: Program, tmp_path: Path) -> None:
    before = program.proposed()["measures"]
    decision = decided(program)
    assert program.proposed()["measures"] != before
    answer = program.on_town("withdraw", decision, *WHO, "--json")
    assert answer.status == 0
    assert answer.document["withdrawn"] > 0
    assert program.proposed()["measures"] == before
    assert program.on_town("export", str(tmp_path / "out")).status == 0
    assert "\nNEW,ANN," not in (tmp_path / "out" / "assignments.csv").read_text(encoding="utf-8")
    assert program.on_town("verify").status == 0


def test_that_a_withdrawal_says_what_it_did(program: Program) -> None:
    decision = decided(program)
    assert f"{decision} is withdrawn" in program.on_town("withdraw", decision, *WHO).out


def test_that_a_withdrawal_that_cannot_be_says_why(program: Program) -> None:
    decision = decided(program)
    assert program.on_town("withdraw", "B-9", *WHO).status == 1
    assert program.on_town("withdraw", decision, "--by", " ", "--reason", "x").status == 2
    assert program.on_town("withdraw", decision, *WHO).status == 0
    again = program.on_town("withdraw", decision, *WHO)
    assert again.status == 1
    assert "withdrawn already" in again.err


def test_that_help_without_a_recorded_agreement_is_named(program: Program) -> None:
    key = program.proposal_id("--pin", "NEW=BEA")
    answer = program.on_town("decide", key, "--by", "Leider")
    assert answer.status == 0
    assert "nobody is recorded who agreed: " in answer.out
    assert "NEW=BEA" in answer.out
