"""One round from an empty database to a decision and back out, as a team leader does it on the command line."""

from pathlib import Path

from tests.cli.conftest import Program


def test_that_a_round_goes_from_files_to_a_decision_and_out_again(bare: Program, tmp_path: Path) -> None:
    assert bare.on_town("init", "--plain").status == 0
    imported = bare.on_town("import", str(bare.folder), "--json").document
    assert imported["outcome"] == "imported"
    key = bare.proposal_id()
    assert bare.on_town("check", key).status == 0
    assert bare.on_town("decide", key, "--by", "Leider").status == 0
    again = bare.proposed()
    assert again["measures"] == ["PMG"]
    assert again["proposals"][0]["assignments"] == []
    assert bare.on_town("check", key).status == 0
    assert bare.on_town("export", str(tmp_path / "out")).status == 0
    decided = (tmp_path / "out" / "assignments.csv").read_text(encoding="utf-8")
    assert "\nNEW,ANN,first,2026-11-23,\n" in decided


def test_that_deciding_again_is_fine_and_said(program: Program) -> None:
    key = program.proposal_id()
    first = program.on_town("decide", key, "--by", "Leider", "--json").document
    again = program.on_town("decide", key, "--by", "Leider", "--json")
    assert again.status == 0
    assert again.document["already_decided"]
    assert again.document["decision"] == first["decision"]
    assert "decided already" in program.on_town("decide", key, "--by", "Leider").out


def test_that_an_older_proposal_is_stale_after_a_decision(program: Program) -> None:
    older, newer = program.proposal_id(), program.proposal_id()
    assert program.on_town("decide", newer, "--by", "Leider").status == 0
    refused = program.on_town("decide", older, "--by", "Leider")
    assert refused.status == 1
    assert "out of date" in refused.err
    assert program.on_town("check", older).status == 1


def test_that_export_import_and_export_again_give_the_same_bytes(program: Program, tmp_path: Path) -> None:
    first, other, second = tmp_path / "first", str(tmp_path / "other.sqlite"), tmp_path / "second"
    assert program.on_town("export", str(first)).status == 0
    assert program("init", "--db", other).status == 0
    assert program("import", "--db", other, str(first)).status == 0
    assert program("export", "--db", other, str(second)).status == 0
    files = {path.name: path.read_bytes() for path in first.iterdir()}
    assert files == {path.name: path.read_bytes() for path in second.iterdir()}


def test_that_a_workbook_holds_the_same_as_a_folder(program: Program, tmp_path: Path) -> None:
    workbook, other, folder = tmp_path / "out.xlsx", str(tmp_path / "other.sqlite"), tmp_path / "out"
    assert program.on_town("export", str(workbook), "--format", "xlsx").status == 0
    assert program("init", "--db", other).status == 0
    assert program("import", "--db", other, str(workbook)).status == 0
    assert program("export", "--db", other, str(folder)).status == 0
    assert program.on_town("export", str(tmp_path / "again")).status == 0
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert files == {path.name: path.read_bytes() for path in (tmp_path / "again").iterdir()}


def test_that_the_same_files_twice_change_nothing(program: Program) -> None:
    again = program.on_town("import", str(program.folder), "--json")
    assert again.status == 0
    assert again.document["outcome"] == "unchanged"


def test_that_a_demo_organisation_can_be_proposed_for(bare: Program) -> None:
    database = ["--db", str(bare.database)]
    assert bare("init", *database, "--demo", "--size", "small", "--seed", "2", "--on", "2026-11-23").status == 0
    answer = bare("caseload", *database, "--on", "2026-11-23", "--json").document
    assert answer["unassigned"]
    proposal = bare.proposed("--deterministic-limit", "1")
    assert proposal["measures"] == answer["unassigned"]


def test_that_a_file_and_its_audit_trail_are_found_sound(program: Program) -> None:
    program.on_town("decide", program.proposal_id(), "--by", "Leider")
    looked = program.on_town("verify", "--json")
    assert looked.status == 0
    assert looked.document["sound"]
    assert looked.document["measures"] == 19
    trail = program("audit", "verify", "--db", str(program.database), "--json")
    assert trail.status == 0
    assert trail.document["rows"] == looked.document["audit"]["rows"] > 2
