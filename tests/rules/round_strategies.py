"""Small random rounds with plans that have the right number of contacts, for properties of rules."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.domain.measures import Measure, MeasureType, Method, Wanted
from caseload_planner.domain.organisation import Absence, Contract, Employment, Onboarding, Role, Worker
from caseload_planner.rules.hard_rules import judge_pair
from caseload_planner.rules.round import Placement, Plan, Round, plan_of
from tests.builders import FAR_OFF, LONG_AGO, NORM, a_measure, a_round, a_worker, an_organisation, holds

WEDNESDAY = date(2026, 11, 25)
"""Not a Monday, so that earlier rounds of the same week exist."""

DAY = timedelta(days=1)
FAMILIES = ["F1", "F2", "F3"]
NEW_FAMILIES = ["N1", "N1", *FAMILIES]
TYPES = [
    MeasureType.SUPERVISION_ORDER,
    MeasureType.SUPERVISION_ORDER,
    MeasureType.SUPERVISION_ORDER,
    MeasureType.PROVISIONAL_GUARDIANSHIP,
    MeasureType.PROBATION_MANDATORY,
    MeasureType.PMG_KANSRIJK,
]
FACTORS = sorted(set(NORM.factors) - {"takeover"})
SERVICE = [
    (LONG_AGO, Onboarding.NONE),
    (LONG_AGO, Onboarding.NONE),
    (WEDNESDAY - 60 * DAY, Onboarding.STARTER),
    (WEDNESDAY - 181 * DAY, Onboarding.STARTER),
    (WEDNESDAY - 182 * DAY, Onboarding.STARTER),
    (WEDNESDAY - 60 * DAY, Onboarding.NONE),
]
SKILLS = ["jr", "pmg", "sns", "schotten", "schotten_team"]
TEAMS_OF_WORKERS = ["T1"] * 4 + ["T2", "T2", "T3", "Z1"]
SINCE = st.sampled_from([LONG_AGO, WEDNESDAY - 9 * DAY, WEDNESDAY - 2 * DAY, WEDNESDAY])


def _mostly(plain: object, *others: object) -> st.SearchStrategy[object]:
    return st.sampled_from([plain] * 6 + list(others))


@st.composite
def _workers(draw: st.DrawFn, number: int) -> Worker:
    started, onboarding = draw(st.sampled_from(SERVICE))
    absence = Absence(WEDNESDAY - 3 * DAY, None, Decimal("0.6"))
    return a_worker(
        f"W{number}",
        team=draw(st.sampled_from(TEAMS_OF_WORKERS)),
        role=draw(_mostly(Role.YOUTH_PROTECTION, Role.ASSISTANT)),
        employment=draw(_mostly(Employment.PERMANENT, Employment.SECONDED)),
        started_on=started,
        onboarding=onboarding,
        ends_on=draw(_mostly(None, WEDNESDAY + 91 * DAY, WEDNESDAY + 92 * DAY)),
        skj_until=draw(_mostly(FAR_OFF, None, WEDNESDAY)),
        skills=draw(st.frozensets(st.sampled_from(SKILLS), min_size=1)),
        absences=draw(_mostly((), (absence,))),
        contracts=(
            Contract(LONG_AGO, None, draw(st.sampled_from([Decimal("1.00"), Decimal("0.89"), Decimal("0.20")]))),
        ),
    )


@st.composite
def _measures(draw: st.DrawFn, key: str, families: Sequence[str]) -> Measure:
    reported = WEDNESDAY - draw(st.sampled_from([0, 2, 9, 100, 400])) * DAY
    return a_measure(
        key,
        family=draw(st.sampled_from(families)),
        youth=draw(st.sampled_from(["a", "b", "c"])),
        type=draw(st.sampled_from(TYPES)),
        reported_on=reported,
        started_on=draw(st.sampled_from([reported, None])),
        team=draw(st.sampled_from(["T1", "T2", "T3"])),
        factors=draw(st.frozensets(st.sampled_from(FACTORS), max_size=3)),
        duo=draw(st.sampled_from(list(Wanted))),
        sns=draw(_mostly(Wanted.NONE, Wanted.PREFERRED, Wanted.REQUIRED)),
        method=draw(_mostly(Method.NONE, Method.SCHOTTEN)),
    )


@st.composite
def _held(draw: st.DrawFn, measure: str, workers: Sequence[str]) -> list[Assignment]:
    first, second, *_ = draw(st.permutations(workers))
    positions = draw(st.sampled_from([("first",), ("first", "second"), ("first", "second"), ("second",)]))
    since = draw(SINCE)
    return [holds(measure, {"first": first, "second": second}[position], position, since) for position in positions]


@st.composite
def rounds(draw: st.DrawFn) -> Round:
    """Draw a round of two to six workers, up to six running measures and one to five new ones, on a Wednesday."""
    workers = [draw(_workers(number)) for number in range(draw(st.integers(2, 6)))]
    keys = [worker.key for worker in workers]
    running = [draw(_measures(f"R{number}", FAMILIES)) for number in range(draw(st.integers(0, 6)))]
    new = [draw(_measures(f"M{number}", NEW_FAMILIES)) for number in range(draw(st.integers(1, 5)))]
    held = [part for measure in running for part in draw(_held(measure.key, keys))]
    conflicts = draw(st.frozensets(st.tuples(st.sampled_from(keys), st.sampled_from(FAMILIES)), max_size=1))
    return a_round(an_organisation(workers, [*running, *new], held, conflicts=conflicts), WEDNESDAY)


def admissible(round_: Round, measure: str) -> Mapping[Position, list[str]]:
    """Give who may take each position by the rules that speak of one person."""
    return {
        Position.FIRST: [w for w in round_.candidates if not judge_pair(round_, measure, w, Position.FIRST)],
        Position.SECOND: [w for w in round_.candidates if not judge_pair(round_, measure, w, Position.SECOND)],
    }


def _ways(round_: Round, key: str) -> list[Placement]:
    measure, may = round_.measure(key), admissible(round_, key)
    sns_only = measure.duo is Wanted.NONE and measure.sns is Wanted.PREFERRED
    alone = [] if measure.asks_duo else [Placement(key, first) for first in may[Position.FIRST]]
    duos = [
        Placement(key, first, second)
        for first in may[Position.FIRST]
        for second in may[Position.SECOND]
        if first != second and not (sns_only and "sns" not in round_.worker(first).skills)
    ]
    return [*alone, *duos]


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Draw a plan whose placements each break no rule of persons; together they may break the ceiling or H14."""
    round_ = draw(rounds())
    placements = [draw(st.sampled_from([*_ways(round_, key), None])) for key in round_.asked]
    return plan_of(round_, [placement for placement in placements if placement is not None])
