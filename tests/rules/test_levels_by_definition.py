"""Levels equal a plain second reading of their definitions, on random rounds and plans."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from functools import partial

from hypothesis import given

from caseload_planner.domain.measures import Measure, Wanted
from caseload_planner.domain.organisation import Employment, Role, Worker
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Plan, Round
from tests.builders import TEAMS
from tests.rules.round_strategies import plans

PROBATION = {"probation_mandatory", "probation_voluntary", "intensive_guidance", "behaviour_order"}


def nearest(value: Fraction) -> int:
    return int(value + Fraction(1, 2))


def begin(measure: Measure) -> tuple[date, str]:
    return measure.started_on or measure.reported_on, measure.key


def deployable(worker: Worker, on: date) -> Fraction:
    """Give deployable fte for what random rounds hold: one contract, starters, no tasks, only short absence."""
    if worker.started_on > on or (worker.ends_on is not None and worker.ends_on < on):
        return Fraction(0)
    weeks = (on - worker.started_on).days // 7 + 1
    steps = [(4, "0"), (8, "0.25"), (13, "0.5"), (26, "0.75"), (52, "0.9")] if worker.onboarding == "starter" else []
    share = next((share for last, share in steps if weeks <= last), "1")
    return Fraction(worker.contracts[0].fte) * Fraction(share)


def kept_from_first(round_: Round, measure: Measure, worker: Worker) -> bool:
    """Tell whether H3-H7, H9, H10 or a conflict keeps somebody from being first contact."""
    on, skills = round_.on, worker.skills
    return (
        worker.role is Role.ASSISTANT
        or worker.skj_until is None
        or worker.skj_until < on
        or (measure.type in PROBATION and "jr" not in skills)
        or (measure.type.startswith("pmg") and "pmg" not in skills)
        or (measure.sns is Wanted.REQUIRED and "sns" not in skills)
        or (measure.method == "schotten" and "schotten_team" not in skills)
        or deployable(worker, on) == 0
        or bool(worker.absences)
        or (worker.ends_on is not None and worker.ends_on - on <= timedelta(days=91))
        or TEAMS[worker.team].region != TEAMS[measure.team].region
        or (worker.key, measure.family) in round_.caseload.organisation.conflicts
    )


def kept_from_second(round_: Round, measure: Measure, worker: Worker) -> bool:
    """Tell whether a rule of persons keeps somebody from standing second."""
    on, skills = round_.on, worker.skills
    sns_asked = measure.sns is Wanted.REQUIRED or (measure.duo is Wanted.NONE and measure.sns is Wanted.PREFERRED)
    return (
        (sns_asked and "sns" not in skills)
        or (measure.method == "schotten" and not skills & {"schotten", "schotten_team"})
        or deployable(worker, on) == 0
        or bool(worker.absences)
        or (
            worker.employment is Employment.SECONDED
            and worker.ends_on is not None
            and worker.ends_on - on <= timedelta(days=91)
        )
        or TEAMS[worker.team].region != TEAMS[measure.team].region
        or (worker.key, measure.family) in round_.caseload.organisation.conflicts
    )


def oldest_held(round_: Round, family: str, position: str) -> str | None:
    organisation = round_.caseload.organisation
    for measure in sorted((m for m in organisation.measures.values() if m.family == family), key=begin):
        for part in organisation.assignments:
            if part.measure == measure.key and part.position == position:
                return part.worker
    return None


def waiting(plan: Plan) -> int:
    total = 0
    for key in plan.unplaced:
        measure = plan.round.measure(key)
        urgent = measure.type.startswith("provisional") or measure.factors & {"acute_safety", "closed_placement"}
        total += ((plan.round.on - measure.reported_on).days + 1) * (5 if urgent else 1)
    return total


def families(plan: Plan) -> int:
    passed, new = 0, defaultdict[str, set[str]](set)
    for placement in plan.placements:
        measure = plan.round.measure(placement.measure)
        face = oldest_held(plan.round, measure.family, "first")
        if face is None:
            new[measure.family].add(placement.first)
        elif placement.first != face:
            passed += not kept_from_first(plan.round, measure, plan.round.worker(face))
    return passed + sum(len(firsts) - 1 for firsts in new.values())


def loads(plan: Plan, *, after: bool) -> dict[str, int]:
    """Add up the shares of running duos and, `after`, of the plan."""
    total = defaultdict[str, int](int)
    held = defaultdict[str, dict[str, str]](dict)
    for part in plan.round.caseload.organisation.assignments:
        held[part.measure][part.position] = part.worker
    if after:
        for placement in plan.placements:
            total[placement.first] += shares(plan, placement.measure, duo=placement.second is not None)[0]
            if placement.second is not None:
                total[placement.second] += shares(plan, placement.measure, duo=True)[1]
    for key, who in held.items():
        for share, position in zip(shares(plan, key, duo="second" in who), ("first", "second"), strict=True):
            if position in who:
                total[who[position]] += share
    return total


def shares(plan: Plan, key: str, *, duo: bool) -> tuple[int, int]:
    weight = plan.round.caseload.weights[key].total
    first = nearest(Fraction(weight) * Fraction(6, 10)) if duo else weight
    return first, weight - first


def squares(plan: Plan, *, above_norm: bool) -> int:
    total = 0
    before, after = loads(plan, after=False), loads(plan, after=True)
    for key, worker in plan.round.caseload.organisation.workers.items():
        capacity = nearest(deployable(worker, plan.round.on) * 1430)
        if capacity == 0:
            continue
        for sign, load in ((1, after.get(key, 0)), (-1, before.get(key, 0))):
            counted = max(0, load - capacity) if above_norm else load
            total += sign * nearest(Fraction(100 * counted**2, capacity))
    return total


def intake_spread(plan: Plan) -> int:
    taken = defaultdict[str, int](int)
    parts = plan.round.caseload.organisation.assignments
    monday = plan.round.on - timedelta(days=plan.round.on.isoweekday() - 1)
    for part in parts:
        if part.position == "first" and part.from_on >= monday:
            duo = any(other.measure == part.measure and other.position == "second" for other in parts)
            taken[part.worker] += shares(plan, part.measure, duo=duo)[0]
    for placement in plan.placements:
        taken[placement.first] += shares(plan, placement.measure, duo=placement.second is not None)[0]
    workers = plan.round.caseload.organisation.workers
    limits = {key: nearest(deployable(workers[key], plan.round.on) * 160) for key in taken}
    return sum(max(0, points - limits[key]) for key, points in taken.items())


def pairs(plan: Plan) -> int:
    total = 0
    for placement in plan.placements:
        measure = plan.round.measure(placement.measure)
        trained = sum("sns" in plan.round.worker(worker).skills for _, worker in placement.contacts)
        total += 2 if measure.sns is Wanted.PREFERRED and trained < 2 else 0
        total += 1 if measure.duo is Wanted.PREFERRED and placement.second is None else 0
    return total


def near(plan: Plan) -> int:
    total = 0
    for placement in plan.placements:
        asked = TEAMS[plan.round.measure(placement.measure).team]
        for _, worker in placement.contacts:
            home = TEAMS[plan.round.worker(worker).team]
            steps = 0 if home == asked else 1 if home.location == asked.location else 2
            total += steps * (3 if worker == placement.first else 2)
    return total


def faces(plan: Plan) -> int:
    total = 0
    firsts = {p.measure: p.worker for p in plan.round.caseload.organisation.assignments if p.position == "first"}
    seconds = {p.measure: p.worker for p in plan.round.caseload.organisation.assignments if p.position == "second"}
    together = {frozenset({firsts[key], seconds[key]}) for key in firsts.keys() & seconds.keys()}
    for placement in plan.placements:
        if placement.second is None:
            continue
        measure = plan.round.measure(placement.measure)
        known = seconds.get(measure.key) or oldest_held(plan.round, measure.family, "second")
        chosen = {placement.first, placement.second}
        if known is not None and known not in chosen:
            total += 2 * (not kept_from_second(plan.round, measure, plan.round.worker(known)))
        total += frozenset(chosen) not in together
    return total


READINGS: dict[str, Callable[[Plan], int]] = {
    "waiting": waiting,
    "families": families,
    "over_norm": partial(squares, above_norm=True),
    "intake_spread": intake_spread,
    "pairs": pairs,
    "near": near,
    "evenness": partial(squares, above_norm=False),
    "faces": faces,
}


@given(plans())
def test_that_every_level_is_what_a_plain_reading_of_its_definition_gives(plan: Plan) -> None:
    values = {name: LEVELS[name].value(plan) for name in READINGS}
    assert values == {name: reading(plan) for name, reading in READINGS.items()}
