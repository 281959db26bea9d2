"""Entries of a norm into a policy and versions, with everything checked that a version must have."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import TypeVar

from pydantic_core import PydanticCustomError

from caseload_planner.application.import_problems import ProblemCode
from caseload_planner.application.import_source import Line
from caseload_planner.domain.measures import MeasureType
from caseload_planner.domain.norm import Norm, Phase, Policy
from caseload_planner.domain.points import Hundredths, to_points
from caseload_planner.exchange import cell_grammar as grammar
from caseload_planner.exchange.norm_entries import FIGURE_KEYS, POLICY_KEYS, NormBlock, NormEntries, NormEntry

Parsed = TypeVar("Parsed")

_LONGEST_PHASE_MONTHS = 600
_share = grammar.decimal_parser("1", 4)
_TYPES = {type_.value: type_ for type_ in MeasureType}


def build_norms(entries: NormEntries) -> tuple[tuple[Line[Norm], ...], Policy | None]:
    """Give the versions by date and the policy; what is wrong is added to the problems of `entries`."""
    policy = None if entries.policy is None else _Builder(entries, entries.policy).policy()
    norms: dict[date, Line[Norm]] = {}
    for block in entries.blocks:
        norm = _Builder(entries, block).norm()
        if norm is None:
            continue
        if norm.valid_from in norms:
            other_row = norms[norm.valid_from].row
            entries.refuse(block.row, "valid_from", block.valid_from, ProblemCode.DUPLICATE_KEY, other_row=other_row)
            continue
        norms[norm.valid_from] = Line(block.row, norm)
    return tuple(norms[day] for day in sorted(norms)), policy


class _Builder:
    """Checks one block and makes a value of it; a block with any problem makes none."""

    def __init__(self, entries: NormEntries, block: NormBlock) -> None:
        self._entries = entries
        self._block = block
        self._problems_before = len(entries.problems)
        self._by_key: dict[str, NormEntry] = {}
        for entry in block.entries:
            if entry.key in self._by_key and not entry.key.startswith("weights."):
                self._refuse(entry, ProblemCode.DUPLICATE_KEY, other_row=self._by_key[entry.key].row)
            self._by_key.setdefault(entry.key, entry)

    def policy(self) -> Policy | None:
        """Make the policy."""
        for key in sorted(self._by_key.keys() - set(POLICY_KEYS)):
            self._refuse(self._by_key[key], ProblemCode.UNKNOWN_NORM_KEY, expected=", ".join(POLICY_KEYS))
        if not self._complete(POLICY_KEYS):
            return None
        values = {key: self._parsed(self._by_key[key], _policy_parser(key)) for key in POLICY_KEYS}
        if not self._sound:
            return None
        figures = {key: value for key, value in values.items() if value is not None}
        return Policy(intake_per_fte=figures.pop("intake_points_per_fte"), **figures)

    def norm(self) -> Norm | None:
        """Make a version of the norm."""
        place = NormEntry(self._block.row, "valid_from", self._block.valid_from)
        valid_from = self._parsed(place, grammar.parse_date)
        self._refuse_unknown_keys()
        weights = self._weights()
        factors = self._factors()
        complete = self._complete(FIGURE_KEYS)
        points = {key: self._points(key) for key in FIGURE_KEYS if "points" in key or key == "factor_cap"}
        shares = {key: self._figure(key, _share) for key in FIGURE_KEYS if key not in points}
        self._judge_ceiling(points)
        if not (complete and self._sound) or valid_from is None:
            return None
        return Norm(
            valid_from=valid_from,
            funded=points["funded_points_per_fte"] or 0,
            working=points["working_points_per_fte"] or 0,
            ceiling=points["ceiling_points_per_fte"] or 0,
            duo_first_share=shares["duo_first_share"] or Decimal(0),
            sibling_factor=shares["sibling_factor"] or Decimal(0),
            concurrency_factor=shares["concurrency_factor"] or Decimal(0),
            factor_cap=points["factor_cap"] or 0,
            weights=weights,
            factors=factors,
        )

    @property
    def _sound(self) -> bool:
        return len(self._entries.problems) == self._problems_before

    def _refuse(self, entry: NormEntry, code: ProblemCode, **figures: object) -> None:
        self._entries.refuse(entry.row, entry.key, entry.text, code, **figures)

    def _parsed(self, entry: NormEntry, parse: Callable[[str], Parsed]) -> Parsed | None:
        try:
            return parse(entry.text)
        except PydanticCustomError as error:
            figures = {name: text for name, text in (error.context or {}).items() if name != "code"}
            self._refuse(entry, ProblemCode(error.type), **figures)
            return None

    def _figure(self, key: str, parse: Callable[[str], Parsed]) -> Parsed | None:
        entry = self._by_key.get(key)
        return None if entry is None else self._parsed(entry, parse)

    def _points(self, key: str) -> Hundredths | None:
        return self._figure(key, grammar.parse_points if key == "factor_cap" else _parse_positive_points)

    def _complete(self, keys: Iterable[str]) -> bool:
        missing = [key for key in keys if key not in self._by_key]
        for key in missing:
            self._entries.refuse(self._block.row, key, "", ProblemCode.NORM_INCOMPLETE, expected=key)
        return not missing

    def _refuse_unknown_keys(self) -> None:
        known = (*FIGURE_KEYS, "weights.<type>.<month>", "factors.<name>")
        for key, entry in self._by_key.items():
            if key not in FIGURE_KEYS and not key.startswith(("weights.", "factors.")):
                self._refuse(entry, ProblemCode.UNKNOWN_NORM_KEY, expected=", ".join(known))

    def _weights(self) -> dict[MeasureType, tuple[Phase, ...]]:
        by_type: dict[str, list[NormEntry]] = {}
        for entry in self._block.entries:
            if entry.key.startswith("weights."):
                by_type.setdefault(entry.key.removeprefix("weights.").rpartition(".")[0], []).append(entry)
        for name in sorted(by_type.keys() - _TYPES.keys()):
            self._refuse(by_type[name][0], ProblemCode.UNKNOWN_NORM_KEY, expected=", ".join(_TYPES))
        for name in sorted(_TYPES.keys() - by_type.keys()):
            key = f"weights.{name}"
            self._entries.refuse(self._block.row, key, "", ProblemCode.NORM_INCOMPLETE, expected=key)
        return {type_: self._phases(by_type[name]) for name, type_ in _TYPES.items() if name in by_type}

    def _phases(self, entries: list[NormEntry]) -> tuple[Phase, ...]:
        phases: list[Phase] = []
        for entry in entries:
            place = NormEntry(entry.row, entry.key, entry.key.rpartition(".")[2])
            month = self._parsed(place, lambda text: grammar.parse_whole(text, 0, _LONGEST_PHASE_MONTHS))
            weight = self._parsed(entry, grammar.parse_points)
            if month is None or weight is None:
                continue
            if phases and month <= phases[-1].from_month:
                self._refuse(place, ProblemCode.PHASES_NOT_ASCENDING)
            phases.append(Phase(month, weight))
        if phases and phases[0].from_month != 0:
            self._refuse(entries[0], ProblemCode.PHASES_NOT_FROM_ZERO)
        return tuple(phases)

    def _factors(self) -> dict[str, Hundredths]:
        factors: dict[str, Hundredths] = {}
        for key in sorted(self._by_key):
            if not key.startswith("factors."):
                continue
            entry = self._by_key[key]
            name = key.removeprefix("factors.")
            usable = self._parsed(NormEntry(entry.row, key, name), _parse_factor_name)
            points = self._parsed(entry, grammar.parse_points)
            if usable is not None and points is not None:
                factors[name] = points
        return factors

    def _judge_ceiling(self, points: dict[str, Hundredths | None]) -> None:
        working, ceiling = points["working_points_per_fte"], points["ceiling_points_per_fte"]
        if working is not None and ceiling is not None and ceiling < working:
            entry = self._by_key["ceiling_points_per_fte"]
            self._refuse(entry, ProblemCode.CEILING_BELOW_WORKING, lowest=to_points(working))


def _parse_positive_points(text: str) -> Hundredths:
    return int(grammar.parse_decimal(text, Decimal("0.01"), Decimal(100), 2) * 100)


def _parse_factor_name(name: str) -> str:
    """A factor stands in lists of measures, so its name may not hold the separator of lists."""
    if ";" in name:
        grammar.refuse(ProblemCode.UNKNOWN_NORM_KEY, expected="factors.<name>")
    return grammar.parse_key(name)


def _policy_parser(key: str) -> Callable[[str], int]:
    return grammar.parse_points if "points" in key else lambda text: grammar.parse_whole(text, 0, 3660)
