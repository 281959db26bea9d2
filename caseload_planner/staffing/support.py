"""What support workers free of caseworkers' time: always relief (verlichting) beside the load, never a lower load.

For a team with M running measures and f support fte, each quantity at its low, likely or high value:

    movable hours a week  = sum over tasks of M x per month x 12 / 52 x minutes / 60 x movable x adopted(week)
    relief hours          = min(f x 36 x productive share,  movable hours)
    relief fte            = min(relief hours / 36,  freed share x f,  largest share x deployable fte)
    relief points         = relief fte x working norm

Adoption grows evenly over a task's learning weeks. The last two limits are those of the Caseload page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from caseload_planner.staffing.support_assumptions import HIGH, LIKELY, LOW, SupportAssumptions, SupportTask

HOURS_PER_FTE = 36.0
MONTHS_A_WEEK = 12.0 / 52.0
STEP_FTE = 0.1
"""Support is handed out in tenths of an fte, where the next tenth frees most."""
SETTLED_WEEKS = 520.0
"""So long after the start everybody has learnt to hand over."""
NOTHING_YET: Mapping[str, float] = MappingProxyType({})
_NO_MORE = 1e-9


class ReliefLimit(StrEnum):
    """What keeps a team's relief from being more."""

    HOURS = "hours"
    TASKS = "tasks"
    FREED_SHARE = "freed_share"
    LARGEST_SHARE = "largest_share"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class SupportedTeam:
    """What bears on a team's relief."""

    team: str
    measures: float
    deployable_fte: float


@dataclass(frozen=True, slots=True)
class TeamRelief:
    """A team's relief with so much support: low, likely and high, and what limits it in the likely case."""

    team: str
    support_fte: float
    relief_fte: tuple[float, float, float]
    limit: ReliefLimit


@dataclass(frozen=True, slots=True)
class SupportEffect:
    """The relief of all teams with so much support together.

    Attributes
    ----------
    relief_fte, relief_points
        Low, likely, high.
    next_tenth_points
        Likely points that another 0.1 fte would free where it frees most.
    """

    fte: float
    teams: tuple[TeamRelief, ...]
    relief_fte: tuple[float, float, float]
    relief_points: tuple[float, float, float]
    next_tenth_points: float


def adopted_share(task: SupportTask, variant: int, week: float) -> float:
    """Give which share of what can move is handed over so many weeks after the start."""
    if task.learning_weeks <= 0:
        return task.adopted[variant]
    return task.adopted[variant] * min(1.0, week / task.learning_weeks)


def movable_hours(support: SupportAssumptions, measures: float, variant: int, week: float = SETTLED_WEEKS) -> float:
    """Give the hours a week that caseworkers of a team can hand over."""
    per_measure = sum(
        task.per_measure_month[variant]
        * task.minutes[variant]
        * task.movable[variant]
        * adopted_share(task, variant, week)
        for task in support.tasks
    )
    return measures * per_measure * MONTHS_A_WEEK / 60.0


def team_relief(
    support: SupportAssumptions, team: SupportedTeam, fte: float, variant: int = LIKELY, week: float = SETTLED_WEEKS
) -> tuple[float, ReliefLimit]:
    """Give the fte that so much support frees in a team, and which limit that is."""
    limits = (
        (fte * support.productive_share, ReliefLimit.HOURS),
        (movable_hours(support, team.measures, variant, week) / HOURS_PER_FTE, ReliefLimit.TASKS),
        (fte * support.freed_share[variant], ReliefLimit.FREED_SHARE),
        (team.deployable_fte * support.largest_share, ReliefLimit.LARGEST_SHARE),
    )
    relief, limit = min(limits, key=lambda pair: pair[0])
    return relief, limit if fte > 0 else ReliefLimit.NOBODY


def spread_support(
    support: SupportAssumptions, teams: Sequence[SupportedTeam], fte: float, beside: Mapping[str, float] = NOTHING_YET
) -> dict[str, float]:
    """Hand out support, a tenth at a time where it frees most; relief has falling returns, so nothing beats that.

    Once nothing more is freed anywhere the rest goes round by size.

    Parameters
    ----------
    beside
        Fte by team that stays where it is; counted in the answer.
    """
    given = {team.team: beside.get(team.team, 0.0) for team in teams}
    if not teams:
        return given
    tenths, rest = divmod(round(fte * 1000), round(STEP_FTE * 1000))
    steps = [STEP_FTE] * tenths + ([rest / 1000] if rest else [])
    for step in steps:
        best = _best_team(support, teams, given, step)
        given[best.team] = round(given[best.team] + step, 6)
    return given


def _best_team(
    support: SupportAssumptions, teams: Sequence[SupportedTeam], given: dict[str, float], step: float
) -> SupportedTeam:
    """Choose where the next step frees most; of equals the team with most fte for its support."""
    return max(
        teams,
        key=lambda team: (
            round(_gain(support, team, given[team.team], step), 12),
            team.deployable_fte / (given[team.team] + step),
            team.team,
        ),
    )


def _gain(support: SupportAssumptions, team: SupportedTeam, fte: float, step: float) -> float:
    return team_relief(support, team, fte + step)[0] - team_relief(support, team, fte)[0]


def support_effect(
    support: SupportAssumptions,
    teams: Sequence[SupportedTeam],
    given: Mapping[str, float],
    working_norm: float,
    *,
    fte: float | None = None,
) -> SupportEffect:
    """Give the relief of support that is handed out: the sum over teams.

    Parameters
    ----------
    given
        Support fte by team.
    working_norm
        Points per deployable fte.
    fte
        What was asked for in all, where there may be no team to give it to.
    """
    rows = []
    for team in teams:
        tied = given.get(team.team, 0.0)
        low, likely, high = (team_relief(support, team, tied, variant)[0] for variant in (LOW, LIKELY, HIGH))
        rows.append(TeamRelief(team.team, tied, (low, likely, high), team_relief(support, team, tied)[1]))
    relief = tuple(sum(row.relief_fte[variant] for row in rows) for variant in (LOW, LIKELY, HIGH))
    gains = [_gain(support, team, given.get(team.team, 0.0), STEP_FTE) for team in teams]
    low, likely, high = relief
    return SupportEffect(
        fte=sum(given.values()) if fte is None else fte,
        teams=tuple(rows),
        relief_fte=(low, likely, high),
        relief_points=(low * working_norm, likely * working_norm, high * working_norm),
        next_tenth_points=max(gains, default=0.0) * working_norm,
    )


def saturation_fte(support: SupportAssumptions, teams: Sequence[SupportedTeam]) -> float | None:
    """Give the support fte from which on another tenth frees nothing anywhere; None where one fte frees nothing."""
    total = 0.0
    for team in teams:
        per_fte = min(support.productive_share, support.freed_share[LIKELY])
        if per_fte <= 0:
            return None
        most = min(
            movable_hours(support, team.measures, LIKELY) / HOURS_PER_FTE, team.deployable_fte * support.largest_share
        )
        total += -(-(most / per_fte - _NO_MORE) // STEP_FTE) * STEP_FTE if most > 0 else 0.0
    return round(total, 1)


def marginal_curve(
    support: SupportAssumptions, teams: Sequence[SupportedTeam], most_fte: float, working_norm: float
) -> list[tuple[float, tuple[float, float, float]]]:
    """Give relief points (low, likely, high) for every tenth of support fte from nothing up to `most_fte`."""
    given = {team.team: 0.0 for team in teams}
    curve = [(0.0, (0.0, 0.0, 0.0))]
    if not teams:
        return curve
    for tenth in range(1, round(most_fte / STEP_FTE) + 1):
        best = _best_team(support, teams, given, STEP_FTE)
        given[best.team] = round(given[best.team] + STEP_FTE, 6)
        curve.append((round(tenth * STEP_FTE, 1), support_effect(support, teams, given, working_norm).relief_points))
    return curve
