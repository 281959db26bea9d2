"""How firm a placement is, in sentences: who would be as good, and whether another weight would change it."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from caseload_planner.application.steadiness_rows import ChangedRow, RobustnessRow, TieRow
from caseload_planner.domain.assignment import Position
from caseload_planner.gui import formatting
from caseload_planner.gui.distribution_reason_texts import level_title
from caseload_planner.gui.distribution_texts import rule_text
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.models.distribution_sentences import Sentence
from caseload_planner.rules.levels import LEVELS

translate = QCoreApplication.translate
NAMED = 4
"""People who are named in a sentence; the rest is counted."""


def tie_sentences(rows: Sequence[TieRow]) -> tuple[Sentence, ...]:
    """Say who would be as good in each place, or that nobody would."""
    if not rows:
        words = translate("Firmness", "Nobody else is as good for this case.")
        return (Sentence(words, Tone.MUTED, "info"),)
    sentences = []
    for position, text in (
        (Position.FIRST, translate("Firmness", "As good: %1.")),
        (Position.SECOND, translate("Firmness", "As good as second contact: %1.")),
    ):
        names = [_tie_name(row) for row in rows if row.position is position]
        if names:
            sentences.append(Sentence(with_values(text, _listed(names)), Tone.ACCENT, "people"))
    return tuple(sentences)


def _tie_name(row: TieRow) -> str:
    if row.swapped_with is None:
        return row.as_good_name
    return with_values(translate("Firmness", "%1 (in exchange for %2)"), row.as_good_name, row.swapped_with)


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:NAMED])
    if len(names) > NAMED:
        rest = formatting.count(len(names) - NAMED)
        shown.append(with_values(translate("Firmness", "and %1 others"), rest))
    return ", ".join(shown)


def steadiness_sentences(rows: Iterable[RobustnessRow], name_of: Callable[[str], str]) -> tuple[Sentence, ...]:
    """Say what would change if the case weighed a little less or more."""
    return tuple(_steadiness(row, name_of) for row in rows)


def _steadiness(row: RobustnessRow, name_of: Callable[[str], str]) -> Sentence:
    weight = formatting.points(row.other_weight)
    if row.stands:
        words = translate("Firmness", "Stays the same if the case weighs %1.")
        if not row.proven:
            words = translate("Firmness", "Stays the same if the case weighs %1, as far as could be found.")
        return Sentence(with_values(words, weight), Tone.GOOD, "check")
    words = translate("Firmness", "Changes if the case weighs %1: %2.")
    changed = "; ".join(_change(one, name_of) for one in row.changed[:2])
    if len(row.changed) > 2:
        rest = formatting.count(len(row.changed) - 2)
        changed += with_values(translate("Firmness", " and %1 more"), rest)
    return Sentence(with_values(words, weight, changed), Tone.WARN, "info", _because(row.because))


def _change(row: ChangedRow, name_of: Callable[[str], str]) -> str:
    people = " + ".join(name_of(one) for one in (row.first_after, row.second_after) if one is not None)
    if not people:
        return with_values(translate("Firmness", "%1 is left over"), row.measure)
    return with_values(translate("Firmness", "%1 to %2"), row.measure, people)


def _because(code: str | None) -> str:
    if code is None:
        return ""
    return level_title(code) if code in LEVELS else rule_text(code)
