"""Random numbers that are common to all scenarios: a number belongs to an event, not to a moment of drawing.

Whether the fourth family of week 30 has two children is the same throw of the dice in every scenario, so that a
difference between two scenarios is a difference of their inputs. Each number is a function of seed, purpose, event and
replication alone; so it does not matter how the work is cut in chunks, or over how many processes or computers.
"""

from enum import IntEnum

import numpy as np

from caseload_planner.staffing.arrays import Counters, Floats, Ints

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_SHIFTS = np.uint64(30), np.uint64(27), np.uint64(31)
_REPLICATION_BITS = np.uint64(32)
_TO_UNIT = 2.0**-53


class Purpose(IntEnum):
    """What a number decides; each purpose is a stream of its own. Numbers are part of what makes runs repeatable."""

    FAMILIES = 1
    EXTRA_FAMILIES = 2
    CHILDREN = 3
    TEAM = 4
    KEPT = 5
    DAY = 6
    LIFETIME = 7
    BECOMES = 8
    FACTORS = 9
    CONCURRENT = 10
    LEAVING = 11
    VACANCY = 12
    REPLACED = 13
    STARTER = 14
    ABSENCE = 15
    ABSENCE_ANGLE = 16
    SPELL = 17
    REGISTRATION = 18


class Dice:
    """The numbers of one seed.

    Parameters
    ----------
    seed
        Any whole number from 0 on; streams are separated by NumPy's `SeedSequence`.
    """

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._keys: dict[tuple[int, int], np.uint64] = {}

    def uniforms(self, purpose: Purpose, kind: int, event: Ints, replication: Ints) -> Floats:
        """Give a number in (0, 1) for each event in each replication; both broadcast against each other.

        Parameters
        ----------
        kind
            Kind of event inside the purpose, such as the number of a measure type.
        event, replication
            Whole numbers from 0 on, below 2 ** 32.
        """
        counter = (event.astype(np.uint64) << _REPLICATION_BITS) | replication.astype(np.uint64)
        return _uniform(counter, self._key(purpose, kind))

    def normals(self, kind: int, event: Ints, replication: Ints) -> Floats:
        """Give standard normal numbers by the method of Box and Muller, which rejects nothing."""
        radius = np.sqrt(-2.0 * np.log(self.uniforms(Purpose.ABSENCE, kind, event, replication)))
        angle = self.uniforms(Purpose.ABSENCE_ANGLE, kind, event, replication)
        return np.asarray(radius * np.cos(2.0 * np.pi * angle))

    def _key(self, purpose: Purpose, kind: int) -> np.uint64:
        key = self._keys.get((purpose, kind))
        if key is None:
            sequence = np.random.SeedSequence(self._seed, spawn_key=(int(purpose), kind))
            key = sequence.generate_state(1, np.uint64)[0]
            self._keys[purpose, kind] = key
        return key


def _uniform(counter: Counters, key: np.uint64) -> Floats:
    """Mix counters in place as SplitMix64 does (Steele, Lea and Flood, 2014); the upper 53 bits make a number."""
    mixed = np.multiply(counter, _GOLDEN, out=counter)
    mixed += key
    for shift, factor in ((_SHIFTS[0], _FIRST), (_SHIFTS[1], _SECOND)):
        mixed ^= mixed >> shift
        mixed *= factor
    mixed ^= mixed >> _SHIFTS[2]
    mixed >>= np.uint64(11)
    unit = mixed.astype(np.float64)
    unit += 0.5
    unit *= _TO_UNIT
    return unit
