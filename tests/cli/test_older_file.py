"""A file of an earlier version is brought along, and the user hears where the old one is kept."""

from pathlib import Path

from tests.cli.conftest import Program
from tests.persistence.old_databases import put_old_database


def test_that_an_older_file_opens_once_with_a_word_about_its_copy(bare: Program, tmp_path: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    path = str(put_old_database(folder, 1))
    first = bare("caseload", "--db", path, "--on", "2026-11-23", "--json")
    assert first.status == 0
    assert first.document["workers"]
    (copy,) = [found.name for found in folder.iterdir() if ".schema-1." in found.name]
    assert copy in first.err
    assert bare("caseload", "--db", path, "--on", "2026-11-23", "--json").err == ""
