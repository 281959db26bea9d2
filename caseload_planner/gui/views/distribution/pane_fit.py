"""How the width of the Verdeling page goes to its three panes, and which columns the list of people then shows.

On a wide page each side has what it wants and the people have the rest. On a narrow one the sides give way first, the
explanation before the cases; then the load bar goes, so that what a case does stands beside the name and is never cut.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from caseload_planner.gui.models.distribution_candidates import CandidateColumn

WANTED_CASES, WANTED_EXPLANATION = 336, 338
LEAST_CASES, LEAST_EXPLANATION = 236, 232
PEOPLE_WITH_BAR = 414
"""What the list of people needs for its bar, in device-independent pixels."""
LEAST_PEOPLE = 284

KEY_WIDTH, NAME_WIDTH, BAR_WIDTH, EFFECT_WIDTH = 34, 140, 104, 120
LEAST_NAME_WIDTH = 96
WANTED_EFFECT_WIDTH = 216
"""In which most rules are whole that keep somebody from a case; what there is beyond it goes to names and bars too."""


@dataclass(frozen=True, slots=True)
class PaneWidths:
    """Widths of the three panes, in device-independent pixels."""

    cases: int
    people: int
    explanation: int


def fitted_panes(room: int, cases: int = WANTED_CASES, explanation: int = WANTED_EXPLANATION) -> PaneWidths:
    """Share out a width; `cases` and `explanation` are what the sides want.

    While the people have too little for their bar, the explanation gives way to its least width and then the cases.
    """
    short = max(0, PEOPLE_WITH_BAR - (room - cases - explanation))
    given = min(short, max(0, explanation - LEAST_EXPLANATION))
    explanation -= given
    cases -= min(short - given, max(0, cases - LEAST_CASES))
    return PaneWidths(cases, max(0, room - cases - explanation), explanation)


def fitted_columns(room: int) -> Mapping[CandidateColumn, int]:
    """Give the columns that the list of people shows in a width, together exactly that wide where there is room.

    The bar goes where there is too little; names then share what is left with what the case does.
    """
    widths = {CandidateColumn.NUMBER: KEY_WIDTH, CandidateColumn.NAME: NAME_WIDTH, CandidateColumn.BAR: BAR_WIDTH}
    if room < KEY_WIDTH + NAME_WIDTH + BAR_WIDTH + EFFECT_WIDTH:
        del widths[CandidateColumn.BAR]
        widths[CandidateColumn.NAME] = max(LEAST_NAME_WIDTH, (room - KEY_WIDTH) // 2)
    else:
        spare = max(0, room - sum(widths.values()) - WANTED_EFFECT_WIDTH)
        widths[CandidateColumn.NAME] += spare // 3
        widths[CandidateColumn.BAR] += spare // 6
    widths[CandidateColumn.EFFECT] = max(0, room - sum(widths.values()))
    return widths
