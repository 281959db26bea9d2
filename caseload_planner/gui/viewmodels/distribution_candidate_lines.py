"""Makes what is shown of somebody in the list of people, in the language of now."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from caseload_planner.application.caseload_rows import WorkerRow
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.points import Hundredths
from caseload_planner.gui import formatting
from caseload_planner.gui.distribution_reason_texts import change_text, share_text
from caseload_planner.gui.distribution_texts import breach_text, excluded_text, no_first_text
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.models.distribution_candidates import CandidateLine, CandidateRows, Standing
from caseload_planner.gui.models.load_bar import load_bar_of
from caseload_planner.gui.viewmodels.distribution_candidate_rows import (
    Asking,
    people_elsewhere,
    people_here,
    standing_of,
)
from caseload_planner.rules.round import Breach

translate = QCoreApplication.translate
_ICONS = {Standing.FREE: "", Standing.ASKS_REASON: "warning", Standing.BLOCKED: "blocked"}


@dataclass(frozen=True, slots=True)
class _Effect:
    """What a case would do to somebody: her load with it, and what stands in the way."""

    before: Hundredths
    after: Hundredths
    standing: Standing
    words: str
    icon: str
    place: str


def candidates_of(asking: Asking) -> CandidateRows:
    """Fill the list of people: its rows now, and the rest when it comes into sight."""
    return CandidateRows(
        here=people_here(asking), elsewhere=partial(people_elsewhere, asking), line=partial(candidate_line, asking)
    )


def candidate_line(asking: Asking, worker: str) -> CandidateLine:
    """Make the line of a worker for the case that people are looked at for."""
    row, added = asking.board.rows[worker], asking.added.get(worker, 0)
    norm = asking.board.round.caseload.norm
    team = asking.board.round.caseload.organisation.teams[row.team].name
    effect = _effect(asking, row)
    room = min(row.capacity, row.ceiling) - row.load - added
    changed = asking.measure is not None and effect.standing is not Standing.BLOCKED and not effect.place
    text = share_text(effect.before, row.capacity)
    if changed:
        text = change_text(effect.before, effect.after, row.capacity)
    words = effect.words or with_values(translate("Candidates", "room %1"), formatting.signed_points(room))
    return CandidateLine(
        worker=worker,
        name=row.name,
        team=team,
        bar=load_bar_of(row, norm, added),
        effect=text,
        effect_tone=_tone(effect, row, changed=changed),
        changes=changed,
        words=words,
        words_icon=effect.icon,
        standing=effect.standing,
        place=effect.place,
        explained="\n".join(part for part in (_explained(row, team, added), effect.words) if part),
        spoken=", ".join((row.name, team, text, words)),
    )


def _explained(row: WorkerRow, team: str, draft_points: Hundredths) -> str:
    explained = with_values(
        translate("Candidates", "%1 of %2 points now, %3 in this draft, ceiling %4"),
        formatting.points(row.load),
        formatting.points(row.capacity),
        formatting.signed_points(draft_points),
        formatting.points(row.ceiling),
    )
    return f"{row.name} · {team}\n{explained}"


def _effect(asking: Asking, row: WorkerRow) -> _Effect:
    now = row.load + asking.added.get(row.worker, 0)
    if asking.measure is None:
        return _Effect(now, now, Standing.FREE, "", "", "")
    place = asking.place_of(row.worker)
    if place:
        first = place == Position.FIRST.value
        words = translate("Candidates", "first contact") if first else translate("Candidates", "second contact")
        return _Effect(now, now, Standing.FREE, words, "check", place)
    after = now + asking.share_for(row.worker)
    standing, obstacle = standing_of(asking, row, after)
    return _Effect(now, after, standing, _obstacle_words(obstacle, row, after), _ICONS[standing], "")


def _obstacle_words(obstacle: Breach | str, row: WorkerRow, after: Hundredths) -> str:
    """Say what stands in the way; a rule with its figures, or a code of this list."""
    if isinstance(obstacle, Breach):
        return breach_text(obstacle)
    match obstacle:
        case "excluded":
            return excluded_text()
        case "no_first":
            return no_first_text()
        case "over_ceiling":
            above = translate("Candidates", "Above ceiling: %1 of %2")
            return with_values(above, formatting.points(after), formatting.points(row.ceiling))
        case _:
            return ""


def _tone(effect: _Effect, row: WorkerRow, *, changed: bool) -> Tone:
    load = effect.after if changed else effect.before
    if effect.standing is Standing.BLOCKED:
        return Tone.MUTED
    if load > row.ceiling:
        return Tone.DANGER
    return Tone.WARN if load > row.capacity else Tone.PLAIN
