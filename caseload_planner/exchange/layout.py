"""Names and columns of the interchange files, version 1, and how much of them is read at most."""

from caseload_planner.application.import_source import SourceFile

MAX_FILE_BYTES = 64 * 1024 * 1024
MAX_ROWS = 400_000
"""Rows a file or sheet may have: some ten times the largest organisation."""

COLUMNS: dict[SourceFile, tuple[str, ...]] = {
    SourceFile.TEAMS: ("team", "name", "region", "location"),
    SourceFile.WORKERS: (
        "worker",
        "name",
        "team",
        "role",
        "employment",
        "started_on",
        "ends_on",
        "skj_until",
        "skills",
        "task_share",
        "personal_ceiling",
        "onboarding",
        "wishes",
    ),
    SourceFile.CONTRACTS: ("worker", "from", "until", "fte"),
    SourceFile.ABSENCES: ("worker", "from", "until", "share"),
    SourceFile.MEASURES: (
        "measure",
        "family",
        "youth",
        "type",
        "reported_on",
        "started_on",
        "expected_end",
        "closed_on",
        "team",
        "factors",
        "duo",
        "sns",
        "method",
    ),
    SourceFile.ASSIGNMENTS: ("measure", "worker", "position", "from", "until"),
    SourceFile.CONFLICTS: ("worker", "family"),
    SourceFile.SUPPORTERS: ("worker", "team", "hours_per_week"),
    SourceFile.NORM: ("valid_from", "key", "value"),
}
"""Columns by part, in the order in which they are written; any order is read."""

OPTIONAL_MEASURE_COLUMNS = ("first_contact_on", "plan_on")
"""Written when any measure has a value in one of them, both or neither; not having them changes nothing on import."""

OPTIONAL_COLUMNS: dict[SourceFile, tuple[str, ...]] = {SourceFile.MEASURES: OPTIONAL_MEASURE_COLUMNS}

LIST_SEPARATOR = ";"
