"""The rail at the left: one button a page, with an icon and a word."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from caseload_planner.gui.icons import icon
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.views.page_list import PageEntry

RAIL_ICON = 24


class Rail(QFrame):
    """Chooses a page; Alt+1, Alt+2 ... do the same."""

    chosen = Signal(str)

    def __init__(self, entries: tuple[PageEntry, ...]) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XS, Space.M, Space.XS, Space.M)
        layout.setSpacing(Space.XS)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        for number, entry in enumerate(entries, start=1):
            button = self._button(entry, number)
            self.buttons[entry.key] = button
            self._group.addButton(button)
            layout.addWidget(button)
        layout.addStretch(1)

    def _button(self, entry: PageEntry, number: int) -> QToolButton:
        colours = colours_for(self.palette())
        button = QToolButton()
        button.setText(entry.name)
        button.setIcon(icon(entry.icon, colours.muted, RAIL_ICON, checked_colour=colours.accent_text))
        button.setIconSize(QSize(RAIL_ICON, RAIL_ICON))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setShortcut(f"Alt+{number}")
        button.setToolTip(f"{entry.name} (Alt+{number})")
        button.setObjectName(entry.key)
        button.clicked.connect(self._on_clicked)
        return button

    def show_page(self, key: str) -> None:
        """Mark the page that is shown."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)

    def _on_clicked(self) -> None:
        button = self._group.checkedButton()
        if button is not None:
            self.chosen.emit(button.objectName())
