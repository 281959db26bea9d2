"""Any organisation that an import accepts, for property tests."""

from datetime import date, timedelta

from hypothesis import strategies as st

from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.domain.measures import Measure, MeasureType, Method, Wanted
from caseload_planner.domain.norm import Norm, NormSet, Phase, Policy
from caseload_planner.domain.organisation import (
    Absence,
    Contract,
    Employment,
    Onboarding,
    Organisation,
    Role,
    Supporter,
    Team,
    Worker,
)
from caseload_planner.exchange.csv_reading import UNPRINTABLE

_characters = st.characters(exclude_categories=["Cs", "Cc"]).filter(lambda letter: not UNPRINTABLE.match(letter))
_first = st.one_of(_characters, st.sampled_from("=+-@'\"\t,;_"))


def _printable(longest: int) -> st.SearchStrategy[str]:
    texts = st.builds(lambda first, rest: first + rest, _first, st.text(_characters, max_size=longest - 1))
    awkward = st.sampled_from(
        [
            "'=1+1",
            "''@x",
            "-5",
            "'s-Gravenhage",
            '"a"',
            "a,b",
            "1",
            "1.0",
            "0012",
            "TRUE",
            "2026-01-01",
            "#N/A",
            "_x0041_",
        ]
    )
    return st.one_of(texts.map(str.strip).filter(bool), awkward)


texts = _printable(40)
keys = _printable(12)
names = keys.map(lambda key: key.replace(";", "").strip()).filter(bool)
days = st.dates(date(2000, 1, 1), date(2030, 12, 31))
shares = st.decimals(0, 1, places=2)


def _policy() -> st.SearchStrategy[Policy]:
    whole = st.integers(0, 400)
    return st.builds(
        Policy,
        long_absence_days=whole,
        open_absence_days=whole,
        short_return_days=whole,
        leaving_days=whole,
        starter_days=whole,
        intake_per_fte=st.integers(0, 999),
    )


@st.composite
def _norm(draw: st.DrawFn, valid_from: date, factors: list[str]) -> Norm:
    phases = st.lists(st.integers(1, 60), max_size=2, unique=True).map(lambda months: [0, *sorted(months)])
    weights = {type_: tuple(Phase(month, draw(st.integers(0, 300))) for month in draw(phases)) for type_ in MeasureType}
    working = draw(st.integers(1, 2000))
    return Norm(
        valid_from=valid_from,
        funded=draw(st.integers(1, 2000)),
        working=working,
        ceiling=working + draw(st.integers(0, 500)),
        duo_first_share=draw(shares),
        sibling_factor=draw(shares),
        concurrency_factor=draw(shares),
        factor_cap=draw(st.integers(0, 100)),
        weights=weights,
        factors={name: draw(st.integers(0, 60)) for name in factors},
    )


@st.composite
def _worker(draw: st.DrawFn, key: str, teams: list[str]) -> Worker:
    started_on = draw(days)
    first_end = started_on + timedelta(days=draw(st.integers(0, 900)))
    contracts = [Contract(started_on, first_end, draw(st.decimals(0, "1.2", places=2)))]
    if draw(st.booleans()):
        contracts.append(Contract(first_end + timedelta(days=1), None, draw(st.decimals(0, "1.2", places=2))))
    away = draw(st.dictionaries(days, shares, max_size=2))
    return Worker(
        key=key,
        name=draw(texts),
        team=draw(st.sampled_from(teams)),
        role=draw(st.sampled_from(Role)),
        employment=draw(st.sampled_from(Employment)),
        started_on=started_on,
        ends_on=draw(st.one_of(st.none(), st.just(started_on + timedelta(days=900)))),
        skj_until=draw(st.one_of(st.none(), days)),
        skills=draw(st.frozensets(names, max_size=3)),
        task_share=draw(shares),
        personal_ceiling=draw(st.one_of(st.none(), st.integers(0, 2000))),
        onboarding=draw(st.sampled_from(Onboarding)),
        wishes=draw(st.frozensets(names, max_size=2)),
        contracts=tuple(contracts),
        absences=tuple(Absence(day, draw(st.sampled_from([None, day])), share) for day, share in sorted(away.items())),
    )


@st.composite
def _measure(draw: st.DrawFn, key: str, teams: list[str], factors: list[str]) -> Measure:
    reported_on = draw(days)
    later = st.one_of(st.none(), st.integers(0, 2000).map(lambda n: reported_on + timedelta(days=n)))
    return Measure(
        key=key,
        family=draw(keys),
        youth=draw(keys),
        type=draw(st.sampled_from(MeasureType)),
        reported_on=reported_on,
        started_on=draw(st.one_of(st.none(), days)),
        expected_end=draw(st.one_of(st.none(), days)),
        closed_on=draw(later),
        team=draw(st.sampled_from(teams)),
        factors=draw(st.frozensets(st.sampled_from(factors), max_size=2)) if factors else frozenset(),
        duo=draw(st.sampled_from(Wanted)),
        sns=draw(st.sampled_from(Wanted)),
        method=draw(st.sampled_from(Method)),
        first_contact_on=draw(later),
        plan_on=draw(later),
    )


@st.composite
def organisations(draw: st.DrawFn) -> Organisation:
    """Draw an organisation; every key, name and number is any that an import accepts."""
    factors = draw(st.lists(names, max_size=3, unique=True))
    dates = sorted(draw(st.lists(days, min_size=1, max_size=2, unique=True)))
    norms = NormSet(tuple(draw(_norm(day, factors)) for day in dates), draw(_policy()))
    teams = draw(st.lists(keys, min_size=1, max_size=2, unique=True))
    workers = {key: draw(_worker(key, teams)) for key in sorted(draw(st.lists(keys, max_size=3, unique=True)))}
    measures = {
        key: draw(_measure(key, teams, factors)) for key in sorted(draw(st.lists(keys, max_size=3, unique=True)))
    }
    assignments = []
    if workers:
        for measure in measures.values():
            worker = workers[draw(st.sampled_from(sorted(workers)))]
            begins = max(worker.started_on, measure.reported_on)
            until = draw(st.sampled_from([None, begins]))
            position = draw(st.sampled_from(Position))
            assignments.append(
                Assignment(measure=measure.key, worker=worker.key, position=position, from_on=begins, until_on=until)
            )
    pairs = st.tuples(st.sampled_from(sorted(workers)), keys) if workers else st.nothing()
    tied = st.tuples(st.sampled_from(sorted(workers)), st.sampled_from(teams)) if workers else st.nothing()
    hours = st.decimals(0, 40, places=1)
    return Organisation(
        teams={key: Team(key, draw(texts), draw(texts), draw(texts)) for key in sorted(teams)},
        workers=workers,
        measures=measures,
        assignments=tuple(assignments),
        norms=norms,
        conflicts=draw(st.frozensets(pairs, max_size=2)) if workers else frozenset(),
        supporters=tuple(
            Supporter(worker, team, draw(hours)) for worker, team in sorted(draw(st.frozensets(tied, max_size=2)))
        )
        if workers
        else (),
        revision=1,
    )
