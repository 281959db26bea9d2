"""Random small organisations with a history around a date: short months, siblings, duos, leavers, a new norm."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.measures import Measure, MeasureType
from caseload_planner.domain.norm import NormSet
from caseload_planner.domain.organisation import Organisation
from tests.builders import LONG_AGO, NORM, ON, a_measure, a_worker, an_organisation, holds

WORKERS = ("W1", "W2", "W3")
NEAR = st.dates(ON - timedelta(days=140), ON + timedelta(days=90))
STARTS = st.one_of(NEAR, st.sampled_from([date(2026, 5, 31), date(2025, 8, 31), date(2025, 11, 30), LONG_AGO]))
TYPES = [MeasureType.SUPERVISION_ORDER, MeasureType.GUARDIANSHIP, MeasureType.PROVISIONAL_SUPERVISION_ORDER]


@st.composite
def _measures(draw: st.DrawFn, number: int) -> Measure:
    started = draw(STARTS)
    closed = draw(st.one_of(st.none(), NEAR))
    return a_measure(
        f"M{number}",
        family=draw(st.sampled_from(["F1", "F2"])),
        youth=draw(st.sampled_from(["Y1", "Y2", "Y3"])),
        type=draw(st.sampled_from(TYPES)),
        reported_on=started - timedelta(days=draw(st.integers(0, 9))),
        started_on=started,
        expected_end=draw(st.one_of(st.none(), NEAR)),
        closed_on=None if closed is None else max(closed, started),
        factors=draw(st.frozensets(st.sampled_from(["out_of_home", "age_17"]))),
    )


@st.composite
def _parts(draw: st.DrawFn, measure: str) -> list[Assignment]:
    parts = []
    for position in draw(st.lists(st.sampled_from(["first", "first", "second", "incoming"]), max_size=4)):
        since = draw(NEAR)
        until = draw(st.one_of(st.none(), NEAR))
        worker = draw(st.sampled_from(WORKERS))
        parts.append(holds(measure, worker, position, since, None if until is None else max(since, until)))
    return parts


@st.composite
def histories(draw: st.DrawFn) -> Organisation:
    """Draw an organisation."""
    measures = [draw(_measures(number)) for number in range(draw(st.integers(1, 5)))]
    workers = [a_worker(key, ends_on=draw(st.one_of(st.none(), NEAR))) for key in WORKERS]
    parts = [part for measure in measures for part in draw(_parts(measure.key))]
    newer = replace(
        NORM,
        valid_from=draw(NEAR.filter(lambda day: day > NORM.valid_from)),
        sibling_factor=NORM.concurrency_factor,
        weights={**NORM.weights, MeasureType.SUPERVISION_ORDER: NORM.weights[MeasureType.GUARDIANSHIP]},
    )
    return an_organisation(workers, measures, parts, norms=NormSet((NORM, newer)))
