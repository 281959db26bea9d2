"""The draft beside a fresh proposal and its alternatives: the same figures in columns, and what each does otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from caseload_planner.application.ports import StoredProposal
from caseload_planner.application.propose_alternatives import StoredAlternative
from caseload_planner.distribution.judge import level_values
from caseload_planner.gui import formatting
from caseload_planner.gui.distribution_reason_texts import level_title, level_words
from caseload_planner.gui.distribution_texts import with_values
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.texts import measure_type_short
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_draft import Draft
from caseload_planner.gui.viewmodels.distribution_figures import figures_of
from caseload_planner.rules.round import Placement, Plan, plan_of

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """A figure, and whether it is better or worse than that of the first column."""

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


@dataclass(frozen=True, slots=True)
class ComparedColumn:
    """A distribution; `stored` is None for the draft itself."""

    title: str
    better_at: str
    stored: StoredProposal | None
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Columns with their rows; the first column is the draft as it stands."""

    columns: tuple[ComparedColumn, ...]
    rows: tuple[ComparedRow, ...]


def comparison_of(board: Board, draft: Draft, found: Sequence[StoredAlternative]) -> Comparison:
    """Set the draft beside what was found; a proposal that equals the draft shares its column."""
    now = tuple(sorted(draft.placements.values()))
    columns = [ComparedColumn(translate("Compare", "Now"), "", None, ())]
    plans = [plan_of(board.round, now)]
    letters = iter("ABCDEFG")
    for place, one in enumerate(found):
        placements = tuple(sorted(one.stored.proposal.placements))
        if place == 0 and placements == now:
            columns[0] = ComparedColumn(translate("Compare", "Now (the proposal)"), "", None, ())
            continue
        title = translate("Compare", "Proposal") if place == 0 else next(letters)
        better = ", ".join(level_title(level) for level in one.better_at[:2])
        better = with_values(translate("Compare", "better at: %1"), better) if better else ""
        columns.append(ComparedColumn(title, better, one.stored, _differences(board, draft, placements)))
        plans.append(plan_of(board.round, placements))
    return Comparison(tuple(columns), _rows(board, draft, plans))


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
        if draft.placements.get(key) != other.get(key)
    )


def _names(board: Board, placement: Placement | None) -> str:
    if placement is None:
        return translate("Compare", "left over")
    people = board.round.caseload.organisation.workers
    return " + ".join(people[worker].name for _, worker in placement.contacts)


def _rows(board: Board, draft: Draft, plans: Sequence[Plan]) -> tuple[ComparedRow, ...]:
    levels = [level.name for level in board.profile.levels if level.name not in {"changes", "waiting"}]
    values = [{level.name: level for level in level_values(plan, levels)} for plan in plans]
    figures = figures_of(plans)
    rows = [
        _row(translate("Compare", "Left over"), [len(plan.unplaced) for plan in plans]),
        _row(translate("Compare", "People above the norm"), [one.over_norm for one in figures]),
        _row(translate("Compare", "Largest gap"), [one.gap for one in figures], translate("Compare", "%1 points of %")),
    ]
    for name in levels:
        texts = [level_words(name, one[name].value, one[name].scale) for one in values]
        rows.append(ComparedRow(level_title(name), _cells([one[name].value for one in values], texts)))
    moved = [sum(1 for key in board.queue if draft.placements.get(key) != plan.by_measure.get(key)) for plan in plans]
    texts = ["–" if place == 0 else formatting.count(count) for place, count in enumerate(moved)]
    rows.append(ComparedRow(translate("Compare", "Placed otherwise"), tuple(ComparedCell(text) for text in texts)))
    return tuple(rows)


def _row(title: str, values: Sequence[int], words: str = "%1") -> ComparedRow:
    return ComparedRow(title, _cells(values, [with_values(words, formatting.count(value)) for value in values]))


def _cells(values: Sequence[int], texts: Sequence[str]) -> tuple[ComparedCell, ...]:
    """Mark what is better or worse than the first; every figure here is better when it is lower."""
    return tuple(_cell(value - values[0], text) for value, text in zip(values, texts, strict=True))


def _cell(by: int, text: str) -> ComparedCell:
    if not by:
        return ComparedCell(text)
    return ComparedCell(text, Tone.WARN, "chevron_up") if by > 0 else ComparedCell(text, Tone.GOOD, "chevron_down")
