"""A norm file as flat entries, the form that ``norm.toml`` and the sheet `norm` share.

Keys are dotted: the six policy keys, the eight figures of a version, ``weights.<type>.<from month>`` and
``factors.<name>``. The sheet has one row an entry, with an empty `valid_from` for the policy:

==========  ==============================  =====
valid_from  key                             value
==========  ==============================  =====
            long_absence_days               42
2026-01-01  funded_points_per_fte           12.8
2026-01-01  weights.supervision_order.0     1.5
2026-01-01  factors.out_of_home             0.15
==========  ==============================  =====
"""

from dataclasses import dataclass, field

from caseload_planner.application.import_problems import Problem, ProblemCode
from caseload_planner.exchange.raw_table import RawTable

POLICY_KEYS = (
    "long_absence_days",
    "open_absence_days",
    "short_return_days",
    "leaving_days",
    "starter_days",
    "intake_points_per_fte",
)
FIGURE_KEYS = (
    "funded_points_per_fte",
    "working_points_per_fte",
    "ceiling_points_per_fte",
    "duo_first_share",
    "sibling_factor",
    "concurrency_factor",
    "factor_cap",
)


@dataclass(frozen=True, slots=True)
class NormEntry:
    """One number of a norm: where it stands, its dotted key, and its text."""

    row: int
    key: str
    text: str


@dataclass(slots=True)
class NormBlock:
    """The entries of one version in the order of the file; `valid_from` is a text still."""

    row: int
    valid_from: str
    entries: list[NormEntry] = field(default_factory=list)


@dataclass(slots=True)
class NormEntries:
    """A norm file taken apart; `policy` is None where there is none."""

    label: str
    policy: NormBlock | None = None
    blocks: list[NormBlock] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, row: int, column: str, value: str, code: ProblemCode, **figures: object) -> None:
        """Note what is wrong at a place."""
        texts = {name: str(figure) for name, figure in figures.items()}
        problem = Problem(file=self.label, row=row, column=column or "key", value=value, code=code, figures=texts)
        self.problems.append(problem)


def entries_of_sheet(table: RawTable) -> NormEntries:
    """Group the rows of a sheet `norm` by version; phases are put in order of month."""
    result = NormEntries(table.label, problems=table.problems)
    where = {name: position for position, name in enumerate(table.header)}
    by_date: dict[str, NormBlock] = {}
    for row, cells in table.rows:
        valid_from, key, text = (cells[where[name]] for name in ("valid_from", "key", "value"))
        block = by_date.setdefault(valid_from, NormBlock(row, valid_from))
        block.entries.append(NormEntry(row, key, text))
    for block in by_date.values():
        block.entries.sort(key=lambda entry: _order_of_month(entry.key))
    result.policy = by_date.pop("", None)
    result.blocks = list(by_date.values())
    return result


def _order_of_month(key: str) -> int:
    """Sort phases by month and leave the order of all else (the sort is stable)."""
    month = key.rpartition(".")[2]
    return int(month) if key.startswith("weights.") and month.isascii() and month.isdecimal() and len(month) < 9 else 0
