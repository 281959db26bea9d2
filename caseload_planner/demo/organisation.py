"""Puts the demo organisation together."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from caseload_planner.demo.allocation import Allocation, Holding
from caseload_planner.demo.circumstances import DEMO_FACTORS
from caseload_planner.demo.dice import Dice
from caseload_planner.demo.families import FamilyDraft, closed_families, numbered, running_families
from caseload_planner.demo.history import History
from caseload_planner.demo.intake import add_intake, plan_intake
from caseload_planner.demo.leave import with_absences
from caseload_planner.demo.places import DemoPlan, DemoSize, plan_of
from caseload_planner.demo.staff import hire_staff
from caseload_planner.demo.training import train
from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.capacity import absence_share, is_leaving
from caseload_planner.domain.norm import NormSet
from caseload_planner.domain.organisation import Organisation, Role, Worker

DEFAULT_SEED = 1
_HANDED_OVER = 0.35
"""Part of the cases of somebody who leaves soon for which a colleague has come in already."""
_CONFLICTS = 7


def demo_organisation(size: DemoSize, seed: int, on: date, norms: NormSet) -> Organisation:
    """Give an invented organisation as it stands on a date, with two years behind it.

    Parameters
    ----------
    size
        `NORMAL` follows the figures of the field; see `DemoPlan` for what the others scale.
    seed
        Equal arguments give an equal organisation, on every machine.
    on
        The day of the weekly round: this week's measures were reported in the nine days before it.
    norms
        Weigh the cases and go into the organisation.

    Raises
    ------
    ValueError
        When the norm in force lacks a factor that the demo uses.
    """
    missing = sorted(DEMO_FACTORS - set(norms.on(on).factors))
    if missing:
        raise ValueError(
            f"the norm in force on {on} has no points for: {', '.join(missing)}; add them or take another norm"
        )
    plan = plan_of(size)
    staff = hire_staff(plan, seed, on)
    workers = with_absences(plan, train(plan, staff.workers, seed, on), seed, on)
    families = _families(plan, seed, on)
    assignments = _assignments(plan, families, workers, norms, seed, on)
    measures = {measure.key: measure for family in families for measure in family.measures}
    return Organisation(
        teams=dict(sorted(plan.teams.items())),
        workers=workers,
        measures=dict(sorted(measures.items())),
        assignments=tuple(sorted(assignments, key=lambda a: (a.measure, a.from_on, a.position, a.worker))),
        norms=norms,
        conflicts=_conflicts(plan, families, workers, assignments, seed),
        supporters=tuple(sorted(staff.supporters, key=lambda row: (row.worker, row.team))),
    )


def _families(plan: DemoPlan, seed: int, on: date) -> list[FamilyDraft]:
    intake = plan_intake(plan, seed)
    families = running_families(plan, seed, on, {location: len(types) for location, types in intake.items()})
    add_intake(plan, families, intake, seed, on)
    return numbered(families + closed_families(plan, seed, on))


def _assignments(
    plan: DemoPlan, families: list[FamilyDraft], workers: Mapping[str, Worker], norms: NormSet, seed: int, on: date
) -> list[Assignment]:
    places = {team.key: (team.region, team.location) for team in plan.teams.values()}
    running = [family for family in families if family.measures[0].closed_on is None]
    holdings = Allocation(workers, places, norms, seed, on).hand_out(running)
    history = History(workers, {team: location for team, (_, location) in places.items()}, seed, on)
    leavers = _left_last_week(workers, on, plan.scaled(1))
    left = _left_behind(running, leavers, plan.left_behind, places, seed)
    rows: list[Assignment] = []
    for family in families:
        for measure in family.measures:
            if measure.closed_on is not None:
                rows += history.of_closed(family, measure)
            elif measure.key in left:
                rows += history.left_behind(measure, left[measure.key])
            elif measure.key in holdings:
                rows += history.of_running(family, measure, holdings[measure.key])
    return rows + list(_handovers(running, holdings, left, history, workers, norms, seed, on))


def _left_last_week(workers: Mapping[str, Worker], on: date, count: int) -> list[Worker]:
    gone = [w for w in workers.values() if w.carries and w.ends_on is not None and w.ends_on < on]
    return sorted(gone, key=lambda w: (w.ends_on or on, w.key))[-count:]


def _left_behind(
    running: list[FamilyDraft], leavers: list[Worker], count: int, places: Mapping[str, tuple[str, str]], seed: int
) -> dict[str, Worker]:
    """Choose the measures whose first contact left last week, whole families apart."""
    dice = Dice(seed, "left behind")
    chosen: dict[str, Worker] = {}
    for n in range(count):
        leaver = leavers[n % len(leavers)]
        location = places[leaver.team][1]
        options = [
            family.measures[0].key
            for family in running
            if family.place.location == location
            and len(family.measures) == 1
            and not family.new
            and family.measures[0].reported_on < (leaver.ends_on or family.measures[0].reported_on)
            and family.measures[0].key not in chosen
        ]
        chosen[dice.pick(options)] = leaver
    return chosen


def _handovers(
    running: list[FamilyDraft],
    holdings: Mapping[str, Holding],
    left: Mapping[str, Worker],
    history: History,
    workers: Mapping[str, Worker],
    norms: NormSet,
    seed: int,
    on: date,
) -> Iterator[Assignment]:
    dice = Dice(seed, "handovers")
    protection = [w for w in workers.values() if w.role is Role.YOUTH_PROTECTION and w.in_service(on)]
    staying = [w for w in protection if w.ends_on is None and absence_share(w, on) == Decimal(0)]
    for family in running:
        teams = {team.key for team in family.place.teams}
        for measure in family.measures:
            holding = holdings.get(measure.key)
            if holding is None or measure.key in left or not is_leaving(workers[holding.first], on, norms.policy):
                continue
            if dice.chance(_HANDED_OVER):
                settled = [w for w in staying if w.team in teams and (on - w.started_on).days > 365]
                yield from history.handover(measure, holding, settled)


def _conflicts(
    plan: DemoPlan,
    families: list[FamilyDraft],
    workers: Mapping[str, Worker],
    assignments: list[Assignment],
    seed: int,
) -> frozenset[tuple[str, str]]:
    """Give pairs of a worker and a family that must not meet, of the same location and never together so far."""
    dice = Dice(seed, "conflicts")
    family_of = {measure.key: measure.family for family in families for measure in family.measures}
    met = {(a.worker, family_of[a.measure]) for a in assignments}
    pairs: set[tuple[str, str]] = set()
    while len(pairs) < plan.scaled(_CONFLICTS):
        family = dice.pick(families)
        teams = {team.key for team in family.place.teams}
        worker = dice.pick([w for w in workers.values() if w.team in teams and w.carries])
        pair = (worker.key, family.measures[0].family)
        if pair not in met:
            pairs.add(pair)
    return frozenset(pairs)
