"""What the Team D page asks: who hands over, until when, until when they take new cases, and how it is to fall."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from caseload_planner.domain.caseload import Caseload
from caseload_planner.domain.organisation import Organisation
from caseload_planner.gui.viewmodels.session import Session
from caseload_planner.winddown.building import leavers_of
from caseload_planner.winddown.request import Leaver, Step, WindDownRequest
from caseload_planner.winddown.stairs import even_steps

WEEKS_AHEAD = 26


def steps_for(organisation: Organisation, request: WindDownRequest, caseload: Caseload) -> tuple[Step, ...]:
    """Give even steps for everybody who would hand over."""
    leavers = leavers_of(organisation, request)
    return tuple(step for one in leavers for step in even_steps(one, request.on, caseload.load(one.worker)))


class TeamDQuestion(QObject):
    """The fields above the plan; a plan that comes into sight brings its own.

    Attributes
    ----------
    asked
        What is asked, on the date of the session; without leavers it is all of team D.
    even
        Whether the load falls in even steps.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.even = False
        self.asked = self._fresh()
        self._own: dict[str, date] = {}

    def _fresh(self) -> WindDownRequest:
        on = self._session.scope.on
        return WindDownRequest(on=on, until=on + timedelta(weeks=WEEKS_AHEAD))

    # what is asked ----------------------------------------------------------------------------------------------------

    @property
    def until(self) -> date:
        """The day on which nobody of them carries anything."""
        return self.asked.until

    @property
    def new_cases_until(self) -> date | None:
        """The last day on which they take new cases; None where they take none any more."""
        return self.asked.new_cases_until

    @property
    def leavers(self) -> tuple[Leaver, ...]:
        """Who was chosen by name; empty for all of team D."""
        return self.asked.leavers

    @property
    def missing(self) -> str:
        """What is missing before a plan can be made; empty where nothing is."""
        organisation = self._session.organisation
        if organisation is None:
            return self.tr("First open a file.")
        on = self._session.scope.on
        if self.until <= on:
            return self.tr("Choose a last day after the date above.")
        if self.leavers:
            return self._missing_people(organisation, on)
        if not any(worker.seconded and worker.in_service(on) for worker in organisation.workers.values()):
            return self.tr("Nobody of team D is in service on this date. Choose who hands over.")
        return ""

    def _missing_people(self, organisation: Organisation, on: date) -> str:
        known = [organisation.workers[one.worker] for one in self.leavers if one.worker in organisation.workers]
        if not any(worker.in_service(on) for worker in known):
            return self.tr("Nobody of those who hand over is in service on this date. Choose others.")
        if any(one.ends_on <= on for one in self.leavers):
            return self.tr("The own last day of somebody has passed. Choose another for her under Who.")
        return ""

    def is_otherwise(self, request: WindDownRequest, organisation: Organisation) -> bool:
        """Whether something else is asked by now than a plan was asked; not while it cannot be asked at all."""
        if self.missing:
            return False
        mine = replace(self.asked, on=request.on)
        steps_differ = self._even_steps_differ(request, organisation) if self.even else request.steps != mine.steps
        fields = ("until", "new_cases_until", "overlap_weeks")
        return (
            steps_differ
            or any(getattr(mine, name) != getattr(request, name) for name in fields)
            or leavers_of(organisation, mine) != request.leavers
        )

    def _even_steps_differ(self, request: WindDownRequest, organisation: Organisation) -> bool:
        """Whether even steps would be others than those of a plan; where its day is not looked at, whether it has any.

        A curve that was drawn by hand is no even one.
        """
        caseload = self._session.caseload
        if caseload is None or caseload.on != request.on or not request.steps:
            return not request.steps
        return request.steps != steps_for(organisation, request, caseload)

    def request(self, *, time_limit_seconds: float) -> WindDownRequest:
        """Give what is asked now."""
        return replace(self.asked, on=self._session.scope.on, kept=(), time_limit_seconds=time_limit_seconds)

    def suggested_steps(self) -> tuple[Step, ...]:
        """Give the curve to start drawing from: the one there is, else even steps."""
        caseload, organisation = self._session.caseload, self._session.organisation
        if self.asked.steps or caseload is None or organisation is None or self.missing:
            return self.asked.steps
        return steps_for(organisation, self.request(time_limit_seconds=0), caseload)

    # asking otherwise -------------------------------------------------------------------------------------------------

    def start_anew(self) -> None:
        """Ask as for a file that was just opened."""
        self.even, self._own = False, {}
        self.asked = self._fresh()
        self.changed.emit()

    def take(self, request: WindDownRequest, organisation: Organisation) -> None:
        """Ask what a plan was asked; all of team D is not named one by one, so that who joins it comes along."""
        if request.leavers == _team_d(organisation, request):
            request = replace(request, leavers=())
        self.even, self._own = False, _own_days(request.leavers, request.until)
        self._ask(request)

    def set_until(self, day: date) -> None:
        """Take another last day; who has none of her own ends with it, and nobody after it."""
        if day != self.until:
            leavers = tuple(Leaver(one.worker, min(self._own.get(one.worker, day), day)) for one in self.leavers)
            last = self.new_cases_until
            new_until = None if last is None else min(last, day)
            self._ask(replace(self.asked, until=day, leavers=leavers, new_cases_until=new_until))

    def set_new_cases_until(self, day: date | None) -> None:
        """Let them take new cases up to a day, or none any more; not past their last day."""
        wanted = None if day is None else min(day, self.until)
        if wanted != self.new_cases_until:
            self._ask(replace(self.asked, new_cases_until=wanted))

    def set_leavers(self, leavers: tuple[Leaver, ...]) -> None:
        """Let some people hand over, or all of team D; steps are of who had them."""
        until = max((one.ends_on for one in leavers), default=self.until)
        self._own = _own_days(leavers, until)
        last = self.new_cases_until
        new_until = None if last is None else min(last, until)
        wanted = replace(self.asked, leavers=tuple(sorted(leavers)), until=until, steps=(), new_cases_until=new_until)
        self._ask(wanted)

    def set_overlap(self, weeks: int) -> None:
        """Let the new contact walk along for so many weeks."""
        self._ask(replace(self.asked, overlap_weeks=weeks))

    def set_even(self, *, even: bool) -> None:
        """Let the load fall in even steps, or as it comes; a curve drawn by hand goes before either."""
        self.even = even
        self._ask(replace(self.asked, steps=()))

    def set_steps(self, steps: tuple[Step, ...]) -> None:
        """Take a curve that was drawn."""
        self.even = False
        self._ask(replace(self.asked, steps=steps))

    def _ask(self, request: WindDownRequest) -> None:
        self.asked = request
        self.changed.emit()


def _own_days(leavers: tuple[Leaver, ...], until: date) -> dict[str, date]:
    """Give who has a last day of her own, which stays hers when that of all moves back and forth."""
    return {one.worker: one.ends_on for one in leavers if one.ends_on != until}


def _team_d(organisation: Organisation, request: WindDownRequest) -> tuple[Leaver, ...]:
    """Give all of team D as a plan names them; nobody where a plan for them cannot be asked."""
    if not any(one.seconded and one.in_service(request.on) for one in organisation.workers.values()):
        return ()
    return leavers_of(organisation, replace(request, leavers=()))
