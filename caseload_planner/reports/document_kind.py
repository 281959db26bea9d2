"""Which kind of document a name asks."""

from pathlib import Path

from caseload_planner.domain.errors import TargetUnwritableError

SUFFIXES = (".pdf", ".xlsx")


def suffix_of(target: Path) -> str:
    """Give ``.pdf`` or ``.xlsx``; `TargetUnwritableError` for a name that ends in neither."""
    suffix = target.suffix.lower()
    if suffix not in SUFFIXES:
        raise TargetUnwritableError(f"{target.name} must end in .pdf or .xlsx", why="wrong_suffix")
    return suffix
