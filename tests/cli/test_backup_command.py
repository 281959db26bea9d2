"""``backup`` and ``restore``: a round trip, what is said of it, and refusals in one line."""

from pathlib import Path

from tests.cli.conftest import Program


def measures(program: Program) -> list[str]:
    document = program.on_town("verify", "--json").document
    return [document["revision"], document["measures"]]


def test_that_a_backup_brings_back_what_was_lost(program: Program, tmp_path: Path) -> None:
    before = measures(program)
    made = program.on_town("backup", "--json").document
    assert made["new"] is True
    assert [made["content"]["revision"], made["content"]["measures"]] == before
    program.database.unlink()
    back = program.on_town("restore", made["backup"], "--json")
    assert (back.status, back.document["kept"]) == (0, None)
    assert measures(program) == before


def test_that_both_say_what_they_did(program: Program, tmp_path: Path) -> None:
    target = tmp_path / "copy.sqlite"
    made = program.on_town("backup", str(target))
    assert made.status == 0
    assert made.out.startswith(f"backed up to {target}: revision 1, ")
    back = program.on_town("restore", str(target))
    assert back.out.startswith(f"put back {target}: revision 1, ")
    assert "what was there is kept in " in back.out
    assert program.on_town("backup").out.startswith("backed up to ")
    assert program.on_town("backup").out.startswith("nothing changed since ")


def test_that_a_decision_after_the_backup_is_kept_beside_the_database(program: Program) -> None:
    copy = program.on_town("backup", "--json").document["backup"]
    key = program.proposal_id()
    assert program.on_town("decide", key, "--by", "Somebody").status == 0
    kept = program.on_town("restore", copy, "--json").document["kept"]
    assert program.on_town("check", key).status == 1
    assert program("check", "--db", kept, key).status == 0


def test_that_refusals_are_one_line_and_3(program: Program, tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("dear all")
    for arguments in (
        ["restore", str(tmp_path / "lost.sqlite")],
        ["restore", str(other)],
        ["restore", str(program.database)],
        ["backup", str(other)],
    ):
        answer = program.on_town(*arguments)
        assert answer.status == 3, arguments
        assert answer.out == ""
        assert answer.err.count("\n") == 1
    assert other.read_text() == "dear all"
    assert program.on_town("restore").status == 2
