"""A norm holds from its date until the next; before the first the first holds."""

from dataclasses import replace
from datetime import date

import pytest

from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.measures import MeasureType
from caseload_planner.domain.norm import NormSet, Phase
from tests.builders import NORM, a_measure, a_worker, an_organisation, holds

HEAVIER = replace(
    NORM, valid_from=date(2027, 1, 1), weights={**NORM.weights, MeasureType.SUPERVISION_ORDER: (Phase(0, 200),)}
)
BOTH = NormSet((NORM, HEAVIER))


@pytest.mark.parametrize(
    ("on", "norm"),
    [
        (date(2019, 5, 1), NORM),
        (date(2026, 1, 1), NORM),
        (date(2026, 12, 31), NORM),
        (date(2027, 1, 1), HEAVIER),
        (date(2031, 1, 1), HEAVIER),
    ],
)
def test_that_the_norm_of_the_date_holds_and_the_first_before_it(on: date, norm: object) -> None:
    assert BOTH.on(on) is norm


@pytest.mark.parametrize("norms", [(), (HEAVIER, NORM), (NORM, NORM)], ids=["none", "out of order", "one date twice"])
def test_that_a_norm_set_without_one_norm_a_date_is_refused(norms: tuple[object, ...]) -> None:
    with pytest.raises(ValueError, match="norm"):
        NormSet(norms)  # type: ignore[arg-type]  # norms are what the parameters hold


def test_that_a_caseload_uses_the_norm_of_the_date_it_is_asked_for() -> None:
    organisation = an_organisation(
        [a_worker("W1")],
        [a_measure("M1", reported_on=date(2023, 1, 2), started_on=date(2023, 1, 2))],
        [holds("M1", "W1", since=date(2023, 1, 2))],
        norms=BOTH,
    )
    by_date = {on: caseload_on(organisation, on) for on in (date(2025, 1, 2), date(2026, 12, 31), date(2027, 1, 1))}
    assert [caseload.load("W1") for caseload in by_date.values()] == [100, 100, 200]
    assert [caseload.norm for caseload in by_date.values()] == [NORM, NORM, HEAVIER]
