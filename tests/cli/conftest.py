"""The program run in this process, on files of the test alone."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from caseload_planner.bootstrap import FileDoors, wiring
from caseload_planner.cli.command_line import run
from caseload_planner.cli.wiring import Wiring
from caseload_planner.exchange.writing import write_folder
from tests.cli.town import the_town


@dataclass(frozen=True)
class Answer:
    """How a run of the program ended."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Program:
    """The program with a town's files and a database of its own."""

    wiring: Wiring
    folder: Path
    database: Path
    read_output: Callable[[], tuple[str, str]]

    def __call__(self, *arguments: str) -> Answer:
        status = run(arguments, self.wiring)
        out, err = self.read_output()
        return Answer(status, out, err)

    def on_town(self, command: str, *arguments: str) -> Answer:
        """Run a command on the town's database."""
        return self(command, "--db", str(self.database), *arguments)

    def proposed(self, *arguments: str) -> Any:
        """Propose for the Monday and give the document."""
        answer = self.on_town("propose", "--on", "2026-11-23", "--json", *arguments)
        assert answer.status == 0, answer.err
        return answer.document

    def proposal_id(self, *arguments: str) -> str:
        """Propose for the Monday and give the id."""
        key = self.proposed(*arguments)["proposals"][0]["id"]
        assert isinstance(key, str)
        return key


@pytest.fixture
def bare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    """The program without a database yet; the town's files are in its folder."""
    wires = replace(
        wiring(),
        doors=FileDoors(),
        default_database=tmp_path / "own" / "caseload.sqlite",
        log_folder=tmp_path / "log",
        environment={},
    )
    write_folder(the_town(), tmp_path / "town")
    return Program(wires, tmp_path / "town", tmp_path / "town.sqlite", lambda: tuple(capsys.readouterr()))


@pytest.fixture
def program(bare: Program) -> Program:
    """The program with the town imported."""
    assert bare.on_town("init").status == 0
    assert bare.on_town("import", str(bare.folder)).status == 0
    return bare
