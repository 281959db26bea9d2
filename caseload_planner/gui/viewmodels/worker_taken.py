"""What somebody took in the last 13 weeks that asks most of people, in words: so that it goes around fairly."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from caseload_planner.application.fairness_rows import FairnessCounts, fairness_rows
from caseload_planner.domain.caseload import Caseload
from caseload_planner.gui import formatting
from caseload_planner.gui.texts import measure_type_short
from caseload_planner.gui.viewmodels.worker_facts import Fact
from caseload_planner.rules.spared import TakenCase

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Taken:
    """A sentence, and the cases that it counts, the newest first."""

    summary: str
    cases: tuple[Fact, ...]


NOTHING_TAKEN = Taken("", ())


class _Counted(QObject):
    """Words that differ for one and for many."""

    def cases(self, count: int) -> str:
        return self.tr("%Ln cases that ask extra", "", count)


def taken_in_words(caseload: Caseload, worker: str) -> Taken:
    """Say what a worker took as first contact that was heavy, urgent or in a holiday."""
    team = caseload.organisation.workers[worker].team
    row = next((row for row in fairness_rows(caseload, (team,)) if row.worker == worker), None)
    if row is None:
        return NOTHING_TAKEN
    if not row.taken:
        return Taken(translate("WorkerTaken", "No heavy or urgent cases in the last 13 weeks."), ())
    return Taken(_summary(row.counts), tuple(_case(case, caseload) for case in reversed(row.taken)))


def _summary(counts: FairnessCounts) -> str:
    text = translate("WorkerTaken", "Took %1 in the last 13 weeks: %2. She is spared now where that can be.")
    kinds = (
        (counts.heavy, translate("WorkerTaken", "%1 heavy")),
        (counts.urgent, translate("WorkerTaken", "%1 urgent")),
        (counts.holiday, translate("WorkerTaken", "%1 in the holidays")),
    )
    named = ", ".join(words.replace("%1", str(count)) for count, words in kinds if count)
    return text.replace("%1", _Counted().cases(counts.cases)).replace("%2", named)


def _case(case: TakenCase, caseload: Caseload) -> Fact:
    kinds = (
        (case.heavy, translate("WorkerTaken", "heavy")),
        (case.urgent, translate("WorkerTaken", "urgent")),
        (case.holiday, translate("WorkerTaken", "holiday")),
    )
    type_ = measure_type_short(caseload.organisation.measures[case.measure].type.value)
    named = ", ".join(words for holds, words in kinds if holds)
    return Fact(formatting.day(case.taken_on), f"{case.measure} {type_}: {named}")
