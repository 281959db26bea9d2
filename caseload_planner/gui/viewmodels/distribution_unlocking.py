"""What would help a case that is left over, as lines to read and moves to make."""

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from caseload_planner.distribution.asking_less import Change, ChangeKind
from caseload_planner.distribution.unlock import Unlock
from caseload_planner.domain.assignment import Position
from caseload_planner.gui import formatting
from caseload_planner.gui.distribution_texts import rule_text
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.viewmodels.distribution_board import Board, starred
from caseload_planner.gui.viewmodels.distribution_draft import Draft, with_placement
from caseload_planner.gui.viewmodels.distribution_moves import Move, broken_rules
from caseload_planner.rules.round import Breach, Placement

translate = QCoreApplication.translate
SHOWN = 4
"""Ways that are shown; the cheapest come first."""
OF_A_SORT = 2
"""Ways of the same sort that are shown, so that there is something to choose from."""
OF_THE_SOURCE = frozenset({ChangeKind.DUO_PREFERRED, ChangeKind.SNS_PREFERRED})
"""Changes of the measure itself: the system that it comes from records them, not this program."""


@dataclass(frozen=True, slots=True)
class UnlockLine:
    """A way to place a case.

    Attributes
    ----------
    title
        Who would have it.
    changes
        What it takes, a sentence each.
    action
        What the button says; empty where it cannot be done here.
    """

    unlock: Unlock
    title: str
    changes: tuple[str, ...]
    action: str


def unlock_lines(board: Board, found: tuple[Unlock, ...]) -> tuple[UnlockLine, ...]:
    """Put the cheapest ways into words, at most two of a sort."""
    lines: list[UnlockLine] = []
    sorts: Counter[tuple[str, ...]] = Counter()
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for unlock in found:
        sort = tuple(sorted(change.rule or change.kind.value for change in unlock.changes))
        if (unlock.first, sort) not in seen and sorts[sort] < OF_A_SORT and len(lines) < SHOWN:
            seen.add((unlock.first, sort))
            sorts[sort] += 1
            changes = tuple(dict.fromkeys(change_words(board, change) for change in unlock.changes))
            lines.append(UnlockLine(unlock, _title(board, unlock), changes, _action(unlock)))
    return tuple(lines)


def _title(board: Board, unlock: Unlock) -> str:
    first = _name(board, unlock.first)
    if unlock.second is None:
        return with_values(translate("Unlocks", "To %1"), first)
    return with_values(translate("Unlocks", "To %1, with %2 as second"), first, _name(board, unlock.second))


def _action(unlock: Unlock) -> str:
    kinds = {change.kind for change in unlock.changes}
    if kinds & OF_THE_SOURCE:
        return ""
    if ChangeKind.OVERRIDE not in kinds:
        return translate("Unlocks", "Do this")
    if any(change.rule == "H10" for change in unlock.changes):
        return translate("Unlocks", "Ask, with a reason…")
    return translate("Unlocks", "Do this, with a reason…")


def change_words(board: Board, change: Change) -> str:
    """Say a change in a sentence."""
    name = _name(board, change.worker or "")
    match change.kind:
        case ChangeKind.LIFT_EXCLUSION:
            return with_values(translate("Unlocks", "You no longer exclude %1."), name)
        case ChangeKind.DUO_PREFERRED:
            words = translate("Unlocks", "The duo is wanted instead of required.")
            return f"{words} {_source_words()}"
        case ChangeKind.SNS_PREFERRED:
            words = translate("Unlocks", "SNS is wanted instead of required.")
            return f"{words} {_source_words()}"
    if change.rule == "H8":
        amount = formatting.points(change.amount)
        return with_values(translate("Unlocks", "Ceiling of %1 + %2 points."), name, amount)
    if change.rule == "H10":
        home = board.round.caseload.organisation.region_of_worker(change.worker or "")
        return with_values(translate("Unlocks", "Help from %1: %2 is asked."), home, name)
    return with_values(translate("Unlocks", "For %1 this does not hold: “%2”."), name, rule_text(change.rule or ""))


def _source_words() -> str:
    return translate("Unlocks", "That belongs to the measure itself: have it changed in the case system and import it.")


def unlocking_move(board: Board, draft: Draft, unlock: Unlock) -> Move:
    """Give the move that an unlock stands for, asking a reason for the rules that it names and no others.

    Where it would break more as the draft stands, other cases have to move along and the round is proposed again.
    """
    measure = unlock.changes[0].measure
    placement = Placement(measure, unlock.first, unlock.second)
    named = {(c.measure, c.worker, c.rule) for c in unlock.changes if c.kind is ChangeKind.OVERRIDE}
    before = {_key(breach) for breach in broken_rules(board, draft)}
    found = broken_rules(board, with_placement(draft, placement, pin=True))
    new = [breach for breach in found if _key(breach) not in before]
    asking = tuple(b for b in new if _key(b) in named and starred(b))
    return Move(
        placement=placement,
        worker=unlock.first,
        position=Position.FIRST,
        asking=asking,
        moves_others=len(asking) < len(new),
    )


def _key(breach: Breach) -> tuple[str | None, str | None, str]:
    return breach.measure, breach.worker, breach.rule


def _name(board: Board, worker: str) -> str:
    person = board.round.caseload.organisation.workers.get(worker)
    return worker if person is None else person.name
