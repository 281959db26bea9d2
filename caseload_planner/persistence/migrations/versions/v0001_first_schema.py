"""Everything the first version keeps.

Frozen: later versions change the schema by a step of their own, never by editing this one.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _table("revisions", sa.Column("revision", sa.Integer, primary_key=True), _text("made_at"))
    for name, key in (("teams", "team"), ("workers", "worker"), ("measures", "measure")):
        _table(name, sa.Column(key, sa.Text, primary_key=True))
    _teams_and_workers()
    _measures()
    _norms()
    _proposals()
    _decisions()
    _audit()


def _teams_and_workers() -> None:
    _versions(("team",), "team_versions", _team(), _text("name"), _text("region"), _text("location"))
    _versions(
        ("worker",),
        "worker_versions",
        _worker(),
        _text("name"),
        _team(),
        _text("role"),
        _text("employment"),
        _text("started_on"),
        _text("ends_on", empty=True),
        _text("skj_until", empty=True),
        _text("skills"),
        _text("task_share"),
        _number("personal_ceiling", empty=True),
        _text("onboarding"),
        _text("wishes"),
    )
    for name, value in (("contracts", "fte"), ("absences", "share")):
        period = (_text("from_on"), _text("until_on", empty=True), _text(value))
        _versions(("worker",), name, _worker(), *period, unique=False)
    _versions(("worker", "family"), "conflicts", _worker(), _text("family"))
    _versions(("worker", "team"), "supporters", _worker(), _team(), _text("hours_per_week"), unique=False)


def _measures() -> None:
    _versions(
        ("measure",),
        "measure_versions",
        _measure(),
        _text("family"),
        _text("youth"),
        _text("type"),
        _text("reported_on"),
        _text("started_on", empty=True),
        _text("expected_end", empty=True),
        _text("closed_on", empty=True),
        _team(),
        _text("factors"),
        _text("duo"),
        _text("sns"),
        _text("method"),
        _text("first_contact_on", empty=True),
        _text("plan_on", empty=True),
    )
    _versions(("measure", "worker", "position", "from_on"), "assignments", *_part(), _text("until_on", empty=True))


def _norms() -> None:
    _versions(
        ("valid_from",),
        "norms",
        _text("valid_from"),
        _number("funded"),
        _number("working"),
        _number("ceiling"),
        _text("duo_first_share"),
        _text("sibling_factor"),
        _text("concurrency_factor"),
        _number("factor_cap"),
        _text("weights"),
        _text("factors"),
    )
    _versions(
        ("policy",),
        "policies",
        _text("policy"),
        _number("long_absence_days"),
        _number("open_absence_days"),
        _number("short_return_days"),
        _number("leaving_days"),
        _number("starter_days"),
        _number("intake_per_fte"),
    )


def _proposals() -> None:
    _table(
        "proposals",
        sa.Column("sequence", sa.Integer, primary_key=True),
        _text("proposal"),
        _number("version"),
        _text("made_at"),
        _text("on_date"),
        _number("revision"),
        _text("digest"),
        _text("document"),
        sa.UniqueConstraint("proposal", "version", name="uq_proposals_proposal_version"),
    )
    op.create_index("ix_proposals_on_date", "proposals", ["on_date"])


def _decisions() -> None:
    _table(
        "decisions",
        sa.Column("sequence", sa.Integer, primary_key=True),
        _text("decision"),
        _text("proposal"),
        _number("proposal_version"),
        _text("on_date"),
        _text("decided_by"),
        _text("decided_at"),
        _text("remarks"),
        _number("revision", of="revisions.revision"),
        sa.UniqueConstraint("decision", name="uq_decisions_decision"),
        sa.UniqueConstraint("proposal", name="uq_decisions_proposal"),
        sa.ForeignKeyConstraint(["proposal", "proposal_version"], ["proposals.proposal", "proposals.version"]),
    )
    _table(
        "decision_overrides",
        *_part_of_decision("ordinal"),
        _measure(),
        _worker(),
        _text("rule"),
        _text("reason"),
    )
    _table("decision_assignments", *_part_of_decision("part", "ordinal"), *_part(), _text("until_on", empty=True))
    key = ("measure", "worker", "position", "from_on")
    _versions(key, "pending_assignments", *_part(), _text("decision", of="decisions.decision"))


def _audit() -> None:
    names = ("at", "os_user", "app_version", "action", "subject", "reason", "figures", "previous_hash", "hash")
    _table("audit", sa.Column("sequence", sa.Integer, primary_key=True), *map(_text, names))
    for name, moment in (
        ("audit_never_updated", "BEFORE UPDATE ON audit"),
        ("audit_never_deleted", "BEFORE DELETE ON audit"),
        # Replacing a row is an insert that deletes without the trigger above.
        (
            "audit_in_sequence",
            "BEFORE INSERT ON audit WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM audit)",
        ),
    ):
        op.execute(f"CREATE TRIGGER {name} {moment} BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END")


def _table(name: str, *parts: Any) -> None:
    op.create_table(name, *parts, sqlite_strict=True)


def _versions(key: tuple[str, ...], name: str, *columns: sa.Column[Any], unique: bool = True) -> None:
    _table(
        name,
        sa.Column("id", sa.Integer, primary_key=True),
        *columns,
        _number("from_revision", of="revisions.revision"),
        _number("until_revision", of="revisions.revision", empty=True),
    )
    current = sa.text("until_revision IS NULL")
    op.create_index(
        f"ix_{name}_current", name, list(key), unique=unique, sqlite_where=current, postgresql_where=current
    )


def _text(name: str, *, of: str | None = None, empty: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, *([sa.ForeignKey(of)] if of else []), nullable=empty)


def _number(name: str, *, of: str | None = None, empty: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, *([sa.ForeignKey(of)] if of else []), nullable=empty)


def _team() -> sa.Column[Any]:
    return _text("team", of="teams.team")


def _worker() -> sa.Column[Any]:
    return _text("worker", of="workers.worker")


def _measure() -> sa.Column[Any]:
    return _text("measure", of="measures.measure")


def _part() -> tuple[sa.Column[Any], ...]:
    return (_measure(), _worker(), _text("position"), _text("from_on"))


def _part_of_decision(*key: str) -> tuple[sa.Column[Any], ...]:
    types = {"part": sa.Text, "ordinal": sa.Integer}
    decision = sa.Column("decision", sa.Text, sa.ForeignKey("decisions.decision"), primary_key=True)
    return (decision, *(sa.Column(name, types[name], primary_key=True) for name in key))
