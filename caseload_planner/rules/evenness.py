"""W3: work is spread evenly over what people can carry."""

from caseload_planner.domain.points import Hundredths, part
from caseload_planner.rules.load_squares import LoadSquares


def evenness_added(capacity: Hundredths, before: Hundredths, added: Hundredths) -> int:
    """Give how much the square of a load over capacity grows by adding, in 1/10,000 point."""
    return part((before + added) ** 2, capacity) - part(before**2, capacity)


class Evenness(LoadSquares):
    """Sum over workers of the square of the load over capacity; what the round adds to it.

    Least where everybody carries the same share of what she can (Speerpunten 2026-2027, "gezonde verdeling van
    zaken"). In 1/10,000 point.
    """

    name = "evenness"

    def added(self, capacity: Hundredths, before: Hundredths, added: Hundredths) -> int:
        """Give what one worker's value grows by."""
        return evenness_added(capacity, before, added)
