"""The table, or what stands in its place while there are no rows to show."""

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout

from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.views.caseload.worker_table_view import WorkerTableView
from caseload_planner.gui.views.labels import frame, primary_button
from caseload_planner.gui.views.notice import NoticePage

LEAST_HEIGHT = 160
"""Height in device-independent pixels at which three rows are seen."""


class TableState(Enum):
    """What is shown."""

    ROWS = "rows"
    LOADING = "loading"
    NOBODY_FITS = "nobody_fits"
    EMPTY_FILE = "empty_file"
    FAILED = "failed"


WITHOUT_TOOLBAR = frozenset({TableState.LOADING, TableState.EMPTY_FILE, TableState.FAILED})
"""States in which there is nothing to search or to sort."""


class TableStack(QStackedWidget):
    """Holds the table and the notices; each notice has the button that does what it says."""

    everybody_asked = Signal()
    import_asked = Signal()
    retry_asked = Signal()

    def __init__(self, table: WorkerTableView) -> None:
        super().__init__()
        card: QFrame = frame("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(table)
        self._pages = {TableState.ROWS: card, **self._notices()}
        for page in self._pages.values():
            self.addWidget(page)
        # The notices would keep the window large while the table shows; what is cut off then is only their margin.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(LEAST_HEIGHT)

    def _notices(self) -> dict[TableState, NoticePage]:
        loading = NoticePage("refresh", self.tr("Working out the caseload"), self.tr("This takes a moment."))
        nobody = NoticePage(
            "people", self.tr("Nobody to show"), self.tr("No worker fits the search, the filter or the chosen team.")
        )
        everybody = QPushButton(self.tr("Show everybody"))
        everybody.clicked.connect(self.everybody_asked)
        nobody.set_button(everybody)
        empty = NoticePage(
            "import", self.tr("This file is still empty"), self.tr("Import the files of your organisation to begin.")
        )
        importing = primary_button(self.tr("Import…"))
        importing.clicked.connect(self.import_asked)
        empty.set_button(importing)
        failed = NoticePage(
            "warning", self.tr("The caseload could not be made"), self.tr("Nothing was lost. Try again."), Tone.WARN
        )
        again = QPushButton(self.tr("Try again"))
        again.clicked.connect(self.retry_asked)
        failed.set_button(again)
        return {
            TableState.LOADING: loading,
            TableState.NOBODY_FITS: nobody,
            TableState.EMPTY_FILE: empty,
            TableState.FAILED: failed,
        }

    @property
    def state(self) -> TableState:
        """What is shown now."""
        shown = self.currentWidget()
        return next(state for state, page in self._pages.items() if page is shown)

    def show_state(self, state: TableState) -> None:
        """Show something else."""
        self.setCurrentWidget(self._pages[state])
