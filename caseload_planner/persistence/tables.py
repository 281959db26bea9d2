"""The tables as they are now; the steps that made them stand in `migrations`.

Three ideas hold everywhere:

- A key once known is known for ever (`teams`, `workers`, `measures`), and what is known *about* it is kept in versions.
- A version holds from `from_revision` up to, not including, `until_revision`; empty is current. Nothing is overwritten:
  a change ends the current version and adds one, so that "what did we know then" has an answer.
- Dates are ISO text, exact decimals are text, points are integer hundredths, lists are JSON text.

What is no knowledge but work (an open draft, a scenario that is being written) has one row that changes; what people
settle (an answer, an accepted plan) is written beside what it settles, never over it.
"""

from typing import Any

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, Table, Text, UniqueConstraint

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str, *, of: str | None = None, empty: bool = False) -> Column[Any]:
    return Column(name, Text, *([ForeignKey(of)] if of else []), nullable=empty)


def _number(name: str, *, empty: bool = False) -> Column[Any]:
    return Column(name, Integer, nullable=empty)


def _table(name: str, *parts: Any) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True)


def _keys(name: str, column: str) -> Table:
    return _table(name, Column(column, Text, primary_key=True))


def _versions(name: str, *columns: Column[Any], key: tuple[str, ...], unique: bool = True) -> Table:
    """Make a table of versions, with an index on the key of the current ones."""
    table = _table(
        name,
        Column("id", Integer, primary_key=True),
        *columns,
        Column("from_revision", Integer, ForeignKey("revisions.revision"), nullable=False),
        Column("until_revision", Integer, ForeignKey("revisions.revision"), nullable=True),
    )
    current = table.c.until_revision.is_(None)
    Index(
        f"ix_{name}_current",
        *(table.c[column] for column in key),
        unique=unique,
        sqlite_where=current,
        postgresql_where=current,
    )
    return table


revisions = _table("revisions", Column("revision", Integer, primary_key=True), _text("made_at"))

teams = _keys("teams", "team")
team_versions = _versions(
    "team_versions",
    _text("team", of="teams.team"),
    _text("name"),
    _text("region"),
    _text("location"),
    key=("team",),
)

workers = _keys("workers", "worker")
worker_versions = _versions(
    "worker_versions",
    _text("worker", of="workers.worker"),
    _text("name"),
    _text("team", of="teams.team"),
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
    key=("worker",),
)
contracts = _versions(
    "contracts",
    _text("worker", of="workers.worker"),
    _text("from_on"),
    _text("until_on", empty=True),
    _text("fte"),
    key=("worker",),
    unique=False,
)
absences = _versions(
    "absences",
    _text("worker", of="workers.worker"),
    _text("from_on"),
    _text("until_on", empty=True),
    _text("share"),
    key=("worker",),
    unique=False,
)

measures = _keys("measures", "measure")
measure_versions = _versions(
    "measure_versions",
    _text("measure", of="measures.measure"),
    _text("family"),
    _text("youth"),
    _text("type"),
    _text("reported_on"),
    _text("started_on", empty=True),
    _text("expected_end", empty=True),
    _text("closed_on", empty=True),
    _text("team", of="teams.team"),
    _text("factors"),
    _text("duo"),
    _text("sns"),
    _text("method"),
    _text("first_contact_on", empty=True),
    _text("plan_on", empty=True),
    key=("measure",),
)
assignments = _versions(
    "assignments",
    _text("measure", of="measures.measure"),
    _text("worker", of="workers.worker"),
    _text("position"),
    _text("from_on"),
    _text("until_on", empty=True),
    key=("measure", "worker", "position", "from_on"),
)

conflicts = _versions(
    "conflicts",
    _text("worker", of="workers.worker"),
    _text("family"),
    key=("worker", "family"),
)
supporters = _versions(
    "supporters",
    _text("worker", of="workers.worker"),
    _text("team", of="teams.team"),
    _text("hours_per_week"),
    key=("worker", "team"),
    unique=False,
)

norms = _versions(
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
    key=("valid_from",),
)
policies = _versions(
    "policies",
    _text("policy"),
    _number("long_absence_days"),
    _number("open_absence_days"),
    _number("short_return_days"),
    _number("leaving_days"),
    _number("starter_days"),
    _number("intake_per_fte"),
    key=("policy",),
)

proposals = _table(
    "proposals",
    Column("sequence", Integer, primary_key=True),
    _text("proposal"),
    _number("version"),
    _text("made_at"),
    _text("on_date"),
    Column("revision", Integer, nullable=False),
    _text("digest"),
    _text("document"),
    UniqueConstraint("proposal", "version"),
    Index("ix_proposals_on_date", "on_date"),
)

decisions = _table(
    "decisions",
    Column("sequence", Integer, primary_key=True),
    Column("decision", Text, nullable=False, unique=True),
    # A proposal is decided once, whatever two leaders do at the same time.
    Column("proposal", Text, nullable=False, unique=True),
    _number("proposal_version"),
    _text("on_date"),
    _text("decided_by"),
    _text("decided_at"),
    _text("remarks"),
    Column("revision", Integer, ForeignKey("revisions.revision"), nullable=False),
    ForeignKeyConstraint(["proposal", "proposal_version"], ["proposals.proposal", "proposals.version"]),
)
decision_overrides = _table(
    "decision_overrides",
    Column("decision", Text, ForeignKey("decisions.decision"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    _text("measure", of="measures.measure"),
    _text("worker", of="workers.worker"),
    _text("rule"),
    _text("reason"),
)
decision_assignments = _table(
    "decision_assignments",
    Column("decision", Text, ForeignKey("decisions.decision"), primary_key=True),
    Column("part", Text, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    _text("measure", of="measures.measure"),
    _text("worker", of="workers.worker"),
    _text("position"),
    _text("from_on"),
    _text("until_on", empty=True),
)
pending_assignments = _versions(
    "pending_assignments",
    _text("measure", of="measures.measure"),
    _text("worker", of="workers.worker"),
    _text("position"),
    _text("from_on"),
    _text("decision", of="decisions.decision"),
    key=("measure", "worker", "position", "from_on"),
)
"""Assignments decided here; the current ones were not seen in a source since."""

decision_agreements = _table(
    "decision_agreements",
    Column("decision", Text, ForeignKey("decisions.decision"), primary_key=True),
    Column("agreement", Text, ForeignKey("agreements.agreement"), primary_key=True),
)
decision_minutes = _table(
    "decision_minutes",
    Column("decision", Text, ForeignKey("decisions.decision"), primary_key=True),
    Column("measure", Text, ForeignKey("measures.measure"), primary_key=True),
    _text("minutes"),
)
withdrawals = _table(
    "withdrawals",
    # A decision is taken back once.
    Column("decision", Text, ForeignKey("decisions.decision"), primary_key=True),
    _text("withdrawn_by"),
    _text("withdrawn_at"),
    _text("reason"),
    Column("revision", Integer, ForeignKey("revisions.revision"), nullable=False),
)

disputes = _table(
    "disputes",
    Column("sequence", Integer, primary_key=True),
    Column("dispute", Text, nullable=False, unique=True),
    _text("measure", of="measures.measure"),
    _text("worker", of="workers.worker"),
    _text("says"),
    _text("recorded_by"),
    _text("recorded_at"),
    _text("answer", empty=True),
    _text("answered_by", empty=True),
    _text("answered_at", empty=True),
    Index("ix_disputes_measure", "measure"),
)
agreements = _table(
    "agreements",
    Column("sequence", Integer, primary_key=True),
    Column("agreement", Text, nullable=False, unique=True),
    _text("round_on"),
    _text("measure", of="measures.measure"),
    _text("worker", of="workers.worker"),
    _text("position"),
    _text("agreed_with"),
    _text("agreed_on"),
    _text("recorded_by"),
    _text("recorded_at"),
    Index("ix_agreements_round_on", "round_on"),
)
open_drafts = _table(
    "open_drafts",
    Column("on_date", Text, primary_key=True),
    # The teams sorted, as a JSON list; empty for all of them.
    Column("teams", Text, primary_key=True),
    _text("saved_at"),
    _number("revision"),
    _text("document"),
)

wind_down_plans = _table(
    "wind_down_plans",
    Column("sequence", Integer, primary_key=True),
    Column("plan", Text, nullable=False, unique=True),
    _text("state"),
    _text("made_by"),
    _text("made_at"),
    _text("on_date"),
    _text("until_date"),
    _number("revision"),
    _text("document"),
    _text("accepted_by", empty=True),
    _text("accepted_at", empty=True),
    _text("withdrawn_by", empty=True),
    _text("withdrawn_at", empty=True),
)
planned_handovers = _table(
    "planned_handovers",
    Column("plan", Text, ForeignKey("wind_down_plans.plan"), primary_key=True),
    Column("measure", Text, ForeignKey("measures.measure"), primary_key=True),
    Column("from_worker", Text, ForeignKey("workers.worker"), primary_key=True),
    _text("to_worker", of="workers.worker"),
    _text("position"),
    _text("week"),
    _number("overlap_weeks"),
    _text("state"),
    _text("decision", of="decisions.decision", empty=True),
    Index("ix_planned_handovers_week", "week"),
)

scenarios = _table(
    "scenarios",
    Column("sequence", Integer, primary_key=True),
    Column("scenario", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False, unique=True),
    _text("state"),
    _text("document"),
    _text("made_at"),
    _text("changed_at"),
)
scenario_results = _table(
    "scenario_results",
    Column("sequence", Integer, primary_key=True),
    Column("result", Text, nullable=False, unique=True),
    _text("scenario", of="scenarios.scenario"),
    _text("scenario_document"),
    _number("seed"),
    _number("replications"),
    _text("program_version"),
    _text("snapshot_digest"),
    _text("document"),
    _text("made_at"),
    Index("ix_scenario_results_scenario", "scenario"),
)

audit = _table(
    "audit",
    Column("sequence", Integer, primary_key=True),
    _text("at"),
    _text("os_user"),
    _text("app_version"),
    _text("action"),
    _text("subject"),
    _text("reason"),
    _text("figures"),
    _text("previous_hash"),
    _text("hash"),
)
