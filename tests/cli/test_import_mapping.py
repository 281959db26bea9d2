"""``import --mapping``: the export of another system, by a mapping of the user's or one that comes along."""

from pathlib import Path

from tests.cli.conftest import Program
from tests.exchange.foreign_exports import put_csv

MAPPING = """
name = "lijst"
[[parts]]
part = "assignments"
source = "rollen"
[parts.columns]
measure = "Zaak"
worker = "Wie"
position = { column = "Rol", values = { "Eerste" = "first" } }
from = "Van"
until = "Tot"
"""
HEADER = ["Zaak", "Wie", "Rol", "Van", "Tot"]


def put(folder: Path, *rows: list[str]) -> tuple[str, str]:
    """Write an export and its mapping."""
    (folder / "lijst.toml").write_text(MAPPING, encoding="utf-8")
    return str(put_csv(folder / "rollen.csv", [HEADER, *rows], "windows-1252")), str(folder / "lijst.toml")


def test_that_an_export_is_imported_once_and_changes_nothing_the_next_time(program: Program, tmp_path: Path) -> None:
    source, mapping = put(tmp_path, ["NEW", "ANN", "eerste", "23-11-2026", "31-12-9999"])
    first = program.on_town("import", source, "--mapping", mapping, "--json", "--yes")
    assert (first.status, first.document["outcome"]) == (0, "imported")
    assert first.document["files"]["assignments"]["added"] == 1
    again = program.on_town("import", source, "--mapping", mapping, "--json")
    assert (again.status, again.document["outcome"]) == (0, "unchanged")


def test_that_a_fault_is_told_by_the_words_of_the_export(program: Program, tmp_path: Path) -> None:
    source, mapping = put(tmp_path, ["NEW", "ANN", "Derde", "23-11-2026", ""])
    answer = program.on_town("import", source, "--mapping", mapping)
    assert answer.status == 1
    assert "rollen.csv row 2, Rol: this code is not known [Derde]" in answer.err


def test_that_a_mapping_that_comes_along_goes_by_its_name(program: Program, tmp_path: Path) -> None:
    export = tmp_path / "export"
    put_csv(export / "toewijzingen.csv", [["Zaaknr.", "Personeelsnr.", "Rol", "Van", "Tot en met"]])
    assert program.on_town("import", str(export), "--mapping", "wijz", "--dry-run").status == 0


def test_that_a_mapping_that_is_not_there_or_wrong_is_one_line(program: Program, tmp_path: Path) -> None:
    source, mapping = put(tmp_path)
    Path(mapping).write_text("name = 1", encoding="utf-8")
    for named in (mapping, "nobody"):
        answer = program.on_town("import", source, "--mapping", named)
        assert (answer.status, answer.out, answer.err.count("\n")) == (1, "", 1)
