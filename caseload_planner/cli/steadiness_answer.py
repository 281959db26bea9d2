"""How firm a proposal is, as a document and in words."""

from caseload_planner.application.explain_proposal import Explanation
from caseload_planner.application.steadiness_rows import ChangedRow, RobustnessRow, TieRow
from caseload_planner.cli.answers import JsonValue, answer_table, points
from caseload_planner.cli.proposal_answer import words
from caseload_planner.domain.points import to_points

TIES_SHOWN = 4


def steadiness_document(explanation: Explanation) -> dict[str, JsonValue]:
    """Give ties, and what other weights would change."""
    return {
        "ties": [
            {
                "measure": row.measure,
                "position": row.position.value,
                "has_it": row.has_it,
                "as_good": row.as_good,
                "swapped_with": row.swapped_with,
            }
            for row in explanation.ties
        ],
        "robustness": [_robustness_document(row) for row in explanation.robustness],
    }


def _robustness_document(row: RobustnessRow) -> JsonValue:
    return {
        "measure": row.measure,
        "weight": points(row.weight),
        "other_weight": points(row.other_weight),
        "stands": row.stands,
        "because": row.because,
        "proven": row.proven,
        "changed": [
            {
                "measure": one.measure,
                "before": _contacts_document(one.first_before, one.second_before),
                "after": _contacts_document(one.first_after, one.second_after),
            }
            for one in row.changed
        ],
    }


def _contacts_document(first: str | None, second: str | None) -> JsonValue:
    return None if first is None else {"first": first, "second": second}


def answer_steadiness(explanation: Explanation) -> None:
    """Say the same in words; nothing where there is nothing to say."""
    if explanation.ties:
        answer_table(
            "As good at no cost on any level", ("measure", "position", "has it", "could be"), _ties(explanation)
        )
    if explanation.robustness:
        rows = [
            (row.measure, f"{to_points(row.weight)} > {to_points(row.other_weight)}", _what_changes(row))
            for row in explanation.robustness
        ]
        answer_table("If a weight were disputed", ("measure", "weight", "the proposal"), rows)


def _ties(explanation: Explanation) -> list[tuple[str, ...]]:
    """Give a line for each position, with the first few who could have it."""
    spots: dict[tuple[str, str, str], list[str]] = {}
    for row in explanation.ties:
        spots.setdefault((row.measure, row.position.value, row.has_it), []).append(_as_good(row))
    return [
        (*spot, "; ".join(some[:TIES_SHOWN]) + (f"; and {len(some) - TIES_SHOWN} more" if some[TIES_SHOWN:] else ""))
        for spot, some in spots.items()
    ]


def _as_good(row: TieRow) -> str:
    return row.as_good if row.swapped_with is None else f"{row.as_good}, changed for {row.swapped_with}"


def _what_changes(row: RobustnessRow) -> str:
    sure = "" if row.proven else " (as far as the search came)"
    if row.stands:
        return f"stands{sure}"
    return f"changes for {words(row.because or '')}: {'; '.join(map(_change, row.changed))}{sure}"


def _change(one: ChangedRow) -> str:
    return f"{one.measure} {_contacts(one.first_before, one.second_before)} > " + _contacts(
        one.first_after, one.second_after
    )


def _contacts(first: str | None, second: str | None) -> str:
    if first is None:
        return "left over"
    return first if second is None else f"{first} with {second}"
