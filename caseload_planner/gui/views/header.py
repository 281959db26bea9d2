"""The header: which teams, which date, which norm; language, theme and the menu."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, QTimer
from PySide6.QtWidgets import QDateEdit, QFrame, QHBoxLayout, QMenu, QToolButton

from caseload_planner.gui import formatting
from caseload_planner.gui.icons import icon
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.window import WindowModel
from caseload_planner.gui.views.labels import label
from caseload_planner.gui.views.look_buttons import LookButtons
from caseload_planner.gui.views.scope_chooser import ScopeChooser

DATE_SETTLES_AFTER_MS = 250
"""A date that is being typed or turned is taken when it rests, not at every key."""


class Header(QFrame):
    """State of the whole window; the page below follows it."""

    def __init__(self, window: WindowModel, menu: QMenu) -> None:
        super().__init__()
        self._window, self._scope = window, window.session.scope
        self.setProperty("role", "header")
        self.scope = ScopeChooser(window.session)
        self.date = self._make_date()
        self.week = label("", "muted")
        self.norm = label("", "chip", Tone.ACCENT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.S, Space.M, Space.S)
        layout.setSpacing(Space.S)
        for widget in (self.scope, self.date, self.week):
            layout.addWidget(widget)
        layout.addSpacing(Space.S)
        layout.addWidget(self.norm)
        layout.addStretch(1)
        self.look = LookButtons(window)
        layout.addWidget(self.look)
        layout.addWidget(self._make_menu(menu))
        self._settle = QTimer(self, singleShot=True, interval=DATE_SETTLES_AFTER_MS)
        self._settle.timeout.connect(self._on_settled)
        self._scope.date_changed.connect(self._show_date)
        window.session.caseload_changed.connect(self._show_norm)
        window.session.opened.connect(self._show_norm)
        self._show_date()
        self._show_norm()

    def _make_date(self) -> QDateEdit:
        edit = QDateEdit()
        # A widget takes the locale of the window it comes into, which is that of the language the program began in.
        edit.setLocale(QLocale())
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("ddd d MMM yyyy")
        edit.setToolTip(self.tr("Date of reference: every figure is of this day"))
        edit.setAccessibleName(self.tr("Date of reference"))
        edit.setMinimumWidth(158)
        edit.dateChanged.connect(self._on_date)
        return edit

    def _make_menu(self, menu: QMenu) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("more", colours_for(self.palette()).text))
        button.setToolTip(self.tr("Files and more (F10)"))
        button.setAccessibleName(self.tr("Files and more"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setShortcut("F10")
        button.setMenu(menu)
        return button

    def _show_date(self) -> None:
        on = self._scope.on
        with QSignalBlocker(self.date):
            self.date.setDate(QDate(on.year, on.month, on.day))
        self.week.setText(formatting.week(on))

    def _show_norm(self) -> None:
        caseload = self._window.session.caseload
        self.norm.setVisible(caseload is not None)
        if caseload is None:
            return
        norm = caseload.norm
        text = self.tr("Norm of %1: %2 funded · %3 working · %4 ceiling")
        figures = (norm.funded, norm.working, norm.ceiling)
        values = (formatting.day(norm.valid_from), *(formatting.points(figure) for figure in figures))
        for place, value in zip(("%1", "%2", "%3", "%4"), values, strict=True):
            text = text.replace(place, value)
        self.norm.setText(text)
        self.norm.setToolTip(
            self.tr(
                "Points per fte. Funded: over the contracted fte of a team. Working norm and ceiling: over what one "
                "person is really there. Provisional weights, to be calibrated."
            )
        )

    def _on_date(self) -> None:
        self._settle.start()

    def _on_settled(self) -> None:
        chosen = self.date.date()
        self._scope.set_date(date(chosen.year(), chosen.month(), chosen.day()))
