"""A wind-down plan as tables for people."""

from caseload_planner.application.nil_date import NilAnswer, NilVerdict
from caseload_planner.application.plan_wind_down import WindDownDraft
from caseload_planner.cli.answers import answer_line, answer_table
from caseload_planner.domain.calendar import iso_week
from caseload_planner.domain.points import to_points


def answer_wind_down(draft: WindDownDraft) -> None:
    """Write who hands what to whom in which week, what is left over, and how good the plan is."""
    plan, people = draft.plan, draft.organisation.workers
    rows = [
        (
            iso_week(one.week),
            one.measure,
            f"{one.giver} {people[one.giver].name}",
            f"{one.receiver} {people[one.receiver].name}",
            one.position.value + (" (was second)" if one.was_second else ""),
            str(one.overlap_weeks),
        )
        for one in plan.handovers
    ]
    columns = ("week", "measure", "from", "to", "contact", "overlap")
    answer_table(f"Handovers until {draft.request.until}", columns, rows, right=("overlap",))
    if plan.unplaced:
        left = [(row.measure, row.giver, " ".join(row.rules), row.reason.replace("_", " ")) for row in plan.unplaced]
        answer_table("Left over", ("measure", "of", "rules", "why"), left)
    levels = [(level.name, str(level.value), str(level.bound)) for level in plan.levels]
    answer_table("Levels, in order", ("level", "value", "proven bound"), levels, right=("value", "proven bound"))
    answer_line(f"runs out by itself: {', '.join(plan.runs_out) or 'nothing'}")


def answer_nil(answer: NilAnswer) -> None:
    """Say from when team D can be at nil."""
    _say("without anybody further above the working norm", answer.within_norm, answer)
    _say("with everybody under the ceiling", answer.within_ceilings, answer)


def _say(how: str, verdict: NilVerdict, answer: NilAnswer) -> None:
    if verdict.earliest is None:
        answer_line(
            f"not by {answer.latest} {how}: {verdict.cases_missing} measures find nobody, "
            f"{to_points(verdict.points_missing)} points or {verdict.fte_missing} fte are missing "
            f"({', '.join(verdict.rules)})"
        )
        return
    answer_line(f"nil on {verdict.earliest} at the earliest {how}")
    if verdict.in_the_way:
        answer_line(f"  a week earlier: {', '.join(verdict.in_the_way)} ({', '.join(verdict.rules)})")
