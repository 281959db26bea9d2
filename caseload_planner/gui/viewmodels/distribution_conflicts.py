"""Choices of the leader that cannot stand together: found where a proposal had to let go of a pin of hers."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.explain_proposal import conflicts_of
from caseload_planner.application.ports import StoredProposal
from caseload_planner.distribution.conflicting_choices import ConflictingChoices
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.gui.distribution_texts import rule_text
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.task_runner import Lane, Run, TaskRunner
from caseload_planner.gui.viewmodels.distribution_draft import EMPTY, Draft, with_lost_pins, without_placement
from caseload_planner.rules.round import Pin

if TYPE_CHECKING:
    from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel

TOPIC = "conflicting choices"


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """A choice in words, and what takes it back and proposes again."""

    words: str
    action: str
    take_back: Callable[[], None]


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """The fewest choices that cannot stand together, and the rule that keeps them apart in words."""

    measures: frozenset[str]
    choices: tuple[ChoiceLine, ...]
    because: str


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked: about which data, which request, the pinned measures without a place, and the draft before."""

    revision: int
    request: ProposalRequest
    lost: tuple[str, ...]
    around: Draft = field(compare=False)


class DistributionConflicts(QObject):
    """Follows the draft of the page's viewmodel, which is its parent.

    Attributes
    ----------
    looking
        Whether they are being looked for.
    """

    changed = Signal()

    def __init__(self, runner: TaskRunner, page: "DistributionPageModel") -> None:
        super().__init__(page)
        self._runner = runner
        self._around: Draft = EMPTY
        self._asked: _Question | None = None
        self._found: tuple[ConflictingChoices, ...] = ()
        self.looking = False
        page.proposing.landed.connect(self._on_landed)
        page.draft_changed.connect(self._consider)
        page.board_changed.connect(self._consider)

    @property
    def _page(self) -> "DistributionPageModel":
        """The page's viewmodel; no attribute, as cycles of QObjects are collected on any thread."""
        return self.parent()  # type: ignore[return-value]  # given in __init__

    def lines(self, measure: str | None = None) -> tuple[ConflictLine, ...]:
        """Give the conflicts in words; of one measure only those in which it is pinned."""
        return tuple(line for line in map(self._line, self._found) if measure is None or measure in line.measures)

    @Slot(object, object)
    def _on_landed(self, _around: Draft, _stored: StoredProposal) -> None:
        """Show the first pinned case that a new proposal found no place for."""
        asked = self._asked
        if asked is not None:
            self._page.look_at_case(asked.lost[0])

    @Slot()
    def _consider(self) -> None:
        """Look which choices cannot stand together, where a pinned case found no place: also in a draft of before."""
        asked = self._question()
        if asked == self._asked:
            return
        if self.looking:
            self._runner.drop(TOPIC)
        told = self.looking or bool(self._found)
        self._asked, self._found, self.looking = asked, (), asked is not None
        if asked is not None:
            self._look(asked)
        if told or asked is not None:
            self.changed.emit()

    def _question(self) -> _Question | None:
        page, draft = self._page, self._page.draft
        if page.board is None or draft.outcome is None or not draft.untouched:
            return None
        lost = tuple(pin.measure for pin in draft.outcome.lost_pins if pin.measure in page.board.round.asked)
        if not lost:
            return None
        around = with_lost_pins(draft)
        return _Question(page.board.round.caseload.organisation.revision, page.request(around), lost, around)

    def _look(self, asked: _Question) -> None:
        board = self._page.board
        if board is None:
            return
        organisation = board.round.caseload.organisation

        def work(run: Run) -> tuple[ConflictingChoices, ...]:
            return conflicts_of(organisation, asked.request, asked.lost, stop=run.stop)

        self._around = asked.around
        self._runner.start(Lane.EXPLAIN, work, topic=TOPIC, on_done=self._on_done, on_failed=self._on_failed)

    @Slot(object)
    def _on_done(self, found: tuple[ConflictingChoices, ...]) -> None:
        self._found, self.looking = found, False
        self.changed.emit()

    @Slot(object)
    def _on_failed(self, _error: Exception) -> None:
        """Say nothing of choices: that the case is left over is said elsewhere."""
        self.looking = False
        self.changed.emit()

    # words and ways out -----------------------------------------------------------------------------------------------

    def _line(self, conflict: ConflictingChoices) -> ConflictLine:
        pins = tuple(self._pin_line(pin) for pin in conflict.pins)
        exclusions = tuple(self._exclusion_line(*pair) for pair in conflict.exclusions)
        because = rule_text(conflict.rules[0]) if conflict.rules else ""
        return ConflictLine(frozenset(pin.measure for pin in conflict.pins), (*pins, *exclusions), because)

    def _pin_line(self, pin: Pin) -> ChoiceLine:
        people = [pin.first] if pin.second is None else [pin.first, pin.second]
        names = " + ".join(map(self._page.name_of, people))
        words = with_values(self.tr("You pinned %1 on %2."), pin.measure, names)
        after = without_placement(self._around, pin.measure)
        return ChoiceLine(words, self.tr("Let go and propose again"), partial(self._page.proposing.ask_around, after))

    def _exclusion_line(self, measure: str, worker: str) -> ChoiceLine:
        words = with_values(self.tr("You exclude %1 for %2."), self._page.name_of(worker), measure)
        after = replace(self._around, exclusions=self._around.exclusions - {(measure, worker)})
        return ChoiceLine(words, self.tr("Allow and propose again"), partial(self._page.proposing.ask_around, after))
