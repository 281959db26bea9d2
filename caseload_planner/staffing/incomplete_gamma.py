"""The regularised incomplete gamma function and the quantiles that follow from it: the standard library has neither."""

import math

import numpy as np

from caseload_planner.staffing.arrays import Floats

_TERMS = 400
_CLOSE = 1e-15
_TINY = 1e-300


def upper_incomplete_gamma(shape: float, at: Floats) -> Floats:
    """Give Q(shape, x): the chance that a gamma variable of this shape and scale 1 is above x.

    Below ``shape + 1`` by the power series of the lower function, above it by the continued fraction of the upper one
    (Abramowitz and Stegun 6.5.29 and 6.5.31), the latter evaluated with Lentz's method.
    """
    x = np.asarray(at, dtype=np.float64)
    result = np.ones_like(x)
    small = (x > 0) & (x < shape + 1)
    large = x >= shape + 1
    result[small] = 1.0 - _lower_by_series(shape, x[small])
    result[large] = _upper_by_fraction(shape, x[large])
    return result


def _front(shape: float, x: Floats) -> Floats:
    return np.asarray(np.exp(shape * np.log(x) - x - math.lgamma(shape)))


def _lower_by_series(shape: float, x: Floats) -> Floats:
    if not x.size:
        return x
    term = np.full_like(x, 1.0 / shape)
    total = term.copy()
    for n in range(1, _TERMS + int(4 * shape)):
        term *= x / (shape + n)
        total += term
        if np.all(term <= _CLOSE * total):
            break
    return np.asarray(total * _front(shape, x))


def _upper_by_fraction(shape: float, x: Floats) -> Floats:
    if not x.size:
        return x
    b = x + 1.0 - shape
    c = np.full_like(x, 1.0 / _TINY)
    d = 1.0 / b
    fraction = d.copy()
    for n in range(1, _TERMS):
        a = -n * (n - shape)
        b = b + 2.0
        d = 1.0 / _not_zero(a * d + b)
        c = _not_zero(b + a / c)
        step = c * d
        fraction *= step
        if np.all(np.abs(step - 1.0) <= _CLOSE):
            break
    return np.asarray(fraction * _front(shape, x))


def _not_zero(value: Floats) -> Floats:
    return np.where(np.abs(value) < _TINY, _TINY, value)


def gamma_quantile(shape: float, chance: float) -> float:
    """Give the x with P(shape, x) = `chance`, by halving: 100 halvings are as close as a float can be."""
    if chance <= 0:
        return 0.0
    low, high = 0.0, max(1.0, shape)
    while 1.0 - float(upper_incomplete_gamma(shape, np.array([high]))[0]) < chance:
        high *= 2.0
    for _ in range(100):
        middle = (low + high) / 2
        below = 1.0 - float(upper_incomplete_gamma(shape, np.array([middle]))[0])
        low, high = (middle, high) if below < chance else (low, middle)
    return (low + high) / 2


def poisson_interval(events: int, level: float = 0.95) -> tuple[float, float]:
    """Give the exact interval of a Poisson mean of which so many events were seen (Garwood, 1936)."""
    tail = (1 - level) / 2
    low = gamma_quantile(events, tail) if events else 0.0
    return low, gamma_quantile(events + 1, 1 - tail)
