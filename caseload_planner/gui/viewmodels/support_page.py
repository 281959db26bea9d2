"""State and commands of the Ondersteuners page: how many fte, which tasks, what they cost, and what comes of it."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from caseload_planner.application.plan_records import ScenarioState
from caseload_planner.application.scenario_shelf import BASE_ID, base_scenario, keep_scenario
from caseload_planner.application.support_effect import SupportAnswer, support_answer
from caseload_planner.gui.task_runner import Lane, Run
from caseload_planner.gui.viewmodels.session import Session
from caseload_planner.staffing.scenario import Scenario
from caseload_planner.staffing.support_assumptions import HIGH, LIKELY, LOW, SupportAssumptions
from caseload_planner.staffing.support_price import EXAMPLE_COSTS

SETTLE_MS = 250
START_FTE = 6.4
COSTS = ("support_cost", "caseworker_cost", "secondee_cost")
FIELDS = ("per_measure_month", "minutes", "movable", "adopted")


class SupportPageModel(QObject):
    """Works on the base scenario's assumptions, and keeps them with it.

    Attributes
    ----------
    fte
        Support fte that is asked about.
    scenario
        The base, with changes of this page.
    answer
        What comes of it; None until it is worked out.
    """

    assumed = Signal()
    """`scenario` is new."""
    answered = Signal()
    failed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.fte = START_FTE
        self.scenario = Scenario()
        self.answer: SupportAnswer | None = None
        self._wanted = False
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._keep_and_ask)
        session.opened.connect(self._on_opened)
        session.caseload_changed.connect(self._ask)

    def show(self) -> None:
        """Come to the front: read the base, as it may have changed on Formatie."""
        self._wanted = True
        self._read()

    @property
    def support(self) -> SupportAssumptions:
        """What is assumed of support."""
        return self.scenario.support

    def choose_fte(self, fte: float) -> None:
        """Ask about other support fte."""
        self.fte = round(fte, 1)
        self._settle.start()

    def change_task(self, row: int, field: str, variant: int, value: float) -> None:
        """Change a figure of a task; the range stays in order."""
        tasks = list(self.support.tasks)
        values = list(getattr(tasks[row], field))
        values[variant] = value
        values = [min(values[LOW], value), values[LIKELY], max(values[HIGH], value)]
        values[LIKELY] = min(max(values[LIKELY], values[LOW]), values[HIGH])
        changed: dict[str, tuple[float, ...]] = {field: tuple(values)}
        tasks[row] = replace(tasks[row], **changed)  # type: ignore[arg-type]  # three figures, as each field has
        self._assume(replace(self.support, tasks=tuple(tasks)))

    def change_cost(self, name: str, value: float | None) -> None:
        """Fill in a cost, or empty it."""
        if getattr(self.support, name) != value:
            changed: dict[str, float | None] = {name: value}
            self._assume(replace(self.support, **changed))  # type: ignore[arg-type]  # one of `COSTS`

    def take_example(self) -> None:
        """Fill in the example, to try the page with."""
        self._assume(replace(self.support, **EXAMPLE_COSTS))  # type: ignore[arg-type]  # each of `COSTS`

    def _assume(self, support: SupportAssumptions) -> None:
        self.scenario = replace(self.scenario, support=support)
        self.assumed.emit()
        self._settle.start()

    @Slot()
    def _keep_and_ask(self) -> None:
        self._keep()
        self._ask()

    def _keep(self) -> None:
        services, support = self.session.services, self.support
        if services is None:
            return

        def keep(_: Run) -> None:
            base = base_scenario(services)
            changed = replace(base, support=replace(support, fte=base.support.fte))
            if changed != base:
                keep_scenario(services, BASE_ID, changed, ScenarioState.BASE)

        self.session.runner.start(
            Lane.DATABASE, keep, must_finish=True, topic="support keep", on_failed=self._on_failed
        )

    @Slot()
    def _ask(self) -> None:
        organisation = self.session.organisation
        if organisation is None or not self._wanted:
            return
        on, fte, scenario = self.session.scope.on, self.fte, self.scenario

        def work(_: Run) -> SupportAnswer:
            return support_answer(organisation, on, (fte,), scenario)

        self.session.runner.start(
            Lane.COMPUTE, work, topic="support", on_done=self._on_answer, on_failed=self._on_failed
        )

    def _read(self) -> None:
        services = self.session.services
        if services is None:
            return

        def read(_: Run) -> Scenario:
            return base_scenario(services)

        self.session.runner.start(
            Lane.DATABASE, read, topic="support base", on_done=self._on_base, on_failed=self._on_failed
        )

    @Slot()
    def _on_opened(self) -> None:
        self.answer = None
        if self._wanted:
            self._read()

    @Slot(object)
    def _on_base(self, base: Scenario) -> None:
        self.scenario = base
        self.assumed.emit()
        self._ask()

    @Slot(object)
    def _on_answer(self, answer: SupportAnswer) -> None:
        self.answer = answer
        self.answered.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)
