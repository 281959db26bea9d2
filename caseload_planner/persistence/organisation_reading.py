"""The whole organisation out of the database, as frozen values: plain selects, no entities."""

from collections import defaultdict

from sqlalchemy import Connection, func, select

from caseload_planner.domain.norm import Norm, NormSet, Policy
from caseload_planner.domain.organisation import Absence, Contract, Organisation, Worker
from caseload_planner.persistence import organisation_rows as rows
from caseload_planner.persistence import tables
from caseload_planner.persistence.history import held_at, rows_at
from caseload_planner.persistence.winding_down_reading import read_winding_down


def latest_revision(connection: Connection) -> int:
    """Give the revision that the organisation is at; 0 before anything was written."""
    return int(connection.execute(select(func.coalesce(func.max(tables.revisions.c.revision), 0))).scalar_one())


def has_norm(connection: Connection) -> bool:
    """Whether any norm version was ever written."""
    return connection.execute(select(tables.norms.c.id).where(held_at(tables.norms, None)).limit(1)).first() is not None


def read_organisation(connection: Connection, starting_norms: NormSet, *, at: int | None = None) -> Organisation:
    """Read the organisation as it is known now, or as it was known at a revision.

    Parameters
    ----------
    starting_norms
        The norms that hold where none was written yet.
    at
        The revision; None for the latest. Plans that were accepted then are not in what was known at a revision.
    """
    teams = map(rows.team_of, connection.execute(rows_at(tables.team_versions, at, order_by=["team"])))
    measures = map(rows.measure_of, connection.execute(rows_at(tables.measure_versions, at, order_by=["measure"])))
    in_order = ["measure", "from_on", "position", "worker"]
    assignments = map(rows.assignment_of, connection.execute(rows_at(tables.assignments, at, order_by=in_order)))
    conflicts = connection.execute(rows_at(tables.conflicts, at, order_by=["worker", "family"]))
    by_team = ["worker", "team", "hours_per_week"]
    supporters = map(rows.supporter_of, connection.execute(rows_at(tables.supporters, at, order_by=by_team)))
    return Organisation(
        teams={team.key: team for team in teams},
        workers=_read_workers(connection, at),
        measures={measure.key: measure for measure in measures},
        assignments=tuple(assignments),
        norms=_read_norms(connection, starting_norms, at),
        conflicts=frozenset((worker, family) for worker, family in conflicts),
        supporters=tuple(supporters),
        winding_down=read_winding_down(connection) if at is None else {},
        revision=latest_revision(connection) if at is None else at,
    )


def _read_workers(connection: Connection, at: int | None) -> dict[str, Worker]:
    contracts: dict[str, list[Contract]] = defaultdict(list)
    for row in connection.execute(rows_at(tables.contracts, at, order_by=["worker", "from_on", "until_on", "fte"])):
        contracts[row[0]].append(rows.contract_of(row))
    absences: dict[str, list[Absence]] = defaultdict(list)
    for row in connection.execute(rows_at(tables.absences, at, order_by=["worker", "from_on", "until_on", "share"])):
        absences[row[0]].append(rows.absence_of(row))
    return {
        row[0]: rows.worker_of(row, tuple(contracts.get(row[0], ())), tuple(absences.get(row[0], ())))
        for row in connection.execute(rows_at(tables.worker_versions, at, order_by=["worker"]))
    }


def _read_norms(connection: Connection, starting_norms: NormSet, at: int | None) -> NormSet:
    norms: list[Norm] = [
        rows.norm_of(row) for row in connection.execute(rows_at(tables.norms, at, order_by=["valid_from"]))
    ]
    policy: Policy | None = next(
        (rows.policy_of(row) for row in connection.execute(rows_at(tables.policies, at, order_by=["id"]))), None
    )
    return NormSet(tuple(norms) or starting_norms.norms, policy or starting_norms.policy)
