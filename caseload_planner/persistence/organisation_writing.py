"""Changes to the organisation into the database: only what differs, and nothing is overwritten."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from sqlalchemy import Connection, Table, insert, select

from caseload_planner.application.changes import AssignmentKey, ChangeSet, OrganisationChanges
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.persistence import organisation_rows as rows
from caseload_planner.persistence import tables
from caseload_planner.persistence.column_values import day_text
from caseload_planner.persistence.history import Difference, difference_by_key, difference_of_lists
from caseload_planner.persistence.organisation_reading import latest_revision
from caseload_planner.persistence.organisation_rows import Columns

ASSIGNMENT_KEY = ("measure", "worker", "position", "from_on")

MoveRevision = Callable[[], int]
"""Moves the organisation to its next revision and gives it."""


def key_columns(key: AssignmentKey) -> tuple[str, str, str, str | None]:
    """Give the columns of an assignment's key."""
    measure, worker, position, from_on = key
    return (measure, worker, position, day_text(from_on))


def write_changes(connection: Connection, changes: OrganisationChanges, move_revision: MoveRevision) -> ChangeSet:
    """Write changes, and move the revision where anything differs from what is known.

    Raises
    ------
    UnknownKeyError
        Where something refers to a team, worker or measure that is neither known nor among the changes.
    """
    _KnownKeys(connection, changes).check()
    differences = _differences(connection, changes)
    changed = {name for name, parts in differences.items() if any(parts)}
    if not changed:
        return ChangeSet(latest_revision(connection))
    revision = move_revision()
    _add_keys(connection, tables.teams, "team", (team.key for team in changes.teams))
    _add_keys(connection, tables.workers, "worker", (worker.key for worker in changes.workers))
    _add_keys(connection, tables.measures, "measure", (measure.key for measure in changes.measures))
    for name in changed:
        for difference in differences[name]:
            difference.write(connection, revision)
    return ChangeSet(revision, **dict.fromkeys(changed, True))


def _differences(connection: Connection, changes: OrganisationChanges) -> dict[str, list[Difference]]:
    """Give what differs, by the part of `ChangeSet` that it shows in."""

    def keyed(table: Table, key: Sequence[str], wanted: Iterable[Columns]) -> list[Difference]:
        wanted = list(wanted)
        return [difference_by_key(connection, table, key, wanted)] if wanted else []

    teams = keyed(tables.team_versions, ["team"], map(rows.team_row, changes.teams))
    workers = keyed(tables.worker_versions, ["worker"], map(rows.worker_row, changes.workers))
    measures = keyed(tables.measure_versions, ["measure"], map(rows.measure_row, changes.measures))
    norms = keyed(tables.norms, ["valid_from"], map(rows.norm_row, changes.norms))
    if changes.policy is not None:
        norms += keyed(tables.policies, ["policy"], [rows.policy_row(changes.policy)])
    return {
        "teams": teams,
        "workers": workers + _lists_of_workers(connection, changes),
        "measures": measures,
        "assignments": _assignments(connection, changes),
        "norms": norms,
    }


def _lists_of_workers(connection: Connection, changes: OrganisationChanges) -> list[Difference]:
    found: list[Difference] = []

    def lists(table: Table, owner: str | None, wanted: Mapping[str | None, Iterable[Columns]]) -> None:
        if wanted:
            found.append(difference_of_lists(connection, table, owner, wanted))

    contracts = changes.contracts.items()
    lists(tables.contracts, "worker", {w: [rows.contract_row(w, c) for c in held] for w, held in contracts})
    absences = changes.absences.items()
    lists(tables.absences, "worker", {w: [rows.absence_row(w, a) for a in held] for w, held in absences})
    if changes.conflicts is not None:
        lists(tables.conflicts, None, {None: [{"worker": w, "family": f} for w, f in sorted(changes.conflicts)]})
    if changes.supporters is not None:
        lists(tables.supporters, None, {None: [rows.supporter_row(s) for s in changes.supporters]})
    return found


def _assignments(connection: Connection, changes: OrganisationChanges) -> list[Difference]:
    withdrawn = {key_columns(key) for key in changes.withdrawn_assignments}
    found: list[Difference] = []
    if changes.assignments or withdrawn:
        wanted = map(rows.assignment_row, changes.assignments)
        found.append(difference_by_key(connection, tables.assignments, ASSIGNMENT_KEY, wanted, withdrawn))
    settled = withdrawn | {key_columns(key) for key in changes.confirmed_assignments}
    if settled:
        found.append(difference_by_key(connection, tables.pending_assignments, ASSIGNMENT_KEY, (), settled))
    return found


def _add_keys(connection: Connection, table: Table, column: str, keys: Iterable[str]) -> None:
    wanted = dict.fromkeys(keys)
    if not wanted:
        return
    known = set(connection.execute(select(table.c[column])).scalars())
    new = [{column: key} for key in wanted if key not in known]
    if new:
        connection.execute(insert(table), new)


class _KnownKeys:
    """Looks whether what the changes refer to exists, so that the caller hears which key is wrong."""

    def __init__(self, connection: Connection, changes: OrganisationChanges) -> None:
        self._connection = connection
        self._changes = changes

    def check(self) -> None:
        changes = self._changes
        new_teams = (team.key for team in changes.teams)
        new_workers = (worker.key for worker in changes.workers)
        new_measures = (measure.key for measure in changes.measures)
        teams_asked = {part.team for part in changes.workers} | {part.team for part in changes.measures}
        teams_asked |= {part.team for part in changes.supporters or ()}
        self._refuse_unknown("team", tables.teams, new_teams, teams_asked)
        self._refuse_unknown("worker", tables.workers, new_workers, self._workers_referred_to())
        self._refuse_unknown("measure", tables.measures, new_measures, {a.measure for a in changes.assignments})

    def _workers_referred_to(self) -> set[str]:
        changes = self._changes
        return (
            {*changes.contracts, *changes.absences}
            | {assignment.worker for assignment in changes.assignments}
            | {worker for worker, _ in changes.conflicts or ()}
            | {supporter.worker for supporter in changes.supporters or ()}
        )

    def _refuse_unknown(self, kind: str, table: Table, new: Iterable[str], asked: set[str]) -> None:
        missing = asked - set(new)
        if missing:
            missing -= set(self._connection.execute(select(table.c[kind])).scalars())
        if missing:
            first = min(missing)
            raise UnknownKeyError(f"There is no {kind} {first}; write the {kind} first.", kind=kind, key=first)
