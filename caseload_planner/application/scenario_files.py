"""Scenario files on disk: read whole and strictly, written whole."""

from contextlib import suppress
from pathlib import Path

from caseload_planner.domain.errors import SourceUnreadableError, TargetUnwritableError
from caseload_planner.files.replacing import write_whole
from caseload_planner.staffing.scenario import Scenario
from caseload_planner.staffing.scenario_reading import LONGEST_TEXT, read_scenario
from caseload_planner.staffing.scenario_writing import template


def read_scenario_file(path: Path) -> Scenario:
    """Read a scenario file; one line says what is wrong with it."""
    try:
        with path.open("rb") as file:
            content = file.read(4 * LONGEST_TEXT + 1)
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceUnreadableError(
            f"{path.name} is not a text file in UTF-8; save it as UTF-8.", path=str(path), why="scenario"
        ) from error
    except OSError as error:
        raise SourceUnreadableError(
            f"{path.name} cannot be read ({error.strerror}).", path=str(path), why="scenario"
        ) from error
    return read_scenario(text, path.name)


def write_template(path: Path) -> None:
    """Write the commented scenario of all defaults, whole; a file that is there is left alone."""
    with suppress(OSError):  # what cannot be looked at cannot be written either, which is told then
        if path.exists() or path.is_symlink():
            raise TargetUnwritableError(f"{path.name} is there already; name another file.", path=str(path))
    write_whole(path, template().encode("utf-8"))


def write_scenario_file(path: Path, text: str) -> None:
    """Write a scenario whole: the old file stays until the new one is there."""
    write_whole(path, text.encode("utf-8"))
