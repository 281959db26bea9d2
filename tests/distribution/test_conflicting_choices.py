"""Pins that cannot stand together are named: the smallest set of them, and no smaller one exists."""

import itertools
import random
from collections.abc import Collection

import pytest

from caseload_planner.distribution.conflicting_choices import conflicting_choices, smallest_conflict
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.errors import RuleRefusalError
from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.round import Pin
from tests.builders import ON, a_measure, a_worker, an_organisation, busy
from tests.distribution.tiny_rounds import Size, every_sound_plan, problem_of, random_organisation


def two_duos_and_one_second() -> Organisation:
    """Make two measures that need a duo, and W3 who has room to be second on one of them."""
    carried, held = busy("W1", 16)
    more, held_too = busy("W2", 16)
    third, held_then = busy("W3", 15)
    asked = [a_measure(f"N{n}", duo=Wanted.REQUIRED) for n in (1, 2)]
    return an_organisation(
        [a_worker("W1"), a_worker("W2"), a_worker("W3")],
        [*carried, *more, *third, *asked, a_measure("N3")],
        [*held, *held_too, *held_then],
    )


def test_that_two_pins_that_need_the_same_second_are_named() -> None:
    pins = (Pin("N1", "W1"), Pin("N2", "W2"))

    (conflict,) = conflicting_choices(two_duos_and_one_second(), ProposalRequest(on=ON, pins=pins))

    assert (conflict.pins, conflict.exclusions, conflict.rules[0]) == (pins, (), "H8")


def test_that_a_pin_above_the_ceiling_that_takes_the_only_seconds_room_is_named() -> None:
    pins = (Pin("N1", "W1"), Pin("N3", "W3"))

    (conflict,) = conflicting_choices(two_duos_and_one_second(), ProposalRequest(on=ON, pins=pins))

    assert conflict.pins == pins


def test_that_an_exclusion_that_leaves_a_pin_without_a_second_is_named_with_it() -> None:
    organisation = an_organisation([a_worker("W1"), a_worker("W2")], [a_measure("N1", duo=Wanted.REQUIRED)])
    request = ProposalRequest(on=ON, pins=(Pin("N1", "W1"),), exclusions=(("N1", "W2"),))

    (conflict,) = conflicting_choices(organisation, request)

    assert (conflict.pins, conflict.exclusions) == (request.pins, request.exclusions)


def test_that_pins_that_only_ask_a_reason_are_no_conflict() -> None:
    pins = (Pin("N1", "W1", "W2"), Pin("N2", "W1", "W2"), Pin("N3", "W1"))

    assert conflicting_choices(two_duos_and_one_second(), ProposalRequest(on=ON, pins=pins)) == ()


def test_that_one_measure_pinned_twice_is_a_conflict_of_two() -> None:
    pins = (Pin("N3", "W1"), Pin("N3", "W2"))

    (conflict,) = conflicting_choices(two_duos_and_one_second(), ProposalRequest(on=ON, pins=pins))

    assert (conflict.pins, conflict.rules) == (pins, ("H11",))


def test_that_a_stop_gives_what_was_found() -> None:
    stop = StopSignal()
    stop.request()

    request = ProposalRequest(on=ON, pins=(Pin("N1", "W1"), Pin("N2", "W2")))
    assert conflicting_choices(two_duos_and_one_second(), request, stop=stop) == ()


@pytest.mark.parametrize("seed", range(60))
def test_that_of_any_family_of_conflicts_the_smallest_is_found(seed: int) -> None:
    dice = random.Random(seed)
    choices = [(f"N{n}", "W1") for n in range(7)]
    conflicts = [set(dice.sample(choices, dice.randint(1, 5))) for _ in range(dice.randint(0, 5))]

    found = smallest_conflict(choices, lambda some: not any(c <= set(some) for c in conflicts), StopSignal())

    assert len(found) == min(map(len, conflicts), default=0)
    assert not conflicts or set(found) in conflicts


@pytest.mark.parametrize("seed", range(40))
def test_that_no_smaller_set_of_pins_is_impossible(seed: int) -> None:
    dice = random.Random(seed)
    organisation = random_organisation(dice, Size(workers=3, measures=3))
    asked = problem_of(organisation).round.asked
    people = sorted(organisation.workers)
    pins = tuple(Pin(key, dice.choice(people)) for key in asked)
    exclusions = tuple(sorted({(dice.choice(asked), dice.choice(people)) for _ in range(2)}))

    found = conflicting_choices(organisation, ProposalRequest(on=ON, pins=pins, exclusions=exclusions))

    choices = [*pins, *exclusions]
    sizes = [
        size
        for size in range(1, len(choices) + 1)
        if any(not _stands(organisation, some) for some in itertools.combinations(choices, size))
    ]
    assert (len(found[0].pins) + len(found[0].exclusions) if found else None) == (sizes[0] if sizes else None)
    for conflict in found:
        assert not _stands(organisation, (*conflict.pins, *conflict.exclusions))


def _stands(organisation: Organisation, choices: Collection[Pin | tuple[str, str]]) -> bool:
    pins = tuple(choice for choice in choices if isinstance(choice, Pin))
    if not pins:
        return True
    exclusions = tuple(choice for choice in choices if not isinstance(choice, Pin))
    try:
        problem = problem_of(organisation, measures=tuple(p.measure for p in pins), pins=pins, exclusions=exclusions)
    except RuleRefusalError:
        return False
    return any(not plan.unplaced for plan in every_sound_plan(problem))
