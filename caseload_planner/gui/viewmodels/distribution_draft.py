"""The draft of a round as a frozen value: what stands where, what is pinned, excluded and set aside with a reason.

Every change gives a new draft, so that a step of undo is two references. Nothing here judges; see
`distribution_moves`.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from caseload_planner.application.meeting_records import RecordedOverride
from caseload_planner.application.ports import StoredProposal
from caseload_planner.distribution.proposal import LevelValue, Status
from caseload_planner.rules.round import Pin, Placement

OverrideKey = tuple[str, str, str]
"""(measure, worker, rule)"""


class Ending(StrEnum):
    """How a search came to its end."""

    PROVEN = "proven"
    BEST_FOUND = "best_found"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the last proposal said: remembered beside the draft to hold changes against.

    Attributes
    ----------
    profile
        Whose order it followed: what is proven, is proven in that order.
    kept
        The placements that it was to change as little as possible.
    helped
        Measures for which other regions were asked.
    lost_pins
        Pins of the leader that it found no place for.
    """

    proposal: str
    profile: str
    ending: Ending
    seconds: float
    levels: tuple[LevelValue, ...]
    placements: tuple[Placement, ...]
    kept: tuple[Placement, ...] = ()
    helped: tuple[str, ...] = ()
    lost_pins: tuple[Pin, ...] = ()


def outcome_of(stored: StoredProposal, *, stopped: bool) -> Outcome:
    """Give what to remember of a stored proposal; `stopped` where the leader asked the search to end."""
    proven = stored.proposal.status is Status.OPTIMAL
    ending = Ending.PROVEN if proven else Ending.STOPPED if stopped else Ending.BEST_FOUND
    placed = {placement.measure for placement in stored.proposal.placements}
    return Outcome(
        proposal=stored.id,
        profile=stored.request.profile,
        ending=ending,
        seconds=stored.proposal.seconds,
        levels=stored.proposal.levels,
        placements=stored.proposal.placements,
        kept=stored.request.kept,
        helped=stored.request.helped,
        lost_pins=tuple(pin for pin in stored.request.pins if pin.measure not in placed),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A round as it is being made.

    Attributes
    ----------
    placements
        By measure.
    pinned
        Measures that the leader pinned where they stand.
    exclusions
        Pairs (measure, worker) that the leader does not want.
    reasons
        Her reason for each starred rule set aside.
    outcome, previous
        The proposal that filled it last, and the other one before that; None where there was none.
    minutes
        What was said about a measure in the meeting, by measure.
    parked
        Measures put off in the meeting: they wait on purpose.
    """

    placements: Mapping[str, Placement] = field(default_factory=lambda: MappingProxyType({}))
    pinned: frozenset[str] = frozenset()
    exclusions: frozenset[tuple[str, str]] = frozenset()
    reasons: Mapping[OverrideKey, str] = field(default_factory=lambda: MappingProxyType({}))
    outcome: Outcome | None = None
    previous: Outcome | None = None
    minutes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    parked: frozenset[str] = frozenset()

    @property
    def pins(self) -> tuple[Pin, ...]:
        """The leader's pins, as a request wants them."""
        placed = (self.placements[key] for key in sorted(self.pinned))
        return tuple(Pin(placement.measure, placement.first, placement.second) for placement in placed)

    @property
    def helped(self) -> tuple[str, ...]:
        """The measures for which other regions were asked, as a request wants them."""
        return () if self.outcome is None else self.outcome.helped

    @property
    def overrides(self) -> tuple[RecordedOverride, ...]:
        """The rules set aside, as a decision records them."""
        return tuple(
            RecordedOverride(measure=measure, worker=worker, rule=rule, reason=reason)
            for (measure, worker, rule), reason in sorted(self.reasons.items())
        )

    @property
    def untouched(self) -> bool:
        """Whether it stands as the last proposal gave it."""
        if self.outcome is None:
            return False
        return tuple(sorted(self.placements.values())) == tuple(sorted(self.outcome.placements))

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it."""
        return not (self.placements or self.exclusions or self.minutes or self.parked)


EMPTY = Draft()


def with_placement(draft: Draft, placement: Placement, *, pin: bool) -> Draft:
    """Place a measure; whom the leader places herself is excluded there no longer."""
    workers = {worker for _, worker in placement.contacts}
    kept = frozenset(pair for pair in draft.exclusions if pair[0] != placement.measure or pair[1] not in workers)
    pinned = draft.pinned | {placement.measure} if pin else draft.pinned
    return replace(
        draft,
        placements=MappingProxyType({**draft.placements, placement.measure: placement}),
        pinned=pinned,
        exclusions=kept,
        parked=draft.parked - {placement.measure},
    )


def without_placement(draft: Draft, measure: str) -> Draft:
    """Take a measure off, with its pin and the reasons given for it."""
    return replace(
        draft,
        placements=MappingProxyType({key: row for key, row in draft.placements.items() if key != measure}),
        pinned=draft.pinned - {measure},
        reasons=MappingProxyType({key: reason for key, reason in draft.reasons.items() if key[0] != measure}),
    )


def with_pin_toggled(draft: Draft, measure: str) -> Draft:
    """Pin a placed measure where it stands, or let it go."""
    if measure not in draft.placements:
        return draft
    return replace(draft, pinned=draft.pinned ^ {measure})


def with_exclusion_toggled(draft: Draft, measure: str, worker: str) -> Draft:
    """Exclude a pair, or allow it again; where the worker has the measure it is taken off."""
    pair = (measure, worker)
    if pair in draft.exclusions:
        return replace(draft, exclusions=draft.exclusions - {pair})
    placement = draft.placements.get(measure)
    if placement is not None and worker in {placement.first, placement.second}:
        draft = _without_contact(draft, placement, worker)
    return replace(draft, exclusions=draft.exclusions | {pair})


def _without_contact(draft: Draft, placement: Placement, worker: str) -> Draft:
    if worker == placement.first:
        return without_placement(draft, placement.measure)
    return with_placement(draft, replace(placement, second=None), pin=False)


def without_second(draft: Draft, measure: str) -> Draft:
    """Take the second contact off a measure; her part goes back to the first."""
    placement = draft.placements.get(measure)
    if placement is None or placement.second is None:
        return draft
    return with_placement(draft, replace(placement, second=None), pin=False)


def without_pins(draft: Draft, kept: Collection[str] = ()) -> Draft:
    """Let go of every pin and exclusion of the leader, save those that must stay."""
    return replace(draft, pinned=draft.pinned & frozenset(kept), exclusions=frozenset())


def with_texts(draft: Draft, shown: Callable[[str], str]) -> Draft:
    """Give a draft in which every text that the leader wrote is another one."""
    return replace(
        draft,
        minutes=MappingProxyType({key: shown(text) for key, text in draft.minutes.items()}),
        reasons=MappingProxyType({key: shown(text) for key, text in draft.reasons.items()}),
    )


def with_lost_pins(draft: Draft) -> Draft:
    """Give the draft around which the last proposal was asked, as far as that found no place for a pin in it."""
    lost = () if draft.outcome is None else draft.outcome.lost_pins
    placements = {pin.measure: Placement(pin.measure, pin.first, pin.second) for pin in lost}
    return replace(
        draft,
        placements=MappingProxyType({**draft.placements, **placements}),
        pinned=draft.pinned | placements.keys(),
    )


def with_proposal(draft: Draft, stored: StoredProposal, *, stopped: bool) -> Draft:
    """Fill the draft with a proposal; the leader's pins, exclusions and reasons stay."""
    needed = {(b.measure, b.worker, b.rule) for b in stored.proposal.needs_override}
    filled = _filled(draft, outcome_of(stored, stopped=stopped))
    return replace(
        filled,
        pinned=draft.pinned & filled.placements.keys(),
        reasons=MappingProxyType({key: reason for key, reason in draft.reasons.items() if key in needed}),
    )


def with_outcome(draft: Draft, outcome: Outcome) -> Draft:
    """Fill the draft with what another proposal said; a pin holds where that one has the same placement."""
    filled = _filled(draft, outcome)
    same = {key for key in draft.pinned if filled.placements.get(key) == draft.placements.get(key)}
    return replace(filled, pinned=frozenset(same))


def _filled(draft: Draft, outcome: Outcome) -> Draft:
    before = draft.outcome
    other = before is not None and sorted(before.placements) != sorted(outcome.placements)
    placements = {
        placement.measure: placement for placement in outcome.placements if placement.measure not in draft.parked
    }
    return replace(
        draft,
        placements=MappingProxyType(placements),
        outcome=outcome,
        previous=before if other else draft.previous,
    )


def with_minutes(draft: Draft, measure: str, text: str) -> Draft:
    """Write down what was said about a measure; an empty text takes it away."""
    others = {key: said for key, said in draft.minutes.items() if key != measure}
    return replace(draft, minutes=MappingProxyType({**others, measure: text} if text else others))


def with_parked_toggled(draft: Draft, measure: str) -> Draft:
    """Put a measure off, so that nobody has it for now, or take it up again."""
    if measure in draft.parked:
        return replace(draft, parked=draft.parked - {measure})
    return replace(without_placement(draft, measure), parked=draft.parked | {measure})


def with_reasons(draft: Draft, reasons: Mapping[OverrideKey, str]) -> Draft:
    """Replace the reasons for rules set aside."""
    return replace(draft, reasons=MappingProxyType(dict(reasons)))


def within(draft: Draft, asked: Collection[str]) -> Draft:
    """Keep what is still to be distributed: after a decision or an import."""
    open_keys = frozenset(asked)
    known = {*draft.placements, *draft.minutes, *draft.parked, *(measure for measure, _ in draft.exclusions)}
    if draft.outcome is not None:  # what is gone from the proposal cannot be held against it any more
        known |= _measures_of(draft.outcome)
    if open_keys >= known:
        before = draft.previous
        return draft if before is None or open_keys >= _measures_of(before) else replace(draft, previous=None)
    return Draft(
        placements=MappingProxyType({key: row for key, row in draft.placements.items() if key in open_keys}),
        pinned=draft.pinned & open_keys,
        exclusions=frozenset(pair for pair in draft.exclusions if pair[0] in open_keys),
        reasons=MappingProxyType({key: text for key, text in draft.reasons.items() if key[0] in open_keys}),
        outcome=None,
        minutes=MappingProxyType({key: text for key, text in draft.minutes.items() if key in open_keys}),
        parked=draft.parked & open_keys,
    )


def _measures_of(outcome: Outcome) -> set[str]:
    placed = (placement.measure for placement in (*outcome.placements, *outcome.kept))
    return {*placed, *(pin.measure for pin in outcome.lost_pins), *outcome.helped}
