"""Proposals in the database: what was proposed, in which versions."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, exists, func, insert, select

from caseload_planner.application.ports import StoredProposal
from caseload_planner.domain.errors import StaleProposalError, UnknownKeyError
from caseload_planner.persistence.column_values import day_text, moment_text
from caseload_planner.persistence.proposal_documents import ProposalDocument, document_of, document_text
from caseload_planner.persistence.tables import decisions, proposals


def save_proposal(connection: Connection, stored: StoredProposal) -> None:
    """Keep a draft; saved again under its id it becomes the next version of it.

    Raises
    ------
    StaleProposalError
        Where it was decided already: what was decided does not change.
    """
    refuse_decided(connection, stored.id)
    versions = select(func.coalesce(func.max(proposals.c.version), 0)).where(proposals.c.proposal == stored.id)
    document = ProposalDocument(asked=stored.asked, request=stored.request, proposal=stored.proposal)
    connection.execute(
        insert(proposals),
        {
            "proposal": stored.id,
            "version": connection.execute(versions).scalar_one() + 1,
            "made_at": moment_text(stored.made_at),
            "on_date": day_text(stored.request.on),
            "revision": stored.revision,
            "digest": stored.digest,
            "document": document_text(document),
        },
    )


def find_proposal(connection: Connection, key: str) -> StoredProposal:
    """Give the last version of a proposal; `UnknownKeyError` where there is none."""
    row = connection.execute(_last_versions().where(proposals.c.proposal == key)).first()
    if row is None:
        raise UnknownKeyError(f"There is no proposal {key}.", kind="proposal", key=key)
    return _proposal_of(row)


def list_proposals(connection: Connection, on: date | None) -> tuple[StoredProposal, ...]:
    """Give the last version of each proposal (for a date), newest first."""
    query = _last_versions().order_by(proposals.c.sequence.desc())
    if on is not None:
        query = query.where(proposals.c.on_date == day_text(on))
    return tuple(map(_proposal_of, connection.execute(query)))


def refuse_decided(connection: Connection, proposal: str) -> None:
    """Raise `StaleProposalError` where a proposal was decided already."""
    decided = connection.execute(select(decisions.c.decision).where(decisions.c.proposal == proposal)).scalar()
    if decided is not None:
        raise StaleProposalError(
            f"Proposal {proposal} was decided already, as {decided}; make a new proposal.",
            proposal=proposal,
            decision=decided,
        )


def last_version(connection: Connection, proposal: str) -> int:
    """Give the last version of a proposal; `UnknownKeyError` where there is none."""
    found = connection.execute(select(func.max(proposals.c.version)).where(proposals.c.proposal == proposal)).scalar()
    if found is None:
        raise UnknownKeyError(f"There is no proposal {proposal}.", kind="proposal", key=proposal)
    return int(found)


def _last_versions() -> Select[Any]:
    newer = proposals.alias("newer")
    has_newer = exists().where(newer.c.proposal == proposals.c.proposal, newer.c.version > proposals.c.version)
    return (
        select(
            proposals.c.proposal,
            proposals.c.made_at,
            proposals.c.revision,
            proposals.c.digest,
            proposals.c.document,
            decisions.c.decision,
        )
        .select_from(proposals.outerjoin(decisions, decisions.c.proposal == proposals.c.proposal))
        .where(~has_newer)
    )


def _proposal_of(row: Any) -> StoredProposal:
    document = document_of(row.document)
    return StoredProposal(
        id=row.proposal,
        made_at=datetime.fromisoformat(row.made_at),
        revision=row.revision,
        digest=row.digest,
        asked=document.asked,
        request=document.request,
        proposal=document.proposal,
        decision=row.decision,
    )
