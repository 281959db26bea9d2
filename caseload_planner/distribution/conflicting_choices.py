"""Pins and exclusions that cannot stand together: the smallest set of them, by name.

A pin alone against an unstarred rule is refused before there is a round (`build_problem`), and above a ceiling pins may
stand with a reason. What is left are pins that are each possible and together are not: two that need the same second
contact, one whose only second is excluded. Their measures are left over; this says why.
"""

import itertools
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from caseload_planner.distribution.problem import build_problem
from caseload_planner.distribution.profile import Profile, ProfileLevel
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.distribution.solve import solve
from caseload_planner.domain.errors import RuleRefusalError
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.round import Pin
from caseload_planner.rules.waiting import Waiting

SECONDS_TO_TRY = 2.0
NOBODY_WAITS = Profile("nobody_waits", (ProfileLevel(Waiting.name),))


@dataclass(frozen=True, slots=True)
class ConflictingChoices:
    """The fewest choices of the leader that cannot stand together, whatever becomes of all other measures.

    Attributes
    ----------
    pins, exclusions
        The choices; without any one of them the others can stand.
    rules
        The rules that keep the pinned measures from being placed, most telling first.
    """

    pins: tuple[Pin, ...]
    exclusions: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]


_Choice = Pin | tuple[str, str]


def conflicting_choices(
    organisation: Organisation, request: ProposalRequest, *, stop: StopSignal | None = None
) -> tuple[ConflictingChoices, ...]:
    """Find the smallest set of pins and exclusions that cannot stand together, and others apart from it.

    Nothing where all pinned measures can be placed. Each set is the smallest of what is left when the ones before it
    are set aside. A stop gives what was found until then.
    """
    stop = stop or StopSignal()
    pinned = {pin.measure for pin in request.pins}
    rest: list[_Choice] = [
        *sorted(request.pins, key=str),
        *sorted(pair for pair in request.exclusions if pair[0] in pinned),
    ]
    found = []

    def stands(choices: Collection[_Choice]) -> bool:
        return not _binding(organisation, request, choices)

    while not stop.requested:
        smallest = smallest_conflict(rest, stands, stop)
        if not smallest:
            break
        rest = [choice for choice in rest if choice not in smallest]
        found.append(_named(smallest, _binding(organisation, request, smallest)))
    return tuple(found)


def smallest_conflict(
    choices: Sequence[_Choice], stands: Callable[[Collection[_Choice]], bool], stop: StopSignal
) -> tuple[_Choice, ...]:
    """Give a smallest set of choices that does not stand; empty where all stand together, or when stopped.

    Whatever does not stand holds something of each set without which the rest stands. So the smallest set that has
    something of each such set known is tried: it does not stand, or gives another such set when it is made larger.
    """
    if stands(choices):
        return ()
    needed: list[frozenset[_Choice]] = []
    while not stop.requested:
        smallest = next(_having_something_of(needed))
        if not stands(smallest):
            return tuple(choice for choice in choices if choice in smallest)
        grown = list(smallest)
        for choice in choices:
            if choice not in grown and stands([*grown, choice]):
                grown.append(choice)
        needed.append(frozenset(choices) - frozenset(grown))
    return ()


def _having_something_of(needed: Sequence[frozenset[_Choice]]) -> Iterator[tuple[_Choice, ...]]:
    """Give the sets that have something of each, smallest first."""
    known = sorted(frozenset().union(*needed), key=str)
    for size in range(len(known) + 1):
        for some in itertools.combinations(known, size):
            if all(group.intersection(some) for group in needed):
                yield some


def _binding(organisation: Organisation, request: ProposalRequest, choices: Collection[_Choice]) -> tuple[str, ...]:
    """Give the rules that keep the pinned measures of some choices from being placed; nothing where they all are."""
    pins = tuple(choice for choice in choices if isinstance(choice, Pin))
    if not pins:
        return ()
    alone = replace(
        request,
        measures=tuple(sorted({pin.measure for pin in pins})),
        pins=pins,
        exclusions=tuple(choice for choice in choices if not isinstance(choice, Pin)),
        kept=(),
        time_limit_seconds=SECONDS_TO_TRY,
    )
    try:
        answer = solve(build_problem(organisation, alone), NOBODY_WAITS)
    except RuleRefusalError as refused:
        return (str(refused.figures["rule"]),)
    rules = dict.fromkeys(rule for row in answer.unplaced for rule in row.rules)
    return tuple(rules) or (("H1",) if answer.unplaced else ())


def _named(choices: Collection[_Choice], rules: tuple[str, ...]) -> ConflictingChoices:
    return ConflictingChoices(
        pins=tuple(choice for choice in choices if isinstance(choice, Pin)),
        exclusions=tuple(choice for choice in choices if not isinstance(choice, Pin)),
        rules=rules,
    )
