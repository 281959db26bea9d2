"""Every dialog of the window on a proposal, opened one after the other."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from caseload_planner.gui.models.distribution_candidates import Standing
from caseload_planner.gui.views.case_sheet import CaseSheet
from caseload_planner.gui.views.main_window import MainWindow
from tests.gui.distribution.distribution_steps import case_with, propose


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until everything is there and drawn."""
    for _ in range(2):
        qtbot.waitUntil(lambda: not window.window_model.session.runner.busy, timeout=30_000)
        QCoreApplication.processEvents()


def _case_sheet(window: MainWindow) -> None:
    organisation = window.window_model.session.organisation
    CaseSheet(organisation, next(iter(organisation.measures)), window).open()


def _dispute(window: MainWindow) -> None:
    page = window.pages["caseload"]
    page.ask_dispute(page.model.detail.cases[0])


def _override(window: MainWindow) -> None:
    page = window.pages["distribution"]
    page.model.changes.place(case_with(page, Standing.ASKS_REASON).worker)


DIALOGS: dict[str, Callable[[MainWindow], object]] = {
    "finder": MainWindow.show_finder,
    "keys": MainWindow.show_keys,
    "about": lambda window: window.commands.actions["about"].trigger(),
    "import": lambda window: window.commands.actions["import"].trigger(),
    "restore": lambda window: window.commands.actions["restore"].trigger(),
    "case": _case_sheet,
    "dispute": _dispute,
    "comparison": lambda window: window.pages["distribution"].dialogs.show_comparison(),
    "deciding": lambda window: window.pages["distribution"].dialogs.ask_decision(),
    "not safe": lambda window: window.pages["distribution"].dialogs.show_shortage(),
    "reason": _override,
    "who hands over": lambda window: window.pages["team_d"].ask_who(),
    "curve": lambda window: window.pages["team_d"].ask_steps(),
    "withdraw a plan": lambda window: window.pages["team_d"].ask_withdraw(),
    "cluster": lambda window: window.pages["establishment"].ask_cluster(),
    "closing": lambda window: window.window_model.closing.slow.emit(),
}


def make_ready(qtbot: QtBot, window: MainWindow) -> None:
    """Have every page there, somebody in the drawer, and a proposal."""
    for key in ("caseload", "team_d", "establishment", "distribution"):
        window.window_model.show_page(key)
        settle(qtbot, window)
    model = window.pages["caseload"].model
    model.select(model.table.line(0).worker)
    settle(qtbot, window)
    propose(qtbot, window.pages["distribution"])
    settle(qtbot, window)


def each_dialog(qtbot: QtBot, window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    """Open one after the other; each is closed before the next."""
    for name, open_it in DIALOGS.items():
        open_it(window)
        settle(qtbot, window)
        opened = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
        assert len(opened) == 1, name
        yield name, opened[0]
        opened[0].close()
        QCoreApplication.processEvents()
