from decimal import Decimal
from pathlib import Path

import pytest

from caseload_planner.application.import_problems import ProblemCode
from caseload_planner.application.import_source import SourceFile
from caseload_planner.domain.errors import SourceUnreadableError
from caseload_planner.exchange import csv_reading, layout
from caseload_planner.exchange.reading import read_source
from tests.exchange.interchange_files import FILES, files, replaced, source_of, write_files


def why(path: Path) -> object:
    with pytest.raises(SourceUnreadableError) as refused:
        read_source(path)
    return refused.value.figures["why"]


def test_that_a_byte_order_mark_and_windows_line_ends_are_read_as_well(tmp_path: Path) -> None:
    marked = {name: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for name, text in FILES.items()}

    source = source_of(tmp_path / "marked", marked)

    assert source == source_of(tmp_path / "plain")
    assert source.problems == ()


def test_that_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    lines = [line.split(",") for line in FILES["contracts.csv"].splitlines()]
    turned = "".join(",".join(reversed(line)) + "\n" for line in lines)

    assert source_of(tmp_path / "turned", files(contracts=turned)) == source_of(tmp_path / "plain")


def test_that_empty_lines_count_as_rows_but_say_nothing(tmp_path: Path) -> None:
    source = source_of(tmp_path / "in", {"conflicts.csv": "worker,family\n\nW1,F1\n\n"})

    assert [line.row for line in source.conflicts] == [3]


def test_that_a_quoted_cell_may_hold_commas_and_quotes(tmp_path: Path) -> None:
    texts = replaced("workers", "Anna de Wit", '"de Wit, Anna ""An"""')

    source = source_of(tmp_path / "in", texts)

    assert source.workers[0].value.name == 'de Wit, Anna "An"'


def test_that_an_unclosed_quote_is_a_problem_of_its_own_row_only(tmp_path: Path) -> None:
    source = source_of(tmp_path / "in", replaced("workers", "Anna de Wit", '"Anna de Wit'))

    (problem,) = source.problems
    assert (problem.row, problem.column, problem.code) == (2, "name", ProblemCode.BROKEN_QUOTES)
    assert [line.value.key for line in source.workers] == ["W2", "W3", "W4", "W5"]


def test_that_a_line_break_in_a_cell_is_one_problem_of_the_row_where_it_begins(tmp_path: Path) -> None:
    source = source_of(tmp_path / "in", replaced("workers", "Anna de Wit", '"Anna\nde\nWit"'))

    (problem,) = source.problems
    assert (problem.row, problem.column, problem.code) == (2, "name", ProblemCode.CONTROL_CHARACTER)
    assert problem.figures == {"character": "U+000A"}
    assert problem.value == r"Anna\nde\nWit"
    assert [(line.row, line.value.key) for line in source.workers] == [(5, "W2"), (6, "W3"), (7, "W4"), (8, "W5")]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("permanent,2019", "perma\x00nent,2019", r"perma\x00nent"),
        ("permanent,2019", '"permanent,2019', '"permanent'),
        ("permanent,2019", '"permanent"x,2019', '"permanent"x'),
        ("permanent,2019", "x" * 200_000 + ",2019", "x" * 59 + "…"),
        ("permanent,2019", "x" * 200_000 + "\x00,2019", "…" + "x" * 30 + r"\x00"),
        ("jr;sns", "sns;" * 200_000, "sns;" * 14 + "sns…"),
    ],
)
def test_that_a_problem_shows_its_own_cell_alone_and_not_all_of_a_long_one(
    old: str, new: str, shown: str, tmp_path: Path
) -> None:
    (problem,) = source_of(tmp_path / "in", replaced("workers", old, new)).problems

    assert problem.value == shown


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("workers.csv", "W1;Anna de Wit;A\n", "W1"),
        ("workers.csv", "W1\tAnna de Wit\tA\n", "W1"),
        ("norm.toml", "W1,Anna de Wit,A\n", "W1"),
        ("norm.toml", "factor_cap = " + "=" * 200, "factor_cap = " + "=" * 46 + "…"),
    ],
)
def test_that_a_file_of_another_kind_shows_no_more_than_its_first_cell(
    name: str, text: str, value: str, tmp_path: Path
) -> None:
    assert [problem.value for problem in source_of(tmp_path / "in", {name: text}).problems] == [value]


def test_that_an_unknown_column_of_any_length_is_shown_in_short(tmp_path: Path) -> None:
    source = source_of(tmp_path / "in", replaced("teams", "location\n", "location," + "x" * 200_000 + "\n"))

    (problem,) = source.problems
    assert len(problem.column) == len(problem.value) == 60


def test_that_a_name_that_is_twice_in_a_list_counts_once(tmp_path: Path) -> None:
    source = source_of(tmp_path / "in", replaced("workers", "jr;sns", "sns;jr;sns"))

    assert source.problems == ()
    assert source.workers[0].value.skills == {"jr", "sns"}


def test_that_a_single_file_is_a_source_of_its_own(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "in", FILES)

    source = read_source(folder / "measures.csv")

    assert source.given == {SourceFile.MEASURES}
    assert len(source.measures) == 5


def test_that_files_of_another_name_are_named_as_ignored(tmp_path: Path) -> None:
    source = source_of(tmp_path / "in", files() | {"measure.csv": "x", "notes.txt": "x"})

    assert source.ignored == ("measure.csv",)


def test_that_values_are_read_as_the_domain_keeps_them(tmp_path: Path) -> None:
    source = source_of(tmp_path / "in")

    bram = source.workers[1].value
    assert bram.name == "Bram 't Hart"
    assert bram.personal_ceiling == 1250
    assert source.workers[0].value.task_share == Decimal("0.2")
    assert source.workers[4].value.skj_until is None
    assert source.norms[0].value.factors["out_of_home"] == 15


def test_that_there_being_nothing_to_read_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "some.txt").write_text("x", encoding="utf-8")

    assert why(tmp_path / "nothing") == "missing"
    assert why(tmp_path / "empty") == "no_known_files"
    assert why(tmp_path / "some.txt") == "unknown_kind"


@pytest.mark.parametrize("name", ["teams.csv", "norm.toml"])
def test_that_a_folder_or_a_link_to_nothing_in_the_place_of_a_file_is_not_taken_for_no_file(
    name: str, tmp_path: Path
) -> None:
    texts = {other: text for other, text in FILES.items() if other != name}
    with_folder, with_link = write_files(tmp_path / "a", texts), write_files(tmp_path / "b", texts)
    (with_folder / name).mkdir()
    (with_link / name).symlink_to(tmp_path / "nothing")

    for folder in (with_folder, with_link):
        with pytest.raises(SourceUnreadableError, match=name) as refused:
            read_source(folder)
        assert refused.value.figures["why"] == "not_a_file"


def test_that_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    elsewhere = write_files(tmp_path / "elsewhere", FILES)
    folder = write_files(tmp_path / "in", {"norm.toml": FILES["norm.toml"]})
    (folder / "teams.csv").symlink_to(elsewhere / "teams.csv")

    assert read_source(folder).given == {SourceFile.TEAMS, SourceFile.NORM}


@pytest.mark.parametrize("text", ["", "\n \n", "\ufeff", "# no norm yet\n"])
def test_that_an_empty_norm_is_refused_like_an_empty_file_of_rows(text: str, tmp_path: Path) -> None:
    (problem,) = source_of(tmp_path / "in", files(norm=text)).problems

    assert (problem.file, problem.row, problem.code) == ("norm.toml", 1, ProblemCode.NORM_INCOMPLETE)


def test_that_a_file_over_the_cap_is_refused_without_being_read_as_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_reading, "MAX_FILE_BYTES", 100)

    source = source_of(tmp_path / "in", {"measures.csv": FILES["measures.csv"]})

    assert [problem.code for problem in source.problems] == [ProblemCode.FILE_TOO_LARGE]


def test_that_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_reading, "MAX_ROWS", 3)

    source = source_of(tmp_path / "in", {"measures.csv": FILES["measures.csv"]})

    assert [problem.code for problem in source.problems] == [ProblemCode.TOO_MANY_ROWS]


def test_that_every_column_of_the_layout_is_one_of_the_examples() -> None:
    for file, columns in layout.COLUMNS.items():
        if file is not SourceFile.NORM:
            assert FILES[file.file_name].splitlines()[0] == ",".join(columns)
