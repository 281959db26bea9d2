"""The Verdeling page of a window on the small demo organisation, and its board without a window."""

import pytest
from pytestqt.qtbot import QtBot

from caseload_planner.bootstrap import default_norms, default_profiles
from caseload_planner.demo.organisation import DEFAULT_SEED, demo_organisation
from caseload_planner.demo.places import DemoSize
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.gui.app import close_down, make_window
from caseload_planner.gui.failures import FailureHook
from caseload_planner.gui.viewmodels.distribution_board import Board, make_board
from caseload_planner.gui.views.distribution.page import DistributionPage
from caseload_planner.gui.views.main_window import MainWindow
from tests.gui.window_doors import MONDAY


@pytest.fixture(scope="session")
def board() -> Board:
    """The round of the small demo organisation on the Monday; tests only read it."""
    organisation = demo_organisation(DemoSize.SMALL, DEFAULT_SEED, MONDAY, default_norms())
    return make_board(caseload_on(organisation, MONDAY), (), default_profiles()["balanced"])


@pytest.fixture
def page(qtbot: QtBot, demo_window: MainWindow) -> DistributionPage:
    """The page on the Monday, its cases listed and the first one looked at."""
    demo_window.activateWindow()
    model = demo_window.window_model
    model.session.scope.set_date(MONDAY)
    model.show_page("distribution")
    page = demo_window.pages["distribution"]

    def ready() -> bool:
        board = page.model.board
        return board is not None and board.round.on == MONDAY and not model.session.runner.busy

    qtbot.waitUntil(ready, timeout=20_000)
    qtbot.waitUntil(lambda: page.model.measure is not None)
    return page


@pytest.fixture
def restarted(qtbot, page, doors, settings, look):
    """Give what opens the same file in a new window, the first one gone."""
    made = []

    def restart():
        path = page._window.session.services.path
        qtbot.waitUntil(lambda: not page._window.session.runner.busy, timeout=20_000)
        close_down(page.window())
        window = make_window(doors, settings, look, FailureHook())
        made.append(window)
        qtbot.addWidget(window)
        window.show()
        window.window_model.open_file(path)
        qtbot.waitUntil(lambda: window.window_model.session.services is not None, timeout=20_000)
        window.window_model.session.scope.set_date(MONDAY)
        window.window_model.show_page("distribution")
        again = window.pages["distribution"]
        qtbot.waitUntil(
            lambda: (
                again.model.board is not None
                and again.model.board.round.on == MONDAY
                and not window.window_model.session.runner.busy
            ),
            timeout=20_000,
        )
        return again

    yield restart
    for window in made:
        close_down(window)
