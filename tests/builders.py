"""Small organisations for tests: say what matters, the rest is plain and valid."""

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from caseload_planner.distribution.profile import Profile, profiles_from
from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.measures import Measure, MeasureType
from caseload_planner.domain.norm import Norm, NormSet, Phase, Policy
from caseload_planner.domain.organisation import Contract, Employment, Organisation, Role, Team, Worker
from caseload_planner.rules.round import Pin, Round

ON = date(2026, 11, 23)
LONG_AGO = date(2020, 1, 6)
FAR_OFF = date(2035, 1, 1)
FULL_TIME = Decimal(1)

TEAMS = {
    "T1": Team("T1", "Venlo 1", "Noord", "Venlo"),
    "T2": Team("T2", "Venlo 2", "Noord", "Venlo"),
    "T3": Team("T3", "Roermond 1", "Noord", "Roermond"),
    "Z1": Team("Z1", "Heerlen 1", "Zuid", "Heerlen"),
}

NORM = Norm(
    valid_from=date(2026, 1, 1),
    funded=1280,
    working=1430,
    ceiling=1600,
    duo_first_share=Decimal("0.60"),
    sibling_factor=Decimal("0.75"),
    concurrency_factor=Decimal("0.50"),
    factor_cap=60,
    weights={
        MeasureType.SUPERVISION_ORDER: (Phase(0, 150), Phase(3, 108), Phase(12, 100)),
        MeasureType.PROVISIONAL_SUPERVISION_ORDER: (Phase(0, 150),),
        MeasureType.GUARDIANSHIP: (Phase(0, 100), Phase(3, 70)),
        MeasureType.PROVISIONAL_GUARDIANSHIP: (Phase(0, 85),),
        MeasureType.PROBATION_MANDATORY: (Phase(0, 100), Phase(3, 80)),
        MeasureType.PROBATION_VOLUNTARY: (Phase(0, 60),),
        MeasureType.INTENSIVE_GUIDANCE: (Phase(0, 200),),
        MeasureType.BEHAVIOUR_ORDER: (Phase(0, 150),),
        MeasureType.PREVENTIVE: (Phase(0, 80), Phase(3, 60)),
        MeasureType.PMG_KANSRIJK: (Phase(0, 60),),
        MeasureType.PMG_STRAATKRACHT: (Phase(0, 95),),
        MeasureType.AFTERCARE: (Phase(0, 15),),
    },
    factors={
        "complex_divorce": 10,
        "divorce_schotten": 30,
        "out_of_home": 15,
        "no_suitable_help": 15,
        "closed_placement": 25,
        "acute_safety": 15,
        "trafficking": 20,
        "legal_dispute": 10,
        "age_17": 10,
        "file_request": 10,
        "travel_long": 10,
        "takeover": 25,
    },
)
NORMS = NormSet((NORM,), Policy())


def a_worker(key: str, *, fte: str = "1.00", team: str = "T1", **facts: object) -> Worker:
    """Make a registered youth-protection worker in permanent service with one open contract."""
    plain = Worker(
        key=key,
        name=f"Naam {key}",
        team=team,
        role=Role.YOUTH_PROTECTION,
        employment=Employment.PERMANENT,
        started_on=LONG_AGO,
        skj_until=FAR_OFF,
        contracts=(Contract(LONG_AGO, None, Decimal(fte)),),
    )
    return replace(plain, **facts)  # type: ignore[arg-type]


def a_measure(key: str, *, team: str = "T1", **facts: object) -> Measure:
    """Make a supervision order for a family of its own, reported and started on the date of the round."""
    plain = Measure(
        key=key,
        family=f"F-{key}",
        youth=f"F-{key}-1",
        type=MeasureType.SUPERVISION_ORDER,
        reported_on=ON,
        started_on=ON,
        team=team,
    )
    return replace(plain, **facts)  # type: ignore[arg-type]


def holds(
    measure: str, worker: str, position: str = "first", since: date = LONG_AGO, until: date | None = None
) -> Assignment:
    """Make an assignment."""
    return Assignment(measure=measure, worker=worker, position=Position(position), from_on=since, until_on=until)


def running(key: str, *, points: int = 100, **facts: object) -> Measure:
    """Make a measure that has run for years: a supervision order of 1.00 plus factors up to `points` hundredths."""
    extra = {
        0: (),
        10: ("age_17",),
        15: ("out_of_home",),
        25: ("closed_placement",),
        30: ("out_of_home", "acute_safety"),
    }
    since = {"reported_on": date(2022, 1, 3), "started_on": date(2022, 1, 3), "factors": frozenset(extra[points - 100])}
    return a_measure(key, **(since | facts))


def an_organisation(
    workers: Iterable[Worker],
    measures: Iterable[Measure] = (),
    assignments: Iterable[Assignment] = (),
    **facts: object,
) -> Organisation:
    """Make an organisation of four teams in two regions around these people and measures."""
    plain = Organisation(
        teams=TEAMS,
        workers={worker.key: worker for worker in sorted(workers, key=lambda w: w.key)},
        measures={measure.key: measure for measure in sorted(measures, key=lambda m: m.key)},
        assignments=tuple(assignments),
        norms=NORMS,
    )
    return replace(plain, **facts)  # type: ignore[arg-type]


def a_round(
    organisation: Organisation,
    on: date = ON,
    pins: Iterable[Pin] = (),
    exclusions: Iterable[tuple[str, str]] = (),
) -> Round:
    """Open a round over everything that is to be distributed, with everybody as a candidate."""
    caseload = caseload_on(organisation, on)
    return Round(
        caseload=caseload,
        asked=caseload.to_distribute,
        candidates=tuple(organisation.workers),
        pins={pin.measure: pin for pin in pins},
        exclusions=frozenset(exclusions),
    )


def busy(worker: str, cases: int) -> tuple[list[Measure], list[Assignment]]:
    """Make so many running measures of 1.00 point that a worker holds alone."""
    measures = [running(f"{worker}-R{number:02d}") for number in range(cases)]
    return measures, [holds(measure.key, worker) for measure in measures]


def the_profile(name: str = "balanced") -> Profile:
    """Read a profile that the program ships."""
    path = Path(__file__).parents[1] / "resources" / "norms" / "profiles.toml"
    return profiles_from(tomllib.loads(path.read_text(encoding="utf-8")))[name]
