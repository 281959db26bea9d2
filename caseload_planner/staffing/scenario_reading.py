"""Read a scenario from TOML, strictly: what is unknown or impossible is named in one line, with what would be right."""

import math
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import Field, fields, replace
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from caseload_planner.domain.measures import MeasureType
from caseload_planner.staffing.assumption_fields import Declared, Kind, declared_of
from caseload_planner.staffing.durations import NEEDED_FIGURES, Duration, DurationFamily
from caseload_planner.staffing.run_plan import ScenarioRefusedError
from caseload_planner.staffing.scenario import DEFAULT_DURATIONS, Scenario
from caseload_planner.staffing.scenario_checks import refuse_impossible

LONGEST_TEXT = 200_000
_LONGEST_WORDS = 2_000
HISTORY = "history"
_DURATION_LIMITS: Mapping[str, tuple[float, float]] = {
    "mean_weeks": (0.1, 1000.0),
    "shape": (0.1, 100.0),
    "sigma": (0.01, 3.0),
    "from_weeks": (0.0, 1000.0),
    "to_weeks": (0.1, 1000.0),
    "ends_at_half_year": (0.0, 1.0),
    "ends_at_year": (0.0, 1.0),
    "ends_each_later_year": (0.01, 1.0),
}


def read_scenario(text: str, source: str = "the scenario", over: Scenario | None = None) -> Scenario:
    """Read a scenario; what it does not say has its default.

    Parameters
    ----------
    source
        How the text is called in an error, such as its file name.
    over
        What it does not say is as in this scenario instead.

    Raises
    ------
    ScenarioRefusedError
        In one line: where, what is wrong, and what would be right.
    """
    try:
        if len(text) > LONGEST_TEXT:
            raise _refused("", "it is too long to be a scenario")
        document = tomllib.loads(text)
        scenario = _read_table(Scenario, document, "", over)
        refuse_impossible(scenario)
    except tomllib.TOMLDecodeError as error:
        raise ScenarioRefusedError(f"{source} is not readable as TOML: {error}", source=source, key=source) from error
    except RecursionError as error:
        raise ScenarioRefusedError(
            f"{source} is not readable as TOML: it is nested too deep", source=source, key=source
        ) from error
    except ScenarioRefusedError as error:
        raise ScenarioRefusedError(f"{source}: {error.message}", **error.figures) from error
    if not isinstance(scenario, Scenario):
        raise TypeError("a scenario was read as something else")
    return scenario


def _read_table(row: type[Any], table: object, where: str, over: Any = None) -> Any:
    if not isinstance(table, Mapping):
        raise _refused(where, "write it as a table")
    known = {one.name: one for one in fields(row)}
    for key in table:
        if key not in known:
            raise _unknown(_joined(where, key), key, known)
    said = {
        key: _read_field(known[key], value, _joined(where, key), getattr(over, key, None))
        for key, value in table.items()
    }
    return row(**said) if over is None else replace(over, **said)


def _read_field(one: "Field[Any]", value: object, where: str, over: Any) -> Any:
    declared = declared_of(one)
    if declared.optional and value == "" and declared.kind is not Kind.BY_TYPE:
        return None
    if declared.kind is Kind.TABLE and declared.row is not None:
        return _read_table(declared.row, value, where, over)
    if declared.kind is Kind.TABLES and declared.row is not None:
        if not isinstance(value, list):
            raise _refused(where, f"write it as a list of tables: [[{where}]]")
        return tuple(_read_table(declared.row, entry, f"{where}[{n}]") for n, entry in enumerate(value, 1))
    if declared.kind is Kind.DURATIONS:
        return _read_durations(value, where, over)
    if declared.kind in {Kind.BY_TYPE, Kind.BY_PLACE, Kind.REASONS}:
        return _read_mapping(declared, value, where)
    return read_value(declared, value, where)


def read_value(declared: Declared, value: object, where: str) -> Any:
    """Read one value as it is declared; `where` names it in an error."""
    return _READERS[declared.kind](declared, value, where)


def _read_text(_: Declared, value: object, where: str) -> str:
    return _words(value, where)


def _read_number(declared: Declared, value: object, where: str) -> float:
    return _number(declared, value, where)


def _read_whole(declared: Declared, value: object, where: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _refused(where, f"{_shown(value)} is not a whole number")
    return int(_number(declared, value, where))


def _read_date(_: Declared, value: object, where: str) -> date:
    if isinstance(value, datetime) or not isinstance(value, date):
        raise _refused(where, f"{_shown(value)} is not a date; write 2026-11-23, without quotation marks")
    return value


def _read_choice(declared: Declared, value: object, where: str) -> Any:
    if declared.row is None or value not in declared.choices:
        raise _refused(where, f"{_shown(value)} is not one of: {', '.join(declared.choices)}")
    return declared.row(value)


def _read_texts(_: Declared, value: object, where: str) -> tuple[str, ...]:
    return tuple(_words(entry, where) for entry in _list(value, where))


def _read_numbers(declared: Declared, value: object, where: str) -> tuple[float, ...]:
    entries = _list(value, where)
    if declared.length is not None and len(entries) != declared.length:
        raise _refused(where, f"{len(entries)} numbers where {declared.length} are needed")
    return tuple(_number(declared, entry, where) for entry in entries)


def _list(value: object, where: str) -> list[object]:
    if not isinstance(value, list):
        raise _refused(where, f"{_shown(value)} is not a list")
    return value


_READERS: Mapping[Kind, Callable[[Declared, object, str], Any]] = {
    Kind.TEXT: _read_text,
    Kind.NUMBER: _read_number,
    Kind.WHOLE: _read_whole,
    Kind.DATE: _read_date,
    Kind.CHOICE: _read_choice,
    Kind.TEXTS: _read_texts,
    Kind.NUMBERS: _read_numbers,
}


def _read_mapping(declared: Declared, value: object, where: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise _refused(where, "write it as a table")
    if declared.kind is Kind.REASONS:
        return {key: _words(entry, _joined(where, key)) for key, entry in value.items()}
    found: dict[str, float] = {}
    for key, entry in value.items():
        here = _joined(where, key)
        if declared.kind is Kind.BY_TYPE:
            _refuse_unknown_type(here, key)
        if not (declared.optional and entry == HISTORY):
            found[key] = _number(declared, entry, here, history=declared.optional)
    return found


def _read_durations(value: object, where: str, over: Mapping[str, Duration] | None) -> Mapping[str, Duration]:
    if not isinstance(value, Mapping):
        raise _refused(where, "write it as a table a type")
    found = {type_.value: duration for type_, duration in DEFAULT_DURATIONS.items()} | dict(over or {})
    for key, entry in value.items():
        here = _joined(where, key)
        _refuse_unknown_type(here, key)
        found[key] = _read_duration(entry, here)
    return found


def _read_duration(value: object, where: str) -> Duration:
    if not isinstance(value, Mapping):
        raise _refused(where, 'write it as a table, such as { family = "exponential", mean_weeks = 40 }')
    family = value.get("family")
    if family not in set(DurationFamily):
        raise _refused(_joined(where, "family"), f"{_shown(family)} is not one of: {', '.join(DurationFamily)}")
    needed = NEEDED_FIGURES[DurationFamily(family)]
    figures: dict[str, float] = {}
    for key, entry in value.items():
        if key == "family":
            continue
        if key not in needed:
            takes = f"{family} takes: {', '.join(needed) or 'no figures'}"
            raise _refused(_joined(where, key), f"there is no such key; {takes}")
        low, high = _DURATION_LIMITS[key]
        figures[key] = _number(Declared(Kind.NUMBER, "", low, high), entry, _joined(where, key))
    for key in needed:
        if key not in figures:
            raise _refused(where, f"{family} needs {key}")
    return Duration(DurationFamily(family), **figures)


def _number(declared: Declared, value: object, where: str, *, history: bool = False) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        other = f' or "{HISTORY}"' if history else ""
        raise _refused(where, f"{_shown(value)} is not a number{other}")
    if not declared.low <= value <= declared.high:
        limits = f"from {declared.low:g} to {declared.high:g}"
        raise _refused(where, f"{_shown(value)} is outside what is possible; write a number {limits}")
    return float(value)


def _words(value: object, where: str) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_WORDS:
        raise _refused(where, f"{_shown(value)} is not a short text in quotation marks")
    return value


def _refuse_unknown_type(where: str, key: str) -> None:
    if key not in set(MeasureType):
        raise _unknown(where, key, {type_.value: None for type_ in MeasureType})


def _unknown(where: str, key: str, known: Mapping[str, object]) -> ScenarioRefusedError:
    close = get_close_matches(key, known, n=1)
    hint = f"did you mean {close[0]}?" if close else f"there are: {', '.join(known)}"
    return _refused(where, f"there is no such key; {hint}")


def _refused(where: str, what: str) -> ScenarioRefusedError:
    return ScenarioRefusedError(f"{where}: {what}" if where else what, key=where)


def _shown(value: object) -> str:
    shown = repr(value) if not isinstance(value, date) else value.isoformat()
    return shown if len(shown) <= 60 else f"{shown[:57]}..."


def _joined(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key
