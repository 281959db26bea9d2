"""Labels, cards and the like with the roles of the style sheet."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolTip, QVBoxLayout, QWidget

from caseload_planner.gui.icons import icon, pixmap
from caseload_planner.gui.models.chips import Chip, Tone
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.views.cell_delegates import tone_colours

LEAST_ELIDED = 48
"""Width in device-independent pixels that a label which gives way keeps."""


def label(text: str, role: str = "", tone: Tone = Tone.PLAIN, *, wrap: bool = False) -> QLabel:
    """Make a label with a role of the style sheet: title, heading, strong, muted, small, figure, notice or chip."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    made.setProperty("tone", tone.value)
    return made


def set_tone(widget: QWidget, tone: Tone) -> None:
    """Change the tone of a label that is shown already."""
    if widget.property("tone") != tone.value:
        widget.setProperty("tone", tone.value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def set_role(widget: QWidget, role: str) -> None:
    """Change the role of a widget that is shown already."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def frame(role: str) -> QFrame:
    """Make a frame with a role: card, panel, header, status, drawer, rail or rule."""
    made = QFrame()
    made.setProperty("role", role)
    return made


def rule() -> QFrame:
    """Make a hairline."""
    return frame("rule")


def icon_label(name: str, size: int, tone: Tone = Tone.PLAIN) -> QLabel:
    """Make a label that is only an icon, in the colour of a tone; screen readers skip it."""
    made = QLabel()
    made.setPixmap(pixmap(name, tone_colours(tone, colours_for(made.palette()))[0], size))
    made.setFixedSize(size, size)
    return made


def chip_row(chips: Iterable[Chip]) -> QWidget:
    """Make a row of chips."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(Space.XS)
    for chip in chips:
        made = label(chip.text, "chip", chip.tone)
        made.setToolTip(chip.explained)
        layout.addWidget(made)
    layout.addStretch(1)
    return row


def primary_button(text: str) -> QPushButton:
    """Make the one button of a page or dialog that does what it is for."""
    made = QPushButton(text)
    made.setProperty("role", "primary")
    return made


def icon_button(name: str, text: str, colour: str) -> QPushButton:
    """Make a button with an icon and words."""
    made = QPushButton(icon(name, colour), text)
    made.setAutoDefault(False)
    return made


def column(*widgets: QWidget, spacing: int = Space.S) -> QVBoxLayout:
    """Put widgets under each other without a margin."""
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


class ElidedLabel(QLabel):
    """A label that gives way: what does not fit becomes dots, and the whole stands in its tooltip."""

    def __init__(self, role: str = "", tone: Tone = Tone.PLAIN) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone.value)
        if role == "chip":
            self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def minimumSizeHint(self) -> QSize:
        """Be content with a few letters."""
        return QSize(min(self.sizeHint().width(), LEAST_ELIDED), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Say the whole text in the tooltip where it is shortened and nothing else is to be said."""
        shortened = self.width() < self.sizeHint().width()
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and shortened and not self.toolTip():
            QToolTip.showText(event.globalPos(), self.text(), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        QFrame.paintEvent(self, event)
        box = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter = QPainter(self)
        role = QPalette.ColorRole.WindowText
        self.style().drawItemText(
            painter, box, int(self.alignment().value), self.palette(), self.isEnabled(), text, role
        )
        painter.end()
