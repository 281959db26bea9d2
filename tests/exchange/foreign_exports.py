"""An organisation as another system would export it: Dutch words, other columns, repeated rows, a title above all."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from caseload_planner.domain.organisation import Organisation
from caseload_planner.exchange.mapping import ExportMapping, mapping_from

TYPES = {"supervision_order": "OTS", "guardianship": "Voogdij", "probation_mandatory": "JR toezicht"}
POSITIONS = {"first": "Eerste contactpersoon", "second": "Tweede contactpersoon", "incoming": "Loopt mee"}
WISHES = {"none": "nee", "preferred": "gewenst", "required": "ja"}

Rows = list[list[str]]


def dutch(day: date | None) -> str:
    return "31-12-9999" if day is None else f"{day:%d-%m-%Y}"


def turned(words: Mapping[str, str]) -> dict[str, str]:
    return {theirs: ours for ours, theirs in words.items()}


def cases_of(organisation: Organisation) -> tuple[Rows, Rows]:
    """Give the measures and the assignments under a title, with a memo of two lines and each measure twice."""
    measures = [["Zaaknr", "Gezin", "Jeugdige", "Soort", "Gemeld", "Einde", "Gebied", "Bijzonder", "Duo?", "Memo"]]
    for measure in organisation.measures.values():
        row = [measure.key.removeprefix("M").lstrip("0"), measure.family, measure.youth]
        row += [TYPES.get(measure.type.value, measure.type.value.upper()), dutch(measure.reported_on)]
        row += [dutch(measure.closed_on), organisation.teams[measure.team].name.upper()]
        row += [" / ".join(sorted(measure.factors)), WISHES[measure.duo.value], "een\nmemo; van twee regels"]
        measures += [row, row]
    assignments = [["Zaaknr", "Persnr", "Rol", "Van", "T/m"]]
    for one in organisation.assignments:
        row = [one.measure.removeprefix("M").lstrip("0"), one.worker.removeprefix("W").lstrip("0")]
        assignments.append([*row, POSITIONS[one.position.value], dutch(one.from_on), dutch(one.until_on)])
    return [["Overzicht zaken"], [], *measures], assignments


def case_mapping(organisation: Organisation) -> ExportMapping:
    """Give the mapping of those."""
    types = {measure.type.value for measure in organisation.measures.values()}
    number = {"column": "zaaknr", "prefix": "M", "digits": 6}
    teams = {team.name: team.key for team in organisation.teams.values()}
    values = {TYPES.get(name, name.upper()): name for name in types}
    measures = {
        "measure": number,
        "family": "Gezin",
        "youth": "Jeugdige",
        "type": {"column": "Soort", "values": values},
        "reported_on": "Gemeld",
        "closed_on": "Einde",
        "team": {"column": "Gebied", "values": teams},
        "factors": {"column": "Bijzonder", "separator": "/"},
        "duo": {"column": "Duo?", "values": turned(WISHES)},
    }
    assignments = {
        "measure": number,
        "worker": {"column": "Persnr", "prefix": "W", "digits": 4},
        "position": {"column": "Rol", "values": turned(POSITIONS)},
        "from": "Van",
        "until": "T/m",
    }
    return mapping_of(
        {"part": "measures", "source": "zaken", "columns": measures},
        {"part": "assignments", "source": "toewijzingen.csv", "columns": assignments},
    )


def mapping_of(*parts: Mapping[str, object], **more: object) -> ExportMapping:
    """Make a mapping of parts."""
    return mapping_from({"name": "test", "parts": list(parts), **more}, Path("test.toml"))


def put_csv(path: Path, rows: Iterable[Sequence[str]], encoding: str = "utf-8", separator: str = ";") -> Path:
    """Write rows as a CSV file of another system."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def put_workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """Write rows as sheets; dates and numbers are those of the workbook."""
    from xlsxwriter import Workbook

    with Workbook(str(path)) as workbook:
        day = workbook.add_format({"num_format": "dd-mm-yyyy"})
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, date):
                        sheet.write_datetime(at, column, value, day)
                    else:
                        sheet.write(at, column, value)
    return path
