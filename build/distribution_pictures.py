"""Steps that bring a window to what the pictures of Verdeling show."""

from collections.abc import Callable
from datetime import UTC, datetime, time

from frame_pictures import SMALL_SCREEN
from picture_waiting import at_rest, wait_until

from caseload_planner.application.ports import Decision
from caseload_planner.gui.models.distribution_candidates import Standing
from caseload_planner.gui.views.distribution.page import DistributionPage
from caseload_planner.gui.views.distribution.withdraw_dialog import WithdrawDialog
from caseload_planner.gui.views.main_window import MainWindow


def verdeling_page(window: MainWindow) -> DistributionPage:
    """Bring the Verdeling page to the front, its board ready."""
    window.window_model.show_page("distribution")
    page = window.pages["distribution"]
    if not isinstance(page, DistributionPage):
        raise TypeError("the Verdeling page is another one than these pictures know")
    at_rest(window)
    return page


def draw_verdeling(window: MainWindow) -> None:
    """Show the Verdeling page with a proposal, and why the first case went where it did."""
    model = verdeling_page(window).model
    model.propose()
    at_rest(window)
    if model.board is not None:
        placed = next(measure for measure in model.board.queue if measure in model.draft.placements)
        model.look_at_case(placed)
        wait_until(lambda: model.answers.ties_of(placed) is not None)


def draw_why_not(window: MainWindow) -> None:
    """Show why the same case did not go to the third of the list."""
    draw_verdeling(window)
    at_rest(window)
    model = verdeling_page(window).model
    worker, measure = model.people.line(2).worker, model.measure or ""
    model.look_at_worker(worker)
    wait_until(lambda: model.answers.exactly(measure, worker, model.position) is not None)


def draw_left_over(window: MainWindow) -> None:
    """Show a week that does not fit, and what would help a case that is left over."""
    model = verdeling_page(window).model
    model.propose()
    at_rest(window)
    if model.board is not None:
        left = [measure for measure in model.board.queue if measure not in model.draft.placements]
        model.look_at_case(left[0])
        wait_until(lambda: model.answers.unlocks_of(left[0]) is not None)


def draw_unsafe(window: MainWindow) -> None:
    """Show what is not safe to distribute in such a week."""
    page = verdeling_page(window)
    page.model.propose()
    at_rest(window)
    page.dialogs.show_shortage()


def draw_help(window: MainWindow) -> None:
    """Show what other regions help with in such a week, and what that says of the first case of it."""
    draw_left_over(window)
    model = verdeling_page(window).model
    model.proposing.ask_help()
    at_rest(window)
    if model.board is not None and model.draft.helped:
        placed = next(measure for measure in model.draft.helped if measure in model.draft.placements)
        model.look_at_case(placed)
        wait_until(lambda: model.answers.ties_of(placed) is not None)


def draw_help_deciding(window: MainWindow) -> None:
    """Show the last look before such a week is decided, with the reasons that are still to come."""
    draw_help(window)
    at_rest(window)
    verdeling_page(window).dialogs.ask_decision()


def draw_alternatives(window: MainWindow) -> None:
    """Show how it stands now, alternatives and the draft."""
    draw_verdeling(window)
    at_rest(window)
    page = verdeling_page(window)
    page.dialogs.show_comparison()
    page.model.alternatives.start()
    wait_until(lambda: page.model.alternatives.found is not None)


def draw_meeting(window: MainWindow) -> None:
    """Show the meeting at the second case, the first one agreed on."""
    draw_verdeling(window)
    at_rest(window)
    page = verdeling_page(window)
    page.toggle_meeting()
    page.model.meeting.agree()


def draw_small_meeting(window: MainWindow) -> None:
    """Show the same on a small laptop at 150 %."""
    window.resize(*SMALL_SCREEN)
    draw_meeting(window)


def draw_reason(window: MainWindow) -> None:
    """Show which reason is asked before a case goes to somebody whom a starred rule keeps from it."""
    draw_verdeling(window)
    at_rest(window)
    model = verdeling_page(window).model
    for row in range(model.cases.rowCount()):
        model.look_at_case(model.cases.line(row).measure)
        lines = (model.people.line(number) for number in range(model.people.rowCount()))
        asking = next((one for one in lines if one.standing is Standing.ASKS_REASON and not one.place), None)
        if asking is not None:
            model.changes.place(asking.worker)
            return


def draw_deciding(window: MainWindow) -> None:
    """Show the last look before deciding."""
    draw_verdeling(window)
    at_rest(window)
    verdeling_page(window).dialogs.ask_decision()


def draw_withdrawing(window: MainWindow) -> None:
    """Show what is asked before a round is taken back: one that never was, as the file serves more pictures."""
    page = verdeling_page(window)
    on = window.window_model.session.scope.on
    decided_at = datetime.combine(on, time(9), UTC)
    decision = Decision(
        id="B-1",
        proposal="P-1",
        on=on,
        decided_by="",
        decided_at=decided_at,
        remarks="",
        overrides=(),
        begun=(),
        ended=(),
    )
    WithdrawDialog(decision, window.window_model.names, page).open()


DISTRIBUTION_DRAWN: dict[str, Callable[[MainWindow], None]] = {
    "verdeling": draw_verdeling,
    "verdeling-waarom-niet": draw_why_not,
    "verdeling-past-niet": draw_left_over,
    "verdeling-niet-veilig": draw_unsafe,
    "verdeling-hulp": draw_help,
    "vaststellen-hulp": draw_help_deciding,
    "verdeling-overleg": draw_meeting,
    "verdeling-alternatieven": draw_alternatives,
    "vaststellen": draw_deciding,
    "klein-overleg": draw_small_meeting,
    "reden": draw_reason,
    "intrekken": draw_withdrawing,
}
FULL_WEEK = frozenset({"verdeling-past-niet", "verdeling-niet-veilig", "verdeling-hulp", "vaststellen-hulp"})
"""Pictures of a week that does not fit: more cases come in there than there is room for."""
