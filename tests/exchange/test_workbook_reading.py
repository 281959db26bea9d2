import zipfile
from datetime import date, datetime
from pathlib import Path
from random import Random

import pytest
import xlsxwriter

from caseload_planner.application.import_problems import ProblemCode
from caseload_planner.application.import_source import SourceFile
from caseload_planner.domain.errors import SourceUnreadableError
from caseload_planner.exchange.reading import read_source
from caseload_planner.exchange.workbook_cells import cell_text
from caseload_planner.exchange.workbook_reading import WorkbookLimits

HERE = WorkbookLimits(isolated=False)
TEAMS = [["team", "name", "region", "location"], ["A", "Alfa", "Noord", "Venlo"]]

Rows = list[list[object]]


def workbook(path: Path, **sheets: Rows) -> Path:
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                sheet.write(row, column, cell)
    book.close()
    return path


def why(path: Path, limits: WorkbookLimits = HERE) -> object:
    with pytest.raises(SourceUnreadableError) as refused:
        read_source(path, limits)
    return refused.value.figures["why"]


def rezipped(path: Path, name: str, data: bytes) -> Path:
    """Replace one part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {part.filename: archive.read(part) for part in archive.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in (parts | {name: data}).items():
            archive.writestr(part, content)
    return path


def test_that_numbers_and_dates_typed_in_a_spreadsheet_are_read(tmp_path: Path) -> None:
    rows: Rows = [
        ["worker", "from", "until", "fte"],
        ["W1", date(2026, 1, 1), datetime.fromisoformat("2026-05-31"), 0.89],
        ["W2", date(2026, 1, 1), "", 1],
    ]

    source = read_source(workbook(tmp_path / "a.xlsx", contracts=rows), HERE)

    assert source.problems == ()
    assert [str(line.value.contract.fte) for line in source.contracts] == ["0.89", "1"]
    assert source.contracts[0].value.contract.until_on == date(2026, 5, 31)


def test_that_a_time_a_truth_and_a_fault_in_a_cell_are_refused(tmp_path: Path) -> None:
    rows: Rows = [
        ["worker", "from", "until", "fte"],
        ["W1", datetime.fromisoformat("2026-01-01T12:30"), "", 1],
        ["W1", "2026-01-01", "", True],
        ["W1", "2026-01-01", "", 1e-7],
        ["W1", "2026-01-01", "", 1e300],
    ]

    source = read_source(workbook(tmp_path / "a.xlsx", contracts=rows), HERE)

    places = [(problem.row, problem.column, problem.code) for problem in source.problems]
    assert places == [
        (2, "from", ProblemCode.NOT_A_DATE),
        (3, "fte", ProblemCode.NOT_A_NUMBER),
        (4, "fte", ProblemCode.NOT_A_NUMBER),
        (5, "fte", ProblemCode.NOT_A_NUMBER),
    ]
    assert {problem.file for problem in source.problems} == {"contracts"}


def test_that_rows_are_numbered_as_the_spreadsheet_shows_them(tmp_path: Path) -> None:
    rows = [*TEAMS, ["", "", "", ""], ["B", "", "Zuid", "Heerlen"]]

    source = read_source(workbook(tmp_path / "a.xlsx", teams=rows), HERE)

    assert [(problem.row, problem.column) for problem in source.problems] == [(4, "name")]


def test_that_a_cell_beside_the_table_is_refused(tmp_path: Path) -> None:
    source = read_source(workbook(tmp_path / "a.xlsx", teams=[*TEAMS, [*TEAMS[1], "x"]]), HERE)

    assert [(problem.row, problem.code) for problem in source.problems] == [(3, ProblemCode.WRONG_CELL_COUNT)]


def test_that_a_line_break_in_a_cell_is_refused_in_its_cell_and_its_key_counts_as_there(tmp_path: Path) -> None:
    broken: list[object] = ["B", "Be\nta" + "x" * 1000, "Noord", "Venlo"]

    source = read_source(workbook(tmp_path / "a.xlsx", teams=[*TEAMS, broken]), HERE)

    (problem,) = source.problems
    assert (problem.row, problem.column, problem.code) == (3, "name", ProblemCode.CONTROL_CHARACTER)
    assert problem.value.startswith(r"Be\ntaxx")
    assert (len(problem.value), problem.value[-1]) == (60, "…")
    assert source.refused(SourceFile.TEAMS) == {"B"}


def test_that_other_sheets_are_named_as_ignored(tmp_path: Path) -> None:
    source = read_source(workbook(tmp_path / "a.xlsx", teams=TEAMS, Blad2=[["x"]]), HERE)

    assert source.given == {SourceFile.TEAMS}
    assert source.ignored == ("Blad2",)


def test_that_the_process_of_its_own_reads_the_same(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", teams=TEAMS)

    assert read_source(path) == read_source(path, HERE)


def test_that_a_workbook_without_known_sheets_is_refused(tmp_path: Path) -> None:
    assert why(workbook(tmp_path / "a.xlsx", Blad1=[["x"]])) == "no_known_files"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"worker,from\n", bytes(5000)])
def test_that_what_is_no_workbook_is_refused_in_words(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(data)

    assert why(tmp_path / "a.xlsx") == "not_a_workbook"


def test_that_a_zip_of_something_else_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("../../evil.txt", "x")

    assert why(tmp_path / "a.xlsx") == "not_a_workbook"
    assert not (tmp_path.parent.parent / "evil.txt").exists()


def test_that_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = rezipped(workbook(tmp_path / "a.xlsx", teams=TEAMS), "xl/worksheets/sheet1.xml", bytes(30 * 1024**2))

    assert why(path) == "unpacks_too_large"


def test_that_a_bomb_that_lies_about_its_size_meets_the_limits_of_its_process(tmp_path: Path) -> None:
    cell = '<c r="XFD1048576"><v>1</v></c>'
    rows = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">{cell}</row>'
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<?xml version="1.0"?><worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'
    path = rezipped(workbook(tmp_path / "a.xlsx", teams=TEAMS), "xl/worksheets/sheet1.xml", sheet.encode())

    limits = WorkbookLimits(memory_bytes=512 * 1024**2, seconds=30)

    assert why(path, limits) in ("memory", "too_many_rows", "deadline")


def test_that_a_deadline_ends_the_reading(tmp_path: Path) -> None:
    assert why(workbook(tmp_path / "a.xlsx", teams=TEAMS), WorkbookLimits(seconds=0.0)) == "deadline"


def test_that_entities_in_the_xml_are_not_expanded(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "boem"><!ENTITY f SYSTEM "file:///etc/hostname">{entities}]>'
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strings = f'<?xml version="1.0"?>{bomb}<sst xmlns="{space}">' + "<si><t>&e8;&f;</t></si>" * 8 + "</sst>"
    path = rezipped(workbook(tmp_path / "a.xlsx", teams=TEAMS), "xl/sharedStrings.xml", strings.encode())

    try:
        source = read_source(path, HERE)
    except SourceUnreadableError:
        return
    assert source.problems
    assert all("boem" not in problem.value for problem in source.problems)


@pytest.mark.parametrize("seed", range(60))
def test_that_a_damaged_workbook_is_refused_in_words(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    data = bytearray(workbook(tmp_path / "a.xlsx", teams=TEAMS).read_bytes())
    for _ in range(random.randrange(1, 6)):
        data[random.randrange(len(data))] = random.randrange(256)
    (tmp_path / "a.xlsx").write_bytes(data[: random.choice([len(data), random.randrange(len(data))])])

    try:
        source = read_source(tmp_path / "a.xlsx", HERE)
    except SourceUnreadableError:
        return
    assert source.problems or source.teams


def test_that_whole_numbers_lose_their_point_and_others_keep_their_digits() -> None:
    assert [cell_text(value) for value in (24.0, 0.1, 1e22, -3.0, True, "x")] == [
        "24",
        "0.1",
        "1e+22",
        "-3",
        "TRUE",
        "x",
    ]


def test_that_a_workbook_over_the_cap_is_not_opened(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", teams=TEAMS)

    assert why(path, WorkbookLimits(file_bytes=100)) == "too_large"
    assert why(path, WorkbookLimits(rows=0, isolated=False)) == "too_many_rows"
