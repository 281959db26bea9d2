"""What rules may ask of a model, so that no rule knows a solver."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeAlias, Union

from caseload_planner.domain.points import Hundredths
from caseload_planner.rules.round import ContactPosition


class Expression(Protocol):
    """A linear expression over the choices of a model."""

    def __add__(self, other: "Term", /) -> "Expression": ...
    def __radd__(self, other: "Term", /) -> "Expression": ...
    def __sub__(self, other: "Term", /) -> "Expression": ...
    def __rsub__(self, other: "Term", /) -> "Expression": ...
    def __mul__(self, other: int, /) -> "Expression": ...
    def __rmul__(self, other: int, /) -> "Expression": ...


Term: TypeAlias = Union[Expression, int]  # noqa: UP007 - Protocol | int is no valid runtime expression


class RuleModel(Protocol):
    """Choices of a round: who becomes first and second contact of each measure, or that it is left over.

    All terms are 0 or 1 unless said otherwise. A pair that a pair rule forbids is the constant 0.
    """

    def candidates(self, measure: str, position: ContactPosition) -> Sequence[str]:
        """Give who may take a position on a measure, sorted."""
        ...

    def first(self, measure: str, worker: str) -> Term:
        """Whether a worker becomes first contact."""
        ...

    def second(self, measure: str, worker: str) -> Term:
        """Whether a worker becomes second contact."""
        ...

    def first_in_duo(self, measure: str, worker: str) -> Term:
        """Whether a worker becomes first contact and a second stands beside her."""
        ...

    def placed(self, measure: str) -> Term:
        """Whether a measure is placed."""
        ...

    def duo(self, measure: str) -> Term:
        """Whether a measure is placed with a second contact."""
        ...

    def added(self, worker: str) -> Term:
        """Hundredths that the round adds to a worker's load."""
        ...

    def first_added(self, worker: str) -> Term:
        """Hundredths that a worker's new first contacts add."""
        ...

    def workers_in_play(self) -> Sequence[str]:
        """Give the workers who can get something at all, sorted."""
        ...

    def require_at_most(self, term: Term, limit: int) -> None:
        """Demand that a term is at most a limit."""
        ...

    def at_least_any(self, terms: Iterable[Term]) -> Term:
        """Give a 0/1 term that is 1 as soon as one of the 0/1 terms is, to be minimised."""
        ...

    def at_most_any(self, terms: Iterable[Term]) -> Term:
        """Give a 0/1 term that can be 1 only where one of the 0/1 terms is, to be maximised."""
        ...

    def at_most_all(self, terms: Iterable[Term]) -> Term:
        """Give a 0/1 term that can be 1 only where all of the 0/1 terms are, to be maximised."""
        ...

    def at_least_all(self, terms: Sequence[Term]) -> Term:
        """Give a 0/1 term that is 1 where all of the 0/1 terms are, to be minimised."""
        ...

    def excess(self, term: Term, enough: int, most: int) -> Term:
        """Give by how much a term that is at most `most` goes beyond `enough`, to be minimised."""
        ...

    def convex_of_added(self, worker: str, function: Callable[[Hundredths], int]) -> Term:
        """Give `function` of what the round adds to a worker, to be minimised.

        The function is 0 at 0, convex but for rounding by at most one unit, and asked only at sums that can be reached.
        """
        ...

    def convex_of_first_added(self, worker: str, function: Callable[[Hundredths], int]) -> Term:
        """Give `function` of what new first contacts add to a worker; as `convex_of_added`."""
        ...
