"""What the caseload table can be narrowed to: facets of a worker, in groups."""

from collections.abc import Collection
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from caseload_planner.application.caseload_rows import SNS_GOAL, Mark, WorkerRow

translate = QCoreApplication.translate


class Facet(StrEnum):
    """Something that holds for a worker, or not, and that one may want to see only."""

    ROOM = "room"
    OVER_NORM = "over_norm"
    OVER_CEILING = "over_ceiling"
    SNS_SHORT = "sns_short"
    DISPUTED = "disputed"
    ABSENT = "absent"
    ONBOARDING = "onboarding"
    LEAVING = "leaving"
    TEAM_D = "team_d"
    UNREGISTERED = "unregistered"
    SCHOTTEN = "schotten"


GROUPS: tuple[tuple[Facet, ...], ...] = (
    (Facet.ROOM, Facet.OVER_NORM, Facet.OVER_CEILING),
    (Facet.SNS_SHORT, Facet.DISPUTED),
    (Facet.ABSENT, Facet.ONBOARDING, Facet.LEAVING, Facet.TEAM_D, Facet.UNREGISTERED, Facet.SCHOTTEN),
)
"""Facets that belong together. Of one group somebody has to fit one that is chosen, of every group in which one is."""


def facets_of(row: WorkerRow, *, disputed: bool) -> frozenset[Facet]:
    """Give the facets of a worker; `disputed` says whether a point about one of her cases waits for an answer."""
    found = {
        Facet.ROOM: row.first_room > 0,
        Facet.OVER_NORM: row.over_working_norm,
        Facet.OVER_CEILING: row.over_ceiling,
        Facet.SNS_SHORT: Mark.SNS in row.marks and row.sns_measures < SNS_GOAL,
        Facet.DISPUTED: disputed,
        **{Facet(mark.value): mark in row.marks for mark in Mark if mark.value in set(Facet)},
    }
    return frozenset(facet for facet, holds in found.items() if holds)


def fits(facets: Collection[Facet], chosen: Collection[Facet]) -> bool:
    """Whether a worker with these facets is shown under a choice; an empty choice shows everybody."""
    wanted = [[facet for facet in group if facet in chosen] for group in GROUPS]
    return all(any(facet in facets for facet in group) for group in wanted if group)


def facet_text(facet: Facet) -> str:
    """Name a facet, for a menu and for what stands above the table."""
    return {
        Facet.ROOM: translate("WorkerFacets", "Has room"),
        Facet.OVER_NORM: translate("WorkerFacets", "Above the norm"),
        Facet.OVER_CEILING: translate("WorkerFacets", "Above the ceiling"),
        Facet.SNS_SHORT: translate("WorkerFacets", "SNS goal not reached"),
        Facet.DISPUTED: translate("WorkerFacets", "Waits for an answer"),
        Facet.ABSENT: translate("WorkerFacets", "On leave"),
        Facet.ONBOARDING: translate("WorkerFacets", "Onboarding"),
        Facet.LEAVING: translate("WorkerFacets", "Leaving"),
        Facet.TEAM_D: translate("WorkerFacets", "Team D"),
        Facet.UNREGISTERED: translate("WorkerFacets", "No SKJ"),
        Facet.SCHOTTEN: translate("WorkerFacets", "Schotten"),
    }[facet]
