"""What is settled around a round, withdrawn rounds, wind-down plans and scenarios.

Only new tables: no row of the first version changes.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _meetings()
    _beside_decisions()
    _wind_down()
    _scenarios()


def _meetings() -> None:
    _records(
        "disputes",
        "dispute",
        _measure(),
        _worker(),
        *map(_text, ("says", "recorded_by", "recorded_at")),
        *(_text(name, empty=True) for name in ("answer", "answered_by", "answered_at")),
    )
    op.create_index("ix_disputes_measure", "disputes", ["measure"])
    _records(
        "agreements",
        "agreement",
        _text("round_on"),
        _measure(),
        _worker(),
        *map(_text, ("position", "agreed_with", "agreed_on", "recorded_by", "recorded_at")),
    )
    op.create_index("ix_agreements_round_on", "agreements", ["round_on"])
    _table(
        "open_drafts",
        _key("on_date"),
        _key("teams"),
        _text("saved_at"),
        _number("revision"),
        _text("document"),
    )


def _beside_decisions() -> None:
    decision = "decisions.decision"
    _table("decision_agreements", _key("decision", of=decision), _key("agreement", of="agreements.agreement"))
    _table("decision_minutes", _key("decision", of=decision), _key("measure", of="measures.measure"), _text("minutes"))
    _table(
        "withdrawals",
        _key("decision", of=decision),
        *map(_text, ("withdrawn_by", "withdrawn_at", "reason")),
        _number("revision", of="revisions.revision"),
    )


def _wind_down() -> None:
    _records(
        "wind_down_plans",
        "plan",
        *map(_text, ("state", "made_by", "made_at", "on_date", "until_date")),
        _number("revision"),
        _text("document"),
        *(_text(name, empty=True) for name in ("accepted_by", "accepted_at", "withdrawn_by", "withdrawn_at")),
    )
    _table(
        "planned_handovers",
        _key("plan", of="wind_down_plans.plan"),
        _key("measure", of="measures.measure"),
        _key("from_worker", of="workers.worker"),
        _text("to_worker", of="workers.worker"),
        _text("position"),
        _text("week"),
        _number("overlap_weeks"),
        _text("state"),
        _text("decision", of="decisions.decision", empty=True),
    )
    op.create_index("ix_planned_handovers_week", "planned_handovers", ["week"])


def _scenarios() -> None:
    _records(
        "scenarios",
        "scenario",
        *map(_text, ("name", "state", "document", "made_at", "changed_at")),
        sa.UniqueConstraint("name", name="uq_scenarios_name"),
    )
    _records(
        "scenario_results",
        "result",
        _text("scenario", of="scenarios.scenario"),
        _text("scenario_document"),
        _number("seed"),
        _number("replications"),
        *map(_text, ("program_version", "snapshot_digest", "document", "made_at")),
    )
    op.create_index("ix_scenario_results_scenario", "scenario_results", ["scenario"])


def _records(name: str, key: str, *parts: Any) -> None:
    unique = sa.UniqueConstraint(key, name=f"uq_{name}_{key}")
    _table(name, sa.Column("sequence", sa.Integer, primary_key=True), _text(key), *parts, unique)


def _table(name: str, *parts: Any) -> None:
    op.create_table(name, *parts, sqlite_strict=True)


def _key(name: str, *, of: str | None = None) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, *([sa.ForeignKey(of)] if of else []), primary_key=True)


def _text(name: str, *, of: str | None = None, empty: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, *([sa.ForeignKey(of)] if of else []), nullable=empty)


def _number(name: str, *, of: str | None = None) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, *([sa.ForeignKey(of)] if of else []), nullable=False)


def _measure() -> sa.Column[Any]:
    return _text("measure", of="measures.measure")


def _worker() -> sa.Column[Any]:
    return _text("worker", of="workers.worker")
