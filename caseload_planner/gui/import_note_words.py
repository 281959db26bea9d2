"""The remarks of an import in words: a sentence for each kind, with the keys that it is about."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from caseload_planner.application.import_report import ImportNote, NoteKind
from caseload_planner.domain.assignment import Position
from caseload_planner.gui.texts import position_text

_POSITIONS = frozenset(Position)
KEYS_SHOWN = 8
"""More keys than this are counted instead of written."""

_SENTENCES: Mapping[NoteKind, object] = {
    NoteKind.CLOSED: QT_TRANSLATE_NOOP("ImportNotes", "Not in %1 any more, so closed today: %2."),
    NoteKind.DROPPED: QT_TRANSLATE_NOOP("ImportNotes", "Not in %1 any more, so taken out: %2."),
    NoteKind.KEPT: QT_TRANSLATE_NOOP("ImportNotes", "Decided here and not yet in %1, so kept: %2."),
    NoteKind.CONFIRMED: QT_TRANSLATE_NOOP("ImportNotes", "Decided here and now in %1 as well: %2."),
    NoteKind.MOVED: QT_TRANSLATE_NOOP("ImportNotes", "Decided here; the day is now that of %1: %2."),
    NoteKind.DECISION_WINS: QT_TRANSLATE_NOOP("ImportNotes", "Still open in %1, but ended by a decision here: %2."),
    NoteKind.MISSING: QT_TRANSLATE_NOOP("ImportNotes", "Not in %1 any more, but kept: %2."),
    NoteKind.IGNORED: QT_TRANSLATE_NOOP("ImportNotes", "Not read: %2."),
    NoteKind.UNKNOWN_SKILL: QT_TRANSLATE_NOOP(
        "ImportNotes", "Skills in %1 that no rule asks for: %2. Rules ask for: %3."
    ),
    NoteKind.UNKNOWN_WISH: QT_TRANSLATE_NOOP(
        "ImportNotes", "Wishes in %1 that match no type, method or factor of a measure: %2."
    ),
}


def note_sentences(notes: Iterable[ImportNote]) -> tuple[str, ...]:
    """Say what is remarkable, in the order of the kinds."""
    grouped: dict[tuple[NoteKind, str], list[str]] = {}
    known: dict[NoteKind, str] = {}
    for note in sorted(notes):
        file = "" if note.kind is NoteKind.IGNORED else note.file
        grouped.setdefault((note.kind, file), []).append(_subject(note))
        known[note.kind] = ", ".join(note.known)
    order = list(NoteKind)
    places = sorted(grouped, key=lambda place: (order.index(place[0]), place[1]))
    return tuple(_sentence(kind, file, grouped[kind, file]).replace("%3", known[kind]) for kind, file in places)


def _subject(note: ImportNote) -> str:
    """Name what a note is about; the position of an assignment in words."""
    key = " ".join(position_text(part) if part in _POSITIONS else part for part in note.key.split(" "))
    return f"{key} ({note.value})" if note.value else key


def _sentence(kind: NoteKind, file: str, keys: list[str]) -> str:
    listed = ", ".join(keys[:KEYS_SHOWN])
    if len(keys) > KEYS_SHOWN:
        more = QCoreApplication.translate("ImportNotes", "%1 and %2 more")
        listed = more.replace("%1", listed).replace("%2", str(len(keys) - KEYS_SHOWN))
    text = QCoreApplication.translate("ImportNotes", str(_SENTENCES[kind]))
    return text.replace("%1", file).replace("%2", listed)
