"""A model whose choices are all made: each term is the number that it comes to in one plan."""

from collections.abc import Callable, Iterable, Sequence

from caseload_planner.domain.assignment import Position
from caseload_planner.rules.round import ContactPosition, Plan
from caseload_planner.rules.rule_model import Term
from tests.rules.round_strategies import admissible


def as_number(term: Term) -> int:
    """Give a term of a decided model as the number it is."""
    assert isinstance(term, int)
    return term


def as_choice(term: Term) -> int:
    """Give a term that has to be 0 or 1."""
    number = as_number(term)
    assert number in {0, 1}
    return number


class DecidedModel:
    """Implements `RuleModel` on a plan; `broken` counts the demands that the plan does not meet."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._admissible = {key: admissible(plan.round, key) for key in plan.round.asked}
        self.broken = 0

    def candidates(self, measure: str, position: ContactPosition) -> Sequence[str]:
        return self._admissible[measure][position]

    def first(self, measure: str, worker: str) -> Term:
        placement = self._plan.by_measure.get(measure)
        return int(placement is not None and placement.first == worker)

    def second(self, measure: str, worker: str) -> Term:
        placement = self._plan.by_measure.get(measure)
        return int(placement is not None and placement.second == worker)

    def first_in_duo(self, measure: str, worker: str) -> Term:
        return as_number(self.first(measure, worker)) * as_number(self.duo(measure))

    def placed(self, measure: str) -> Term:
        return int(measure in self._plan.by_measure)

    def duo(self, measure: str) -> Term:
        placement = self._plan.by_measure.get(measure)
        return int(placement is not None and placement.second is not None)

    def added(self, worker: str) -> Term:
        return self._plan.added.get(worker, 0)

    def first_added(self, worker: str) -> Term:
        return self._plan.first_added.get(worker, 0)

    def workers_in_play(self) -> Sequence[str]:
        positions = (Position.FIRST, Position.SECOND)
        return sorted(
            {worker for may in self._admissible.values() for position in positions for worker in may[position]}
        )

    def require_at_most(self, term: Term, limit: int) -> None:
        self.broken += as_number(term) > limit

    def at_least_any(self, terms: Iterable[Term]) -> Term:
        return max((as_choice(term) for term in terms), default=0)

    def at_most_any(self, terms: Iterable[Term]) -> Term:
        return max((as_choice(term) for term in terms), default=0)

    def at_most_all(self, terms: Iterable[Term]) -> Term:
        return min((as_choice(term) for term in terms), default=1)

    def at_least_all(self, terms: Sequence[Term]) -> Term:
        return min((as_choice(term) for term in terms), default=1)

    def excess(self, term: Term, enough: int, most: int) -> Term:
        assert as_number(term) <= most
        return max(0, as_number(term) - enough)

    def convex_of_added(self, worker: str, function: Callable[[int], int]) -> Term:
        return function(self._plan.added.get(worker, 0))

    def convex_of_first_added(self, worker: str, function: Callable[[int], int]) -> Term:
        return function(self._plan.first_added.get(worker, 0))
