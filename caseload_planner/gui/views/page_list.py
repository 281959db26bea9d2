"""The pages of the window, in the order of the rail. A new page is one entry here."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from caseload_planner.gui.viewmodels.window import WindowModel
from caseload_planner.gui.views.page import Page

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page: its key, its icon, its name in the language of now, and how it is built when it is first shown."""

    key: str
    icon: str
    name: str
    build: Callable[[WindowModel], Page]


def page_entries() -> tuple[PageEntry, ...]:
    """Give the pages."""
    return (
        PageEntry("caseload", "caseload", translate("Pages", "Caseload"), _caseload),
        PageEntry("distribution", "distribution", translate("Pages", "Distribution"), _distribution),
        PageEntry("team_d", "team_d", translate("Pages", "Team D"), _team_d),
        PageEntry("establishment", "establishment", translate("Pages", "Staffing"), _establishment),
        PageEntry("support", "support", translate("Pages", "Support"), _support),
    )


def _caseload(window: WindowModel) -> Page:
    # Imported when first shown, as each page: the window must appear at once.
    from caseload_planner.gui.views.caseload.page import CaseloadPage

    return CaseloadPage(window)


def _distribution(window: WindowModel) -> Page:
    from caseload_planner.gui.views.distribution.page import distribution_page

    return distribution_page(window)


def _establishment(window: WindowModel) -> Page:
    from caseload_planner.gui.views.establishment.page import EstablishmentPage

    return EstablishmentPage(window)


def _support(window: WindowModel) -> Page:
    from caseload_planner.gui.views.support.page import SupportPage

    return SupportPage(window)


def _team_d(window: WindowModel) -> Page:
    from caseload_planner.gui.views.team_d.page import TeamDPage

    return TeamDPage(window)
