"""Makes the lines of the queue out of the board and the draft, in the language of now."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.measures import Measure, Method, Wanted
from caseload_planner.domain.points import Hundredths
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Chip, Tone
from caseload_planner.gui.models.distribution_cases import CaseLine, PlacedName
from caseload_planner.gui.texts import measure_type_short, measure_type_text
from caseload_planner.gui.viewmodels.distribution_agreements import asked_contacts
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_draft import Draft
from caseload_planner.gui.viewmodels.distribution_moves import held_by_reason, points_added, second_to_come
from caseload_planner.rules.round import Placement

translate = QCoreApplication.translate
Help = tuple[tuple[str, str], ...]
"""Who of another team is asked for a case, each with who agreed; empty where nobody did yet."""
NOBODY_AGREED: Mapping[tuple[str, str], str] = MappingProxyType({})
WARN_AFTER_DAYS = 5
BROKEN_AFTER_DAYS = 7


class CaseLines:
    """The lines of a board; a line is made again only when something about its case changed."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._made: dict[str, tuple[object, CaseLine]] = {}
        self._fixed: dict[str, _Fixed] = {}

    def of(self, draft: Draft, agreed: Mapping[tuple[str, str], str] = NOBODY_AGREED) -> tuple[CaseLine, ...]:
        """Give a line for every case: those that fit nobody beside the draft first, then in the order of the queue.

        `agreed` says who of another team agreed, by measure and worker.
        """
        round_, asked = self._board.round, dict[str, list[str]]()
        for part in asked_contacts(self._board, draft):
            asked.setdefault(part.measure, []).append(part.worker)
        left = {
            worker: round_.capacity(worker).ceiling - round_.load_before(worker) - points
            for worker, points in points_added(round_, draft).items()
        }
        lines = []
        for key in self._board.queue:
            help_ = tuple((worker, agreed.get((key, worker), "")) for worker in asked.get(key, ()))
            lines.append(self._line(draft, key, takers_beside(self._board, draft, key, left), help_))
        return tuple(sorted(lines, key=lambda line: not line.fits_nobody))

    def _line(self, draft: Draft, key: str, takers: int, help_: Help) -> CaseLine:
        held = (key in draft.pinned, key in draft.parked, key in held_by_reason(draft))
        stands = (draft.placements.get(key), held, takers, help_)
        known = self._made.get(key)
        if known is not None and known[0] == stands:
            return known[1]
        if key not in self._fixed:
            self._fixed[key] = _fixed(self._board, key)
        line = _case_line(self._board, self._fixed[key], draft, key, takers, help_)
        self._made[key] = (stands, line)
        return line


def case_lines(board: Board, draft: Draft) -> tuple[CaseLine, ...]:
    """Make all lines of a draft anew."""
    return CaseLines(board).of(draft)


def takers_beside(board: Board, draft: Draft, key: str, room_left: Mapping[str, Hundredths]) -> int:
    """Count who can be first contact of a case without breaking a rule, beside what the draft gives everybody.

    `room_left` is the room under the ceiling of everybody whom the draft gives something.
    """
    if key in draft.placements:
        return board.takers[key]
    share, _ = board.round.shares(key, duo=board.round.measure(key).may_have_second)
    at_home = board.home_of(key)
    lost = {worker for measure, worker in draft.exclusions if measure == key}
    lost.update(worker for worker, room in room_left.items() if share > room)
    return board.takers[key] - sum(
        1 for worker in lost if worker in at_home and not board.breaches(key, worker, Position.FIRST)
    )


@dataclass(frozen=True, slots=True)
class _Fixed:
    """What a line says whatever the draft is."""

    title: str
    subtitle: str
    weight: str
    waiting: Chip
    chips: tuple[Chip, ...]
    spoken: tuple[str, ...]


def _fixed(board: Board, key: str) -> _Fixed:
    measure = board.round.measure(key)
    family = with_values(translate("Intake", "family %1"), measure.family)
    waiting, chips = waiting_chip(board.days_open(key)), case_chips(board, key)
    weight = formatting.points(board.round.caseload.weights[key].total)
    spoken = (measure_type_text(measure.type.value), key, family, waiting.explained, weight)
    return _Fixed(
        title=measure_type_short(measure.type.value),
        subtitle=f"{key} · {family}",
        weight=weight,
        waiting=waiting,
        chips=chips,
        spoken=(*spoken, *(chip.text for chip in chips)),
    )


def _case_line(board: Board, fixed: _Fixed, draft: Draft, key: str, takers: int, help_: Help) -> CaseLine:
    note, placed = _note(board, draft, key, takers, help_), _placed_names(board, draft.placements.get(key))
    pin_words = _pin_words(board, draft, key)
    spoken = (*fixed.spoken, *(one.name for one in placed), note.text, pin_words)
    return CaseLine(
        measure=key,
        title=fixed.title,
        subtitle=fixed.subtitle,
        weight=fixed.weight,
        waiting=fixed.waiting,
        chips=fixed.chips,
        placed=placed,
        pinned=key in draft.pinned,
        pin_words=pin_words,
        note=note,
        fits_nobody=takers == 0 and not placed,
        spoken=", ".join(part for part in spoken if part),
    )


def _pin_words(board: Board, draft: Draft, key: str) -> str:
    """Say what holds a placed case where it stands: the leader, a reason of hers, or that nobody else may take it."""
    if key in held_by_reason(draft):
        return translate("Intake", "Stays here: you set a rule aside for it.")
    if key in draft.pinned:
        return translate("Intake", "You pinned it here.")
    if key in draft.placements and board.takers[key] == 1:
        return translate("Intake", "The plan has no choice: only one person may take it.")
    return ""


def waiting_chip(days: int) -> Chip:
    """Say how long a case waits against 5 and 7 days: word, tone and icon."""
    text = translate("Intake", "1 day") if days == 1 else with_values(translate("Intake", "%1 days"), str(days))
    if days <= 0:
        text = translate("Intake", "today")
    waits = with_values(translate("Intake", "Without a first contact: %1."), text)
    if days > BROKEN_AFTER_DAYS:
        late = translate("Intake", "Longer than 7 days.")
        return Chip(text, Tone.DANGER, "warning", f"{waits} {late}")
    if days >= WARN_AFTER_DAYS:
        nearly = translate("Intake", "Nearly 7 days.")
        return Chip(text, Tone.WARN, "clock", f"{waits} {nearly}")
    return Chip(text, Tone.MUTED, "", waits)


def case_chips(board: Board, key: str) -> tuple[Chip, ...]:
    """Give what asks attention in a case, most telling first."""
    measure, chips = board.round.measure(key), list[Chip]()
    if measure.urgent:
        words = translate("Intake", "Provisional order, acute safety or closed placement: goes first.")
        chips.append(Chip(translate("Intake", "urgent"), Tone.DANGER, "warning", words))
    chips += _wanted_chips(measure)
    if board.known_family(key):
        face = board.round.known_firsts[measure.family]
        words = with_values(translate("Intake", "The family knows %1"), _name(board, face or ""))
        chips.append(Chip(translate("Intake", "known family"), Tone.PLAIN, "home", words))
    siblings = board.siblings(key)
    if siblings:
        words = with_values(translate("Intake", "Also to distribute: %1 of this family"), ", ".join(siblings))
        chips.append(Chip(translate("Intake", "siblings"), Tone.PLAIN, "sibling", words))
    left = board.left_by(key)
    if left is not None:
        words = with_values(translate("Intake", "%1 held it and left"), _name(board, left))
        chips.append(Chip(translate("Intake", "takeover"), Tone.PLAIN, "swap", words))
    return tuple(chips)


def _wanted_chips(measure: Measure) -> list[Chip]:
    chips = list[Chip]()
    if measure.sns is not Wanted.NONE:
        required = measure.sns is Wanted.REQUIRED
        words = translate("Intake", "SNS required") if required else translate("Intake", "SNS wanted")
        chips.append(Chip(words if required else "SNS", Tone.ACCENT if required else Tone.PLAIN, "sns", words))
    if measure.duo is not Wanted.NONE:
        required = measure.duo is Wanted.REQUIRED
        words = translate("Intake", "duo required") if required else translate("Intake", "duo wanted")
        chips.append(Chip(words if required else "duo", Tone.ACCENT if required else Tone.PLAIN, "duo", words))
    if measure.method is Method.SCHOTTEN:
        chips.append(Chip("Schotten", Tone.ACCENT, "schotten", translate("Intake", "Asks the Schotten team")))
    return chips


def _name(board: Board, worker: str) -> str:
    person = board.round.caseload.organisation.workers.get(worker)
    return worker if person is None else person.name


def initials_of(name: str) -> str:
    """Give two letters for a name."""
    words = [word for word in name.replace(".", ". ").split() if word[:1].isalpha()]
    capitals = [word[0] for word in words if word[0].isupper()] or [word[0] for word in words]
    return "".join((capitals[0], capitals[-1]) if len(capitals) > 1 else capitals[:1]).upper()


def _placed_names(board: Board, placement: Placement | None) -> tuple[PlacedName, ...]:
    if placement is None:
        return ()
    return tuple(
        PlacedName(worker, _name(board, worker), initials_of(_name(board, worker)), position is Position.SECOND)
        for position, worker in placement.contacts
    )


def _note(board: Board, draft: Draft, key: str, takers: int, help_: Help) -> Chip:
    placement = draft.placements.get(key)
    if placement is not None:
        if second_to_come(board, placement):
            words = translate("Intake", "This case asks a second contact: choose one with Shift+Enter.")
            return Chip(translate("Intake", "second contact still to choose"), Tone.WARN, "warning", words)
        return _asked(board, help_)
    if key in draft.parked:
        words = translate("Intake", "Put off in the meeting. A proposal leaves it waiting until you take it up again.")
        return Chip(translate("Intake", "parked"), Tone.MUTED, "clock", words)
    if takers == 0:
        return Chip(translate("Intake", "fits nobody without a reason"), Tone.DANGER, "blocked")
    if takers == 1:
        return Chip(translate("Intake", "1 person can take it"), Tone.WARN, "person")
    return Chip(with_values(translate("Intake", "%1 people can take it"), str(takers)), Tone.MUTED, "people")


def _asked(board: Board, help_: Help) -> Chip:
    """Mark help of another team: it is asked until somebody of that team agrees."""
    if not help_:
        return Chip("", Tone.MUTED)
    organisation = board.round.caseload.organisation
    open_ones = [worker for worker, agreed in help_ if not agreed]
    if not open_ones:
        words = with_values(translate("Intake", "Agreed with %1."), ", ".join(sorted({name for _, name in help_})))
        return Chip(translate("Intake", "agreed"), Tone.GOOD, "check", words)
    teams = sorted({organisation.team_of(worker).name for worker in open_ones})
    words = translate("Intake", "Asked of %1: write down who agreed when you decide.")
    return Chip(translate("Intake", "asked"), Tone.WARN, "people", with_values(words, ", ".join(teams)))
