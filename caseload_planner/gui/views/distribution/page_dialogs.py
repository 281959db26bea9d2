"""The dialogs of the Verdeling page: reasons, comparing, what does not fit, deciding and taking back, saving."""

import itertools
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from caseload_planner.application.ports import Decision
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.viewmodels.distribution_deciding import DecisionWords
from caseload_planner.gui.viewmodels.distribution_moves import Move
from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel
from caseload_planner.gui.viewmodels.window import WindowModel
from caseload_planner.gui.views.distribution.compare_dialog import CompareDialog
from caseload_planner.gui.views.distribution.decide_dialog import DecideDialog
from caseload_planner.gui.views.distribution.override_dialog import OverrideDialog
from caseload_planner.gui.views.distribution.shortage_dialog import ShortageDialog
from caseload_planner.gui.views.distribution.withdraw_dialog import WithdrawDialog
from caseload_planner.gui.views.failure_dialog import show_error


class PageDialogs(QObject):
    """Opens dialogs above the page that is its parent; none of them blocks."""

    def __init__(self, window: WindowModel, model: DistributionPageModel, page: QWidget) -> None:
        super().__init__(page)
        self._window, self._model = window, model
        model.changes.reason_asked.connect(self._on_reason_asked)
        model.stale.connect(self._on_stale)
        model.failed.connect(self._on_failed)
        model.deciding.withdrawn.connect(self._on_withdrawn)

    @property
    def _page(self) -> QWidget:
        """The page; no attribute, as cycles of QObjects are collected on any thread."""
        return self.parent()  # type: ignore[return-value]  # given in __init__

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # while distributing -----------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_reason_asked(self, move: Move) -> None:
        dialog = OverrideDialog(self._model, move, self._page)
        dialog.given.connect(self._model.changes.land)
        self._open(dialog)

    @Slot()
    def _on_stale(self) -> None:
        box = QMessageBox(self._page)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle(self.tr("Something changed meanwhile"))
        box.setText(self.tr("The cases or the people changed since this draft was made. Nothing was decided."))
        again = box.addButton(self.tr("Propose again"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Look first"), QMessageBox.ButtonRole.RejectRole)
        again.clicked.connect(self._model.proposing.ask_when_ready)
        self._open(box)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        show_error(self._page, error)

    @Slot()
    def show_shortage(self) -> None:
        """Open what is not safe to distribute."""
        board = self._model.board
        if board is not None:
            self._model.shortage.work_out(board, self._model.draft)
            self._open(ShortageDialog(self._model, board.round.on, self._page))

    @Slot()
    def show_comparison(self) -> None:
        """Compare the draft with how it stands now and with its proposals."""
        if self._model.may_propose and self._model.draft.placements:
            self._open(CompareDialog(self._model.alternatives, self._page))

    # deciding ---------------------------------------------------------------------------------------------------------

    @Slot()
    def ask_decision(self) -> None:
        """Open the summary, where there is something to decide."""
        summary, board = self._model.deciding.summary(), self._model.board
        if summary is None or board is None or not self._model.deciding.possible:
            return
        date_words = formatting.day_with_weekday(board.round.on)
        dialog = DecideDialog(summary, date_words, self._window.names, self._page)
        dialog.confirmed.connect(self._on_confirmed)
        self._open(dialog)

    @Slot(object)
    def _on_confirmed(self, words: DecisionWords) -> None:
        self._window.names.decided_by = words.decided_by
        self._model.deciding.decide(words)

    @Slot()
    def ask_withdrawal(self) -> None:
        """Ask who takes the last decision back, and why."""
        decision = self._model.deciding.decision
        if decision is not None and not self._model.deciding.running:
            dialog = WithdrawDialog(decision, self._window.names, self._page)
            dialog.confirmed.connect(self._on_withdrawal)
            self._open(dialog)

    @Slot(str, str)
    def _on_withdrawal(self, withdrawn_by: str, reason: str) -> None:
        services = self._window.session.services
        if services is not None:
            self._model.deciding.withdraw(services, withdrawn_by, reason)

    @Slot(object)
    def _on_withdrawn(self, decision: Decision) -> None:
        words = with_values(self.tr("Withdrawn: the cases of %1 wait again."), formatting.day(decision.on))
        self._window.status.say(words)

    @Slot(str, bool)
    def save_decision_list(self, ending: str, elsewhere: bool) -> None:  # noqa: FBT001 (a slot)
        """Save the besluitenlijst where documents went the last time, or where somebody says."""
        settings = self._window.settings
        decision, services = self._model.deciding.decision, self._window.session.services
        if decision is None or services is None:
            return
        name = with_values(self.tr("decision list %1"), decision.on.isoformat()).replace(" ", "-")
        folder = Path(settings.documents_folder) if settings.documents_folder else services.path.parent
        path = free_path((folder if folder.is_dir() else services.path.parent) / f"{name}{ending}")
        if elsewhere:
            kinds = {".pdf": self.tr("PDF (*.pdf)"), ".xlsx": self.tr("Excel (*.xlsx)")}
            title = self.tr("Save the decision list")
            chosen, _ = QFileDialog.getSaveFileName(self._page, title, str(path), kinds[ending])
            if not chosen:
                return
            path = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(ending)
            settings.documents_folder = str(path.parent)
        self._model.deciding.save_document(services, path)


def free_path(path: Path) -> Path:
    """Give a path at which there is no file yet: ``list.pdf``, else ``list-2.pdf``."""
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in itertools.count(2))
    return path if not path.exists() else next(one for one in numbered if not one.exists())
