"""Where the program itself failed, for its log: kinds and places only, as a message can hold somebody's name."""

import secrets
import traceback
from pathlib import Path


class ChildFailedError(Exception):
    """A process beside this one failed; it tells what its own failure may not be, as that need not fit through a pipe.

    Attributes
    ----------
    kind
        Name of the class of what went wrong there.
    places
        As `places_of` gives them.
    """

    def __init__(self, kind: str, places: str) -> None:
        super().__init__(kind, places)
        self.kind, self.places = kind, places


def new_reference() -> str:
    """Make a reference that a user can read out: six figures and letters."""
    return secrets.token_hex(3).upper()


def kind_of(error: BaseException) -> str:
    """Name the class of what went wrong, here or in the process beside this one."""
    return error.kind if isinstance(error, ChildFailedError) else type(error).__name__


def places_of(error: BaseException) -> str:
    """Give the way to it without values: module file, line and function, the outermost first."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    if isinstance(error, ChildFailedError):
        places.append(f"in a process beside: {error.places}")
    return " > ".join(places)
