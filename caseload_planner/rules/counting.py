"""Counting what goes beyond a number for each worker, in plain Python and in a model."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from caseload_planner.rules.rule_model import RuleModel, Term


def beyond(workers: Iterable[str], enough: int, had: Callable[[str], int]) -> int:
    """Count, over workers named once for each new case, the new cases that come beyond `enough`."""
    new = Counter(workers)
    return sum(max(0, min(count, had(worker) + count - enough)) for worker, count in new.items())


def post_beyond(model: RuleModel, terms: Mapping[str, Sequence[Term]], enough: int, had: Callable[[str], int]) -> Term:
    """Give the same count as a term: 0/1 terms of new cases by worker."""
    total: Term = 0
    for worker, chosen in sorted(terms.items()):
        new: Term = sum(chosen[1:], chosen[0])
        room = max(0, enough - had(worker))
        total = total + (new if room == 0 else model.excess(new, room, len(chosen)))
    return total
