"""Rules of the house that no linter knows; the layers are judged by import-linter in `make check`."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
LONGEST_FILE = 400
LONGEST_FUNCTION = 40
"""Lines from `def` to its end, beside the docstring."""
TEXT_SUFFIXES = {".py", ".toml", ".md", ".ts", ".qss", ".svg", ".csv", ".ini", ".mako", ".yml", ".desktop", ""}
FOLDERS = ("caseload_planner", "build", "tests", "resources", ".ci")

# In pieces, so that this file does not hold what it forbids.
MACHINE_PATHS = re.compile("|".join(rf"(?<![\w.~/-])/{folder}/" for folder in ("work", "root", "tmp", "home", "opt")))
PACKAGE_HOSTS = re.compile(
    "|".join(("pypi" + r"\.org", "pythonhosted" + r"\.org", "npmjs" + r"\.(org|com)", "deb" + r"\.debian"))
)


def program_files() -> list[Path]:
    return sorted((PROJECT / "caseload_planner").rglob("*.py"))


def text_files() -> Iterator[Path]:
    """All that is written by hand: not the lock file, which names the public registry by its nature."""
    for folder in FOLDERS:
        for path in sorted((PROJECT / folder).rglob("*")):
            if path.is_file() and path.suffix in TEXT_SUFFIXES and "__pycache__" not in path.parts:
                yield path
    for path in sorted(PROJECT.iterdir()):
        if path.is_file() and path.name != "uv.lock" and path.suffix in TEXT_SUFFIXES and path.name != ".git":
            yield path


def name_of(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


@pytest.mark.parametrize("path", program_files(), ids=name_of)
def test_that_a_module_says_what_it_holds_and_holds_one_idea(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), f"{name_of(path)} has no docstring"
    assert len(text.splitlines()) <= LONGEST_FILE, f"{name_of(path)} is too long: it usually holds two ideas"


def test_that_a_function_does_one_thing() -> None:
    long = [
        f"{name_of(path)}: {function.name}"
        for folder in ("caseload_planner", "build", "tests")
        for path in sorted((PROJECT / folder).rglob("*.py"))
        for function in functions_of(path)
        if lines_of(function) > LONGEST_FUNCTION
    ]
    assert long == []


def test_that_no_text_of_the_window_stands_inside_an_f_string() -> None:
    """Who collects the texts to translate does not look there: it would stay English."""
    hidden = [
        f"{name_of(path)}:{call.lineno}"
        for path in program_files()
        for joined in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(joined, ast.JoinedStr)
        for call in ast.walk(joined)
        if isinstance(call, ast.Call) and called_name(call) in {"tr", "translate"}
    ]
    assert hidden == []


def called_name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def functions_of(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = function.body[0]
    said = last_line(first) - first.lineno + 1 if ast.get_docstring(function) is not None else 0
    return last_line(function) - function.lineno + 1 - said


def last_line(node: ast.stmt) -> int:
    assert node.end_lineno is not None
    return node.end_lineno


@pytest.mark.parametrize("pattern", [MACHINE_PATHS, PACKAGE_HOSTS], ids=["machine path", "package host"])
def test_that_no_file_knows_the_machine_it_was_made_on(pattern: re.Pattern[str]) -> None:
    found = [
        f"{name_of(path)}:{number}: {line.strip()}"
        for path in text_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]
    assert found == []


def test_that_the_rule_against_machine_paths_finds_one() -> None:
    assert MACHINE_PATHS.search("read " + "/".join(("", "tmp", "x")))
    assert not MACHINE_PATHS.search("tests/home/x and ../work/x and https://example.org/home/")
