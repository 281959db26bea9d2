"""How it stands now, proposals and the draft in columns: the same figures, and what each does otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from caseload_planner.application.propose_alternatives import StoredAlternative
from caseload_planner.distribution.judge import level_values
from caseload_planner.gui import formatting
from caseload_planner.gui.distribution_reason_texts import level_title, level_words
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.texts import measure_type_short
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_draft import Draft, Outcome, outcome_of
from caseload_planner.gui.viewmodels.distribution_figures import figures_of
from caseload_planner.gui.viewmodels.distribution_score import FIGURES, figure_text, figure_title
from caseload_planner.rules.round import Placement, Plan, plan_of

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """A figure, and whether it is better or worse than that of the draft."""

    text: str
    tone: Tone = Tone.PLAIN
    icon: str = ""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A figure for each column."""

    title: str
    cells: tuple[ComparedCell, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A case that a column places in another way than the draft; None where it is left over."""

    measure: str
    title: str
    now: str
    then: str
    placement: Placement | None


class ColumnKind(Enum):
    """What a column shows."""

    NOW = "now"
    """How everybody stands without this round."""
    OTHER = "other"
    """A proposal or an alternative: can be chosen and taken over."""
    MINE = "mine"
    """The draft as it stands."""


@dataclass(frozen=True, slots=True)
class ComparedColumn:
    """A distribution; `outcome` is what a column that can be taken over came from."""

    kind: ColumnKind
    title: str
    better_at: str
    outcome: Outcome | None
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Columns with their rows: the figures that a leader looks at first, and every goal of the profile.

    The first column is how it stands now, the last one the draft; in between is what she can choose from.
    """

    columns: tuple[ComparedColumn, ...]
    rows: tuple[ComparedRow, ...]
    goals: tuple[ComparedRow, ...]


def comparison_of(board: Board, draft: Draft, found: Sequence[StoredAlternative]) -> Comparison:
    """Set the draft beside its proposal, the one before, and what was found; what equals another is shown once."""
    mine = tuple(sorted(draft.placements.values()))
    columns = [ComparedColumn(ColumnKind.NOW, translate("Compare", "Now"), "", None, ())]
    seen = [mine]
    for title, better_at, outcome in _others(draft, found):
        placements = tuple(sorted(outcome.placements))
        if placements not in seen:
            seen.append(placements)
            differences = _differences(board, draft, placements)
            columns.append(ComparedColumn(ColumnKind.OTHER, title, better_at, outcome, differences))
    equals = draft.outcome is not None and mine == tuple(sorted(draft.outcome.placements))
    title = translate("Compare", "Mine (the proposal)") if equals else translate("Compare", "Mine")
    columns.append(ComparedColumn(ColumnKind.MINE, title, "", None, ()))
    plans = [plan_of(board.round, placements) for placements in ((), *seen[1:], mine)]
    return Comparison(tuple(columns), _rows(board, draft, plans), _goals(board, plans))


def _others(draft: Draft, found: Sequence[StoredAlternative]) -> Iterator[tuple[str, str, Outcome]]:
    """Give what can be compared with: title, what it is better at, and where it came from."""
    if draft.outcome is not None:
        yield translate("Compare", "Proposal"), "", draft.outcome
    if draft.previous is not None:
        yield translate("Compare", "Proposal before"), "", draft.previous
    letters = iter("ABCDEFG")
    for place, one in enumerate(found):
        better = ", ".join(level_title(level) for level in one.better_at[:2])
        words = with_values(translate("Compare", "better at: %1"), better) if better else ""
        title = translate("Compare", "Fresh proposal") if place == 0 else next(letters)
        yield title, words, outcome_of(one.stored, stopped=False)


def _differences(board: Board, draft: Draft, placements: Sequence[Placement]) -> tuple[Difference, ...]:
    other: Mapping[str, Placement] = {placement.measure: placement for placement in placements}
    return tuple(
        Difference(
            measure=key,
            title=f"{measure_type_short(board.round.measure(key).type.value)} {key}",
            now=_names(board, draft.placements.get(key)),
            then=_names(board, other.get(key)),
            placement=other.get(key),
        )
        for key in board.queue
        # What was put off stays so, whatever is taken over.
        if draft.placements.get(key) != other.get(key) and key not in draft.parked
    )


def _names(board: Board, placement: Placement | None) -> str:
    if placement is None:
        return translate("Compare", "left over")
    people = board.round.caseload.organisation.workers
    return " + ".join(people[worker].name for _, worker in placement.contacts)


def _rows(board: Board, draft: Draft, plans: Sequence[Plan]) -> tuple[ComparedRow, ...]:
    figures = figures_of(plans)
    rows = []
    for name in FIGURES:
        values = [getattr(one, name) for one in figures]
        rows.append(ComparedRow(figure_title(name), _cells(values, [figure_text(name, value) for value in values])))
    queue = [key for key in board.queue if key not in draft.parked]
    moved = [sum(1 for key in queue if draft.placements.get(key) != plan.by_measure.get(key)) for plan in plans]
    texts = ["–", *(formatting.count(count) for count in moved[1:-1]), "–"]
    rows.append(
        ComparedRow(translate("Compare", "Placed otherwise than mine"), tuple(ComparedCell(text) for text in texts))
    )
    return tuple(rows)


def _goals(board: Board, plans: Sequence[Plan]) -> tuple[ComparedRow, ...]:
    """Give every goal of the profile; how it stands now has no figure there, as nothing was distributed yet."""
    levels = [level.name for level in board.profile.levels if level.name not in {"changes", "waiting"}]
    values = [{level.name: level for level in level_values(plan, levels)} for plan in plans[1:]]
    rows = []
    for name in levels:
        texts = [level_words(name, one[name].value, one[name].scale) for one in values]
        cells = _cells([one[name].value for one in values], texts, first_compared=0)
        rows.append(ComparedRow(level_title(name), (ComparedCell("–"), *cells)))
    return tuple(rows)


def _cells(values: Sequence[int], texts: Sequence[str], first_compared: int = 1) -> tuple[ComparedCell, ...]:
    """Mark what is better or worse than mine, the last; every figure here is better when it is lower."""
    return tuple(
        _cell(value - values[-1] if place >= first_compared else 0, text)
        for place, (value, text) in enumerate(zip(values, texts, strict=True))
    )


def _cell(by: int, text: str) -> ComparedCell:
    if not by:
        return ComparedCell(text)
    return ComparedCell(text, Tone.WARN, "chevron_up") if by > 0 else ComparedCell(text, Tone.GOOD, "chevron_down")
