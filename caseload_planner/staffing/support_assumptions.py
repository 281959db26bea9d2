"""What is assumed of support workers (ondersteuners): the tasks that can move to them, how far, and what they cost."""

from dataclasses import dataclass

from caseload_planner.staffing.assumption_fields import fraction, number, rows, span, text

LOW, LIKELY, HIGH = 0, 1, 2
"""Places in a range."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportTask:
    """A task of caseworkers that can move to a support worker; ranges are low, likely, high."""

    name: str = text("Name of the task.")
    per_measure_month: tuple[float, float, float] = span(
        "How often a measure asks for it a month.", (1.0, 1.0, 1.0), 1e3
    )
    minutes: tuple[float, float, float] = span("Minutes each time.", (10.0, 10.0, 10.0), 10_000.0)
    movable: tuple[float, float, float] = span("Share that can move.", (0.5, 0.5, 0.5), 1.0)
    adopted: tuple[float, float, float] = span("Share of that which teams really hand over.", (0.5, 0.5, 0.5), 1.0)
    learning_weeks: float = number("Weeks until that is reached; it grows evenly.", 8.0, 0.0, 260.0)


DEFAULT_TASKS = (
    SupportTask(
        name="filing",
        per_measure_month=(4.0, 6.0, 8.0),
        minutes=(6.0, 8.0, 10.0),
        movable=(0.6, 0.8, 0.9),
        adopted=(0.5, 0.7, 0.9),
        learning_weeks=6.0,
    ),
    SupportTask(
        name="planning",
        per_measure_month=(3.0, 4.0, 5.0),
        minutes=(10.0, 15.0, 20.0),
        movable=(0.5, 0.7, 0.8),
        adopted=(0.4, 0.6, 0.8),
        learning_weeks=6.0,
    ),
    SupportTask(
        name="reports",
        per_measure_month=(0.4, 0.5, 0.6),
        minutes=(90.0, 120.0, 150.0),
        movable=(0.2, 0.3, 0.4),
        adopted=(0.3, 0.5, 0.7),
        learning_weeks=12.0,
    ),
    SupportTask(
        name="requests",
        per_measure_month=(0.4, 0.6, 0.8),
        minutes=(30.0, 45.0, 60.0),
        movable=(0.5, 0.7, 0.8),
        adopted=(0.4, 0.6, 0.8),
        learning_weeks=8.0,
    ),
    SupportTask(
        name="file_access",
        per_measure_month=(0.03, 0.05, 0.08),
        minutes=(120.0, 180.0, 240.0),
        movable=(0.6, 0.8, 0.9),
        adopted=(0.5, 0.7, 0.9),
        learning_weeks=8.0,
    ),
    SupportTask(
        name="partners",
        per_measure_month=(2.0, 3.0, 4.0),
        minutes=(5.0, 10.0, 15.0),
        movable=(0.2, 0.3, 0.4),
        adopted=(0.3, 0.5, 0.7),
        learning_weeks=8.0,
    ),
)
"""Filing, planning appointments, reports, requests for help and orders, file access, contact with partners: all [A]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportAssumptions:
    """Support workers: relief beside the load, never taken off it."""

    fte: float | None = number(
        "Support fte in all, handed out where it frees most; empty leaves it as it is.", None, 0.0, 1000.0
    )
    freed_share: tuple[float, float, float] = span(
        "Fte that one support fte frees at most (published figures run from 0.15 to 0.66) [A].", (0.15, 0.35, 0.66), 1.0
    )
    largest_share: float = fraction("Part of a caseworker's work that can be freed at most [A].", 0.1)
    productive_share: float = fraction("Part of a support worker's hours that goes to these tasks [A].", 0.8)
    tasks: tuple[SupportTask, ...] = rows("Tasks that can move.", SupportTask, DEFAULT_TASKS)
    support_cost: float | None = number("Yearly cost of one support fte; yours to fill in.", None, 0.0, 1e6)
    caseworker_cost: float | None = number("Yearly cost of one caseworker fte; yours to fill in.", None, 0.0, 1e6)
    secondee_cost: float | None = number("Yearly cost of one seconded fte; yours to fill in.", None, 0.0, 1e6)
    secondee_wait_weeks: float = number("Weeks until a secondee has come [A].", 4.0, 0.0, 104.0)
