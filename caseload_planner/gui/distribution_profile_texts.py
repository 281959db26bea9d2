"""Names of the profiles and what each strives for first, in a sentence."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

translate = QCoreApplication.translate

_NAMES: Mapping[str, object] = {
    "balanced": QT_TRANSLATE_NOOP("Profiles", "Balance"),
    "familiar": QT_TRANSLATE_NOOP("Profiles", "Familiar face"),
    "nearby": QT_TRANSLATE_NOOP("Profiles", "Close by first"),
    "regionwide": QT_TRANSLATE_NOOP("Profiles", "Whole region"),
}

_EXPLAINED: Mapping[str, object] = {
    "balanced": QT_TRANSLATE_NOOP(
        "ProfilesExplained", "First nobody above the norm, then close by, then the same share for everybody."
    ),
    "familiar": QT_TRANSLATE_NOOP(
        "ProfilesExplained", "Rather a second contact whom the family knows, or a duo that exists, than close by."
    ),
    "nearby": QT_TRANSLATE_NOOP(
        "ProfilesExplained", "The own team and location go before spreading new work and making wanted duos."
    ),
    "regionwide": QT_TRANSLATE_NOOP(
        "ProfilesExplained", "The same share for everybody in the region goes before close by."
    ),
}


def profile_name(profile: str) -> str:
    """Name a profile; one that an organisation made itself keeps its own name."""
    source = _NAMES.get(profile)
    return profile if source is None else translate("Profiles", str(source))


def profile_explained(profile: str) -> str:
    """Say in a sentence what a profile strives for."""
    source = _EXPLAINED.get(profile)
    return "" if source is None else translate("ProfilesExplained", str(source))


def in_order(profiles: Iterable[str]) -> tuple[str, ...]:
    """Put profiles in the order of the list: ours first, then those that an organisation made."""
    known = tuple(profiles)
    ours = [name for name in _NAMES if name in known]
    return (*ours, *sorted(set(known) - set(ours)))
