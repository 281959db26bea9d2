"""The Verdeling page of a window on the small demo organisation, and its board without a window."""

import pytest
from pytestqt.qtbot import QtBot

from caseload_planner.bootstrap import default_norms, default_profiles
from caseload_planner.demo.organisation import DEFAULT_SEED, demo_organisation
from caseload_planner.demo.places import DemoSize
from caseload_planner.domain.caseload import caseload_on
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
