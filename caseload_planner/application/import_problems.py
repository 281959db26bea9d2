"""What can be wrong with a source: a closed list of codes, and a problem with the place where it was found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

LONGEST_SHOWN = 60
"""Characters of a cell that a problem shows at most."""


class ProblemCode(StrEnum):
    """Everything an import can refuse; `problem_texts` has the words for each."""

    # the file as a whole
    NOT_UTF8 = "not_utf8"
    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    TOO_MANY_ROWS = "too_many_rows"
    WRONG_SEPARATOR = "wrong_separator"
    MISSING_COLUMN = "missing_column"
    UNKNOWN_COLUMN = "unknown_column"
    DUPLICATE_COLUMN = "duplicate_column"
    MAPPED_BUT_MISSING = "mapped_but_missing"
    # the shape of a row
    BROKEN_QUOTES = "broken_quotes"
    WRONG_CELL_COUNT = "wrong_cell_count"
    CONTROL_CHARACTER = "control_character"
    # a cell on its own
    MISSING_VALUE = "missing_value"
    TEXT_TOO_LONG = "text_too_long"
    SURROUNDING_SPACES = "surrounding_spaces"
    EMPTY_LIST_ITEM = "empty_list_item"
    UNKNOWN_CODE = "unknown_code"
    NOT_A_DATE = "not_a_date"
    DATE_OUT_OF_RANGE = "date_out_of_range"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_WHOLE_NUMBER = "not_a_whole_number"
    NEGATIVE_NUMBER = "negative_number"
    TOO_MANY_DECIMALS = "too_many_decimals"
    OUT_OF_RANGE = "out_of_range"
    # rows against each other and against what is known
    DUPLICATE_KEY = "duplicate_key"
    ENDS_BEFORE_BEGINS = "ends_before_begins"
    UNKNOWN_REFERENCE = "unknown_reference"
    OVERLAPPING_CONTRACTS = "overlapping_contracts"
    POSITION_TAKEN_TWICE = "position_taken_twice"
    SAME_PERSON_TWICE = "same_person_twice"
    CONTRADICTS_DECISION = "contradicts_decision"
    BEFORE_SERVICE = "before_service"
    BEFORE_REPORT = "before_report"
    UNKNOWN_FACTOR = "unknown_factor"
    FACTOR_NOT_IN_NORM = "factor_not_in_norm"
    # the norm
    NORM_UNREADABLE = "norm_unreadable"
    NORM_SHAPE = "norm_shape"
    NORM_INCOMPLETE = "norm_incomplete"
    UNKNOWN_NORM_KEY = "unknown_norm_key"
    PHASES_NOT_FROM_ZERO = "phases_not_from_zero"
    PHASES_NOT_ASCENDING = "phases_not_ascending"
    CEILING_BELOW_WORKING = "ceiling_below_working"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why a row (or a file) cannot be imported.

    Attributes
    ----------
    file
        The file or sheet as the user knows it.
    row
        Line number as the user sees it; the header is 1.
    column, value
        Where in the row, and what stands in that cell alone, both cut to `LONGEST_SHOWN` characters.
    figures
        What the words of the code ask for: allowed values, the other row, limits.
    """

    file: str
    row: int
    column: str
    value: str
    code: ProblemCode
    figures: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Cut what came out of the source, which can be of any length."""
        object.__setattr__(self, "column", shortened(self.column))
        object.__setattr__(self, "value", shortened(self.value))


def shortened(text: str) -> str:
    """Cut a text to `LONGEST_SHOWN` characters, the last of them an ellipsis."""
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
