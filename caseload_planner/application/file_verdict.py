"""What a look through an open file found, for whoever asked whether it is sound."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FileVerdict:
    """A file that opened, read whole, and its audit trail.

    Attributes
    ----------
    revision, workers, measures
        Of the organisation as it was read.
    audit_rows
        How many rows of the trail were in order.
    first_bad_row, problem
        Sequence of the first row that is not, and ``missing``, ``unlinked`` or ``altered``; None where all is well.
    head
        Hash of the last row in order, to be compared with a copy kept elsewhere: only that shows a cut tail.
    """

    revision: int
    workers: int
    measures: int
    audit_rows: int
    first_bad_row: int | None
    problem: str | None
    head: str

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return self.first_bad_row is None
