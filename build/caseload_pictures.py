"""Steps that bring a window to what the pictures of Caseload show."""

from collections.abc import Callable

from picture_waiting import at_rest

from caseload_planner.gui.models.worker_facets import Facet
from caseload_planner.gui.views.caseload.page import CaseloadPage
from caseload_planner.gui.views.main_window import MainWindow


def caseload_page(window: MainWindow) -> CaseloadPage:
    """Bring the Caseload page to the front."""
    window.window_model.show_page("caseload")
    page = window.pages["caseload"]
    if not isinstance(page, CaseloadPage):
        raise TypeError("the Caseload page is another one than these pictures know")
    return page


def draw_caseload(window: MainWindow) -> None:
    """Show the Caseload page."""
    caseload_page(window)


def draw_by_team(window: MainWindow) -> None:
    """Show the Caseload page by team."""
    caseload_page(window).toolbar.grouped.setChecked(True)


def draw_drawer(window: MainWindow) -> None:
    """Show the drawer of the fullest worker with several kinds of cases."""
    model = caseload_page(window).model
    rows = [model.table.line(row) for row in range(model.table.workers_shown)]
    drawn = [line for line in rows if line.bar is not None and Facet.OVER_NORM in line.facets and not line.chips]
    fullest = max(drawn, key=lambda line: line.bar.current if line.bar is not None else 0)
    model.select(fullest.worker)
    at_rest(window)


def draw_dispute(window: MainWindow) -> None:
    """Show how a worker disputes the weight of a case."""
    draw_drawer(window)
    page = caseload_page(window)
    if page.model.detail is not None:
        page.ask_dispute(page.model.detail.cases[0])


def draw_forecast(window: MainWindow) -> None:
    """Show the coming weeks of the same worker."""
    draw_drawer(window)
    caseload_page(window).drawer.tabs.setCurrentIndex(1)


def draw_agreements(window: MainWindow) -> None:
    """Show time and agreements of somebody on leave."""
    page = caseload_page(window)
    rows = [page.model.table.line(row) for row in range(page.model.table.workers_shown)]
    page.model.select(max(rows, key=lambda line: (len(line.chips), line.worker)).worker)
    at_rest(window)
    page.drawer.tabs.setCurrentIndex(2)


def draw_deadlines(window: MainWindow) -> None:
    """Show what is late or nearly, and what nobody wrote down."""
    page = caseload_page(window)
    page.show_deadlines()
    at_rest(window)
    page.deadlines.tabs.setCurrentIndex(1)


def draw_narrowed(window: MainWindow) -> None:
    """Show who has room only, on a small window with somebody in the drawer."""
    page = caseload_page(window)
    window.resize(1024, 640)
    page.toolbar.facets.chosen.emit(frozenset({Facet.ROOM}))
    page.model.select(page.model.table.line(3).worker)
    at_rest(window)


CASELOAD_DRAWN: dict[str, Callable[[MainWindow], None]] = {
    "caseload": draw_caseload,
    "caseload-teams": draw_by_team,
    "caseload-drawer": draw_drawer,
    "caseload-forecast": draw_forecast,
    "klopt-niet": draw_dispute,
    "caseload-agreements": draw_agreements,
    "caseload-deadlines": draw_deadlines,
    "caseload-narrow": draw_narrowed,
}
