"""The norm in force: a button that says as much as there is room for, and a card that says it in words."""

from enum import IntEnum

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QToolButton, QVBoxLayout, QWidget

from caseload_planner.domain.norm import Norm
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.icons import icon
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.session import Session
from caseload_planner.gui.views.labels import label, rule

CARD_WIDTH = 400


class Detail(IntEnum):
    """How much the button says."""

    WORD = 0
    FIGURES = 1
    SENTENCE = 2


class NormButton(QToolButton):
    """Names the norm that every figure shown is made with; a click opens the card."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._detail = session, Detail.SENTENCE
        self.setProperty("role", "norm")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(icon("norm", colours_for(self.palette()).accent_text, 18))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setShortcut("Alt+N")
        self.clicked.connect(self.open_card)

    @property
    def norm(self) -> Norm | None:
        """The norm on the date of reference."""
        caseload = self._session.caseload
        return None if caseload is None else caseload.norm

    def set_detail(self, detail: Detail) -> None:
        """Say more or less."""
        self._detail = detail
        self.refresh()

    def refresh(self) -> None:
        """Say which norm it is."""
        norm = self.norm
        self.setVisible(norm is not None)
        if norm is None:
            return
        whole = _filled(self.tr("Norm of %1: %2 funded · %3 working · %4 ceiling"), norm)
        texts = {
            Detail.SENTENCE: whole,
            Detail.FIGURES: _filled(self.tr("Norm %2 · %3 · %4"), norm),
            Detail.WORD: self.tr("Norm"),
        }
        self.setText(f" {texts[self._detail]}")  # the style leaves no room between icon and words
        self.setAccessibleName(whole)
        self.setToolTip(f"{whole} (Alt+N)")

    def open_card(self) -> None:
        """Show the card under the button."""
        if self.norm is not None:
            card = NormCard(self.norm, len(self._session.caseload.organisation.norms.norms), self)  # type: ignore[union-attr]  # there is a norm, so there is a caseload
            card.move(self.mapToGlobal(QPoint(0, self.height() + Space.XS)))
            card.show()
            card.setFocus()


class NormCard(QFrame):
    """The three lines of a norm, each with what it is held against; Esc or a click elsewhere closes it."""

    def __init__(self, norm: Norm, versions: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.setFixedWidth(CARD_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.S)
        heading = self.tr("Norm in force since %1").replace("%1", formatting.day(norm.valid_from))
        layout.addWidget(label(heading, "heading", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        for row, (figure, words) in enumerate(self._lines(norm)):
            grid.addWidget(
                label(figure, "fact-figure"), row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
            )
            grid.addWidget(label(words, wrap=True), row, 1)
        layout.addLayout(grid)
        layout.addWidget(rule())
        weights = self.tr("Points a case: 1.00 is a supervision order in its second year, at home, with nothing extra.")
        layout.addWidget(label(weights.replace("1.00", formatting.points(100)), "muted", wrap=True))
        layout.addWidget(label(self.tr("Provisional weights, to be calibrated."), "chip", Tone.WARN, wrap=True))
        if versions > 1:
            many = self.tr("This file holds %1 norms; the date of reference chooses between them.")
            layout.addWidget(label(many.replace("%1", formatting.count(versions)), "small", wrap=True))

    def _lines(self, norm: Norm) -> tuple[tuple[str, str], ...]:
        return (
            (formatting.points(norm.funded), self.tr("Funded: points per contracted fte, for a team or a region.")),
            (
                formatting.points(norm.working),
                self.tr("Working norm: points per fte that is really there, for a person."),
            ),
            (formatting.points(norm.ceiling), self.tr("Ceiling: above it only with a reason that is written down.")),
        )


def _filled(text: str, norm: Norm) -> str:
    values = (formatting.day(norm.valid_from), *map(formatting.points, (norm.funded, norm.working, norm.ceiling)))
    return with_values(text, *values)
