"""What moved since a plan was made: handovers that fell, and cases that stand in no plan."""

from dataclasses import replace
from datetime import date, timedelta

from caseload_planner.application.plan_records import HandoverState, PlanState
from caseload_planner.application.plan_wind_down import WindDownDraft, planned_handovers
from caseload_planner.application.wind_down_changes import changes_between
from caseload_planner.application.wind_down_drift import WindDownDrift, drift_of
from caseload_planner.domain.organisation import Organisation
from caseload_planner.winddown.request import Leaver
from tests.builders import ON, a_worker, holds, running
from tests.winddown.small_teams import a_secondee, a_team, asked, cases, planned, weeks

DAY = timedelta(days=1)


def the_draft() -> WindDownDraft:
    """Give an accepted plan of twelve weeks for a secondee with two cases and one that runs out."""
    runs_out = [running("SOON", expected_end=weeks(5))], [holds("SOON", "D")]
    organisation = a_team([a_secondee("D"), a_worker("ANN"), a_worker("BEA")], cases("D", 2), runs_out)
    plan = planned(organisation)
    assert plan.runs_out == ("SOON",)
    return WindDownDraft(
        id="W",
        state=PlanState.ACCEPTED,
        request=asked(leavers=(Leaver("D", weeks(12)),)),
        plan=plan,
        organisation=organisation,
        revision=organisation.revision,
        handovers=planned_handovers("W", plan),
    )


def after(draft: WindDownDraft, on: date = ON, **changes: object) -> WindDownDrift:
    """Hold a plan against its organisation with changes."""
    moved: Organisation = replace(draft.organisation, revision=draft.revision + 1, **changes)  # type: ignore[arg-type]
    return drift_of(replace(draft, organisation=moved), on)


def with_measure(draft: WindDownDraft, key: str, **facts: object) -> dict[str, object]:
    measures = draft.organisation.measures
    return {"measures": {**measures, key: replace(measures[key], **facts)}}  # type: ignore[arg-type]


def test_that_a_plan_on_the_same_data_asks_nothing() -> None:
    draft = the_draft()
    assert drift_of(draft, ON) == WindDownDrift(moved=False, fallen=(), unplanned=())


def test_that_a_change_elsewhere_moves_the_data_and_asks_nothing() -> None:
    drift = after(the_draft())
    assert (drift.moved, drift.asks_again) == (True, False)


def test_that_a_case_that_closed_falls() -> None:
    draft = the_draft()
    assert after(draft, **with_measure(draft, "D-0", closed_on=ON - DAY)).fallen == ("D-0",)


def test_that_a_receiver_who_leaves_before_the_switch_falls() -> None:
    draft = the_draft()
    first = draft.plan.handovers[0]
    workers = draft.organisation.workers
    gone = replace(workers[first.receiver], ends_on=first.week - DAY)
    fallen = after(draft, workers={**workers, first.receiver: gone}).fallen
    assert first.measure in fallen


def test_that_a_new_case_of_the_leaver_stands_in_no_plan() -> None:
    draft = the_draft()
    measures = {**draft.organisation.measures, "NEW": running("NEW")}
    drift = after(draft, measures=measures, assignments=(*draft.organisation.assignments, holds("NEW", "D")))
    assert (drift.fallen, drift.unplanned) == ((), ("NEW",))


def test_that_a_case_that_no_longer_ends_in_time_stands_in_no_plan() -> None:
    draft = the_draft()
    assert after(draft, **with_measure(draft, "SOON", expected_end=weeks(20))).unplanned == ("SOON",)


def test_that_a_case_whose_expected_end_passed_stands_in_no_plan() -> None:
    assert after(the_draft(), weeks(6)).unplanned == ("SOON",)


def test_that_a_confirmed_handover_with_its_switch_ahead_is_in_the_plan() -> None:
    draft = the_draft()
    confirmed = tuple(replace(one, state=HandoverState.CONFIRMED) for one in draft.handovers)
    assert after(replace(draft, handovers=confirmed)).unplanned == ()


def test_that_nothing_of_a_withdrawn_plan_is_waited_for() -> None:
    draft = the_draft()
    withdrawn = replace(draft, state=PlanState.WITHDRAWN)
    assert not after(withdrawn, **with_measure(draft, "D-0", closed_on=ON - DAY)).asks_again


def test_that_what_a_later_plan_took_over_is_not_missed_here() -> None:
    draft = the_draft()
    gone = tuple(replace(one, state=HandoverState.WITHDRAWN) for one in draft.handovers)
    assert drift_of(replace(draft, handovers=gone, revision=draft.revision - 1), ON).unplanned == ()


def test_that_a_confirmed_handover_is_no_difference_with_a_plan_that_came_after_it() -> None:
    before = the_draft()
    first, *others = before.handovers
    confirmed = (replace(first, state=HandoverState.CONFIRMED), *others)
    left = tuple(one for one in before.plan.handovers if one.measure != first.measure)
    now = replace(before, plan=replace(before.plan, handovers=left))
    assert [one.measure for one in changes_between(before, now).changed] == [first.measure]
    assert changes_between(replace(before, handovers=confirmed), now).changed == ()
