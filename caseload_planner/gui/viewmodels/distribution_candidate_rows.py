"""Orders the people for a case: who could take it, with how much room, and what it would cost.

Hundreds of people are ordered at every key, so nothing is put into words here; `distribution_candidate_lines` does that
for those in sight.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from caseload_planner.application.caseload_rows import WorkerRow
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.points import Hundredths
from caseload_planner.gui.models.distribution_candidates import CandidateRow, Standing
from caseload_planner.gui.viewmodels.distribution_board import Board, starred
from caseload_planner.gui.viewmodels.distribution_draft import Draft
from caseload_planner.gui.viewmodels.distribution_moves import placed_with, points_added
from caseload_planner.rules.evenness import evenness_added
from caseload_planner.rules.families import known_face
from caseload_planner.rules.near import steps_away
from caseload_planner.rules.over_norm import over_norm_added
from caseload_planner.rules.round import Breach, ContactPosition, Placement


@dataclass(frozen=True)
class Asking:
    """A case and a place on it for which people are looked at, within a draft; `measure` None means for none."""

    board: Board
    draft: Draft
    measure: str | None
    position: ContactPosition

    @cached_property
    def added(self) -> Mapping[str, Hundredths]:
        """What the draft adds, by worker."""
        return points_added(self.board.round, self.draft)

    @cached_property
    def placement(self) -> Placement | None:
        """Where the case stands in the draft."""
        return None if self.measure is None else self.draft.placements.get(self.measure)

    @cached_property
    def face(self) -> str | None:
        """Whom the family of the case knows."""
        return None if self.measure is None else known_face(self.board.round, self.measure)

    @cached_property
    def _shares(self) -> tuple[Hundredths, Hundredths]:
        assert self.measure is not None  # noqa: S101 (only asked for a case)
        return self.board.round.shares(self.measure, duo=False)[0], self._duo_share

    @cached_property
    def _duo_share(self) -> Hundredths:
        assert self.measure is not None  # noqa: S101 (only asked for a case)
        first, second = self.board.round.shares(self.measure, duo=True)
        return first if self.position is Position.FIRST else second

    def place_of(self, worker: str) -> str:
        """Give the place that somebody has on the case: ``first``, ``second`` or nothing."""
        if self.placement is None:
            return ""
        if worker == self.placement.first:
            return Position.FIRST.value
        return Position.SECOND.value if worker == self.placement.second else ""

    def share_for(self, worker: str) -> Hundredths:
        """Give what the case would add to somebody."""
        assert self.measure is not None  # noqa: S101 (only asked for a case)
        alone, in_duo = self._shares
        if self.position is Position.SECOND or self.board.round.measure(self.measure).asks_duo:
            return in_duo
        placed = placed_with(self.draft, self.measure, worker, self.position)
        return in_duo if placed is not None and placed.second is not None else alone


def people_here(asking: Asking) -> tuple[CandidateRow, ...]:
    """Order the people of the region of the case, with whoever stands on it from elsewhere."""
    board, measure = asking.board, asking.measure
    if measure is None:
        return _rows(asking, board.round.candidates if board.round.asked else board.rows)
    board.remember(measure, asking.position)
    at_home = board.people_for(measure)
    placed = () if asking.placement is None else tuple(worker for _, worker in asking.placement.contacts)
    return _rows(asking, (*at_home, *(worker for worker in placed if worker not in set(at_home))))


def people_elsewhere(asking: Asking) -> tuple[CandidateRow, ...]:
    """Order everybody else: for who types a name."""
    here = {row.worker for row in people_here(asking)}
    return _rows(asking, (worker for worker in asking.board.rows if worker not in here))


def _rows(asking: Asking, workers: Iterable[str]) -> tuple[CandidateRow, ...]:
    make = partial(_row, asking)
    rows = asking.board.rows
    return tuple(make(rows[worker]) for worker in workers if worker in rows)


def _row(asking: Asking, row: WorkerRow) -> CandidateRow:
    now = row.load + asking.added.get(row.worker, 0)
    place, standing, after = asking.place_of(row.worker), Standing.FREE, now
    if asking.measure is not None and not place:
        after = now + asking.share_for(row.worker)
        standing, _ = standing_of(asking, row, after)
    room = min(row.capacity, row.ceiling) - now
    return CandidateRow(
        worker=row.worker,
        name=row.name.casefold(),
        search=asking.board.search_words[row.worker],
        standing=standing,
        place=place,
        room=room if asking.position is Position.SECOND or row.first_room or row.room <= 0 else 0,
        cost=_cost(asking, row, now, after),
    )


def standing_of(asking: Asking, row: WorkerRow, after: Hundredths) -> tuple[Standing, Breach | str]:
    """Tell how somebody stands to the case and what is in the way, as a breach or a code; `after` is her load with it.

    The rule that nobody may set aside goes before others.
    """
    key, board, worker = asking.measure, asking.board, row.worker
    if key is None:
        return Standing.FREE, ""
    if (key, worker) in asking.draft.exclusions:
        return Standing.BLOCKED, "excluded"
    if asking.position is Position.SECOND and asking.placement is None:
        return Standing.BLOCKED, "no_first"
    breaches = [breach for breach in board.breaches(key, worker, asking.position) if breach.rule != "H8"]
    refused = next((breach for breach in breaches if not starred(breach)), None)
    if refused is not None:
        return Standing.BLOCKED, refused
    if breaches:
        return Standing.ASKS_REASON, breaches[0]
    return (Standing.ASKS_REASON, "over_ceiling") if after > row.ceiling else (Standing.FREE, "")


def _cost(asking: Asking, row: WorkerRow, before: Hundredths, after: Hundredths) -> tuple[int, ...]:
    """Give what a case costs with somebody, in the order of the goals: face, norm, distance, evenness."""
    if asking.measure is None or row.capacity <= 0:
        return (1, 0, 0, before)
    passed_over = int(asking.position is Position.FIRST and asking.face not in {None, row.worker})
    share = after - before
    return (
        passed_over,
        over_norm_added(row.capacity, before, share),
        steps_away(asking.board.round, asking.measure, row.worker),
        evenness_added(row.capacity, before, share),
    )
