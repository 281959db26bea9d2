"""A small, right interchange folder as texts that a test can change, and the organisation behind it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from caseload_planner.application.import_source import ImportSource
from caseload_planner.domain.norm import NormSet
from caseload_planner.exchange.norm_building import build_norms
from caseload_planner.exchange.norm_entries import NormEntries
from caseload_planner.exchange.norm_reading import entries_of_toml
from caseload_planner.exchange.reading import read_source

TODAY = date(2026, 11, 21)

Files = dict[str, str]

NORM = """\
[policy]
long_absence_days = 42
open_absence_days = 14
short_return_days = 7
leaving_days = 91
starter_days = 182
intake_points_per_fte = 1.6

[[norm]]
valid_from = 2026-01-01
funded_points_per_fte = 12.8
working_points_per_fte = 14.3
ceiling_points_per_fte = 16
duo_first_share = 0.6
sibling_factor = 0.75
concurrency_factor = 0.5
factor_cap = 0.6

[norm.weights]
supervision_order = { phases = [[0, 1.5], [3, 1.08], [12, 1]] }
provisional_supervision_order = { phases = [[0, 1.5]] }
guardianship = { phases = [[0, 1], [3, 0.7]] }
provisional_guardianship = { phases = [[0, 0.85]] }
probation_mandatory = { phases = [[0, 1], [3, 0.8]] }
probation_voluntary = { phases = [[0, 0.6]] }
intensive_guidance = { phases = [[0, 2]] }
behaviour_order = { phases = [[0, 1.5]] }
preventive = { phases = [[0, 0.8], [3, 0.6]] }
pmg_kansrijk = { phases = [[0, 0.6]] }
pmg_straatkracht = { phases = [[0, 0.95]] }
aftercare = { phases = [[0, 0.15]] }

[norm.factors]
complex_divorce = 0.1
divorce_schotten = 0.3
out_of_home = 0.15
takeover = 0.25
"""

_WORKER_COLUMNS = (
    "worker,name,team,role,employment,started_on,ends_on,skj_until,skills,task_share,personal_ceiling,onboarding,wishes"
)
_MEASURE_COLUMNS = "measure,family,youth,type,reported_on,started_on,expected_end,closed_on,team,factors,duo,sns,method"

FILES: Mapping[str, str] = {
    "teams.csv": "team,name,region,location\nA,Alfa,Noord,Venlo\nB,Beta,Zuid,Heerlen\n",
    "workers.csv": "\n".join(
        [
            _WORKER_COLUMNS,
            "W1,Anna de Wit,A,youth_protection,permanent,2019-01-01,,2030-01-01,jr;sns,0.2,,none,probation_mandatory",
            "W2,Bram 't Hart,A,youth_protection,permanent,2020-02-01,,2029-01-01,sns,,12.5,none,",
            "W3,Cato Smit,B,junior,temporary,2026-06-01,2027-05-31,,,,,starter,",
            "W4,Dirk Bos,B,youth_probation,seconded,2025-01-01,2026-12-31,2028-01-01,jr;pmg,,,experienced,",
            "W5,Evi Maas,B,support,permanent,2021-01-01,,,,,,none,",
            "",
        ]
    ),
    "contracts.csv": "\n".join(
        [
            "worker,from,until,fte",
            "W1,2019-01-01,2024-12-31,1",
            "W1,2025-01-01,,0.89",
            "W2,2020-02-01,,0.67",
            "W3,2026-06-01,2027-05-31,1",
            "W4,2025-01-01,,1",
            "",
        ]
    ),
    "absences.csv": "worker,from,until,share\nW2,2026-10-01,,0.5\nW3,2026-11-16,2026-11-27,1\n",
    "measures.csv": "\n".join(
        [
            _MEASURE_COLUMNS,
            "M1,F1,F1-1,supervision_order,2025-03-01,2025-03-03,2027-03-03,,A,complex_divorce;out_of_home,preferred,none,",
            "M2,F1,F1-2,supervision_order,2025-03-01,2025-03-03,2027-03-03,,A,,none,none,",
            "M3,F2,F2-1,probation_mandatory,2026-02-01,2026-02-01,2027-02-01,,B,,none,none,",
            "M4,F3,F3-1,guardianship,2022-05-01,2022-05-01,,2026-04-30,B,,none,preferred,schotten",
            "M5,F4,F4-1,preventive,2026-11-18,,,,A,,none,none,",
            "",
        ]
    ),
    "assignments.csv": "\n".join(
        [
            "measure,worker,position,from,until",
            "M1,W1,first,2025-03-03,",
            "M1,W2,second,2025-03-03,",
            "M2,W1,first,2025-03-03,2026-05-31",
            "M2,W2,first,2026-06-01,",
            "M3,W4,first,2026-02-01,",
            "M4,W1,first,2022-05-01,2026-04-30",
            "",
        ]
    ),
    "conflicts.csv": "worker,family\nW2,F3\nW4,F1\n",
    "supporters.csv": "worker,team,hours_per_week\nW5,B,24\n",
    "norm.toml": NORM,
}


def files(**changed: str) -> Files:
    """Give all files, some with another text: ``files(teams="...")``."""
    texts = dict(FILES)
    for stem, text in changed.items():
        texts["norm.toml" if stem == "norm" else f"{stem}.csv"] = text
    return texts


def replaced(stem: str, old: str, new: str, texts: Mapping[str, str] = FILES) -> Files:
    """Give all files with `old` in one of them, where it stands exactly once, replaced by `new`."""
    name = "norm.toml" if stem == "norm" else f"{stem}.csv"
    assert texts[name].count(old) == 1, f"{old!r} stands {texts[name].count(old)} times in {name}"
    return {**texts, name: texts[name].replace(old, new)}


def write_files(folder: Path, texts: Mapping[str, "str | bytes"]) -> Path:
    """Write texts (as UTF-8) or bytes into a new folder."""
    folder.mkdir(parents=True)
    for name, text in texts.items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def source_of(folder: Path, texts: Mapping[str, "str | bytes"] = FILES) -> ImportSource:
    """Write texts into a folder and read it."""
    return read_source(write_files(folder, texts))


def norm_set(text: str = NORM) -> NormSet:
    """Read a norm that is right."""
    entries: NormEntries = entries_of_toml(text.encode(), "norm.toml")
    lines, policy = build_norms(entries)
    assert not entries.problems
    assert policy is not None
    return NormSet(tuple(line.value for line in lines), policy)
