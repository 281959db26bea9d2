"""What a round looks like before anything is placed: made once in the compute lane, read by every key and drag.

Rules are judged without the leader's pins and exclusions, which are the draft's own business, so that the answers hold
as long as the data do.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from caseload_planner.application.caseload_rows import WorkerRow, caseload_overview
from caseload_planner.distribution.problem import open_round
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.caseload import Caseload
from caseload_planner.rules.hard_rules import OVERRIDABLE, judge_pair
from caseload_planner.rules.round import Breach, ContactPosition, Round
from caseload_planner.rules.waiting import waiting_weight

POSITIONS: tuple[ContactPosition, ...] = (Position.FIRST, Position.SECOND)


@dataclass(frozen=True)
class Board:
    """A round with everybody's standing in it.

    Attributes
    ----------
    round
        Without pins and exclusions.
    rows
        Every carrying worker by key.
    queue
        The asked measures, most urgent first: those that fit nobody, then by waiting weight.
    takers
        How many people no rule keeps from being first contact, by asked measure.
    """

    round: Round
    profile: Profile
    teams: tuple[str, ...]
    rows: Mapping[str, WorkerRow]
    queue: tuple[str, ...]
    takers: Mapping[str, int]
    _judged: dict[tuple[str, ContactPosition], Mapping[str, tuple[Breach, ...]]] = field(default_factory=dict)

    def people_for(self, measure: str) -> tuple[str, ...]:
        """Give the workers of the region of a measure, by key."""
        organisation = self.round.caseload.organisation
        region = organisation.region_of_measure(measure)
        return tuple(key for key in self.rows if organisation.region_of_worker(key) == region)

    def breaches(self, measure: str, worker: str, position: ContactPosition) -> tuple[Breach, ...]:
        """Give the rules that one person in one position breaks by herself, as the round stands without a draft."""
        known = self._judged.get((measure, position), {})
        found = known.get(worker)
        return judge_pair(self.round, measure, worker, position) if found is None else found

    def remember(self, measure: str, position: ContactPosition) -> None:
        """Judge everybody of the region once for a measure; later questions are answered from memory."""
        if (measure, position) not in self._judged:
            self._judged[measure, position] = {
                worker: judge_pair(self.round, measure, worker, position) for worker in self.people_for(measure)
            }

    def known_family(self, measure: str) -> bool:
        """Whether the family of a measure has a first contact with us already."""
        return self.round.known_firsts[self.round.measure(measure).family] is not None

    def siblings(self, measure: str) -> tuple[str, ...]:
        """Give the other asked measures of the same family."""
        family = self.round.measure(measure).family
        return tuple(key for key in self.round.asked if key != measure and self.round.measure(key).family == family)

    def left_by(self, measure: str) -> str | None:
        """Give who held a measure as first contact last, where it is to be distributed because she left."""
        organisation = self.round.caseload.organisation
        gone = [a for a in organisation.assignments_of[measure] if a.position is Position.FIRST]
        return max(gone, key=lambda a: a.from_on).worker if gone else None

    def days_open(self, measure: str) -> int:
        """Count the days that a measure has had no first contact: since its report, or since the last one was gone."""
        organisation, case = self.round.caseload.organisation, self.round.measure(measure)
        since = case.reported_on
        for one in organisation.assignments_of[measure]:
            if one.position is Position.FIRST:
                ends = (day for day in (one.until_on, organisation.workers[one.worker].ends_on) if day is not None)
                since = max(since, min(ends, default=since) + timedelta(days=1))
        return max(0, (self.round.on - since).days)


def make_board(caseload: Caseload, teams: tuple[str, ...], profile: Profile) -> Board:
    """Make the board of a date for some teams; tens of milliseconds for an organisation of 140."""
    request = ProposalRequest(on=caseload.on, teams=teams, profile=profile.name, wish_weights=profile.wish_weights)
    round_ = open_round(caseload.organisation, request, caseload)
    rows = {row.worker: row for row in caseload_overview(caseload).workers}
    board = Board(round=round_, profile=profile, teams=teams, rows=rows, queue=(), takers={})
    for key in round_.asked:
        for position in POSITIONS:
            board.remember(key, position)
    takers = {key: _takers(board, key) for key in round_.asked}
    return replace(board, queue=_queue(round_, takers), takers=takers)


def _takers(board: Board, measure: str) -> int:
    return sum(1 for worker in board.people_for(measure) if not board.breaches(measure, worker, Position.FIRST))


def _queue(round_: Round, takers: Mapping[str, int]) -> tuple[str, ...]:
    def urgency(key: str) -> tuple[bool, int, str]:
        return (takers[key] > 0, -waiting_weight(round_.measure(key), round_.on), key)

    return tuple(sorted(round_.asked, key=urgency))


def starred(breach: Breach) -> bool:
    """Whether the leader may set the rule of a breach aside with a reason."""
    return breach.rule in OVERRIDABLE
