"""Words for why a case is placed as it is, and for how good a distribution is.

API: `reason_sentence`, `level_title`, `level_words`, `loss_text`, `change_text`, `progress_text`.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from caseload_planner.distribution.explain import LevelLoss
from caseload_planner.distribution.proposal import Reason
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.models.distribution_sentences import Sentence

translate = QCoreApplication.translate
NameOf = Callable[[str], str]

_REASONS: Mapping[str, object] = {
    "pinned": QT_TRANSLATE_NOOP("Reasons", "You pinned %1 here yourself."),
    "only_one_who_may": QT_TRANSLATE_NOOP("Reasons", "%1 is the only one who may take this case."),
    "known_face": QT_TRANSLATE_NOOP("Reasons", "The family knows %1 already."),
    "known_face_passed_over": QT_TRANSLATE_NOOP(
        "Reasons", "The family knows %1, but that way the distribution as a whole became worse."
    ),
    "known_face_may_not": QT_TRANSLATE_NOOP("Reasons", "The family knows %1, but a rule keeps this case from there."),
    "siblings_together": QT_TRANSLATE_NOOP("Reasons", "Together with %1 of the same family."),
    "has_skill/jr": QT_TRANSLATE_NOOP("Reasons", "%1 is trained for youth probation."),
    "has_skill/pmg": QT_TRANSLATE_NOOP("Reasons", "%1 is trained for PmG."),
    "in_schotten_team": QT_TRANSLATE_NOOP("Reasons", "%1 is in the Schotten team."),
    "sns_pair": QT_TRANSLATE_NOOP("Reasons", "Both contacts are SNS-trained."),
    "no_sns_pair": QT_TRANSLATE_NOOP("Reasons", "SNS is wanted, but this is no SNS-trained duo."),
    "within_norm": QT_TRANSLATE_NOOP("Reasons", "%1 goes from %2 to %3 and stays within the working norm."),
    "over_norm": QT_TRANSLATE_NOOP("Reasons", "%1 goes from %2 to %3, above the working norm of %4 points."),
    "most_room": QT_TRANSLATE_NOOP("Reasons", "%1 has most room of the %2 people who may take it."),
    "room_rank": QT_TRANSLATE_NOOP("Reasons", "By room %1 is number %2 of the %3 people who may take it."),
    "own_team": QT_TRANSLATE_NOOP("Reasons", "%1 is in the team of this case."),
    "own_location": QT_TRANSLATE_NOOP("Reasons", "%1 is in another team at the same location."),
    "further_away": QT_TRANSLATE_NOOP("Reasons", "%1 works at another location of the region."),
    "other_region": QT_TRANSLATE_NOOP("Reasons", "%1 works in another region: that region has to agree."),
    "known_second": QT_TRANSLATE_NOOP("Reasons", "%1 is second contact of this family already."),
    "partners_again": QT_TRANSLATE_NOOP("Reasons", "The two have been a duo before."),
    "new_partners": QT_TRANSLATE_NOOP("Reasons", "The two are a new duo."),
    "duo_not_made": QT_TRANSLATE_NOOP("Reasons", "A duo was wanted, but it is one person now."),
}

_FOR = frozenset(
    {"pinned", "known_face", "siblings_together", "has_skill", "in_schotten_team", "sns_pair", "within_norm",
     "most_room", "own_team", "known_second", "partners_again", "only_one_who_may"}
)  # fmt: skip
_AGAINST = frozenset({"known_face_passed_over", "no_sns_pair", "over_norm", "duo_not_made"})

_LEVELS: Mapping[str, object] = {
    "waiting": QT_TRANSLATE_NOOP("Levels", "Nobody waits"),
    "families": QT_TRANSLATE_NOOP("Levels", "Known face"),
    "over_norm": QT_TRANSLATE_NOOP("Levels", "Above the working norm"),
    "intake_spread": QT_TRANSLATE_NOOP("Levels", "New work spread"),
    "pairs": QT_TRANSLATE_NOOP("Levels", "Wanted duos"),
    "near": QT_TRANSLATE_NOOP("Levels", "Close by"),
    "evenness": QT_TRANSLATE_NOOP("Levels", "Evenly spread"),
    "faces": QT_TRANSLATE_NOOP("Levels", "Duos that know each other"),
    "wishes": QT_TRANSLATE_NOOP("Levels", "Wishes"),
    "changes": QT_TRANSLATE_NOOP("Levels", "Little changed"),
}

_LEVELS_EXPLAINED: Mapping[str, object] = {
    "waiting": QT_TRANSLATE_NOOP("LevelsExplained", "Days that cases left over wait; urgent ones count five times."),
    "families": QT_TRANSLATE_NOOP("LevelsExplained", "Times that a known family does not get its own first contact."),
    "over_norm": QT_TRANSLATE_NOOP("LevelsExplained", "Points above the working norm; much for one weighs heavier."),
    "intake_spread": QT_TRANSLATE_NOOP("LevelsExplained", "Points that people get too much of in one week."),
    "pairs": QT_TRANSLATE_NOOP("LevelsExplained", "Duos that were wanted and not made; SNS duos count twice."),
    "near": QT_TRANSLATE_NOOP("LevelsExplained", "Steps from the own team; the first contact counts most."),
    "evenness": QT_TRANSLATE_NOOP("LevelsExplained", "Lower is more even: everybody carries the same share."),
    "faces": QT_TRANSLATE_NOOP("LevelsExplained", "New duos, and known second contacts passed over."),
    "wishes": QT_TRANSLATE_NOOP("LevelsExplained", "Own staff, a good mix, own kind of work and taking turns."),
    "changes": QT_TRANSLATE_NOOP("LevelsExplained", "Places that differ from the proposal of before."),
}

_LOSSES: Mapping[str, object] = {
    "waiting": QT_TRANSLATE_NOOP("Losses", "Then cases would wait longer."),
    "families": QT_TRANSLATE_NOOP("Losses", "Then a family would lose its known face."),
    "over_norm": QT_TRANSLATE_NOOP("Losses", "Then the load goes further above the working norm (%1 more)."),
    "intake_spread": QT_TRANSLATE_NOOP("Losses", "Then somebody gets %1 points too much new work in one week."),
    "pairs": QT_TRANSLATE_NOOP("Losses", "Then a wanted duo is not made."),
    "near": QT_TRANSLATE_NOOP("Losses", "Then it is further from its own team."),
    "evenness": QT_TRANSLATE_NOOP("Losses", "Then the work is spread less evenly (%1 more)."),
    "faces": QT_TRANSLATE_NOOP("Losses", "Then there is one more new duo or a known second is passed over."),
    "wishes": QT_TRANSLATE_NOOP("Losses", "Then wishes of the team are met less well (%1 more)."),
    "changes": QT_TRANSLATE_NOOP("Losses", "Then more changes from the proposal of before."),
}

_SEARCHING: Mapping[str, object] = {
    "waiting": QT_TRANSLATE_NOOP("Searching", "Placing every case"),
    "families": QT_TRANSLATE_NOOP("Searching", "Keeping known faces"),
    "over_norm": QT_TRANSLATE_NOOP("Searching", "Staying within the working norm"),
    "intake_spread": QT_TRANSLATE_NOOP("Searching", "Spreading new work"),
    "pairs": QT_TRANSLATE_NOOP("Searching", "Making wanted duos"),
    "near": QT_TRANSLATE_NOOP("Searching", "Staying close by"),
    "evenness": QT_TRANSLATE_NOOP("Searching", "Spreading evenly"),
    "faces": QT_TRANSLATE_NOOP("Searching", "Keeping duos together"),
    "wishes": QT_TRANSLATE_NOOP("Searching", "Meeting wishes"),
    "changes": QT_TRANSLATE_NOOP("Searching", "Changing little"),
}


def _word(context: str, table: Mapping[str, object], code: str) -> str:
    source = table.get(code)
    return code.replace("_", " ") if source is None else translate(context, str(source))


def reason_sentence(reason: Reason, name_of: NameOf) -> Sentence:
    """Put a reason into a sentence with its icon."""
    skill = reason.figures.get("skill")
    text = _word("Reasons", _REASONS, f"{reason.code}/{skill}" if skill else reason.code)
    return Sentence(with_values(text, *_values(reason, name_of)), *_mark(reason.code))


def _mark(code: str) -> tuple[Tone, str]:
    if code in _AGAINST:
        return Tone.WARN, "warning"
    return (Tone.GOOD, "check") if code in _FOR else (Tone.MUTED, "info")


def _values(reason: Reason, name_of: NameOf) -> tuple[str, ...]:
    figures, name = reason.figures, name_of(reason.worker) if reason.worker else ""
    match reason.code:
        case "siblings_together":
            return (str(figures["measures"]),)
        case "within_norm" | "over_norm":
            before, after, capacity = (int(str(figures[key])) for key in ("before", "after", "capacity"))
            return name, share_text(before, capacity), share_text(after, capacity), formatting.points(capacity)
        case "most_room":
            return name, str(figures["of"])
        case "room_rank":
            return name, str(figures["place"]), str(figures["of"])
        case _:
            return (name,)


def share_text(load: int, capacity: int) -> str:
    """Write a load as a percentage of what somebody can carry; as points where she can carry nothing."""
    return formatting.percent(Decimal(load) / capacity) if capacity > 0 else formatting.points(load)


def change_text(before: int, after: int, capacity: int) -> str:
    """Write a change of load: ``82 → 91 %``."""
    if capacity <= 0:
        return f"{formatting.points(before)} → {formatting.points(after)}"
    start = formatting.number(Decimal(100 * before) / capacity, 0)
    return f"{start} → {share_text(after, capacity)}"


def level_title(level: str) -> str:
    """Name a goal of the distribution."""
    return _word("Levels", _LEVELS, level)


def level_explained(level: str) -> str:
    """Say what the figure of a goal counts."""
    return _word("LevelsExplained", _LEVELS_EXPLAINED, level)


_LEVEL_FIGURES: Mapping[str, object] = {
    "waiting": QT_TRANSLATE_NOOP("LevelFigures", "waiting %1"),
    "families": QT_TRANSLATE_NOOP("LevelFigures", "%1 missed"),
    "over_norm": QT_TRANSLATE_NOOP("LevelFigures", "%1 points"),
    "intake_spread": QT_TRANSLATE_NOOP("LevelFigures", "%1 too much"),
    "pairs": QT_TRANSLATE_NOOP("LevelFigures", "%1 missed"),
    "near": QT_TRANSLATE_NOOP("LevelFigures", "%1 steps away"),
    "evenness": QT_TRANSLATE_NOOP("LevelFigures", "%1 points"),
    "faces": QT_TRANSLATE_NOOP("LevelFigures", "%1 new"),
    "wishes": QT_TRANSLATE_NOOP("LevelFigures", "%1 not met"),
    "changes": QT_TRANSLATE_NOOP("LevelFigures", "%1 changed"),
}


def level_figure(value: int, scale: int) -> str:
    """Write the bare figure of a goal: counts whole, points with two decimals."""
    return formatting.count(value) if scale == 1 else formatting.number(Decimal(value) / scale, 2)


def level_words(level: str, value: int, scale: int) -> str:
    """Write the figure of a goal with what it counts; nothing to complain of is said so."""
    if value == 0:
        return translate("LevelFigures", "none left") if level == "waiting" else translate("LevelFigures", "all good")
    return with_values(_word("LevelFigures", _LEVEL_FIGURES, level), level_figure(value, scale))


def loss_text(loss: LevelLoss) -> str:
    """Say where a distribution becomes worse first."""
    return with_values(
        _word("Losses", _LOSSES, loss.level), level_figure(max(loss.by, _visible(loss.scale)), loss.scale)
    )


def _visible(scale: int) -> int:
    """Give the least that two decimals can show, so that a loss never reads as nothing."""
    return max(1, scale // 100)


def searching_text(level: str) -> str:
    """Say what the search is busy with."""
    return _word("Searching", _SEARCHING, level)
