import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.files.formula_guard import guard, unguard

LIVE = tuple("=+-@\t\r")
PAYLOADS = [
    "=1+1",
    "+31 6 12345678",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    '=HYPERLINK("http://example.org")',
    "=cmd|' /C calc'!A0",
    "'=1+1",
    "''@x",
]
quoted_starts = st.builds(
    lambda quotes, first, rest: "'" * quotes + first + rest,
    st.integers(0, 3),
    st.sampled_from(LIVE),
    st.text(max_size=5),
)


@given(st.one_of(st.text(), quoted_starts))
def test_that_any_text_comes_back_as_it_was(text: str) -> None:
    assert unguard(guard(text)) == text


@given(st.one_of(st.text(), quoted_starts))
def test_that_no_guarded_text_starts_a_formula(text: str) -> None:
    assert not guard(text).startswith(LIVE)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_that_a_formula_stays_harmless_through_a_csv_file(payload: str) -> None:
    stream = io.StringIO()
    csv.writer(stream).writerow([guard(payload)])

    (cell,) = next(csv.reader(io.StringIO(stream.getvalue(), newline="")))

    assert not cell.startswith(LIVE)
    assert unguard(cell) == payload


@pytest.mark.parametrize("name", ["'t Hooft", "'s-Gravenhage", "''", "'", ""])
def test_that_a_name_with_a_quote_of_its_own_is_left_alone(name: str) -> None:
    assert guard(name) == name
    assert unguard(name) == name
