"""A replay puts what was decided beside what would have been proposed, on the same figures; it writes nothing."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from caseload_planner.application.plan_records import PlanState, StoredWindDown
from caseload_planner.application.replay_weeks import PlanFigures, PlanTotals, Replay, replay
from caseload_planner.application.services import Services
from caseload_planner.distribution.proposal import ProposalRequest, Status
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.domain.organisation import Organisation, Role
from caseload_planner.domain.run_control import Progress, StopSignal
from tests.application.history_builders import MONDAY, a_history, reported
from tests.application.stored_files import organisation_in, stored
from tests.builders import ON, a_worker, holds
from tests.winddown.kept_plans import a_kept_plan

REQUEST = ProposalRequest(on=ON, deterministic_limit=2.0)
WEEK = timedelta(weeks=1)

Opened = Callable[[Organisation], Services]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    with ExitStack() as files:
        yield lambda organisation: files.enter_context(stored(organisation, tmp_path / "history.sqlite"))


def values(plan: PlanFigures | PlanTotals) -> dict[str, int]:
    return {level.name: level.value for level in plan.levels}


def without_time(done: Replay) -> Replay:
    return Replay(tuple(replace(week, seconds=0.0) for week in done.weeks), done.stopped)


def test_that_an_equal_decision_has_equal_figures(opened: Opened) -> None:
    history = a_history(
        holds("M1", "ANN", since=MONDAY),
        holds("M2", "BEA", since=MONDAY),
        measures=(reported("M1", family="F1"), reported("M2", family="F2")),
    )
    (week,) = replay(opened(history), REQUEST, 1).weeks
    assert values(week.decided) == values(week.proposed)
    assert week.decided.broken == {}
    assert week.proposed_status is Status.OPTIMAL


def test_that_the_same_people_are_counted(opened: Opened) -> None:
    known = reported("K", MONDAY - WEEK, family="F1")
    history = a_history(
        holds("K", "ANN", since=MONDAY - WEEK),
        holds("M1", "ANN", since=MONDAY),
        measures=(known, reported("M1", family="F1")),
    )
    (week,) = replay(opened(history), REQUEST, 1).weeks
    assert (week.same, week.same_first, len(week.asked)) == (1, 1, 1)


def test_that_a_better_proposal_shows_in_the_figures(opened: Opened) -> None:
    history = a_history(holds("M1", "FULL", since=MONDAY), measures=(reported("M1"),))
    (week,) = replay(opened(history), REQUEST, 1).weeks
    assert week.proposed.placements[0].first in {"ANN", "BEA"}
    assert week.same_first == 0
    assert values(week.decided)["over_norm"] > values(week.proposed)["over_norm"] == 0
    assert values(week.decided)["evenness"] > values(week.proposed)["evenness"]


def test_that_a_decision_outside_the_rules_is_valued_and_its_breaches_told(opened: Opened) -> None:
    history = a_history(holds("M1", "FAR", since=MONDAY), measures=(reported("M1"),))
    (week,) = replay(opened(history), REQUEST, 1).weeks
    assert week.decided.broken == {"H10": 1}
    assert week.proposed.broken == {}
    assert values(week.decided)["near"] == 6


def test_that_a_decision_for_somebody_who_carries_no_cases_is_valued_too(opened: Opened) -> None:
    history = a_history(holds("M1", "HELP", since=MONDAY), measures=(reported("M1"),))
    helper = a_worker("HELP", role=Role.SUPPORT, contracts=())
    history = replace(history, workers={**history.workers, "HELP": helper})
    (week,) = replay(opened(history), REQUEST, 1).weeks
    assert set(week.decided.broken) >= {"H3", "H7"}
    assert values(week.decided)["over_norm"] == 0


@pytest.mark.parametrize(("accepted_on", "closed"), [(MONDAY - WEEK, True), (MONDAY + WEEK, False)])
def test_that_the_plans_of_then_close_people_to_new_cases(opened: Opened, accepted_on: date, *, closed: bool) -> None:
    history = a_history(holds("M1", "ANN", since=MONDAY), measures=(reported("M1"),))
    services = opened(history)
    accepted_at = datetime.combine(accepted_on, time(9), UTC)
    plan = StoredWindDown(
        id="W-1",
        made_by="L",
        made_at=accepted_at,
        on=MONDAY - WEEK,
        until=ON + 9 * WEEK,
        revision=1,
        document=a_kept_plan(MONDAY - WEEK, ON + 9 * WEEK, ("ANN",)),
    )
    with services.store.write() as unit:
        unit.wind_downs.record(plan, ())
        unit.wind_downs.settle("W-1", PlanState.ACCEPTED, settled_by="L", settled_at=accepted_at)
        unit.commit()
    (week,) = replay(services, REQUEST, 1).weeks
    assert ("H9" in week.decided.broken) is closed
    assert not (closed and "ANN" in {placement.first for placement in week.proposed.placements})


def test_that_a_measure_that_waited_counts_as_waiting_for_what_was_decided(opened: Opened) -> None:
    history = a_history(
        holds("M1", "ANN", since=MONDAY),
        holds("M2", "BEA", since=ON),
        measures=(reported("M1"), reported("M2", MONDAY - timedelta(days=3))),
    )
    (week,) = replay(opened(history), REQUEST, 1).weeks
    assert week.decided.unplaced == ("M2",)
    assert values(week.decided)["waiting"] == 4
    assert values(week.proposed)["waiting"] == 0


def test_that_a_week_with_nothing_in_it_has_empty_plans(opened: Opened) -> None:
    (week,) = replay(opened(a_history()), REQUEST, 1).weeks
    assert week.asked == ()
    assert week.decided.placements == week.proposed.placements == ()
    assert week.proposed_status is None
    assert set(values(week.proposed).values()) == {0}


def test_that_totals_add_the_weeks_up(opened: Opened) -> None:
    history = a_history(
        holds("M0", "FAR", since=MONDAY - WEEK),
        holds("M1", "FULL", since=MONDAY),
        measures=(reported("M0", MONDAY - WEEK), reported("M1")),
    )
    done = replay(opened(history), REQUEST, 3)
    assert [week.week for week in done.weeks] == ["2026-W45", "2026-W46", "2026-W47"]
    for name, total in values(done.decided).items():
        assert total == sum(values(week.decided)[name] for week in done.weeks)
    assert (done.decided.placed, done.proposed.placed) == (2, 2)
    assert done.decided.broken == {"H10": 1}


def test_that_the_same_history_gives_the_same_replay(opened: Opened) -> None:
    measures = tuple(reported(f"M{n}") for n in range(4))
    history = a_history(*(holds(measure.key, "ANN", since=MONDAY) for measure in measures), measures=measures)
    services = opened(history)
    assert without_time(replay(services, REQUEST, 2)) == without_time(replay(services, REQUEST, 2))


def test_that_a_replay_writes_nothing(opened: Opened) -> None:
    services = opened(a_history(holds("M1", "FULL", since=MONDAY), measures=(reported("M1"),)))
    before = organisation_in(services)
    replay(services, REQUEST, 1)
    assert organisation_in(services).revision == before.revision
    with services.store.read() as unit:
        assert unit.proposals() == ()


def test_that_a_stop_keeps_the_weeks_done_and_drops_the_one_at_hand(opened: Opened) -> None:
    history = a_history(
        holds("M0", "ANN", since=MONDAY - WEEK),
        holds("M1", "BEA", since=MONDAY),
        measures=(reported("M0", MONDAY - WEEK), reported("M1")),
    )
    stop = StopSignal()

    def stop_in_the_second(progress: Progress) -> None:
        if progress.part == 1:
            stop.request()

    done = replay(opened(history), REQUEST, 2, stop=stop, on_progress=stop_in_the_second)
    assert done.stopped
    assert [week.week for week in done.weeks] == ["2026-W46"]


def test_that_a_stop_before_the_first_week_gives_none(opened: Opened) -> None:
    stop = StopSignal()
    stop.request()
    done = replay(opened(a_history()), REQUEST, 2, stop=stop)
    assert done.stopped
    assert done.weeks == ()
    assert values(done.decided) == values(done.proposed)


@pytest.mark.parametrize("wrong", [{"teams": ("T9",)}, {"profile": "own"}])
def test_that_an_unknown_team_or_profile_is_refused(opened: Opened, wrong: dict[str, object]) -> None:
    with pytest.raises(UnknownKeyError, match=r"T9|own"):
        replay(opened(a_history()), replace(REQUEST, **wrong), 1)  # type: ignore[arg-type] # names of two types
