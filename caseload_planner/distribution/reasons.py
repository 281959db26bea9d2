"""Why a measure is placed as it is: codes and figures, most telling first."""

from collections.abc import Iterator

from caseload_planner.distribution.proposal import Reason
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.measures import Method, Wanted
from caseload_planner.domain.organisation import Skill
from caseload_planner.rules.evenness import evenness_added
from caseload_planner.rules.faces import known_second
from caseload_planner.rules.families import known_face
from caseload_planner.rules.hard_rules import person_may
from caseload_planner.rules.near import steps_away
from caseload_planner.rules.required_skill import skill_asked
from caseload_planner.rules.round import Placement, Plan


def reasons_of(plan: Plan, placement: Placement) -> tuple[Reason, ...]:
    """Give the reasons of one placement; the window puts the codes into words."""
    possible = [
        worker for worker in plan.round.candidates if person_may(plan.round, placement.measure, worker, Position.FIRST)
    ]
    return (
        *_agreed(plan, placement, possible),
        *_family(plan, placement),
        *_training(plan, placement),
        *_room(plan, placement, possible),
        *_near(plan, placement),
        *_duo(plan, placement),
    )


def _agreed(plan: Plan, placement: Placement, possible: list[str]) -> Iterator[Reason]:
    pin = plan.round.pins.get(placement.measure)
    if pin is not None:
        yield Reason("pinned", pin.first, {"second": pin.second})
    if possible == [placement.first]:
        yield Reason("only_one_who_may", placement.first)


def _family(plan: Plan, placement: Placement) -> Iterator[Reason]:
    round_, measure = plan.round, plan.round.measure(placement.measure)
    face = round_.known_firsts[measure.family]
    if face == placement.first:
        yield Reason("known_face", face, {"family": measure.family})
    elif face is not None:
        code = "known_face_passed_over" if known_face(round_, measure.key) else "known_face_may_not"
        yield Reason(code, face, {"family": measure.family})
    siblings = [
        other.measure
        for other in plan.placements
        if other.measure != measure.key
        and round_.measure(other.measure).family == measure.family
        and other.first == placement.first
    ]
    if siblings and face is None:
        yield Reason("siblings_together", placement.first, {"measures": ", ".join(siblings)})


def _training(plan: Plan, placement: Placement) -> Iterator[Reason]:
    measure = plan.round.measure(placement.measure)
    skill = skill_asked(measure.type)
    if skill is not None:
        yield Reason("has_skill", placement.first, {"skill": skill})
    if measure.method is Method.SCHOTTEN:
        yield Reason("in_schotten_team", placement.first)
    if measure.sns is not Wanted.NONE:
        trained = [Skill.SNS in plan.round.worker(worker).skills for _, worker in placement.contacts]
        yield Reason("sns_pair" if trained == [True, True] else "no_sns_pair", placement.first)


def _room(plan: Plan, placement: Placement, possible: list[str]) -> Iterator[Reason]:
    """Say how full each contact gets, and the place of the first among who may take it by what it costs in evenness."""
    round_ = plan.round
    for position, worker in placement.contacts:
        lines = round_.capacity(worker)
        figures: dict[str, object] = {
            "position": position.value,
            "before": round_.load_before(worker),
            "after": plan.load_after(worker),
            "capacity": lines.working,
            "ceiling": lines.ceiling,
        }
        yield Reason("within_norm" if plan.load_after(worker) <= lines.working else "over_norm", worker, figures)
    share, _ = round_.shares(placement.measure, duo=placement.second is not None)
    costs = sorted((_evenness(plan, worker, share, placement), worker) for worker in {placement.first, *possible})
    place = [worker for _, worker in costs].index(placement.first) + 1
    yield Reason("most_room" if place == 1 else "room_rank", placement.first, {"place": place, "of": len(costs)})


def _evenness(plan: Plan, worker: str, share: int, placement: Placement) -> int:
    """Give what the first share costs a worker beside the rest of the plan."""
    capacity = plan.round.capacity(worker).working
    if capacity <= 0:
        return 0
    rest = plan.load_after(worker) - (share if worker == placement.first else 0)
    return evenness_added(capacity, rest, share)


def _near(plan: Plan, placement: Placement) -> Iterator[Reason]:
    steps = steps_away(plan.round, placement.measure, placement.first)
    codes = ("own_team", "own_location", "further_away")
    organisation = plan.round.caseload.organisation
    asked = organisation.region_of_measure(placement.measure)
    for position, worker in placement.contacts:
        home = organisation.region_of_worker(worker)
        if home != asked:
            yield Reason("other_region", worker, {"position": position.value, "home": home, "asked": asked})
        elif position is Position.FIRST:
            yield Reason(codes[steps], worker)


def _duo(plan: Plan, placement: Placement) -> Iterator[Reason]:
    measure = plan.round.measure(placement.measure)
    if placement.second is None:
        if measure.duo is Wanted.PREFERRED:
            yield Reason("duo_not_made", placement.first)
        return
    if known_second(plan.round, measure.key) == placement.second:
        yield Reason("known_second", placement.second)
    pair = (min(placement.first, placement.second), max(placement.first, placement.second))
    yield Reason("partners_again" if pair in plan.round.partners else "new_partners", placement.second)
