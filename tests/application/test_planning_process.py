"""Plans from a process of their own: the same ones, stopped in time, and a window that outlives its planner."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from caseload_planner.application.nil_date import when_nil
from caseload_planner.application.plan_wind_down import latest_wind_down, plan_wind_down, solved_here
from caseload_planner.application.planning_process import PlanningLostError, PlanningProcess
from caseload_planner.domain.errors import RuleRefusalError
from caseload_planner.domain.organisation import Employment, Organisation
from caseload_planner.domain.run_control import Progress, StopSignal
from caseload_planner.winddown.earliest import earliest_nil
from caseload_planner.winddown.plan import WindDownPlan
from caseload_planner.winddown.request import WindDownRequest
from caseload_planner.winddown.solve import warm_up
from tests.application.stored_files import stored
from tests.builders import ON, a_worker, an_organisation, holds, running

UNTIL = ON + timedelta(weeks=12)
ASKED = WindDownRequest(on=ON, until=UNTIL, deterministic_limit=1.0)


def town(cases: int = 4) -> Organisation:
    """Give somebody of team D with so many cases, and three who stay."""
    people = [a_worker("D", employment=Employment.SECONDED, ends_on=UNTIL), *map(a_worker, ("ANN", "BEA", "CIS"))]
    measures = [running(f"N{number}") for number in range(cases)]
    return an_organisation(people, measures, [holds(measure.key, "D") for measure in measures])


def untimed(plan: WindDownPlan) -> WindDownPlan:
    return replace(plan, seconds=0.0)


@pytest.fixture(scope="module")
def process() -> Iterator[PlanningProcess]:
    warm_up()
    made = PlanningProcess(large_from=0)
    yield made
    made.end()


def test_that_a_plan_is_the_one_that_would_be_made_here_and_says_how_far_it_is(process: PlanningProcess) -> None:
    for organisation in (town(), town(3)):
        told: list[Progress] = []
        here: list[Progress] = []
        beside = process.plan(organisation, ASKED, on_progress=told.append)
        assert untimed(beside) == untimed(solved_here(organisation, ASKED, on_progress=here.append))
        assert [one.step for one in told] == [one.step for one in here]


def test_that_the_earliest_day_is_the_one_that_would_be_found_here(process: PlanningProcess) -> None:
    assert process.earliest_nil(town(), ASKED) == earliest_nil(town(), ASKED)


def test_that_what_it_refuses_is_refused_here_by_the_same_error(process: PlanningProcess) -> None:
    with pytest.raises(RuleRefusalError) as refused:
        process.plan(town(), replace(ASKED, until=ON))
    assert refused.value.figures["code"] == "end_not_later"


def test_that_a_plan_that_was_stopped_gives_the_best_so_far() -> None:
    process, stop = PlanningProcess(large_from=0, stops_within=120.0), StopSignal()
    endless = replace(ASKED, deterministic_limit=None, time_limit_seconds=100_000.0)
    try:
        plan = process.plan(town(12), endless, stop=stop, on_progress=lambda _: stop.request())
        assert len(plan.handovers) + len(plan.unplaced) == 12
        assert process.running
    finally:
        process.end()


def test_that_one_that_does_not_hear_a_stop_is_ended_and_nothing_is_stored(tmp_path: Path) -> None:
    process, stop = PlanningProcess(large_from=0, stops_within=0.0), StopSignal()
    stop.request()  # a process that begins is deaf for longer than that
    with stored(town(), tmp_path / "town.sqlite") as services:
        with pytest.raises(PlanningLostError):
            plan_wind_down(services, ASKED, solve=process.plan, stop=stop)
        assert not process.running
        assert latest_wind_down(services) is None
        assert when_nil(services, ASKED, look=process.earliest_nil).within_norm.earliest is not None
    process.end()
    process.end()


def test_that_a_planner_that_falls_over_stores_nothing_and_is_followed_by_another(tmp_path: Path) -> None:
    process, lost = PlanningProcess(large_from=0), threading.Event()

    def bring_down() -> None:
        while not lost.wait(0.02):
            process.interrupt()

    falling = threading.Thread(target=bring_down)
    with stored(town(), tmp_path / "town.sqlite") as services:
        falling.start()
        try:
            with pytest.raises(PlanningLostError):
                plan_wind_down(services, ASKED, solve=process.plan)
        finally:
            lost.set()
            falling.join()
        assert latest_wind_down(services) is None
        assert plan_wind_down(services, ASKED, solve=process.plan).plan.handovers
        process.interrupt()
        while process.running:  # until it is gone, while nobody asks anything
            continue
        assert plan_wind_down(services, ASKED, solve=process.plan).plan.handovers
    process.end()


def test_that_a_small_organisation_is_planned_without_another_process() -> None:
    process = PlanningProcess()
    assert untimed(process.plan(town(), ASKED)) == untimed(solved_here(town(), ASKED))
    assert not process.running
