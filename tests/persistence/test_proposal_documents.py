"""A request and its proposal come back equal from their document, figures and all."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseload_planner.distribution.proposal import (
    LevelValue,
    LoadChange,
    Proposal,
    ProposalRequest,
    Reason,
    Status,
    Unplaced,
)
from caseload_planner.domain.assignment import Position
from caseload_planner.persistence.proposal_documents import ProposalDocument, document_of, document_text
from caseload_planner.rules.round import Breach, Pin, Placement

TEXT = st.text(max_size=8)
OPTIONAL_TEXT = st.none() | TEXT
COUNT = st.integers(-(2**70), 2**70)
NUMBER = st.floats(allow_nan=False)
MOMENTS = st.datetimes(timezones=st.just(UTC))
HASHABLE = st.none() | st.booleans() | COUNT | NUMBER | TEXT | st.dates() | MOMENTS | st.decimals(allow_nan=False)
FIGURES = st.dictionaries(
    TEXT,
    st.recursive(
        HASHABLE | st.frozensets(HASHABLE, max_size=3),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.lists(inner, max_size=3).map(tuple)
            | st.dictionaries(HASHABLE, inner, max_size=3)
        ),
        max_leaves=6,
    ),
    max_size=3,
)


def _tuples(of: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=3).map(tuple)


REQUESTS = st.builds(
    ProposalRequest,
    on=st.dates(),
    teams=_tuples(TEXT),
    measures=_tuples(TEXT),
    profile=TEXT,
    pins=_tuples(st.builds(Pin, TEXT, TEXT, OPTIONAL_TEXT)),
    exclusions=_tuples(st.tuples(TEXT, TEXT)),
    seed=COUNT,
    time_limit_seconds=NUMBER,
    deterministic_limit=st.none() | NUMBER,
)
PROPOSALS = st.builds(
    Proposal,
    status=st.sampled_from(Status),
    placements=_tuples(st.builds(Placement, TEXT, TEXT, OPTIONAL_TEXT)),
    unplaced=_tuples(st.builds(Unplaced, TEXT, _tuples(TEXT), TEXT, FIGURES)),
    levels=_tuples(st.builds(LevelValue, TEXT, COUNT, st.none() | COUNT, st.sampled_from([1, 100, 10_000]))),
    loads=_tuples(st.builds(LoadChange, TEXT, COUNT, COUNT, COUNT, COUNT)),
    needs_override=_tuples(
        st.builds(
            Breach,
            rule=TEXT,
            code=TEXT,
            measure=OPTIONAL_TEXT,
            worker=OPTIONAL_TEXT,
            position=st.sampled_from([None, Position.FIRST, Position.SECOND]),
            figures=FIGURES,
        )
    ),
    reasons=st.dictionaries(TEXT, _tuples(st.builds(Reason, TEXT, OPTIONAL_TEXT, FIGURES)), max_size=3),
    seconds=NUMBER,
)


def _with_figures(figures: dict[str, object]) -> ProposalDocument:
    return ProposalDocument(
        asked=("M1",),
        request=ProposalRequest(on=date(2026, 11, 23)),
        proposal=Proposal(
            status=Status.FEASIBLE,
            placements=(),
            unplaced=(Unplaced("M1", ("H3",), "nobody", figures),),
            levels=(),
            loads=(),
        ),
    )


def _figures_back(figures: dict[str, object]) -> dict[str, object]:
    back = document_of(document_text(_with_figures(figures)))
    return dict(back.proposal.unplaced[0].figures)


@settings(max_examples=60)
@given(st.builds(ProposalDocument, asked=_tuples(TEXT), request=REQUESTS, proposal=PROPOSALS))
def test_that_any_document_comes_back_equal(document: ProposalDocument) -> None:
    assert document_of(document_text(document)) == document


@pytest.mark.parametrize(
    "figure",
    [
        Decimal("1.20"),
        date(2026, 11, 23),
        datetime(2026, 11, 23, 9, tzinfo=UTC),
        True,
        1,
        1.0,
        (1, 2),
        [1, 2],
        frozenset({"H3"}),
        {"$date": "not a date"},
        {date(2026, 11, 23): Decimal(1)},
        float("inf"),
    ],
)
def test_that_a_figure_keeps_its_kind(figure: object) -> None:
    back = _figures_back({"it": figure})["it"]
    assert back == figure
    assert type(back) is type(figure)


def test_that_a_decimal_keeps_its_zeros() -> None:
    assert str(_figures_back({"points": Decimal("1.20")})["points"]) == "1.20"


def test_that_a_text_enumeration_comes_back_as_its_text() -> None:
    class Colour(StrEnum):
        RED = "red"

    assert _figures_back({"colour": Colour.RED}) == {"colour": "red"}


def test_that_a_breach_comes_back_with_its_position_as_a_member() -> None:
    breach = Breach(rule="H3", code="not_registered", position=Position.SECOND)
    document = _with_figures({})
    proposal = Proposal(
        status=Status.OPTIMAL, placements=(), unplaced=(), levels=(), loads=(), needs_override=(breach,)
    )
    back = document_of(
        document_text(ProposalDocument(asked=document.asked, request=document.request, proposal=proposal))
    )
    assert back.proposal.needs_override[0].position is Position.SECOND


def test_that_a_figure_that_cannot_be_kept_is_refused_by_its_type() -> None:
    with pytest.raises(TypeError, match="object"):
        document_text(_with_figures({"it": object()}))


def test_that_an_unknown_format_is_refused() -> None:
    content = cast("dict[str, object]", json.loads(document_text(_with_figures({}))))
    with pytest.raises(ValueError, match="format 2"):
        document_of(json.dumps({**content, "format": 2}))
