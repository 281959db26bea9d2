"""What an import would do or did: a sentence, counts by file, and what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from caseload_planner.application.import_report import FileCounts, ImportOutcome, ImportReport
from caseload_planner.gui import formatting
from caseload_planner.gui.import_note_words import note_sentences
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.models.problem_table import ProblemColumn, ProblemTableModel, problem_lines
from caseload_planner.gui.theme import Space
from caseload_planner.gui.translations import Language
from caseload_planner.gui.viewmodels.import_flow import ImportFlow, ImportStep
from caseload_planner.gui.views.cell_delegates import WrappingDelegate
from caseload_planner.gui.views.labels import frame, label, set_tone
from caseload_planner.gui.views.table_header import TableHeader

_PROBLEM_WIDTHS = {
    ProblemColumn.FILE: 120,
    ProblemColumn.ROW: 46,
    ProblemColumn.COLUMN: 100,
    ProblemColumn.VALUE: 100,
    ProblemColumn.WRONG: 190,
}

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_SAME = 3
"""Place of the rows that stay as they are: they ask no attention."""
PROBLEM_HEIGHT = 54
"""Height of a problem: three lines of words."""


class ImportPreview(QWidget):
    """Shows the report of an `ImportFlow`.

    Parameters
    ----------
    language
        In which problems are put into words.
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._heading, self._sentence = label("", "title"), label("", "notice", wrap=True)
        self._counts, self._notes = QWidget(), label("", "muted", wrap=True)
        self._problems = ProblemTableModel(self)
        self.table = QTableView()
        self._prepare_table()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Space.M)
        for widget in (self._heading, self._sentence, self._counts, self._notes):
            self._layout.addWidget(widget)
        self._layout.addWidget(self.table, 1)
        self._layout.addStretch()

    def _prepare_table(self) -> None:
        self.table.setModel(self._problems)
        self.table.setItemDelegate(WrappingDelegate(self.table))
        self.table.setHorizontalHeader(TableHeader(self.table))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().setDefaultSectionSize(PROBLEM_HEIGHT)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.setAccessibleName(self.tr("Problems"))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(ProblemColumn.REMEDY, QHeaderView.ResizeMode.Stretch)
        for column, width in _PROBLEM_WIDTHS.items():
            self.table.setColumnWidth(column, width)

    def show_flow(self, flow: ImportFlow) -> None:
        """Show what the flow found or did."""
        report = flow.report
        if report is None:
            return
        self._heading.setText(self._title(flow))
        self._sentence.setText(self._words(flow, report))
        set_tone(self._sentence, self._tone(flow))
        self._problems.set_rows(problem_lines(report.problems, self._language.value))
        self.table.setVisible(bool(report.problems))
        self._notes.setText("\n".join(note_sentences(report.notes)))
        self._notes.setVisible(bool(report.notes) and not report.problems)
        counts = self._counts_of(report)
        self._layout.replaceWidget(self._counts, counts)
        self._counts.deleteLater()
        self._counts = counts

    def _title(self, flow: ImportFlow) -> str:
        if flow.rejected:
            return self.tr("Nothing was imported")
        if flow.step is ImportStep.DONE:
            return self.tr("Imported")
        return self.tr("This would change")

    @staticmethod
    def _tone(flow: ImportFlow) -> Tone:
        if flow.rejected:
            return Tone.DANGER
        return Tone.WARN if flow.needs_confirmation and flow.step is ImportStep.PREVIEW else Tone.PLAIN

    def _words(self, flow: ImportFlow, report: ImportReport) -> str:
        if flow.rejected:
            return self.tr(
                "%Ln problems. Put them right in the source and choose it again; your file is as it was.",
                "",
                len(report.problems),
            )
        if flow.step is ImportStep.DONE:
            if report.outcome is ImportOutcome.UNCHANGED:
                return self.tr("There was nothing new in the source.")
            return self.tr("Your file holds the new data. The pages show it already.")
        if flow.nothing_new:
            return self.tr("There is nothing new in the source: all of it is known already.")
        if flow.needs_confirmation:
            text = self.tr(
                "%1 of the %2 running measures would close or lose a contact. Is the source complete? "
                "If it is, you can import it anyway."
            )
            return text.replace("%1", formatting.count(report.lost)).replace("%2", formatting.count(report.running))
        return self.tr("Nothing is written yet. Look whether these numbers are what you expect.")

    def _counts_of(self, report: ImportReport) -> QWidget:
        box = frame("card")
        grid = QGridLayout(box)
        grid.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        grid.setHorizontalSpacing(Space.XL)
        grid.setVerticalSpacing(Space.XS)
        heads = (
            self.tr("File"),
            self.tr("New"),
            self.tr("Changed"),
            self.tr("The same"),
            self.tr("Closed"),
            self.tr("Dropped"),
            self.tr("Kept"),
            self.tr("Refused"),
        )
        counted = [_figures(counts) for counts in report.files.values()]
        # A column of nothing but dashes says nothing; what is new stays.
        told = [place for place in range(1, len(heads)) if place == 1 or any(row[place - 1] for row in counted)]
        if report.outcome is ImportOutcome.REJECTED:
            told = [len(heads) - 1]  # nothing becomes new of what is refused as a whole
        for place in (0, *told):
            grid.addWidget(label(heads[place], "small"), 0, place, _LEFT if place == 0 else _RIGHT)
        for row, (file, counts) in enumerate(report.files.items(), start=1):
            grid.addWidget(label(file.file_name), row, 0)
            for place in told:
                count = _figures(counts)[place - 1]
                role = "strong" if count and place != _SAME else "muted"
                grid.addWidget(label(formatting.count(count) if count else "\u2013", role), row, place, _RIGHT)
        grid.setColumnStretch(len(heads), 1)
        return box


def _figures(counts: FileCounts) -> tuple[int, ...]:
    return (
        counts.added,
        counts.changed,
        counts.unchanged,
        counts.closed,
        counts.dropped,
        counts.kept,
        counts.rejected,
    )
