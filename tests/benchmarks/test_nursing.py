"""The nursing converter against every possible answer, on wards small enough for that."""

import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.benchmarks.nursing import Ward, read_ward, solve_ward, solve_zone

SMALL = "2 4\n1 3 105\n4 50 40 30 20\n3 60 30 30\n"


def every_split(acuities: tuple[int, ...], nurses: int, ward: Ward) -> Iterator[int]:
    for places in itertools.product(range(nurses), repeat=len(acuities)):
        counts = [places.count(nurse) for nurse in range(nurses)]
        work = [sum(a for a, place in zip(acuities, places, strict=True) if place == nurse) for nurse in range(nurses)]
        if all(ward.fewest <= count <= ward.most for count in counts) and max(work) <= ward.most_work:
            yield sum(total**2 for total in work)


def test_that_a_file_is_read_as_it_is_described() -> None:
    assert read_ward(SMALL) == Ward(4, 1, 3, 105, ((50, 40, 30, 20), (60, 30, 30)))


@pytest.mark.parametrize("text", ["2 4", SMALL[:-4], "1 2\n1 3 105\n3 10 10\n"])
def test_that_a_file_that_ends_early_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="zone"):
        read_ward(text)


def test_that_nurses_go_to_the_zones_where_they_are_worth_most() -> None:
    answer = solve_ward(read_ward(SMALL))

    assert (answer.value, answer.bound, answer.staffing) == (70**2 + 70**2 + 60**2 + 60**2, answer.value, (2, 2))


@settings(max_examples=25)
@given(st.lists(st.integers(5, 60), min_size=2, max_size=6).map(tuple), st.integers(1, 3))
def test_that_a_zone_agrees_with_every_possible_split(acuities: tuple[int, ...], nurses: int) -> None:
    ward = Ward(nurses, 1, 3, 105, (acuities,))

    answer = solve_zone(ward, acuities, nurses)

    best = min(every_split(acuities, nurses, ward), default=None)
    assert answer.value == best
    assert answer.proven
