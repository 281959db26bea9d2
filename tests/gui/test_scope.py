"""What the header chooses from, and that the pages follow."""

from datetime import date

from caseload_planner.gui.viewmodels.scope import EVERYTHING, ScopeChoice, ScopeKind, scope_lines
from tests.builders import a_worker, an_organisation

ORGANISATION = an_organisation([a_worker("W1")])


def test_that_regions_hold_locations_and_locations_hold_teams():
    lines = [(line.name, line.depth) for line in scope_lines(ORGANISATION)]
    assert lines == [
        ("", 0),
        ("Noord", 1),
        ("Roermond", 2),
        ("Venlo", 2),
        ("Venlo 1", 3),
        ("Venlo 2", 3),
        ("Zuid", 1),
        ("Heerlen", 2),
    ]


def test_that_a_choice_covers_the_teams_under_it(session):
    chosen = {
        EVERYTHING: (),
        ScopeChoice(ScopeKind.REGION, "Noord"): ("T1", "T2", "T3"),
        ScopeChoice(ScopeKind.LOCATION, "Venlo"): ("T1", "T2"),
        ScopeChoice(ScopeKind.TEAM, "Z1"): ("Z1",),
    }
    for choice, teams in chosen.items():
        session.scope.choose(choice)
        assert session.scope.teams_in(ORGANISATION) == teams


def test_that_the_same_choice_again_says_nothing(qtbot, session):
    with qtbot.assertNotEmitted(session.scope.choice_changed), qtbot.assertNotEmitted(session.scope.date_changed):
        session.scope.choose(EVERYTHING)
        session.scope.set_date(session.scope.on)
    assert session.scope.choice == EVERYTHING


def test_that_another_team_or_date_works_the_caseload_out_again(qtbot, session, services):
    with qtbot.waitSignal(session.caseload_changed, timeout=20_000):
        session.open(services)
    everybody = len(session.overview.workers)
    team = next(iter(session.organisation.teams.values()))
    with qtbot.waitSignal(session.caseload_changed, timeout=20_000):
        session.scope.choose(ScopeChoice(ScopeKind.TEAM, team.key))
    assert {row.team for row in session.overview.workers} == {team.key}
    assert 0 < len(session.overview.workers) < everybody
    with qtbot.waitSignal(session.caseload_changed, timeout=20_000):
        session.scope.set_date(date(2026, 3, 2))
    assert session.caseload.on == date(2026, 3, 2)


def test_that_two_quick_changes_end_with_the_last(qtbot, session, services):
    with qtbot.waitSignal(session.caseload_changed, timeout=20_000):
        session.open(services)
    session.scope.set_date(date(2026, 3, 2))
    session.scope.set_date(date(2026, 6, 1))
    qtbot.waitUntil(lambda: not session.runner.busy, timeout=20_000)
    assert session.overview.on == date(2026, 6, 1)
