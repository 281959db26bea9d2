"""What can be done on the Verdeling page with its keys, for the shortcuts, Ctrl+K and the overview of keys."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from caseload_planner.gui.commands import Command, CommandGroup
from caseload_planner.gui.viewmodels.distribution_shortage import left_over_count
from caseload_planner.gui.views.distribution.inspector_pane import InspectorTab

if TYPE_CHECKING:
    from caseload_planner.gui.views.distribution.page import DistributionPage

translate = QCoreApplication.translate


def page_commands(page: "DistributionPage") -> tuple[Command, ...]:
    """Give the commands of the page, in the language of now."""
    return (*_round_commands(page), *_case_commands(page), *_tab_commands(page))


def _round_commands(page: "DistributionPage") -> tuple[Command, ...]:
    model, dialogs = page.model, page.dialogs

    def nothing_placed() -> str:
        placed = bool(model.draft.placements)
        return "" if placed else translate("VerdelingKeys", "First ask for a proposal or place a case.")

    def nothing_held() -> str:
        held = model.draft.pinned or model.draft.exclusions
        return "" if held else translate("VerdelingKeys", "You pinned and excluded nothing.")

    def nothing_to_decide() -> str:
        return nothing_placed() if not model.deciding.possible else ""

    def nothing_asked() -> str:
        asked = model.board is not None and bool(model.board.queue)
        return "" if asked else translate("VerdelingKeys", "There is nothing to distribute.")

    return (
        _command("propose", translate("VerdelingKeys", "Proposal"), model.propose, ("F5",), nothing_asked),
        *_help_commands(page),
        _command("meeting", translate("VerdelingKeys", "Meeting"), page.toggle_meeting, ("M",), nothing_asked),
        _command("compare", translate("VerdelingKeys", "Compare…"), dialogs.show_comparison, ("C",), nothing_placed),
        _command(
            "decide",
            translate("VerdelingKeys", "Decide…"),
            dialogs.ask_decision,
            ("Ctrl+Return", "Ctrl+Enter"),
            nothing_to_decide,
        ),
        *_step_commands(page),
        _command(
            "release",
            translate("VerdelingKeys", "Let go of everything"),
            model.changes.release_all,
            missing=nothing_held,
        ),
        _command("stop", translate("VerdelingKeys", "Stop, or back"), page.step_back, ("Esc",)),
    )


def _step_commands(page: "DistributionPage") -> tuple[Command, ...]:
    model = page.model

    def nothing_to_undo() -> str:
        undoing = model.drafts.group.canUndo()
        return "" if undoing else translate("VerdelingKeys", "There is no step to take back.")

    def nothing_to_redo() -> str:
        redoing = model.drafts.group.canRedo()
        return "" if redoing else translate("VerdelingKeys", "No step was taken back.")

    return (
        _command(
            "undo", translate("VerdelingKeys", "Undo"), model.changes.undo, ("Ctrl+Z",), nothing_to_undo, held=True
        ),
        _command(
            "redo",
            translate("VerdelingKeys", "Redo"),
            model.changes.redo,
            ("Ctrl+Shift+Z",),
            nothing_to_redo,
            held=True,
        ),
    )


def _help_commands(page: "DistributionPage") -> tuple[Command, ...]:
    model = page.model

    def no_help() -> str:
        words = translate("VerdelingKeys", "Nothing is left over for which another region was not asked yet.")
        return "" if model.proposing.may_ask_help else words

    def not_asked() -> str:
        return "" if model.draft.helped else translate("VerdelingKeys", "Other regions were not asked.")

    def all_fits() -> str:
        board = model.board
        left = board is not None and left_over_count(board, model.draft) > 0
        return "" if left else translate("VerdelingKeys", "Nothing is left over.")

    unsafe = translate("VerdelingKeys", "Not safe to distribute…")
    ask = translate("VerdelingKeys", "Ask other regions for help")
    alone = translate("VerdelingKeys", "Propose without other regions")
    return (
        _command("unsafe", unsafe, page.dialogs.show_shortage, missing=all_fits),
        _command("help", ask, model.proposing.ask_help, missing=no_help),
        _command("no_help", alone, model.proposing.ask_no_help, missing=not_asked),
    )


def _case_commands(page: "DistributionPage") -> tuple[Command, ...]:
    model, changes = page.model, page.model.changes

    def nobody_has_it() -> str:
        placed = model.measure in model.draft.placements
        return "" if placed else translate("VerdelingKeys", "Choose a case that somebody has in the draft.")

    def nobody_chosen() -> str:
        chosen = model.measure is not None and model.worker is not None
        return "" if chosen else translate("VerdelingKeys", "Choose a case, and a person beside it.")

    pin, take_off = (
        translate("VerdelingKeys", "Pin the case, or let it go"),
        translate("VerdelingKeys", "Take the case off"),
    )
    exclude = translate("VerdelingKeys", "Exclude this person")
    return (
        _command("pin", pin, changes.toggle_pin, ("P",), nobody_has_it),
        _command("take_off", take_off, changes.take_off, ("U",), nobody_has_it),
        _command("exclude", exclude, changes.toggle_exclusion, ("X",), nobody_chosen),
    )


def _tab_commands(page: "DistributionPage") -> tuple[Command, ...]:
    tabs = (
        (InspectorTab.WHY, translate("VerdelingKeys", "Why"), "W"),
        (InspectorTab.WHY_NOT, translate("VerdelingKeys", "Why not"), "N"),
        (InspectorTab.OTHERS, translate("VerdelingKeys", "Others for this case"), "A"),
        (InspectorTab.HISTORY, translate("VerdelingKeys", "What came before"), "G"),
    )
    return tuple(
        _command(f"tab_{tab.name.lower()}", name, partial(page.inspector.show_tab, tab), (key,))
        for tab, name, key in tabs
    )


def _command(
    key: str,
    name: str,
    run: Callable[[], object],
    keys: tuple[str, ...] = (),
    missing: Callable[[], str] = str,
    *,
    held: bool = False,
) -> Command:
    group = CommandGroup.PAGE
    return Command(key=f"distribution.{key}", name=name, run=run, group=group, keys=keys, missing=missing, held=held)
