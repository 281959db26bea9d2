"""A round to solve: what is asked, who may take what, and the digest by which a stale proposal is known."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cached_property

from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.caseload import Caseload, caseload_on
from caseload_planner.domain.errors import RuleRefusalError, UnknownKeyError
from caseload_planner.domain.organisation import Organisation, Skill
from caseload_planner.rules.ceiling import room_for
from caseload_planner.rules.duo import Duo, only_as_sns_pair
from caseload_planner.rules.hard_rules import OVERRIDABLE, breaches_of_pair, judge_pair
from caseload_planner.rules.region import help_is_asked
from caseload_planner.rules.round import Breach, ContactPosition, Pin, Placement, Round, plan_of


@dataclass(frozen=True, slots=True)
class Choices:
    """Who may take a measure, by key, sorted: alone, as first of a duo, and as second."""

    alone: tuple[str, ...]
    leads: tuple[str, ...]
    seconds: tuple[str, ...]

    @property
    def firsts(self) -> tuple[str, ...]:
        """Everybody who may be first contact."""
        return tuple(sorted({*self.alone, *self.leads}))


@dataclass(frozen=True)
class DistributionProblem:
    """A round with the choices that its rules leave open, by asked measure."""

    round: Round
    request: ProposalRequest
    choices: Mapping[str, Choices]

    @cached_property
    def digest(self) -> str:
        """A hash of the problem's inputs: request, measures, candidates and norm, and of nothing else; not of names."""
        round_ = self.round
        norm = round_.caseload.norm
        candidates = {
            key: [
                # Nothing depends on what somebody is called, and presentation calls everybody something else.
                _plain(replace(round_.worker(key), name="")),
                round_.load_before(key),
                round_.taken_this_week.get(key, 0),
                _plain(round_.capacity(key)),
                _plain(replace(round_.caseload.organisation.team_of(key), name="")),
            ]
            for key in round_.candidates
        }
        measures = {
            key: [
                _plain(round_.measure(key)),
                round_.caseload.weights[key].total,
                round_.known_firsts[round_.measure(key).family],
                round_.known_seconds[key],
            ]
            for key in round_.asked
        }
        inside = set(round_.candidates)
        families = {round_.measure(key).family for key in round_.asked}
        organisation = round_.caseload.organisation
        document = [
            _plain((self.request.on, self.request.pins, self.request.exclusions, self.request.profile)),
            measures,
            candidates,
            sorted(pair for pair in round_.partners if inside >= set(pair)),
            sorted(pair for pair in organisation.conflicts if pair[1] in families),
            _plain(norm),
            _plain(round_.caseload.policy),
            # Nothing where nothing is asked or closed: proposals of before either could be keep their digest.
            *([sorted(round_.helped)] if round_.helped else []),
            *([{"closed": closed}] if (closed := _closed_to_new(round_)) else []),
        ]
        return hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()


def build_problem(organisation: Organisation, request: ProposalRequest) -> DistributionProblem:
    """Make the problem that a request asks.

    Raises
    ------
    UnknownKeyError
        A team, measure or worker that does not exist.
    RuleRefusalError
        A measure that is not to be distributed (H13), or a pin that breaks an unstarred rule.
    """
    round_ = open_round(organisation, request)
    for pin in round_.pins.values():
        _refuse_impossible_pin(round_, pin)
    return DistributionProblem(round_, request, {key: _choices(round_, key) for key in round_.asked})


def open_round(organisation: Organisation, request: ProposalRequest, caseload: Caseload | None = None) -> Round:
    """Open the round that a request asks; `caseload` saves work where that of the date is known already."""
    _check_keys(organisation, request)
    caseload = caseload if caseload is not None else caseload_on(organisation, request.on)
    asked = _asked(caseload, request)
    regions = {organisation.region_of_measure(key) for key in asked}
    pinned = {worker for pin in request.pins for worker in (pin.first, pin.second) if worker is not None}
    helped = frozenset(request.helped) & frozenset(asked)
    candidates = [
        key
        for key in caseload.carrying_workers
        if helped or organisation.region_of_worker(key) in regions or key in pinned
    ]
    return Round(
        caseload=caseload,
        asked=asked,
        candidates=tuple(sorted({*candidates, *pinned})),
        pins=_pins_by_measure(request.pins, asked),
        exclusions=frozenset(request.exclusions),
        wish_weights=dict(request.wish_weights),
        kept={placement.measure: placement for placement in request.kept},
        helped=helped,
    )


def _check_keys(organisation: Organisation, request: ProposalRequest) -> None:
    measures = [*request.measures, *request.helped]
    measures += [*(pin.measure for pin in request.pins), *(key for key, _ in request.exclusions)]
    workers = [worker for pin in request.pins for worker in (pin.first, pin.second) if worker is not None]
    workers += [worker for _, worker in request.exclusions]
    asked: tuple[tuple[str, Iterable[str], Mapping[str, object]], ...] = (
        ("team", request.teams, organisation.teams),
        ("measure", measures, organisation.measures),
        ("worker", workers, organisation.workers),
    )
    for kind, keys, known in asked:
        for key in keys:
            if key not in known:
                some = f"; there are {', '.join(sorted(known))}" if kind == "team" else ""
                raise UnknownKeyError(f"there is no {kind} {key}{some}", kind=kind, key=key)


def _asked(caseload: Caseload, request: ProposalRequest) -> tuple[str, ...]:
    open_keys = set(caseload.to_ask)
    if request.measures:
        for key in request.measures:
            if key not in open_keys:
                why = "does not run or has a first contact"
                if key in caseload.to_distribute:
                    why = "was given a first contact as of a later day"
                raise RuleRefusalError(
                    f"H13: {key} is not to be distributed on {request.on}: it {why}",
                    rule="H13",
                    code="not_to_distribute",
                    measure=key,
                )
        return tuple(sorted(set(request.measures)))
    measures = caseload.organisation.measures
    return tuple(sorted(key for key in open_keys if not request.teams or measures[key].team in request.teams))


def _pins_by_measure(pins: Iterable[Pin], asked: tuple[str, ...]) -> dict[str, Pin]:
    by_measure: dict[str, Pin] = {}
    for pin in pins:
        if pin.measure in by_measure:
            raise RuleRefusalError(
                f"H11: {pin.measure} is pinned twice", rule="H11", code="pinned_twice", measure=pin.measure
            )
        if pin.measure not in asked:
            raise RuleRefusalError(
                f"H13: {pin.measure} is pinned and is not to be distributed",
                rule="H13",
                code="not_to_distribute",
                measure=pin.measure,
            )
        by_measure[pin.measure] = pin
    return by_measure


def _refuse_impossible_pin(round_: Round, pin: Pin) -> None:
    if pin.second == pin.first:
        raise RuleRefusalError(f"H2: {pin.measure} cannot have {pin.first} twice", rule="H2", code="one_person_twice")
    contacts: list[tuple[ContactPosition, str]] = [(Position.FIRST, pin.first)]
    if pin.second is not None:
        contacts.append((Position.SECOND, pin.second))
    for position, worker in contacts:
        for breach in judge_pair(round_, pin.measure, worker, position):
            if breach.rule not in OVERRIDABLE:
                raise RuleRefusalError(
                    f"{breach.rule}: {worker} cannot be {position.value} contact of {pin.measure} ({breach.code})",
                    rule=breach.rule,
                    code=breach.code,
                    measure=pin.measure,
                    worker=worker,
                    position=position.value,
                )
    if pin.second is not None:
        _refuse_impossible_duo(round_, pin)


def _refuse_impossible_duo(round_: Round, pin: Pin) -> None:
    """Refuse two who cannot stand together though each could stand with another."""
    together = plan_of(round_, [Placement(pin.measure, pin.first, pin.second)])
    breach = next(Duo().judge_round(together), None)
    if breach is not None:
        raise RuleRefusalError(
            f"H2: {pin.first} and {pin.second} cannot be the duo of {pin.measure} ({breach.code})",
            rule=breach.rule,
            code=breach.code,
            measure=pin.measure,
            worker=pin.second,
        )


def stands_in_the_way(round_: Round, breach: Breach) -> bool:
    """Whether a breach takes a choice away.

    A starred rule does not where the leader pinned that very person, nor the region where she asked others to help.
    """
    if breach.rule not in OVERRIDABLE or breach.measure is None:
        return True
    if help_is_asked(round_, breach):
        return False
    pin = round_.pins.get(breach.measure)
    return pin is None or breach.worker not in {pin.first, pin.second}


def _admissible(round_: Round, measure: str, position: ContactPosition) -> list[str]:
    return [
        worker
        for worker in round_.candidates
        if not any(stands_in_the_way(round_, b) for b in breaches_of_pair(round_, measure, worker, position))
    ]


def _choices(round_: Round, key: str) -> Choices:
    measure, pin = round_.measure(key), round_.pins.get(key)
    whole, _ = round_.shares(key, duo=False)
    lead_share, second_share = round_.shares(key, duo=True)
    firsts = _admissible(round_, key, Position.FIRST)
    alone = [] if measure.asks_duo or (pin and pin.second) else [w for w in firsts if whole <= room_for(round_, w, key)]
    if not measure.may_have_second:
        return Choices(tuple(alone), (), ())
    sns_only = only_as_sns_pair(measure)
    leads = [w for w in firsts if not sns_only or Skill.SNS in round_.worker(w).skills]
    leads = [w for w in leads if lead_share <= room_for(round_, w, key)]
    seconds = _admissible(round_, key, Position.SECOND)
    seconds = [w for w in seconds if second_share <= room_for(round_, w, key)]
    if not leads or not seconds or (len(leads) == 1 and leads == seconds):
        leads, seconds = [], []
    return Choices(tuple(alone), tuple(leads), tuple(seconds))


def _closed_to_new(round_: Round) -> list[str]:
    """Give the candidates whom an accepted wind-down plan keeps from new cases on the date; most rounds have none."""
    organisation = round_.caseload.organisation
    return [key for key in round_.candidates if organisation.takes_nothing_new(key, round_.on)]


def _plain(value: object) -> object:
    """Turn a frozen value into JSON that is the same in every process."""
    if is_dataclass(value) and not isinstance(value, type):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value.normalize())
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(str(_plain(item)) for item in value)
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
