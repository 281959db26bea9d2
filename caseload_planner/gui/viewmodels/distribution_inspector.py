"""What the inspector says: why a case stands where it stands, why not with somebody else, and how good the draft is."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from caseload_planner.distribution.explain import WhyNot, first_loss
from caseload_planner.distribution.leftovers import explain_leftovers
from caseload_planner.distribution.proposal import Reason
from caseload_planner.distribution.reasons import reasons_of
from caseload_planner.gui import formatting
from caseload_planner.gui.distribution_reason_texts import (
    change_text,
    loss_text,
    reason_sentence,
)
from caseload_planner.gui.distribution_texts import (
    breach_text,
    excluded_text,
    leftover_rules,
    leftover_text,
    no_first_text,
    override_allowed,
    rule_source,
    rule_text,
)
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Chip, Tone
from caseload_planner.gui.models.distribution_sentences import Section, Sentence
from caseload_planner.gui.texts import factor_text, measure_type_text
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_case_lines import case_chips, waiting_chip
from caseload_planner.gui.viewmodels.distribution_draft import Draft, with_placement
from caseload_planner.gui.viewmodels.distribution_moves import Move, judge_move, plan_for, points_added, without_reason
from caseload_planner.rules.round import Breach, ContactPosition, Placement, Plan, plan_of

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHeader:
    """What stands above the explanations of a case."""

    title: str
    subtitle: str
    weight: str
    chips: tuple[Chip, ...]


def case_header(board: Board, key: str) -> CaseHeader:
    """Make the header of a case."""
    measure, weight = board.round.measure(key), board.round.caseload.weights[key]
    factors = ", ".join(factor_text(name) for name, _ in weight.factors)
    points = with_values(translate("Inspector", "%1 points"), formatting.points(weight.total))
    family = with_values(translate("Inspector", "family %1"), measure.family)
    team = board.round.caseload.organisation.teams[measure.team].name
    return CaseHeader(
        title=measure_type_text(measure.type.value),
        subtitle=" · ".join((key, family, team)),
        weight=f"{points} · {factors}" if factors else points,
        chips=(waiting_chip(board.days_open(key)), *case_chips(board, key)),
    )


def why_section(board: Board, draft: Draft, key: str) -> Section:
    """Say why a case stands where it stands, or why it is left over and what would help."""
    plan = plan_for(board, draft)
    placement = plan.by_measure.get(key)
    if key in draft.parked:
        words = translate("Inspector", "Put off in the meeting: it waits until you take it up again.")
        return Section(translate("Inspector", "Why"), (Sentence(words, Tone.MUTED, "clock"),))
    if placement is None:
        return _left_over(board, draft, plan, key)
    sentences = [_override_sentence(rule, reason) for (m, _, rule), reason in draft.reasons.items() if m == key]
    to_come = [breach for breach in without_reason(board, draft) if breach.measure == key]
    sentences += [_reason_to_come(board, breach) for breach in to_come]
    if key in draft.pinned:
        sentences.append(Sentence(translate("Inspector", "You pinned this yourself."), Tone.ACCENT, "pin"))
    said = {"other_region"} if to_come else set()
    reasons = (reason for reason in _reasons(plan, placement) if reason.code not in said)
    sentences += [reason_sentence(reason, lambda worker: _name(board, worker)) for reason in reasons]
    return Section(translate("Inspector", "Why"), tuple(sentences))


def _reasons(plan: Plan, placement: Placement) -> tuple[Reason, ...]:
    """Give the reasons of a placement; who was asked from elsewhere counts among the candidates."""
    round_ = plan.round
    if placement.first not in round_.candidates:
        round_ = replace(round_, candidates=tuple(sorted({*round_.candidates, placement.first})))
    return reasons_of(replace(plan, round=round_), placement)


def _override_sentence(rule: str, reason: str) -> Sentence:
    text = with_values(translate("Inspector", "Set aside: %1. Your reason: %2"), rule_text(rule), reason)
    return Sentence(text, Tone.WARN, "warning", rule_source(rule))


def _reason_to_come(board: Board, breach: Breach) -> Sentence:
    words = translate("Inspector", "%1: %2. You give the reason when you decide.")
    text = with_values(words, _name(board, breach.worker or ""), breach_text(breach))
    return Sentence(text, Tone.WARN, "people", rule_source(breach.rule, breach.code))


def _left_over(board: Board, draft: Draft, plan: Plan, key: str) -> Section:
    alone = Plan(plan.round, plan.placements, (key,))
    (unplaced,) = explain_leftovers(alone)
    possible = board.takers[key]
    if possible and draft.outcome is None:
        text = with_values(translate("Inspector", "Not placed yet. %1 people can take it."), str(possible))
        return Section(translate("Inspector", "Why"), (Sentence(text, Tone.MUTED, "info"),))
    sentences = [Sentence(translate("Inspector", "Not placed."), Tone.WARN, "warning")]
    if not unplaced.figures.get("possible_firsts") or unplaced.reason == "no_second":
        sentences = [Sentence(leftover_text(unplaced), Tone.DANGER, "warning")]
        sentences += [Sentence(text, Tone.MUTED, "blocked") for text in leftover_rules(unplaced)]
    else:
        text = with_values(
            translate("Inspector", "%1 people can still take it."), str(unplaced.figures["possible_firsts"])
        )
        sentences.append(Sentence(text, Tone.MUTED, "people"))
    return Section(translate("Inspector", "Why"), tuple(sentences))


def why_not_section(
    board: Board, draft: Draft, key: str, worker: str, position: ContactPosition, exact: WhyNot | None = None
) -> Section:
    """Say why a worker does not have the case: the rules that she breaks, or where the draft becomes worse.

    With the exact answer that is said instead of the estimate.
    """
    title = with_values(translate("Inspector", "Why not %1"), _name(board, worker))
    move = judge_move(board, draft, key, worker, position)
    if move.no_first:
        return Section(title, (Sentence(f"{no_first_text()}.", Tone.MUTED, "info"),))
    sentences: list[Sentence] = []
    if (key, worker) in draft.exclusions:
        sentences.append(Sentence(f"{excluded_text()}.", Tone.WARN, "blocked"))
    breaches = list(dict.fromkeys(_about(b, key, worker) for b in (*move.refusals, *move.asking)))
    sentences += breaches
    if not sentences:
        sentences += [_loss_sentence(board, draft, move)] if exact is None else _exact_sentences(exact, key, worker)
    sentences.append(_effect_sentence(board, draft, move))
    return Section(title, tuple(sentences))


def _loss_sentence(board: Board, draft: Draft, move: Move) -> Sentence:
    """Say at which goal the draft becomes worse first; nothing else moves along, so it is an estimate from above."""
    plan = plan_for(board, draft)
    rest = (placement for placement in plan.placements if placement.measure != move.placement.measure)
    loss = first_loss(plan, plan_of(board.round, [*rest, move.placement]), board.profile)
    if loss is None:
        return Sentence(translate("Inspector", "Just as good: nothing speaks against it."), Tone.GOOD, "check")
    return Sentence(loss_text(loss), Tone.WARN, "info")


def _exact_sentences(exact: WhyNot, key: str, worker: str) -> list[Sentence]:
    """Say what solving the round again with her on the case gave."""
    if exact.breaches:
        return [_about(breach, key, worker) for breach in exact.breaches]
    if exact.loss is None:
        words = translate("Inspector", "Just as good: other cases can move along. Worked out exactly.")
        return [Sentence(words, Tone.GOOD, "check")]
    words = translate("Inspector", "Also when other cases move along: worked out exactly.")
    return [Sentence(loss_text(exact.loss), Tone.WARN, "info", words)]


def _effect_sentence(board: Board, draft: Draft, move: Move) -> Sentence:
    round_ = board.round
    before, after = points_added(round_, draft), points_added(round_, with_placement(draft, move.placement, pin=False))
    worker, lines = move.worker, round_.capacity(move.worker)
    load = round_.load_before(worker)
    change = change_text(load + before.get(worker, 0), load + after.get(worker, 0), lines.working)
    text = with_values(translate("Inspector", "The load would go %1."), change)
    over = load + after.get(worker, 0) > lines.working
    return Sentence(text, Tone.WARN if over else Tone.MUTED, "caseload")


def _about(breach: Breach, key: str, worker: str) -> Sentence:
    text = breach_text(breach)
    if breach.measure != key or breach.worker not in {worker, None}:
        text = f"{breach.measure}: {text}"
    if override_allowed(breach.rule):
        text = with_values(translate("Inspector", "%1. You may set this aside with a reason."), text)
        return Sentence(text, Tone.WARN, "warning", rule_source(breach.rule, breach.code))
    text = with_values(translate("Inspector", "%1. Nobody may set this aside."), text)
    return Sentence(text, Tone.DANGER, "blocked", rule_source(breach.rule, breach.code))


def _name(board: Board, worker: str) -> str:
    person = board.round.caseload.organisation.workers.get(worker)
    return worker if person is None else person.name
