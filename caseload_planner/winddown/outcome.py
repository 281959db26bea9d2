"""From a board to a plan: what is handed over when, what runs out, and everybody's weeks."""

from collections.abc import Iterable

from caseload_planner.domain.assignment import Position
from caseload_planner.winddown.board import Board, Chosen
from caseload_planner.winddown.judge import WeeksAfter
from caseload_planner.winddown.options import NOBODY_NEW
from caseload_planner.winddown.plan import Handover, LeaverWeek, WeekLoad
from caseload_planner.winddown.problem import Family, Member


def handovers_of(board: Board) -> tuple[Handover, ...]:
    """Give every position that changes hands, seconds who join included, by week."""
    rows: list[Handover] = []
    for number, choice in enumerate(board.choices):
        if choice is not None:
            rows.extend(_of_family(board, number, choice))
    return tuple(sorted(rows, key=lambda one: (one.week, one.measure, one.position, one.receiver)))


def _of_family(board: Board, number: int, choice: Chosen) -> Iterable[Handover]:
    family, week = board.problem.families[number], board.week_of(number, choice)
    options, keys = board.options[number], board.problem.receivers
    place = int(options.firsts.worker[choice.first])
    first = None if place == NOBODY_NEW else keys[place]
    second = None
    if choice.second is not None:
        group = int(options.firsts.second_set[choice.first])
        second = keys[int(options.seconds[group].worker[choice.second])]
    for member in family.members:
        if not _runs(board, member, week):
            continue
        if member.first_giver is not None and first is not None:
            was_second = member.second_stays == first
            yield _handover(board, member, member.first_giver, first, Position.FIRST, week, was_second=was_second)
        if second is None:
            continue
        if member.second_giver is not None:
            yield _handover(board, member, member.second_giver, second, Position.SECOND, week)
        elif member.measure in _joined(board, family, number, choice):
            giver = member.second_stays or member.first_giver or ""
            yield _handover(board, member, giver, second, Position.SECOND, week, joins=True)


def _joined(board: Board, family: Family, number: int, choice: Chosen) -> frozenset[str]:
    """Give the measures that get another second."""
    group = int(board.options[number].firsts.second_set[choice.first])
    return frozenset() if group == NOBODY_NEW else family.set_members[group]


def _runs(board: Board, member: Member, week: int) -> bool:
    return member.measure in board.problem.ahead.staying[week].weights


def _handover(
    board: Board,
    member: Member,
    giver: str,
    receiver: str,
    position: Position,
    week: int,
    *,
    was_second: bool = False,
    joins: bool = False,
) -> Handover:
    return Handover(
        measure=member.measure,
        giver=giver,
        receiver=receiver,
        position=position,
        week=board.problem.horizon.mondays[week],
        overlap_weeks=board.problem.overlap(week),
        was_second=was_second,
        joins=joins,
    )


def fates_of(board: Board) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the measures that run out, and those that nobody takes over, sorted."""
    ends = {leaver.worker: leaver.ends_on for leaver in board.problem.leavers}
    runs_out: list[str] = []
    unplaced: list[str] = []
    for family, choice in zip(board.problem.families, board.choices, strict=True):
        week = None if choice is None else board.week_of(board.problem.families.index(family), choice)
        for member in family.members:
            if week is not None and _runs(board, member, week):
                continue
            over = all(member.last_day < ends[giver] for giver in member.givers)
            (runs_out if over else unplaced).append(member.measure)
    return tuple(sorted(runs_out)), tuple(sorted(unplaced))


def week_loads(board: Board, after: WeeksAfter, handovers: Iterable[Handover]) -> tuple[WeekLoad, ...]:
    """Give the planned weeks of everybody who receives something."""
    problem, receivers = board.problem, sorted({one.receiver for one in handovers})
    mondays = problem.horizon.mondays[: problem.horizon.planned]
    return tuple(
        WeekLoad(
            worker,
            monday,
            after.load(worker, week),
            problem.ahead.working(worker, week),
            problem.ahead.most(worker, week),
        )
        for worker in receivers
        for week, monday in enumerate(mondays)
    )


def leaver_weeks(board: Board, after: WeeksAfter) -> tuple[LeaverWeek, ...]:
    """Give the planned weeks of every leaver; nothing after her last day."""
    problem = board.problem
    mondays = problem.horizon.mondays[: problem.horizon.planned]
    return tuple(
        LeaverWeek(leaver.worker, monday, after.caseloads[week].load(leaver.worker))
        for leaver in problem.leavers
        for week, monday in enumerate(mondays)
    )
