import pytest

from caseload_planner.application.import_problems import ProblemCode
from caseload_planner.application.import_source import SourceFile
from caseload_planner.exchange.norm_building import build_norms
from caseload_planner.exchange.norm_entries import entries_of_sheet
from caseload_planner.exchange.norm_reading import entries_of_toml
from caseload_planner.exchange.norm_writing import norm_rows, norm_toml
from caseload_planner.exchange.raw_table import RawTable
from caseload_planner.exchange.rendering import number_text
from tests.exchange.interchange_files import NORM, norm_set

ROWS = [[cell if isinstance(cell, str) else number_text(cell) for cell in row] for row in norm_rows(norm_set())]


def sheet(rows: list[list[str]]) -> RawTable:
    table = RawTable(SourceFile.NORM, "norm")
    table.take_header(["valid_from", "key", "value"])
    for number, cells in enumerate(rows, start=2):
        table.take_row(number, cells)
    return table


def test_that_the_norm_is_written_in_one_way_only() -> None:
    assert norm_toml(norm_set()) == NORM
    loose = NORM.replace("= 16\n", "= 16.00  # plafond\n").replace("12.8", "12.80").replace("\n", "\r\n")
    assert norm_toml(norm_set(loose)) == NORM


def test_that_the_rows_of_the_sheet_say_the_same_as_the_file() -> None:
    lines, policy = build_norms(entries_of_sheet(sheet(ROWS)))

    assert tuple(line.value for line in lines) == norm_set().norms
    assert policy == norm_set().policy


def test_that_phases_in_the_sheet_are_put_in_order_of_month() -> None:
    lines, _ = build_norms(entries_of_sheet(sheet(list(reversed(ROWS)))))

    assert tuple(line.value for line in lines) == norm_set().norms


def test_that_a_row_twice_in_the_sheet_is_a_problem_of_that_row() -> None:
    entries = entries_of_sheet(sheet([*ROWS, ROWS[-1]]))
    build_norms(entries)

    (problem,) = entries.problems
    assert (problem.row, problem.code) == (len(ROWS) + 2, ProblemCode.DUPLICATE_KEY)


def test_that_a_row_without_a_key_is_a_problem_of_that_cell() -> None:
    entries = entries_of_sheet(sheet([*ROWS, ["", "", "1"], ["2026-01-01", "", "1"]]))
    build_norms(entries)

    places = {(problem.row, problem.column, problem.code) for problem in entries.problems}
    assert places == {
        (len(ROWS) + 2, "key", ProblemCode.UNKNOWN_NORM_KEY),
        (len(ROWS) + 3, "key", ProblemCode.UNKNOWN_NORM_KEY),
    }


def test_that_a_factor_may_have_any_name() -> None:
    text = NORM.replace("takeover = 0.25", 'takeover = 0.25\n"zéér: zwaar. \\"x\\"" = 0.2')

    assert norm_set(norm_toml(norm_set(text))).norms[0].factors['zéér: zwaar. "x"'] == 20


def test_that_two_versions_of_one_day_are_refused() -> None:
    version = NORM[NORM.index("[[norm]]") :]
    entries = entries_of_toml(f"{NORM}\n{version}".encode(), "norm.toml")
    build_norms(entries)

    (problem,) = entries.problems
    assert (problem.row, problem.column, problem.code) == (39, "valid_from", ProblemCode.DUPLICATE_KEY)


@pytest.mark.parametrize(
    "text",
    [
        "norm = 3",
        "[[norm]]\nvalid_from = 'x'",
        "[norm]\nvalid_from = 2026-01-01",
        "norm = [1]",
        "policy = []",
        "[[norm]]\nweights = 3\nfactors = []",
        "a = " + "[" * 3000,
        "[policy]\nleaving_days = true",
        "x = 1",
        "\x00",
    ],
)
def test_that_a_norm_of_another_shape_is_refused_in_words(text: str) -> None:
    entries = entries_of_toml(text.encode(), "norm.toml")
    norms, policy = build_norms(entries)

    assert norms == ()
    assert policy is None
    assert entries.problems
    assert all(problem.row >= 1 and problem.column for problem in entries.problems)
