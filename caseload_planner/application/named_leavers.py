"""Leavers who are named one by one: each must be able to hand something over."""

from caseload_planner.application.services import Services
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.errors import RuleRefusalError, UnknownKeyError
from caseload_planner.winddown.request import Leaver, WindDownRequest


def refuse_leavers(services: Services, request: WindDownRequest) -> None:
    """Refuse a request that names somebody who cannot hand over; one for all of team D names nobody.

    A plan that is made again does not ask this: who has gone since simply has nothing left.

    Raises
    ------
    UnknownKeyError
        A leaver who does not exist.
    RuleRefusalError
        A leaver who is named twice, is not in service or holds nothing, or whose own day does not come after the first
        one.
    """
    if not request.leavers:
        return
    keys = [leaver.worker for leaver in request.leavers]
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice is not None:
        raise RuleRefusalError(f"{twice} is named twice; name one day for her", rule="H9", code="named_twice")
    with services.store.read() as unit:
        organisation = unit.snapshot()
    caseload = caseload_on(organisation, request.on)
    holding = {key for held in caseload.holders.values() for key in (held.first, held.second)}
    for leaver in request.leavers:
        worker = organisation.workers.get(leaver.worker)
        if worker is None:
            raise UnknownKeyError(f"there is no worker {leaver.worker}", kind="worker", key=leaver.worker)
        if not worker.in_service(request.on):
            raise _refusal(leaver, request, f"is not in service on {request.on}", "leaver_not_in_service")
        if leaver.ends_on <= request.on:
            raise _refusal(leaver, request, f"has a last day that does not come after {request.on}", "end_not_later")
        if leaver.worker not in holding:
            raise _refusal(leaver, request, f"holds no measure on {request.on}", "nothing_held")


def _refusal(leaver: Leaver, request: WindDownRequest, why: str, code: str) -> RuleRefusalError:
    return RuleRefusalError(
        f"{leaver.worker} {why}, so that there is nothing to plan for her; leave her out or name another day",
        rule="H9",
        code=code,
        worker=leaver.worker,
        on=request.on,
    )
