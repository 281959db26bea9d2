"""Ways in which an import can be wrong: each breaks right files at a random place and says what must be reported."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from caseload_planner.application.import_problems import ProblemCode as Code
from tests.exchange.interchange_files import FILES

Bytes = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Expected:
    """What an import has to report: file, row, column and code."""

    file: str
    row: int
    column: str
    code: Code


Damage = Callable[[Bytes, Random], Expected]

DATE_COLUMNS = {
    "workers.csv": ["started_on", "ends_on", "skj_until"],
    "contracts.csv": ["from", "until"],
    "absences.csv": ["from", "until"],
    "measures.csv": ["reported_on", "started_on", "expected_end", "closed_on"],
    "assignments.csv": ["from", "until"],
}
NUMBER_COLUMNS = {
    "workers.csv": ["task_share", "personal_ceiling"],
    "contracts.csv": ["fte"],
    "absences.csv": ["share"],
    "supporters.csv": ["hours_per_week"],
}
CODE_COLUMNS = {
    "workers.csv": ["role", "employment", "onboarding"],
    "measures.csv": ["type", "duo", "sns", "method"],
    "assignments.csv": ["position"],
}
KEY_COLUMNS = {
    "teams.csv": ["team"],
    "workers.csv": ["worker", "team"],
    "contracts.csv": ["worker"],
    "absences.csv": ["worker"],
    "measures.csv": ["measure", "family", "youth", "team"],
    "assignments.csv": ["measure", "worker"],
    "conflicts.csv": ["worker", "family"],
    "supporters.csv": ["worker", "team"],
}
REFERENCES = {
    "workers.csv": ["team"],
    "contracts.csv": ["worker"],
    "absences.csv": ["worker"],
    "measures.csv": ["team"],
    "assignments.csv": ["measure", "worker"],
    "conflicts.csv": ["worker"],
    "supporters.csv": ["worker", "team"],
}
CSV_FILES = [name for name in FILES if name.endswith(".csv")]


def _rows(files: Bytes, name: str) -> list[list[str]]:
    return [line.split(",") for line in files[name].decode().splitlines()]


def _store(files: Bytes, name: str, rows: list[list[str]]) -> None:
    files[name] = "".join(",".join(row) + "\n" for row in rows).encode()


def _cell(files: Bytes, random: Random, columns: dict[str, list[str]], value: str) -> tuple[str, int, str]:
    """Put a value into a random cell of the columns and give where that is."""
    name = random.choice(sorted(columns))
    column = random.choice(columns[name])
    rows = _rows(files, name)
    at = random.randrange(1, len(rows))
    rows[at][rows[0].index(column)] = value
    _store(files, name, rows)
    return name, at + 1, column


def _cells(columns: dict[str, list[str]], code: Code, *values: str) -> Damage:
    def damage(files: Bytes, random: Random) -> Expected:
        return Expected(*_cell(files, random, columns, random.choice(values)), code)

    return damage


def _edit(stem: str, row: int, column: str, value: str, code: Code) -> Damage:
    """Put a value into a certain cell."""

    def damage(files: Bytes, random: Random) -> Expected:
        name = f"{stem}.csv"
        rows = _rows(files, name)
        rows[row - 1][rows[0].index(column)] = value
        _store(files, name, rows)
        return Expected(name, row, column, code)

    return damage


def _append(stem: str, line: str, column: str, code: Code) -> Damage:
    def damage(files: Bytes, random: Random) -> Expected:
        name = f"{stem}.csv"
        files[name] += line.encode() + b"\n"
        return Expected(name, files[name].count(b"\n"), column, code)

    return damage


def _norm(old: str, new: str, column: str, code: Code, row: int | None = None) -> Damage:
    """Replace a text in the norm; the row reported is that of the text, unless it is given."""

    def damage(files: Bytes, random: Random) -> Expected:
        text = files["norm.toml"].decode()
        assert text.count(old) == 1, old
        files["norm.toml"] = text.replace(old, new).encode()
        return Expected("norm.toml", row or text[: text.index(old)].count("\n") + 1, column, code)

    return damage


def _overlapping(files: Bytes, random: Random) -> Expected:
    """The earlier of two contracts ends on the day the later one begins, which is the one reported."""
    files["contracts.csv"] = files["contracts.csv"].replace(b"2024-12-31", b"2025-01-01")
    return Expected("contracts.csv", 3, "from", Code.OVERLAPPING_CONTRACTS)


def _twice(files: Bytes, random: Random) -> Expected:
    """A row that is there twice; a contract overlaps itself, a conflict says nothing new."""
    name = random.choice([name for name in CSV_FILES if name not in ("conflicts.csv", "contracts.csv")])
    rows = _rows(files, name)
    rows.append(list(rows[random.randrange(1, len(rows))]))
    _store(files, name, rows)
    column = {"teams.csv": "team", "measures.csv": "measure", "assignments.csv": "measure"}.get(name, "worker")
    return Expected(name, len(rows), column, Code.DUPLICATE_KEY)


def _encoding(files: Bytes, random: Random) -> Expected:
    """A name in Windows-1252 among UTF-8."""
    letter = random.choice("éëïöüÉ")
    files["workers.csv"] = files["workers.csv"].replace(b"Smit", f"Sm{letter}t".encode("cp1252"))
    return Expected("workers.csv", 4, "name", Code.NOT_UTF8)


def _utf_16(files: Bytes, random: Random) -> Expected:
    name = random.choice(CSV_FILES)
    files[name] = files[name].decode().encode("utf-16")
    return Expected(name, 1, "#1", Code.NOT_UTF8)


def _invisible(files: Bytes, random: Random) -> Expected:
    """NUL and other characters that nobody sees, in any cell."""
    name = random.choice(CSV_FILES)
    rows = _rows(files, name)
    row, column = random.randrange(1, len(rows)), random.randrange(len(rows[0]))
    rows[row][column] += random.choice(["\x00", "\x07", "\x1b", "\x85", "\ufeff", "\r"]) + "x"
    header = rows[0][column]
    _store(files, name, rows)
    return Expected(name, row + 1, header, Code.CONTROL_CHARACTER)


def _quotes(files: Bytes, random: Random) -> Expected:
    """A quotation mark that is not closed, closed too early, or in the middle of a cell."""
    name = random.choice(CSV_FILES)
    rows = _rows(files, name)
    row, column = random.randrange(1, len(rows)), random.randrange(len(rows[0]))
    text = rows[row][column] or "x"
    rows[row][column] = random.choice([f'"{text}', f'"{text}"x', f'{text}"x', f'{text}"'])
    header = rows[0][column]
    _store(files, name, rows)
    return Expected(name, row + 1, header, Code.BROKEN_QUOTES)


def _cell_count(files: Bytes, random: Random) -> Expected:
    name = random.choice(CSV_FILES)
    rows = _rows(files, name)
    row = random.randrange(1, len(rows))
    if random.random() < 0.5:
        rows[row].append("")
        column = f"#{len(rows[0]) + 1}"
    else:
        rows[row].pop()
        column = rows[0][-1]
    _store(files, name, rows)
    return Expected(name, row + 1, column, Code.WRONG_CELL_COUNT)


def _header(code: Code) -> Damage:
    def damage(files: Bytes, random: Random) -> Expected:
        name = random.choice(CSV_FILES)
        rows = _rows(files, name)
        at = random.randrange(len(rows[0]))
        column = rows[0][at]
        if code is Code.MISSING_COLUMN:
            rows = [row[:at] + row[at + 1 :] for row in rows]
        elif code is Code.UNKNOWN_COLUMN:
            rows[0][at] = column = random.choice([column.upper(), f" {column}", "naam", "bsn"])
        else:
            rows = [[*row, row[at]] for row in rows]
        _store(files, name, rows)
        return Expected(name, 1, column, code)

    return damage


def _semicolons(files: Bytes, random: Random) -> Expected:
    name = random.choice(CSV_FILES)
    column = _rows(files, name)[0][0]
    files[name] = files[name].replace(b",", b";")
    return Expected(name, 1, column, Code.WRONG_SEPARATOR)


def _no_header(files: Bytes, random: Random) -> Expected:
    name = random.choice(CSV_FILES)
    column = _rows(files, name)[0][0]
    files[name] = random.choice([b"", b"\n", b"\xef\xbb\xbf"])
    return Expected(name, 1, column, Code.FILE_EMPTY)


def _factor_of_one_norm(files: Bytes, random: Random) -> Expected:
    """A second norm without a factor of a running measure."""
    text = files["norm.toml"].decode()
    version = text[text.index("[[norm]]") :].replace("2026-01-01", "2026-07-01").replace("out_of_home = 0.15\n", "")
    files["norm.toml"] = f"{text}\n{version}".encode()
    return Expected("measures.csv", 2, "factors", Code.FACTOR_NOT_IN_NORM)


_NOT_NUMBERS = (
    "NaN",
    "inf",
    "-inf",
    "1e5",
    "1E-1",
    "0,89",
    "１",
    "٣",
    "1_0",
    "0x1",
    "+1",
    ".5",
    "5.",
    "01",
    "een",
    " 1",
    "1 %",
)
_NOT_DATES = (
    "23-11-2026",
    "2026/11/23",
    "20261123",
    "2026-13-01",
    "2026-02-29",
    "2026-1-1",
    "45000",
    "２０２６-11-23",
    "2026-W48-1",
    "2026-11-23T00:00",
    "2026-11-23 ",
    "gisteren",
)

DAMAGES: dict[str, Damage] = {
    "bad date": _cells(DATE_COLUMNS, Code.NOT_A_DATE, *_NOT_DATES),
    "far date": _cells(DATE_COLUMNS, Code.DATE_OUT_OF_RANGE, "9999-12-31", "0001-01-01", "1899-12-30"),
    "bad number": _cells(NUMBER_COLUMNS, Code.NOT_A_NUMBER, *_NOT_NUMBERS),
    "negative number": _cells(NUMBER_COLUMNS, Code.NEGATIVE_NUMBER, "-1", "-0.5", "-0"),
    "large number": _cells(NUMBER_COLUMNS, Code.OUT_OF_RANGE, "100.01", "999999"),
    "fine number": _cells(NUMBER_COLUMNS, Code.TOO_MANY_DECIMALS, "0.12345", "0.000001"),
    "unknown code": _cells(CODE_COLUMNS, Code.UNKNOWN_CODE, "onbekend", "First", "ja", "none ", "=1+1"),
    "no key": _cells(KEY_COLUMNS, Code.MISSING_VALUE, ""),
    "space around key": _cells(KEY_COLUMNS, Code.SURROUNDING_SPACES, " W1", "A ", "\u00a0M1"),
    "long key": _cells(KEY_COLUMNS, Code.TEXT_TOO_LONG, "W" * 65, "W" * 100_000),
    "unknown reference": _cells(
        REFERENCES, Code.UNKNOWN_REFERENCE, "X9", "w1", "'; DROP TABLE measures; --", "../../x"
    ),
    "empty list item": _cells(
        {"workers.csv": ["skills", "wishes"], "measures.csv": ["factors"]}, Code.EMPTY_LIST_ITEM, "jr;;sns", ";", "jr;"
    ),
    "unknown factor": _cells({"measures.csv": ["factors"]}, Code.UNKNOWN_FACTOR, "verhuizing", "OUT_OF_HOME"),
    "no date": _cells(
        {"workers.csv": ["started_on"], "measures.csv": ["reported_on"], "assignments.csv": ["from"]},
        Code.MISSING_VALUE,
        "",
    ),
    "fte above 1.2": _edit("contracts", 3, "fte", "1.21", Code.OUT_OF_RANGE),
    "fte in thousandths": _edit("contracts", 3, "fte", "0.888", Code.TOO_MANY_DECIMALS),
    "share above 1": _edit("absences", 2, "share", "1.01", Code.OUT_OF_RANGE),
    "row twice": _twice,
    "encoding": _encoding,
    "utf-16": _utf_16,
    "invisible character": _invisible,
    "quotes": _quotes,
    "cell count": _cell_count,
    "column missing": _header(Code.MISSING_COLUMN),
    "column unknown": _header(Code.UNKNOWN_COLUMN),
    "column twice": _header(Code.DUPLICATE_COLUMN),
    "semicolons": _semicolons,
    "no header": _no_header,
    "service ends before it begins": _edit("workers", 4, "ends_on", "2026-05-31", Code.ENDS_BEFORE_BEGINS),
    "contract ends before it begins": _edit("contracts", 3, "until", "2024-12-31", Code.ENDS_BEFORE_BEGINS),
    "absence ends before it begins": _edit("absences", 2, "until", "2026-09-30", Code.ENDS_BEFORE_BEGINS),
    "measure ends before it begins": _edit("measures", 2, "closed_on", "2025-02-28", Code.ENDS_BEFORE_BEGINS),
    "assignment ends before it begins": _edit("assignments", 2, "until", "2025-03-02", Code.ENDS_BEFORE_BEGINS),
    "contracts overlap": _overlapping,
    "open contract overlaps": _append("contracts", "W2,2026-01-01,,0.5", "from", Code.OVERLAPPING_CONTRACTS),
    "two firsts": _append("assignments", "M1,W2,first,2026-01-01,", "worker", Code.POSITION_TAKEN_TWICE),
    "two firsts for a day": _append(
        "assignments", "M2,W4,first,2026-05-31,2026-05-31", "worker", Code.POSITION_TAKEN_TWICE
    ),
    "two seconds": _append("assignments", "M1,W4,second,2026-01-01,", "worker", Code.POSITION_TAKEN_TWICE),
    "second is first": _append("assignments", "M3,W4,second,2026-03-01,", "worker", Code.SAME_PERSON_TWICE),
    "before service": _append("assignments", "M4,W4,second,2024-12-31,2025-02-01", "from", Code.BEFORE_SERVICE),
    "before report": _append("assignments", "M5,W1,first,2026-11-17,", "from", Code.BEFORE_REPORT),
    "factor of one norm": _factor_of_one_norm,
    "norm is no TOML": _norm("factor_cap = 0.6", "factor_cap = ", "factor_cap", Code.NORM_UNREADABLE),
    "norm with NaN": _norm("factor_cap = 0.6", "factor_cap = nan", "factor_cap", Code.NOT_A_NUMBER),
    "norm with infinity": _norm("out_of_home = 0.15", "out_of_home = inf", "factors.out_of_home", Code.NOT_A_NUMBER),
    "norm with exponent": _norm("out_of_home = 0.15", "out_of_home = 1e-1", "factors.out_of_home", Code.NOT_A_NUMBER),
    "norm with negative": _norm("takeover = 0.25", "takeover = -0.25", "factors.takeover", Code.NEGATIVE_NUMBER),
    "norm in thousandths": _norm("takeover = 0.25", "takeover = 0.255", "factors.takeover", Code.TOO_MANY_DECIMALS),
    "norm share above 1": _norm("sibling_factor = 0.75", "sibling_factor = 1.5", "sibling_factor", Code.OUT_OF_RANGE),
    "norm without type": _norm(
        "aftercare = { phases = [[0, 0.15]] }\n", "", "weights.aftercare", Code.NORM_INCOMPLETE, 9
    ),
    "norm with unknown type": _norm("aftercare = {", "nazorg = {", "weights.nazorg.0", Code.UNKNOWN_NORM_KEY),
    "norm without figure": _norm("factor_cap = 0.6\n", "", "factor_cap", Code.NORM_INCOMPLETE, 9),
    "norm with unknown figure": _norm("factor_cap = 0.6", "cap = 1\nfactor_cap = 0.6", "cap", Code.UNKNOWN_NORM_KEY),
    "policy without days": _norm("leaving_days = 91\n", "", "leaving_days", Code.NORM_INCOMPLETE, 1),
    "policy in half days": _norm("leaving_days = 91", "leaving_days = 91.5", "leaving_days", Code.NOT_A_WHOLE_NUMBER),
    "policy as text": _norm("leaving_days = 91", 'leaving_days = "91"', "leaving_days", Code.NORM_SHAPE),
    "phases as number": _norm("{ phases = [[0, 0.15]] }", "0.15", "weights.aftercare", Code.NORM_SHAPE),
    "phases descend": _norm(
        "[3, 1.08], [12, 1]", "[12, 1], [3, 1.08]", "weights.supervision_order.3", Code.PHASES_NOT_ASCENDING
    ),
    "phases from month 1": _norm("[[0, 0.15]]", "[[1, 0.15]]", "weights.aftercare.1", Code.PHASES_NOT_FROM_ZERO),
    "ceiling below working": _norm(
        "ceiling_points_per_fte = 16",
        "ceiling_points_per_fte = 14.2",
        "ceiling_points_per_fte",
        Code.CEILING_BELOW_WORKING,
    ),
}
"""By name; a seed chooses one and, inside it, the place and the value."""


def damaged(seed: int) -> tuple[Bytes, Expected]:
    """Give broken files and what must be reported; the same seed breaks the same."""
    names = sorted(DAMAGES)
    files = {name: text.encode() for name, text in FILES.items()}
    return files, DAMAGES[names[seed % len(names)]](files, Random(seed))
