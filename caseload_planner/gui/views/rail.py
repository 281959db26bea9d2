"""The rail at the left: one button a page, with an icon and a word, or with its icon only where room is short."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from caseload_planner.gui.icons import icon
from caseload_planner.gui.theme import Space, Weight, colours_for
from caseload_planner.gui.views.page_list import PageEntry

RAIL_ICON = 24
LEAST_BUTTON = 88
"""Width of a button with a short name."""


class Rail(QFrame):
    """Chooses a page; Alt+1, Alt+2 ... do the same (the book of commands has those keys)."""

    chosen = Signal(str)
    turned = Signal()
    """The button at the bottom was clicked: names or icons only."""

    def __init__(self, entries: tuple[PageEntry, ...]) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XS, Space.S, Space.XS, Space.S)
        layout.setSpacing(Space.XS)
        self.narrow = False
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        for number, entry in enumerate(entries, start=1):
            button = self._button(entry, number)
            self.buttons[entry.key] = button
            self._group.addButton(button)
            layout.addWidget(button)
        layout.addStretch(1)
        self.turn = QToolButton()
        self.turn.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.turn.clicked.connect(self.turned)
        layout.addWidget(self.turn)
        self._named_height = self.minimumSizeHint().height()
        self.set_narrow(narrow=False)

    def _button(self, entry: PageEntry, number: int) -> QToolButton:
        colours = colours_for(self.palette())
        button = QToolButton()
        button.setText(entry.name)
        button.setIcon(icon(entry.icon, colours.muted, RAIL_ICON, checked_colour=colours.accent_text))
        button.setIconSize(QSize(RAIL_ICON, RAIL_ICON))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click goes into the page, and so do the keys
        button.setToolTip(f"{entry.name} (Alt+{number})")
        button.setAccessibleName(entry.name)
        button.setObjectName(entry.key)
        button.clicked.connect(self._on_clicked)
        return button

    def fits_names(self, height: int) -> bool:
        """Whether a height has room for the words under all icons."""
        return height >= self._named_height

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons only, or words under them."""
        self.narrow = narrow
        style = Qt.ToolButtonStyle
        for button in self.buttons.values():
            button.setToolButtonStyle(style.ToolButtonIconOnly if narrow else style.ToolButtonTextUnderIcon)
        self.setProperty("narrow", "yes" if narrow else "no")
        for widget in (self, self.turn, *self.buttons.values()):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        for button in self.buttons.values():
            button.setMinimumWidth(0 if narrow else self._widest_name())
        self.turn.setIcon(icon("rail_wide" if narrow else "rail_narrow", colours_for(self.palette()).muted))
        words = self.tr("Show the names of the pages") if narrow else self.tr("Show icons only")
        self.turn.setToolTip(words)
        self.turn.setAccessibleName(words)

    def _widest_name(self) -> int:
        """Give the width that the longest name needs, also when it is the page that is shown and so in strong type."""
        buttons = self.buttons.values()
        strong = [QFont(button.font()) for button in buttons]
        for font in strong:
            font.setWeight(Weight.STRONG)
        names = [QFontMetrics(font).horizontalAdvance(b.text()) for font, b in zip(strong, buttons, strict=True)]
        return max([LEAST_BUTTON, *(name + 2 * Space.S for name in names)])

    def show_page(self, key: str) -> None:
        """Mark the page that is shown."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)

    def _on_clicked(self) -> None:
        button = self._group.checkedButton()
        if button is not None:
            self.chosen.emit(button.objectName())
