"""Why nothing of the draft can be changed at this moment."""

from PySide6.QtCore import QCoreApplication

from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel

translate = QCoreApplication.translate


def busy_words(model: DistributionPageModel) -> str:
    """Say what is under way, and what ends it."""
    if model.search.running:
        return translate("BusyWords", "A proposal is being looked for. Wait for it, or stop it first (Esc).")
    if model.deciding.running:
        return translate("BusyWords", "The decision is being written. One moment.")
    return translate("BusyWords", "The draft of before is being looked up. One moment.")
