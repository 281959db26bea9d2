"""Steps that bring a window to what the pictures of Formatie and Ondersteuners show."""

from collections.abc import Callable

from picture_waiting import at_rest
from PySide6.QtCore import QEventLoop, QTimer

from caseload_planner.gui.views.chart_view import REDRAW_MS
from caseload_planner.gui.views.establishment.page import EstablishmentPage
from caseload_planner.gui.views.main_window import MainWindow
from caseload_planner.gui.views.support.page import SupportPage


def charts_at_rest(window: MainWindow) -> None:
    """Wait until charts are drawn for the size that they came to have; they wait for it to rest."""
    for _ in range(4):
        at_rest(window)
        pause = QEventLoop()
        QTimer.singleShot(4 * REDRAW_MS, pause.quit)
        pause.exec()
    at_rest(window)


def shown_establishment(window: MainWindow) -> EstablishmentPage:
    """Go to Formatie, with a scenario of less absence and more inflow beside the base."""
    window.window_model.show_page("establishment")
    charts_at_rest(window)
    page = window.pages["establishment"]
    if not isinstance(page, EstablishmentPage):
        raise TypeError("the page Formatie is another one than these pictures know")
    page.model.add_ready("absence-5")
    charts_at_rest(window)
    page.model.change("inflow.level", 110.0)
    page.model.give_reason("inflow.level", "signaal van de rechtbank")
    charts_at_rest(window)
    return page


def draw_establishment(window: MainWindow) -> None:
    """Show the course of the futures."""
    shown_establishment(window)


def draw_scenario_comparison(window: MainWindow) -> None:
    """Show what differs, and what makes the difference."""
    page = shown_establishment(window)
    page.show_comparison()
    page.questions.explain()
    charts_at_rest(window)


def draw_sizing(window: MainWindow) -> None:
    """Show how many people are needed."""
    page = shown_establishment(window)
    page.show_sizing()
    page.sizing.ask.click()
    charts_at_rest(window)


def draw_support(window: MainWindow) -> None:
    """Show what support workers free, with the example of what they cost."""
    window.window_model.show_page("support")
    charts_at_rest(window)
    page = window.pages["support"]
    if not isinstance(page, SupportPage):
        raise TypeError("the page Ondersteuners is another one than these pictures know")
    page.example.click()
    charts_at_rest(window)


STAFFING_DRAWN: dict[str, Callable[[MainWindow], None]] = {
    "formatie": draw_establishment,
    "formatie-vergelijken": draw_scenario_comparison,
    "formatie-hoeveel-mensen": draw_sizing,
    "ondersteuners": draw_support,
}
