"""Where an import begins: drop or choose a source, see what is expected, or take one that was read before."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.settings import RecentSource
from caseload_planner.gui.theme import Space
from caseload_planner.gui.views.importing.mapping_choice import MappingChoice
from caseload_planner.gui.views.labels import ElidedLabel, frame, icon_label, label

EXPECTED_WIDTH = 360
BUTTON_WIDTH = 280


class SourcePage(QWidget):
    """The first step of the import dialog.

    Parameters
    ----------
    recent
        Sources that were read before, the latest first; they may be gone by now.
    """

    chosen = Signal(Path)
    """A source was dropped, or taken from those read before."""
    folder_asked = Signal()
    workbook_asked = Signal()
    manual_asked = Signal()

    def __init__(self, recent: tuple[RecentSource, ...]) -> None:
        super().__init__()
        self.mapping = MappingChoice(tuple(dict.fromkeys(one.mapping for one in recent if one.mapping)))
        self.folder = QPushButton(self.tr("Choose a folder…"))
        self.workbook = QPushButton(self.tr("Choose a workbook or CSV file…"))
        self.manual = QPushButton(self.tr("What has to be in the files?"))
        self.mapping_manual = QPushButton(self.tr("How do I write a mapping?"))
        for button in (self.manual, self.mapping_manual):
            button.setProperty("role", "link")
            button.clicked.connect(self.manual_asked)
        self.recent: list[QPushButton] = []
        self.drop = _DropArea((self.folder, self.workbook))
        self.drop.dropped.connect(self.chosen)
        self.folder.clicked.connect(self.folder_asked)
        self.workbook.clicked.connect(self.workbook_asked)
        self._ours, self._theirs = self._expected_box(), self._mapped_box()
        self._lay_out(recent)
        self.mapping.changed.connect(self._on_mapping)
        self._on_mapping()
        for button in (self.folder, self.workbook, self.manual, self.mapping_manual, *self.recent):
            button.setAutoDefault(False)

    def _lay_out(self, recent: tuple[RecentSource, ...]) -> None:
        words = self.tr("You see first what would change; nothing is written until you agree.")
        left = QVBoxLayout()
        left.setSpacing(Space.M)
        left.addWidget(self.mapping)
        left.addWidget(self.drop, 1)
        if recent:
            left.addWidget(self._recent_box(recent))
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addLayout(left, 1)
        row.addWidget(self._ours)
        row.addWidget(self._theirs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(label(self.tr("What do you want to import?"), "title"))
        column.addWidget(label(words, "muted", wrap=True))
        column.addSpacing(Space.S)
        column.addLayout(row, 1)

    def _recent_box(self, recent: tuple[RecentSource, ...]) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(Space.XXS)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(self.tr("Read before"), "strong"), 0, 0, 1, 2)
        for row, one in enumerate(recent, start=1):
            path = one.path
            button = QPushButton(path.name)
            button.setProperty("role", "link")
            button.setToolTip(str(path))
            button.clicked.connect(partial(self._on_recent, one))
            where = ElidedLabel("small")
            by = "" if one.mapping is None else self.tr("by mapping %1").replace("%1", one.mapping.stem) + " · "
            where.setText(by + str(path.parent))
            grid.addWidget(button, row, 0)
            grid.addWidget(where, row, 1)
            self.recent.append(button)
        return box

    def _on_recent(self, one: RecentSource) -> None:
        self.mapping.choose(one.mapping)
        self.chosen.emit(one.path)

    def _on_mapping(self) -> None:
        mapped = self.mapping.path is not None
        self._ours.setVisible(not mapped)
        self._theirs.setVisible(mapped)

    def _mapped_box(self) -> QFrame:
        box = frame("card")
        box.setFixedWidth(EXPECTED_WIDTH)
        column = QVBoxLayout(box)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.M)
        column.addWidget(label(self.tr("The files or sheets that the mapping names"), "strong", wrap=True))
        for words in (
            self.tr("It says which columns are read, and how dates, numbers and words in them are meant."),
            self.tr("What it does not name stays as it is."),
            self.tr("What is wrong is told by the rows and columns of the export."),
        ):
            column.addWidget(label(words, "muted", wrap=True))
        column.addWidget(self.mapping_manual, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return box

    def _expected_box(self) -> QFrame:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        heading = self.tr("A folder with these CSV files, or one workbook with these sheets")
        grid.addWidget(label(heading, "strong", wrap=True), 0, 0, 1, 2)
        for row, (name, words) in enumerate(self._expected(), start=1):
            grid.addWidget(label(name), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(words, "muted", wrap=True), row, 1)
        last = 1 + len(self._expected())
        grid.addWidget(label(self.tr("A file that is not there changes nothing."), "small", wrap=True), last, 0, 1, 2)
        grid.addWidget(self.manual, last + 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.setRowStretch(last + 2, 1)
        return _scrolled(inside)

    def _expected(self) -> tuple[tuple[str, str], ...]:
        return (
            ("teams", self.tr("teams with their location and region")),
            ("workers", self.tr("people, their role, registration and training")),
            ("contracts", self.tr("hours, from when until when")),
            ("absences", self.tr("leave: dates and share, never the reason")),
            ("measures", self.tr("cases with their kind, family and dates")),
            ("assignments", self.tr("who has which case")),
            ("conflicts", self.tr("who may not have which family")),
            ("supporters", self.tr("support workers and their hours")),
            ("norm", self.tr("a norm of your own, if you have one")),
        )


def _scrolled(inside: QWidget) -> QFrame:
    """Put a column in a card in which it scrolls where the screen is low."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to the link at its end, and so to all of it
    area.setWidget(inside)
    box = frame("card")
    box.setFixedWidth(EXPECTED_WIDTH)
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(area)
    return box


class _DropArea(QFrame):
    """Takes one folder or file that is dropped on it; lights up while one hangs above it."""

    dropped = Signal(Path)

    def __init__(self, buttons: tuple[QPushButton, ...]) -> None:
        super().__init__()
        self.setProperty("role", "drop")
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.S)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(1)
        column.addWidget(icon_label("import", 40, Tone.ACCENT), 0, middle)
        heading = label(self.tr("Drop a folder or workbook here"), "heading", wrap=True)
        heading.setAlignment(middle)
        column.addWidget(heading)
        column.addWidget(label(self.tr("or"), "muted"), 0, middle)
        for button in buttons:
            button.setMinimumWidth(BUTTON_WIDTH)
            column.addWidget(button, 0, middle)
        column.addStretch(1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say whether what hangs above can be read."""
        if _path_in(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._light(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go dark again."""
        self._light(on=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take it."""
        self._light(on=False)
        path = _path_in(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def _light(self, *, on: bool) -> None:
        self.setProperty("on", "yes" if on else "no")
        self.style().unpolish(self)
        self.style().polish(self)


def _path_in(dropped: QMimeData) -> Path | None:
    """Give the one folder or file of this computer that is dropped; None for anything else."""
    urls = dropped.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
