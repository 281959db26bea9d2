"""What is short in a proposal and what would unlock it, as a document and in words."""

from caseload_planner.application.explain_proposal import Explanation
from caseload_planner.cli.answers import JsonValue, answer_line, answer_table, points
from caseload_planner.cli.proposal_answer import words
from caseload_planner.distribution.asking_less import Change
from caseload_planner.distribution.unlock import Unlock
from caseload_planner.domain.forecast import FORECAST_WEEKS
from caseload_planner.domain.points import to_points


def shortage_document(explanation: Explanation) -> dict[str, JsonValue]:
    """Give unlocks, supply against demand, and the regions that cannot be served safely."""
    return {
        "unlocks": [_unlock_document(unlock) for unlock in explanation.unlocks],
        "supply": [
            {
                "region": row.region,
                "asks": row.asks,
                "measures": row.measures,
                "demand": points(row.demand),
                "people": row.people,
                "supply": points(row.supply),
                "short": points(row.short),
            }
            for row in explanation.supply
        ],
        "unsafe": [
            {
                "region": row.region,
                "waiting": list(row.waiting),
                "longest_wait_days": row.longest_wait_days,
                "points": points(row.points),
                "fte": float(row.fte),
                "weeks": row.weeks,
            }
            for row in explanation.unsafe
        ],
    }


def _unlock_document(unlock: Unlock) -> JsonValue:
    return {
        "changes": [
            {
                "kind": change.kind.value,
                "measure": change.measure,
                "worker": change.worker,
                "rule": change.rule,
                "amount": points(change.amount),
            }
            for change in unlock.changes
        ],
        "first": unlock.first,
        "second": unlock.second,
    }


def answer_shortage(explanation: Explanation) -> None:
    """Say the same in words; nothing where nothing is short."""
    if explanation.unlocks:
        rows = [(_contacts(unlock), _changes(unlock)) for unlock in explanation.unlocks]
        answer_table("What would place it, cheapest first", ("with", "by"), rows)
    if explanation.supply:
        rows_of_supply = [
            (row.region, words(row.asks), str(row.measures), f"{to_points(row.demand)}", f"{to_points(row.supply)}")
            for row in explanation.supply
        ]
        answer_table("Supply against demand", ("region", "asks", "measures", "asked", "room"), rows_of_supply)
    for row in explanation.unsafe:
        answer_line(
            f"{row.region} cannot be served safely: {len(row.waiting)} waiting, {row.longest_wait_days} days at most, "
            f"{row.fte} fte short at the working norm, room {_when(row.weeks)}"
        )


def _when(weeks: int | None) -> str:
    if weeks is None:
        return f"not within {FORECAST_WEEKS} weeks"
    return f"in {weeks} week{'' if weeks == 1 else 's'} if all goes on as it does"


def _contacts(unlock: Unlock) -> str:
    return unlock.first if unlock.second is None else f"{unlock.first} with {unlock.second}"


def _changes(unlock: Unlock) -> str:
    return "; ".join(map(_change, unlock.changes)) or "a pin is enough"


def _change(change: Change) -> str:
    if change.rule is None:
        return f"{words(change.kind.value)} {change.worker or ''}".strip()
    above = f" (ceiling + {to_points(change.amount)})" if change.amount else ""
    return f"{change.rule} set aside for {change.worker} on {change.measure}{above}"
