"""A sentence of the inspector with its icon: what speaks for a choice, against it, or is good to know."""

from dataclasses import dataclass

from caseload_planner.gui.models.chips import Tone


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `source` says who decided the rule that it is about, or is empty."""

    text: str
    tone: Tone = Tone.PLAIN
    icon: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its sentences."""

    title: str
    sentences: tuple[Sentence, ...]
