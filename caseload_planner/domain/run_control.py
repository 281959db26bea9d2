"""How long work is told to stop and says how far it is: no threads, no Qt."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field


class StopSignal:
    """A request to stop that is heard by whoever looks, and that wakes who registered.

    Registering after the request was made calls back at once, so that a request is never lost between the two.
    """

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._listeners: list[Callable[[], None]] = []

    @property
    def requested(self) -> bool:
        """Whether somebody asked to stop."""
        return self._event.is_set()

    def request(self) -> None:
        """Ask to stop; asking twice is the same as once."""
        with self._lock:
            self._event.set()
            listeners, self._listeners = self._listeners, []
        for listener in listeners:
            listener()

    def on_request(self, listener: Callable[[], None]) -> None:
        """Call `listener` once when a stop is asked for."""
        with self._lock:
            if not self._event.is_set():
                self._listeners.append(listener)
                return
        listener()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far long work is.

    Attributes
    ----------
    step
        Code of what is being done: a level's name, a table's name.
    part, of
        Where that is in the whole: ``part`` of ``of`` steps are behind us.
    figures
        Best value so far, proven bound and the like, by name.
    """

    step: str
    part: int
    of: int
    figures: dict[str, float] = field(default_factory=dict)


OnProgress = Callable[[Progress], None]


def ignore_progress(_: Progress) -> None:
    """Use where nobody watches."""
