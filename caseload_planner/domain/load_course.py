"""What everybody carries on each of a row of days, worked out only where something changes."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.calendar import months_reached_on
from caseload_planner.domain.caseload import holders_of
from caseload_planner.domain.measures import Measure
from caseload_planner.domain.norm import Norm
from caseload_planner.domain.organisation import Organisation, Worker
from caseload_planner.domain.points import Hundredths
from caseload_planner.domain.weights import duo_shares, family_weights

ONE_DAY = timedelta(days=1)


def load_course(
    organisation: Organisation, days: Sequence[date], families: Iterable[Sequence[Measure]] | None = None
) -> Mapping[str, tuple[Hundredths, ...]]:
    """Give the load of every worker on each of the days: the same figures as `caseload_on` on each of them.

    A family weighs the same until one of its measures begins, ends or grows a phase older, somebody comes, goes or
    leaves the service, or another norm comes into force. So each is weighed once for every such change between the
    first and the last day, and not once a day.

    Parameters
    ----------
    days
        In order, at least one.
    families
        The measures of each family in the order in which they share work; those of the organisation where left out.

    Returns
    -------
    Hundredths by worker, one a day; a worker who holds nothing on any of the days is absent.
    """
    norm_changes = {norm.valid_from for norm in organisation.norms.norms}
    norms = [organisation.norms.on(day) for day in days]
    found: dict[str, list[int]] = {}
    for members in organisation.measures_by_family.values() if families is None else families:
        relevant = [member for member in members if _touches(member, days)]
        history = [(member.key, organisation.assignments_of[member.key]) for member in relevant]
        if not any(parts for _, parts in history):
            continue
        changes = {*norm_changes, *_changes(organisation, relevant, norms)}
        starts = {0, *(bisect_left(days, change) for change in changes if days[0] < change <= days[-1])}
        for begin, end in pairwise([*sorted(starts), len(days)]):
            for worker, share in _carried(relevant, history, organisation.workers, days[begin], norms[begin]):
                course = found.setdefault(worker, [0] * len(days))
                for position in range(begin, end):
                    course[position] += share
    return {worker: tuple(found[worker]) for worker in sorted(found)}


def _touches(measure: Measure, days: Sequence[date]) -> bool:
    """Whether a measure runs at any time from the first to the last day."""
    return measure.reported_on <= days[-1] and (measure.closed_on is None or measure.closed_on >= days[0])


def _changes(organisation: Organisation, members: Iterable[Measure], norms: Sequence[Norm]) -> Iterator[date]:
    """Give the days on which something about a family may change; others may be among them."""
    versions = {id(norm): norm for norm in norms}.values()
    for member in members:
        yield member.reported_on
        if member.closed_on is not None and member.closed_on < date.max:
            yield member.closed_on + ONE_DAY
        for norm in versions:
            for month in norm.phase_months(member.type):
                yield months_reached_on(member.counts_from, month)
        for part in organisation.assignments_of[member.key]:
            yield part.from_on
            for last in (part.until_on, organisation.workers[part.worker].ends_on):
                if last is not None and last < date.max:
                    yield last + ONE_DAY


def _carried(
    members: Iterable[Measure],
    history: Iterable[tuple[str, tuple[Assignment, ...]]],
    workers: Mapping[str, Worker],
    on: date,
    norm: Norm,
) -> Iterator[tuple[str, Hundredths]]:
    """Give who carries how much of a family on a date."""
    weights = family_weights(members, on, norm)
    for key, parts in history:
        weight = weights.get(key)
        if weight is None or not parts:
            continue
        now = holders_of(parts, workers, on)
        first, second = duo_shares(weight.total, norm, with_second=now.second is not None)
        for worker, share in ((now.first, first), (now.second, second), (now.incoming, norm.takeover)):
            if worker is not None:
                yield worker, share
