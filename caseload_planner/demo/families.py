"""Families and their measures: those that run, and those that closed in the last two years."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import cycle

from caseload_planner.demo.circumstances import FamilyTraits, draw_factors, draw_traits
from caseload_planner.demo.dice import Dice, apportion, next_working_day
from caseload_planner.demo.durations import INFLOW_A_WEEK, RUNNING, Ages, days_it_lasts
from caseload_planner.demo.places import DemoPlan, Place
from caseload_planner.demo.staff import HISTORY_DAYS
from caseload_planner.domain.measures import PMG_TYPES, PROBATION_TYPES, Measure, MeasureType

YOUNGEST_PLACED_DAYS = 14
"""Younger measures are this week's intake."""

_CHILDREN, _CHILDREN_SHARES = (1, 2, 3, 4), (55, 31, 10, 4)
"""Of families with care measures; with those of probation alone 62 / 26 / 9 / 3 % of all."""
LARGEST_FAMILY = 4
_SAME_DAY_SIBLINGS = 0.75
_PROBATION_IN_KNOWN_FAMILY, _PROBATION_OF_SAME_YOUTH = 0.12, 0.08
_OVERDUE, _END_UNKNOWN = 0.04, 0.05
_FIRST_CONTACT_DAYS, _PLAN_DAYS = (1, 11), (18, 60)


@dataclass(slots=True)
class FamilyDraft:
    """A family before it has a key.

    Attributes
    ----------
    measures
        Its measures with the number of the youth as `youth`; keys follow in `numbered`.
    new
        How many of the measures at the end of the list are this week's.
    """

    place: Place
    team: str
    traits: FamilyTraits
    youths: int = 0
    measures: list[Measure] = field(default_factory=list)
    new: int = 0

    def add(self, measure: Measure, *, youth: int | None = None) -> None:
        """Add a measure for a youth, or for one more."""
        if youth is None:
            self.youths += 1
            youth = self.youths
        self.measures.append(replace(measure, youth=str(youth), team=self.team))


def draft(type_: MeasureType, started: date, dice: Dice, traits: FamilyTraits, **known: date | None) -> Measure:
    """Give a measure with the circumstances of its family, without keys; reported within days of its start."""
    reported = next_working_day(started + timedelta(days=dice.whole(0, 2)))
    return Measure(
        key="",
        family="",
        youth="",
        type=type_,
        reported_on=known.get("reported_on") or reported,
        started_on=started,
        expected_end=known.get("expected_end"),
        closed_on=known.get("closed_on"),
        team="",
        factors=draw_factors(type_, traits, dice),
        duo=traits.duo,
        sns=traits.sns,
        method=traits.method,
    )


def running_families(plan: DemoPlan, seed: int, on: date, new_by_place: Mapping[str, int]) -> list[FamilyDraft]:
    """Draw the families with running measures, so many that with this week's new ones the totals are right."""
    counts = _running_counts(plan)
    families: list[FamilyDraft] = []
    for place, of_type in zip(plan.places, counts, strict=True):
        dice = Dice(seed, f"running/{place.location}")
        of_type[MeasureType.SUPERVISION_ORDER] -= new_by_place.get(place.location, 0)
        ages = Ages(dice, on, YOUNGEST_PLACED_DAYS)
        here: list[FamilyDraft] = []
        for type_, count in of_type.items():
            alone = type_ in PROBATION_TYPES or type_ in PMG_TYPES
            here += (
                _alone(place, here, type_, count, ages, dice, on)
                if alone
                else _together(place, type_, count, ages, dice, on)
            )
        families += here
    return families


def closed_families(plan: DemoPlan, seed: int, on: date) -> list[FamilyDraft]:
    """Draw the families whose measures closed in the last two years: as many as came in, since the number is steady."""
    weeks = HISTORY_DAYS / 7 * plan.scale * plan.history_share
    families: list[FamilyDraft] = []
    for type_, inflow in INFLOW_A_WEEK.items():
        per_place = apportion(round(inflow * weeks), [place.measures for place in plan.places])
        for place, count in zip(plan.places, per_place, strict=True):
            dice = Dice(seed, f"closed/{type_}/{place.location}")
            families += _closed(place, type_, count, dice, on)
    return families


def _running_counts(plan: DemoPlan) -> list[dict[MeasureType, int]]:
    """Spread each type over places; supervision orders fill up what is left of a place's total."""
    counts: list[dict[MeasureType, int]] = [{MeasureType.SUPERVISION_ORDER: 0} for _ in plan.places]
    factor = plan.measures / sum(RUNNING.values())
    for type_, normal in RUNNING.items():
        if type_ is MeasureType.SUPERVISION_ORDER:
            continue
        weights = [place.measures * (place.pmg > 0 or type_ not in PMG_TYPES) for place in plan.places]
        for of_type, count in zip(counts, apportion(round(normal * factor), weights), strict=True):
            of_type[type_] = count
    for place, of_type in zip(plan.places, counts, strict=True):
        of_type[MeasureType.SUPERVISION_ORDER] = place.measures - sum(of_type.values())
    return counts


def _new_families(place: Place, type_: MeasureType, dice: Dice) -> Iterator[FamilyDraft]:
    """Give families without end, over the teams of a place in turn."""
    for team in cycle(dice.shuffled(place.teams)):
        yield FamilyDraft(place, team.key, draw_traits(type_, dice))


def _together(place: Place, type_: MeasureType, count: int, ages: Ages, dice: Dice, on: date) -> Iterator[FamilyDraft]:
    """Draw families whose children have the same type of measure."""
    left, families = count, _new_families(place, type_, dice)
    while left > 0:
        family = next(families)
        children = min(left, dice.weighted(_CHILDREN, _CHILDREN_SHARES))
        started, ends = ages.start_and_end(type_)
        for child in range(children):
            if child and not dice.chance(_SAME_DAY_SIBLINGS):
                started, ends = ages.start_and_end(type_)
            family.add(_running(type_, started, ends, dice, family.traits, on))
        left -= children
        yield family


def _alone(
    place: Place, here: list[FamilyDraft], type_: MeasureType, count: int, ages: Ages, dice: Dice, on: date
) -> list[FamilyDraft]:
    """Draw measures that come one by one, some in a known family or for a youth who has another measure."""
    drawn: list[FamilyDraft] = []
    families = _new_families(place, type_, dice)
    known = [f for f in here if f.measures[0].type is MeasureType.SUPERVISION_ORDER and f.youths < LARGEST_FAMILY]
    for _ in range(count):
        started, ends = ages.start_and_end(type_)
        draw = dice.between(0, 1)
        if known and draw < _PROBATION_IN_KNOWN_FAMILY + _PROBATION_OF_SAME_YOUTH:
            family = dice.pick(known)
            same = draw < _PROBATION_OF_SAME_YOUTH or family.youths >= LARGEST_FAMILY
            youth = dice.whole(1, family.youths) if same else None
            traits = draw_traits(type_, dice)
            family.add(_running(type_, started, ends, dice, traits, on), youth=youth)
            continue
        family = next(families)
        family.add(_running(type_, started, ends, dice, family.traits, on))
        drawn.append(family)
    return drawn


def _running(type_: MeasureType, started: date, ends: date, dice: Dice, traits: FamilyTraits, on: date) -> Measure:
    expected: date | None = ends
    if dice.chance(_END_UNKNOWN):
        expected = None
    elif dice.chance(_OVERDUE):
        overdue = on - timedelta(days=dice.whole(1, 120))
        expected = overdue if overdue > started + timedelta(days=30) else ends
    return _with_milestones(draft(type_, started, dice, traits, expected_end=expected), on, dice)


def _closed(place: Place, type_: MeasureType, count: int, dice: Dice, on: date) -> Iterator[FamilyDraft]:
    left, families = count, _new_families(place, type_, dice)
    alone = type_ in PROBATION_TYPES or type_ in PMG_TYPES
    while left > 0:
        family = next(families)
        children = 1 if alone else min(left, dice.weighted(_CHILDREN, _CHILDREN_SHARES))
        closed = on - timedelta(days=dice.whole(1, HISTORY_DAYS))
        days = days_it_lasts(type_, dice)
        for _ in range(children):
            started = closed - timedelta(days=days)
            expected = closed + timedelta(days=dice.whole(-5, 30)) if dice.chance(0.9) else None
            measure = draft(type_, started, dice, family.traits, closed_on=closed, expected_end=expected)
            family.add(_with_milestones(measure, closed, dice))
        left -= children
        yield family


def _with_milestones(measure: Measure, last: date, dice: Dice) -> Measure:
    """Add the first talk and the plan, where they came before `last`; one in twenty was never written down."""
    talked = measure.reported_on + timedelta(days=dice.whole(*_FIRST_CONTACT_DAYS))
    planned = measure.reported_on + timedelta(days=dice.whole(*_PLAN_DAYS))
    return replace(
        measure,
        first_contact_on=talked if talked <= last and dice.chance(0.95) else None,
        plan_on=planned if planned <= last and dice.chance(0.95) else None,
    )


def numbered(families: list[FamilyDraft]) -> list[FamilyDraft]:
    """Give families and measures their keys, in the order in which they were reported."""
    families.sort(key=lambda family: min(measure.reported_on for measure in family.measures))
    reported = sorted(
        (measure.reported_on, n, position)
        for n, family in enumerate(families)
        for position, measure in enumerate(family.measures)
    )
    for number, (_, n, position) in enumerate(reported, start=1):
        measure = families[n].measures[position]
        families[n].measures[position] = replace(
            measure, key=f"M{number:06d}", family=f"F{n + 1:05d}", youth=f"J{n + 1:05d}-{measure.youth}"
        )
    return families
