"""Who carries what on a date, and how much room that leaves."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.domain.assignment import Assignment, Holders, Position
from caseload_planner.domain.caseload import Caseload, caseload_on
from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Absence, Employment, Organisation, Role
from tests.builders import LONG_AGO, ON, a_measure, a_worker, an_organisation, busy, holds, running

DAY = timedelta(days=1)


def caseload(*assignments: Assignment, on: date = ON, **facts: Any) -> Caseload:
    """Give the caseload of three workers over one measure of 1.00 point, the last worker a leaver."""
    workers = [a_worker("W1", **facts), a_worker("W2"), a_worker("W3")]
    return caseload_on(an_organisation(workers, [running("M1")], assignments), on)


def loads(found: Caseload) -> tuple[int, int, int]:
    return found.load("W1"), found.load("W2"), found.load("W3")


def test_that_alone_the_first_contact_carries_all() -> None:
    assert loads(caseload(holds("M1", "W1"))) == (100, 0, 0)


def test_that_a_duo_shares() -> None:
    assert loads(caseload(holds("M1", "W1"), holds("M1", "W2", "second"))) == (60, 40, 0)


def test_that_an_incoming_contact_carries_takeover_points_and_takes_nothing_off() -> None:
    assert loads(caseload(holds("M1", "W1"), holds("M1", "W2", "incoming"))) == (100, 25, 0)
    duo = caseload(holds("M1", "W1"), holds("M1", "W2", "second"), holds("M1", "W3", "incoming"))
    assert loads(duo) == (60, 40, 25)


def test_that_an_incoming_contact_is_no_first_contact() -> None:
    found = caseload(holds("M1", "W1", "incoming"))
    assert loads(found) == (25, 0, 0)
    assert found.to_distribute == ("M1",)


def test_that_the_switch_of_a_handover_moves_the_whole_share() -> None:
    switch = date(2026, 12, 7)
    parts = [
        holds("M1", "W1", until=switch - DAY),
        holds("M1", "W2", "incoming", since=ON, until=switch - DAY),
        holds("M1", "W2", since=switch),
    ]
    by_day = [loads(caseload(*parts, on=day)) for day in (ON - DAY, ON, switch - DAY, switch)]
    assert by_day == [(100, 0, 0), (100, 25, 0), (100, 25, 0), (0, 100, 0)]


def test_that_an_assignment_holds_from_its_first_through_its_last_day() -> None:
    part = holds("M1", "W1", since=ON, until=ON + 7 * DAY)
    days = [ON - DAY, ON, ON + 7 * DAY, ON + 8 * DAY]
    assert [caseload(part, on=day).load("W1") for day in days] == [0, 100, 100, 0]


def test_that_nobody_carries_after_her_last_day() -> None:
    parts = [holds("M1", "W1")]
    last = caseload(*parts, on=ON, ends_on=ON)
    assert (last.load("W1"), last.to_distribute) == (100, ())
    gone = caseload(*parts, on=ON + DAY, ends_on=ON)
    assert (gone.load("W1"), gone.to_distribute) == (0, ("M1",))
    assert gone.holders["M1"].position_of("W1") is None


def test_that_a_first_contact_carries_all_once_her_second_has_left() -> None:
    parts = [holds("M1", "W2"), holds("M1", "W1", "second")]
    assert loads(caseload(*parts, on=ON, ends_on=ON)) == (40, 60, 0)
    assert loads(caseload(*parts, on=ON + DAY, ends_on=ON)) == (0, 100, 0)


def test_that_a_second_keeps_her_share_once_the_first_has_left() -> None:
    parts = [holds("M1", "W1"), holds("M1", "W2", "second")]
    gone = caseload(*parts, on=ON + DAY, ends_on=ON)
    assert loads(gone) == (0, 40, 0)
    assert gone.to_distribute == ("M1",)
    assert gone.holders["M1"] == Holders(second="W2")


def test_that_a_measure_that_does_not_run_is_nobodys_load_and_not_to_be_distributed() -> None:
    measures = [
        running("M1", closed_on=ON - DAY),
        a_measure("M2", reported_on=ON + DAY),
        a_measure("M3", reported_on=ON - 9 * DAY),
    ]
    found = caseload_on(an_organisation([a_worker("W1")], measures, [holds("M1", "W1")]), ON)
    assert found.load("W1") == 0
    assert found.to_distribute == ("M3",)
    assert set(found.weights) == {"M3"}


def test_that_a_sibling_weighs_the_same_whoever_carries_it() -> None:
    measures = [running("M1", family="F", youth="a"), running("M2", family="F", youth="b")]
    found = caseload_on(
        an_organisation([a_worker("W1"), a_worker("W2")], measures, [holds("M1", "W1"), holds("M2", "W2")]), ON
    )
    assert (found.load("W1"), found.load("W2")) == (100, 75)


def test_that_a_measure_nobody_has_yet_still_lightens_its_sibling() -> None:
    measures = [a_measure("M1", family="F", youth="a", reported_on=LONG_AGO, started_on=LONG_AGO)]
    measures.append(running("M2", family="F", youth="b"))
    found = caseload_on(an_organisation([a_worker("W1")], measures, [holds("M2", "W1")]), ON)
    assert found.load("W1") == 75


def test_that_the_past_can_be_asked() -> None:
    parts = [holds("M1", "W1", until=date(2026, 2, 28)), holds("M1", "W2", since=date(2026, 3, 1))]
    assert loads(caseload(*parts, on=date(2026, 2, 28))) == (100, 0, 0)
    assert loads(caseload(*parts, on=date(2026, 3, 1))) == (0, 100, 0)


def test_that_each_part_is_listed_with_its_position_and_share() -> None:
    found = caseload(holds("M1", "W1"), holds("M1", "W2", "second"), holds("M1", "W3", "incoming"))
    parts = {
        worker: [(part.measure, part.position, part.share) for part in found.carried[worker]]
        for worker in found.carried
    }
    assert parts == {
        "W1": [("M1", Position.FIRST, 60)],
        "W2": [("M1", Position.SECOND, 40)],
        "W3": [("M1", Position.INCOMING, 25)],
    }


@pytest.mark.parametrize(("cases", "room"), [(0, 1430), (14, 30), (15, -70)])
def test_that_room_is_the_working_norm_less_the_load_and_may_be_negative(cases: int, room: int) -> None:
    measures, parts = busy("W1", cases)
    found = caseload_on(an_organisation([a_worker("W1")], measures, parts), ON)
    assert found.room("W1") == found.first_room("W1") == room


def test_that_a_personal_ceiling_under_the_norm_takes_room() -> None:
    measures, parts = busy("W1", 10)
    found = caseload_on(an_organisation([a_worker("W1", personal_ceiling=1200)], measures, parts), ON)
    assert found.room("W1") == 200
    higher = caseload_on(an_organisation([a_worker("W1", personal_ceiling=1500)], measures, parts), ON)
    assert higher.room("W1") == 430


@pytest.mark.parametrize(
    "facts",
    [
        {"skj_until": None},
        {"skj_until": ON - DAY},
        {"role": Role.ASSISTANT},
        {"ends_on": ON + 91 * DAY},
        {"ends_on": ON + 91 * DAY, "employment": Employment.SECONDED},
        {"absences": (Absence(ON, None, Decimal("0.5")),)},
        {"absences": (Absence(ON, ON + 8 * DAY, Decimal(1)),)},
    ],
    ids=["unregistered", "registration over", "assistant", "leaving", "leaving secondee", "ill", "away beyond a week"],
)
def test_that_who_may_not_be_first_has_room_but_no_first_room(facts: dict[str, Any]) -> None:
    found = caseload_on(an_organisation([a_worker("W1", **facts)]), ON)
    assert not found.may_be_first("W1")
    assert found.first_room("W1") == 0
    assert found.room("W1") == 1430


@pytest.mark.parametrize(
    "facts",
    [
        {"skj_until": ON},
        {"ends_on": ON + 92 * DAY},
        {"absences": (Absence(ON, ON + 7 * DAY, Decimal(1)),)},
        {"absences": (Absence(ON, None, Decimal("0.49")),)},
    ],
    ids=["last day of registration", "leaving later", "back in a week", "less than half"],
)
def test_that_on_the_border_somebody_still_has_first_room(facts: dict[str, Any]) -> None:
    found = caseload_on(an_organisation([a_worker("W1", **facts)]), ON)
    assert found.may_be_first("W1")
    assert found.first_room("W1") == found.room("W1") == 1430


def test_that_who_is_not_in_service_may_not_be_first() -> None:
    workers = [a_worker("W1", ends_on=ON - DAY), a_worker("W2", started_on=ON + DAY), a_worker("W3", fte="0")]
    found = caseload_on(an_organisation(workers), ON)
    assert [found.may_be_first(key) for key in ("W1", "W2", "W3")] == [False, False, False]


def test_that_sns_measures_are_counted_as_first_and_second_but_not_incoming() -> None:
    measures = [
        running("M1", sns=Wanted.REQUIRED),
        running("M2", sns=Wanted.PREFERRED),
        running("M3", sns=Wanted.REQUIRED),
        running("M4"),
        running("M5", sns=Wanted.REQUIRED, closed_on=ON - DAY),
    ]
    parts = [holds("M1", "W1"), holds("M2", "W1", "second"), holds("M3", "W1", "incoming")]
    parts += [holds("M4", "W1"), holds("M5", "W1")]
    assert caseload_on(an_organisation([a_worker("W1")], measures, parts), ON).sns_measures("W1") == 2


def family(*parts: Assignment, first_ends: date | None = None) -> Organisation:
    measures = [
        running("M1", family="F", youth="a", reported_on=date(2023, 1, 2), started_on=date(2023, 1, 2)),
        running("M2", family="F", youth="b", reported_on=date(2022, 1, 3), started_on=date(2022, 1, 3)),
        a_measure("M3", family="F", youth="c"),
    ]
    return an_organisation([a_worker("W1", ends_on=first_ends), a_worker("W2"), a_worker("W3")], measures, parts)


def test_that_the_known_first_is_that_of_the_oldest_running_measure() -> None:
    found = caseload_on(family(holds("M1", "W2"), holds("M2", "W1")), ON)
    assert found.known_first("F") == "W1"


def test_that_the_known_first_is_sought_in_the_next_measure_where_the_oldest_has_none() -> None:
    assert caseload_on(family(holds("M1", "W2")), ON).known_first("F") == "W2"
    gone = caseload_on(family(holds("M1", "W2"), holds("M2", "W1"), first_ends=ON - DAY), ON)
    assert gone.known_first("F") == "W2"


def test_that_seconds_and_incoming_are_no_known_first() -> None:
    found = caseload_on(family(holds("M1", "W2", "second"), holds("M2", "W3", "incoming")), ON)
    assert found.known_first("F") is None


def test_that_a_family_without_running_measures_is_unknown() -> None:
    closed = running("M1", family="F", closed_on=ON - DAY)
    found = caseload_on(an_organisation([a_worker("W1")], [closed], [holds("M1", "W1")]), ON)
    assert found.known_first("F") is None


@given(st.lists(st.tuples(st.integers(0, 3), st.none() | st.integers(0, 3)), min_size=1, max_size=12))
def test_that_no_point_is_lost_or_carried_twice(pairs: list[tuple[int, int | None]]) -> None:
    measures, parts = [], []
    for number, (first, second) in enumerate(pairs):
        measures.append(running(f"M{number:02d}", points=(100, 110, 115, 125, 130)[number % 5]))
        parts.append(holds(f"M{number:02d}", f"W{first}"))
        if second is not None and second != first:
            parts.append(holds(f"M{number:02d}", f"W{second}", "second"))
    found = caseload_on(an_organisation([a_worker(f"W{number}") for number in range(4)], measures, parts), ON)
    assert sum(found.loads.values()) == sum(weight.total for weight in found.weights.values())
    for worker, carried in found.carried.items():
        assert found.load(worker) == sum(part.share for part in carried)


def test_that_a_case_given_as_of_a_later_day_waits_and_is_not_asked_again() -> None:
    later = ON + timedelta(days=7)
    given = caseload(holds("M1", "W1", since=later))
    assert (given.to_distribute, given.to_ask) == (("M1",), ())
    assert caseload().to_ask == ("M1",)
    assert caseload(holds("M1", "W1", "second", since=later)).to_ask == ("M1",)
    gone_by_then = caseload(holds("M1", "W1", since=later), ends_on=later - DAY)
    assert gone_by_then.to_ask == ("M1",)
