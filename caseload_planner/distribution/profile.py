"""A profile: which levels of the objective count, in which order, and how far each may be worsened for the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.wishes import WISHES

HEAVIEST_WISH = 100


@dataclass(frozen=True, slots=True)
class ProfileLevel:
    """A level in a profile; later levels may worsen it by `tolerance`, a share of its own value."""

    name: str
    tolerance: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Profile:
    """An order of levels by name, and how heavy each wish weighs; 1 where it is not given."""

    name: str
    levels: tuple[ProfileLevel, ...]
    wish_weights: tuple[tuple[str, int], ...] = ()


def profiles_from(document: Mapping[str, Any]) -> dict[str, Profile]:
    """Read profiles out of a document of the form ``{name: {levels: [{name, tolerance}], wishes: {name: weight}}}``.

    Raises
    ------
    ValueError
        A level or wish that does not exist, a level that stands twice, a tolerance outside 0-1, or a weight that is no
        whole number from 0 to 100.
    """
    return {name: _profile(name, entry["levels"], entry.get("wishes", {})) for name, entry in document.items()}


def _profile(name: str, entries: Sequence[Mapping[str, Any]], wishes: Mapping[str, Any]) -> Profile:
    levels = tuple(ProfileLevel(entry["name"], Decimal(str(entry.get("tolerance", 0)))) for entry in entries)
    names = [level.name for level in levels]
    unknown = sorted(set(names) - set(LEVELS))
    if unknown:
        raise ValueError(f"profile {name}: no such level {unknown[0]}; there are {', '.join(LEVELS)}")
    if len(set(names)) < len(names):
        raise ValueError(f"profile {name}: a level stands twice")
    if any(not 0 <= level.tolerance <= 1 for level in levels):
        raise ValueError(f"profile {name}: a tolerance is a share between 0 and 1")
    for wish, weight in wishes.items():
        if wish not in WISHES:
            raise ValueError(f"profile {name}: no such wish {wish}; there are {', '.join(WISHES)}")
        if type(weight) is not int or not 0 <= weight <= HEAVIEST_WISH:
            raise ValueError(f"profile {name}: wish {wish} weighs a whole number from 0 to {HEAVIEST_WISH}")
    return Profile(name, levels, tuple(sorted(wishes.items())))
