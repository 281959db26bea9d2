"""The report of a scenario: made again it says the same, and it says what was assumed and why."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from caseload_planner import __version__
from caseload_planner.application.changes import OrganisationChanges
from caseload_planner.application.import_files import found_organisation
from caseload_planner.application.plan_records import ScenarioState
from caseload_planner.application.ports import ReadUnit
from caseload_planner.application.run_scenario import FrozenMark, run_scenario
from caseload_planner.application.scenario_shelf import (
    freeze_scenario,
    keep_scenario,
    run_entry,
    shelf,
)
from caseload_planner.application.services import Services
from caseload_planner.bootstrap import FileDoors
from caseload_planner.domain.errors import AlreadySettledError, TargetUnwritableError, UnknownKeyError
from caseload_planner.domain.organisation import Team
from caseload_planner.reports.scenario_report import report_scenario, write_scenario_report
from caseload_planner.reports.scenario_texts import figure, reason_of
from caseload_planner.staffing.scenario import AbsenceShare, Hire, NormStep, Scenario, TeamD, TeamDPlan
from tests.builders import NORM, ON, a_worker
from tests.staffing.towns import a_busy_town


def renamed_team(unit: ReadUnit) -> Team:
    return replace(unit.snapshot().teams["T1"], name="Elders")


SHORT = Scenario(name="Kort", start=ON, weeks=12, replications=30)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = FileDoors().create_file(tmp_path / "town.sqlite")
    found_organisation(opened.store, a_busy_town())
    yield opened
    opened.close()


def rows_of(path: Path, sheet: str) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(BytesIO(path.read_bytes())).get_sheet_by_name(sheet).to_python()


def test_that_the_workbook_has_every_week_and_the_assumptions_with_their_reasons(
    services: Services, tmp_path: Path
) -> None:
    scenario = replace(
        SHORT,
        absence=AbsenceShare(share=0.05),
        hires=(Hire(place="Noord", people=2),),
        reasons={"absence.share": "afspraak"},
    )
    run, beside = run_scenario(services, scenario), run_scenario(services, SHORT)
    target = tmp_path / "rapport.xlsx"
    write_scenario_report(services, run, beside, target)
    course = rows_of(target, "Verloop")
    load = next(row for row in course if row[2] == "alle" and row[3] == "Belasting per contract-fte")
    assert load[1] == ON
    assert load[4] == pytest.approx(float(next(iter(run.outcome.series.values())).mean[0, 0]), rel=2)
    assumptions = {row[1]: row for row in rows_of(target, "Aannames")[1:]}
    assert assumptions["absence.share"] == ["Verzuim", "absence.share", "7 %", "5 %", "afspraak"]
    assert "mensen 2" in str(assumptions["hires"][3])
    compared = {row[0]: row for row in rows_of(target, "Vergelijking")[1:]}
    assert compared["Lopende maatregelen"][3] == 0
    assert compared["Contract-fte"][3] > 0


def test_that_the_pdf_is_written_and_the_audit_says_so(services: Services, tmp_path: Path) -> None:
    target = tmp_path / "rapport.pdf"
    write_scenario_report(services, run_scenario(services, SHORT), None, target)
    assert target.read_bytes().startswith(b"%PDF")
    with pytest.raises(TargetUnwritableError):
        write_scenario_report(services, run_scenario(services, SHORT), None, tmp_path / "rapport.doc")


def test_that_a_frozen_scenario_keeps_its_figures_and_can_be_made_again(services: Services) -> None:
    key = keep_scenario(services, None, SHORT, ScenarioState.DRAFT)
    freeze_scenario(services, key, run_scenario(services, SHORT))
    frozen = next(entry for entry in shelf(services) if entry.id == key)
    assert frozen.state is ScenarioState.FROZEN
    made_on = services.clock.today()
    assert run_entry(services, frozen).frozen == FrozenMark(made_on, __version__, same_figures=True)
    with pytest.raises(AlreadySettledError):
        keep_scenario(services, key, replace(SHORT, weeks=13), ScenarioState.DRAFT)


def test_that_the_report_of_a_frozen_scenario_has_the_same_figures_after_the_data_changed(
    services: Services, tmp_path: Path
) -> None:
    key = keep_scenario(services, None, SHORT, ScenarioState.DRAFT)
    freeze_scenario(services, key, run_scenario(services, SHORT))
    report_scenario(services, key, tmp_path / "before.xlsx")
    stricter = replace(NORM, valid_from=ON, funded=1000, working=1100)
    with services.store.write() as unit:
        unit.apply(OrganisationChanges(workers=(a_worker("W99"),), norms=(stricter,), teams=(renamed_team(unit),)))
        unit.commit()
    report_scenario(services, key, tmp_path / "after.xlsx")
    for sheet in ("Verloop", "Aannames", "Scenario (TOML)", "Toelichting"):
        assert rows_of(tmp_path / "after.xlsx", sheet) == rows_of(tmp_path / "before.xlsx", sheet)
    assert run_scenario(services, SHORT).outcome.digest != run_entry(services, shelf(services)[-1]).outcome.digest


def test_that_the_command_reports_the_newest_frozen_scenario(services: Services, tmp_path: Path) -> None:
    key = keep_scenario(services, None, SHORT, ScenarioState.DRAFT)
    freeze_scenario(services, key, run_scenario(services, SHORT))
    assert report_scenario(services, None, tmp_path / "a.xlsx") == "Kort"
    assert report_scenario(services, key, tmp_path / "b.xlsx") == "Kort"
    assert rows_of(tmp_path / "a.xlsx", "Verloop") == rows_of(tmp_path / "b.xlsx", "Verloop")
    with pytest.raises(UnknownKeyError, match="there is no scenario Lang"):
        report_scenario(services, "Lang", tmp_path / "c.xlsx")


def test_that_the_reason_of_a_group_stands_with_each_of_its_assumptions() -> None:
    reasons = {"durations": "eigen cijfers", "absence.share": "afspraak"}
    assert reason_of(reasons, "durations.guardianship") == "eigen cijfers"
    assert reason_of(reasons, "absence.share") == "afspraak"
    assert reason_of(reasons, "absence.long_part") == ""


def test_that_figures_are_written_as_here() -> None:
    assert figure(1234.5) == "1.234,50"
    assert figure(float("nan")) == "\u2013"


def test_that_the_report_says_in_words_what_comes_of_the_norms(services: Services, tmp_path: Path) -> None:
    steps = (NormStep(in_weeks=0, funded=1.0, working=50.0),)
    stays = replace(SHORT, norm_steps=steps, team_d=TeamD(plan=TeamDPlan.STAYS))
    write_scenario_report(services, run_scenario(services, stays), None, tmp_path / "a.xlsx")
    said = " ".join(str(row[0]) for row in rows_of(tmp_path / "a.xlsx", "Toelichting"))
    assert "bij een norm van 1,00, boven de norm in 100 van de 100 toekomsten." in said
    assert "Niet blijvend gehaald in 8 van de 10." in said
    assert "Gehaald in 8 van de 10 vanaf week 48 2026." in said
    assert "Team D is aan het einde 2,0 fte." in said
    gone = replace(SHORT, team_d=TeamD(plan=TeamDPlan.NIL, nil_in_weeks=4))
    write_scenario_report(services, run_scenario(services, gone), None, tmp_path / "b.xlsx")
    assert ["Team D is op nihil in week 52 2026."] in rows_of(tmp_path / "b.xlsx", "Toelichting")
