"""Frozen values of the organisation to rows and back.

``..._row`` gives the columns of a value by name; ``..._of`` makes the value from the columns in the order of its table.
"""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.domain.measures import Measure, MeasureType, Method, Wanted
from caseload_planner.domain.norm import Norm, Phase, Policy
from caseload_planner.domain.organisation import (
    Absence,
    Contract,
    Employment,
    Onboarding,
    Role,
    Supporter,
    Team,
    Worker,
)
from caseload_planner.persistence.column_values import (
    codes_of,
    codes_text,
    day_of,
    day_or_none,
    day_text,
    decimal_of,
    decimal_text,
)

Columns = dict[str, Any]
Row = Sequence[Any]


def team_row(team: Team) -> Columns:
    """Give the columns of a team."""
    return {"team": team.key, "name": team.name, "region": team.region, "location": team.location}


def team_of(row: Row) -> Team:
    """Make a team."""
    return Team(*row)


def worker_row(worker: Worker) -> Columns:
    """Give the columns of a worker, without her contracts and absences."""
    return {
        "worker": worker.key,
        "name": worker.name,
        "team": worker.team,
        "role": worker.role.value,
        "employment": worker.employment.value,
        "started_on": day_text(worker.started_on),
        "ends_on": day_text(worker.ends_on),
        "skj_until": day_text(worker.skj_until),
        "skills": codes_text(worker.skills),
        "task_share": decimal_text(worker.task_share),
        "personal_ceiling": worker.personal_ceiling,
        "onboarding": worker.onboarding.value,
        "wishes": codes_text(worker.wishes),
    }


def worker_of(row: Row, contracts: tuple[Contract, ...], absences: tuple[Absence, ...]) -> Worker:
    """Make a worker with her contracts and absences."""
    key, name, team, role, employment, started, ends, skj, skills, task_share, ceiling, onboarding, wishes = row
    return Worker(
        key=key,
        name=name,
        team=team,
        role=Role(role),
        employment=Employment(employment),
        started_on=day_of(started),
        ends_on=day_or_none(ends),
        skj_until=day_or_none(skj),
        skills=codes_of(skills),
        task_share=decimal_of(task_share),
        personal_ceiling=ceiling,
        onboarding=Onboarding(onboarding),
        wishes=codes_of(wishes),
        contracts=contracts,
        absences=absences,
    )


def contract_row(worker: str, contract: Contract) -> Columns:
    """Give the columns of a worker's contract."""
    return {
        "worker": worker,
        "from_on": day_text(contract.from_on),
        "until_on": day_text(contract.until_on),
        "fte": decimal_text(contract.fte),
    }


def contract_of(row: Row) -> Contract:
    """Make a contract; the worker in the first column is left to the reader."""
    _, from_on, until_on, fte = row
    return Contract(day_of(from_on), day_or_none(until_on), decimal_of(fte))


def absence_row(worker: str, absence: Absence) -> Columns:
    """Give the columns of a worker's absence."""
    return {
        "worker": worker,
        "from_on": day_text(absence.from_on),
        "until_on": day_text(absence.until_on),
        "share": decimal_text(absence.share),
    }


def absence_of(row: Row) -> Absence:
    """Make an absence; the worker in the first column is left to the reader."""
    _, from_on, until_on, share = row
    return Absence(day_of(from_on), day_or_none(until_on), decimal_of(share))


def measure_row(measure: Measure) -> Columns:
    """Give the columns of a measure."""
    return {
        "measure": measure.key,
        "family": measure.family,
        "youth": measure.youth,
        "type": measure.type.value,
        "reported_on": day_text(measure.reported_on),
        "started_on": day_text(measure.started_on),
        "expected_end": day_text(measure.expected_end),
        "closed_on": day_text(measure.closed_on),
        "team": measure.team,
        "factors": codes_text(measure.factors),
        "duo": measure.duo.value,
        "sns": measure.sns.value,
        "method": measure.method.value,
        "first_contact_on": day_text(measure.first_contact_on),
        "plan_on": day_text(measure.plan_on),
    }


def measure_of(row: Row) -> Measure:
    """Make a measure."""
    key, family, youth, type_, reported, started, expected, closed, team, factors, duo, sns, method, contact, plan = row
    return Measure(
        key=key,
        family=family,
        youth=youth,
        type=MeasureType(type_),
        reported_on=day_of(reported),
        started_on=day_or_none(started),
        expected_end=day_or_none(expected),
        closed_on=day_or_none(closed),
        team=team,
        factors=codes_of(factors),
        duo=Wanted(duo),
        sns=Wanted(sns),
        method=Method(method),
        first_contact_on=day_or_none(contact),
        plan_on=day_or_none(plan),
    )


def assignment_row(assignment: Assignment) -> Columns:
    """Give the columns of an assignment."""
    return {
        "measure": assignment.measure,
        "worker": assignment.worker,
        "position": assignment.position.value,
        "from_on": day_text(assignment.from_on),
        "until_on": day_text(assignment.until_on),
    }


def assignment_of(row: Row) -> Assignment:
    """Make an assignment."""
    measure, worker, position, from_on, until_on = row
    return Assignment(
        measure=measure,
        worker=worker,
        position=Position(position),
        from_on=day_of(from_on),
        until_on=day_or_none(until_on),
    )


def supporter_row(supporter: Supporter) -> Columns:
    """Give the columns of a supporter."""
    return {
        "worker": supporter.worker,
        "team": supporter.team,
        "hours_per_week": decimal_text(supporter.hours_per_week),
    }


def supporter_of(row: Row) -> Supporter:
    """Make a supporter."""
    worker, team, hours = row
    return Supporter(worker, team, decimal_of(hours))


def norm_row(norm: Norm) -> Columns:
    """Give the columns of a norm version; its tables as JSON by name."""
    weights = {
        type_.value: [[phase.from_month, phase.weight] for phase in phases] for type_, phases in norm.weights.items()
    }
    return {
        "valid_from": day_text(norm.valid_from),
        "funded": norm.funded,
        "working": norm.working,
        "ceiling": norm.ceiling,
        "duo_first_share": decimal_text(norm.duo_first_share),
        "sibling_factor": decimal_text(norm.sibling_factor),
        "concurrency_factor": decimal_text(norm.concurrency_factor),
        "factor_cap": norm.factor_cap,
        "weights": json.dumps(weights, sort_keys=True),
        "factors": json.dumps(dict(norm.factors), sort_keys=True),
    }


def norm_of(row: Row) -> Norm:
    """Make a norm version."""
    valid_from, funded, working, ceiling, duo_first, sibling, concurrency, factor_cap, weights, factors = row
    return Norm(
        valid_from=date.fromisoformat(valid_from),
        funded=funded,
        working=working,
        ceiling=ceiling,
        duo_first_share=decimal_of(duo_first),
        sibling_factor=decimal_of(sibling),
        concurrency_factor=decimal_of(concurrency),
        factor_cap=factor_cap,
        weights={
            MeasureType(type_): tuple(Phase(*phase) for phase in phases)
            for type_, phases in json.loads(weights).items()
        },
        factors=json.loads(factors),
    )


POLICY_KEY = "policy"
"""There is one policy; its rows share this key."""


def policy_row(policy: Policy) -> Columns:
    """Give the columns of the policy."""
    return {
        "policy": POLICY_KEY,
        "long_absence_days": policy.long_absence_days,
        "open_absence_days": policy.open_absence_days,
        "short_return_days": policy.short_return_days,
        "leaving_days": policy.leaving_days,
        "starter_days": policy.starter_days,
        "intake_per_fte": policy.intake_per_fte,
    }


def policy_of(row: Row) -> Policy:
    """Make the policy."""
    _, long_absence, open_absence, short_return, leaving, starter, intake = row
    return Policy(
        long_absence_days=long_absence,
        open_absence_days=open_absence,
        short_return_days=short_return,
        leaving_days=leaving,
        starter_days=starter,
        intake_per_fte=intake,
    )
