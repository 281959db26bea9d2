"""What the leader reads before she decides: what is placed and left, who goes over the norm, what stands in the way."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from caseload_planner.application.meeting_records import Agreement
from caseload_planner.gui import formatting
from caseload_planner.gui.distribution_profile_texts import profile_name
from caseload_planner.gui.distribution_reason_texts import share_text
from caseload_planner.gui.distribution_texts import breach_text, rule_text
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.viewmodels.distribution_agreements import AskedTeam, asked_teams
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_draft import Draft, Ending, OverrideKey
from caseload_planner.gui.viewmodels.distribution_moves import plan_for, points_added, to_finish, without_reason

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class WantedReason:
    """A rule that the draft sets aside without a reason yet, in words."""

    key: OverrideKey
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideSummary:
    """The summary in words; `blocked` is empty where the draft can be decided once every wanted reason is given."""

    placed: int
    asked: int
    left_over: tuple[str, ...]
    over_norm: tuple[str, ...]
    overrides: tuple[str, ...]
    asked_teams: tuple[AskedTeam, ...]
    parked: tuple[str, ...]
    blocked: str
    handovers: tuple[str, ...] = ()
    wanted_reasons: tuple[WantedReason, ...] = ()


def summary_of(
    board: Board, draft: Draft, agreements: Iterable[Agreement] = (), handovers: tuple[str, ...] = ()
) -> DecideSummary:
    """Make the summary of a draft, with the planned handovers that are confirmed along with it, in words."""
    round_ = board.round
    plan, added = plan_for(board, draft), points_added(round_, draft)
    workers = round_.caseload.organisation.workers
    over = []
    for worker in sorted(added, key=lambda key: workers[key].name):
        after, capacity = round_.load_before(worker) + added[worker], round_.capacity(worker).working
        if after > capacity:
            over.append(f"{workers[worker].name} {share_text(after, capacity)}")
    return DecideSummary(
        placed=len(plan.placements),
        asked=len(round_.asked),
        left_over=tuple(key for key in plan.unplaced if key not in draft.parked),
        parked=tuple(sorted(draft.parked)),
        asked_teams=asked_teams(board, draft, agreements),
        over_norm=tuple(over),
        overrides=tuple(
            f"{row.measure}, {workers[row.worker].name if row.worker in workers else row.worker}: "
            f"{rule_text(row.rule)}. {row.reason}"
            for row in draft.overrides
        ),
        blocked=_blocked(board, draft, handovers),
        handovers=handovers,
        wanted_reasons=_wanted_reasons(board, draft),
    )


def _wanted_reasons(board: Board, draft: Draft) -> tuple[WantedReason, ...]:
    workers = board.round.caseload.organisation.workers
    wanted = {}
    for breach in without_reason(board, draft):
        measure, worker = breach.measure or "", breach.worker or ""
        name = workers[worker].name if worker in workers else worker
        wanted[measure, worker, breach.rule] = f"{measure} · {name}: {breach_text(breach)}"
    return tuple(WantedReason(key, words) for key, words in sorted(wanted.items()))


def _blocked(board: Board, draft: Draft, handovers: tuple[str, ...]) -> str:
    if not draft.placements and not handovers:
        return translate("Decide", "Nothing is placed yet: ask for a proposal (F5) or place a case yourself.")
    unfinished = to_finish(board, draft)
    if unfinished:
        text = translate("Decide", "Still without a second contact: %1. Choose one, or take the case off.")
        return with_values(text, ", ".join(unfinished))
    return ""


def placed_words(draft: Draft) -> str:
    """Say for the status line that there is a draft; empty where nothing is placed."""
    placed = len(draft.placements)
    if placed == 1:
        return translate("DistributionPageModel", "1 case placed, not decided yet")
    words = translate("DistributionPageModel", "%1 cases placed, not decided yet")
    return with_values(words, formatting.count(placed)) if placed else ""


def outcome_words(board: Board, draft: Draft) -> str:
    """Say in a line how the draft stands: proven best, best found, changed since, or nothing yet.

    How many cases are placed stands above their list, and in the status line.
    """
    if draft.outcome is None:
        words = translate("Outcome", "Drawn by hand") if draft.placements else ""
        return words or translate("Outcome", "No proposal yet: press F5.")
    if not draft.untouched:
        return translate("Outcome", "Changed after the proposal")
    if draft.outcome.profile != board.profile.name:
        text = translate("Outcome", "Made for %1: press F5 for %2")
        return with_values(text, profile_name(draft.outcome.profile), profile_name(board.profile.name))
    words = {
        Ending.PROVEN: translate("Outcome", "Proven: it cannot be better"),
        Ending.BEST_FOUND: translate("Outcome", "Best found in the time there was"),
        Ending.STOPPED: translate("Outcome", "Stopped: the best until then"),
    }[draft.outcome.ending]
    seconds = with_values(translate("Outcome", "%1 s"), formatting.number(draft.outcome.seconds, 1))
    return f"{words} · {seconds}"
