"""What a round looks like before anything is placed: made once in the compute lane, read by every key and drag.

Rules are judged without the leader's pins and exclusions, which are the draft's own business, so that the answers hold
as long as the data do.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from caseload_planner.application.caseload_rows import WorkerRow, caseload_overview
from caseload_planner.distribution.judge import level_values
from caseload_planner.distribution.problem import open_round
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import LevelValue, ProposalRequest
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.caseload import Caseload
from caseload_planner.domain.waiting_time import days_waiting
from caseload_planner.rules.hard_rules import OVERRIDABLE, judge_pair, judge_plan
from caseload_planner.rules.round import Breach, ContactPosition, Placement, Plan, Round, plan_of
from caseload_planner.rules.waiting import waiting_weight

POSITIONS: tuple[ContactPosition, ...] = (Position.FIRST, Position.SECOND)


PLANS_KEPT = 4


@dataclass(frozen=True, slots=True)
class _Judged:
    """Placements, known by their identity, with their plan and what it breaks."""

    placements: Mapping[str, Placement]
    plan: Plan
    breaches: tuple[Breach, ...]
    levels: dict[str, LevelValue] = field(default_factory=dict)


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
    _plans: list["_Judged"] = field(default_factory=list)

    @cached_property
    def search_words(self) -> Mapping[str, str]:
        """Name, key and team of everybody in small letters, by worker."""
        teams = self.round.caseload.organisation.teams
        return {
            row.worker: " ".join((row.name, row.worker, teams[row.team].name)).casefold() for row in self.rows.values()
        }

    @cached_property
    def _by_region(self) -> Mapping[str, tuple[str, ...]]:
        organisation = self.round.caseload.organisation
        regions: dict[str, list[str]] = {}
        for key in self.rows:
            regions.setdefault(organisation.region_of_worker(key), []).append(key)
        return {region: tuple(keys) for region, keys in regions.items()}

    @property
    def regions(self) -> int:
        """How many regions have people who carry cases."""
        return len(self._by_region)

    def people_for(self, measure: str) -> tuple[str, ...]:
        """Give the workers of the region of a measure, by key."""
        return self._by_region.get(self.round.caseload.organisation.region_of_measure(measure), ())

    @cached_property
    def _home(self) -> Mapping[str, frozenset[str]]:
        return {region: frozenset(keys) for region, keys in self._by_region.items()}

    def home_of(self, measure: str) -> frozenset[str]:
        """Give the same people to look somebody up in."""
        return self._home.get(self.round.caseload.organisation.region_of_measure(measure), frozenset())

    def plan_of(self, placements: Mapping[str, Placement]) -> tuple[Plan, tuple[Breach, ...]]:
        """Give the plan that placements stand for, with every hard rule that it breaks."""
        judged = self._judged_plan(placements)
        return judged.plan, judged.breaches

    def level_values(self, placements: Mapping[str, Placement]) -> Mapping[str, LevelValue]:
        """Give the levels of the profile that placements come to, by name; `changes` as if nothing was kept."""
        judged = self._judged_plan(placements)
        if not judged.levels:
            names = [level.name for level in self.profile.levels]
            judged.levels.update((level.name, level) for level in level_values(judged.plan, names))
        return judged.levels

    def _judged_plan(self, placements: Mapping[str, Placement]) -> "_Judged":
        """Remember the last few: a step asks the same of the draft before and after it several times."""
        for known in self._plans:
            if known.placements is placements:
                return known
        plan = plan_of(self.round, placements.values())
        judged = _Judged(placements, plan, judge_plan(plan))
        self._plans[:] = [judged, *self._plans[: PLANS_KEPT - 1]]
        return judged

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
        return days_waiting(self.round.caseload.organisation, measure, self.round.on)


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
    _work_out_ahead(round_)
    return replace(board, queue=_queue(round_, takers), takers=takers)


def _work_out_ahead(round_: Round) -> None:
    """Let the round work out here what it would else work out at the first key on the window's thread."""
    for _ in (round_.known_firsts, round_.known_seconds, round_.partners, round_.taken_this_week):
        pass


def _takers(board: Board, measure: str) -> int:
    return sum(1 for worker in board.people_for(measure) if not board.breaches(measure, worker, Position.FIRST))


def _queue(round_: Round, takers: Mapping[str, int]) -> tuple[str, ...]:
    def urgency(key: str) -> tuple[bool, int, str]:
        return (takers[key] > 0, -waiting_weight(round_.measure(key), round_.on), key)

    return tuple(sorted(round_.asked, key=urgency))


def starred(breach: Breach) -> bool:
    """Whether the leader may set the rule of a breach aside with a reason."""
    return breach.rule in OVERRIDABLE
