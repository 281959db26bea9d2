"""Texts that people write and that may not be empty."""

from caseload_planner.domain.errors import EmptyTextError


def asked_text(text: str, what: str) -> str:
    """Give a text without the space around it; `EmptyTextError` names `what` is missing where nothing is left."""
    written = text.strip()
    if not written:
        raise EmptyTextError(f"{what.replace('_', ' ')} is empty; write something", what=what)
    return written
