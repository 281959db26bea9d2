"""The tasks that can move: how often, how long, which share, and the hours a week that follow."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from caseload_planner.gui.filling import with_values
from caseload_planner.gui.formatting import NARROW_SPACE, number
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.support_page import FIELDS, SupportPageModel
from caseload_planner.gui.viewmodels.support_sentences import name_of, task_hours
from caseload_planner.gui.views.labels import label
from caseload_planner.gui.views.number_field import NumberField
from caseload_planner.staffing.support_assumptions import LIKELY, SupportTask

SHARES = frozenset({"movable", "adopted"})
_FIELD_WIDTH = 76


class TasksTable(QWidget):
    """One row a task, one field a figure; which end of its range is chosen, and the whole range is in the tooltip."""

    def __init__(self, model: SupportPageModel) -> None:
        super().__init__()
        self._model = model
        self._variant = LIKELY
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.XS)
        self._grid.setVerticalSpacing(Space.XS)
        self._fields: list[dict[str, NumberField]] = []
        self._hours: list[QLabel] = []
        heads = (
            self.tr("Task"),
            self.tr("a month"),
            self.tr("minutes"),
            self.tr("can move"),
            self.tr("handed over"),
            self.tr("hours/week"),
        )
        for column, words in enumerate(heads):
            self._grid.addWidget(label(words, "small"), 0, column)
        self._grid.setColumnStretch(0, 1)
        self._fill()
        model.assumed.connect(self.refresh)
        model.answered.connect(self.refresh)

    def choose(self, variant: int) -> None:
        """Show the low, likely or high figures, to change those."""
        self._variant = variant
        self.refresh()

    def _fill(self) -> None:
        for row, task in enumerate(self._model.support.tasks):
            name = name_of(task)
            self._grid.addWidget(label(name), row + 1, 0)
            fields = {}
            for column, field_name in enumerate(FIELDS, 1):
                field = NumberField()
                share = field_name in SHARES
                field.setRange(0, 100 if share else 10_000)
                field.setDecimals(0 if share or field_name == "minutes" else 2)
                field.setSingleStep(5 if share or field_name == "minutes" else 0.1)
                field.setSuffix(f"{NARROW_SPACE}%" if share else "")
                field.setFixedWidth(_FIELD_WIDTH)
                field.setAccessibleName(f"{name}: {self._head(column)}")
                field.setProperty("row", row)
                field.setProperty("field", field_name)
                field.valueChanged.connect(self._on_changed)
                self._grid.addWidget(field, row + 1, column)
                fields[field_name] = field
            hours = label("", "small")
            self._grid.addWidget(hours, row + 1, len(FIELDS) + 1)
            self._fields.append(fields)
            self._hours.append(hours)
        self.refresh()

    def _head(self, column: int) -> str:
        item = self._grid.itemAtPosition(0, column)
        widget = item.widget() if item is not None else None
        return widget.text() if isinstance(widget, QLabel) else ""

    def refresh(self) -> None:
        """Show the figures as they are now."""
        support, answer = self._model.support, self._model.answer
        if len(support.tasks) != len(self._fields):
            self._clear()
            self._fill()
            return
        measures = 0.0
        organisation = self._model.session.organisation
        if answer is not None and organisation is not None:
            measures = float(sum(measure.runs_on(answer.on) for measure in organisation.measures.values()))
        for task, fields, hours in zip(support.tasks, self._fields, self._hours, strict=True):
            for name, field in fields.items():
                scale = 100 if name in SHARES else 1
                values = [value * scale for value in getattr(task, name)]
                with QSignalBlocker(field):
                    field.setValue(values[self._variant])
                field.setToolTip(self._range_words(values, field.decimals(), task if name == "adopted" else None))
            by_variant, span = task_hours(task, support, measures)
            hours.setText(by_variant[self._variant])
            hours.setToolTip(span)

    def _range_words(self, values: Sequence[float], decimals: int, learnt: SupportTask | None) -> str:
        """Say the range of a figure, and for what is handed over in how many weeks that is reached."""
        low, likely, high = (number(value, decimals) for value in values)
        words = with_values(self.tr("Low %1, likely %2, high %3"), low, likely, high)
        if learnt is None:
            return words
        weeks = with_values(self.tr("Reached after %1 weeks."), number(learnt.learning_weeks, 0))
        return f"{words}. {weeks}"

    def _clear(self) -> None:
        for fields, hours in zip(self._fields, self._hours, strict=True):
            for widget in (*fields.values(), hours):
                self._grid.removeWidget(widget)
                widget.deleteLater()
        self._fields, self._hours = [], []

    def _on_changed(self, value: float) -> None:
        field = self.sender()
        if isinstance(field, NumberField):
            name = str(field.property("field"))
            share = value / 100 if name in SHARES else value
            self._model.change_task(int(field.property("row")), name, self._variant, round(share, 4))
