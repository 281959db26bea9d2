"""Organisations for tests of the simulation: few people, and measures of the ages that a test asks for."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from caseload_planner.domain.measures import Measure, MeasureType
from caseload_planner.domain.organisation import Employment, Organisation, Role
from caseload_planner.staffing.durations import Duration, DurationFamily
from caseload_planner.staffing.engine import run_scenario
from caseload_planner.staffing.outcomes import Outcome
from caseload_planner.staffing.run_plan import plan_run
from caseload_planner.staffing.scenario import Inflow, Scenario, Transitions, Turnover
from caseload_planner.staffing.snapshot_building import snapshot_of
from tests.builders import ON, a_measure, a_worker, an_organisation, holds

OTS = MeasureType.SUPERVISION_ORDER
VOTS = MeasureType.PROVISIONAL_SUPERVISION_ORDER
FLAT = (1.0,) * 12
SINGLE = (1.0, 0.0, 0.0, 0.0)
NOTHING_FOLLOWS = Transitions(
    provisional_to_supervision=0.0, supervision_to_guardianship=0.0, provisional_to_guardianship=0.0
)
NO_INFLOW = {type_.value: 0.0 for type_ in MeasureType}

FAMILIES = {
    DurationFamily.EXPONENTIAL: Duration(DurationFamily.EXPONENTIAL, mean_weeks=40),
    DurationFamily.GAMMA: Duration(DurationFamily.GAMMA, mean_weeks=40, shape=3.5),
    DurationFamily.LOGNORMAL: Duration(DurationFamily.LOGNORMAL, mean_weeks=40, sigma=0.8),
    DurationFamily.WEIBULL: Duration(DurationFamily.WEIBULL, mean_weeks=40, shape=1.7),
    DurationFamily.BETWEEN: Duration(DurationFamily.BETWEEN, from_weeks=20, to_weeks=60),
    DurationFamily.COURT_TERMS: Duration(
        DurationFamily.COURT_TERMS, ends_at_half_year=0.08, ends_at_year=0.27, ends_each_later_year=0.45
    ),
}


def aged(ages: Iterable[int], type_: MeasureType = OTS, **facts: object) -> list[Measure]:
    """Make running measures of so many days old, all held by nobody yet, in team T1."""
    return [
        a_measure(
            f"A{n:04d}",
            type=type_,
            reported_on=ON - timedelta(days=age),
            started_on=ON - timedelta(days=age),
            **facts,
        )
        for n, age in enumerate(ages)
    ]


def a_town(measures: Iterable[Measure] = (), people: int = 4) -> Organisation:
    """Give a town of three teams of the north and one of the south, with an assistant and somebody of team D."""
    workers = [a_worker(f"W{n:02d}", team=("T1", "T2", "Z1")[n % 3], fte="0.89") for n in range(people)]
    return an_organisation(workers, measures)


def a_busy_town() -> Organisation:
    """Give a town with everything in it: duos over teams, siblings, two measures for a youth, team D, an assistant."""
    workers = [
        *(a_worker(f"W{n:02d}", team=("T1", "T2", "Z1")[n % 3], fte="0.89") for n in range(9)),
        a_worker("D1", team="Z1", employment=Employment.SECONDED, ends_on=ON + timedelta(weeks=20)),
        a_worker("D2", team="T1", employment=Employment.SECONDED, ends_on=ON + timedelta(weeks=30)),
        a_worker("AS", team="T2", role=Role.ASSISTANT, skj_until=None),
        a_worker("LE", team="T1", ends_on=ON + timedelta(weeks=6)),
    ]
    measures = aged(range(5, 1400, 17))
    measures += [
        replace(m, key=f"S{m.key}", youth=f"{m.family}-2", reported_on=m.reported_on + timedelta(days=3))
        for m in measures[::3]
    ]
    measures += [
        replace(m, key=f"J{m.key}", type=MeasureType.PROBATION_MANDATORY, started_on=ON - timedelta(days=4))
        for m in measures[:80:8]
    ]
    held = [holds(m.key, f"W{n % 9:02d}", since=date(2026, 11, 20)) for n, m in enumerate(measures)]
    held += [
        holds(m.key, f"W{(n + 1) % 9:02d}", "second", since=date(2026, 11, 20))
        for n, m in enumerate(measures)
        if n % 4 == 0
    ]
    return an_organisation(workers, measures, held)


def plain_scenario(**facts: object) -> Scenario:
    """Give a scenario without season, families, transitions, leavers and inflow, but for what is said."""
    plain = Scenario(
        name="plain",
        start=ON,
        weeks=60,
        replications=1000,
        inflow=Inflow(season=FLAT, children=SINGLE, per_week=NO_INFLOW),
        transitions=NOTHING_FOLLOWS,
        turnover=Turnover(per_year=0.0),
    )
    return replace(plain, **facts)  # type: ignore[arg-type]


def inflow_of(type_: MeasureType, per_week: float, **facts: object) -> Inflow:
    """Give an inflow of one type only, even over the year."""
    plain = Inflow(season=FLAT, children=SINGLE, per_week=NO_INFLOW | {type_.value: per_week})
    return replace(plain, **facts)  # type: ignore[arg-type]


def outcome_of(organisation: Organisation, scenario: Scenario) -> Outcome:
    """Run a scenario on an organisation."""
    start = scenario.start or ON
    return run_scenario(plan_run(scenario, snapshot_of(organisation, start, scenario.weeks)))
