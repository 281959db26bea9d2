"""The demo organisation has the figures that it was modelled on."""

from collections import Counter
from datetime import date
from functools import cache

import pytest

from caseload_planner.demo.organisation import demo_organisation
from caseload_planner.demo.places import DemoSize
from caseload_planner.domain.capacity import contract_fte, onboarding_share
from caseload_planner.domain.caseload import Caseload, caseload_on
from caseload_planner.domain.measures import PMG_TYPES, PROBATION_TYPES, Measure, MeasureType, Method, Wanted
from caseload_planner.domain.organisation import Role, Skill, Worker
from tests.demo.national_norm import national_norms

ON = date(2026, 11, 23)
SEEDS = (1, 2, 3)
SIZES_AND_SEEDS = [(size, seed) for size in DemoSize for seed in SEEDS if size is not DemoSize.LARGE or seed == 1]


@cache
def demo(seed: int, size: DemoSize = DemoSize.NORMAL) -> Caseload:
    return caseload_on(demo_organisation(size, seed, ON, national_norms()), ON)


def running(caseload: Caseload) -> list[Measure]:
    return [caseload.organisation.measures[key] for key in caseload.weights]


def serving(caseload: Caseload) -> list[Worker]:
    return [worker for worker in caseload.organisation.workers.values() if worker.in_service(ON)]


def case_workers(caseload: Caseload) -> list[Worker]:
    return [w for w in serving(caseload) if w.carries and w.role is not Role.ASSISTANT]


@pytest.mark.parametrize(
    ("size", "own", "measures", "to_distribute"),
    [(DemoSize.SMALL, 32, 384, 6), (DemoSize.NORMAL, 126, 1530, 18), (DemoSize.LARGE, 1000, 13_000, 130)],
)
def test_that_each_size_has_its_workers_measures_and_intake(
    size: DemoSize, own: int, measures: int, to_distribute: int
) -> None:
    caseload = demo(1, size)
    assert len([w for w in case_workers(caseload) if not w.seconded]) == own
    assert len(running(caseload)) == measures
    assert len(caseload.to_distribute) == to_distribute


@pytest.mark.parametrize("seed", SEEDS)
def test_that_measures_lie_where_they_should(seed: int) -> None:
    caseload = demo(seed)
    by_location = Counter(caseload.organisation.teams[measure.team].location for measure in running(caseload))
    assert by_location == {"Venlo": 285, "Roermond": 405, "Sittard-Geleen": 250, "Heerlen": 315, "Maastricht": 275}


@pytest.mark.parametrize("seed", SEEDS)
def test_that_the_mix_of_types_is_that_of_the_field(seed: int) -> None:
    types = Counter(measure.type for measure in running(demo(seed)))
    assert types[MeasureType.SUPERVISION_ORDER] == pytest.approx(880, abs=15)
    assert types[MeasureType.GUARDIANSHIP] == pytest.approx(365, abs=3)
    assert types[MeasureType.PROBATION_MANDATORY] == pytest.approx(175, abs=5)
    assert types[MeasureType.PREVENTIVE] == pytest.approx(46, abs=4)


@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_measure_weighs_about_one_point(seed: int) -> None:
    weights = [weight.total for weight in demo(seed).weights.values()]
    assert sum(weights) / len(weights) == pytest.approx(101, abs=3)


@pytest.mark.parametrize("seed", SEEDS)
def test_that_families_have_one_to_four_children(seed: int) -> None:
    youths: dict[str, set[str]] = {}
    for measure in running(demo(seed)):
        youths.setdefault(measure.family, set()).add(measure.youth)
    sizes = Counter(len(children) for children in youths.values())
    assert set(sizes) == {1, 2, 3, 4}
    assert [sizes[n] / len(youths) for n in (1, 2, 3, 4)] == pytest.approx([0.62, 0.26, 0.09, 0.03], abs=0.05)


@pytest.mark.parametrize("seed", SEEDS)
def test_that_supervision_orders_have_their_flags(seed: int) -> None:
    orders = [m for m in running(demo(seed)) if m.type is MeasureType.SUPERVISION_ORDER]
    shares = Counter(factor for measure in orders for factor in measure.factors)
    figures = {"out_of_home": 0.34, "no_suitable_help": 0.25, "complex_divorce": 0.45, "divorce_schotten": 0.10}
    for factor, share in figures.items():
        assert shares[factor] / len(orders) == pytest.approx(share, abs=0.06)
    assert sum(m.sns is not Wanted.NONE for m in orders) / len(orders) == pytest.approx(0.20, abs=0.06)


@pytest.mark.parametrize("seed", SEEDS)
def test_that_the_staff_is_that_of_the_field(seed: int) -> None:
    caseload = demo(seed)
    roles = Counter(worker.role for worker in serving(caseload))
    assert roles[Role.TEAM_LEADER] == 11
    assert roles[Role.BEHAVIOURAL_SCIENTIST] == 12
    assert roles[Role.SUPPORT] == 8
    assert roles[Role.ASSISTANT] == 4
    team_d = Counter(caseload.organisation.team_of(w.key).location for w in serving(caseload) if w.seconded)
    assert team_d == {"Maastricht": 4, "Heerlen": 3, "Sittard-Geleen": 1}
    fte = sum(contract_fte(worker, ON) for worker in case_workers(caseload))
    assert float(fte) == pytest.approx(115, abs=3)
    hours = sum(row.hours_per_week for row in caseload.organisation.supporters)
    assert float(hours) / 36 == pytest.approx(6.4, abs=0.5)


@pytest.mark.parametrize("seed", SEEDS)
def test_that_people_are_trained_where_the_field_trained_them(seed: int) -> None:
    caseload = demo(seed)

    def trained(skill: str) -> Counter[str]:
        return Counter(caseload.organisation.team_of(w.key).location for w in serving(caseload) if skill in w.skills)

    assert trained(Skill.SNS) == {"Venlo": 11, "Roermond": 12, "Maastricht": 14, "Heerlen": 4}
    assert trained(Skill.PMG) == {"Venlo": 2, "Sittard-Geleen": 2, "Heerlen": 2, "Maastricht": 2}
    assert trained(Skill.SCHOTTEN_TEAM).total() == 8
    assert trained(Skill.SCHOTTEN).total() == 18
    tasks = Counter(str(worker.task_share) for worker in serving(caseload) if worker.task_share)
    assert tasks == {"0.20": 5, "0.10": 8, "0.15": 2}


@pytest.mark.parametrize("seed", SEEDS)
def test_that_the_south_is_fuller_than_the_north(seed: int) -> None:
    caseload = demo(seed)

    def pressure(region: str) -> float:
        keys = [key for key in caseload.carrying_workers if caseload.organisation.region_of_worker(key) == region]
        return sum(map(caseload.load, keys)) / sum(caseload.capacities[key].working for key in keys)

    assert 0.82 < pressure("Noord-Midden") < 1.0
    assert 0.97 < pressure("Zuid") < 1.16


@pytest.mark.parametrize("seed", SEEDS)
def test_that_some_are_over_the_ceiling_and_few_far_over_it(seed: int) -> None:
    caseload = demo(seed)
    present = [key for key in caseload.carrying_workers if caseload.capacities[key].working > 600]
    over = [key for key in present if caseload.load(key) > caseload.capacities[key].ceiling]
    assert 0.05 < len(over) / len(present) < 0.35
    assert max(caseload.load(key) / caseload.capacities[key].working for key in present) < 2


@pytest.mark.parametrize("seed", SEEDS)
def test_that_absence_is_that_of_the_region(seed: int) -> None:
    organisation = demo(seed).organisation
    for region, rate in {"Noord-Midden": 0.063, "Zuid": 0.08}.items():
        people = [w for w in case_workers(demo(seed)) if organisation.region_of_worker(w.key) == region]
        absent = sum(any(a.from_on <= ON and (a.until_on or ON) >= ON for a in w.absences) for w in people)
        assert absent / len(people) == pytest.approx(rate, abs=0.045)


@pytest.mark.parametrize("seed", SEEDS)
def test_that_some_are_being_onboarded_and_some_have_announced_that_they_leave(seed: int) -> None:
    people = [w for w in case_workers(demo(seed)) if not w.seconded]
    assert 4 <= sum(onboarding_share(w, ON) < 1 for w in people) <= 22
    assert 1 <= sum(w.ends_on is not None and (w.ends_on - ON).days <= 91 for w in people) <= 8


@pytest.mark.parametrize("seed", SEEDS)
def test_that_the_days_on_which_team_d_ends_are_spread(seed: int) -> None:
    days = sorted((w.ends_on - ON).days for w in serving(demo(seed)) if w.seconded and w.ends_on)
    assert days[0] >= 14
    assert days[-1] <= 275
    assert days[-1] - days[0] > 120


@pytest.mark.parametrize(("size", "seed"), SIZES_AND_SEEDS)
def test_that_the_intake_has_something_of_every_kind(size: DemoSize, seed: int) -> None:
    caseload = demo(seed, size)
    intake = [caseload.organisation.measures[key] for key in caseload.to_distribute]
    fresh = [measure for measure in intake if (ON - measure.reported_on).days <= 9]
    assert any(measure.urgent for measure in fresh)
    assert any(measure.sns is not Wanted.NONE for measure in fresh)
    assert any(measure.duo is not Wanted.NONE for measure in fresh)
    assert any(measure.method is Method.SCHOTTEN for measure in fresh)
    if size is not DemoSize.SMALL:
        assert any(caseload.known_first(measure.family) for measure in fresh)
    left_behind = [measure for measure in intake if measure not in fresh]
    assert left_behind
    assert all(caseload.organisation.assignments_of[measure.key] for measure in left_behind)


@pytest.mark.parametrize(("size", "seed"), SIZES_AND_SEEDS)
def test_that_nearly_all_of_the_intake_has_somebody_with_room_in_its_region(size: DemoSize, seed: int) -> None:
    caseload = demo(seed, size)
    takeable = [key for key in caseload.to_distribute if candidates_with_room(caseload, key)]
    assert len(takeable) >= 0.8 * len(caseload.to_distribute)


def candidates_with_room(caseload: Caseload, measure_key: str) -> list[str]:
    organisation = caseload.organisation
    measure = organisation.measures[measure_key]
    asked = {
        Skill.PROBATION: measure.type in PROBATION_TYPES,
        Skill.PMG: measure.type in PMG_TYPES,
        Skill.SNS: measure.sns is Wanted.REQUIRED,
        Skill.SCHOTTEN_TEAM: measure.method is Method.SCHOTTEN,
    }
    share, _ = caseload.shares(measure_key, with_second=measure.asks_duo)
    return [
        key
        for key in caseload.carrying_workers
        if caseload.may_be_first(key)
        and organisation.region_of_worker(key) == organisation.region_of_measure(measure_key)
        and {skill for skill, is_asked in asked.items() if is_asked} <= organisation.workers[key].skills
        and caseload.load(key) + share <= caseload.capacities[key].ceiling
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_that_an_old_organisation_has_imperfections(seed: int) -> None:
    caseload = demo(seed)
    halved = [
        measure.key
        for measure in running(caseload)
        if measure.asks_duo and caseload.holders[measure.key].first and not caseload.holders[measure.key].second
    ]
    assert halved
    assert any(measure.overdue_on(ON) for measure in running(caseload))


@pytest.mark.parametrize("then", [date(2026, 5, 11), date(2025, 11, 24), date(2025, 3, 3)])
def test_that_the_past_looks_like_the_present(then: date) -> None:
    organisation = demo(1).organisation
    caseload = caseload_on(organisation, then)
    fte = sum(lines.contract_fte for key, lines in caseload.capacities.items() if organisation.workers[key].carries)
    assert len(caseload.weights) == pytest.approx(1530, rel=0.1)
    assert sum(caseload.loads.values()) / 100 / float(fte) == pytest.approx(12.8, rel=0.12)
    assert len(caseload.to_distribute) < 40
