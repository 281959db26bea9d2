"""Which columns of the caseload table find room, and how wide they are."""

from collections.abc import Collection, Mapping

from caseload_planner.gui.models.worker_columns import Column

LEAST_WIDTHS: Mapping[Column, int] = {
    Column.NAME: 148,
    Column.TEAM: 100,
    Column.ROLE: 138,
    Column.CONTRACT: 54,
    Column.DEPLOYABLE: 76,
    Column.MEASURES: 56,
    Column.FAMILIES: 68,
    Column.LOAD: 64,
    Column.ROOM: 66,
    Column.BAR: 118,
    Column.UTILISATION: 66,
    Column.TREND: 88,
    Column.SNS: 48,
    Column.DUOS: 56,
    Column.LAST_INTAKE: 86,
    Column.MARKS: 128,
}
"""Least widths in device-independent pixels; the bar and the marks share what is left."""

GIVES_WAY = (
    Column.FAMILIES,
    Column.CONTRACT,
    Column.ROLE,
    Column.DUOS,
    Column.LAST_INTAKE,
    Column.SNS,
    Column.TEAM,
    Column.DEPLOYABLE,
    Column.MEASURES,
    Column.TREND,
    Column.MARKS,
    Column.UTILISATION,
    Column.BAR,
)
"""Columns that go when there is little room, the first first; name, points and room always stay."""

FOR_COMFORT = frozenset({Column.FAMILIES, Column.CONTRACT, Column.ROLE, Column.DUOS, Column.LAST_INTAKE})
"""Columns that go already where the bar would be hard to read with them."""
BAR_COMFORT = 30
"""What the bar wants beyond its least width before these columns get their place, in device-independent pixels."""

_TAKES_MOST = (Column.BAR, Column.MARKS, Column.NAME)


def fitted_widths(
    room: int, wanted: Collection[Column], least: Mapping[Column, int], own: Mapping[Column, int]
) -> dict[Column, int]:
    """Give the columns that fit with their widths; together exactly `room` where there is that much.

    Parameters
    ----------
    room
        Width of the table in device-independent pixels.
    wanted
        The columns that the user wants to see.
    least
        How wide each has to be at least.
    own
        Widths that the user gave; these do not grow.
    """
    shown = {column: own.get(column, least[column]) for column in Column if column in wanted}
    for column in GIVES_WAY:
        comfort = BAR_COMFORT if column in FOR_COMFORT and Column.BAR in shown else 0
        if sum(shown.values()) + comfort <= room:
            break
        shown.pop(column, None)
    spare = max(0, room - sum(shown.values()))
    takers = [column for column in _TAKES_MOST if column in shown and column not in own] or [max(shown)]
    first = takers[0]
    if len(takers) > 1:
        shown[first] += spare * 3 // 5
        spare -= spare * 3 // 5
        shown[takers[1]] += spare
    else:
        shown[first] += spare
    return shown
