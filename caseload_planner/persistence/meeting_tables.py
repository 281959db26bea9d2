"""Disputes, agreements and open drafts in the database."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, Table, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_replace

from caseload_planner.application.meeting_records import Agreement, Dispute, OpenDraft
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.errors import AlreadySettledError, UnknownKeyError
from caseload_planner.persistence.column_values import codes_text, day_of, day_text, moment_text
from caseload_planner.persistence.open_draft_documents import draft_of, draft_text
from caseload_planner.persistence.tables import agreements, disputes, measures, open_drafts, workers

AllowWriting = Callable[[], None]
"""Raises where the unit may not write (any more)."""


def refuse_unknown(connection: Connection, **keys: Collection[str]) -> None:
    """Raise `UnknownKeyError` for the first key, by ``measure`` or ``worker``, that the database does not know."""
    tables: Mapping[str, Table] = {"measure": measures, "worker": workers}
    for kind, asked in keys.items():
        column = tables[kind].c[kind]
        missing = set(asked)
        if missing:
            missing -= set(connection.execute(select(column).where(column.in_(missing))).scalars())
        if missing:
            raise UnknownKeyError(f"There is no {kind} {min(missing)}.", kind=kind, key=min(missing))


class DisputeTable:
    """The disputes."""

    def __init__(self, connection: Connection, allow_writing: AllowWriting) -> None:
        self._connection = connection
        self._allow_writing = allow_writing

    def get(self, key: str) -> Dispute:
        """Give a dispute; `UnknownKeyError` where there is none."""
        row = self._connection.execute(select(disputes).where(disputes.c.dispute == key)).mappings().first()
        if row is None:
            raise UnknownKeyError(f"There is no dispute {key}.", kind="dispute", key=key)
        return _dispute_of(row)

    def all(self, *, measure: str | None = None, only_open: bool = False) -> Sequence[Dispute]:
        """Give the disputes (of a measure), oldest first."""
        query = select(disputes).order_by(disputes.c.sequence)
        if measure is not None:
            query = query.where(disputes.c.measure == measure)
        if only_open:
            query = query.where(disputes.c.answered_at.is_(None))
        return tuple(map(_dispute_of, self._connection.execute(query).mappings()))

    def record(self, dispute: Dispute) -> None:
        """Keep an open dispute; `UnknownKeyError` where its measure or worker does not exist."""
        self._allow_writing()
        refuse_unknown(self._connection, measure={dispute.measure}, worker={dispute.worker})
        row = {
            "dispute": dispute.id,
            "measure": dispute.measure,
            "worker": dispute.worker,
            "says": dispute.says,
            "recorded_by": dispute.recorded_by,
            "recorded_at": moment_text(dispute.recorded_at),
        }
        self._connection.execute(insert(disputes), row)

    def answer(self, key: str, *, answer: str, answered_by: str, answered_at: datetime) -> None:
        """Answer an open dispute; `AlreadySettledError` where somebody did."""
        self._allow_writing()
        if not self.get(key).is_open:
            raise AlreadySettledError(f"Dispute {key} was answered already; record a new one.", dispute=key)
        values = {"answer": answer, "answered_by": answered_by, "answered_at": moment_text(answered_at)}
        self._connection.execute(update(disputes).where(disputes.c.dispute == key).values(values))


class AgreementTable:
    """What other teams agreed to."""

    def __init__(self, connection: Connection, allow_writing: AllowWriting) -> None:
        self._connection = connection
        self._allow_writing = allow_writing

    def of_round(self, on: date) -> Sequence[Agreement]:
        """Give what holds for the round of a date: the newest for each measure, worker and position."""
        query = select(agreements).where(agreements.c.round_on == day_text(on)).order_by(agreements.c.sequence)
        newest = {(a.measure, a.worker, a.position): a for a in read_agreements(self._connection, query)}
        return tuple(newest[key] for key in sorted(newest))

    def record(self, agreement: Agreement) -> None:
        """Keep an agreement beside the earlier ones; `UnknownKeyError` where its measure or worker does not exist."""
        self._allow_writing()
        refuse_unknown(self._connection, measure={agreement.measure}, worker={agreement.worker})
        row = {
            "agreement": agreement.id,
            "round_on": day_text(agreement.round_on),
            "measure": agreement.measure,
            "worker": agreement.worker,
            "position": agreement.position.value,
            "agreed_with": agreement.agreed_with,
            "agreed_on": day_text(agreement.agreed_on),
            "recorded_by": agreement.recorded_by,
            "recorded_at": moment_text(agreement.recorded_at),
        }
        self._connection.execute(insert(agreements), row)


class OpenDraftTable:
    """The rounds that are being made, one row for a date and its teams."""

    def __init__(self, connection: Connection, allow_writing: AllowWriting) -> None:
        self._connection = connection
        self._allow_writing = allow_writing

    def find(self, on: date, teams: Collection[str]) -> OpenDraft | None:
        """Give the draft of a date for some teams, in any order; None where there is none."""
        row = self._connection.execute(select(open_drafts).where(*_is_draft(on, teams))).mappings().first()
        return None if row is None else draft_of(row)

    def all(self) -> Sequence[OpenDraft]:
        """Give every open draft, the last saved first."""
        order = (open_drafts.c.saved_at.desc(), open_drafts.c.on_date, open_drafts.c.teams)
        return tuple(map(draft_of, self._connection.execute(select(open_drafts).order_by(*order)).mappings()))

    def keep(self, draft: OpenDraft) -> None:
        """Keep a draft in the place of the one of its date and teams."""
        self._allow_writing()
        content = {
            "saved_at": moment_text(draft.saved_at),
            "revision": draft.revision,
            "document": draft_text(draft),
        }
        key = {"on_date": day_text(draft.on), "teams": codes_text(set(draft.teams))}
        row = insert_or_replace(open_drafts).values({**key, **content})
        self._connection.execute(row.on_conflict_do_update(index_elements=list(key), set_=content))

    def discard(self, on: date, teams: Collection[str]) -> None:
        """Let go of a draft that was decided or thrown away; nothing happens where there is none."""
        self._allow_writing()
        self._connection.execute(delete(open_drafts).where(*_is_draft(on, teams)))


def read_agreements(connection: Connection, query: Select[Any]) -> list[Agreement]:
    """Give the agreements that a query on their table selects, in its order."""
    return [
        Agreement(
            id=row["agreement"],
            round_on=day_of(row["round_on"]),
            measure=row["measure"],
            worker=row["worker"],
            position=Position(row["position"]),
            agreed_with=row["agreed_with"],
            agreed_on=day_of(row["agreed_on"]),
            recorded_by=row["recorded_by"],
            recorded_at=datetime.fromisoformat(row["recorded_at"]),
        )
        for row in connection.execute(query).mappings()
    ]


def _is_draft(on: date, teams: Collection[str]) -> tuple[Any, Any]:
    return open_drafts.c.on_date == day_text(on), open_drafts.c.teams == codes_text(set(teams))


def _dispute_of(row: Mapping[Any, Any]) -> Dispute:
    answered_at = row["answered_at"]
    return Dispute(
        id=row["dispute"],
        measure=row["measure"],
        worker=row["worker"],
        says=row["says"],
        recorded_by=row["recorded_by"],
        recorded_at=datetime.fromisoformat(row["recorded_at"]),
        answer=row["answer"],
        answered_by=row["answered_by"],
        answered_at=None if answered_at is None else datetime.fromisoformat(answered_at),
    )
