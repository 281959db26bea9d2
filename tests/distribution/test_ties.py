"""Ties are shown as ties: everybody who would be as good, and nobody else."""

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from caseload_planner.distribution.judge import judge, plan_from_proposal
from caseload_planner.distribution.solve import solve
from caseload_planner.distribution.ties import ties
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Organisation
from caseload_planner.rules.round import Pin, Placement, Plan, plan_of
from tests.builders import a_measure, a_worker, an_organisation, busy, the_profile
from tests.distribution.tiny_rounds import STRICT, Size, problem_of, random_organisation, values

PROFILE = the_profile()


def test_that_two_equal_workers_are_a_tie_and_a_third_is_not() -> None:
    organisation = an_organisation([a_worker("W1"), a_worker("W2"), a_worker("W3", team="T3")], [a_measure("N1")])
    problem = problem_of(organisation)

    (tie,) = ties(plan_from_proposal(problem.round, solve(problem, PROFILE)), PROFILE)

    assert {tie.has_it, tie.as_good} == {"W1", "W2"}
    assert tie.swapped_with is None


def test_that_what_the_leader_pinned_is_no_tie() -> None:
    organisation = an_organisation([a_worker("W1"), a_worker("W2")], [a_measure("N1"), a_measure("N2")])
    problem = problem_of(organisation, pins=(Pin("N1", "W1"),))

    assert ties(plan_from_proposal(problem.round, solve(problem, PROFILE)), PROFILE) == ()


def test_that_two_measures_that_could_change_contacts_are_a_tie() -> None:
    carried, held = busy("W1", 13)
    fuller, held_too = busy("W2", 13)
    organisation = an_organisation(
        [a_worker("W1"), a_worker("W2")], [*carried, *fuller, a_measure("N1"), a_measure("N2")], [*held, *held_too]
    )
    problem = problem_of(organisation)
    plan = plan_of(problem.round, [Placement("N1", "W1"), Placement("N2", "W2")])

    assert [(t.measure, t.has_it, t.as_good, t.swapped_with) for t in ties(plan, PROFILE)] == [
        ("N1", "W1", "W2", "N2"),
        ("N2", "W2", "W1", "N1"),
    ]
    assert [tie.measure for tie in ties(plan, PROFILE, ("N2",))] == ["N2"]


@pytest.mark.parametrize("seed", range(60))
def test_that_ties_are_all_changes_of_one_contact_or_two_that_cost_nothing(seed: int) -> None:
    problem = problem_of(_with_twins(random_organisation(random.Random(seed), Size(workers=4, measures=3))))
    plan = plan_from_proposal(problem.round, solve(problem, STRICT))

    told = {(tie.measure, tie.position, tie.as_good) for tie in ties(plan, STRICT)}

    assert told == {
        (measure, position, worker)
        for changed, spots in _changes(plan)
        if judge(changed).clean and not any(a > b for a, b in zip(values(changed), values(plan), strict=True))
        for measure, position, worker in spots
    }


def _with_twins(organisation: Organisation) -> Organisation:
    """Add an empty twin of the first worker, so that ties are not rare; duos are no more than preferred."""
    first = next(iter(organisation.workers.values()))
    twins = {key: replace(first, key=key, name=key) for key in ("W8", "W9")}
    measures = {
        key: replace(measure, duo=Wanted.PREFERRED if measure.duo is Wanted.REQUIRED else measure.duo)
        for key, measure in organisation.measures.items()
    }
    return replace(organisation, workers={**organisation.workers, **twins}, measures=measures)


_Spot = tuple[str, Position, str]


def _changes(plan: Plan) -> Iterator[tuple[Plan, list[_Spot]]]:
    for one in plan.placements:
        for position, has_it in one.contacts:
            for worker in plan.round.candidates:
                if worker not in {one.first, one.second}:
                    yield _changed(plan, _put(one, position, worker)), [(one.measure, position, worker)]
            for other in plan.placements:
                hers = dict(other.contacts).get(position)
                if other.measure != one.measure and hers is not None:
                    if hers in {one.first, one.second} or has_it in {other.first, other.second}:
                        continue
                    swapped = _changed(plan, _put(one, position, hers), _put(other, position, has_it))
                    yield swapped, [(one.measure, position, hers)]


def _put(placement: Placement, position: Position, worker: str) -> Placement:
    return replace(placement, **{position.value: worker})  # type: ignore[arg-type]


def _changed(plan: Plan, *placements: Placement) -> Plan:
    keys = {placement.measure for placement in placements}
    return plan_of(plan.round, [*(p for p in plan.placements if p.measure not in keys), *placements])
