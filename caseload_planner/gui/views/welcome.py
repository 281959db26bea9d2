"""The first thing that a user sees: three doors, and the files opened before."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from caseload_planner.gui.commands import CommandBook
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.window import WindowModel
from caseload_planner.gui.views.labels import icon_label, label
from caseload_planner.gui.views.look_buttons import LookButtons

WELCOME_WIDTH = 860


class Door(QPushButton):
    """A large button: an icon, what it opens, and a sentence about it."""

    def __init__(self, name: str, heading: str, sentence: str) -> None:
        super().__init__()
        self.setProperty("role", "door")
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.S)
        layout.addWidget(icon_label(name, 30, Tone.ACCENT))
        layout.addSpacing(Space.XS)
        layout.addWidget(label(heading, "heading", wrap=True))
        layout.addWidget(label(sentence, "muted", wrap=True))
        layout.addStretch(1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Ask for room for the sentence."""
        return QSize(260, 190)


class Welcome(QWidget):
    """Three doors and the recent files."""

    def __init__(self, window: WindowModel, commands: CommandBook) -> None:
        super().__init__()
        self._window, self._commands = window, commands
        self.demo = Door(
            "demo",
            self.tr("Look around in the demo"),
            self.tr("An invented organisation with 11 teams and this week's new cases."),
        )
        self.importing = Door(
            "import",
            self.tr("Start with your own files"),
            self.tr("Read a folder with CSV files or an Excel workbook. You see first what would change."),
        )
        self.opening = Door(
            "folder", self.tr("Open a file"), self.tr("Go on with a file of this program that you made before.")
        )
        self._doors = (self.demo, self.importing, self.opening)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._busy = label(self.tr("Opening. This can take some seconds the first time."), "muted")
        self._lay_out()
        self.demo.clicked.connect(window.open_demo)
        self.importing.clicked.connect(commands.actions["import"].trigger)
        self.opening.clicked.connect(commands.actions["open"].trigger)
        window.opening_changed.connect(self._on_opening)
        self._on_opening()

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setFixedWidth(WELCOME_WIDTH)
        column = QVBoxLayout(middle)
        column.setSpacing(Space.S)
        column.addStretch(2)
        name = QHBoxLayout()
        name.setSpacing(Space.M)
        name.addWidget(icon_label("caseload", 38, Tone.ACCENT))
        name.addWidget(label("Caseload Planner", "display"))
        name.addStretch(1)
        column.addLayout(name)
        sentence = self.tr("Who carries how much, who has room, and who takes this week's new cases.")
        column.addWidget(label(sentence, "lead", wrap=True))
        column.addSpacing(Space.XL)
        doors = QHBoxLayout()
        doors.setSpacing(Space.L)
        for door in self._doors:
            doors.addWidget(door, 1)
        column.addLayout(doors)
        column.addSpacing(Space.S)
        column.addWidget(self._progress)
        column.addWidget(self._busy)
        recent = self._recent()
        if recent is not None:
            column.addSpacing(Space.M)
            column.addWidget(recent)
        column.addStretch(3)
        self.look = LookButtons(self._window, self._commands)
        outer = QGridLayout(self)
        outer.addWidget(self.look, 0, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        outer.addWidget(middle, 0, 0, Qt.AlignmentFlag.AlignHCenter)

    def _recent(self) -> QFrame | None:
        paths = self._window.settings.recent_files
        if not paths:
            return None
        box = QFrame()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(self.tr("Opened before"), "heading"), 0, 0, 1, 2)
        for row, path in enumerate(paths, start=1):
            grid.addWidget(RecentFile(path, self._window), row, 0)
            grid.addWidget(label(str(path.parent), "small"), row, 1)
        return box

    def _on_opening(self) -> None:
        busy = self._window.opening
        self._progress.setVisible(busy)
        self._busy.setVisible(busy)
        for door in self._doors:
            door.setEnabled(not busy)


class RecentFile(QPushButton):
    """A file opened before."""

    def __init__(self, path: Path, window: WindowModel) -> None:
        super().__init__(path.name)
        self._path, self._window = path, window
        self.setProperty("role", "link")
        self.setToolTip(str(path))
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self._window.open_file(self._path)
