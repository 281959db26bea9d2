"""The assumption cards of Formatie: what can be slid, between which limits, and what our own history says of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

from PySide6.QtCore import QCoreApplication

from caseload_planner.gui import formatting
from caseload_planner.gui.establishment_texts import assumption_hint
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.viewmodels.establishment_values import list_text
from caseload_planner.staffing.calibration import Calibration
from caseload_planner.staffing.durations import DAYS_A_WEEK
from caseload_planner.staffing.scenario import Hire, NormStep, Scenario, TeamD, TeamDPlan

translate = QCoreApplication.translate
HIRED_IN_WEEKS = 4
NORM_IN_WEEKS = 26
NORM_DECIMALS = 2
_SAME_NORM = 1e-9


class Unit(Enum):
    """How the value of a card is written."""

    PERCENT = "percent"
    WEEKS = "weeks"
    PEOPLE = "people"
    POINTS = "points"
    FTE = "fte"


@dataclass(frozen=True, slots=True)
class CardContext:
    """What holds today, for what a scenario leaves as it is."""

    funded: float
    working: float
    support_fte: float
    on: date


Get = Callable[[Scenario, CardContext], float]
Put = Callable[[Scenario, CardContext, float], Scenario]


@dataclass(frozen=True, slots=True)
class CardSpec:
    """One slider: its key, limits and step in its own unit, and how it reads and changes a scenario."""

    key: str
    unit: Unit
    low: float
    high: float
    step: float
    get: Get
    put: Put


@dataclass(frozen=True, slots=True)
class Card:
    """A card as it is shown.

    Attributes
    ----------
    value
        In the unit of the card; percent as 0-100.
    changed
        Whether it differs from the base.
    history
        What our own history says, in words; empty where there is nothing to say.
    hint
        What it counts, or who comes and what changes when.
    """

    spec: CardSpec
    value: float
    base_value: float
    changed: bool
    history: str
    reason: str
    hint: str


def cards_of(
    scenario: Scenario, base: Scenario, context: CardContext, calibration: Calibration | None
) -> tuple[Card, ...]:
    """Make the cards of a scenario beside its base."""
    cards = []
    for spec in CARDS:
        value, base_value = spec.get(scenario, context), spec.get(base, context)
        cards.append(
            Card(
                spec,
                value,
                base_value,
                changed=abs(value - base_value) > spec.step / 100,
                history=history_words(spec.key, calibration),
                reason=scenario.reasons.get(spec.key, ""),
                hint=_hint(spec.key, scenario),
            )
        )
    return tuple(cards)


def _hint(key: str, scenario: Scenario) -> str:
    if key == "hires":
        coming = scenario.hires or (Hire(people=1, in_weeks=HIRED_IN_WEEKS),)
        words = translate("Cards", "Besides those who fill empty places: %1.")
        return with_values(words, list_text(coming))
    if key == "norm_steps" and scenario.norm_steps:
        words = list_text(scenario.norm_steps)
        return f"{words[:1].upper()}{words[1:]}."
    return assumption_hint(key)


def value_words(spec: CardSpec, value: float) -> str:
    """Write a value with its unit."""
    if spec.unit is Unit.PERCENT:
        decimals = 0 if spec.step >= 1 else 1
        return f"{formatting.number(value, decimals)}{formatting.NARROW_SPACE}%"
    if spec.unit is Unit.WEEKS:
        return translate("Cards", "%1 weeks").replace("%1", formatting.number(value, 0))
    if spec.unit is Unit.PEOPLE:
        return formatting.number(value, 0)
    decimals = 1 if spec.unit is Unit.FTE else 2
    unit = translate("Cards", "%1 fte") if spec.unit is Unit.FTE else translate("Cards", "%1 points")
    return unit.replace("%1", formatting.number(value, decimals))


def history_words(key: str, calibration: Calibration | None) -> str:
    """Say what our own history says of an assumption, and how sure that is."""
    if calibration is None:
        return ""
    if key == "inflow.level":
        return _inflow_words(calibration)
    finding = calibration.findings.get(key)
    if finding is None:
        return ""
    if not finding.enough:
        return translate("Cards", "Own history: too little to go by.")
    return (
        translate("Cards", "Own history: %1 (%2 to %3).")
        .replace("%1", _percent(finding.value))
        .replace("%2", _percent(finding.low))
        .replace("%3", _percent(finding.high))
    )


def _inflow_words(calibration: Calibration) -> str:
    found = [finding for key, finding in calibration.findings.items() if key.startswith("inflow.per_week.")]
    if not sum(finding.events for finding in found):
        return translate("Cards", "Own history: too little to go by.")
    total = sum(finding.value for finding in found)
    return translate("Cards", "Own history: %1 new measures a week.").replace("%1", formatting.number(total, 1))


def _percent(share: float) -> str:
    return f"{formatting.number(share * 100, 1)}{formatting.NARROW_SPACE}%"


def _in(part: str, name: str, scale: float = 1.0) -> tuple[Get, Put]:
    """Read and change a number of a part of a scenario; percent are a hundred times the share."""

    def get(scenario: Scenario, _: CardContext) -> float:
        return float(getattr(getattr(scenario, part), name)) * scale

    def put(scenario: Scenario, _: CardContext, value: float) -> Scenario:
        exact: dict[str, Any] = {name: round(value / scale, 6)}
        return replace(scenario, **{part: replace(getattr(scenario, part), **exact)})

    return get, put


def _get_hires(scenario: Scenario, _: CardContext) -> float:
    return float(sum(hire.people for hire in scenario.hires))


def _put_hires(scenario: Scenario, _: CardContext, value: float) -> Scenario:
    """Let more or fewer people come as the first of them do; others change only where those are used up."""
    wanted = round(value)
    hires = list(scenario.hires) or [Hire(people=1, in_weeks=HIRED_IN_WEEKS)]
    others = sum(hire.people for hire in hires[1:])
    while hires[1:] and wanted < others:
        others -= hires.pop().people
    hires[0] = replace(hires[0], people=wanted - others)
    return replace(scenario, hires=tuple(hire for hire in hires if hire.people > 0))


def _get_team_d(scenario: Scenario, context: CardContext) -> float:
    team_d = scenario.team_d
    if team_d.plan is not TeamDPlan.NIL:
        return 0.0
    if team_d.nil_on is not None:
        return float(max(0, -(-(team_d.nil_on - context.on).days // DAYS_A_WEEK)))
    return float(team_d.nil_in_weeks or 0)


def _put_team_d(scenario: Scenario, _: CardContext, value: float) -> Scenario:
    weeks = round(value)
    return replace(scenario, team_d=TeamD(plan=TeamDPlan.NIL, nil_in_weeks=weeks) if weeks else TeamD())


def _get_norm(scenario: Scenario, context: CardContext) -> float:
    given = [step.funded for step in scenario.norm_steps if step.funded is not None]
    return given[-1] if given else context.funded


def _put_norm(scenario: Scenario, context: CardContext, value: float) -> Scenario:
    """Move the last step, at its own time; a step to the norm of today is none."""
    if not context.funded:
        return scenario
    steps = list(scenario.norm_steps)
    last = max((n for n, step in enumerate(steps) if step.funded is not None), default=None)
    step = NormStep(in_weeks=NORM_IN_WEEKS) if last is None else steps.pop(last)
    if abs(value - context.funded) >= _SAME_NORM:
        working = round(context.working * value / context.funded, NORM_DECIMALS)
        place = len(steps) if last is None else last
        steps.insert(place, replace(step, funded=round(value, NORM_DECIMALS), working=working))
    return replace(scenario, norm_steps=tuple(steps))


def _get_support(scenario: Scenario, context: CardContext) -> float:
    return context.support_fte if scenario.support.fte is None else scenario.support.fte


def _put_support(scenario: Scenario, _: CardContext, value: float) -> Scenario:
    return replace(scenario, support=replace(scenario.support, fte=round(value, 1)))


def _get_limit(scenario: Scenario, _: CardContext) -> float:
    return scenario.waiting.limit or 0.0


def _put_limit(scenario: Scenario, _: CardContext, value: float) -> Scenario:
    return replace(scenario, waiting=replace(scenario.waiting, limit=round(value, 1) if value >= 1 else None))


CARDS: tuple[CardSpec, ...] = (
    CardSpec("inflow.level", Unit.PERCENT, 50, 150, 1, *_in("inflow", "level", 100)),
    CardSpec("inflow.growth_per_year", Unit.PERCENT, -20, 30, 1, *_in("inflow", "growth_per_year", 100)),
    CardSpec("absence.share", Unit.PERCENT, 0, 20, 0.5, *_in("absence", "share", 100)),
    CardSpec("turnover.per_year", Unit.PERCENT, 0, 40, 0.5, *_in("turnover", "per_year", 100)),
    CardSpec("turnover.vacancy_weeks", Unit.WEEKS, 1, 52, 1, *_in("turnover", "vacancy_weeks")),
    CardSpec("turnover.replaced_share", Unit.PERCENT, 0, 100, 5, *_in("turnover", "replaced_share", 100)),
    CardSpec("turnover.starter_share", Unit.PERCENT, 0, 100, 5, *_in("turnover", "starter_share", 100)),
    CardSpec("hires", Unit.PEOPLE, 0, 40, 1, _get_hires, _put_hires),
    CardSpec("team_d", Unit.WEEKS, 0, 104, 1, _get_team_d, _put_team_d),
    CardSpec("norm_steps", Unit.POINTS, 10, 16, 0.1, _get_norm, _put_norm),
    CardSpec("support.fte", Unit.FTE, 0, 30, 0.1, _get_support, _put_support),
    CardSpec("waiting.limit", Unit.POINTS, 0, 20, 0.5, _get_limit, _put_limit),
    CardSpec(
        "transitions.provisional_to_supervision",
        Unit.PERCENT,
        0,
        100,
        5,
        *_in("transitions", "provisional_to_supervision", 100),
    ),
)
