"""Facts about a worker in words: why she is deployable for so much, and what is agreed with her."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from caseload_planner.application.caseload_rows import WorkerRow
from caseload_planner.domain.capacity import is_registered, long_absence_share, onboarding_share
from caseload_planner.domain.caseload import Caseload
from caseload_planner.domain.organisation import Absence, Worker
from caseload_planner.gui import formatting
from caseload_planner.gui.models.chips import Tone

translate = QCoreApplication.translate
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what holds for it."""

    label: str
    value: str
    tone: Tone = Tone.PLAIN


def deployable_facts(worker: Worker, row: WorkerRow, caseload: Caseload) -> tuple[Fact, ...]:
    """Say step by step how contracted fte becomes deployable fte; steps that take nothing are left out."""
    facts = [Fact(translate("WorkerFacts", "Contract"), _fte(row.contract_fte))]
    if worker.task_share:
        facts.append(Fact(translate("WorkerFacts", "Other duties"), _less(worker.task_share)))
    away = long_absence_share(worker, caseload.on, caseload.policy)
    if away:
        facts.append(Fact(translate("WorkerFacts", "Long leave"), _less(away)))
    onboarded = onboarding_share(worker, caseload.on)
    if onboarded < ONE:
        text = translate("WorkerFacts", "carries %1").replace("%1", formatting.percent(onboarded))
        facts.append(Fact(translate("WorkerFacts", "Onboarding"), text))
    facts.append(Fact(translate("WorkerFacts", "Deployable"), _fte(row.deployable_fte)))
    if row.relief:
        text = translate("WorkerFacts", "about %1 points, beside the load")
        facts.append(
            Fact(translate("WorkerFacts", "Relief by support"), text.replace("%1", formatting.points(row.relief)))
        )
    return tuple(facts)


def _fte(value: Decimal) -> str:
    return translate("WorkerFacts", "%1 fte").replace("%1", formatting.fte(value))


def _less(share: Decimal) -> str:
    return f"{formatting.MINUS}{formatting.percent(share)}"


def agreements_of(worker: Worker, caseload: Caseload) -> tuple[Fact, ...]:
    """Say what is agreed with a worker and known of her leave, never a reason for it."""
    on = caseload.on
    facts = [
        _absence_fact(absence) for absence in worker.absences if absence.until_on is None or absence.until_on >= on
    ]
    if worker.ends_on is not None:
        facts.append(Fact(translate("WorkerFacts", "Last day"), formatting.day(worker.ends_on), Tone.WARN))
    if worker.personal_ceiling is not None:
        points = translate("WorkerFacts", "%1 points").replace("%1", formatting.points(worker.personal_ceiling))
        facts.append(Fact(translate("WorkerFacts", "Personal ceiling"), points))
    facts.append(_registration_fact(worker, caseload))
    facts.append(Fact(translate("WorkerFacts", "In service since"), formatting.day(worker.started_on)))
    return tuple(facts)


def _absence_fact(absence: Absence) -> Fact:
    share = formatting.percent(absence.share)
    if absence.until_on is None:
        text = translate("WorkerFacts", "%1 since %2, return not known").replace("%2", formatting.day(absence.from_on))
    else:
        text = translate("WorkerFacts", "%1 from %2 until %3").replace("%2", formatting.day(absence.from_on))
        text = text.replace("%3", formatting.day(absence.until_on))
    return Fact(translate("WorkerFacts", "Leave"), text.replace("%1", share), Tone.WARN)


def _registration_fact(worker: Worker, caseload: Caseload) -> Fact:
    label = translate("WorkerFacts", "SKJ registration")
    if worker.skj_until is None:
        return Fact(label, translate("WorkerFacts", "none: second contact only"), Tone.WARN)
    if not is_registered(worker, caseload.on):
        text = translate("WorkerFacts", "ended on %1: second contact only")
        return Fact(label, text.replace("%1", formatting.day(worker.skj_until)), Tone.DANGER)
    return Fact(label, translate("WorkerFacts", "until %1").replace("%1", formatting.day(worker.skj_until)))
