"""Who works in the demo organisation, and who worked there in the last two years."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from caseload_planner.demo.dice import Dice, apportion, month_end, on_working_day
from caseload_planner.demo.names import invented_names
from caseload_planner.demo.places import DemoPlan, Place
from caseload_planner.domain.organisation import Contract, Employment, Onboarding, Role, Supporter, Worker

HISTORY_DAYS = 730
YEAR = 365
NOTICE_DAYS = 56
TEAM_D_DAYS = 270
"""Over how many days the last days of team D are spread."""

_CASE_ROLES = (Role.YOUTH_PROTECTION, Role.YOUTH_PROBATION, Role.JUNIOR, Role.CAREER_CHANGER)
_CASE_ROLE_SHARES = (78, 12, 6, 4)
_FTES = (Decimal("1.00"), Decimal("0.89"), Decimal("0.78"), Decimal("0.67"))
_FTE_SHARES = (25, 35, 25, 15)
_SUPPORT_FTES = (Decimal("0.89"), Decimal("0.78"), Decimal("0.67"), Decimal("0.78"), Decimal("0.89"))
_HIRED_AGAIN = 0.85
"""Part of those who left that was replaced: the rest are today's vacancies."""
_NEWCOMER_ROLES = frozenset({Role.JUNIOR, Role.CAREER_CHANGER})
_REGISTERED_ROLES = frozenset(
    {Role.YOUTH_PROTECTION, Role.YOUTH_PROBATION, Role.JUNIOR, Role.TEAM_LEADER, Role.BEHAVIOURAL_SCIENTIST}
)


@dataclass(frozen=True, slots=True)
class Staff:
    """All workers by key, those who left too, and the hours of support workers by team."""

    workers: dict[str, Worker]
    supporters: tuple[Supporter, ...]


def hire_staff(plan: DemoPlan, seed: int, on: date) -> Staff:
    """Give everybody with contracts, without skills, tasks and absences."""
    unnamed: list[Worker] = []
    for place in plan.places:
        dice = Dice(seed, f"staff/{place.location}")
        unnamed += _people_of(place, dice, on)
    unnamed = _with_recent_leavers(unnamed, on, plan.scaled(1))
    names = invented_names(len(unnamed), Dice(seed, "names"))
    workers = {}
    for number, (worker, name) in enumerate(zip(unnamed, names, strict=True), start=1):
        key = f"W{number:04d}"
        workers[key] = replace(worker, key=key, name=name)
    return Staff(workers, _supporters(plan, workers))


def _people_of(place: Place, dice: Dice, on: date) -> Iterator[Worker]:
    yield from _beside_the_cases(place, dice, on)
    own = _case_workers(place, dice, on)
    yield from _with_announced_departures(own, place, dice, on)
    yield from _team_d(place, dice, on)
    yield from _left_behind_years(place, dice, on)


def _worker(
    team: str,
    role: Role,
    started_on: date,
    ftes: tuple[Contract, ...],
    *,
    employment: Employment = Employment.PERMANENT,
    ends_on: date | None = None,
    skj_until: date | None = None,
    onboarding: Onboarding = Onboarding.NONE,
) -> Worker:
    return Worker(
        key="",
        name="",
        team=team,
        role=role,
        employment=employment,
        started_on=started_on,
        ends_on=ends_on,
        skj_until=skj_until,
        onboarding=onboarding,
        contracts=ftes,
    )


def _beside_the_cases(place: Place, dice: Dice, on: date) -> Iterator[Worker]:
    counts = {
        Role.TEAM_LEADER: len(place.teams),
        Role.BEHAVIOURAL_SCIENTIST: place.scientists,
        Role.SUPPORT: place.supporters,
        Role.ASSISTANT: place.assistants,
    }
    for role, count in counts.items():
        for n in range(count):
            started = _long_ago(dice, on)
            ftes = _SUPPORT_FTES if role is Role.SUPPORT else _FTES[:3]
            fte = ftes[n % len(ftes)]
            team = place.teams[n % len(place.teams)].key
            yield _worker(team, role, started, (Contract(started, None, fte),), skj_until=_registration(role, dice, on))


def _case_workers(place: Place, dice: Dice, on: date) -> list[Worker]:
    count = place.workers
    roles = [r for r, n in zip(_CASE_ROLES, apportion(count, _CASE_ROLE_SHARES), strict=True) for _ in range(n)]
    ftes = [fte for fte, n in zip(_FTES, apportion(count, _FTE_SHARES), strict=True) for _ in range(n)]
    roles.sort(key=lambda role: role not in _NEWCOMER_ROLES)
    hired_last_year = round(count * place.rates.turnover * _HIRED_AGAIN)
    workers = []
    for n, (role, fte) in enumerate(zip(roles, dice.shuffled(ftes), strict=True)):
        recent = n < hired_last_year
        started = _this_year(dice, on) if recent else _long_ago(dice, on)
        if role in _NEWCOMER_ROLES and not recent:
            started = _first_of_month(dice.day(on - timedelta(days=900), on - timedelta(days=YEAR + 31)))
        workers.append(
            _worker(
                "",
                role,
                started,
                _contracts(started, None, fte, dice, on),
                employment=Employment.TEMPORARY if recent and dice.chance(0.6) else Employment.PERMANENT,
                skj_until=_registration(role, dice, on),
                onboarding=_onboarding(role, started, dice, on),
            )
        )
    teams = [place.teams[n % len(place.teams)].key for n in range(count)]
    return [replace(w, team=team) for w, team in zip(dice.shuffled(workers), teams, strict=True)]


def _with_announced_departures(workers: list[Worker], place: Place, dice: Dice, on: date) -> list[Worker]:
    """Give notice to as many as turnover and a notice of eight weeks make likely, and one more retires later."""
    settled = [n for n, worker in enumerate(workers) if (on - worker.started_on).days > 2 * YEAR]
    count = round(place.workers * place.rates.turnover * NOTICE_DAYS / YEAR + dice.between(-0.3, 0.4))
    leaving = dice.sample(settled, count + (place.workers >= 20))
    result = list(workers)
    for rank, n in enumerate(leaving):
        days = dice.whole(10, NOTICE_DAYS) if rank < count else dice.whole(110, 200)
        result[n] = _ending(workers[n], month_end(on + timedelta(days=days)))
    return result


def _team_d(place: Place, dice: Dice, on: date) -> Iterator[Worker]:
    for n in range(place.seconded):
        started = _first_of_month(on - timedelta(days=dice.whole(240, 800)))
        spread = TEAM_D_DAYS * (n + dice.between(0.3, 0.9)) / place.seconded
        ends_on = on + timedelta(days=max(20, round(spread)))
        fte = dice.pick(_FTES[:3])
        yield _worker(
            place.teams[n % len(place.teams)].key,
            Role.YOUTH_PROTECTION,
            started,
            (Contract(started, ends_on, fte),),
            employment=Employment.SECONDED,
            ends_on=ends_on,
            skj_until=_registration(Role.YOUTH_PROTECTION, dice, on),
            onboarding=Onboarding.EXPERIENCED,
        )


def _left_behind_years(place: Place, dice: Dice, on: date) -> Iterator[Worker]:
    count = round(place.workers * place.rates.turnover * HISTORY_DAYS / YEAR)
    for n in range(count):
        ends_on = month_end(dice.day(on - timedelta(days=HISTORY_DAYS), on - timedelta(days=45)))
        started = _first_of_month(ends_on - timedelta(days=round(200 + dice.exponential(1500))))
        fte = dice.weighted(_FTES, _FTE_SHARES)
        role = Role.YOUTH_PROBATION if dice.chance(0.12) else Role.YOUTH_PROTECTION
        yield _worker(
            place.teams[n % len(place.teams)].key,
            role,
            started,
            (Contract(started, ends_on, fte),),
            ends_on=ends_on,
            skj_until=ends_on + timedelta(days=dice.whole(60, 1500)),
        )


def _with_recent_leavers(workers: list[Worker], on: date, count: int) -> list[Worker]:
    """Let the last of those who left go last week only: some of their measures are still to be distributed."""
    gone = [n for n, w in enumerate(workers) if w.carries and w.ends_on is not None and w.ends_on < on]
    latest = sorted(gone, key=lambda n: (workers[n].ends_on or on, n))[-count:]
    last_day = on_working_day(on - timedelta(days=max(2, on.weekday() + 3)))
    return [_ending(worker, last_day) if n in latest else worker for n, worker in enumerate(workers)]


def _ending(worker: Worker, ends_on: date) -> Worker:
    contracts = tuple(c for c in worker.contracts if c.from_on <= ends_on)
    last = replace(contracts[-1], until_on=ends_on)
    return replace(worker, ends_on=ends_on, contracts=(*contracts[:-1], last))


def _contracts(started: date, ends_on: date | None, fte: Decimal, dice: Dice, on: date) -> tuple[Contract, ...]:
    """Give one contract, or two where hours changed in the last two years or will change soon."""
    if dice.chance(0.12):
        changed = _first_of_month(dice.day(on - timedelta(days=HISTORY_DAYS), on + timedelta(days=120)))
        other = dice.pick([option for option in _FTES if option != fte])
        if started < changed <= on:
            return (Contract(started, changed - timedelta(days=1), other), Contract(changed, ends_on, fte))
        if changed > on:
            return (Contract(started, changed - timedelta(days=1), fte), Contract(changed, ends_on, other))
    return (Contract(started, ends_on, fte),)


def _registration(role: Role, dice: Dice, on: date) -> date | None:
    """Give the end of the SKJ registration, renewed every five years; one in a hundred and twenty forgot to."""
    if role not in _REGISTERED_ROLES:
        return None
    lapsed = role is Role.YOUTH_PROTECTION and dice.chance(1 / 120)
    return on - timedelta(days=dice.whole(5, 60)) if lapsed else on + timedelta(days=dice.whole(40, 5 * YEAR))


def _onboarding(role: Role, started: date, dice: Dice, on: date) -> Onboarding:
    if (on - started).days > HISTORY_DAYS:
        return Onboarding.NONE
    if role in _NEWCOMER_ROLES or dice.chance(0.55):
        return Onboarding.STARTER
    return Onboarding.EXPERIENCED


def _this_year(dice: Dice, on: date) -> date:
    return _first_of_month(dice.day(on - timedelta(days=YEAR - 31), on))


def _long_ago(dice: Dice, on: date) -> date:
    years = min(28.0, 1.1 + dice.exponential(6.5))
    return _first_of_month(on - timedelta(days=round(years * YEAR)))


def _first_of_month(day: date) -> date:
    return day.replace(day=1)


def _supporters(plan: DemoPlan, workers: dict[str, Worker]) -> tuple[Supporter, ...]:
    """Tie support workers to teams of their location; where teams outnumber them, one serves two teams."""
    rows = []
    for place in plan.places:
        teams = [team.key for team in place.teams]
        support = [w for w in workers.values() if w.role is Role.SUPPORT and w.team in teams]
        uncovered = [team for team in teams if team not in {w.team for w in support}]
        for worker in support:
            served = [worker.team, *uncovered[:1]]
            uncovered = uncovered[1:]
            hours = worker.contracts[0].fte * 36
            each = (hours / len(served)).quantize(Decimal("0.5"))
            rows += [Supporter(worker.key, team, each) for team in served]
    return tuple(rows)
