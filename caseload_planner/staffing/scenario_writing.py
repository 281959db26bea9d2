"""Write a scenario as TOML: as it is, or as a template with the meaning of every key."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import Field, fields
from datetime import date
from enum import StrEnum
from typing import Any

from caseload_planner.staffing.assumption_fields import Declared, Kind, declared_of
from caseload_planner.staffing.durations import NEEDED_FIGURES, Duration
from caseload_planner.staffing.scenario import Scenario
from caseload_planner.staffing.scenario_reading import HISTORY
from caseload_planner.staffing.snapshot import TYPES

_WIDTH = 116
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write_scenario(scenario: Scenario) -> str:
    """Write a scenario: every key, so that it says the same when a default changes. Read back it is the same."""
    return "\n".join(_lines(scenario, commented=False)) + "\n"


def template() -> str:
    """Write a scenario of defaults in which every key is explained, with examples of the lists."""
    head = [
        "# A formatie scenario. What is left out has its default; every key is here with what it means.",
        "# Points are caseloadpunten: 1.00 is a supervision order in its second year. 36 hours a week is 1.00 fte.",
        "# Figures marked [A] are assumptions, to be calibrated on the organisation's own history.",
        "",
    ]
    return "\n".join([*head, *_lines(Scenario(), commented=True)]) + "\n"


def _lines(scenario: Scenario, *, commented: bool) -> Iterator[str]:
    tables: list[tuple[Field[Any], Declared]] = []
    for one in fields(Scenario):
        declared = declared_of(one)
        if declared.kind in {Kind.TABLE, Kind.TABLES, Kind.DURATIONS, Kind.REASONS}:
            tables.append((one, declared))
            continue
        yield from _pair(one, declared, getattr(scenario, one.name), commented=commented)
    for one, declared in tables:
        value = getattr(scenario, one.name)
        if declared.kind is Kind.TABLE:
            yield from _table(one.name, declared, value, commented=commented)
        elif declared.kind is Kind.TABLES:
            yield from _rows(one.name, declared, value, commented=commented)
        elif declared.kind is Kind.DURATIONS:
            yield from ["", *_comment(declared, commented=commented), f"[{one.name}]"]
            yield from (f"{key} = {_duration(duration)}" for key, duration in value.items())
        elif value or commented:
            yield from ["", *_comment(declared, commented=commented), f"[{one.name}]"]
            yield from (f"{_text(key)} = {_text(reason)}" for key, reason in sorted(value.items()))


def _table(name: str, declared: Declared, value: Any, *, commented: bool) -> Iterator[str]:
    yield from ["", *_comment(declared, commented=commented), f"[{name}]"]
    mappings: list[tuple[str, Declared, Mapping[str, float]]] = []
    lists: list[tuple[str, Declared, tuple[Any, ...]]] = []
    for one in fields(value):
        inner = declared_of(one)
        if inner.kind in {Kind.BY_TYPE, Kind.BY_PLACE}:
            mappings.append((one.name, inner, getattr(value, one.name)))
            continue
        if inner.kind is Kind.TABLES:
            lists.append((one.name, inner, getattr(value, one.name)))
            continue
        yield from _pair(one, inner, getattr(value, one.name), commented=commented)
    for key, inner, mapping in mappings:
        entries: Mapping[str, float | None] = mapping
        if inner.kind is Kind.BY_TYPE and inner.optional and (commented or mapping):
            entries = {type_.value: mapping.get(type_.value) for type_ in TYPES}
        if entries or commented:
            yield from ["", *_comment(inner, commented=commented), f"[{name}.{key}]"]
            yield from (f"{_key(place)} = {_value(number)}" for place, number in entries.items())
    for key, inner, values in lists:
        yield from _rows(f"{name}.{key}", inner, values, commented=commented)


def _rows(name: str, declared: Declared, values: tuple[Any, ...], *, commented: bool) -> Iterator[str]:
    if commented and declared.row is not None:
        yield from ["", *_comment(declared, commented=True), f"# [[{name}]]"]
        for one in fields(declared.row):
            inner = declared_of(one)
            yield f"# {one.name} = {_value(one.default, optional=inner.optional)}  # {inner.about}"
    for value in values:
        yield from ["", f"[[{name}]]"]
        for one in fields(value):
            given = getattr(value, one.name)
            if given is not None:
                yield f"{one.name} = {_value(given)}"


def _pair(one: "Field[Any]", declared: Declared, value: object, *, commented: bool) -> Iterator[str]:
    yield from _comment(declared, commented=commented)
    if value is not None or commented:
        yield f"{one.name} = {_value(value, optional=True)}"


def _comment(declared: Declared, *, commented: bool) -> list[str]:
    if not commented:
        return []
    lines, line = [], "#"
    for word in declared.about.split():
        if len(line) + len(word) >= _WIDTH:
            lines.append(line)
            line = "#"
        line += f" {word}"
    return [*lines, line]


def _duration(duration: Duration) -> str:
    figures = "".join(f", {key} = {_value(getattr(duration, key))}" for key in NEEDED_FIGURES[duration.family])
    return f"{{ family = {_text(duration.family.value)}{figures} }}"


def _value(value: object, *, optional: bool = False) -> str:
    if value is None:
        return '""' if optional else _text(HISTORY)
    if isinstance(value, StrEnum):
        return _text(value.value)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return f"[{', '.join(_value(entry) for entry in value)}]"
    if isinstance(value, float):
        return repr(int(value)) + ".0" if math.isfinite(value) and value == int(value) else repr(value)
    return str(value)


def _text(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(c, c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}") for c in text) + '"'


def _key(text: str) -> str:
    bare = text.isascii() and text.replace("_", "").replace("-", "").isalnum()
    return text if bare else _text(text)
