"""Steps that bring a window to what the pictures of Team D show."""

from collections.abc import Callable
from datetime import timedelta

from picture_waiting import at_rest, wait_until

from caseload_planner.gui.views.main_window import MainWindow
from caseload_planner.gui.views.team_d.page import TeamDPage


def team_d_page(window: MainWindow) -> TeamDPage:
    """Bring the Team D page to the front."""
    window.window_model.show_page("team_d")
    page = window.pages["team_d"]
    if not isinstance(page, TeamDPage):
        raise TypeError("the Team D page is another one than these pictures know")
    at_rest(window)
    return page


def draw_team_d_begin(window: MainWindow) -> None:
    """Show where a plan for team D begins."""
    team_d_page(window)


def draw_team_d_withdrawing(window: MainWindow) -> None:
    """Show who withdraws a plan, and why."""
    team_d_page(window).ask_withdraw()


def draw_team_d(window: MainWindow) -> None:
    """Show a plan for team D over half a year."""
    page = team_d_page(window)
    page.model.planning.plan()
    at_rest(window)
    wait_until(lambda: page.model.drawing.picture is not None)


def draw_team_d_left(window: MainWindow) -> None:
    """Show what finds nobody, and when it can be nil."""
    draw_team_d(window)
    page = team_d_page(window)
    page.view.tabs.setCurrentIndex(1)
    page.model.planning.find_nil()
    at_rest(window)


def draw_team_d_who(window: MainWindow) -> None:
    """Show who may hand over."""
    draw_team_d(window)
    team_d_page(window).ask_who()


def draw_team_d_again(window: MainWindow) -> None:
    """Show what planning again changes of an accepted plan, a week later than agreed."""
    draw_team_d(window)
    page = team_d_page(window)
    page.model.accept("Anna de Wit")
    at_rest(window)
    page.model.question.set_until(page.model.question.until + timedelta(weeks=4))
    page.model.planning.plan()
    at_rest(window)
    page.view.show_changes()
    wait_until(lambda: page.model.drawing.picture is not None)
    at_rest(window)


def draw_team_d_steps(window: MainWindow) -> None:
    """Show the curve under which each stays."""
    draw_team_d(window)
    team_d_page(window).ask_steps()


def draw_team_d_compare(window: MainWindow) -> None:
    """Show a plan in even steps beside the one before."""
    draw_team_d(window)
    page = team_d_page(window)
    page.model.question.set_even(even=True)
    page.model.planning.plan()
    at_rest(window)
    before = next(
        one.id for one in page.model.choices if page.model.draft is not None and one.id != page.model.draft.id
    )
    page.model.compare(before)
    at_rest(window)


TEAM_D_DRAWN: dict[str, Callable[[MainWindow], None]] = {
    "team-d-begin": draw_team_d_begin,
    "team-d-intrekken": draw_team_d_withdrawing,
    "team-d": draw_team_d,
    "team-d-past-niet": draw_team_d_left,
    "team-d-wie": draw_team_d_who,
    "team-d-opnieuw": draw_team_d_again,
    "team-d-trap": draw_team_d_steps,
    "team-d-vergelijken": draw_team_d_compare,
}
