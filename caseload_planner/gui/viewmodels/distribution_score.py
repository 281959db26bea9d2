"""The live score: the five figures of the draft beside how it stood before the round and beside the proposal."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_draft import Draft
from caseload_planner.gui.viewmodels.distribution_figures import Figures, figures_of
from caseload_planner.rules.round import Placement, plan_of

translate = QCoreApplication.translate

FIGURES = tuple(field.name for field in fields(Figures))
_TITLES: Mapping[str, object] = {
    "waiting": QT_TRANSLATE_NOOP("Figures", "Waiting"),
    "over_norm": QT_TRANSLATE_NOOP("Figures", "Above the norm"),
    "gap": QT_TRANSLATE_NOOP("Figures", "Largest gap"),
    "new_faces": QT_TRANSLATE_NOOP("Figures", "New faces"),
    "broken_duos": QT_TRANSLATE_NOOP("Figures", "Broken duos"),
}
_EXPLAINED: Mapping[str, object] = {
    "waiting": QT_TRANSLATE_NOOP("FiguresExplained", "Cases that nobody has yet."),
    "over_norm": QT_TRANSLATE_NOOP(
        "FiguresExplained", "People who get something and are above their working norm then."
    ),
    "gap": QT_TRANSLATE_NOOP(
        "FiguresExplained", "Between the fullest and the emptiest of the people who get something."
    ),
    "new_faces": QT_TRANSLATE_NOOP(
        "FiguresExplained", "Cases of a known family that go to another first contact than the family knows."
    ),
    "broken_duos": QT_TRANSLATE_NOOP(
        "FiguresExplained", "Cases in which the second contact whom the family knows drops out."
    ),
}


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """A figure of the draft; `beside` says what it is held against, `difference` how far it is from that."""

    title: str
    figure: str
    difference: str
    tone: Tone
    beside: str
    explained: str


def figure_title(name: str) -> str:
    """Name a figure."""
    return translate("Figures", str(_TITLES[name]))


def figure_text(name: str, value: int) -> str:
    """Write a figure: the gap in percentage points, everything else as a count."""
    words = translate("Compare", "%1 points of %") if name == "gap" else "%1"
    return with_values(words, formatting.count(value))


def score_lines(board: Board, draft: Draft, previewed: Draft | None = None) -> tuple[ScoreLine, ...]:
    """Give the figures; of a move that is only looked at where one is, held against the draft then."""
    if previewed is not None:
        return _lines(board, previewed.placements, draft.placements, translate("Score", "draft %1"))
    if draft.outcome is None:
        return _lines(board, draft.placements, MappingProxyType({}), "")
    proposed = MappingProxyType({placement.measure: placement for placement in draft.outcome.placements})
    return _lines(board, draft.placements, proposed, translate("Score", "proposal %1"))


def _lines(
    board: Board, shown: Mapping[str, Placement], other: Mapping[str, Placement], beside: str
) -> tuple[ScoreLine, ...]:
    plan, _ = board.plan_of(shown)
    mine, theirs = figures_of((plan, plan_of(board.round, other.values())))
    return tuple(_line(name, getattr(mine, name), getattr(theirs, name), beside) for name in FIGURES)


def _line(name: str, value: int, other: int, beside: str) -> ScoreLine:
    by = value - other if beside else 0
    sign = "+" if by > 0 else formatting.MINUS
    return ScoreLine(
        title=figure_title(name),
        figure=figure_text(name, value),
        difference=f"{sign}{formatting.count(abs(by))}" if by else "",
        tone=Tone.PLAIN if not by else Tone.WARN if by > 0 else Tone.GOOD,
        beside=with_values(beside, figure_text(name, other)) if by else "",
        explained=translate("FiguresExplained", str(_EXPLAINED[name])),
    )
