"""Most room first: what people do by hand. A baseline to compare with, a start for the search, and a fallback."""

from collections.abc import Iterator

from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Skill
from caseload_planner.domain.points import Hundredths
from caseload_planner.rules.ceiling import room_in_round
from caseload_planner.rules.evenness import evenness_added
from caseload_planner.rules.families import known_face
from caseload_planner.rules.near import FIRST_TIMES, SECOND_TIMES, steps_away
from caseload_planner.rules.over_norm import over_norm_added
from caseload_planner.rules.pairs import NO_SECOND, NO_SNS_PAIR
from caseload_planner.rules.round import Placement
from caseload_planner.rules.starters import starts_in
from caseload_planner.rules.waiting import waiting_weight

Cost = tuple[int, ...]
"""What a choice adds, level by level."""


class _Board:
    """Loads while placements are made, and what one more would cost."""

    def __init__(self, problem: DistributionProblem) -> None:
        self.round, self.choices = problem.round, problem.choices
        self.added: dict[str, Hundredths] = {}
        self.family_firsts: dict[str, set[str]] = {}

    def fits(self, worker: str, share: Hundredths) -> bool:
        return self.added.get(worker, 0) + share <= room_in_round(self.round, worker)

    def place(self, placement: Placement) -> None:
        shares = self.round.shares(placement.measure, duo=placement.second is not None)
        for (_, worker), share in zip(placement.contacts, shares, strict=False):
            self.added[worker] = self.added.get(worker, 0) + share
        family = self.round.measure(placement.measure).family
        self.family_firsts.setdefault(family, set()).add(placement.first)

    def new_face(self, measure: str, first: str) -> int:
        face = known_face(self.round, measure)
        if face is not None:
            return int(face != first)
        family = self.round.measure(measure).family
        firsts = self.family_firsts.get(family, set())
        return int(self.round.known_firsts[family] is None and bool(firsts) and first not in firsts)

    def load_cost(self, worker: str, share: Hundredths) -> tuple[int, int]:
        capacity, before = self.round.capacity(worker).working, self.round.load_before(worker)
        if capacity <= 0:
            return 0, 0
        had = self.added.get(worker, 0)
        over = over_norm_added(capacity, before, had + share) - over_norm_added(capacity, before, had)
        even = evenness_added(capacity, before, had + share) - evenness_added(capacity, before, had)
        return over, even


def greedy(problem: DistributionProblem) -> dict[str, Placement]:
    """Place the most urgent first, each where it costs least level by level; what fits nobody is left over."""
    board, round_ = _Board(problem), problem.round
    placed: dict[str, Placement] = {}

    def order(key: str) -> tuple[int, int, int, str]:
        choices = problem.choices[key]
        scarce = min(len(choices.firsts), len(choices.seconds) if choices.seconds else len(choices.firsts))
        return key not in round_.pins, -waiting_weight(round_.measure(key), round_.on), scarce, key

    for key in sorted(round_.asked, key=order):
        options = [*_alone(board, key), *_duos(board, key)]
        if options:
            _, placed[key] = min(options)
            board.place(placed[key])
    return placed


def _alone(board: _Board, key: str) -> Iterator[tuple[Cost, Placement]]:
    share, _ = board.round.shares(key, duo=False)
    measure = board.round.measure(key)
    lonely = NO_SECOND * (measure.duo is Wanted.PREFERRED) + NO_SNS_PAIR * (measure.sns is Wanted.PREFERRED)
    for worker in board.choices[key].alone:
        if board.fits(worker, share):
            over, even = board.load_cost(worker, share)
            near = FIRST_TIMES * steps_away(board.round, key, worker)
            yield (board.new_face(key, worker), over, lonely, near, even), Placement(key, worker)


def _duos(board: _Board, key: str) -> Iterator[tuple[Cost, Placement]]:
    """Give the best second beside each possible first, SNS-trained or not: a pair with training may cost more room."""
    round_, choices = board.round, board.choices[key]
    lead_share, second_share = round_.shares(key, duo=True)
    seconds = []
    for worker in choices.seconds:
        if board.fits(worker, second_share):
            over, even = board.load_cost(worker, second_share)
            seconds.append(((over, SECOND_TIMES * steps_away(round_, key, worker), even), worker))
    seconds.sort()
    prefers_sns = round_.measure(key).sns is Wanted.PREFERRED
    for first in choices.leads:
        if not board.fits(first, lead_share):
            continue
        over, even = board.load_cost(first, lead_share)
        near = FIRST_TIMES * steps_away(round_, key, first)
        for (second_over, second_near, second_even), second in _candidates_beside(board, key, first, seconds):
            both_trained = all(Skill.SNS in round_.worker(worker).skills for worker in (first, second))
            pairs = NO_SNS_PAIR * (prefers_sns and not both_trained)
            cost = (board.new_face(key, first), over + second_over, pairs, near + second_near, even + second_even)
            yield cost, Placement(key, first, second)


def _candidates_beside(
    board: _Board, key: str, first: str, seconds: list[tuple[tuple[int, int, int], str]]
) -> Iterator[tuple[tuple[int, int, int], str]]:
    """Give the cheapest second who may stand beside a first, and the cheapest SNS-trained one."""
    pin, starter = board.round.pins.get(key), starts_in(board.round, first)
    found, found_trained = False, False
    for cost, second in seconds:
        pinned = pin is not None and pin.second == second
        if second == first or (starter and not pinned and starts_in(board.round, second)):
            continue
        trained = Skill.SNS in board.round.worker(second).skills
        if not found or (trained and not found_trained):
            yield cost, second
        found, found_trained = True, found_trained or trained
        if found_trained:
            return
