"""What is asked of the solver at a moment: open choices, levels that are kept, and the model that says so."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from zlib import crc32

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.round import Placement
from caseload_planner.rules.rule import Implied
from caseload_planner.solving.open_choices import Choice, OpenChoices, Role, choices_of
from caseload_planner.solving.relaxation import Relaxation, relax
from caseload_planner.solving.rule_model import CpRuleModel
from caseload_planner.solving.search import Limits

LIKED = 16
"""So many people a position of each measure are in a kernel."""
WORTH_A_KERNEL = 2_500
"""Choices under which all are searched at once."""
USED = 1e-6
WORTH_REWRITING = 0.9
"""Choices left, as a share of those in the model, from which on a smaller model is written."""


@dataclass(frozen=True, slots=True)
class Floors:
    """What choices cost a level at the least: the sum of the least of each measure, and by choice how far above it."""

    bound: int = 0
    excess: Mapping[Choice, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LevelToSolve:
    """A level to minimise: its term, by how much later levels may worsen it, and whether a gap is allowed.

    Attributes
    ----------
    post
        Adds the level to the model and gives its term.
    value
        Works the term's value out again from placements, so that a solver's claim is never taken on trust.
    floors
        Gives what choices cost at the least.
    implied
        Gives what holds in every plan that keeps the level at a value.
    units
        How many units of the term make 1 as reported: gaps are shares of at least one whole.
    """

    name: str
    post: Callable[[CpRuleModel], Any]
    value: Callable[[Mapping[str, Placement]], int]
    tolerance: Decimal = Decimal(0)
    gap_allowed: bool = False
    units: int = 1
    floors: Callable[[OpenChoices], Floors] = lambda _: Floors()
    implied: Callable[[OpenChoices, int], Implied] = lambda *_: Implied()


_Liking = tuple[bool, float, float, int, Choice]
"""Whether the relaxation makes no use of a choice, its price, how little it is used, a lot among equals."""


class WritingStoppedError(Exception):
    """Time was up, or a stop asked for, while a model was written down; a large one takes seconds."""


class Statement:
    """Choices and kept levels, and a model of them that is written anew where much of it fell away.

    Parameters
    ----------
    write
        Writes the hard rules down for some open choices; may raise `WritingStoppedError`, also while levels are posted.
    open_choices
        What is open at the start.
    """

    def __init__(self, write: Callable[[OpenChoices], CpRuleModel], open_choices: OpenChoices) -> None:
        self._write = write
        self._open = self._written = open_choices
        self._model: CpRuleModel | None = None
        self._terms: dict[str, Any] = {}
        self._last: Relaxation | None = None
        self.kept: list[tuple[LevelToSolve, int]] = []

    @property
    def open_choices(self) -> OpenChoices:
        """What is open now."""
        return self._open

    def keep(self, level: LevelToSolve, most: int) -> None:
        """Demand from now on that a level is at most a value, and take in what that implies."""
        self.kept.append((level, most))
        if self._model is not None:
            try:
                _require(self._model, self._term(level, self._model), most)
            except WritingStoppedError:
                self._model = None
        self._open = self._open.with_implied(level.implied(self._open, most))
        self._last = None

    def lay_floors(self, level: LevelToSolve, most: int) -> int:
        """Bound a level by what choices cost at the least, and take away those that cost too much; give the bound."""
        floors = level.floors(self._open)
        gone = [choice for choice, excess in floors.excess.items() if floors.bound + excess > most]
        self._open = self._open.without(gone)
        return floors.bound

    def relax(self, level: LevelToSolve, best: Mapping[str, Placement], stop: StopSignal, limits: Limits) -> int | None:
        """Bound a level by its continuous relaxation; None where that came to nothing."""
        model, term = self.refined(level, best)
        if isinstance(term, int):
            return term
        seconds = limits.seconds_left() if limits.by_clock else None
        self._last = relax(model.model, term, stop, seconds)
        return None if self._last is None else max(0, math.ceil(self._last.bound))

    def kernel(self, best: Mapping[str, Placement], most: int) -> "Statement | None":
        """Give a small statement of what the last relaxation likes best and the best placements; None without one.

        An answer of it is an answer of the whole; its bound is none.

        Parameters
        ----------
        most
            What is hoped for: what is in no answer at or under it is left out.
        """
        if self._last is None or self._model is None or self._open.count < WORTH_A_KERNEL:
            return None
        bound, price, values = self._last.bound, self._last.price, self._last.values
        liked: dict[tuple[Role, str], list[_Liking]] = {}
        siblings = {measure: group[0] for group in self._open.together for measure in group}
        for choice, index in self._model.choices().items():
            role, measure, worker = choice
            lot = _lot(siblings.get(measure, measure), worker)
            liked.setdefault((role, measure), []).append(
                (values[index] <= USED, round(price[index], 6), -values[index], lot, choice)
            )
        kept = {row[-1] for rows in liked.values() for row in sorted(rows, key=lambda row: row[:-1])[:LIKED]}
        kept |= {choice for placement in best.values() for choice in choices_of(placement)}
        caps = self._model.caps(self._last, most - bound)
        gone = {
            choice
            for choice, index in self._model.choices().items()
            if choice not in kept or bound + price[index] > most
        }
        gone.update(self._model.too_heavy(caps))
        small = Statement(self._write, self._open.with_caps(caps).without(gone))
        small.kept = list(self.kept)
        return small

    def rule_out_above(self, most: int) -> bool:
        """Take away what the last relaxation shows to be in no answer at or under a value; give whether it is much."""
        if self._last is None or self._model is None:
            return False
        bound, price = self._last.bound, self._last.price
        caps = self._model.caps(self._last, most - bound)
        gone = [choice for choice, index in self._model.choices().items() if bound + price[index] > most]
        gone += self._model.too_heavy(caps)
        placed = {m for m, index in self._model.left_over().items() if bound + price[index] > most}
        self._open = self._open.with_caps(caps).without(gone).with_implied(Implied(placed=frozenset(placed)))
        return self._much_fell_away()

    def refined(self, level: LevelToSolve, best: Mapping[str, Placement]) -> tuple[CpRuleModel, Any]:
        """Give the model, exact at the best placements, with the term of a level."""
        if self._much_fell_away():
            self._model = None
        model = self._current()
        term = self._term(level, model)
        model.finish()
        model.refine(best)
        return model, term

    def _much_fell_away(self) -> bool:
        if len(self._open.together) > len(self._written.together):
            return True
        capped = sum(cap != self._written.caps.get(loaded) for loaded, cap in self._open.caps.items())
        if capped > (1 - WORTH_REWRITING) * len(self._model.workers_in_play() if self._model else ()):
            return True
        return self._open.count <= WORTH_REWRITING * self._written.count

    def _current(self) -> CpRuleModel:
        if self._model is None:
            self._written, self._terms, self._last = self._open, {}, None
            model = self._write(self._open)
            for level, most in self.kept:
                _require(model, self._term(level, model), most)
            self._model = model
        return self._model

    def _term(self, level: LevelToSolve, model: CpRuleModel) -> Any:
        if level.name not in self._terms:
            self._terms[level.name] = level.post(model)
        return self._terms[level.name]


def _lot(measure: str, worker: str) -> int:
    """Draw among equals: by name every measure would like the same few people."""
    return crc32(f"{measure} {worker}".encode())


def _require(model: CpRuleModel, term: Any, most: int) -> None:
    if not isinstance(term, int):
        model.model.add(term <= most)
