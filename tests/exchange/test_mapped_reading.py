"""The export of another system is read by a mapping as if it were interchange files, or says in its words why not."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.application.import_files import changes_of, import_files
from caseload_planner.application.import_problems import ProblemCode
from caseload_planner.application.import_report import ImportOutcome
from caseload_planner.application.import_source import ImportSource, SourceFile
from caseload_planner.bootstrap import default_norms
from caseload_planner.demo.organisation import DEFAULT_SEED, demo_organisation
from caseload_planner.demo.places import DemoSize
from caseload_planner.domain.errors import SourceUnreadableError
from caseload_planner.domain.organisation import Organisation
from caseload_planner.exchange.mapped_cells import translator
from caseload_planner.exchange.mapped_reading import read_mapped
from caseload_planner.exchange.mapping import ColumnMapping, ExportMapping, PartMapping, mapping_from, read_mapping
from caseload_planner.locations import resources_folder
from tests.application.memory_store import FixedClock, MemoryStore
from tests.exchange.foreign_exports import case_mapping, cases_of, mapping_of, put_csv, put_workbook
from tests.exchange.interchange_files import TODAY

ROWS = {"part": "assignments", "source": "rollen.csv"}
COLUMNS = {"measure": "Zaak", "worker": "Wie", "position": "Rol", "from": "Van", "until": "Tot"}


@pytest.fixture(scope="module")
def demo() -> Organisation:
    made = demo_organisation(DemoSize.SMALL, DEFAULT_SEED, TODAY, default_norms())
    kept = {key: replace(one, started_on=None, expected_end=None) for key, one in made.measures.items()}
    return replace(made, measures=kept)


def roles(tmp_path: Path, *rows: list[str], **more: object) -> ImportSource:
    """Read rows of assignments, by a mapping with something more."""
    path = put_csv(tmp_path / "rollen.csv", [["Zaak", "Wie", "Rol", "Van", "Tot", "Status"], *rows])
    return read_mapped(path, mapping_of({**ROWS, "columns": COLUMNS, **more}))


def codes(source: ImportSource) -> list[tuple[int, str, str, ProblemCode]]:
    return [(problem.row, problem.column, problem.value, problem.code) for problem in source.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_that_an_export_says_what_the_interchange_says(
    demo: Organisation, tmp_path: Path, encoding: str, separator: str
) -> None:
    measures, assignments = cases_of(demo)
    put_csv(tmp_path / "zaken.csv", measures, encoding, separator)
    put_csv(tmp_path / "toewijzingen.csv", assignments, encoding, separator)
    source = read_mapped(tmp_path, case_mapping(demo))
    assert source.problems == ()
    stripped = {key: replace(one, sns=None, method=None, plan_on=None) for key, one in demo.measures.items()}
    read = {line.value.key: replace(line.value, sns=None, method=None, plan_on=None) for line in source.measures}
    assert {key: replace(one, first_contact_on=None) for key, one in read.items()} == {
        key: replace(one, first_contact_on=None) for key, one in stripped.items()
    }
    assert sorted(map(repr, (line.value for line in source.assignments))) == sorted(map(repr, demo.assignments))


def test_that_what_a_mapping_does_not_speak_of_stays(demo: Organisation, tmp_path: Path) -> None:
    store = MemoryStore(default_norms())
    with store.write() as unit:
        unit.apply(changes_of(demo))
        unit.commit()
    measures, assignments = cases_of(demo)
    put_csv(tmp_path / "zaken.csv", measures)
    put_csv(tmp_path / "toewijzingen.csv", assignments)
    source = read_mapped(tmp_path, case_mapping(demo))
    report = import_files(store, source, clock=FixedClock(TODAY), default_norms=default_norms())
    assert (report.problems, report.outcome) == ((), ImportOutcome.UNCHANGED)


def part_with(**more: object) -> PartMapping:
    return mapping_of({**ROWS, "columns": COLUMNS, **more}).parts[0]


def translated(name: str, text: str, column: Mapping[str, object] | None = None, **part: object) -> str:
    return translator(name, ColumnMapping.model_validate({"column": "X", **(column or {})}), part_with(**part))(text)


@pytest.mark.parametrize(
    ("written", "text", "expected"),
    [
        ("dd-mm-yyyy", "31-01-2026", "2026-01-31"),
        ("dd-mm-yyyy", "1-2-2026", "2026-02-01"),
        ("dd-mm-yyyy", " 31-01-2026 00:00 ", "2026-01-31"),
        ("dd-mm-yyyy", "31-01-2026 14:22:10", "2026-01-31"),
        ("dd-mm-yyyy", "2026-01-31T09:05:00.0", "2026-01-31"),
        ("ddmmyy", "010120", "2020-01-01"),
        ("yymmdd", "100131", "2010-01-31"),
        ("dd-mm-yyyy", "9" * 5000, "9" * 5000),
        ("dd-mm-yy", "31-01-26", "2026-01-31"),
        ("dd-mm-yy", "31-01-70", "1970-01-31"),
        ("dd-mm-yy", "31-01-69", "2069-01-31"),
        ("dd-mm-yyyy", "31-01-26", "31-01-26"),
        ("dd-mm-yyyy", "2026-01-31", "2026-01-31"),
        ("dd-mm-yyyy", "46053", "2026-01-31"),
        ("dd-mm-yyyy", "", ""),
        ("dd-mm-yyyy", "31-12-9999", ""),
        ("dd-mm-yyyy", "29-02-2026", "29-02-2026"),
        ("dd-mm-yyyy", "31/01/2026", "31/01/2026"),
        ("mm/dd/yyyy", "01/31/2026", "2026-01-31"),
        ("yyyymmdd", "20260131", "2026-01-31"),
        ("d.m.yyyy", "31.1.2026", "2026-01-31"),
    ],
)
def test_dates(written: str, text: str, expected: str) -> None:
    assert translated("until", text, date=written) == expected


@given(st.dates(date(1930, 1, 1), date(2190, 1, 1)))
def test_that_every_day_is_read_from_its_number_in_excel(day: date) -> None:
    assert translated("from", str((day - date(1899, 12, 30)).days)) == day.isoformat()


@given(st.decimals(0, 9_999_999, places=2))
def test_that_a_dutch_number_is_read_as_what_it_is(number: Decimal) -> None:
    dutch = f"{number:,.2f}".translate(str.maketrans(",.", ".,"))
    assert Decimal(translated("personal_ceiling", dutch)) == number
    assert Decimal(translated("personal_ceiling", dutch.replace(".", ""))) == number


@pytest.mark.parametrize(
    ("name", "column", "text", "expected"),
    [
        ("fte", {"divide_by": 36}, "32", "0.89"),
        ("fte", {"divide_by": 36}, "32.0", "0.89"),
        ("fte", {}, "1.234,5", "1234.5"),
        ("fte", {}, "1.23.4", "1.23.4"),
        ("fte", {}, "een", "een"),
        ("fte", {}, "-0,5", "-0.5"),
        ("share", {}, "50%", "0.5"),
        ("task_share", {"divide_by": 100}, "15,0 %", "0.15"),
        ("fte", {}, "9" * 60, "9" * 60),
        ("share", {}, "12,5 %", "0.125"),
        ("task_share", {"divide_by": 100}, "15,0", "0.15"),
        ("measure", {"prefix": "M", "digits": 6}, "0042", "M000042"),
        ("measure", {"prefix": "M", "digits": 6}, "1234567", "M1234567"),
        ("measure", {"prefix": "M", "digits": 6}, "", ""),
        ("measure", {"prefix": "M", "digits": 6}, "M000042", "M000042"),
        ("family", {}, "F\u00a01 \n 2", "F 1 2"),
        ("position", {"values": {"Eerste  contact": "first"}}, " eerste contact", "first"),
        ("position", {"values": {"eerste": "first"}}, "derde", "derde"),
        ("skills", {"separator": "/", "values": {"SNS-training": "sns"}}, "sns-training/ jr /jr/", "sns;jr"),
        ("worker", {}, "n.v.t.", ""),
    ],
)
def test_cells(name: str, column: Mapping[str, object], text: str, expected: str) -> None:
    assert translated(name, text, column, empty=["n.v.t."]) == expected


def test_that_rows_are_those_that_are_wanted(tmp_path: Path) -> None:
    rows = [["1", "A", "first", "01-01-2026", "", status] for status in ("actief", "Concept", "Actief", "")]
    rows = [[str(number), *row[1:]] for number, row in enumerate(rows)]
    assert [line.value.measure for line in roles(tmp_path, *rows, only={"Status": ["actief"]}).assignments] == [
        "0",
        "2",
    ]
    left = roles(tmp_path, *rows, skip={"Status": ["concept", ""]})
    assert [line.value.measure for line in left.assignments] == ["0", "2"]


def test_that_what_is_wrong_is_told_by_the_export_itself(tmp_path: Path) -> None:
    source = roles(
        tmp_path,
        ["1", "A", "first", "31-02-2026", "", ""],
        ["2", "B", "voorste", "01-02-2026", "", ""],
        ["3", "C"],
        [],
        ["4", "D\x07", "first", "01-02-2026", "", ""],
    )
    assert codes(source) == [
        (2, "Van", "31-02-2026", ProblemCode.NOT_A_DATE),
        (3, "Rol", "voorste", ProblemCode.UNKNOWN_CODE),
        (4, "Rol", "", ProblemCode.MISSING_VALUE),
        (4, "Van", "", ProblemCode.MISSING_VALUE),
        (6, "Wie", "D\\x07", ProblemCode.CONTROL_CHARACTER),
    ]
    assert source.rejected_keys[SourceFile.ASSIGNMENTS] == {"1", "2", "3", "4"}


def test_that_a_reference_to_nobody_is_told_by_the_export_as_well(demo: Organisation, tmp_path: Path) -> None:
    source = roles(tmp_path, [next(iter(demo.measures)), "NOBODY", "first", "01-02-2026", "", ""])
    store = MemoryStore(default_norms())
    with store.write() as unit:
        unit.apply(changes_of(demo))
        unit.commit()
    report = import_files(store, source, clock=FixedClock(TODAY), default_norms=default_norms())
    problems = [(one.file, one.row, one.column, one.code) for one in report.problems]
    assert ("rollen.csv", 2, "Wie", ProblemCode.UNKNOWN_REFERENCE) in problems


def test_that_columns_that_are_missing_are_named_with_those_there_are(tmp_path: Path) -> None:
    path = put_csv(tmp_path / "rollen.csv", [["Lijst"], ["Zaak", "Rol", "Vanaf", "Tot"], ["1", "first", "x", ""]])
    source = read_mapped(path, mapping_of({**ROWS, "columns": COLUMNS}))
    assert codes(source) == [
        (2, "Van", "", ProblemCode.MAPPED_BUT_MISSING),
        (2, "Wie", "", ProblemCode.MAPPED_BUT_MISSING),
    ]
    assert source.problems[0].figures["found"] == "Zaak, Rol, Vanaf, Tot"


def test_that_a_column_that_is_there_twice_is_not_guessed(tmp_path: Path) -> None:
    path = put_csv(tmp_path / "rollen.csv", [["Zaak", "Wie", "Rol", "Van", "Tot", "van "], ["1"]])
    assert codes(read_mapped(path, mapping_of({**ROWS, "columns": COLUMNS}))) == [
        (1, "Van", "Van", ProblemCode.DUPLICATE_COLUMN)
    ]


def test_that_a_row_with_more_cells_than_columns_is_not_cut(tmp_path: Path) -> None:
    rows = [["1", "A", "first", "01-01-2026", "", "", "", ""], ["2", "B", "first", "01-01-2026", "", "", "; 31-12"]]
    assert codes(roles(tmp_path, *rows)) == [(3, "#7", "; 31-12", ProblemCode.WRONG_CELL_COUNT)]


def test_that_a_number_of_a_workbook_is_read_with_its_point_and_one_of_a_text_with_its_thousands() -> None:
    part, column = part_with(), ColumnMapping(column="X")
    assert translator("fte", column, part, pointed=True)("1.111") == "1.11"
    assert translator("fte", column, part)("1.111") == "1111"


def test_that_many_commas_in_a_text_are_not_taken_for_separators(tmp_path: Path) -> None:
    header = ["Zaak", "Wie", "Rol", "Van", "Tot", "Memo"]
    rows = [header, ["1", "A", "first", "01-01-2026", "", ", ".join("abcdefghijklmnop")]]
    path = put_csv(tmp_path / "rollen.csv", rows)
    source = read_mapped(path, mapping_of({**ROWS, "columns": COLUMNS}))
    assert ([line.value.worker for line in source.assignments], source.problems) == (["A"], ())


def test_that_a_quotation_mark_left_open_is_told_by_its_row(tmp_path: Path) -> None:
    path = tmp_path / "rollen.csv"
    path.write_text('Zaak;Wie;Rol;Van;Tot\n1;A;first;01-01-2026;\n2;"B;first;01-01-2026;\n', encoding="utf-8")
    assert codes(read_mapped(path, mapping_of({**ROWS, "columns": COLUMNS}))) == [
        (3, "rollen.csv", "", ProblemCode.BROKEN_QUOTES)
    ]


def staff_mapping(**more: object) -> ExportMapping:
    workers = {
        "worker": {"column": "Nr", "prefix": "W", "digits": 3},
        "name": "Naam",
        "team": {"column": "Code", "elsewhere": {"source": "Teams", "key": "Team", "match": "Afdeling"}},
        "role": {"value": "youth_protection"},
        "employment": {"column": "Contract", "values": {"vast": "permanent"}},
        "started_on": "In dienst",
        "skills": {
            "column": "Training",
            "values": {"SNS": "sns", "JR": "jr"},
            "elsewhere": {"source": "Cursus", "key": "Nr", "only": {"Gehaald": ["ja"]}},
        },
        **more,
    }
    contracts = {"worker": workers["worker"], "from": "Sinds", "until": {"value": ""}}
    contracts["fte"] = {"column": "Uren", "divide_by": 36}
    return mapping_of(
        {"part": "workers", "source": "Mensen", "columns": workers},
        {"part": "contracts", "source": "Uren", "columns": contracts},
    )


SHEETS: Mapping[str, list[list[object]]] = {
    "Mensen": [
        ["Vertrouwelijk"],
        ["Nr", "Naam", "Afdeling", "Contract", "In dienst"],
        [7, "Ann", "Noord", "Vast", date(2020, 3, 1)],
        ["008", "Bea", "zuid", "vast", "01-04-2021"],
    ],
    "Teams": [["Team", "Code"], ["Noord", "N1"], ["Zuid", "Z1"]],
    "Cursus": [["Nr", "Training", "Gehaald"], ["007", "SNS", "ja"], [7, "JR", "ja"], ["008", "JR", "nee"]],
    "Uren": [["Nr", "Sinds", "Uren"], [7, date(2020, 3, 1), 32], ["008", date(2021, 4, 1), "28,5"]],
    "Grafiek": [["x"]],
}


def test_that_sheets_are_joined_by_their_keys(tmp_path: Path) -> None:
    source = read_mapped(put_workbook(tmp_path / "hr.xlsx", SHEETS), staff_mapping())
    assert source.problems == ()
    workers = {line.value.key: line.value for line in source.workers}
    assert {key: (one.team, one.skills, one.started_on) for key, one in workers.items()} == {
        "W007": ("N1", {"sns", "jr"}, date(2020, 3, 1)),
        "W008": ("Z1", frozenset(), date(2021, 4, 1)),
    }
    assert [line.value.contract.fte for line in source.contracts] == [Decimal("0.89"), Decimal("0.79")]
    assert source.ignored == ("Grafiek",)


def test_that_sheets_go_by_their_names_whatever_their_capitals(tmp_path: Path) -> None:
    sheets = {name.upper() + " ": rows for name, rows in SHEETS.items()}
    source = read_mapped(put_workbook(tmp_path / "hr.xlsx", sheets), staff_mapping())
    assert (source.problems, len(source.workers), len(source.contracts)) == ((), 2, 2)


def test_that_what_is_wrong_in_a_sheet_that_is_joined_is_told_there(tmp_path: Path) -> None:
    sheets = {
        **SHEETS,
        "Cursus": [["Nr", "Training", "Gehaald"], ["007", "SNS", "ja"], ["", "JR", "ja"]],
        "Teams": [["Team", "Code"], ["Noord", "N1"]],
    }
    source = read_mapped(put_workbook(tmp_path / "hr.xlsx", sheets), staff_mapping())
    assert codes(source) == [(3, "Cursus: Nr", "", ProblemCode.MISSING_VALUE)]
    # A team that is not in the other sheet stays as it is, and is then no team that is known.
    assert [line.value.team for line in source.workers] == ["N1", "zuid"]


def test_that_a_key_of_nothing_but_zeros_is_one(tmp_path: Path) -> None:
    sheets = {**SHEETS, "Cursus": [["Nr", "Training", "Gehaald"], ["000", "SNS", "ja"]]}
    source = read_mapped(put_workbook(tmp_path / "hr.xlsx", sheets), staff_mapping())
    assert [line.value.skills for line in source.workers] == [frozenset(), frozenset()]


def test_that_a_sheet_that_is_joined_and_missing_is_named(tmp_path: Path) -> None:
    without = {name: rows for name, rows in SHEETS.items() if name != "Teams"}
    source = read_mapped(put_workbook(tmp_path / "hr.xlsx", without), staff_mapping())
    assert (1, "Teams", "", ProblemCode.MAPPED_BUT_MISSING) in codes(source)


def test_that_a_part_that_is_not_there_changes_nothing_and_nothing_at_all_is_refused(tmp_path: Path) -> None:
    without = {name: rows for name, rows in SHEETS.items() if name != "Uren"}
    source = read_mapped(put_workbook(tmp_path / "hr.xlsx", without), staff_mapping())
    assert source.given == {SourceFile.WORKERS}
    for path in (put_workbook(tmp_path / "none.xlsx", {"Blad1": [["x"]]}), tmp_path, tmp_path / "lost"):
        with pytest.raises(SourceUnreadableError):
            read_mapped(path, staff_mapping())
    picture = tmp_path / "scan.png"
    picture.write_bytes(b"\x89PNG")
    with pytest.raises(SourceUnreadableError) as refusal:
        read_mapped(picture, staff_mapping())
    assert refusal.value.figures["why"] == "unknown_kind"


@given(st.binary(max_size=400))
def test_that_no_bytes_end_it(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "rollen.csv"
    path.write_bytes(content)
    source = read_mapped(path, mapping_of({**ROWS, "columns": COLUMNS}))
    assert source.problems or not source.assignments


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name = ", "it is not TOML"),
        ("name = 'x'", "parts: Field required"),
        ("name = 'x'\nparts = []", "parts: List should have at least 1 item"),
        ("name = 'x'\n[[parts]]\npart = 'clients'\nsource = 'a'\ncolumns = {}", "parts.1.part: Input should be"),
        ("name = 'x'\n[[parts]]\npart = 'norm'\nsource = 'a'\ncolumns = {}", "the norm is not read by a mapping"),
        ("name = 'x'\n[[parts]]\npart = 'conflicts'\nsource = 'a'\ncolumns = {worker = 'a'}", "needs family as well"),
        (
            "name = 'x'\n[[parts]]\npart = 'conflicts'\nsource = 'a'\ncolumns = {worker = 'a', family = 'b', no = 'c'}",
            "has no column no",
        ),
        (
            "name = 'x'\n[[parts]]\npart = 'conflicts'\nsource = 'a'\ncolumns = {worker = {digits = 4}, family = 'b'}",
            "name a column of the export, or give a value",
        ),
        ("name = 'x'\nnaam = 'y'\nparts = []", "naam: Extra inputs are not permitted"),
        (
            "name = 'x'\n[[parts]]\npart = 'conflicts'\nsource = 'a'\ndecimal = '.'\ncolumns = {worker = 'a'}",
            "cannot have the same sign",
        ),
        (
            "name = 'x'\n[[parts]]\npart = 'conflicts'\nsource = 'a'\ndate = 'dd-mm-jjjj'\ncolumns = {worker = 'a'}",
            "dd-mm-jjjj is no way to write a date",
        ),
        (
            "name = ''\n[[parts]]\npart = 'conflicts'\nsource = 'a'\ndate = 'd-m-yyyy hh:mm'\ncolumns = {worker = 'a'}",
            "is no way to write a date",
        ),
        (
            "name = 'x'\n[[parts]]\npart = 'contracts'\nsource = 'a'\ncolumns = {worker = 'a', from = 'b', fte = 'c'}",
            "contracts needs until as well",
        ),
    ],
)
def test_that_a_wrong_mapping_is_told_where_it_is_wrong(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "map.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceUnreadableError) as refusal:
        read_mapping(path)
    assert refusal.value.message.startswith("the mapping map.toml cannot be used: ")
    assert told in refusal.value.message
    assert refusal.value.figures["why"] == "mapping"


def test_that_a_part_twice_a_lost_file_and_other_bytes_are_refused_too(tmp_path: Path) -> None:
    part = {**ROWS, "columns": COLUMNS}
    with pytest.raises(SourceUnreadableError, match="assignments stands there twice"):
        mapping_of(part, part)
    with pytest.raises(SourceUnreadableError):
        read_mapping(tmp_path / "lost.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(SourceUnreadableError, match="UTF-8"):
        read_mapping(tmp_path / "bytes.toml")


SHIPPED = sorted((resources_folder() / "mappings").glob("*.toml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_that_a_mapping_that_comes_along_is_right_and_gives_codes_that_are_known(path: Path) -> None:
    mapping = mapping_from(tomllib.loads(path.read_text(encoding="utf-8")), path)
    from caseload_planner.exchange import row_models as models

    model_of = {SourceFile.WORKERS: models.WorkerRow, SourceFile.MEASURES: models.MeasureRow}
    model_of |= {SourceFile.ASSIGNMENTS: models.AssignmentRow}
    for part in mapping.parts:
        model = model_of.get(part.part)
        for name, column in part.columns.items():
            for code in column.values.values():
                if model is not None:
                    model.__pydantic_validator__.validate_assignment(model.model_construct(), name, code)


def test_that_there_are_mappings_that_come_along() -> None:
    assert [path.stem for path in SHIPPED] == ["hr", "wijz"]
