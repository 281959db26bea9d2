"""Exact arithmetic of caseload points: integer hundredths inside, halves rounded up."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

Hundredths = int


def round_half_up(value: Decimal | Fraction) -> int:
    """Round to the nearest integer, halves away from zero (all our values are positive)."""
    if isinstance(value, Fraction):
        doubled = 2 * value.numerator + (value.denominator if value >= 0 else -value.denominator)
        whole = abs(doubled) // (2 * value.denominator)
        return whole if doubled >= 0 else -whole
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))


def to_hundredths(points: Decimal) -> Hundredths:
    """Turn points into hundredths, halves up."""
    return round_half_up(points * 100)


def to_points(hundredths: Hundredths) -> Decimal:
    """Turn hundredths into points with two decimals."""
    return Decimal(hundredths).scaleb(-2)


def part(squared: int, capacity: Hundredths) -> int:
    """Give ``100 x squared / capacity`` rounded half up, in 1/10,000 point.

    Parameters
    ----------
    squared
        A squared number of hundredths.
    capacity
        Working capacity in hundredths, above 0.
    """
    return (200 * squared + capacity) // (2 * capacity)
