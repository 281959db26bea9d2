"""Every key of the window and of the page that is shown, in one list."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from caseload_planner.gui.commands import Command, CommandGroup, keys_text, plain_name
from caseload_planner.gui.theme import Space
from caseload_planner.gui.views.labels import label

SIZE = (560, 600)


class KeysDialog(QDialog):
    """Keys by group; those of the page first.

    Parameters
    ----------
    of_frame, of_page
        Commands; those without a key are left out.
    """

    def __init__(self, of_frame: Iterable[Command], of_page: Iterable[Command], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(min(SIZE[0], parent.width()), min(SIZE[1], parent.height()))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        for heading, commands in self._sections(tuple(of_frame), tuple(of_page)):
            if commands:
                self._add(grid, heading, commands)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, Space.M, Space.M)
        layout.addWidget(area, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _sections(
        self, of_frame: tuple[Command, ...], of_page: tuple[Command, ...]
    ) -> tuple[tuple[str, tuple[Command, ...]], ...]:
        def of(group: CommandGroup) -> tuple[Command, ...]:
            return tuple(command for command in of_frame if command.group is group and command.keys)

        return (
            (self.tr("On this page"), tuple(command for command in of_page if command.keys)),
            (self.tr("Search and pages"), of(CommandGroup.GO)),
            (self.tr("Look"), of(CommandGroup.VIEW)),
            (self.tr("Files"), of(CommandGroup.FILE)),
            (self.tr("Help"), of(CommandGroup.HELP)),
        )

    @staticmethod
    def _add(grid: QGridLayout, heading: str, commands: tuple[Command, ...]) -> None:
        row = grid.rowCount()
        title = label(heading, "heading")
        title.setContentsMargins(0, Space.S if row > 1 else 0, 0, 0)
        grid.addWidget(title, row, 0, 1, 2)
        for number, command in enumerate(commands, start=row + 1):
            keys = label(keys_text(command.keys), "key")
            grid.addWidget(keys, number, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label(plain_name(command), wrap=True), number, 1)
