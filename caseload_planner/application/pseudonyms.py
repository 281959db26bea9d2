"""Pseudonyms for presentation: trees and shrubs with a number in the place of people's names.

`presented` gives the same organisation with everybody's name replaced, so that whatever is made of it (tables, drawers,
tooltips, charts, documents, search) holds no name by construction. A pseudonym follows from the key of a worker alone,
so that it stays the same from week to week. It keeps names off a beamer; it is no protection of a file.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from caseload_planner.application.ports import Decision
from caseload_planner.domain.organisation import Organisation

_TREES = (
    "Abeel", "Acacia", "Berk", "Beuk", "Braam", "Brem", "Bosbes", "Ceder", "Cipres", "Den", "Dopheide", "Eik",
    "Esdoorn", "Gagel", "Haagbeuk", "Hazelaar", "Hulst", "Iep", "Jeneverbes", "Kastanje", "Klimop", "Kornoelje",
    "Kweepeer", "Lariks", "Liguster", "Lijsterbes", "Meidoorn", "Mispel", "Moerbei", "Olijf", "Plataan", "Populier",
    "Sering", "Sleedoorn", "Spar", "Sporkehout", "Taxus", "Vijg", "Vlier", "Vuurdoorn", "Wilg", "Zilverspar",
    "Zomereik",
)  # fmt: skip
_NUMBERS = 89
"""Two figures, from 10: what a room can read and say aloud."""


def pseudonyms(keys: tuple[str, ...]) -> Mapping[str, str]:
    """Give every key a pseudonym that nobody else of them has; most stay what they are when people come and go.

    Parameters
    ----------
    keys
        Keys of workers, at most about 3,800; beyond that numbers grow to three figures.
    """
    given: dict[str, str] = {}
    taken: set[int] = set()
    places = len(_TREES) * _NUMBERS
    while places < 2 * len(keys):
        places *= 10
    for key in sorted(keys):
        place = _digest(key) % places
        while place in taken:
            place = (place + 1) % places
        taken.add(place)
        given[key] = _written(place)
    return given


def pseudonym_of(name: str) -> str:
    """Give a pseudonym for a name that stands by itself, such as who decided."""
    return _written(_digest(name) % (len(_TREES) * _NUMBERS)) if name.strip() else name


def presented(organisation: Organisation) -> Organisation:
    """Give an organisation with every worker's name replaced; keys, figures and dates are the same."""
    names = pseudonyms(tuple(organisation.workers))
    workers = {key: replace(worker, name=names[key]) for key, worker in organisation.workers.items()}
    return replace(organisation, workers=workers)


def presented_decision(decision: Decision, organisation: Organisation) -> Decision:
    """Give a decision without names: of who decided, and those of workers in remarks and reasons.

    Parameters
    ----------
    organisation
        The one with real names: those are looked for.
    """
    return replace(
        decision,
        decided_by=pseudonym_of(decision.decided_by),
        remarks=without_names(decision.remarks, organisation),
        overrides=tuple(
            replace(override, reason=without_names(override.reason, organisation)) for override in decision.overrides
        ),
    )


def without_names(text: str, organisation: Organisation) -> str:
    """Replace the whole names of workers in a text that somebody wrote; a first name alone stays as it is written."""
    if not text:
        return text
    names = pseudonyms(tuple(organisation.workers))
    called = {worker.name.casefold(): names[key] for key, worker in organisation.workers.items() if worker.name.strip()}
    whole = "|".join(re.escape(worker) for worker in sorted(called, key=len, reverse=True))
    if not whole:
        return text
    return re.sub(rf"\b(?:{whole})\b", lambda found: called[found.group().casefold()], text, flags=re.IGNORECASE)


@lru_cache(maxsize=8192)
def _digest(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


def _written(place: int) -> str:
    number, tree = divmod(place, len(_TREES))
    return f"{_TREES[tree]} {number + 10}"
