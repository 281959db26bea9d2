"""Words of the Team D page: whether it can be done, what it costs, and why something is left over."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from caseload_planner.application.plan_records import HandoverState, PlanState
from caseload_planner.application.plan_wind_down import WindDownDraft
from caseload_planner.application.wind_down_changes import PlanChanges
from caseload_planner.application.wind_down_choices import WindDownChoice
from caseload_planner.application.wind_down_drift import WindDownDrift
from caseload_planner.domain.organisation import Organisation
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.winddown.earliest import NilAnswer, NilVerdict
from caseload_planner.winddown.plan import UnplacedMeasure, WindDownPlan
from caseload_planner.winddown.request import WindDownRequest

translate = QCoreApplication.translate
MOST_NAMED = 3
"""Cases that a sentence names; the rest is a number."""

_REASONS: Mapping[str, object] = {
    "too_late": QT_TRANSLATE_NOOP("WindDownReasons", "no time left for two weeks of walking along"),
    "nobody_may": QT_TRANSLATE_NOOP("WindDownReasons", "nobody here may take it over"),
    "no_room": QT_TRANSLATE_NOOP("WindDownReasons", "too heavy for the room of anybody"),
    "no_room_left": QT_TRANSLATE_NOOP("WindDownReasons", "no room left under the ceiling"),
}
_STEPS: Mapping[str, object] = {
    "unplaced": QT_TRANSLATE_NOOP("WindDownSteps", "Looking for somebody for every case"),
    "changes": QT_TRANSLATE_NOOP("WindDownSteps", "Keeping what was agreed"),
    "overload": QT_TRANSLATE_NOOP("WindDownSteps", "Keeping people under the norm"),
    "faces": QT_TRANSLATE_NOOP("WindDownSteps", "Looking for known faces"),
    "timing": QT_TRANSLATE_NOOP("WindDownSteps", "Choosing good moments"),
    "near": QT_TRANSLATE_NOOP("WindDownSteps", "Keeping it close by"),
    "spread": QT_TRANSLATE_NOOP("WindDownSteps", "Spreading it over weeks and people"),
    "within_norm": QT_TRANSLATE_NOOP("WindDownSteps", "Looking for a date under the norm"),
    "within_ceilings": QT_TRANSLATE_NOOP("WindDownSteps", "Looking for a date under the ceilings"),
}


def step_text(step: str) -> str:
    """Say what the planner is busy with."""
    return translate("WindDownSteps", str(_STEPS[step])) if step in _STEPS else step


def reason_text(row: UnplacedMeasure) -> str:
    """Say why nobody takes a case over."""
    code = _REASONS.get(row.reason)
    return row.reason if code is None else translate("WindDownReasons", str(code))


def answer_text(request: WindDownRequest, plan: WindDownPlan) -> str:
    """Say in one sentence whether it can be done."""
    values = (
        formatting.day(request.until),
        formatting.count(len(plan.handovers)),
        formatting.count(len(plan.runs_out)),
        formatting.count(len(plan.unplaced)),
    )
    if plan.unplaced:
        return with_values(
            translate("WindDown", "Not at nil on %1: %4 cases find nobody. %2 are handed over, %3 run out."), *values
        )
    return with_values(
        translate("WindDown", "Nil can be reached on %1: %2 cases are handed over, %3 run out."), *values
    )


def cost_text(plan: WindDownPlan) -> str:
    """Say in one sentence what it costs those who take over."""
    above = [extra for _, extra in plan.extra if extra > 0]
    weeks = len({row.week for row in plan.leaver_loads}) or 1
    if not above:
        return translate("WindDown", "Nobody comes above the working norm for it.")
    words = translate("WindDown", "%1 colleagues come above the working norm for it, by %2 points on average.")
    if len(above) == 1:
        words = translate("WindDown", "%1 colleague comes above the working norm for it, by %2 points on average.")
    return with_values(words, formatting.count(len(above)), formatting.points(round(sum(above) / len(above) / weeks)))


def state_text(draft: WindDownDraft) -> str:
    """Say how far an accepted plan is; empty for a draft."""
    if draft.state is PlanState.WITHDRAWN:
        return translate("WindDown", "Withdrawn: nothing of it comes up any more.")
    if draft.state is not PlanState.ACCEPTED:
        return ""
    done = sum(one.state is HandoverState.CONFIRMED for one in draft.handovers)
    gone = sum(one.state is HandoverState.WITHDRAWN for one in draft.handovers)
    said = translate("WindDown", "Accepted: its handovers come up in the weekly distributions.")
    if done:
        words = translate("WindDown", "Accepted: of %2 handovers %1 confirmed.")
        said = with_values(words, formatting.count(done), formatting.count(len(draft.handovers)))
    if gone:
        more = translate("WindDown", "A later plan took the place of %1 of them.")
        said = f"{said} {with_values(more, formatting.count(gone))}"
    return said


def changes_text(changes: PlanChanges | None) -> str:
    """Say how much of what was agreed a plan has otherwise; empty where nothing was."""
    if changes is None:
        return ""
    if not changes.changed:
        return translate("WindDown", "Everything that was agreed stays as it was.")
    return with_values(
        translate("WindDown", "Of what was agreed %1 handovers stay as they were, %2 cases go otherwise."),
        formatting.count(changes.same),
        formatting.count(len(changes.changed)),
    )


def drift_text(drift: WindDownDrift) -> str:
    """Say what moved since a plan was made, and what to do about it."""
    said = []
    if drift.fallen:
        words = translate("WindDown", "%1 can no longer be handed over as planned")
        said.append(with_values(words, _some(drift.fallen)))
    if drift.unplanned:
        said.append(with_values(translate("WindDown", "in no plan yet: %1"), _some(drift.unplanned)))
    words = translate("WindDown", "By this date something has changed: %1. Plan again: what was agreed stays.")
    if drift.moved:
        words = translate(
            "WindDown", "The data have changed since this plan was made: %1. Plan again: what was agreed stays."
        )
    return with_values(words, "; ".join(said))


def _some(keys: tuple[str, ...]) -> str:
    """Name a few cases; more are a number."""
    if len(keys) <= MOST_NAMED:
        return ", ".join(keys)
    return with_values(
        translate("WindDown", "%1 and %2 more cases"),
        ", ".join(keys[:MOST_NAMED]),
        formatting.count(len(keys) - MOST_NAMED),
    )


def who_text(leavers: Sequence[str], organisation: Organisation, on: date) -> str:
    """Name who hands over: all of team D where it is (nobody named), else the one person, else how many."""
    team_d = {key for key, worker in organisation.workers.items() if worker.seconded and worker.in_service(on)}
    if set(leavers) in (set(), team_d):
        return translate("WindDown", "Team D")
    if len(leavers) == 1 and leavers[0] in organisation.workers:
        return organisation.workers[leavers[0]].name
    return with_values(translate("WindDown", "%1 colleagues"), formatting.count(len(leavers)))


def choice_text(choice: WindDownChoice, organisation: Organisation) -> str:
    """Name a plan: whose, until when, how far it is."""
    states = {
        PlanState.DRAFT: translate("WindDown", "draft"),
        PlanState.ACCEPTED: translate("WindDown", "accepted"),
        PlanState.WITHDRAWN: translate("WindDown", "withdrawn"),
    }
    return with_values(
        translate("WindDown", "%1, nil on %2 · %3, %4"),
        who_text(choice.leavers, organisation, choice.on),
        formatting.day(choice.until),
        states[choice.state],
        formatting.moment(choice.made_at),
    )


def nil_texts(answer: NilAnswer) -> tuple[str, str]:
    """Say when it can be nil: under the norm, and under the ceilings."""
    return (
        _verdict(
            answer.within_norm,
            answer,
            translate("WindDown", "At the earliest on %1 without more above the working norm."),
            translate("WindDown", "Not by %1 without more above the working norm: %2 cases find no place, %3 fte."),
        ),
        _verdict(
            answer.within_ceilings,
            answer,
            translate("WindDown", "At the earliest on %1 with everybody under the ceiling."),
            translate("WindDown", "Not by %1 with everybody under the ceiling: %2 cases find no place, %3 fte."),
        ),
    )


def in_the_way_text(verdict: NilVerdict) -> str:
    """Say what stands in the way of a week earlier; empty where nothing does."""
    if verdict.earliest is None or not verdict.in_the_way:
        return ""
    return with_values(translate("WindDown", "A week earlier %1 would find nobody."), ", ".join(verdict.in_the_way[:4]))


def _verdict(verdict: NilVerdict, answer: NilAnswer, possible: str, impossible: str) -> str:
    if verdict.earliest is not None:
        return with_values(possible, formatting.day(verdict.earliest))
    cases, fte = formatting.count(verdict.cases_missing), formatting.fte(verdict.fte_missing)
    return with_values(impossible, formatting.day(answer.latest), cases, fte)
