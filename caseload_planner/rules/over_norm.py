"""W2: as little as possible above the working norm."""

from caseload_planner.domain.points import Hundredths, part
from caseload_planner.rules.load_squares import LoadSquares


def over_norm_added(capacity: Hundredths, before: Hundredths, added: Hundredths) -> int:
    """Give how much more over the working norm weighs after adding, squared over capacity, in 1/10,000 point."""
    after_over, before_over = max(0, before + added - capacity), max(0, before - capacity)
    return part(after_over**2, capacity) - part(before_over**2, capacity)


class OverNorm(LoadSquares):
    """Sum over workers of the square of the load above the working norm, over capacity; what the round adds to it.

    Convex, so that one person far above weighs more than two a little above (Speerpunten 2026-2027). In 1/10,000 point.
    """

    name = "over_norm"

    def added(self, capacity: Hundredths, before: Hundredths, added: Hundredths) -> int:
        """Give what one worker's value grows by."""
        return over_norm_added(capacity, before, added)
