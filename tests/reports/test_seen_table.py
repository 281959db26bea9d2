"""A table as it is seen: as text, as HTML, as CSV and as a workbook."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from caseload_planner.domain.errors import TargetUnwritableError
from caseload_planner.reports.seen_table import SeenTable, ValueKind, as_html, as_tab_text
from caseload_planner.reports.seen_table_files import csv_of, workbook_of, write_seen_table

TABLE = SeenTable(
    title="Caseload op ma 23 nov 2026",
    headings=("Naam", "Zaken", "Punten", "Van norm"),
    kinds=(ValueKind.TEXT, ValueKind.COUNT, ValueKind.DECIMALS, ValueKind.SHARE),
    rows=(("Venlo 1", 13, 13.0, "13,00"), ("Ada <Den>", 3, -3.25, 0.55), ("=1+1", None, 1234.5, "–")),
    totals=frozenset({0}),
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12)


def sheet(table: SeenTable) -> list[list[object]]:
    """Read the workbook of a table back."""
    return CalamineWorkbook.from_filelike(io.BytesIO(workbook_of(table))).get_sheet_by_index(0).to_python()


def test_that_copied_text_has_a_line_a_row_and_dutch_figures():
    lines = as_tab_text(TABLE).splitlines()
    assert lines == [
        "Naam\tZaken\tPunten\tVan norm",
        "Venlo 1\t13\t13,00\t13,00",
        "Ada <Den>\t3\t-3,25\t55%",
        "=1+1\t\t1234,50\t–",
    ]


def test_that_english_figures_have_a_point():
    assert "-3.25" in as_tab_text(replace(TABLE, decimal_comma=False))


@given(st.lists(st.text(max_size=8), min_size=1, max_size=4))
def test_that_no_text_breaks_a_row_or_a_cell_of_what_is_copied(texts):
    table = SeenTable(
        title="", headings=("A",) * len(texts), kinds=(ValueKind.TEXT,) * len(texts), rows=(tuple(texts),)
    )
    lines = as_tab_text(table).split("\n")
    assert len(lines) == 3
    assert all(line.count("\t") == len(texts) - 1 for line in lines[:2])


def test_that_html_is_escaped_and_says_what_it_is():
    html = as_html(TABLE)
    assert "Ada &lt;Den&gt;" in html
    assert "<caption>Caseload op ma 23 nov 2026</caption>" in html
    assert '<th align="right">13,00</th>' in html


def test_that_csv_opens_in_a_dutch_spreadsheet_and_runs_no_formula():
    content = csv_of(TABLE)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert rows[2] == ["Ada <Den>", "3", "-3,25", "55%"]
    assert rows[3][0] == "'=1+1"


def test_that_a_workbook_holds_figures_as_figures_and_texts_as_texts():
    rows = sheet(TABLE)
    assert rows[0][0] == "Caseload op ma 23 nov 2026"
    assert rows[2] == ["Naam", "Zaken", "Punten", "Van norm"]
    assert rows[4] == ["Ada <Den>", 3.0, -3.25, 0.55]
    assert rows[5][0] == "=1+1"


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_that_any_text_survives_a_workbook(texts):
    rows = tuple((f"x{text}",) for text in texts)
    table = SeenTable(title="t", headings=("A",), kinds=(ValueKind.TEXT,), rows=rows)
    assert tuple(str(row[0]) for row in sheet(table)[3:]) == tuple(row[0] for row in rows)


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_that_a_file_appears_whole_or_not_at_all(tmp_path, name):
    write_seen_table(TABLE, tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    with pytest.raises(TargetUnwritableError):
        write_seen_table(TABLE, tmp_path / "nowhere" / name)
