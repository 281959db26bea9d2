"""The columns of the caseload table: their order, their headings, and which of them are figures."""

from enum import IntEnum

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Column(IntEnum):
    """The columns of the table, from left to right."""

    NAME = 0
    TEAM = 1
    ROLE = 2
    CONTRACT = 3
    DEPLOYABLE = 4
    MEASURES = 5
    FAMILIES = 6
    LOAD = 7
    ROOM = 8
    BAR = 9
    UTILISATION = 10
    TREND = 11
    SNS = 12
    DUOS = 13
    LAST_INTAKE = 14
    MARKS = 15


NUMBER_COLUMNS = frozenset(
    {
        Column.CONTRACT,
        Column.DEPLOYABLE,
        Column.MEASURES,
        Column.FAMILIES,
        Column.LOAD,
        Column.ROOM,
        Column.UTILISATION,
        Column.SNS,
        Column.DUOS,
        Column.LAST_INTAKE,
    }
)
"""Columns whose cells stand at the right."""

LARGEST_FIRST = (NUMBER_COLUMNS | {Column.BAR, Column.MARKS}) - {Column.LAST_INTAKE}
"""Columns whose first click puts the largest on top; of the last case the longest ago comes first, and of the trend
who will carry least."""

ALWAYS_SHOWN = frozenset({Column.NAME})
"""Columns that a user cannot leave out."""


def column_name(column: Column) -> str:
    """Give the heading of a column."""
    return {
        Column.NAME: translate("WorkerColumns", "Name"),
        Column.TEAM: translate("WorkerColumns", "Team"),
        Column.ROLE: translate("WorkerColumns", "Role"),
        Column.CONTRACT: translate("WorkerColumns", "Fte"),
        Column.DEPLOYABLE: translate("WorkerColumns", "Deployable"),
        Column.MEASURES: translate("WorkerColumns", "Cases"),
        Column.FAMILIES: translate("WorkerColumns", "Families"),
        Column.LOAD: translate("WorkerColumns", "Points"),
        Column.ROOM: translate("WorkerColumns", "Room"),
        Column.BAR: translate("WorkerColumns", "Caseload"),
        Column.UTILISATION: translate("WorkerColumns", "Of norm"),
        Column.TREND: translate("WorkerColumns", "Trend"),
        Column.SNS: translate("WorkerColumns", "SNS"),
        Column.DUOS: translate("WorkerColumns", "Duos"),
        Column.LAST_INTAKE: translate("WorkerColumns", "Last case"),
        Column.MARKS: translate("WorkerColumns", "To know"),
    }[column]


def column_explained(column: Column) -> str:
    """Explain a column in a sentence; empty where its name says it."""
    return {
        Column.NAME: "",
        Column.TEAM: "",
        Column.ROLE: "",
        Column.CONTRACT: translate("WorkerColumns", "Contracted fte"),
        Column.DEPLOYABLE: translate(
            "WorkerColumns", "Fte that is really there: without other duties, long leave and onboarding"
        ),
        Column.MEASURES: translate("WorkerColumns", "Running measures as first or second contact"),
        Column.FAMILIES: translate("WorkerColumns", "Families of these measures"),
        Column.LOAD: translate("WorkerColumns", "Weighted caseload in caseload points"),
        Column.ROOM: translate("WorkerColumns", "Points to the working norm; below nothing she carries more"),
        Column.BAR: translate(
            "WorkerColumns", "Grey: other duties, leave, onboarding. The line is the working norm, the tick the ceiling"
        ),
        Column.UTILISATION: translate("WorkerColumns", "Points as a share of the working norm"),
        Column.TREND: translate(
            "WorkerColumns", "Points of 13 weeks back and 8 ahead; the dot is today, the thin line the working norm"
        ),
        Column.SNS: translate("WorkerColumns", "SNS cases of two; only who is trained"),
        Column.DUOS: translate("WorkerColumns", "Cases that she carries together with somebody"),
        Column.LAST_INTAKE: translate("WorkerColumns", "The day on which she took the newest case that she still has"),
        Column.MARKS: translate("WorkerColumns", "Leave, onboarding, leaving, team D and the like"),
    }[column]
