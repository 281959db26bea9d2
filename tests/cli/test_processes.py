"""The program as its users start it: in a process of its own."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from caseload_planner.cli.failures import INTERRUPTED, guarded
from caseload_planner.cli.interruption import stopping_on_interrupt
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.domain.run_control import StopSignal
from tests.cli.conftest import Program

PROJECT = Path(__file__).parents[2]


def started(*arguments: str, code: str = "") -> subprocess.CompletedProcess[str]:
    """Run the program, or a line of Python instead, without a terminal or a screen."""
    environment = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    environment.pop("QT_QPA_PLATFORM", None)
    what = ["-c", code] if code else ["-m", "caseload_planner"]
    return subprocess.run(
        [sys.executable, *what, *arguments],
        cwd=PROJECT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_that_a_proposal_is_alone_on_standard_output(program: Program) -> None:
    done = started("propose", "--db", str(program.database), "--on", "2026-11-23", "--json")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("{")
    assert done.stderr == ""


def test_that_without_arguments_and_screen_it_ends_in_words() -> None:
    done = started(
        code="import sys; sys.platform = 'linux'; from caseload_planner.__main__ import main; sys.exit(main([]))"
    )
    assert done.returncode == 2
    assert "no screen" in done.stderr


def test_that_a_refusal_has_its_status_and_no_traceback(program: Program) -> None:
    done = started("decide", "--db", str(program.database), "P-9", "--by", "L")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_that_a_reader_who_closes_early_gets_no_traceback(program: Program) -> None:
    command = [
        sys.executable,
        "-m",
        "caseload_planner",
        "caseload",
        "--db",
        str(program.database),
        "--on",
        "2026-11-23",
    ]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        words = process.stderr.read()
    assert "Traceback" not in words
    assert "Exception" not in words


def test_that_short_commands_never_load_the_solver_or_the_window(program: Program) -> None:
    code = (
        "import sys; from caseload_planner.__main__ import main; "
        f"status = main(['caseload', '--db', {str(program.database)!r}, '--on', '2026-11-23', '--json']); "
        "slow = {'ortools', 'PySide6', 'matplotlib', 'reportlab', 'pandas'} & set(sys.modules); "
        "sys.stderr.write(' '.join(sorted(slow))); sys.exit(status)"
    )
    done = started(code=code)
    assert (done.returncode, done.stderr) == (0, "")


def test_that_the_window_does_not_wait_for_the_command_line() -> None:
    code = (
        "import sys; from caseload_planner.__main__ import main; "
        "from caseload_planner import bootstrap; from caseload_planner.cli import failures, window; "
        "slow = {'typer', 'rich', 'sqlalchemy', 'ortools', 'pydantic', 'holidays'} & set(sys.modules); "
        "sys.stderr.write(' '.join(sorted(slow)))"
    )
    assert started(code=code).stderr == ""


def test_that_a_terminal_of_another_encoding_gets_every_table(program: Program) -> None:
    code = (
        "import sys; sys.stdout.reconfigure(encoding='ascii'); from caseload_planner.__main__ import main; "
        f"sys.exit(main(['caseload', '--db', {str(program.database)!r}, '--on', '2026-11-23']))"
    )
    done = started(code=code)
    assert done.returncode == 0, done.stderr
    assert "Naam ANN" in done.stdout


def test_that_a_program_without_streams_still_ends_with_its_status(
    bare: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused() -> int:
        raise UnknownKeyError("there is no team T9")

    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert guarded(refused, bare.wiring) == 1
    assert guarded(lambda: 0, bare.wiring) == 0


def test_that_the_first_interrupt_asks_to_stop_and_the_second_ends(capsys: pytest.CaptureFixture[str]) -> None:
    stop, before = StopSignal(), signal.getsignal(signal.SIGINT)
    with stopping_on_interrupt(stop):
        signal.raise_signal(signal.SIGINT)
        assert stop.requested
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before
    assert "best answer so far" in capsys.readouterr().err


def test_that_an_interrupt_elsewhere_ends_the_command_in_words(bare: Program) -> None:
    def interrupted() -> int:
        raise KeyboardInterrupt

    assert guarded(interrupted, bare.wiring) == 130
    assert "stopped" in bare.read_output()[1]


@pytest.mark.parametrize(
    "module", ["caseload_planner.bootstrap", "caseload_planner.cli.command_line", "typer", "numpy"]
)
def test_that_an_interrupt_while_packages_are_read_ends_in_words(module: str) -> None:
    done = started(
        code=f"""
import signal, sys
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Interrupting())
from caseload_planner.__main__ import main
sys.exit(main(["propose", "--on", "2026-11-23"]))
"""
    )
    assert done.returncode == INTERRUPTED
    assert done.stderr == "caseload-planner: stopped before anything was done.\n"


def test_that_an_interrupt_while_a_command_works_ends_in_words(program: Program) -> None:
    done = started(
        code=f"""
import signal, sys
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "sqlalchemy":
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Interrupting())
from caseload_planner.__main__ import main
sys.exit(main(["caseload", "--db", {str(program.database)!r}, "--on", "2026-11-23"]))
"""
    )
    assert done.returncode == INTERRUPTED
    assert done.stderr == "caseload-planner: stopped; nothing was written that is not complete.\n"
