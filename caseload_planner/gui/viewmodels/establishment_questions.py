"""What is asked beside the runs of Formatie: how many people it takes, what moved the result, and the report."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from caseload_planner.application.compare_scenarios import Comparison, compare_runs
from caseload_planner.application.explain_difference import explain_difference
from caseload_planner.application.run_scenario import prepared_plan
from caseload_planner.domain.run_control import Progress
from caseload_planner.gui import formatting
from caseload_planner.gui.establishment_texts import of_ten
from caseload_planner.gui.task_runner import Lane, Run
from caseload_planner.gui.viewmodels.establishment_page import EstablishmentPageModel
from caseload_planner.gui.viewmodels.establishment_sentences import week_words
from caseload_planner.staffing.run_plan import RunPlan
from caseload_planner.staffing.scenario import Scenario
from caseload_planner.staffing.sizing import Pace, SizingAnswer, SizingQuestion, size_establishment
from caseload_planner.staffing.waterfall import Waterfall

translate = QCoreApplication.translate
SIZING_FUTURES = 1000


class EstablishmentQuestions(QObject):
    """Answers beside the page; each is outdated when another run comes in."""

    sizing_changed = Signal()
    waterfall_changed = Signal()
    progress_changed = Signal()
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, page: EstablishmentPageModel) -> None:
        super().__init__(page)
        self._page = page
        self.sizing: SizingAnswer | None = None
        self.waterfall: Waterfall | None = None
        self.progress: Progress | None = None
        self._task: Run | None = None
        page.run_changed.connect(self._on_run)

    @property
    def comparison(self) -> Comparison | None:
        """Everything that differs between what is worked on and what stands beside it."""
        run, beside = self._page.run, self._page.beside
        return None if run is None or beside is None else compare_runs(beside, run)

    def size(self, question: SizingQuestion) -> None:
        """Work out how many people it takes."""
        request = self._page.request_of(self._page.scenario, self._page.entry)
        if request is None:
            return

        def work(run: Run) -> SizingAnswer:
            asked = replace(request.asked, replications=min(request.asked.replications, SIZING_FUTURES))
            plan = request.plan_of(asked)
            return size_establishment(plan, question, stop=run.stop, on_progress=run.report)

        self._begin(work, "establishment sizing", self._on_sizing)

    def explain(self) -> None:
        """Work out which assumption moved the load per deployable fte how much."""
        run, beside = self._page.run, self._page.beside
        request = self._page.request_of(self._page.scenario)
        if run is None or beside is None or request is None:
            return

        def prepare(scenario: Scenario) -> RunPlan:
            return prepared_plan(request.organisation, scenario, request.on, request.course)

        def work(task: Run) -> Waterfall | None:
            return explain_difference(beside, run, prepare, stop=task.stop, on_progress=task.report)

        self._begin(work, "establishment waterfall", self._on_waterfall)

    def report(self, path: Path) -> None:
        """Write the report of what is shown, as PDF or workbook by its name."""
        run, beside, services = self._page.run, self._page.beside, self._page.session.services
        if run is None or services is None:
            return

        def write(_: Run) -> Path:
            from caseload_planner.reports.scenario_report import write_scenario_report

            write_scenario_report(services, run, beside, path)
            return path

        self._page.session.runner.start(
            Lane.DATABASE,
            write,
            must_finish=True,
            topic="establishment report",
            on_done=self._on_saved,
            on_failed=self._on_failed,
        )

    def cancel(self) -> None:
        """Stop what is being worked out."""
        if self._task is not None:
            self._task.cancel()

    def _begin(self, work: object, topic: str, on_done: object) -> None:
        self._on_progress(Progress("begin", 0, 1))
        self._task = self._page.session.runner.start(
            Lane.COMPUTE,
            work,  # type: ignore[arg-type]  # either piece of work, with the slot for its answer
            topic=topic,
            on_done=on_done,  # type: ignore[arg-type]  # see above
            on_failed=self._on_failed,
            on_progress=self._on_progress,
        )

    @Slot()
    def _on_run(self) -> None:
        self.sizing = self.waterfall = None
        self.sizing_changed.emit()
        self.waterfall_changed.emit()

    @Slot(object)
    def _on_sizing(self, answer: SizingAnswer) -> None:
        self.sizing = answer
        self._end()
        self.sizing_changed.emit()

    @Slot(object)
    def _on_waterfall(self, found: Waterfall | None) -> None:
        self.waterfall = found
        self._end()
        self.waterfall_changed.emit()

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        self.progress = progress
        self.progress_changed.emit()

    def _end(self) -> None:
        self.progress = self._task = None
        self.progress_changed.emit()

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.saved.emit(path)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)


def sizing_sentence(answer: SizingAnswer, page: EstablishmentPageModel) -> str:
    """Say how many people it takes and from when the line holds."""
    run = page.run
    if answer.stopped and answer.people is None:
        return translate("Sizing", "Stopped before there was an answer.")
    if answer.people is None:
        words = translate("Sizing", "Even %1 people are not enough.")
        return words.replace("%1", formatting.count(max(number for number, _ in answer.tried)))
    if answer.people == 0:
        return translate("Sizing", "Nobody extra is needed: the norm holds in %1.").replace(
            "%1", of_ten(answer.reached)
        )
    fte = formatting.number(answer.total_fte or 0.0, 1)
    if answer.question.pace is Pace.AT_ONCE:
        words = translate("Sizing", "%1 people (%2 fte) are needed; then the norm holds in %3.")
    else:
        words = translate("Sizing", "%1 people each quarter (%2 fte in all) are needed; then the norm holds in %3.")
    words = (
        words.replace("%1", formatting.count(answer.people)).replace("%2", fte).replace("%3", of_ten(answer.reached))
    )
    if answer.holds_from is None or run is None:
        return words
    since = translate("Sizing", "It does so from %1 on.")
    return f"{words} {since.replace('%1', week_words(run.outcome, answer.holds_from))}"
