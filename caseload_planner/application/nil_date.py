"""When a wind-down can be at nil, and what stands in the way of a week earlier."""

from dataclasses import replace
from typing import Protocol

from caseload_planner.application.services import Services
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import OnProgress, StopSignal, ignore_progress
from caseload_planner.winddown.earliest import NilAnswer, NilVerdict, earliest_nil
from caseload_planner.winddown.request import WindDownRequest


class LooksForNil(Protocol):
    """Where the earliest day is looked for: here, or beside the window."""

    def __call__(
        self, organisation: Organisation, request: WindDownRequest, *, stop: StopSignal | None, on_progress: OnProgress
    ) -> NilAnswer:
        """Give what `earliest_nil` gives."""
        ...


def when_nil(
    services: Services,
    request: WindDownRequest,
    *,
    look: LooksForNil = earliest_nil,
    stop: StopSignal | None = None,
    on_progress: OnProgress = ignore_progress,
) -> NilAnswer:
    """Find the earliest last day on the data as they are now; `until` of the request is only where looking ends.

    Raises
    ------
    UnknownKeyError, RuleRefusalError
        The request cannot be asked; see `build_wind_down`.
    """
    with services.store.read() as unit:
        organisation = unit.snapshot()
    return look(organisation, replace(request, kept=()), stop=stop, on_progress=on_progress)


__all__ = ["NilAnswer", "NilVerdict", "when_nil"]
