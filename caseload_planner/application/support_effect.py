"""What support workers (ondersteuners) free, with so many fte of them: one calculation for the page and the command."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from caseload_planner.application.services import Services
from caseload_planner.domain.caseload import Caseload, caseload_on
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.relief import HOURS_PER_FTE
from caseload_planner.staffing.registration import Stream, stream_of
from caseload_planner.staffing.scenario import Scenario
from caseload_planner.staffing.support import (
    SupportedTeam,
    SupportEffect,
    marginal_curve,
    saturation_fte,
    spread_support,
    support_effect,
)
from caseload_planner.staffing.support_assumptions import LIKELY, SupportAssumptions
from caseload_planner.staffing.support_price import Price, prices

STREAM_WEEKS = 104
CURVE_BEYOND_FTE = 2.0
_HUNDREDTHS = 100.0


@dataclass(frozen=True, eq=False, kw_only=True)
class SupportAnswer:
    """What support brings on a date.

    Attributes
    ----------
    load, contract_fte
        Of everybody: they are the same with any support, as relief is no lower caseload.
    now
        With the support there is, in the teams it is tied to.
    asked
        With each fte asked, handed out where it frees most.
    saturation_fte
        From which on another tenth frees nothing; None where support frees nothing at all.
    curve
        Points (low, likely, high) by tenth of support fte.
    """

    on: date
    working_norm: float
    load: float
    contract_fte: float
    now: SupportEffect
    asked: tuple[SupportEffect, ...]
    saturation_fte: float | None
    curve: tuple[tuple[float, tuple[float, float, float]], ...]
    prices: tuple[Price, ...]
    assistants: int
    stream: tuple[Stream, ...]


def effect_of_support(
    services: Services, on: date | None, fte: Sequence[float], scenario: Scenario | None = None
) -> SupportAnswer:
    """Work out the effect of so many support fte on the data as they are now; without a date on those of today."""
    with services.store.read() as unit:
        organisation = unit.snapshot()
    return support_answer(organisation, on or services.clock.today(), fte, scenario or Scenario())


def support_answer(organisation: Organisation, on: date, fte: Sequence[float], scenario: Scenario) -> SupportAnswer:
    """Work out the effect of so many support fte on an organisation."""
    caseload = caseload_on(organisation, on)
    support, norm = scenario.support, caseload.norm.working / _HUNDREDTHS
    teams = supported_teams(caseload)
    now = support_effect(support, teams, support_now(caseload), norm)
    asked = tuple(support_effect(support, teams, spread_support(support, teams, one), norm, fte=one) for one in fte)
    most = saturation_fte(support, teams)
    until = max([now.fte, *fte, *(() if most is None else (most,))]) + CURVE_BEYOND_FTE
    one_more = _of_one_more(support, teams, support_now(caseload), norm)
    assistants = [w for w in caseload.carrying_workers if organisation.workers[w].role.value == "assistant"]
    assistant_fte = sum(float(caseload.capacities[key].contract_fte) for key in assistants)
    totals = caseload.team_totals()
    return SupportAnswer(
        on=on,
        working_norm=norm,
        load=sum(weight.total for weight in caseload.weights.values()) / _HUNDREDTHS,
        contract_fte=float(sum(total.contract_fte for total in totals)),
        now=now,
        asked=asked,
        saturation_fte=most,
        curve=tuple(marginal_curve(support, teams, until, norm)),
        prices=tuple(prices(scenario, one_more, norm)),
        assistants=len(assistants),
        stream=tuple(
            stream_of(
                len(assistants),
                assistant_fte / max(1, len(assistants)),
                scenario.assistants.registered_in_a_year,
                STREAM_WEEKS,
            )
        ),
    )


def supported_teams(caseload: Caseload) -> tuple[SupportedTeam, ...]:
    """Give each team's running measures (where their first contact is) and deployable fte."""
    organisation = caseload.organisation
    measures = dict.fromkeys(organisation.teams, 0)
    for key, holders in caseload.holders.items():
        team = organisation.measures[key].team if holders.first is None else organisation.workers[holders.first].team
        measures[team] += 1
    fte = dict.fromkeys(organisation.teams, 0.0)
    for key in caseload.carrying_workers:
        fte[organisation.workers[key].team] += float(caseload.capacities[key].deployable_fte)
    return tuple(SupportedTeam(team, float(measures[team]), fte[team]) for team in organisation.teams)


def support_now(caseload: Caseload) -> dict[str, float]:
    """Give the support fte tied to each team today."""
    organisation = caseload.organisation
    given = dict.fromkeys(organisation.teams, 0.0)
    for row in organisation.supporters:
        if organisation.workers[row.worker].in_service(caseload.on):
            given[row.team] += float(row.hours_per_week / HOURS_PER_FTE)
    return given


def _of_one_more(
    support: SupportAssumptions, teams: Sequence[SupportedTeam], given: Mapping[str, float], norm: float
) -> tuple[float, float, float]:
    """Give the points that one support fte frees beside those that there are: lowest, likely, highest.

    Where the limits are near, the high assumptions reach them first, so that they may add the least.
    """
    before = support_effect(support, teams, given, norm).relief_points
    after = support_effect(support, teams, spread_support(support, teams, 1.0, beside=given), norm).relief_points
    more = [max(0.0, round(then - now, 9)) for now, then in zip(before, after, strict=True)]
    return min(more), more[LIKELY], max(more)
