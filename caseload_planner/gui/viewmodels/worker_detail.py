"""Everything the drawer says about one worker: made in the compute lane, in the language of then."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from caseload_planner.application.caseload_rows import CaseRow, WorkerRow, case_rows, caseload_overview
from caseload_planner.application.meeting_records import Dispute
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.caseload import Caseload
from caseload_planner.domain.forecast import WeekAhead, forecast
from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Worker
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Chip, Tone
from caseload_planner.gui.models.load_bar import LoadBar, load_bar_of
from caseload_planner.gui.models.worker_words import bar_in_words, chips_of, load_tone, room_tone
from caseload_planner.gui.texts import measure_type_text, position_text, role_text
from caseload_planner.gui.viewmodels.worker_facts import Fact, agreements_of, deployable_facts
from caseload_planner.gui.viewmodels.worker_taken import Taken, taken_in_words
from caseload_planner.gui.weight_words import weight_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class DisputeNote:
    """What was said about a case, and what was answered; `key` is empty once it is answered."""

    words: str
    answer: str
    key: str

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return bool(self.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCard:
    """One case in the drawer."""

    measure: str
    title: str
    place: str
    share: str
    words: str
    chips: tuple[Chip, ...]
    disputes: tuple[DisputeNote, ...] = ()

    @property
    def open_dispute(self) -> DisputeNote | None:
        """What waits for an answer, None where nothing does."""
        return next((note for note in self.disputes if note.is_open), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerDetail:
    """The drawer of one worker."""

    worker: str
    name: str
    subtitle: str
    chips: tuple[Chip, ...]
    bar: LoadBar
    bar_words: str
    figures: tuple[Fact, ...]
    deployable: tuple[Fact, ...]
    cases: tuple[CaseCard, ...]
    agreements: tuple[Fact, ...]
    taken: Taken
    ahead: tuple[WeekAhead, ...]
    ahead_words: str


def worker_detail(caseload: Caseload, worker: str, disputes: tuple[Dispute, ...] = ()) -> WorkerDetail:
    """Make the drawer of a worker; `disputes` are hers, oldest first."""
    organisation = caseload.organisation
    person = organisation.workers[worker]
    overview = caseload_overview(caseload, (person.team,))
    row = next(row for row in overview.workers if row.worker == worker)
    ahead = forecast(organisation, worker, caseload.on)
    team = organisation.teams[person.team]
    return WorkerDetail(
        worker=worker,
        name=row.name,
        subtitle=f"{role_text(row.role)} · {team.name} · {worker}",
        chips=chips_of(row, sum(1 for dispute in disputes if dispute.is_open)),
        bar=load_bar_of(row, caseload.norm),
        bar_words=bar_in_words(row),
        figures=_figures(row),
        deployable=deployable_facts(person, row, caseload),
        cases=tuple(_card(case, caseload, disputes) for case in case_rows(caseload, worker)),
        agreements=agreements_of(person, caseload),
        taken=taken_in_words(caseload, worker),
        ahead=ahead,
        ahead_words=_ahead_words(ahead),
    )


def _figures(row: WorkerRow) -> tuple[Fact, ...]:
    return (
        Fact(translate("WorkerDetail", "Points"), formatting.points(row.load), load_tone(row)),
        Fact(translate("WorkerDetail", "Working norm"), formatting.points(row.capacity)),
        Fact(translate("WorkerDetail", "Ceiling"), formatting.points(row.ceiling)),
        Fact(translate("WorkerDetail", "Room"), formatting.signed_points(row.room), room_tone(row)),
    )


def _card(row: CaseRow, caseload: Caseload, disputes: tuple[Dispute, ...]) -> CaseCard:
    family = translate("WorkerDetail", "family %1").replace("%1", row.family)
    since = translate("WorkerDetail", "since %1").replace("%1", formatting.day(row.started_on))
    return CaseCard(
        measure=row.measure,
        title=measure_type_text(row.type),
        place=" · ".join((row.measure, family, since)),
        share=formatting.points(row.share),
        words=weight_words(row, caseload.norm),
        chips=_case_chips(row, caseload.organisation.workers),
        disputes=tuple(_note(dispute) for dispute in disputes if dispute.measure == row.measure),
    )


def _note(dispute: Dispute) -> DisputeNote:
    said = translate("WorkerDetail", "“%1” (%2, %3)")
    words = with_values(said, dispute.says, dispute.recorded_by, formatting.day_short(dispute.recorded_at.date()))
    if dispute.answered_at is None:
        return DisputeNote(words, "", dispute.id)
    replied = translate("WorkerDetail", "Answer: %1 (%2, %3)")
    by, on = dispute.answered_by or "", formatting.day_short(dispute.answered_at.date())
    return DisputeNote(words, with_values(replied, dispute.answer or "", by, on), "")


def _case_chips(row: CaseRow, workers: Mapping[str, Worker]) -> tuple[Chip, ...]:
    first = row.position is Position.FIRST
    chips = [Chip(position_text(row.position.value), Tone.ACCENT if first else Tone.PLAIN)]
    if row.partner is not None:
        chips.append(Chip(translate("WorkerDetail", "with %1").replace("%1", workers[row.partner].name), icon="duo"))
    if row.second_missing:
        words = translate("WorkerDetail", "A duo is required and there is no second contact.")
        chips.append(Chip(translate("WorkerDetail", "second missing"), Tone.WARN, "warning", words))
    if row.sns is not Wanted.NONE:
        chips.append(Chip("SNS", Tone.PLAIN, "sns"))
    if row.overdue and row.expected_end is not None:
        words = translate("WorkerDetail", "Should have ended on %1.").replace("%1", formatting.day(row.expected_end))
        chips.append(Chip(translate("WorkerDetail", "past its end"), Tone.WARN, "clock", words))
    return tuple(chips)


def _ahead_words(ahead: tuple[WeekAhead, ...]) -> str:
    first, last = ahead[0], ahead[-1]
    text = translate("WorkerDetail", "From %1 now to %2 in %3 without new cases; room then %4.")
    room = min(last.working, last.ceiling) - last.load
    values = (
        formatting.points(first.load),
        formatting.points(last.load),
        formatting.week(last.on),
        formatting.signed_points(room),
    )
    for place, value in zip(("%1", "%2", "%3", "%4"), values, strict=True):
        text = text.replace(place, value)
    return text
