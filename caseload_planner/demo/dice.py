"""Chance that repeats: one seeded stream with the few draws that the demo needs."""

import math
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Draws from a stream that depends on the seed and on the purpose, so that parts do not shift each other.

    Parameters
    ----------
    seed
        Equal seeds give equal draws, on every machine and in every process.
    purpose
        What the stream is for.
    """

    def __init__(self, seed: int, purpose: str) -> None:
        self._random = Random(f"{seed}/{purpose}")  # noqa: S311 - invented data, nothing secret

    def chance(self, probability: float) -> bool:
        """Whether something happens that has this probability."""
        return self._random.random() < probability

    def between(self, low: float, high: float) -> float:
        """Draw evenly between two numbers."""
        return self._random.uniform(low, high)

    def whole(self, low: int, high: int) -> int:
        """Draw a whole number, both ends included."""
        return self._random.randint(low, high)

    def normal(self, mean: float, deviation: float) -> float:
        """Draw from a normal distribution."""
        return self._random.gauss(mean, deviation)

    def lognormal(self, mean: float, sigma: float) -> float:
        """Draw from a lognormal distribution with this mean (not: mean of the logarithm)."""
        return self._random.lognormvariate(math.log(mean) - sigma**2 / 2, sigma)

    def exponential(self, mean: float) -> float:
        """Draw from an exponential distribution."""
        return self._random.expovariate(1 / mean)

    def poisson(self, mean: float) -> int:
        """Draw how often something happens that happens `mean` times on average (a small number)."""
        limit, count, product = math.exp(-mean), 0, self._random.random()
        while product > limit:
            count += 1
            product *= self._random.random()
        return count

    def pick(self, options: Sequence[T]) -> T:
        """Draw one, each as likely."""
        return self._random.choice(options)

    def weighted(self, options: Sequence[T], weights: Sequence[float]) -> T:
        """Draw one by weight."""
        return self._random.choices(options, weights)[0]

    def sample(self, options: Sequence[T], count: int) -> list[T]:
        """Draw up to `count` different ones."""
        return self._random.sample(options, min(count, len(options)))

    def shuffled(self, options: Sequence[T]) -> list[T]:
        """Give all in a random order."""
        return self._random.sample(options, len(options))

    def day(self, first: date, last: date) -> date:
        """Draw a day, both ends included; `first` where the period is empty."""
        return first + timedelta(days=self._random.randint(0, max(0, (last - first).days)))


def apportion(total: int, weights: Sequence[float]) -> list[int]:
    """Divide a whole number by weight with the largest remainders, so that it adds up exactly."""
    whole = sum(weights)
    exact = [total * weight / whole for weight in weights]
    shares = [math.floor(value + 1e-9) for value in exact]
    by_remainder = sorted(range(len(weights)), key=lambda n: (shares[n] - exact[n], n))
    for n in by_remainder[: total - sum(shares)]:
        shares[n] += 1
    return shares


def on_working_day(day: date) -> date:
    """Give the day itself, or the Friday before a weekend day."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def next_working_day(day: date) -> date:
    """Give the day itself, or the Monday after a weekend day."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > 4 else day


def month_end(day: date) -> date:
    """Give the last day of the month of `day`."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
