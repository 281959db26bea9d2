from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from caseload_planner.application.import_problems import ProblemCode
from caseload_planner.domain.measures import Wanted
from caseload_planner.exchange import cell_grammar as grammar


def code_of(parse: object, text: str) -> ProblemCode:
    assert callable(parse)
    with pytest.raises(PydanticCustomError) as refused:
        parse(text)
    return ProblemCode(refused.value.type)


@given(st.integers(0, 120))
def test_that_fte_in_hundredths_is_read_exactly(hundredths: int) -> None:
    parse = grammar.decimal_parser("1.2", 2)

    assert parse(f"{hundredths // 100}.{hundredths % 100:02d}") == Decimal(hundredths) / 100


@given(st.integers(0, 10_000))
def test_that_points_become_whole_hundredths(hundredths: int) -> None:
    assert grammar.parse_points(f"{hundredths // 100}.{hundredths % 100:02d}") == hundredths


@given(st.text(max_size=12))
def test_that_a_number_is_accepted_only_in_plain_ascii_digits(text: str) -> None:
    try:
        number = grammar.decimal_parser("1000000000", 12)(text)
    except PydanticCustomError:
        return
    assert set(text) <= set("0123456789.")
    assert number == Decimal(text)
    assert number.is_finite()


@pytest.mark.parametrize(
    "text", ["NaN", "inf", "-Infinity", "1e2", "１", "1 000", "1.000,5", "0,5", "", "0x10", "1__0"]
)
def test_that_what_float_would_take_is_refused(text: str) -> None:
    expected = ProblemCode.NOT_A_NUMBER if text else ProblemCode.MISSING_VALUE
    assert code_of(grammar.decimal_parser("100", 2), text) is expected


def test_that_trailing_zeros_are_no_extra_decimals() -> None:
    assert grammar.decimal_parser("1.2", 2)("0.8900") == Decimal("0.89")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1000000000000000", ProblemCode.OUT_OF_RANGE),
        ("9" * 400, ProblemCode.OUT_OF_RANGE),
        ("0." + "1" * 5000, ProblemCode.TOO_MANY_DECIMALS),
        ("-" + "1" * 50, ProblemCode.NEGATIVE_NUMBER),
    ],
    ids=["large", "larger", "long", "low"],
)
def test_that_a_number_of_many_digits_is_told_what_is_wrong_with_it(text: str, code: ProblemCode) -> None:
    assert code_of(grammar.decimal_parser("100", 2), text) is code


def test_that_any_count_of_trailing_zeros_is_read() -> None:
    assert grammar.decimal_parser("100", 2)("11.25" + "0" * 5000) == Decimal("11.25")


@given(st.dates(grammar.EARLIEST, grammar.LATEST))
def test_that_every_iso_date_is_read(day: date) -> None:
    assert grammar.parse_date(day.isoformat()) == day


@given(st.text(max_size=12))
def test_that_nothing_but_an_iso_date_is_a_date(text: str) -> None:
    try:
        day = grammar.parse_date(text)
    except PydanticCustomError:
        return
    assert text == day.isoformat()


@given(st.frozensets(st.text("abc_=-'", min_size=1, max_size=6)))
def test_that_a_list_is_read_as_the_names_in_it(names: frozenset[str]) -> None:
    assert grammar.parse_list(";".join(sorted(names))) == names


def test_that_an_empty_code_is_its_default_only_where_there_is_one() -> None:
    assert grammar.code_parser(Wanted, Wanted.NONE)("") is Wanted.NONE
    assert code_of(grammar.code_parser(Wanted), "") is ProblemCode.MISSING_VALUE
