"""An organisation as the rows of the interchange files: the same organisation always gives the same texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from caseload_planner.application.import_source import SourceFile
from caseload_planner.domain.measures import Measure
from caseload_planner.domain.organisation import Organisation, Worker
from caseload_planner.domain.points import Hundredths, to_points
from caseload_planner.exchange.layout import COLUMNS, LIST_SEPARATOR, OPTIONAL_MEASURE_COLUMNS

Cell = str | Decimal
"""A text, or a number that a workbook writes as a number."""


@dataclass(frozen=True, slots=True)
class RenderedTable:
    """The rows of one file under its header, by key."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def number_text(number: Decimal) -> str:
    """Write a number without exponent and trailing zeros: 1, 0.6, 12.8."""
    text = format(number, "f")
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text


def render(organisation: Organisation) -> Mapping[SourceFile, RenderedTable]:
    """Give every table but the norm, in the order of the files."""
    workers = [organisation.workers[key] for key in sorted(organisation.workers)]
    measures = [organisation.measures[key] for key in sorted(organisation.measures)]
    teams = [organisation.teams[key] for key in sorted(organisation.teams)]
    optional = OPTIONAL_MEASURE_COLUMNS if any(m.first_contact_on or m.plan_on for m in measures) else ()
    measure_rows = [_measure(measure)[: len(COLUMNS[SourceFile.MEASURES]) + len(optional)] for measure in measures]
    return {
        SourceFile.TEAMS: _table(SourceFile.TEAMS, ((t.key, t.name, t.region, t.location) for t in teams)),
        SourceFile.WORKERS: _table(SourceFile.WORKERS, map(_worker, workers)),
        SourceFile.CONTRACTS: _table(SourceFile.CONTRACTS, _contracts(workers)),
        SourceFile.ABSENCES: _table(SourceFile.ABSENCES, _absences(workers)),
        SourceFile.MEASURES: _table(SourceFile.MEASURES, measure_rows, optional),
        SourceFile.ASSIGNMENTS: _table(SourceFile.ASSIGNMENTS, _assignments(organisation)),
        SourceFile.CONFLICTS: _table(SourceFile.CONFLICTS, sorted(organisation.conflicts)),
        SourceFile.SUPPORTERS: _table(SourceFile.SUPPORTERS, _supporters(organisation)),
    }


def _table(file: SourceFile, rows: Iterable[tuple[Cell, ...]], optional: tuple[str, ...] = ()) -> RenderedTable:
    return RenderedTable((*COLUMNS[file], *optional), tuple(rows))


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _list(names: Iterable[str]) -> str:
    return LIST_SEPARATOR.join(sorted(names))


def _number(number: Decimal) -> Decimal:
    return Decimal(number_text(number))


def _points(points: Hundredths | None) -> Cell:
    return "" if points is None else _number(to_points(points))


def _worker(worker: Worker) -> tuple[Cell, ...]:
    return (
        worker.key,
        worker.name,
        worker.team,
        worker.role.value,
        worker.employment.value,
        _day(worker.started_on),
        _day(worker.ends_on),
        _day(worker.skj_until),
        _list(worker.skills),
        _number(worker.task_share) if worker.task_share else "",
        _points(worker.personal_ceiling),
        worker.onboarding.value,
        _list(worker.wishes),
    )


def _contracts(workers: Iterable[Worker]) -> Iterable[tuple[Cell, ...]]:
    for worker in workers:
        for held in sorted(worker.contracts, key=lambda contract: (contract.from_on, contract.until_on or date.max)):
            yield worker.key, _day(held.from_on), _day(held.until_on), _number(held.fte)


def _absences(workers: Iterable[Worker]) -> Iterable[tuple[Cell, ...]]:
    for worker in workers:
        for away in sorted(worker.absences, key=lambda a: (a.from_on, a.until_on or date.max, a.share)):
            yield worker.key, _day(away.from_on), _day(away.until_on), _number(away.share)


def _measure(measure: Measure) -> tuple[Cell, ...]:
    return (
        measure.key,
        measure.family,
        measure.youth,
        measure.type.value,
        _day(measure.reported_on),
        _day(measure.started_on),
        _day(measure.expected_end),
        _day(measure.closed_on),
        measure.team,
        _list(measure.factors),
        measure.duo.value,
        measure.sns.value,
        measure.method.value,
        _day(measure.first_contact_on),
        _day(measure.plan_on),
    )


def _assignments(organisation: Organisation) -> Iterable[tuple[Cell, ...]]:
    """By measure, then by position (first, second, incoming), first day and worker."""
    order = {"first": 0, "second": 1, "incoming": 2}
    parts = sorted(
        organisation.assignments, key=lambda part: (part.measure, order[part.position], part.from_on, part.worker)
    )
    return ((p.measure, p.worker, p.position.value, _day(p.from_on), _day(p.until_on)) for p in parts)


def _supporters(organisation: Organisation) -> Iterable[tuple[Cell, ...]]:
    rows = sorted(organisation.supporters, key=lambda row: (row.worker, row.team))
    return ((row.worker, row.team, _number(row.hours_per_week)) for row in rows)
