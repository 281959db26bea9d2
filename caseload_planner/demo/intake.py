"""New measures of the week: as many and of such types as the inflow brings, with something of every kind to decide."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from caseload_planner.demo.circumstances import FamilyTraits, draw_traits
from caseload_planner.demo.dice import Dice, apportion, on_working_day
from caseload_planner.demo.durations import INFLOW_A_WEEK, days_it_lasts
from caseload_planner.demo.families import LARGEST_FAMILY, FamilyDraft, draft
from caseload_planner.demo.places import DemoPlan, Place
from caseload_planner.domain.measures import PMG_TYPES, MeasureType, Wanted

OLDEST_NEW_DAYS = 9
_OTS = MeasureType.SUPERVISION_ORDER
_IN_KNOWN_FAMILY = 0.12
_SIBLINGS = 0.35

_WISHES = (
    FamilyTraits(sns=Wanted.REQUIRED, duo=Wanted.REQUIRED),
    FamilyTraits(complex_divorce=True, schotten=True, schotten_method=True, duo=Wanted.PREFERRED),
    FamilyTraits(duo=Wanted.REQUIRED),
    FamilyTraits(sns=Wanted.PREFERRED, complex_divorce=True),
)
"""What the first families of the week ask, so that every size shows each of them where it has the room."""

Intake = Mapping[str, Sequence[MeasureType]]
"""Types of the new measures by location."""


def plan_intake(plan: DemoPlan, seed: int) -> Intake:
    """Divide the week's measures over types by inflow, at least one provisional order, and over locations."""
    dice = Dice(seed, "intake/plan")
    shares = dict(zip(INFLOW_A_WEEK, apportion(plan.new, list(INFLOW_A_WEEK.values())), strict=True))
    if not shares[MeasureType.PROVISIONAL_SUPERVISION_ORDER]:
        shares[MeasureType.PROVISIONAL_SUPERVISION_ORDER] = 1
        shares[_OTS] -= 1
    types = dice.shuffled([type_ for type_, count in shares.items() for _ in range(count)])
    types.sort(key=lambda type_: type_ not in PMG_TYPES)
    left = apportion(plan.new, [place.measures for place in plan.places])
    intake: dict[str, list[MeasureType]] = {place.location: [] for place in plan.places}
    for type_ in types:
        n = max(
            range(len(left)), key=lambda n: (left[n] > 0, plan.places[n].pmg > 0 or type_ not in PMG_TYPES, left[n])
        )
        left[n] -= 1
        intake[plan.places[n].location].append(type_)
    return intake


def add_intake(plan: DemoPlan, families: list[FamilyDraft], intake: Intake, seed: int, on: date) -> None:
    """Add the week's measures to known families and as new ones."""
    wishes = iter(_WISHES * max(1, plan.new // 40))
    for place in sorted(plan.places, key=lambda place: -place.sns):
        dice = Dice(seed, f"intake/{place.location}")
        known = [f for f in families if f.place is place and f.measures[0].type is _OTS and f.youths < LARGEST_FAMILY]
        types = list(intake[place.location])
        siblings = _known_siblings(types, dice)
        for family, type_ in zip(dice.sample(known, len(siblings)), siblings, strict=True):
            _add_new(family, [type_], dice, on)
            types.remove(type_)
        families.extend(_new_families(place, types, wishes, dice, on))


def _known_siblings(types: Sequence[MeasureType], dice: Dice) -> list[MeasureType]:
    orders = [type_ for type_ in types if type_ is _OTS]
    count = round(len(types) * _IN_KNOWN_FAMILY + dice.between(0, 0.35))
    return orders[:count]


def _new_families(
    place: Place, types: Sequence[MeasureType], wishes: Iterator[FamilyTraits], dice: Dice, on: date
) -> Iterator[FamilyDraft]:
    left = sorted(types)
    while left:
        type_ = left.pop()
        traits = next(wishes, None) if type_ is _OTS else None
        family = FamilyDraft(place, dice.pick(place.teams).key, traits or draw_traits(type_, dice))
        together = [type_]
        while left and left[-1] is type_ is _OTS and dice.chance(_SIBLINGS):
            together.append(left.pop())
        _add_new(family, together, dice, on)
        yield family


def _add_new(family: FamilyDraft, types: Sequence[MeasureType], dice: Dice, on: date) -> None:
    reported = on_working_day(dice.day(on - timedelta(days=OLDEST_NEW_DAYS - 2), on))
    for type_ in types:
        started = on_working_day(reported - timedelta(days=dice.whole(0, 2)))
        ends = started + timedelta(days=days_it_lasts(type_, dice))
        measure = draft(type_, started, dice, family.traits, reported_on=reported, expected_end=ends)
        if type_ is MeasureType.PROVISIONAL_SUPERVISION_ORDER:
            measure = replace(measure, factors=measure.factors | {"acute_safety"})
        family.add(measure)
        family.new += 1
