"""State and commands of the Formatie page: the shelf, the scenario that is worked on, and what its run gave."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from caseload_planner.application.plan_records import ScenarioState
from caseload_planner.application.ready_scenarios import ready_scenario
from caseload_planner.application.run_scenario import ScenarioRun
from caseload_planner.application.scenario_shelf import (
    BASE_ID,
    ShelfEntry,
    freeze_scenario,
    keep_scenario,
    remove_scenario,
)
from caseload_planner.application.team_d_course import TeamDCourse
from caseload_planner.domain.relief import HOURS_PER_FTE
from caseload_planner.domain.run_control import Progress
from caseload_planner.gui.establishment_texts import ready_text, scenario_name
from caseload_planner.gui.task_runner import Lane, Run
from caseload_planner.gui.viewmodels.establishment_cards import Card, CardContext, cards_of
from caseload_planner.gui.viewmodels.establishment_durations import (
    DurationsCard,
    durations_card,
    with_durations,
)
from caseload_planner.gui.viewmodels.establishment_running import Runs, ScenarioRunning
from caseload_planner.gui.viewmodels.establishment_runs import RunRequest
from caseload_planner.gui.viewmodels.establishment_shelf import ShelfKeeping, ShelfRead
from caseload_planner.gui.viewmodels.establishment_steps import ScenarioSteps
from caseload_planner.gui.viewmodels.session import Session
from caseload_planner.staffing.calibration import Calibration, calibrate
from caseload_planner.staffing.scenario import Scenario

SETTLE_MS = 350
"""How long a slider rests before its scenario is run."""
_HUNDREDTHS = 100.0


class EstablishmentPageModel(QObject):
    """Follows the session.

    Attributes
    ----------
    entries, selected
        The shelf, and the key of what is worked on.
    scenario
        What is worked on, with changes that are not run yet.
    run, beside
        What was run last, and the run of the scenario that it is compared with.
    keeping
        The shelf in the file.
    steps
        What can be taken back.
    futures
        Throws them.
    """

    shelf_changed = Signal()
    scenario_changed = Signal()
    """Another scenario, or another assumption in it: `cards` are new."""
    run_changed = Signal()
    progress_changed = Signal()
    failed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.entries: tuple[ShelfEntry, ...] = ()
        self.selected = BASE_ID
        self.compared = BASE_ID
        self.scenario = Scenario()
        self.run: ScenarioRun | None = None
        self.beside: ScenarioRun | None = None
        self.calibration: Calibration | None = None
        self.course: TeamDCourse | None = None
        self.wanted = False
        self.futures = ScenarioRunning(session.runner, self)
        self.futures.done.connect(self._on_run)
        self.futures.failed.connect(self.failed)
        self.futures.progress_changed.connect(self.progress_changed)
        self.steps = ScenarioSteps()
        self.keeping = ShelfKeeping(session, self)
        self.keeping.read.connect(self._on_read)
        self.keeping.written.connect(self._on_shelf)
        self.keeping.added.connect(self._on_added)
        self.keeping.opened.connect(self._on_file)
        self.keeping.failed.connect(self.failed)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._start)
        session.opened.connect(self._on_opened)
        session.caseload_changed.connect(self._on_caseload)

    # what is shown ----------------------------------------------------------------------------------------------------

    @property
    def entry(self) -> ShelfEntry | None:
        """What is worked on, as it stands on the shelf."""
        return next((entry for entry in self.entries if entry.id == self.selected), None)

    @property
    def base(self) -> Scenario:
        """The base of the file."""
        return self.entries[0].scenario if self.entries else Scenario()

    @property
    def frozen(self) -> bool:
        """Whether what is worked on may no longer change."""
        entry = self.entry
        return entry is not None and entry.state is ScenarioState.FROZEN

    @property
    def may_freeze(self) -> bool:
        """Whether what is worked on was run to the end, so that it can be kept with its figures."""
        run, at_rest = self.run, not self.running and not self._settle.isActive()
        return self.selected != BASE_ID and not self.frozen and at_rest and run is not None and not run.outcome.stopped

    @property
    def may_undo(self) -> bool:
        """Whether there is a step to take back: of what is worked on, or a draft that was removed."""
        return self.steps.may_undo(self.selected) or bool(self.steps.removed)

    @property
    def may_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self.steps.may_redo(self.selected)

    @property
    def running(self) -> bool:
        """Whether futures are being thrown."""
        return self.progress is not None

    @property
    def progress(self) -> Progress | None:
        """Futures thrown so far, None while nothing runs."""
        return self.futures.progress

    @property
    def cards(self) -> tuple[Card, ...]:
        """The assumptions that can be slid."""
        base = self.scenario if self.selected == BASE_ID else self.base
        return cards_of(self.scenario, base, self.context, self.calibration)

    @property
    def durations(self) -> DurationsCard:
        """How long measures last, and what history says of it."""
        return durations_card(self.scenario, self.base, self.calibration)

    @property
    def context(self) -> CardContext:
        """What holds today."""
        organisation = self.session.organisation
        on = self.session.scope.on
        if organisation is None:
            return CardContext(0.0, 0.0, 0.0, on)
        norm = organisation.norms.on(on)
        there = (row for row in organisation.supporters if organisation.workers[row.worker].in_service(on))
        support = sum((row.hours_per_week / HOURS_PER_FTE for row in there), start=HOURS_PER_FTE * 0)
        return CardContext(norm.funded / _HUNDREDTHS, norm.working / _HUNDREDTHS, round(float(support), 1), on)

    def request_of(self, scenario: Scenario, entry: ShelfEntry | None = None) -> RunRequest | None:
        """Ask for a run of a scenario on what is looked at; None while nothing is open.

        Parameters
        ----------
        entry
            Where it stands on the shelf: a frozen one is run on the data of then.
        """
        organisation = self.session.organisation
        if organisation is None:
            return None
        teams = self.session.scope.teams_in(organisation)
        kept = None if entry is None else entry.kept
        return RunRequest(scenario, organisation, tuple(teams), self.session.scope.on, self.course, kept)

    # the shelf --------------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Come to the front: read the shelf, as the base or team D may have changed on other pages, and run it."""
        self.wanted = True
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the shelf again."""
        self.keeping.look()

    def select(self, key: str) -> None:
        """Work on another scenario."""
        if key == self.selected or not any(entry.id == key for entry in self.entries):
            return
        self._keep_now()
        self.selected = key
        entry = self.entry
        if entry is not None:
            self.scenario = entry.scenario
        self.scenario_changed.emit()
        self._start()

    def compare_with(self, key: str) -> None:
        """Put another scenario beside it."""
        if key != self.compared:
            self.compared = key
            self._start()

    def change(self, card_key: str, value: float) -> None:
        """Slide an assumption."""
        spec = next(card.spec for card in self.cards if card.spec.key == card_key)
        self._take(spec.put(self.scenario, self.context, value), moving=card_key)

    def follow_history(self, own: bool) -> None:  # noqa: FBT001 - what a check box tells
        """Let measures last as our own history says, or as the base assumes."""
        self._take(with_durations(self.scenario, self.base, self.calibration, own=own))

    def give_reason(self, key: str, reason: str) -> None:
        """Say why an assumption was chosen."""
        reasons = {**self.scenario.reasons, key: reason.strip()}
        self._take(replace(self.scenario, reasons={name: words for name, words in reasons.items() if words}))

    def undo(self) -> None:
        """Take the last step back: a change of what is worked on, else the removal of a draft."""
        removed = self.steps.put_back(self.selected)
        if removed is not None:
            self._add(replace(removed, name=self._free_name(removed.name)))
            return
        before = self.steps.undo(self.selected, self.scenario)
        if before is not None:
            self._show(before)

    def redo(self) -> None:
        """Do a step again that was taken back."""
        after = self.steps.redo(self.selected, self.scenario)
        if after is not None:
            self._show(after)

    def _take(self, scenario: Scenario, moving: str = "") -> None:
        if self.frozen or scenario == self.scenario:
            return
        self.steps.note(self.selected, self.scenario, moving)
        self._show(scenario)

    def _show(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.scenario_changed.emit()
        self._settle.start()

    def add_ready(self, key: str) -> None:
        """Put a ready scenario on the shelf, laid over the base."""
        scenario = ready_scenario(key, self.base, self.session.organisation)
        self._add(replace(scenario, name=self._free_name(ready_text(key))))

    def duplicate(self) -> None:
        """Copy what is worked on, to change it."""
        name = self.tr("%1 (copy)").replace("%1", self._shown_name(self.entry))
        self._add(replace(self.scenario, name=self._free_name(name)))

    def rename(self, name: str) -> None:
        """Give what is worked on another name."""
        if name.strip() and not self.frozen:
            self._take(replace(self.scenario, name=name.strip()))

    def freeze(self) -> None:
        """Keep what is worked on, with its results, as it is."""
        run, key = self.run, self.selected
        if run is None or not self.may_freeze:
            return
        named = replace(run, scenario=replace(run.scenario, name=self.scenario.name, reasons=self.scenario.reasons))
        self.steps.forget(key)
        self.keeping.write(lambda services: freeze_scenario(services, key, named))

    def remove(self) -> None:
        """Take a draft off the shelf."""
        entry, key = self.entry, self.selected
        if entry is None or entry.state is not ScenarioState.DRAFT:
            return
        self.steps.note_removed(self.scenario)
        self.selected = BASE_ID
        self.keeping.write(lambda services: remove_scenario(services, key))

    def _add(self, scenario: Scenario) -> None:
        self._keep_now()
        self.keeping.add(scenario)

    def _keep_now(self) -> None:
        """Keep a change of what is worked on."""
        entry = self.entry
        if entry is None or self.frozen or entry.scenario == self.scenario:
            return
        key, scenario, state = entry.id, self.scenario, entry.state
        changed = tuple(replace(one, scenario=scenario) if one.id == key else one for one in self.entries)
        self.entries = changed
        self.keeping.write(lambda services: keep_scenario(services, key, scenario, state))

    def _free_name(self, name: str) -> str:
        taken = {entry.scenario.name for entry in self.entries}
        number, free = 1, name
        while free in taken:
            number += 1
            free = f"{name} {number}"
        return free

    @staticmethod
    def _shown_name(entry: ShelfEntry | None) -> str:
        return "" if entry is None else scenario_name(entry.scenario.name)

    # running ----------------------------------------------------------------------------------------------------------

    @Slot()
    def _start(self) -> None:
        """Run what is worked on, and what stands beside it."""
        self._settle.stop()
        self.steps.rest(self.selected)
        self._keep_now()
        request = self.request_of(self.scenario, self.entry)
        if request is None or not self.wanted:
            return
        other = next((entry for entry in self.entries if entry.id == self.compared), None)
        beside = None
        if other is not None and self.compared != self.selected:
            beside = self.request_of(other.scenario, other)
        self.futures.start(request, beside)

    def cancel(self) -> None:
        """Stop throwing futures; what was thrown is shown."""
        self.futures.cancel()

    @Slot(object)
    def _on_run(self, runs: Runs) -> None:
        self.run, self.beside = runs.shown, runs.beside
        self.run_changed.emit()

    # following --------------------------------------------------------------------------------------------------------

    @Slot()
    def _on_opened(self) -> None:
        self.entries, self.selected, self.compared = (), BASE_ID, BASE_ID
        self.scenario, self.run, self.beside, self.calibration = Scenario(), None, None, None
        self.futures.forget()
        self.steps = ScenarioSteps()
        if self.wanted:
            self.reload()

    @Slot()
    def _on_caseload(self) -> None:
        organisation, on = self.session.organisation, self.session.scope.on
        if organisation is None or not self.wanted:
            return

        def look_back(_: Run) -> Calibration:
            return calibrate(organisation, on)

        self.session.runner.start(Lane.EXPLAIN, look_back, topic="establishment history", on_done=self._on_calibration)
        self._start()

    @Slot(object)
    def _on_calibration(self, calibration: Calibration) -> None:
        self.calibration = calibration
        self.scenario_changed.emit()

    @Slot(object)
    def _on_read(self, found: ShelfRead) -> None:
        self.course = found.course
        self._on_shelf(found.entries)

    @Slot(object)
    def _on_shelf(self, entries: tuple[ShelfEntry, ...]) -> None:
        first = not self.entries
        self.entries = entries
        if self.entry is None:
            self.selected = BASE_ID
        entry = self.entry
        changed = entry is not None and (first or entry.state is ScenarioState.FROZEN or not self._settle.isActive())
        if changed and entry is not None and entry.scenario != self.scenario:
            self.scenario = entry.scenario
        self.shelf_changed.emit()
        self.scenario_changed.emit()
        if first or self.run is None:
            self._on_caseload()
        elif changed:
            self._start()

    @Slot(str, object)
    def _on_added(self, key: str, entries: tuple[ShelfEntry, ...]) -> None:
        self.entries = entries
        self.shelf_changed.emit()
        self.select(key)

    @Slot(object)
    def _on_file(self, scenario: Scenario) -> None:
        self._add(replace(scenario, name=self._free_name(scenario.name)))
