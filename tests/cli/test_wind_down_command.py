"""``wind-down`` as outside checks call it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from caseload_planner.domain.organisation import Employment
from caseload_planner.exchange.writing import write_folder
from tests.builders import a_worker, an_organisation, holds, running
from tests.cli.conftest import Program

ASK = ("--on", "2026-11-23", "--until", "2027-02-15", "--time-limit", "3")


@pytest.fixture
def with_team_d(bare: Program, tmp_path: Path) -> Program:
    """A town in which somebody of team D holds two families."""
    measures = [running(f"M{n}") for n in range(2)]
    organisation = an_organisation(
        [
            a_worker("DEE", employment=Employment.SECONDED),
            a_worker("ANN"),
            a_worker("BEA", team="T2"),
            a_worker("OLD", ends_on=date(2026, 10, 1)),
        ],
        measures,
        [replace(holds(measure.key, "DEE"), from_on=measure.reported_on) for measure in measures],
    )
    write_folder(organisation, tmp_path / "team-d")
    assert bare.on_town("init").status == 0
    assert bare.on_town("import", str(tmp_path / "team-d")).status == 0
    return bare


def test_that_the_document_says_who_hands_what_to_whom_when(with_team_d: Program) -> None:
    document = with_team_d.on_town("wind-down", *ASK, "--json").document
    assert document["status"] == "nil"
    assert {row["measure"] for row in document["handovers"]} == {"M0", "M1"}
    first = document["handovers"][0]
    assert first["from"] == "DEE"
    assert first["to"] in {"ANN", "BEA"}
    assert first["week"].startswith("202")
    assert first["overlap_weeks"] in {2, 3, 4}
    assert first["to_was_second"] is False
    assert document["unplaced"] == []
    assert document["weeks"][-1] == {"week": "2027-W07", "team_d_load": 0.0, "handovers": 0}
    assert {row["worker"] for row in document["loads"]} <= {"ANN", "BEA"}


def test_that_the_tables_name_the_people(with_team_d: Program) -> None:
    answer = with_team_d.on_town("wind-down", *ASK)
    assert answer.status == 0
    assert "Naam DEE" in answer.out
    assert "2 handed over, 0 left over" in answer.out


def test_that_the_earliest_date_is_found_under_both_limits(with_team_d: Program) -> None:
    document = with_team_d.on_town("wind-down", *ASK, "--when-nil", "--json").document
    assert document["within_norm"]["earliest"] == document["within_ceilings"]["earliest"] == "2026-12-14"


def test_that_an_end_before_the_beginning_is_refused(with_team_d: Program) -> None:
    answer = with_team_d.on_town("wind-down", "--on", "2026-11-23", "--until", "2026-11-01")
    assert answer.status == 1
    assert "does not come after" in answer.err


def test_that_a_plan_can_be_kept_while_planning_again(with_team_d: Program) -> None:
    before = with_team_d.on_town("wind-down", *ASK, "--json").document
    after = with_team_d.on_town("wind-down", *ASK, "--keep", before["id"], "--json").document
    assert after["handovers"] == before["handovers"]


def test_that_a_leaver_is_named_as_worker_or_with_a_date(with_team_d: Program) -> None:
    document = with_team_d.on_town("wind-down", *ASK, "--leaver", "DEE=2027-01-04", "--json").document
    assert document["leavers"] == [{"worker": "DEE", "ends_on": "2027-01-04"}]
    assert with_team_d.on_town("wind-down", *ASK, "--leaver", "DEE=soon").status == 2


def test_that_a_leaver_is_named_once(with_team_d: Program) -> None:
    answer = with_team_d.on_town("wind-down", *ASK, "--leaver", "DEE", "--leaver", "DEE=2027-01-04")
    assert answer.status == 1
    assert "DEE is named twice" in answer.err


@pytest.mark.parametrize(
    ("leaver", "said"),
    [
        ("NOBODY", "no worker NOBODY"),
        ("ANN", "ANN holds no measure on 2026-11-23"),
        ("DEE=2026-11-20", "DEE has a last day that does not come after 2026-11-23"),
        ("OLD", "OLD is not in service on 2026-11-23"),
    ],
)
def test_that_a_leaver_who_cannot_hand_over_is_named_with_the_reason(
    with_team_d: Program, leaver: str, said: str
) -> None:
    answer = with_team_d.on_town("wind-down", *ASK, "--leaver", leaver)
    assert answer.status == 1
    assert said in answer.err
