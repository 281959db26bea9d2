"""The assumption cards: a slider with its range, the value as a number, our own history, and room for a reason."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from caseload_planner.gui.establishment_texts import assumption_text
from caseload_planner.gui.formatting import NARROW_SPACE
from caseload_planner.gui.icons import icon
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.establishment_cards import Card, CardSpec, Unit, value_words
from caseload_planner.gui.viewmodels.establishment_page import EstablishmentPageModel
from caseload_planner.gui.views.establishment.durations_card import DurationsCardView
from caseload_planner.gui.views.labels import label, set_tone
from caseload_planner.gui.views.number_field import LevelSlider, NumberField

CARDS_WIDTH = 316
_DURATIONS_AFTER = "inflow.growth_per_year"


class CardView(QFrame):
    """One assumption; it only changes its scenario when a person moves something."""

    moved = Signal(str, float)
    reasoned = Signal(str, str)

    def __init__(self, spec: CardSpec) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.spec = spec
        self._base_value = 0.0
        name = assumption_text(spec.key)
        self._name = label(name, "strong", wrap=True)
        self.slider = LevelSlider()
        self.slider.setRange(0, round((spec.high - spec.low) / spec.step))
        self.slider.setPageStep(max(1, self.slider.maximum() // 10))
        self.slider.setAccessibleName(name)
        self.number = NumberField()
        self.number.setRange(spec.low, spec.high)
        self.number.setSingleStep(spec.step)
        self.number.setDecimals(0 if spec.step >= 1 else 1)
        self.number.setSuffix(f"{NARROW_SPACE}%" if spec.unit is Unit.PERCENT else "")
        self.number.setAccessibleName(name)
        self.back = QToolButton()
        self.back.setIcon(icon("undo", colours_for(self.palette()).muted))
        self.back.setAccessibleName(self.tr("Back to the base"))
        self._facts = label("", "small", wrap=True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why?"))
        self.reason.setAccessibleName(self.tr("Reason for: %1").replace("%1", name))
        self._lay_out()
        self.slider.valueChanged.connect(self._on_slider)
        self.number.valueChanged.connect(self._on_number)
        self.reason.editingFinished.connect(self._on_reason)
        self.back.clicked.connect(self._on_back)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(Space.XS)
        first.addWidget(self._name, 1)
        first.addWidget(self.back)
        first.addWidget(self.number)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.XS)
        column.addLayout(first)
        column.addWidget(self.slider)
        column.addWidget(self._facts)
        column.addWidget(self.reason)

    def show_card(self, card: Card, *, frozen: bool) -> None:
        """Show an assumption as it is now."""
        self._base_value = card.base_value
        with QSignalBlocker(self.slider), QSignalBlocker(self.number):
            self.slider.setValue(round((card.value - self.spec.low) / self.spec.step))
            self.number.setValue(card.value)
        if not self.reason.hasFocus():
            self.reason.setText(card.reason)
        base = self.tr("Base: %1.").replace("%1", value_words(self.spec, card.base_value)) if card.changed else ""
        self._facts.setText(" ".join(words for words in (base, card.history, card.hint) if words))
        set_tone(self._name, Tone.ACCENT if card.changed else Tone.PLAIN)
        self.back.setVisible(card.changed)
        self.back.setToolTip(base)
        self.reason.setVisible(card.changed or bool(card.reason))
        for widget in (self.slider, self.number, self.reason, self.back):
            widget.setEnabled(not frozen)

    def _on_slider(self, place: int) -> None:
        self.moved.emit(self.spec.key, self.spec.low + place * self.spec.step)

    def _on_number(self, value: float) -> None:
        self.moved.emit(self.spec.key, value)

    def _on_reason(self) -> None:
        self.reasoned.emit(self.spec.key, self.reason.text())

    def _on_back(self) -> None:
        self.moved.emit(self.spec.key, self._base_value)


class CardsPane(QScrollArea):
    """All cards under each other."""

    def __init__(self, model: EstablishmentPageModel) -> None:
        super().__init__()
        self._model = model
        self.setWidgetResizable(True)
        self.setFixedWidth(CARDS_WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.XS, 0)
        column.setSpacing(Space.S)
        self._frozen = label(self.tr("This scenario is frozen; copy it to change it."), "notice", wrap=True)
        column.addWidget(self._frozen)
        self.views: dict[str, CardView] = {}
        self.durations = DurationsCardView()
        self.durations.chosen.connect(model.follow_history)
        self.durations.reasoned.connect(model.give_reason)
        for card in model.cards:
            view = CardView(card.spec)
            view.moved.connect(model.change)
            view.reasoned.connect(model.give_reason)
            column.addWidget(view)
            self.views[card.spec.key] = view
            if card.spec.key == _DURATIONS_AFTER:
                column.addWidget(self.durations)
        column.addStretch(1)
        self.setWidget(inside)
        model.scenario_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the scenario as it is now."""
        frozen = self._model.frozen
        self._frozen.setVisible(frozen)
        for card in self._model.cards:
            self.views[card.spec.key].show_card(card, frozen=frozen)
        self.durations.show_card(self._model.durations, frozen=frozen)
