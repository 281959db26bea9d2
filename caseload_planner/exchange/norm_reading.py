"""``norm.toml`` into entries: every number keeps its text and its line."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime

from caseload_planner.application.import_problems import ProblemCode
from caseload_planner.exchange.layout import MAX_FILE_BYTES
from caseload_planner.exchange.norm_entries import NormBlock, NormEntries, NormEntry

_HEADING = re.compile(r"\s*\[+\s*([^\[\]]+?)\s*\]+")
_ASSIGNMENT = re.compile(r"\s*(\"[^\"]*\"|'[^']*'|[A-Za-z0-9_.-]+)\s*=")
_ERROR_PLACE = re.compile(r"\(at line (\d+), column \d+\)")
_PHASES = "a list of phases [[month, points], ...]"


class _NumberText(str):
    """The text of a TOML float, kept so that it meets the same grammar as a cell."""

    __slots__ = ()


class _Lines:
    """Finds the line on which a key of a TOML document stands, as far as a plain reading of its lines shows."""

    def __init__(self, text: str) -> None:
        self._found: dict[tuple[int, str], int] = {}
        block, table = -1, ""
        for number, line in enumerate(text.split("\n"), start=1):
            heading = _HEADING.fullmatch(line.split("#")[0].rstrip())
            if heading:
                table = heading.group(1).replace(" ", "")
                block += table == "norm"
                self._found.setdefault((self._block(block, table), table), number)
                continue
            assignment = _ASSIGNMENT.match(line)
            if assignment:
                key = assignment.group(1).strip("\"'")
                self._found.setdefault((self._block(block, table), f"{table}.{key}"), number)

    @staticmethod
    def _block(block: int, table: str) -> int:
        return block if table.split(".", maxsplit=1)[0] == "norm" else -1

    def line_of(self, block: int, key: str) -> int:
        """Give the line of a dotted key, or of the nearest table around it."""
        while key:
            if (block, key) in self._found:
                return self._found[block, key]
            key = key.rpartition(".")[0]
        return 1


def entries_of_toml(data: bytes, label: str) -> NormEntries:
    """Take the bytes of a norm file apart; whatever is not a number in its place becomes a problem."""
    result = NormEntries(label)
    text = _decoded(data, result)
    if text is None:
        return result
    try:
        document = tomllib.loads(text, parse_float=_NumberText)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        place = _ERROR_PLACE.search(str(error))
        row = int(place.group(1)) if place else text.count("\n") + 1
        line = [*text.split("\n"), ""][row - 1]
        key = _ASSIGNMENT.match(line)
        column = key.group(1) if key else label
        shown = line if key else re.split("[,;\t]", line)[0]  # what is no norm at all may be a row with names
        result.refuse(row, column, shown.strip(), ProblemCode.NORM_UNREADABLE)
        return result
    if not document:
        result.refuse(1, "norm", "", ProblemCode.NORM_INCOMPLETE, expected="[policy], [[norm]]")
    _Document(result, _Lines(text)).take(document)
    return result


def _decoded(data: bytes, result: NormEntries) -> str | None:
    if len(data) > MAX_FILE_BYTES // 64:
        limit = f"{MAX_FILE_BYTES // 64 // 1024**2} MB"
        result.refuse(1, result.label, f"{len(data)} bytes", ProblemCode.FILE_TOO_LARGE, limit=limit)
        return None
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        result.refuse(row, result.label, f"0x{data[error.start]:02X}", ProblemCode.NOT_UTF8)
        return None


class _Document:
    """Walks a parsed document and puts its numbers into entries."""

    def __init__(self, result: NormEntries, lines: _Lines) -> None:
        self._result = result
        self._lines = lines

    def take(self, document: Mapping[str, object]) -> None:
        """Take the policy and every version."""
        for key in sorted(document.keys() - {"policy", "norm"}):
            row = self._lines.line_of(-1, f".{key}")
            self._result.refuse(row, key, "", ProblemCode.UNKNOWN_NORM_KEY, expected="[policy], [[norm]]")
        if "policy" in document:
            self._result.policy = NormBlock(self._lines.line_of(-1, "policy"), "")
            self._take_table(self._result.policy, -1, "policy", document["policy"], "")
        versions = document.get("norm", [])
        if not isinstance(versions, list):
            self._refuse_shape(-1, "norm", "[[norm]]")
            return
        for number, version in enumerate(versions):
            self._take_version(number, version)

    def _take_version(self, number: int, version: object) -> None:
        row = self._lines.line_of(number, "norm")
        if not isinstance(version, Mapping):
            self._refuse_shape(number, "norm", "[[norm]]")
            return
        rest = dict(version)
        valid_from = rest.pop("valid_from", "")
        if isinstance(valid_from, date) and not isinstance(valid_from, datetime):
            valid_from = valid_from.isoformat()
        block = NormBlock(row, str(valid_from))
        self._result.blocks.append(block)
        for group in ("weights", "factors"):
            self._take_table(block, number, f"norm.{group}", rest.pop(group, {}), f"{group}.")
        self._take_table(block, number, "norm", rest, "")

    def _take_table(self, block: NormBlock, number: int, path: str, table: object, prefix: str) -> None:
        if not isinstance(table, Mapping):
            self._refuse_shape(number, path, "a table")
            return
        for key, value in table.items():
            row = self._lines.line_of(number, f"{path}.{key}")
            if prefix == "weights.":
                self._take_phases(block, number, row, key, value)
                continue
            text = _text_of_number(value)
            if text is None:
                self._refuse_shape(number, f"{path}.{key}", "a number")
            else:
                block.entries.append(NormEntry(row, prefix + key, text))

    def _take_phases(self, block: NormBlock, number: int, row: int, key: str, value: object) -> None:
        phases = value.get("phases") if isinstance(value, Mapping) and set(value) == {"phases"} else None
        if not isinstance(phases, list) or not phases:
            self._refuse_shape(number, f"norm.weights.{key}", _PHASES)
            return
        for phase in phases:
            texts = [_text_of_number(part) for part in phase] if isinstance(phase, list) else []
            if len(texts) != 2 or texts[0] is None or texts[1] is None:
                self._refuse_shape(number, f"norm.weights.{key}", _PHASES)
                return
            block.entries.append(NormEntry(row, f"weights.{key}.{texts[0]}", texts[1]))

    def _refuse_shape(self, number: int, path: str, expected: str) -> None:
        column = path.removeprefix("norm.").removeprefix("policy.")
        self._result.refuse(self._lines.line_of(number, path), column, "", ProblemCode.NORM_SHAPE, expected=expected)


def _text_of_number(value: object) -> str | None:
    if isinstance(value, _NumberText):
        return str(value)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None
